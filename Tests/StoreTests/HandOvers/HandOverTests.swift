import Association
import Ledger
import TestKit
import Testing

@testable import Store

/// What has been typed into Försäkringskassan's system.
@Suite struct HandOverTests {
  private static let counts = Tally(women: 12, men: 7)

  private func book() throws -> Book {
    let book = try Book()
    try book.store.together(by: .tester, at: .now1) {
      try $0.record(
        InsatsFollowUp(
          insatsID: "BRON", direction: .individual, preciseDirection: "", method: "Antal", isESF: false))
    }
    return book
  }

  @Test func `the sixteenth migration is what was shipped`() {
    let digest = LineDigest()
    digest.put(M0016.sql)
    #expect(digest.hash == "ef9464db5e72022ef92de2abbbe973affb599acdb588b17b2b66c3b59953c87c")
  }

  @Test func `it is kept with who and when, and a new number stands after the old`() throws {
    let book = try book()
    let more = Tally(women: 13, men: 7)
    try book.store.together(by: .tester, at: .now2) { try $0.handOver(Self.counts, of: "BRON", year: 2022) }
    try book.store.together(by: .tester, at: .now2) { try $0.handOver(more, of: "BRON", year: 2022) }

    try book.reopen()
    let all = try book.store.handOvers(year: 2022)
    #expect(all.map(\.counts) == [Self.counts, more])
    #expect(all.map(\.by) == [Actor.tester.name, Actor.tester.name])
    #expect(try book.store.handOvers(year: 2021) == [])
    #expect(try book.store.verify().findings == [])
  }

  @Test func `the same again is refused, and an insats that is not in the system`() throws {
    let book = try book()
    try book.store.together(by: .tester, at: .now2) { try $0.handOver(Self.counts, of: "BRON", year: 2022) }

    #expect(throws: HandOver.Refusal.unchanged) {
      try book.store.together(by: .tester, at: .now2) { try $0.handOver(Self.counts, of: "BRON", year: 2022) }
    }
    #expect(throws: HandOver.Refusal.notRegistered) {
      try book.store.together(by: .tester, at: .now2) { try $0.handOver(Self.counts, of: "SKOGEN", year: 2022) }
    }
    #expect(try book.store.handOvers(year: 2022).count == 1)
  }

  @Test(arguments: [
    "UPDATE hand_over SET women = 11", "DELETE FROM hand_over",
    "INSERT INTO hand_over VALUES (9, 'SKOGEN', 2022, 1, 1, 0, 1)",
    "INSERT INTO hand_over VALUES (9, 'BRON', 2022, -1, 1, 0, 1)",
  ])
  func `the table refuses what the act does`(sql: String) throws {
    let book = try book()
    try book.store.together(by: .tester, at: .now2) { try $0.handOver(Self.counts, of: "BRON", year: 2022) }

    #expect(throws: (any Error).self) { try book.attack(sql) }
  }
}
