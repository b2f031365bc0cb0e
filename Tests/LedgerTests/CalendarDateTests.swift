import Ledger
import Testing

struct CalendarDateTests {
  @Test(arguments: ["2025-12-31", "20251231"])
  func `a day is read with or without dashes`(text: String) {
    #expect(CalendarDate(text)?.yyyymmdd == 20_251_231)
  }

  @Test(arguments: [
    "", "2025", "2025-1-1", "2025-02-29", "2100-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-01-00",
    "1899-12-31", "2200-01-01", "2025/12/31", "2025-12-31 ", "31-12-2025", "２０２５１２３１", "2025--1231", "abcdefgh",
  ])
  func `a text that is no day in the calendar is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `leap days follow the Gregorian rule`() {
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2025, month: 2, day: 29) == nil)
  }

  @Test func `every day has its successor, and a year has 365 or 366 of them`() throws {
    var day = try #require(CalendarDate(year: 2023, month: 12, day: 31))
    var count = 0
    while day.year < 2025 {
      let next = day.next
      #expect(day < next)
      #expect(CalendarDate(next.text) == next)
      day = next
      count += 1
    }
    #expect(count == 367)
    let last = try #require(CalendarDate(year: 2199, month: 12, day: 31))
    #expect(last.next == last)
  }

  @Test func `numbers that are no day are refused however large`() {
    for number in [0, -20_250_101, 20_250_001, 99_999_999, Int.max, Int.min] {
      #expect(CalendarDate(yyyymmdd: number) == nil)
    }
    #expect(CalendarDate(year: Int.max, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: 2025, month: 1, day: Int.min) == nil)
  }

  @Test func `a month is the one a day falls in`() throws {
    let day = try #require(CalendarDate("2025-03-09"))
    #expect(Month(of: day).text == "2025-03")
    #expect(Month(of: day).yyyymm == 202_503)
    #expect(Month(year: 2025, month: 13) == nil)
  }
}
