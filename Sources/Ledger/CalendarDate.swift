/// A day in the calendar, without time and without time zone. Valid by construction, years 1900 to 2199.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// The day as the number `yyyymmdd`, which is how it is stored and compared.
  public let yyyymmdd: Int32

  /// The day with that number, or nil where no such day exists (30 February, month 13).
  public init?(yyyymmdd: Int) {
    let year = yyyymmdd / 10_000
    let month = yyyymmdd / 100 % 100
    guard (1900...2199).contains(year), (1...12).contains(month) else { return nil }
    guard (1...CalendarDate.dayCount(ofMonth: month, year: year)).contains(yyyymmdd % 100) else { return nil }
    self.yyyymmdd = Int32(yyyymmdd)
  }

  /// The day of that year, month and day of month, or nil where no such day exists.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.init(yyyymmdd: year * 10_000 + month * 100 + day)
  }

  /// Reads `2025-12-31` or `20251231`, nothing else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let digits: [UInt8]
    switch bytes.count {
    case 8: digits = bytes
    case 10 where bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-"):
      digits = Array(bytes[0..<4] + bytes[5..<7] + bytes[8..<10])
    default: return nil
    }
    var number = 0
    for digit in digits {
      guard digit >= 48, digit <= 57 else { return nil }
      number = number * 10 + Int(digit - 48)
    }
    self.init(yyyymmdd: number)
  }

  /// The calendar year.
  public var year: Int { Int(yyyymmdd) / 10_000 }
  /// The month, 1 to 12.
  public var month: Int { Int(yyyymmdd) / 100 % 100 }
  /// The day of the month, 1 to 31.
  public var day: Int { Int(yyyymmdd) % 100 }

  /// The day as `2025-12-31`.
  public var text: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Earlier days are smaller.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.yyyymmdd < right.yyyymmdd }

  /// How many days the month has, leap years counted by the Gregorian rule.
  public static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day after this one. The last day that can be written is its own successor.
  public var next: CalendarDate {
    CalendarDate(year: year, month: month, day: day + 1)
      ?? CalendarDate(year: year, month: month + 1, day: 1)
      ?? CalendarDate(year: year + 1, month: 1, day: 1)
      ?? self
  }
}

/// A calendar month of a year: the period by which books are locked.
public struct Month: Hashable, Comparable, Sendable {
  /// The calendar year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int

  /// The month of that year, or nil where the number is not 1 to 12.
  public init?(year: Int, month: Int) {
    guard (1...12).contains(month), (1900...2199).contains(year) else { return nil }
    self.year = year
    self.month = month
  }

  /// The month in which the day falls.
  public init(of date: CalendarDate) {
    self.year = date.year
    self.month = date.month
  }

  /// The month as the number `yyyymm`.
  public var yyyymm: Int { year * 100 + month }

  /// The last day of the month.
  public var last: CalendarDate {
    let day = CalendarDate.dayCount(ofMonth: month, year: year)
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("A month has a last day.")
    }
    return date
  }

  /// The month as `2025-12`.
  public var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  /// Earlier months are smaller.
  public static func < (left: Month, right: Month) -> Bool { left.yyyymm < right.yyyymm }
}

/// A moment in coordinated universal time, in whole seconds since 1970. Made outside the pure rooms and handed in.
public struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01 00:00:00 UTC.
  public let secondsSince1970: Int64

  /// The moment that many seconds after the beginning of 1970.
  public init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

  /// Earlier moments are smaller.
  public static func < (left: Moment, right: Moment) -> Bool { left.secondsSince1970 < right.secondsSince1970 }
}
