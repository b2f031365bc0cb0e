public import Association
public import Ledger

/// The sex that is stated of one who takes part.
public enum CounterSex: String, CaseIterable, Sendable {
  /// Kvinna.
  case woman = "kvinna"
  /// Man.
  case man = "man"
  /// Uppgift saknas.
  case notStated = "ej-angivet"
}

/// What is known of somebody at the entry. No name, no birth date, no free text: whoever it is, the performer's own
/// journal says which number they have.
public struct CounterFacts: Hashable, Sendable {
  /// The day they entered.
  public var day: CalendarDate
  /// Their sex.
  public var sex: CounterSex
  /// What is chosen of each ground; a ground that is not known is not there.
  public var choices: [CountGround: String]
  /// Whether they are counted in another insats of the association too, as far as the performer knows.
  public var isElsewhere: Bool
  /// The day the exit is planned for, so that one can be reminded.
  public var plannedExit: CalendarDate?

  /// What is known.
  public init(
    day: CalendarDate, sex: CounterSex, choices: [CountGround: String] = [:], isElsewhere: Bool = false,
    plannedExit: CalendarDate? = nil
  ) {
    self.day = day
    self.sex = sex
    self.choices = choices
    self.isElsewhere = isElsewhere
    self.plannedExit = plannedExit
  }
}

/// An exit: its last day and the performer's own reason.
public struct CounterExit: Hashable, Sendable {
  /// The last day in the insats.
  public var day: CalendarDate
  /// The short name of the reason; nil where it is not known.
  public var reason: String?

  /// An exit.
  public init(day: CalendarDate, reason: String?) {
    self.day = day
    self.reason = reason
  }
}

/// The questions on violence: the day they were asked and whether they were answered, never what.
public struct CounterScreening: Hashable, Sendable {
  /// The day they were asked.
  public var day: CalendarDate
  /// Whether they were answered.
  public var isAnswered: Bool

  /// That the questions were asked.
  public init(day: CalendarDate, isAnswered: Bool) {
    self.day = day
    self.isAnswered = isAnswered
  }
}

/// Something that happened to an entry, and the day it was written. Events are only ever added: a correction is an
/// event of its own.
public struct CounterEvent: Hashable, Sendable {
  /// What happened.
  public enum Deed: Hashable, Sendable {
    /// The entry, or what is right of it.
    case facts(CounterFacts)
    /// The exit, or what is right of it.
    case left(CounterExit)
    /// The exit was a mistake: still in the insats.
    case stayed
    /// The questions on violence were asked, or what is right of that.
    case screened(CounterScreening)
    /// They were not asked after all.
    case notScreened
  }

  /// The day it was written.
  public let written: CalendarDate
  /// What happened.
  public let deed: Deed

  /// An event.
  public init(written: CalendarDate, deed: Deed) {
    self.written = written
    self.deed = deed
  }
}

/// One who takes part, by a running number: the events, and how things stand after them.
public struct CounterEntry: Hashable, Sendable {
  /// The running number, never used again.
  public let number: Int
  /// What has happened, the entry first.
  public private(set) var events: [CounterEvent]
  /// What is known at the entry, as last corrected.
  public private(set) var facts: CounterFacts
  /// The exit; nil for one who is still in the insats.
  public private(set) var exit: CounterExit?
  /// The questions on violence; nil where they were not asked.
  public private(set) var screening: CounterScreening?

  /// An entry.
  public init(number: Int, facts: CounterFacts, written: CalendarDate) {
    self.number = number
    self.facts = facts
    events = [CounterEvent(written: written, deed: .facts(facts))]
  }

  /// Adds an event, or refuses one that cannot have happened.
  public mutating func add(_ event: CounterEvent) throws(CounterRefusal) {
    switch event.deed {
    case .facts(let facts):
      if let exit, exit.day < facts.day { throw .exitBeforeEntry(entry: facts.day, exit: exit.day) }
      if let screening, screening.day < facts.day { throw .screenedOutside(screening.day) }
      self.facts = facts
    case .left(let exit):
      guard facts.day <= exit.day else { throw .exitBeforeEntry(entry: facts.day, exit: exit.day) }
      if let screening, exit.day < screening.day { throw .screenedOutside(screening.day) }
      self.exit = exit
    case .stayed:
      guard exit != nil else { throw .notOut(number) }
      exit = nil
    case .screened(let screening):
      // What is counted of somebody lies between entry and exit, so that the clock knows when all of it is delivered.
      guard isIn(on: screening.day) else { throw .screenedOutside(screening.day) }
      self.screening = screening
    case .notScreened:
      guard screening != nil else { throw .notScreened(number) }
      screening = nil
    }
    events.append(event)
  }

  /// Whether they are in the insats on that day: from the day of entry through the last day.
  public func isIn(on day: CalendarDate) -> Bool { facts.day <= day && (exit.map { day <= $0.day } ?? true) }
}

/// Why a list does not take what it was given.
public enum CounterRefusal: Error, Hashable, Sendable {
  /// No entry has that number, or it has been deleted.
  case unknown(Int)
  /// One cannot leave before one has come.
  case exitBeforeEntry(entry: CalendarDate, exit: CalendarDate)
  /// There is no exit to take back.
  case notOut(Int)
  /// There are no questions to take back.
  case notScreened(Int)
  /// The questions were asked on a day when they were not in the insats.
  case screenedOutside(CalendarDate)
  /// The day has not come.
  case dayAhead(CalendarDate)
  /// The counts through that day are delivered and what they were counted from is deleted, so they cannot change.
  case dayClosed(CalendarDate, through: CalendarDate)
  /// No such choice stands in the list.
  case unknownChoice(CountGround)
  /// The choice is used by entries and cannot be taken away.
  case choiceInUse(CountGround, title: String, entryCount: Int)
  /// The period has not ended.
  case periodNotEnded(last: CalendarDate, today: CalendarDate)
  /// The period begins before the first day that is counted.
  case periodTooEarly(begins: CalendarDate)
  /// The period goes over the end of a year; it ends on that day.
  case periodAcrossYears(CalendarDate)
  /// The period shares some days but not all with one that is delivered.
  case periodOverlaps(ClosedRange<CalendarDate>)
}
