public import Ledger

/// Something that must be done by a day, and how it stands with it.
public struct Deadline: Hashable, Sendable {
  /// What makes the day that day.
  public enum Basis: Hashable, Sendable {
    /// A law.
    case law
    /// The law names no day; this is when it is usually done.
    case custom
    /// The association has decided it.
    case decision
  }

  /// How it stands, seen from a day.
  public enum State: Hashable, Sendable {
    /// It is done; the day, where that is known.
    case done(on: CalendarDate?)
    /// The day has passed.
    case late(days: Int)
    /// The day is close: within `Deadline.soonDays`, today included.
    case soon(days: Int)
    /// The day is further off.
    case coming(days: Int)
  }

  /// Within so many days it is soon: six weeks, which is what a board needs to be called, to meet and to be followed by
  /// adjusted minutes (two weeks for the call, two between, two for the minutes).
  public static let soonDays = 42

  /// In which year's wheel it stands.
  public let year: Int
  /// Which one: a `Duty`, or a short name of the association's own.
  public let id: String
  /// The duty; nil for one of the association's own.
  public let duty: Duty?
  /// Which year it is about.
  public let concerns: Int
  /// The day.
  public let day: CalendarDate
  /// Why that day.
  public let basis: Basis
  /// What is to be done.
  public let title: String
  /// Where it is said.
  public let law: String
  /// What counts as done.
  public let meaning: String
  /// What the association has noted.
  public let note: String
  /// Whether somebody has said that it is done, and no other fact shows it.
  public let isMarked: Bool
  /// How it stands.
  public let state: State

  /// Whether it is done.
  public var isDone: Bool { if case .done = state { true } else { false } }
  /// Whether its day has passed without it being done.
  public var isLate: Bool { if case .late = state { true } else { false } }
  /// Whether it is not done and close.
  public var isSoon: Bool { if case .soon = state { true } else { false } }
}
