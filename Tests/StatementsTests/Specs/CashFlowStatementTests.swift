import Ledger
import Statements
import Testing

struct CashFlowStatementTests {
  @Test func `Blekinge's operating cash flow is minus 974 130, not the 1 448 433 that was printed`() throws {
    let table = cashFlowStatement(
      try Blekinge.books2022(), previous: try Blekinge.books2021(), mapping: Blekinge.mapping)

    #expect(table.printed("arets-resultat") == -2_422_563)
    #expect(table.printed("forandring-fordringar") == 42_414)
    #expect(table.printed("forandring-kortfristiga-skulder") == 1_406_019)
    #expect(table.printed("kassaflode-lopande") == -974_130)
    #expect(table.printed("arets-kassaflode") == -974_130)
    #expect(table.printed("likvida-medel-ingang") == 8_909_156)
    #expect(table.printed("likvida-medel-utgang") == 7_935_026)
    #expect(table.printed("arets-kassaflode", "previous") == 1_198_059)
    #expect(table.printed("likvida-medel-ingang", "previous") == 7_711_097)
    #expect(table.faultySum == nil)
  }

  @Test func `depreciation is given back to the operating cash flow and taken from investments`() throws {
    let books = try books(
      2022,
      [
        Entry(1930, opening: 1000, change: -300), Entry(1220, opening: 200, change: 300), Entry(1229, change: -50),
        Entry(7832, change: 50), Entry(2068, opening: -1200),
      ])
    let table = cashFlowStatement(books, previous: nil, mapping: Blekinge.mapping)

    #expect(table.printed("justering-ej-likviditetspaverkande") == 50)
    #expect(table.printed("kassaflode-lopande") == 0)
    #expect(table.printed("investeringar") == -300)
    #expect(table.printed("arets-kassaflode") == -300)
    #expect(investmentStatement(books, previous: nil, mapping: Blekinge.mapping)?.printed("summa") == 300)
  }

  @Test func `where nothing was invested there is no statement of it`() throws {
    #expect(
      investmentStatement(
        try Blekinge.books2022(), previous: try Blekinge.books2021(), mapping: Blekinge.mapping) == nil)
  }

  @Test func `loans and provisions are cash that is no result`() throws {
    let books = try books(
      2022, [Entry(1930, change: 90), Entry(2390, change: -60), Entry(2210, change: -50), Entry(7410, change: 20)])
    let table = cashFlowStatement(books, previous: nil, mapping: Blekinge.mapping)

    #expect(table.printed("justering-ej-likviditetspaverkande") == 50)
    #expect(table.printed("kassaflode-finansiering") == 60)
    #expect(table.printed("arets-kassaflode") == 90)
    #expect(table.faultySum == nil)
  }
}
