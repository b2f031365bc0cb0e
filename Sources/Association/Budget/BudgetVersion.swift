public import Ledger

/// A version of a year's budget, wherever it stands on its way.
public enum BudgetVersion: Hashable, Sendable {
  /// It can still be changed.
  case proposal(BudgetProposal)
  /// It is decided and never changed.
  case decided(DecidedBudget)
  /// It was thrown away.
  case discarded(DiscardedBudget)

  /// What the version says, or said last.
  public var proposal: BudgetProposal {
    switch self {
    case .proposal(let proposal): proposal
    case .decided(let decided): decided.proposal
    case .discarded(let discarded): discarded.proposal
    }
  }

  /// The proposal, where the version still is one; else why nothing can be done with it.
  public func open() throws(BudgetProposal.Refusal) -> BudgetProposal {
    switch self {
    case .proposal(let proposal): return proposal
    case .decided(let decided):
      throw .decidedAlready(year: proposal.year, version: proposal.version, decided.decision)
    case .discarded: throw .discardedAlready(year: proposal.year, version: proposal.version)
    }
  }

  /// The version after that step, or why it cannot be taken.
  public func taking(_ step: BudgetStep) throws(BudgetProposal.Refusal) -> BudgetVersion {
    let proposal = try open()
    switch step {
    case .saved(let content): return .proposal(proposal.saving(content))
    case .consulted(let day, _): return .proposal(proposal.consulted(on: day))
    case .announced(let meeting): return .proposal(proposal.announced(meeting))
    case .published(let day, let address): return .proposal(try proposal.published(on: day, address: address))
    case .decided(let decision, let note): return .decided(try proposal.decided(decision, note: note))
    case .discarded(let reason): return .discarded(try proposal.discarded(because: reason))
    }
  }
}

/// A step of a budget on its way to a decision.
public enum BudgetStep: Hashable, Sendable {
  /// It was saved with that content.
  case saved(Budget)
  /// The members were consulted that day; what was noted of it.
  case consulted(on: CalendarDate, note: String)
  /// The public meeting was announced.
  case announced(BudgetProposal.Meeting)
  /// The proposal was laid out on the website that day; where.
  case published(on: CalendarDate, address: String)
  /// The board decided; what was noted of it.
  case decided(Decision, note: String)
  /// It was thrown away, because of that.
  case discarded(because: String)
}

/// A step that was taken: by whom and when.
public struct BudgetStepTaken: Hashable, Sendable {
  /// The step.
  public let step: BudgetStep
  /// Which revision the version had after it.
  public let revision: Int
  /// Who took it.
  public let by: String
  /// When it was recorded.
  public let at: Moment

  /// A step that was taken.
  public init(step: BudgetStep, revision: Int, by: String, at: Moment) {
    self.step = step
    self.revision = revision
    self.by = by
    self.at = at
  }
}

/// What should be known when a budget is decided, though it is no reason to refuse it.
public enum BudgetWarning: Hashable, Sendable {
  /// The decision is later than 30 November before the year (lag 2003:1210 § 21).
  case late(decided: CalendarDate, last: CalendarDate)
  /// The proposal was never laid out on the website (KL 8:14).
  case neverPublished
  /// The proposal was laid out after the meeting was announced, or after it was held.
  case publishedLate(published: CalendarDate, shouldBe: CalendarDate)
  /// What lies on the website is not what is decided.
  case changedSincePublication
  /// No announcement of the public meeting is noted (lag 2003:1210 § 19).
  case neverAnnounced
  /// Income does not exceed costs (KL 11:5): the result, nought or below.
  case deficit(Money)
}

extension BudgetProposal {
  /// What should be known where the board decides the proposal that day. A revised budget meets no 30 November and
  /// needs no public meeting: those are asked of the year's first.
  public func warnings(decidedOn day: CalendarDate) -> [BudgetWarning] {
    var warnings: [BudgetWarning] = []
    if version == 1, let last = BudgetProposal.lastDay(of: year), day > last {
      warnings.append(.late(decided: day, last: last))
    }
    if version == 1 {
      if meeting == nil { warnings.append(.neverAnnounced) }
      if let publication {
        let should = meeting.map { min($0.announcedOn, day) } ?? day
        if publication.on > should { warnings.append(.publishedLate(published: publication.on, shouldBe: should)) }
      } else {
        warnings.append(.neverPublished)
      }
    }
    if publication != nil, !isPublishedAsItIs { warnings.append(.changedSincePublication) }
    if content.result() <= .zero { warnings.append(.deficit(content.result())) }
    return warnings
  }
}
