import Association
import Ledger
import Statements
import Testing

struct MultiYearOverviewTests {
  @Test func `four years of Blekinge: two from the books, two as adopted`() throws {
    let table = multiYearOverview(
      try Blekinge.books2022(), previous: try Blekinge.books2021(), mapping: Blekinge.mapping,
      association: Blekinge.association())

    #expect(table.columns.map(\.id) == ["2022", "2021", "2020", "2019"])
    #expect(table.columns.map { table.printed("resultat", $0.id) } == [-2_422_563, -154_093, -1_007_922, 2_291_855])
    #expect(table.printed("kostnader", "2022") == -16_302_563)
    #expect(table.printed("kostnader", "2021") == -14_034_087)
    #expect(table.columns.map { table.figure("soliditet", $0.id)?.share?.permille } == [201, 447, 441, 571])
    #expect(table.figure("anstallda", "2022")?.count == 3)
    #expect(table.figure("anstallda", "2021") == nil)
    #expect(table.figure("anstallda", "2019")?.count == 1)
    #expect(table.faultySum == nil)
  }

  @Test func `books before history, and years nobody knows are left out`() throws {
    var association = Blekinge.association()
    association.history = [
      YearFigures(
        year: 2018, income: Money(kronor: 10), costs: Money(kronor: -8), result: Money(kronor: 2),
        equity: Money(kronor: 1), assets: Money(kronor: 4))
    ]
    association.settings.overviewYearCount = 5
    let table = multiYearOverview(
      try Blekinge.books2022(), previous: nil, earlier: [try Blekinge.books2021()], mapping: Blekinge.mapping,
      association: association)
    #expect(table.columns.map(\.id) == ["2022", "2021", "2018"])
    #expect(table.printed("resultat", "2021") == -154_093)
    #expect(table.figure("soliditet", "2018")?.share?.permille == 250)
  }

  @Test func `an adopted result is printed as adopted, even where it is not the sum`() throws {
    var association = Blekinge.association()
    association.history[0].costs = Money(kronor: -14_887_920)
    let table = multiYearOverview(
      try Blekinge.books2022(), previous: nil, mapping: Blekinge.mapping, association: association)
    #expect(table.printed("resultat", "2020") == -1_007_922)
    #expect(table.faultySum != nil)
  }
}
