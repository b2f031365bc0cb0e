/// A moment as it is read in Sweden. Reckoned here, so that it is the same on every machine: CET, and one hour more from
/// the last Sunday of March to the last of October, 01.00 UTC (directive 2000/84/EC).
extension Moment {
  /// The day in Sweden; nil outside the years that a day can be written in.
  public var dayInSweden: CalendarDate? {
    let (year, month, day) = Moment.date(Moment.floor(localSeconds, 86_400))
    return CalendarDate(year: Int(year), month: Int(month), day: Int(day))
  }

  /// The clock in Sweden.
  public var clockInSweden: (hour: Int, minute: Int) {
    let minutes = (localSeconds - Moment.floor(localSeconds, 86_400) * 86_400) / 60
    return (Int(minutes / 60), Int(minutes % 60))
  }

  /// The moment in coordinated universal time in the basic form of ISO 8601: `20260612T070000Z`.
  public var universalText: String {
    let days = Moment.floor(secondsSince1970, 86_400)
    let (year, month, day) = Moment.date(days)
    let second = Int(secondsSince1970 - days * 86_400)
    let parts = [Int(month), Int(day), second / 3600, second / 60 % 60, second % 60].map {
      ($0 < 10 ? "0" : "") + "\($0)"
    }
    return "\(year)\(parts[0])\(parts[1])T\(parts[2])\(parts[3])\(parts[4])Z"
  }

  private var localSeconds: Int64 { secondsSince1970 + (Moment.isSummer(secondsSince1970) ? 7200 : 3600) }

  private static func isSummer(_ seconds: Int64) -> Bool {
    let year = date(floor(seconds, 86_400)).year
    let (start, end) = (lastSunday(year, 3), lastSunday(year, 10))
    return seconds >= start * 86_400 + 3600 && seconds < end * 86_400 + 3600
  }

  /// The day number, from 1970, of a month's last Sunday; both months have 31 days.
  private static func lastSunday(_ year: Int64, _ month: Int64) -> Int64 {
    let last = dayNumber(year, month, 31)
    // 1 January 1970 was a Thursday.
    return last - (last + 4) % 7
  }

  // The calendar as whole days since 1970, in years that begin with March, so that a leap day ends one.

  private static func dayNumber(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return 365 * shifted + floor(shifted, 4) - floor(shifted, 100) + floor(shifted, 400) + dayOfYear - 719_468
  }

  private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let all = days + 719_468
    let era = floor(all, 146_097)
    let dayOfEra = all - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func floor(_ number: Int64, _ divisor: Int64) -> Int64 {
    number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
  }
}
