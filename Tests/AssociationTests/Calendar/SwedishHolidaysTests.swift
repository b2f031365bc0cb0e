import Association
import Ledger
import Testing

struct SwedishHolidaysTests {
  /// The days from Monday to Friday that were no working days, as the printed calendars have them.
  @Test(arguments: [
    (
      2004,
      "01-01 01-06 04-09 04-12 05-20 05-31 06-25 12-24 12-31"
    ),
    (2005, "01-06 03-25 03-28 05-05 06-06 06-24 12-26"),
    (2024, "01-01 03-29 04-01 05-01 05-09 06-06 06-21 12-24 12-25 12-26 12-31"),
    (2025, "01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 12-24 12-25 12-26 12-31"),
    (2026, "01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31"),
    (2027, "01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31"),
  ])
  func `the days of a week that are no working days are those of the printed calendar`(
    year: Int, days: String
  ) throws {
    var day = try #require(CalendarDate(year: year, month: 1, day: 1))
    var found: [String] = []
    while day.year == year {
      if day.weekday < 6, !SwedishHolidays.isWorkingDay(day) { found.append(String(day.text.dropFirst(5))) }
      day = day.next
    }

    #expect(found.joined(separator: " ") == days)
  }

  @Test(arguments: [
    (1943, "1943-04-25"), (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"),
    (2038, "2038-04-25"), (2285, ""),
  ])
  func `Easter is the Sunday that the tables of the church have`(year: Int, day: String) {
    #expect(SwedishHolidays.easter(of: year)?.text ?? "" == day)
  }

  @Test func `Midsummer and All Saints are Saturdays within their weeks, every year that can be written`() {
    for year in 1953...2199 {
      let days = SwedishHolidays.days(of: year)
      #expect(days.contains { $0.month == 6 && (20...26).contains($0.day) && $0.weekday == 6 })
      #expect(days.contains { ($0.month == 10 && $0.day == 31 || $0.month == 11 && $0.day <= 6) && $0.weekday == 6 })
      #expect(SwedishHolidays.easter(of: year)?.weekday == 7)
    }
  }
}
