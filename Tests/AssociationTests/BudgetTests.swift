import Association
import Ledger
import Testing

struct BudgetTests {
  private let budget = Budget(
    year: 2022,
    lines: [
      Budget.Line(
        id: "m", title: "Medlemmar", group: .contributions, amounts: [13_880_000, 13_880_000].map { Money(kronor: $0) }),
      Budget.Line(id: "ö", title: "Övriga", group: .otherIncome, amounts: [Money(kronor: 100)]),
      Budget.Line(
        id: "g", title: "Gemensamt", group: .commonCosts, amounts: [2_535_800, 1_975_450].map { Money(kronor: $0) }),
      Budget.Line(
        id: "i", title: "Insatser", group: .insatsCosts, amounts: [14_303_481, 11_979_183].map { Money(kronor: $0) }),
      Budget.Line(id: "f", title: "Ränta", group: .financial, amounts: [Money(kronor: -100)]),
    ])

  @Test func `the result is income less costs, with financial items as they are signed`() {
    #expect(budget.result() == Money(kronor: -2_959_281))
    #expect(budget.result(yearOffset: 1) == Money(kronor: -74_633))
  }

  @Test func `a year that no line plans has no result`() {
    #expect(budget.result(yearOffset: 7) == .zero)
  }

  @Test func `a tally never adds those who have not stated their sex to another group`() {
    let sum = Tally(women: 3, men: 2, notStated: 1) + Tally(women: 1, men: 0)
    #expect(sum == Tally(women: 4, men: 2, notStated: 1))
    #expect(sum.total == 7)
  }
}
