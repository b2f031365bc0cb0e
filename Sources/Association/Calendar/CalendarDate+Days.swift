public import Ledger

extension CalendarDate {
  /// How many days there are from this day to the other: negative when the other comes before.
  public func days(until other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// The days since 1 March of the year nought in the Gregorian calendar: a year that begins in March has its leap day
  /// last, so no month needs a rule of its own.
  private var dayNumber: Int {
    let shifted = month < 3 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * monthFromMarch + 2) / 5 + day - 1
  }
}
