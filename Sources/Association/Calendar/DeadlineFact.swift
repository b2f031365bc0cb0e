public import Ledger

/// What the association says of a deadline in one year's wheel: that it falls on another day, that it has been met, or
/// that there is one which no law knows.
public struct DeadlineFact: Hashable, Sendable {
  /// In which year's wheel.
  public var year: Int
  /// Which one: a `Duty`, or a short name of the association's own.
  public var id: String
  /// What the association's own deadline is called; empty for a `Duty`.
  public var title: String
  /// The day that has been decided instead of the usual one; nil where the usual one holds.
  public var day: CalendarDate?
  /// When it was done, where no other fact shows it.
  public var doneOn: CalendarDate?
  /// Where it is decided, or what was done.
  public var note: String

  /// A fact about a deadline.
  public init(
    year: Int, id: String, title: String = "", day: CalendarDate? = nil, doneOn: CalendarDate? = nil, note: String = ""
  ) {
    self.year = year
    self.id = id
    self.title = title
    self.day = day
    self.doneOn = doneOn
    self.note = note
  }
}
