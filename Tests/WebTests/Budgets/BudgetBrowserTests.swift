import Association
import Ledger
import Statements
import Store
import Testing

@testable import Web

/// The grid of a budget before a real browser.
@Suite(.enabled(if: LiveBrowser.isThere, LiveBrowser.absence), .serialized)
struct BudgetBrowserTests {
  @Test func `sums run while one types, the office reckons the same, and it all works without a script`() async throws {
    let kit = try OfficeKit()
    let last = try #require(try kit.store.association().budget(for: 2022))
    try kit.store.begin(
      last.copied(to: 2023, .plan, expectedOpeningEquity: Money(kronor: 1_611_554)), origin: "",
      by: Actor(name: "Testet"), at: kit.clock.now)

    try await kit.serve { address, cookies in
      _ = try await LiveBrowser.run("budget.py", try OfficeKit.variables(address, cookies))
    }
  }
}
