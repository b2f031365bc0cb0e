import Association
import GRDB
import Ledger
import TestKit
import Testing

@testable import Store

/// Budgets on their way to a decision, in the book.
@Suite struct BudgetVersionTests {
  static func content(_ kronor: Int64 = 90) -> Budget {
    Budget(
      year: 2023,
      lines: [
        Budget.Line(
          id: "bidrag", title: "Bidrag", group: .contributions,
          amounts: [Money(kronor: 100), Money(kronor: 100), Money(kronor: 100)]),
        Budget.Line(
          id: "kansli", title: "Kansli", group: .commonCosts,
          amounts: [Money(kronor: kronor), Money(kronor: 90), Money(kronor: 90)]),
      ], expectedOpeningEquity: Money(kronor: 50), statedClosingEquity: [Money(kronor: 60)])
  }

  /// A book with a budget that has taken every step.
  static func decided() throws -> (book: Book, id: ID<BudgetVersion>) {
    let book = try Book()
    let id = try book.store.begin(content(80), origin: "Inga rader", by: .tester, at: .now1)
    for step: BudgetStep in [
      .saved(content()), .consulted(on: try day("2022-10-01"), note: "Protokoll"),
      .announced(try BudgetProposal.Meeting(announcedOn: try day("2022-11-01"), day: try day("2022-11-18"))),
      .published(on: try day("2022-11-01"), address: "www"),
      .decided(Decision(date: try day("2022-11-18"), paragraph: "§ 60"), note: "Underskott"),
    ] { try book.store.take(step, with: id, by: .tester, at: .now2) }
    return (book, id)
  }

  @Test func `every step is kept with who and when, and the decision makes it the year's budget`() throws {
    let (book, id) = try Self.decided()

    let recorded = try #require(try book.store.budget(id))
    guard case .decided(let decided) = recorded.version else {
      Issue.record("The budget is decided.")
      return
    }
    #expect(recorded.steps.map(\.revision) == [1, 2, 2, 2, 2, 2])
    #expect(recorded.steps.allSatisfy { $0.by == Actor.tester.name })
    #expect(recorded.steps.map(\.at) == [.now1] + Array(repeating: .now2, count: 5))
    #expect(decided.note == "Underskott" && decided.proposal.publication?.address == "www")
    #expect(try book.store.association().budgets == [decided.budget])
    #expect(try decided.budget.consultedOn == day("2022-10-01"))
    #expect(decided.budget.lines == Self.content().lines)
    #expect(try book.store.verify().findings == [])
    try book.reopen()
    #expect(try book.store.budgets(year: 2023) == [recorded])
    #expect(try VerifyTests.script(book.path).code == 0)
    let known = LedgerFacts.Budget(
      year: 2023, consultedOn: try day("2022-10-01"), publishedOn: try day("2022-11-01"))
    #expect(try book.store.budgetFacts() == [known])
  }

