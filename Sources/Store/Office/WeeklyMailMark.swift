public import Ledger

/// How far a user's weekly mail of one week has come. Not a fact: it is thrown away when it is old.
public struct WeeklyMailMark: Hashable, Sendable {
  /// How far.
  public enum State: String, CaseIterable, Sendable {
    /// It is being sent. Where nothing more is said of it, the program ended before it knew whether it was: it is not
    /// sent again.
    case begun
    /// It has been handed to what sends mail.
    case sent
    /// It could not be sent, and is tried again.
    case failed
    /// There was nothing to say.
    case nothing
  }

  /// Of which week, `2026-W08`.
  public let week: String
  /// How far.
  public let state: State
  /// How many times it has been tried.
  public let attempts: Int
  /// How many things it tells of.
  public let thingCount: Int
  /// When it came so far.
  public let at: Moment

  /// So many times a mail is tried: then the week is over, or the address is wrong.
  public static let attemptsMax = 3
  /// Monday, for one who has not chosen.
  public static let usualWeekday = 1
  /// A year and a month: then it is thrown away.
  static let keptSeconds: Int64 = 396 * 86_400
}
