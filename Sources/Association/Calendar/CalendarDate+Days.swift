public import Ledger

extension CalendarDate {
  /// How many days there are from this day to the other: negative when the other comes before.
  public func days(until other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// The day so many days later.
  public func adding(days: Int) -> CalendarDate {
    var day = self
    for _ in 0..<max(days, 0) { day = day.next }
    return day
  }

  /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
  ///
  /// 1 March of the year nought, from which days are numbered, was a Wednesday.
  public var weekday: Int { (dayNumber + 2) % 7 + 1 }

  /// The day before; the first that can be written is its own.
  public var dayBefore: CalendarDate { before ?? self }

  /// The day before, or nil for the first that can be written.
  var before: CalendarDate? {
    if let same = CalendarDate(year: year, month: month, day: day - 1) { return same }
    return (month > 1 ? Month(year: year, month: month - 1) : Month(year: year - 1, month: 12))?.last
  }

  /// The days since 1 March of the year nought in the Gregorian calendar: a year that begins in March has its leap day
  /// last, so no month needs a rule of its own.
  private var dayNumber: Int {
    let shifted = month < 3 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * monthFromMarch + 2) / 5 + day - 1
  }
}