  @Test func `what is refused leaves nothing behind`() throws {
    let book = try Book()
    let id = try book.store.begin(Self.content(), origin: "", by: .tester, at: .now1)
    let before = try book.store.lastHash()
    let decision = Decision(date: try day("2022-11-18"), paragraph: "§ 60")

    #expect(throws: Store.Refusal.notABudgetStep(.notConsulted(year: 2023))) {
      try book.store.take(.decided(decision, note: ""), with: id, by: .tester, at: .now2)
    }
    #expect(throws: Store.Refusal.notABudgetStep(.anotherStands(year: 2023, version: 1))) {
      try book.store.begin(Self.content(), origin: "", by: .tester, at: .now2)
    }
    #expect(throws: Store.Refusal.notABudgetStep(.unknown)) {
      try book.store.take(.discarded(because: "x"), with: ID(rawValue: 99), by: .tester, at: .now2)
    }
    // What is saved as it stands is no act.
    try book.store.take(.saved(Self.content()), with: id, by: .tester, at: .now2)

    #expect(try book.store.lastHash() == before)
    #expect(try book.store.association().budgets.isEmpty)
  }

  @Test func `a decided version is never changed, by us or by anybody who writes in the database`() throws {
    let (book, id) = try Self.decided()

    #expect(throws: Store.Refusal.self) {
      try book.store.take(.saved(Self.content(70)), with: id, by: .tester, at: .now2)
    }
    // The association's own budget cannot be written over either: the act is not sealed.
    var association = try book.store.association()
    association.budgets[0].lines[1].amounts[0] = Money(kronor: 1)
    #expect(throws: Store.Refusal.self) { try book.store.record(association, by: .tester, at: .now2) }
    association = try book.store.association()
    association.budgets = []
    #expect(throws: Store.Refusal.self) { try book.store.record(association, by: .tester, at: .now2) }
    association = try book.store.association()
    association.budgets[0].statedClosingEquity = []
    #expect(throws: Store.Refusal.self) { try book.store.record(association, by: .tester, at: .now2) }
    association = try book.store.association()
    association.budgets[0].decision.paragraph = "§ 61"
    #expect(throws: Store.Refusal.self) { try book.store.record(association, by: .tester, at: .now2) }
    #expect(try book.store.verify().findings == [])

    // Another year's budget, and anything else, can.
    association = try book.store.association()
    association.budgets.append(Budget(year: 2024, lines: []))
    association.seat = "Olofström"
    try book.store.record(association, by: .tester, at: .now2)
    for table in ["budget_version", "budget_revision", "budget_revision_line", "budget_step"] {
      #expect(throws: DatabaseError.self, "\(table)") {
        try book.attack("UPDATE \(table) SET history_sequence = history_sequence")
      }
      #expect(throws: DatabaseError.self, "\(table)") { try book.attack("DELETE FROM \(table)") }
    }
  }

  @Test func `a revised budget is a version of its own, and takes its own steps`() throws {
    let (book, first) = try Self.decided()

    let second = try book.store.begin(Self.content(95), origin: "Budget 2023", by: .tester, at: .now2)
    let decision = Decision(date: try day("2023-04-20"), paragraph: "§ 9")
    #expect(throws: Store.Refusal.notABudgetStep(.notConsulted(year: 2023))) {
      try book.store.take(.decided(decision, note: ""), with: second, by: .tester, at: .now2)
    }
    #expect(try book.store.association().budgets.map(\.version) == [1])
    try book.store.take(.consulted(on: try day("2023-04-01"), note: ""), with: second, by: .tester, at: .now2)
    try book.store.take(.decided(decision, note: ""), with: second, by: .tester, at: .now2)

    #expect(try book.store.association().budgets.map(\.version) == [1, 2])
    #expect(try book.store.budgets(year: 2023).map(\.id) == [first, second])
    #expect(try book.store.verify().findings == [])
  }

  @Test func `a proposal that is thrown away is kept to be read, and another can begin`() throws {
    let book = try Book()
    let first = try book.store.begin(Self.content(), origin: "", by: .tester, at: .now1)
    try book.store.take(.discarded(because: "Fel år"), with: first, by: .tester, at: .now2)

    let second = try book.store.begin(Self.content(), origin: "", by: .tester, at: .now2)

    let all = try book.store.budgets(year: 2023)
    #expect(all.map(\.id) == [first, second] && all.map(\.version.proposal.version) == [1, 1])
    #expect(throws: Store.Refusal.notABudgetStep(.discardedAlready(year: 2023, version: 1))) {
      try book.store.take(.saved(Self.content(1)), with: first, by: .tester, at: .now2)
    }
    #expect(try book.store.association().budgets.isEmpty)
  }

  /// Steps at random: what the book says is always what the rules say, and a decided version stands.
  @Test(arguments: 0..<12) func `whatever is done, the book and the rules agree`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let book = try Book()
    var models: [(id: ID<BudgetVersion>, version: BudgetVersion)] = []
    for round in 0..<25 {
      let isOpen = models.contains { if case .proposal = $0.version { true } else { false } }
      if models.isEmpty || Int.random(in: 0..<6, using: &random) == 0 {
        let content = Self.content(Int64(round))
        let begun = try? book.store.begin(content, origin: "", by: .tester, at: .now1)
        #expect((begun == nil) == isOpen, "seed \(seed)")
        if let begun {
          let number = 1 + models.count { if case .decided = $0.version { true } else { false } }
          models.append((begun, .proposal(BudgetProposal(year: 2023, version: number, content: content))))
        }
        continue
      }
      let index = Int.random(in: 0..<models.count, using: &random)
      let day = try day("2022-1\(Int.random(in: 0...2, using: &random))-1\(Int.random(in: 0...9, using: &random))")
      let step: BudgetStep =
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .saved(Self.content(Int64(1000 + round)))
        case 1: .consulted(on: day, note: "")
        case 2: .published(on: day, address: "")
        case 3: .decided(Decision(date: day, paragraph: "§ \(round)"), note: "")
        case 4: .announced(try BudgetProposal.Meeting(announcedOn: day, day: day))
        default: .discarded(because: round % 3 == 0 ? "" : "Skäl")
        }
      let expected = try? models[index].version.taking(step)
      let taken: Void? = try? book.store.take(step, with: models[index].id, by: .tester, at: .now2)
      #expect((taken == nil) == (expected == nil), "seed \(seed), round \(round), \(step)")
      if let expected { models[index].version = expected }
    }
    let decided = models.compactMap { if case .decided(let decided) = $0.version { decided.budget } else { nil } }
    #expect(try book.store.association().budgets == decided)
    #expect(try book.store.budgets(year: 2023).map(\.version) == models.map(\.version))
    #expect(try book.store.verify().findings == [])
  }
}
