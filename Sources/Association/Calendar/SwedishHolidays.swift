public import Ledger

/// The days on which nothing need be done that a law gives a last day for: a last day on one of them moves to the next
/// working day (lag 1930:173, 2 §).
public enum SwedishHolidays {
  /// Whether the day is a working day (söckendag that is neither Saturday nor an eve): not a Saturday or Sunday, not a
  /// public holiday (lag 1989:253), not midsommarafton, julafton or nyårsafton (lag 1930:173, 2 §).
  public static func isWorkingDay(_ day: CalendarDate) -> Bool {
    day.weekday < 6 && !days(of: day.year).contains(day)
  }

  /// The day itself where it is a working day, else the first working day after it.
  public static func workingDay(notBefore day: CalendarDate) -> CalendarDate {
    var day = day
    while !isWorkingDay(day), day.next != day { day = day.next }
    return day
  }

  /// The year's public holidays and the three eves that count as such, some of them Saturdays or Sundays too.
  ///
  /// The national day has been a holiday since 2005, when Whit Monday ceased to be one.
  public static func days(of year: Int) -> Set<CalendarDate> {
    var days: Set<CalendarDate> = []
    func add(_ month: Int, _ day: Int) {
      if let day = CalendarDate(year: year, month: month, day: day) { days.insert(day) }
    }
    for (month, day) in [(1, 1), (1, 6), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)] { add(month, day) }
    if year >= 2005 { add(6, 6) }
    if let easter = easter(of: year) {
      // Good Friday, Easter Day, Easter Monday, Ascension Day, Whit Sunday.
      days.insert(easter.dayBefore.dayBefore)
      for later in [0, 1, 39, 49] { days.insert(easter.adding(days: later)) }
      if year < 2005 { days.insert(easter.adding(days: 50)) }
    }
    // Midsummer Day is the Saturday from 20 to 26 June, and its eve the day before; All Saints' Day the Saturday from
    // 31 October to 6 November.
    if let midsummer = saturday(from: CalendarDate(year: year, month: 6, day: 20)) {
      days.insert(midsummer)
      days.insert(midsummer.dayBefore)
    }
    if let saints = saturday(from: CalendarDate(year: year, month: 10, day: 31)) { days.insert(saints) }
    return days
  }

  /// Easter Day, by the Gregorian computus: the Sunday after the full moon of the church on or after 21 March
  /// (Meeus, Jones and Butcher).
  public static func easter(of year: Int) -> CalendarDate? {
    let golden = year % 19
    let century = year / 100
    let place = year % 100
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (place / 4) - epact - place % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let days = epact + weekday - 7 * late + 114
    return CalendarDate(year: year, month: days / 31, day: days % 31 + 1)
  }

  private static func saturday(from day: CalendarDate?) -> CalendarDate? {
    day.map { $0.adding(days: (13 - $0.weekday) % 7) }
  }
}
