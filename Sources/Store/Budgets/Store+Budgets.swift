public import Association
public import Ledger

extension Store.Writing {
  /// How a version of a budget stands, or nil.
  public func budget(_ id: ID<BudgetVersion>) throws -> BudgetVersion? { try connection.budgets(id: id).first?.version }

  /// Begins a version of a year's budget with that content. Refused while the year has another that is neither decided
  /// nor thrown away.
  ///
  /// The version is the one after the latest that has been decided; a budget without a decision, as an association
  /// folder may have, keeps its number and is replaced when this one is decided.
  @discardableResult
  public func begin(_ content: Budget, origin: String) throws -> ID<BudgetVersion> {
    let year = content.year
    let all = try connection.budgets(year: year)
    for one in all {
      if case .proposal(let proposal) = one.version {
        throw BudgetProposal.Refusal.anotherStands(year: year, version: proposal.version)
      }
    }
    let decided =
      try connection.association().budgets.filter { $0.year == year && $0.decision.date != nil }.map(\.version)
      + all.compactMap { if case .decided(let decided) = $0.version { decided.budget.version } else { nil } }
    let number = (decided.max() ?? 0) + 1
    let proposal = BudgetProposal(year: year, version: number, origin: origin, content: content.filled)
    let key = try posting.keys.next("budget_version")
    _ = try act(.saveBudget, subject: subject(proposal)) { act in
      try act.record(
        "budget_version", .integer(key), .integer(year), .integer(number), .text(origin), .integer(act.sequence))
      try self.keep(proposal, of: key, in: act)
    }
    return ID(rawValue: key)
  }

  /// Takes a step with a version of a budget; refused where the version's own rules refuse it. A decision makes it the
  /// year's budget in the same moment. What is saved as it already stands leaves no line of history.
  public func take(_ step: BudgetStep, with id: ID<BudgetVersion>) throws {
    guard let recorded = try connection.budgets(id: id).first else { throw BudgetProposal.Refusal.unknown }
    var step = step
    if case .saved(let content) = step {
      let proposal = try recorded.version.open()
      let next = proposal.saving(content.filled)
      guard next.content != proposal.content else { return }
      step = .saved(next.content)
    }
    let next = try recorded.version.taking(step)
    _ = try act(step.act, subject: subject(next.proposal)) { act in
      switch step {
      case .saved: try self.keep(next.proposal, of: id.rawValue, in: act)
      case .consulted(let day, let note): try self.record(id, "consultation", day: day, note: note, in: act)
      case .announced(let meeting):
        try self.record(id, "announcement", day: meeting.announcedOn, meeting: meeting.day, in: act)
      case .published(let day, let address): try self.record(id, "publication", day: day, note: address, in: act)
      case .decided(let decision, let note):
        try self.record(id, "decision", day: decision.date, paragraph: decision.paragraph, note: note, in: act)
      case .discarded(let reason): try self.record(id, "discard", day: nil, note: reason, in: act)
      }
    }
    if case .decided(let decided) = next { try put(decided.budget) }
  }

  /// The decided budget among the association's, in the place of one of its version that was never decided.
  private func put(_ budget: Budget) throws {
    var association = try connection.association()
    association.budgets.removeAll { $0.year == budget.year && $0.version == budget.version }
    let place = association.budgets.firstIndex { ($0.year, $0.version) > (budget.year, budget.version) }
    association.budgets.insert(budget, at: place ?? association.budgets.count)
    try record(association)
  }

  private func subject(_ proposal: BudgetProposal) -> String {
    proposal.version == 1 ? "\(proposal.year)" : "\(proposal.year), version \(proposal.version)"
  }

  /// Records what the proposal says as a revision of its own.
  private func keep(_ proposal: BudgetProposal, of version: Int64, in act: Act) throws {
    let key = try posting.keys.next("budget_revision")
    let content = proposal.content
    func closing(_ offset: Int) -> Field {
      offset < content.statedClosingEquity.count ? .money(content.statedClosingEquity[offset]) : .null
    }
    try act.record(
      "budget_revision", .integer(key), .integer(version), .integer(proposal.revision),
      .money(content.expectedOpeningEquity), closing(0), closing(1), closing(2), .integer(act.sequence))
    for (position, line) in content.lines.enumerated() {
      try act.record(
        "budget_revision_line", .integer(key), .integer(position), .text(line.id), .text(line.title),
        .text(line.group.rawValue), .text(line.memberID), .text(line.insatsID), .text(line.activityID),
        .money(line.amounts[0]), .money(line.amounts[1]), .money(line.amounts[2]), .integer(act.sequence))
    }
  }

  private func record(
    _ id: ID<BudgetVersion>, _ kind: String, day: CalendarDate?, meeting: CalendarDate? = nil, paragraph: String = "",
    note: String = "", in act: Act
  ) throws {
    let revision = try connection.first(
      "SELECT MAX(id) FROM budget_revision WHERE version_id = ?", .integer(id.rawValue)
    ) { $0.integer(0) }
    try act.record(
      "budget_step", .integer(try posting.keys.next("budget_step")), .integer(id.rawValue), .integer(revision ?? 0),
      .text(kind), .date(day), .date(meeting), .text(paragraph), .text(note), .integer(act.sequence))
  }
}

extension BudgetStep {
  /// What the history calls it.
  fileprivate var act: HistoryLine.Act {
    switch self {
    case .saved: .saveBudget
    case .consulted: .consultBudget
    case .announced: .announceBudget
    case .published: .publishBudget
    case .decided: .decideBudget
    case .discarded: .discardBudget
    }
  }
}

extension Store {
  /// The versions of a year's budget that were made in the book, the first first, whether decided or not.
  public func budgets(year: Int) throws(Refusal) -> [RecordedBudget] { try read { try $0.budgets(year: year) } }

  /// The steps that the years' first budgets have taken, for the yearly wheel.
  public func budgetFacts() throws(Refusal) -> [LedgerFacts.Budget] {
    try read { connection in
      var facts: [LedgerFacts.Budget] = []
      try connection.each(
        """
        SELECT v.year,
          (SELECT day FROM budget_step WHERE version_id = v.id AND kind = 'consultation' ORDER BY id DESC LIMIT 1),
          (SELECT day FROM budget_step WHERE version_id = v.id AND kind = 'publication' ORDER BY id DESC LIMIT 1)
        FROM budget_version v WHERE v.version = 1
          AND NOT EXISTS (SELECT 1 FROM budget_step WHERE version_id = v.id AND kind = 'discard') ORDER BY v.id
        """
      ) { row in
        func day(_ column: Int) -> CalendarDate? {
          row.optionalInteger(column).flatMap { CalendarDate(yyyymmdd: Int($0)) }
        }
        facts.append(LedgerFacts.Budget(year: Int(row.integer(0)), consultedOn: day(1), publishedOn: day(2)))
      }
      return facts
    }
  }

  /// One version of a budget, or nil.
  public func budget(_ id: ID<BudgetVersion>) throws(Refusal) -> RecordedBudget? {
    try read { try $0.budgets(id: id).first }
  }

  /// Begins a version of a year's budget.
  @discardableResult
  public func begin(
    _ content: Budget, origin: String, by actor: Actor, at moment: Moment
  ) throws(Refusal) -> ID<BudgetVersion> {
    try act(by: actor, at: moment) { try $0.begin(content, origin: origin) }
  }

  /// Takes a step with a version of a budget.
  public func take(
    _ step: BudgetStep, with id: ID<BudgetVersion>, by actor: Actor, at moment: Moment
  ) throws(Refusal) {
    try act(by: actor, at: moment) { try $0.take(step, with: id) }
  }
}
