public import Ledger

/// A week of the calendar by ISO 8601: it begins on a Monday, and belongs to the year in which its Thursday falls.
public struct CalendarWeek: Hashable, Comparable, Sendable {
  /// The Monday.
  public let monday: CalendarDate

  /// The week in which the day falls.
  public init(of day: CalendarDate) {
    var monday = day
    for _ in 1..<day.weekday { monday = monday.dayBefore }
    self.monday = monday
  }

  /// The year that it belongs to.
  public var year: Int { monday.adding(days: 3).year }

  /// Its number in that year, 1 to 53.
  public var number: Int {
    let thursday = monday.adding(days: 3)
    let first = CalendarDate(year: thursday.year, month: 1, day: 1) ?? thursday
    return first.days(until: thursday) / 7 + 1
  }

  /// The week as `2026-W08`, by which the book remembers it.
  public var text: String { "\(year)-W\(number < 10 ? "0" : "")\(number)" }

  /// Earlier weeks are smaller.
  public static func < (left: CalendarWeek, right: CalendarWeek) -> Bool { left.monday < right.monday }
}
