import Association
import Ledger
import Statements
import Testing

@testable import Report

struct GoalVerdictTests {
  private let catalogue: FigureCatalogue = {
    var catalogue = FigureCatalogue()
    let origin = Origin.nothing(why: "test")
    catalogue.add("litet", "Litet", Figure(.amount(Money(ore: 100)), origin: origin))
    catalogue.add("stort", "Stort", Figure(.amount(Money(ore: 101)), origin: origin))
    catalogue.add("antal", "Antal", Figure(.count(5), origin: origin))
    return catalogue
  }()

  private func verdict(_ rule: Goal.Rule, _ outcomes: [Goal.Outcome] = [], judged: Bool? = nil) -> GoalVerdict {
    Goal(
      id: "mal", year: 2022, kind: .individual, title: "Mål", text: "", rule: rule, outcomes: outcomes,
      judgedMet: judged
    ).verdict(figures: catalogue)
  }

  private func outcome(_ met: Int, of base: Int?) -> Goal.Outcome {
    Goal.Outcome(met: Tally(women: met, men: 0), base: base.map { Tally(women: $0, men: 0) })
  }

  @Test func `a share is judged exactly and not as it is printed`() {
    #expect(verdict(.shareAtLeast(permille: 600), [outcome(60, of: 100)]) == .met)
    #expect(verdict(.shareAtLeast(permille: 600), [outcome(599, of: 1000)]) == .missed)
  }

  @Test func `a goal with several measures is reached when all are`() {
    #expect(verdict(.shareAtLeast(permille: 500), [outcome(6, of: 10), outcome(4, of: 10)]) == .missed)
  }

  @Test func `a goal without outcome or base lacks its figures`() {
    #expect(verdict(.shareAtLeast(permille: 500)) == .lacksFigures)
    #expect(verdict(.shareAtLeast(permille: 500), [outcome(0, of: 0)]) == .lacksFigures)
    #expect(verdict(.figureAtLeast(figure: "stort", limit: "finns-inte")) == .lacksFigures)
    #expect(verdict(.figureAtLeast(figure: "stort", limit: "antal")) == .lacksFigures)
  }

  @Test func `figures are compared to the öre`() {
    #expect(verdict(.figureAtMost(figure: "litet", limit: "stort")) == .met)
    #expect(verdict(.figureAtMost(figure: "stort", limit: "litet")) == .missed)
    #expect(verdict(.figureAtLeast(figure: "stort", limit: "stort")) == .met)
  }

  @Test func `what the board judges waits for the board`() {
    #expect(verdict(.judged) == .notJudged)
    #expect(verdict(.judged, judged: false) == .missed)
  }

  @Test func `a count is compared to its limit`() {
    #expect(verdict(.countAtLeast(75), [outcome(75, of: nil)]) == .met)
    #expect(verdict(.countAtLeast(75), [outcome(74, of: nil)]) == .missed)
  }
}
