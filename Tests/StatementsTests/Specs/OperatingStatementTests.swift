import Association
import Ledger
import Statements
import Testing

struct OperatingStatementTests {
  private func table(_ layout: Settings.OperatingLayout, inThousands: Bool = true) throws -> Table {
    var association = Blekinge.association()
    association.settings.operatingLayout = layout
    association.settings.operatingInThousands = inThousands
    return operatingStatement(
      try Blekinge.books2022(), previous: try Blekinge.books2021(), mapping: Blekinge.mapping,
      association: association)
  }

  @Test func `Blekinge 2022 in summary has the financial items in a row, so that the rows make the result`() throws {
    let table = try table(.summaryWithFinancialItems)

    #expect(table.unit == .thousands)
    #expect(table.printed("nettokostnad") == -16_347)
    #expect(table.printed("finansiella-poster") == 44)
    #expect(table.printed("medlemsavgift") == 13_880)
    #expect(table.printed("resultat") == -2423)
    #expect(table.printed("nettokostnad", "budget") == -16_839)
    #expect(table.printed("resultat", "budget") == -2959)
    #expect(table.printed("nettokostnad", "deviation") == 492)
    #expect(table.printed("resultat", "deviation") == 536)
    #expect(table.printed("utgaende-eget-kapital") == 1612)
    #expect(table.printed("utgaende-eget-kapital", "budget") == 1075)
    #expect(table.printed("likvida-medel") == 7935)
    #expect(table.printed("likvida-medel", "budget") == nil)
    #expect(table.printed("resultat", "previous") == -154)
    #expect(table.faultySum == nil)
  }

  @Test(arguments: Settings.OperatingLayout.allCases)
  func `every layout adds up, costs are negative and the result is the year's`(layout: Settings.OperatingLayout) throws
  {
    let table = try table(layout, inThousands: false)
    #expect(table.faultySum == nil)
    switch layout {
    case .summary:
      #expect(table.printed("nettokostnad") == -16_302_563)
      #expect(table.printed("resultat") == -2_422_563)
    case .costsAndIncome:
      #expect(table.printed("kostnader") == -16_346_823)
      #expect(table.printed("intakter") == 13_880_000)
      #expect(table.printed("resultat", "deviation") == 536_718)
    case .fundsAndUses:
      #expect(table.printed("medel") == 16_349_515)
      #expect(table.printed("anvandning-av-eget-kapital") == 2_422_563)
      #expect(table.printed("insatser") == -13_794_665)
      #expect(table.printed("personal") == -2_075_177)
      #expect(table.printed("anvandning") == -16_349_515)
    case .activities:
      #expect(table.printed("resultat", "net") == -2_422_563)
      #expect(table.printed("ovrigt", "income") == 13_880_000)
      #expect(table.printed("ovrigt", "cost") == -16_302_563)
    case .summaryWithFinancialItems:
      #expect(table.printed("finansiella-poster") == 44_260)
    }
  }

  @Test func `by activity, income, cost and net stand beside the budget and last year, each sign the same way`() throws
  {
    var association = Association(name: "Sydnärke", organisationNumber: "222000-0000", chart: .kommunBas)
    association.settings.operatingLayout = .activities
    association.settings.operatingInThousands = false
    association.budgets = [
      Budget(
        year: 2023,
        lines: [
          Budget.Line(
            id: "a", title: "Bidrag", group: .contributions, activityID: "administration",
            amounts: [Money(kronor: 5_222_000)]),
          Budget.Line(
            id: "b", title: "Administration", group: .commonCosts, activityID: "administration",
            amounts: [Money(kronor: 1_368_500)]),
          Budget.Line(
            id: "c", title: "Mottagningsteam", group: .insatsCosts, activityID: "mottagning",
            amounts: [Money(kronor: 1_193_955)]),
          Budget.Line(id: "d", title: "Annat", group: .insatsCosts, amounts: [Money(kronor: 2_542_377)]),
        ])
    ]
    var mapping = Mapping.shipped(for: .kommunBas)
    let team = ObjectReference(dimension: .insats, object: "MOTT")
    mapping.activities = [
      Mapping.Activity(
        id: "mottagning", title: "Mottagningsteam", counts: [Selection(accounts: [3000...8999], objects: [team])]),
      Mapping.Activity(
        id: "administration", title: "Administration",
        counts: [Selection(accounts: [3000...3999, 5000...8999])]),
    ]
    let now = try books(
      2023,
      [
        Entry(3511, change: -5_222_000), Entry(4510, "MOTT", change: 1_086_516),
        Entry(4510, "COACH", change: 2_433_745),
        Entry(7410, change: 1_392_951), Entry(1930, change: 308_788),
      ], standard: .kommunBas)
    let table = operatingStatement(now, previous: nil, mapping: mapping, association: association)

    #expect(
      table.columns.map(\.id) == [
        "income", "cost", "net", "budget", "deviation", "previous-income", "previous-cost", "previous-net",
      ])
    #expect(table.printed("administration", "income") == 5_222_000)
    #expect(table.printed("administration", "cost") == -1_392_951)
    #expect(table.printed("administration", "net") == 3_829_049)
    #expect(table.printed("administration", "budget") == 3_853_500)
    #expect(table.printed("administration", "deviation") == -24_451)
    #expect(table.printed("mottagning", "deviation") == 107_439)
    #expect(table.printed("resultat", "net") == 308_788)
    #expect(table.printed("resultat", "budget") == 117_168)
    #expect(table.printed("resultat", "deviation") == 191_620)
    #expect(table.row("ovrigt")?.title == "Övrigt")
    #expect(table.faultySum == nil)
  }

  @Test func `the latest version of the budget holds, and without one the columns are empty`() throws {
    var association = Blekinge.association()
    var revised = Blekinge.budget
    revised.version = 2
    revised.lines[1].amounts[0] = Money(kronor: 2_799_519)
    association.budgets.append(revised)
    #expect(association.budget(for: 2022)?.version == 2)
    #expect(association.budget(for: 2023) == nil)

    association.budgets = []
    let table = operatingStatement(
      try Blekinge.books2022(), previous: nil, mapping: Blekinge.mapping, association: association)
    #expect(table.column("budget").isEmpty && table.column("deviation").isEmpty && table.column("previous").isEmpty)
    #expect(table.printed("resultat") == -2423)
  }
}
