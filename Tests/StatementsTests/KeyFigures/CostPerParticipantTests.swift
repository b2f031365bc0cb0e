import Association
import Ledger
import Statements
import Testing

struct CostPerParticipantTests {
  private func table(_ tables: [CountTable]) throws -> Table? {
    var association = Association(name: "Sydnärke", organisationNumber: "222000-0000")
    association.insatser = [("MOTT", "Mottagningsteam"), ("COACH", "Coachingteam")].map {
      Insats(id: $0.0, name: $0.1, kind: .individual, ownerID: "KUMLA")
    }
    association.countTables = tables
    return costPerParticipant(
      try books(2023, [Entry(4010, "MOTT", change: 1_086_516), Entry(4010, "COACH", change: 2_020_054)]), previous: nil,
      mapping: Blekinge.mapping, association: association)
  }

  private func counts(_ insats: String, _ kind: CountTable.Kind, _ rows: [(String, Int)]) -> CountTable {
    CountTable(
      id: insats, year: 2023, title: "Deltagare", kind: kind, rowHeading: "", insatsID: insats,
      rows: rows.map { CountTable.Row(id: $0.0, title: $0.0, tally: Tally(women: $0.1, men: 0)) })
  }

  @Test func `Sydnärke 2023: 15 090,50 and 24 939, where the report printed 15 090 by rounding down`() throws {
    let table = try #require(
      try table([
        counts("MOTT", .flow, [("ingående", 13), ("nya", 59), ("avslutade", 59), ("pågående", 13)]),
        counts("COACH", .parts, [("a", 48), ("b", 33)]),
      ]))

    #expect(table.figure("MOTT", "per-participant")?.amount == Money(ore: 1_509_050))
    #expect(table.printed("MOTT", "per-participant") == 15_091)
    #expect(table.figure("MOTT", "participants")?.count == 72)
    #expect(table.figure("COACH", "per-participant")?.amount == Money(ore: 2_493_894))
    #expect(table.printed("COACH", "per-participant") == 24_939)
  }

  @Test func `an insats that nobody has counted is left out, and none counted is no table`() throws {
    #expect(try table([]) == nil)
    #expect(try table([counts("MOTT", .separate, [("annat", 5)])]) == nil)
    #expect(try table([counts("MOTT", .separate, [("deltagare", 5)])])?.rows.map(\.id) == ["MOTT"])
    #expect(try table([counts("MOTT", .parts, [("a", 0)])]) == nil)
  }
}
