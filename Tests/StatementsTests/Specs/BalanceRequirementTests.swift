import Association
import Ledger
import Statements
import Testing

struct BalanceRequirementTests {
  private func table(_ requirement: BalanceRequirement?) throws -> Table {
    var association = Blekinge.association()
    association.balanceRequirements = requirement.map { [$0] } ?? []
    return balanceRequirement(
      try Blekinge.books2022(), previous: try Blekinge.books2021(), mapping: Blekinge.mapping,
      association: association)
  }

  @Test func `synnerliga skäl stand below the line, with the decision they rest on`() throws {
    var requirement = BalanceRequirement(year: 2022)
    requirement.exceptionalAmount = Money(kronor: 2_422_563)
    requirement.exceptionalDecision = Decision(date: CalendarDate("2021-11-19"), paragraph: "§ 45")
    let table = try table(requirement)

    #expect(table.printed("balanskravsresultat") == -2_422_563)
    #expect(table.printed("synnerliga-skal") == 2_422_563)
    #expect(table.row("synnerliga-skal")?.role == .memo)
    #expect(table.printed("att-aterstalla") == 0)
    #expect(
      table.figure("synnerliga-skal")?.origin
        == .fact(title: "Synnerliga skäl 2022", source: "Styrelsens beslut 2021-11-19 § 45"))
    #expect(table.printed("balanskravsresultat", "previous") == -154_093)
    #expect(table.printed("att-aterstalla", "previous") == 154_093)
  }

  @Test func `gains are taken away, and the reserve changes the last line`() throws {
    var requirement = BalanceRequirement(year: 2022)
    requirement.realisedGains = Money(kronor: 100)
    requirement.exemptGains = Money(kronor: 30)
    requirement.unrealised = Money(kronor: -7)
    requirement.reserveChange = Money(kronor: 1000)
    let table = try table(requirement)

    #expect(table.printed("realisationsvinster") == -100)
    #expect(table.printed("resultat-efter-justeringar") == -2_422_640)
    #expect(table.printed("balanskravsresultat") == -2_421_640)
    #expect(table.printed("att-aterstalla") == 2_421_640)
    #expect(table.faultySum == nil)
  }

  @Test func `with nothing said the balanskravsresultat is the result`() throws {
    let table = try table(nil)
    #expect(table.printed("balanskravsresultat") == -2_422_563)
    #expect(
      table.figure("realisationsvinster")?.origin == .nothing(why: "Inget belopp är uppgivet för 2022."))
  }
}
