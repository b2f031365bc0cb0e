import Association
import Ledger
import Statements
import Testing

struct IncomeStatementTests {
  @Test func `Blekinge 2022 and 2021 are as published`() throws {
    let table = incomeStatement(
      try Blekinge.books2022(), previous: try Blekinge.books2021(), mapping: Blekinge.mapping)

    #expect(table.printed("verksamhetens-intakter") == 13_880_000)
    #expect(table.printed("verksamhetens-kostnader") == -16_346_823)
    #expect(table.printed("avskrivningar") == 0)
    #expect(table.printed("verksamhetens-nettokostnader") == -2_466_823)
    #expect(table.printed("verksamhetens-resultat") == -2_466_823)
    #expect(table.printed("finansiella-intakter") == 46_952)
    #expect(table.printed("finansiella-kostnader") == -2692)
    #expect(table.printed("resultat-efter-finansiella-poster") == -2_422_563)
    #expect(table.printed("arets-resultat") == -2_422_563)
    #expect(table.printed("verksamhetens-intakter", "previous") == 13_879_994)
    #expect(table.printed("arets-resultat", "previous") == -154_093)
    #expect(table.columns.map(\.title) == ["2022", "2021"])
  }

  @Test func `lines stand in the order of the law, and taxes only where there are any`() throws {
    let table = incomeStatement(try Blekinge.books2022(), previous: nil, mapping: Blekinge.mapping)
    #expect(
      table.rows.map(\.id) == [
        "verksamhetens-intakter", "verksamhetens-kostnader", "avskrivningar", "verksamhetens-nettokostnader",
        "verksamhetens-resultat", "finansiella-intakter", "finansiella-kostnader",
        "resultat-efter-finansiella-poster", "extraordinara-poster", "arets-resultat",
      ])
    let taxed = incomeStatement(
      try books(2022, [Entry(8010, change: -500), Entry(1930, change: 500)], standard: .kommunBas), previous: nil,
      mapping: .shipped(for: .kommunBas))
    #expect(taxed.printed("skatteintakter") == 500)
    #expect(taxed.row("generella-statsbidrag") == nil)
    #expect(taxed.row("verksamhetens-resultat")?.sumOf == ["+verksamhetens-nettokostnader", "+skatteintakter"])
  }

  @Test func `a line is traced to its accounts, and a sum to its lines`() throws {
    let table = incomeStatement(
      try Blekinge.books2022(), previous: try Blekinge.books2021(), mapping: Blekinge.mapping)

    guard case .ledger(let year, let column, let isTurned, let parts)? = table.figure("verksamhetens-kostnader")?.origin
    else {
      Issue.record("Kostnaderna har inget ursprung i bokföringen.")
      return
    }
    #expect(year == 2022)
    #expect(column == .change)
    #expect(isTurned)
    #expect(parts.map(\.amount).sum() == Money(kronor: 16_346_823))
    #expect(parts.first { $0.objects[.insats] == "ARIS" }?.accountName == "Bidrag till individinriktade insatser")

    guard case .formula(let operands)? = table.figure("arets-resultat")?.origin else {
      Issue.record("Resultatet är ingen formel.")
      return
    }
    #expect(operands.map(\.title) == ["Resultat efter finansiella poster", "Extraordinära poster"])
    #expect(operands[0].figure.printedUnits == -2_422_563)
  }

  @Test func `without last year's books the comparison is empty`() throws {
    let table = incomeStatement(try Blekinge.books2022(), previous: nil, mapping: Blekinge.mapping)
    #expect(table.column("previous").isEmpty)
    #expect(table.columns[1].year == 2021)
  }

  @Test func `carrying the result to equity changes nothing in the income statement`() throws {
    let table = incomeStatement(try Blekinge.books2021(), previous: nil, mapping: Blekinge.mapping)
    #expect(table.printed("arets-resultat") == -154_093)
  }
}
