import Association
import Ledger
import Statements
import Testing

struct ContributionsTests {
  private func association() throws -> Association {
    var association = Blekinge.association()
    let parts: [(String, Int64)] = [
      ("FK", 200), ("REG", 100), ("KARLSKRONA", 40), ("KARLSHAMN", 20), ("RONNEBY", 20), ("SOLVESBORG", 10),
      ("OLOFSTROM", 10),
    ]
    association.contributionKeys = [
      ContributionKey(
        validFrom: try #require(CalendarDate("2018-01-01")),
        parts: parts.map { ContributionKey.Part(memberID: $0.0, numerator: $0.1, denominator: 400) },
        roundingMemberID: "KARLSKRONA")
    ]
    return association
  }

  @Test func `what is booked is what the key says, and the law's identity can be seen`() throws {
    let table = try #require(
      contributions(
        try Blekinge.books2022(), previous: try Blekinge.books2021(), mapping: Blekinge.mapping,
        association: try association()))

    #expect(table.printed("KARLSKRONA", "expected") == 1_388_000)
    #expect(table.printed("KARLSKRONA", "booked") == 1_388_000)
    #expect(table.printed("summa", "booked") == 13_880_000)
    #expect(table.printed("summa", "difference") == 0)
    let permille = ["staten", "regionerna", "kommunerna", "summa", "SOLVESBORG"].map {
      table.figure($0, "share")?.share?.permille
    }
    #expect(permille == [500, 250, 250, 1000, 25])
    #expect(table.printed("staten", "booked") == 6_940_000)
    #expect(table.printed("regionerna", "booked") == 3_470_000)
    #expect(table.row("AF") == nil)
    #expect(table.faultySum == nil)
  }

  @Test func `a contribution booked on no member stands in a row of its own`() throws {
    let books = try books(2022, [Entry(3981, nil, "FK", change: -60), Entry(3981, change: -40)])
    let table = try #require(
      contributions(books, previous: nil, mapping: Blekinge.mapping, association: Blekinge.association()))
    #expect(table.printed("ovriga", "booked") == 40)
    #expect(table.printed("summa", "booked") == 100)
    #expect(table.printed("FK", "expected") == nil)
  }

  @Test func `the cost of audit is told for both years`() throws {
    let table = auditCost(try Blekinge.books2022(), previous: try Blekinge.books2021(), mapping: Blekinge.mapping)
    #expect(table.printed("revisionskostnad") == 70_000)
    #expect(table.printed("revisionskostnad", "previous") == 0)
  }
}
