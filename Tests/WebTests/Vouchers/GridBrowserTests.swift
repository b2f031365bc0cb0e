import Foundation
import Store
import Testing

@testable import Web

/// The grid before a real browser.
@Suite(.enabled(if: LiveBrowser.isThere, LiveBrowser.absence), .serialized)
struct GridBrowserTests {
  @Test func `the script in the browser reckons every amount as the server does`() async throws {
    let kit = try OfficeKit()
    let texts = AmountCases.all.map(\.typed) + AmountExpressionTests.random(count: 5000, seed: 99)
    let file = kit.folder.appendingPathComponent("texts.json")
    try JSONEncoder().encode(texts).write(to: file)

    let said = try await kit.serve { address, cookies in
      try await LiveBrowser.run(
        "amounts.py", try OfficeKit.variables(address, cookies, ["FINSAM_TEXTS": file.path]))
    }

    let outcomes = try JSONDecoder().decode([String].self, from: Data(said.utf8))
    #expect(outcomes.count == texts.count)
    for (text, outcome) in zip(texts, outcomes) {
      #expect(AmountExpressionTests.word(AmountExpression.evaluate(text)) == outcome, "\(text)")
    }
  }

  @Test func `a voucher is entered with the keys alone, sums run, documents drop, and a telephone will do`()
    async throws
  {
    let kit = try OfficeKit()

    try await kit.serve { address, cookies in
      _ = try await LiveBrowser.run("grid.py", try OfficeKit.variables(address, cookies))
    }
  }
}
