/// A fiscal year, first to last day. An association's is the calendar year (LKBR 1:5), but a book from elsewhere may
/// have another.
public struct FiscalYear: Hashable, Comparable, Sendable {
  /// The first day.
  public let first: CalendarDate
  /// The last day.
  public let last: CalendarDate

  /// The year from `first` to `last`, or nil where the last day comes before the first.
  public init?(first: CalendarDate, last: CalendarDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// The calendar year with that number, or nil outside 1900 to 2199.
  public init?(calendarYear: Int) {
    guard let first = CalendarDate(year: calendarYear, month: 1, day: 1),
      let last = CalendarDate(year: calendarYear, month: 12, day: 31)
    else { return nil }
    self.init(first: first, last: last)
  }

  /// The year by which people call it: that of its last day.
  public var number: Int { last.year }

  /// Whether the day falls in the year.
  public func contains(_ date: CalendarDate) -> Bool { first <= date && date <= last }

  /// Years are ordered by their first day.
  public static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.first < right.first }

  /// The year as `2025-01-01–2025-12-31`.
  public var text: String { "\(first.text)–\(last.text)" }

  /// The year after: as long, so that a year that ends with February always does.
  public var following: FiscalYear {
    let year = last.year + 1
    let lastOfMonth = CalendarDate.dayCount(ofMonth: last.month, year: last.year)
    let day = last.day == lastOfMonth ? CalendarDate.dayCount(ofMonth: last.month, year: year) : last.day
    let end = CalendarDate(year: year, month: last.month, day: day)
    return FiscalYear(first: last.next, last: end ?? last.next) ?? self
  }

  /// The months of the year, in order.
  public var months: [Month] {
    var months: [Month] = []
    var year = first.year
    var month = first.month
    while year * 100 + month <= last.year * 100 + last.month {
      if let next = Month(year: year, month: month) { months.append(next) }
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return months
  }
}
