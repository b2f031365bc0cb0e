public import Association
public import Ledger

/// A version of a budget as the book has it: how it stands, and every step with who took it and when.
public struct RecordedBudget: Hashable, Sendable {
  /// Its key in the book.
  public let id: ID<BudgetVersion>
  /// How it stands.
  public let version: BudgetVersion
  /// What was done, the first first.
  public let steps: [BudgetStepTaken]

  /// A version as it was recorded.
  public init(id: ID<BudgetVersion>, version: BudgetVersion, steps: [BudgetStepTaken]) {
    self.id = id
    self.version = version
    self.steps = steps
  }
}

extension Connection {
  /// The versions of a year's budget, or the one of that key, the first first.
  func budgets(year: Int? = nil, id: ID<BudgetVersion>? = nil) throws -> [RecordedBudget] {
    var heads: [(id: Int64, year: Int, version: Int, origin: String)] = []
    try each(
      """
      SELECT id, year, version, origin FROM budget_version
      WHERE year = COALESCE(?1, year) AND id = COALESCE(?2, id) ORDER BY id
      """, .integer(year), id.map { .integer($0.rawValue) } ?? .null
    ) { heads.append(($0.integer(0), Int($0.integer(1)), Int($0.integer(2)), $0.text(3))) }
    return try heads.map { head in
      let contents = try budgetContents(of: head.id)
      guard let first = contents.first else { throw Store.Refusal.corrupt("budget_version \(head.id)") }
      var version = BudgetVersion.proposal(
        BudgetProposal(year: head.year, version: head.version, origin: head.origin, content: first.content))
      var taken = [
        BudgetStepTaken(step: .saved(version.proposal.content), revision: 1, by: first.said.by, at: first.said.at)
      ]
      let saves = contents.dropFirst().map { (said: $0.said, step: BudgetStep.saved($0.content)) }
      let events = try (saves + budgetSteps(of: head.id)).sorted { $0.said.sequence < $1.said.sequence }
      for event in events {
        do {
          version = try version.taking(event.step)
        } catch {
          throw Store.Refusal.corrupt("budget_version \(head.id): \(error)")
        }
        taken.append(
          BudgetStepTaken(
            step: event.step, revision: version.proposal.revision, by: event.said.by, at: event.said.at))
      }
      return RecordedBudget(id: ID(rawValue: head.id), version: version, steps: taken)
    }
  }

  /// Who said something, when, and in which line of history.
  private struct Said {
    let sequence: Int64
    let by: String
    let at: Moment

    init(_ row: Statement, from column: Int) {
      sequence = row.integer(column)
      by = row.text(column + 1)
      at = Moment(secondsSince1970: row.integer(column + 2))
    }
  }

  /// The revisions of a version, whole, the first first.
  private func budgetContents(of version: Int64) throws -> [(said: Said, content: Budget)] {
    var lines: [Int64: [Budget.Line]] = [:]
    try each(
      """
      SELECT l.revision_id, line_id, title, line_group, member_id, insats_id, activity_id, first_ore, second_ore, third_ore
      FROM budget_revision r JOIN budget_revision_line l ON l.revision_id = r.id
      WHERE r.version_id = ? ORDER BY l.revision_id, l.position
      """, .integer(version)
    ) { row in
      guard let group = Budget.Line.Group(rawValue: row.text(3)) else {
        throw Store.Refusal.corrupt("budget_revision_line \(row.integer(0)): \(row.text(3))")
      }
      lines[row.integer(0), default: []].append(
        Budget.Line(
          id: row.text(1), title: row.text(2), group: group, memberID: row.text(4), insatsID: row.text(5),
          activityID: row.text(6), amounts: (7...9).map { Money(ore: row.integer($0)) }))
    }
    var contents: [(said: Said, content: Budget)] = []
    try each(
      """
      SELECT r.id, opening_equity_ore, closing_first_ore, closing_second_ore, closing_third_ore,
        h.sequence, h.actor, h.moment
      FROM budget_revision r JOIN history h ON h.sequence = r.history_sequence WHERE r.version_id = ? ORDER BY r.id
      """, .integer(version)
    ) { row in
      contents.append(
        (
          said: Said(row, from: 5),
          content: Budget(
            year: 0, lines: lines[row.integer(0)] ?? [], expectedOpeningEquity: Money(ore: row.integer(1)),
            statedClosingEquity: (2...4).compactMap { row.optionalInteger($0).map { Money(ore: $0) } })
        ))
    }
    return contents
  }

  private func budgetSteps(of version: Int64) throws -> [(said: Said, step: BudgetStep)] {
    var steps: [(said: Said, step: BudgetStep)] = []
    try each(
      """
      SELECT kind, day, meeting_day, paragraph, note, h.sequence, h.actor, h.moment
      FROM budget_step s JOIN history h ON h.sequence = s.history_sequence WHERE s.version_id = ? ORDER BY s.id
      """, .integer(version)
    ) { steps.append((said: Said($0, from: 5), step: try budgetStep($0))) }
    return steps
  }

  private func budgetStep(_ row: Statement) throws -> BudgetStep {
    func day(_ column: Int) -> CalendarDate? {
      row.optionalInteger(column).flatMap { CalendarDate(yyyymmdd: Int($0)) }
    }
    let note = row.text(4)
    switch (row.text(0), day(1)) {
    case ("consultation", let day?): return .consulted(on: day, note: note)
    case ("publication", let day?): return .published(on: day, address: note)
    case ("decision", let day?): return .decided(Decision(date: day, paragraph: row.text(3)), note: note)
    case ("discard", _): return .discarded(because: note)
    case ("announcement", let announced?):
      guard let held = day(2), let meeting = try? BudgetProposal.Meeting(announcedOn: announced, day: held) else {
        throw Store.Refusal.corrupt("budget_step, announcement")
      }
      return .announced(meeting)
    default: throw Store.Refusal.corrupt("budget_step, \(row.text(0))")
    }
  }
}
