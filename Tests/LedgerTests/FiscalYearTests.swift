import Ledger
import Testing

struct FiscalYearTests {
  @Test func `a calendar year runs from January to December and has its number`() throws {
    let year = try #require(FiscalYear(calendarYear: 2025))
    #expect(year.text == "2025-01-01–2025-12-31")
    #expect(year.number == 2025)
    #expect(year.months.count == 12)
    #expect(FiscalYear(calendarYear: 1899) == nil)
  }

  @Test func `a broken year is called by its last day and has all its months`() throws {
    let first = try #require(CalendarDate("2024-07-01"))
    let last = try #require(CalendarDate("2025-12-31"))
    let year = try #require(FiscalYear(first: first, last: last))

    #expect(year.number == 2025)
    #expect(year.months.map(\.yyyymm).first == 202_407)
    #expect(year.months.count == 18)
    #expect(year.contains(first) && year.contains(last) && !year.contains(last.next))
  }

  @Test func `a year that ends before it begins is none`() throws {
    let first = try #require(CalendarDate("2025-01-01"))
    let last = try #require(CalendarDate("2024-12-31"))
    #expect(FiscalYear(first: first, last: last) == nil)
    #expect(FiscalYear(first: first, last: first)?.months.count == 1)
  }
}
