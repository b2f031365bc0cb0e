public import Ledger

extension Obstacle {
  /// An obstacle that waits on a level.
  public struct Waiting: Hashable, Sendable {
    /// The level.
    public let level: Level
    /// Who answers there, and by when.
    public let charge: Charge
    /// Since when it has stood on the level.
    public let since: CalendarDate

    /// It is reported, on the lowest level.
    public init(reported charge: Charge, on day: CalendarDate) throws(Refusal) {
      try self.init(.frontLine, charge, since: day, on: day)
    }

    fileprivate init(_ level: Level, _ charge: Charge, since: CalendarDate, on day: CalendarDate) throws(Refusal) {
      guard charge.owner.utf8.contains(where: { $0 != 32 }) else { throw .ownerMissing }
      guard charge.due >= day else { throw .dueBefore(charge.due, day) }
      self.level = level
      self.charge = charge
      self.since = since
    }

    /// Another owner, or another day.
    public func assigned(_ charge: Charge, on day: CalendarDate) throws(Refusal) -> Waiting {
      try Waiting(level, charge, since: since, on: day)
    }

    /// The level has solved it.
    public func solved(_ verdict: Verdict, on day: CalendarDate) throws(Refusal) -> Answered {
      try Answered(level, isSolved: true, verdict, on: day)
    }

    /// The level will not do it.
    public func declined(_ verdict: Verdict, on day: CalendarDate) throws(Refusal) -> Answered {
      try Answered(level, isSolved: false, verdict, on: day)
    }

    /// The level passes it to the next.
    public func passedUp(_ verdict: Verdict, to charge: Charge, on day: CalendarDate) throws(Refusal) -> Waiting {
      guard let above = level.above else { throw .noLevelAbove }
      try verdict.check(.passage, on: level)
      return try Waiting(above, charge, since: day, on: day)
    }

    /// Whether it should have been answered.
    public func isLate(on day: CalendarDate) -> Bool { charge.due < day }
  }

  /// An obstacle that a level has answered.
  public struct Answered: Hashable, Sendable {
    /// The level.
    public let level: Level
    /// Whether it is solved; else it is declined.
    public let isSolved: Bool
    /// How, or why.
    public let verdict: Verdict
    /// When.
    public let day: CalendarDate

    fileprivate init(_ level: Level, isSolved: Bool, _ verdict: Verdict, on day: CalendarDate) throws(Refusal) {
      try verdict.check(isSolved ? .solution : .refusal, on: level)
      self.level = level
      self.isSolved = isSolved
      self.verdict = verdict
      self.day = day
    }

    /// It has come back: the same level takes it up again.
    public func reopened(_ words: String, _ charge: Charge, on day: CalendarDate) throws(Refusal) -> Waiting {
      guard words.utf8.contains(where: { $0 != 32 }) else { throw .wordsMissing(.reopening) }
      return try Waiting(level, charge, since: day, on: day)
    }
  }

  /// Whichever state an obstacle is in.
  public enum State: Hashable, Sendable {
    /// It waits.
    case waiting(Waiting)
    /// It is answered.
    case answered(Answered)

    /// The level it stands on, or was answered on.
    public var level: Level {
      switch self {
      case .waiting(let waiting): waiting.level
      case .answered(let answered): answered.level
      }
    }

    /// It, where it waits.
    public var waiting: Waiting? { if case .waiting(let waiting) = self { waiting } else { nil } }

    /// It, where it is answered.
    public var answered: Answered? { if case .answered(let answered) = self { answered } else { nil } }

    /// The state that a report begins.
    public init(beginning event: Event, on day: CalendarDate) throws(Refusal) {
      guard case .reported(let charge) = event else { throw .impossible(event.kind, isAnswered: false) }
      self = .waiting(try Waiting(reported: charge, on: day))
    }

    /// The state after the event, which `level` is behind.
    public func after(_ event: Event, by level: Level, on day: CalendarDate) throws(Refusal) -> State {
      switch (self, event) {
      case (.waiting(let waiting), .assigned(let charge)):
        try stands(on: level)
        return .waiting(try waiting.assigned(charge, on: day))
      case (.waiting(let waiting), .solved(let verdict)):
        try stands(on: level)
        return .answered(try waiting.solved(verdict, on: day))
      case (.waiting(let waiting), .declined(let verdict)):
        try stands(on: level)
        return .answered(try waiting.declined(verdict, on: day))
      case (.waiting(let waiting), .passedUp(let verdict, let charge)):
        try stands(on: level)
        return .waiting(try waiting.passedUp(verdict, to: charge, on: day))
      case (.answered(let answered), .reopened(let words, let charge)):
        try stands(on: level)
        return .waiting(try answered.reopened(words, charge, on: day))
      default: throw .impossible(event.kind, isAnswered: answered != nil)
      }
    }

    private func stands(on level: Level) throws(Refusal) {
      guard level == self.level else { throw .otherLevel(level, standsOn: self.level) }
    }
  }
}

extension Obstacle.Verdict {
  fileprivate func check(
    _ kind: Obstacle.Event.Kind, on level: Obstacle.Level
  ) throws(Obstacle.Refusal) {
    guard words.utf8.contains(where: { $0 != 32 }) else { throw .wordsMissing(kind) }
    // A decision is found by its day and paragraph; half of it finds nothing.
    if let decision, decision.date == nil || decision.paragraph.isEmpty { throw .decisionMissing }
    if level == .board, decision == nil { throw .decisionMissing }
  }
}
