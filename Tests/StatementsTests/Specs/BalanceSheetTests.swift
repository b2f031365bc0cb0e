import Association
import Ledger
import Statements
import Testing

struct BalanceSheetTests {
  @Test func `Blekinge 2022 and 2021 are as published, whether or not the year has been ended`() throws {
    let table = balanceSheet(
      try Blekinge.books2022(), previous: try Blekinge.books2021(), mapping: Blekinge.mapping)

    #expect(table.printed("maskiner-och-inventarier") == 0)
    #expect(table.printed("fordringar") == 66_806)
    #expect(table.printed("kassa-och-bank") == 7_935_026)
    #expect(table.printed("summa-tillgangar") == 8_001_832)
    #expect(table.printed("ingaende-eget-kapital") == 4_034_117)
    #expect(table.printed("arets-resultat") == -2_422_563)
    #expect(table.printed("utgaende-eget-kapital") == 1_611_554)
    #expect(table.printed("kortfristiga-skulder") == 6_390_278)
    #expect(table.printed("summa-eget-kapital-avsattningar-och-skulder") == 8_001_832)

    #expect(table.printed("summa-tillgangar", "previous") == 9_018_376)
    #expect(table.printed("ingaende-eget-kapital", "previous") == 4_188_210)
    #expect(table.printed("arets-resultat", "previous") == -154_093)
    #expect(table.printed("kortfristiga-skulder", "previous") == 4_984_259)
    #expect(table.columns.map(\.title) == ["2022-12-31", "2021-12-31"])
  }

  @Test func `without last year's books the comparison is what stood when the year began`() throws {
    let table = balanceSheet(try Blekinge.books2022(), previous: nil, mapping: Blekinge.mapping)
    #expect(table.printed("summa-tillgangar", "previous") == 9_018_376)
    #expect(table.printed("arets-resultat", "previous") == -154_093)
    #expect(table.printed("ingaende-eget-kapital", "previous") == 4_188_210)
    #expect(table.columns[1].title == "2021-12-31")
  }

  /// Equity moved beside the result: what is printed is the result all the same, never what the equity has grown by.
  @Test func `last year's result is printed as it is where its equity does not follow from where it began`() throws {
    let previous = try books(
      2021,
      [
        Entry(1930, opening: 500), Entry(2068, opening: -300), Entry(2069, opening: -200, change: 200),
        Entry(3981, change: -900), Entry(5010, change: 700),
      ])
    let year = try books(2022, [Entry(1930, opening: 500), Entry(2068, opening: -500)])

    let sheet = balanceSheet(year, previous: previous, mapping: Blekinge.mapping)
    let income = incomeStatement(year, previous: previous, mapping: Blekinge.mapping)

    #expect(sheet.printed("arets-resultat", "previous") == 200)
    #expect(sheet.printed("ingaende-eget-kapital", "previous") == 300)
    #expect(income.printed("verksamhetens-intakter", "previous") == 900)
    #expect(income.printed("verksamhetens-kostnader", "previous") == -700)
  }

  @Test func `a year known only by how it ended has a result and a position, and no cash flow`() throws {
    let previous = try books(
      2021, [Entry(1930, change: 500), Entry(2068, change: -300), Entry(3981, change: -900), Entry(5010, change: 700)])
    let year = try books(2022, [Entry(1930, opening: 500), Entry(2068, opening: -300), Entry(2069, opening: -200)])

    let sheet = balanceSheet(year, previous: previous, mapping: Blekinge.mapping)
    let cash = cashFlowStatement(year, previous: previous, mapping: Blekinge.mapping)

    #expect(sheet.printed("arets-resultat", "previous") == 200)
    #expect(sheet.printed("ingaende-eget-kapital", "previous") == 300)
    #expect(cash.column("previous").isEmpty)
  }

  @Test func `a new association has no comparison`() throws {
    let table = balanceSheet(
      try books(2022, [Entry(1930, change: 10), Entry(3981, change: -10)]), previous: nil, mapping: Blekinge.mapping)
    #expect(table.column("previous").isEmpty)
    #expect(table.printed("utgaende-eget-kapital") == 10)
    #expect(table.printed("ingaende-eget-kapital") == 0)
  }

  @Test func `headings have no cells, and what stands beside the sums says that there is none`() throws {
    let table = balanceSheet(try Blekinge.books2022(), previous: nil, mapping: Blekinge.mapping)
    #expect(table.rows.filter { $0.role == .heading }.allSatisfy { $0.cells.isEmpty })
    #expect(table.row("ansvarsforbindelser")?.cells == [.text("Inga"), .text("Inga")])
  }

  @Test func `an account that no line counts is told of, and the sides do not meet`() throws {
    let books = try books(
      2022, [Entry(1930, opening: 100, change: -30), Entry(1410, change: 30), Entry(2068, opening: -100)])
    let table = balanceSheet(books, previous: nil, mapping: Blekinge.mapping)
    let gaps = unmapped(books, mapping: Blekinge.mapping)

    #expect(gaps.map(\.account.text) == ["1410"])
    #expect(gaps[0].closing == Money(kronor: 30))
    #expect(gaps[0].countedBy.isEmpty)
    #expect(table.printed("summa-tillgangar") == 70)
    #expect(table.printed("summa-eget-kapital-avsattningar-och-skulder") == 100)
  }

  @Test func `an account that two lines count is told of with both, and stands in the first`() throws {
    var mapping = Blekinge.mapping
    mapping.balanceLines.append(Mapping.Line(id: "panter", counts: [Selection(accounts: [1930...1930])]))
    let books = try books(2022, [Entry(1930, opening: 5), Entry(2068, opening: -5), Entry(1940)])

    #expect(unmapped(books, mapping: mapping).map(\.countedBy) == [["kassa-och-bank", "panter"]])
    #expect(balanceSheet(books, previous: nil, mapping: mapping).printed("kassa-och-bank") == 5)
  }
}
