import Association
import Ledger
import TestKit
import Testing

@testable import Statements

@Suite struct BudgetPlanTests {
  private func line(_ id: String, _ group: Budget.Line.Group, _ kronor: Int64...) -> Budget.Line {
    Budget.Line(id: id, title: id, group: group, amounts: kronor.map { Money(kronor: $0) })
  }

  @Test func `the plan has each year's sums, its equity and the cap`() {
    let budget = Budget(
      year: 2023,
      lines: [
        line("a", .contributions, 13_000_000, 13_000_000), line("b", .otherIncome, 880_000, 0),
        line("c", .commonCosts, 2_000_000, 2_000_000), line("d", .insatsCosts, 12_000_000, 11_000_000),
        line("e", .financial, -10_000, 5_000),
      ], expectedOpeningEquity: Money(kronor: 4_000_000), statedClosingEquity: [Money(kronor: 3_000_000)])

    let plan = budget.plan(settings: Settings())
    var onContributions = Settings()
    onContributions.capBase = .contributions

    #expect(plan.map(\.year) == [2023, 2024])
    #expect(plan.map(\.result) == [Money(kronor: -130_000), Money(kronor: 5_000)])
    #expect(plan[0].income == Money(kronor: 13_880_000) && plan[0].costs == Money(kronor: 14_000_000))
    #expect(plan[0].reckonedClosing == Money(kronor: 3_870_000) && plan[0].closing == Money(kronor: 3_000_000))
    #expect(plan[0].isStated && !plan[1].isStated)
    #expect(plan[1].opening == Money(kronor: 3_000_000) && plan[1].closing == Money(kronor: 3_005_000))
    // 20 per cent of seven million and 15 of the rest.
    #expect(plan[0].cap == Money(kronor: 2_432_000) && plan[0].overCap == Money(kronor: 568_000))
    #expect(plan[0].openingOverCap == Money(kronor: 1_568_000))
    #expect(budget.plan(settings: onContributions)[0].cap == Money(kronor: 2_300_000))
    #expect(Budget(year: 2023, lines: []).plan(settings: Settings()).map(\.cap) == [nil])
  }

  /// Any budget: the appendix, the plan and the budget's own result say the same, and each year opens as the one before
  /// closed.
  @Test(arguments: 0..<100) func `plan and appendix agree`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var lines: [Budget.Line] = []
    for index in 0..<Int.random(in: 1...15, using: &random) {
      let group = try #require(Budget.Line.Group.allCases.randomElement(using: &random))
      lines.append(
        Budget.Line(
          id: "rad-\(index)", title: "Rad \(index)", group: group,
          amounts: (0..<Int.random(in: 1...3, using: &random)).map { _ in
            Money(kronor: Int64.random(in: -1_000_000...9_000_000, using: &random))
          }))
    }
    let budget = Budget(
      year: 2023, lines: lines, expectedOpeningEquity: Money(kronor: Int64.random(in: 0...5_000_000, using: &random)),
      statedClosingEquity: (0..<Int.random(in: 0...3, using: &random)).map { _ in
        Money(kronor: Int64.random(in: 0...5_000_000, using: &random))
      })
    let (plan, table) = (budget.plan(settings: Settings()), budgetAppendix(budget))

    for (offset, year) in plan.enumerated() {
      let column = "\(year.year)"
      #expect(table.figure("resultat", column)?.amount ?? .zero == year.result, "seed \(seed)")
      #expect(year.result == budget.result(yearOffset: offset))
      #expect(table.figure("utgaende-eget-kapital", column)?.amount == year.closing)
      #expect(table.figure("ingaende-eget-kapital", column)?.amount == year.opening)
      if offset > 0 { #expect(year.opening == plan[offset - 1].closing) }
      for group in Budget.Line.Group.inOrder where lines.contains(where: { $0.group == group }) {
        let sum = year.sums[group] ?? .zero
        #expect(table.figure(group.sumID, column)?.amount ?? .zero == (group.isCost ? -sum : sum), "seed \(seed)")
      }
    }
  }

  @Test func `what a year came to makes a budget of the same result`() throws {
    let books = try Blekinge.books2022()
    let budget = budgetOfOutcome(
      books, mapping: Blekinge.mapping, association: Blekinge.association(), year: 2023,
      expectedOpeningEquity: Money(kronor: 100))
    let income = incomeStatement(books, previous: nil, mapping: Blekinge.mapping)

    #expect(budget.result() == income.figure("arets-resultat")?.amount)
    #expect(Set(budget.lines.map(\.id)).count == budget.lines.count)
    #expect(budget.lines.allSatisfy { $0.amounts.count == Budget.yearCount })
    // Contributions stand member by member, insatser with their own.
    #expect(
      budget.lines.filter { $0.group == .contributions }.map(\.amounts[0]).sum()
        == contributionSum(books, mapping: Blekinge.mapping).amount)
    #expect(budget.lines.contains { $0.group == .insatsCosts && !$0.insatsID.isEmpty })
    #expect(budgetAppendix(budget).figure("resultat", "2023")?.amount == budget.result())
  }
}
