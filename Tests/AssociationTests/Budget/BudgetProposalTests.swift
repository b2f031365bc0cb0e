import Association
import Ledger
import TestKit
import Testing

@Suite struct BudgetProposalTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func line(_ id: String, _ group: Budget.Line.Group, _ kronor: Int64...) -> Budget.Line {
    Budget.Line(id: id, title: id, group: group, amounts: kronor.map { Money(kronor: $0) })
  }

  private var content: Budget {
    Budget(
      year: 2023, lines: [line("bidrag", .contributions, 100, 100, 100), line("kansli", .commonCosts, 90, 90, 90)],
      expectedOpeningEquity: Money(kronor: 50))
  }

  @Test func `a budget is not decided before the members have been consulted`() throws {
    let proposal = BudgetProposal(year: 2023, version: 1, content: content)
    let decision = Decision(date: try day("2022-11-18"), paragraph: "§ 60")

    #expect(throws: BudgetProposal.Refusal.notConsulted(year: 2023)) { try proposal.decided(decision) }
    let (late, decidedOn) = (try day("2022-11-19"), try day("2022-11-18"))
    #expect(
      throws: BudgetProposal.Refusal.consultedAfter(consulted: late, decided: decidedOn)
    ) { try proposal.consulted(on: late).decided(decision) }

    let decided = try proposal.consulted(on: try day("2022-11-18")).decided(decision)
    #expect(decided.budget.decision == decision)
    #expect(try decided.budget.consultedOn == day("2022-11-18"))
    #expect(decided.budget.lines == content.lines)
  }

  @Test func `a decision has a day, a paragraph and lines`() throws {
    let consulted = BudgetProposal(year: 2023, version: 1, content: content).consulted(on: try day("2022-10-01"))
    let empty = consulted.saving(Budget(year: 2023, lines: []))
    let decision = Decision(date: try day("2022-11-18"), paragraph: "§ 60")

    #expect(throws: BudgetProposal.Refusal.undated) { try consulted.decided(Decision(paragraph: "§ 60")) }
    #expect(throws: BudgetProposal.Refusal.paragraphMissing) { try consulted.decided(Decision(date: decision.date)) }
    #expect(throws: BudgetProposal.Refusal.noLines(year: 2023)) { try empty.decided(decision) }
    #expect(throws: BudgetProposal.Refusal.noLines(year: 2023)) { try empty.published(on: try day("2022-11-01")) }
  }

  @Test func `nothing can be done with what is decided or thrown away`() throws {
    let proposal = BudgetProposal(year: 2023, version: 1, content: content).consulted(on: try day("2022-10-01"))
    let decision = Decision(date: try day("2022-11-18"), paragraph: "§ 60")
    let decided = try BudgetVersion.proposal(proposal).taking(.decided(decision, note: ""))
    let discarded = try BudgetVersion.proposal(proposal).taking(.discarded(because: "Fel år"))
    let steps: [BudgetStep] = [
      .saved(content), .consulted(on: try day("2022-10-02"), note: ""),
      .published(on: try day("2022-10-02"), address: ""),
      .decided(decision, note: ""), .discarded(because: "Ångrat"),
    ]

    for step in steps {
      #expect(throws: BudgetProposal.Refusal.decidedAlready(year: 2023, version: 1, decision)) {
        try decided.taking(step)
      }
      #expect(throws: BudgetProposal.Refusal.discardedAlready(year: 2023, version: 1)) { try discarded.taking(step) }
    }
    #expect(throws: BudgetProposal.Refusal.reasonMissing) { try proposal.discarded(because: "") }
  }

  @Test func `what should be known of a decision is told`() throws {
    let proposal = BudgetProposal(year: 2023, version: 1, content: content).consulted(on: try day("2022-10-01"))
    let (late, last) = (try day("2022-12-02"), try day("2022-11-30"))
    #expect(
      proposal.warnings(decidedOn: late) == [.late(decided: late, last: last), .neverAnnounced, .neverPublished])

    let announced = proposal.announced(
      try BudgetProposal.Meeting(announcedOn: try day("2022-11-01"), day: try day("2022-11-18")))
    let published = try announced.published(on: try day("2022-11-03"))
    #expect(
      published.warnings(decidedOn: try day("2022-11-18"))
        == [.publishedLate(published: try day("2022-11-03"), shouldBe: try day("2022-11-01"))])
    let right = try announced.published(on: try day("2022-11-01"))
    #expect(right.warnings(decidedOn: try day("2022-11-18")) == [])

    var deficit = content
    deficit.lines[1].amounts[0] = Money(kronor: 130)
    #expect(
      right.saving(deficit).warnings(decidedOn: try day("2022-11-18"))
        == [.changedSincePublication, .deficit(Money(kronor: -30))])
    // A revised budget meets no 30 November.
    let revised = BudgetProposal(year: 2023, version: 2, content: content)
    #expect(revised.warnings(decidedOn: try day("2023-05-02")) == [])
  }

  @Test func `a meeting is announced before it is held`() throws {
    let (first, second) = (try day("2022-11-18"), try day("2022-11-17"))
    #expect(throws: BudgetProposal.Refusal.announcedAfter(announced: first, meeting: second)) {
      try BudgetProposal.Meeting(announcedOn: first, day: second)
    }
  }

  @Test func `a new budget begins with last year's amounts, or with what was planned`() {
    let last = Budget(
      year: 2022, lines: [line("a", .contributions, 1, 2, 3), line("b", .commonCosts, 4)],
      expectedOpeningEquity: Money(kronor: 9), statedClosingEquity: [.zero])

    let same = last.copied(to: 2023, .amounts, expectedOpeningEquity: Money(kronor: 7))
    let planned = last.copied(to: 2023, .plan, expectedOpeningEquity: Money(kronor: 7))

    #expect(same.lines.map(\.amounts) == [[1, 2, 3], [4, 4, 4]].map { $0.map { Money(kronor: $0) } })
    #expect(planned.lines.map(\.amounts) == [[2, 3, 3], [4, 4, 4]].map { $0.map { Money(kronor: $0) } })
    #expect(planned.year == 2023 && planned.expectedOpeningEquity == Money(kronor: 7))
    #expect(planned.statedClosingEquity.isEmpty)
  }

  @Test func `a line gets a short name that no line and no sum has`() {
    #expect(Budget.lineID(for: "Personal, sociala avgifter", among: []) == "personal-sociala-avgifter")
    #expect(Budget.lineID(for: "Möte på ö", among: ["mote-pa-o"]) == "mote-pa-o-2")
    #expect(Budget.lineID(for: "Medlemsintäkter", among: []) == "medlemsintakter-2")
    #expect(Budget.lineID(for: "Rubrik ett", among: []) == "rad-rubrik-ett")
    #expect(Budget.lineID(for: "…", among: []) == "rad")
  }
}
