import Desk
import Ledger
import Store

/// The days on which something can be booked: those of open months in open years.
struct OpenDays {
  private let years: [(year: FiscalYear, isOpen: Bool)]
  private let closedMonths: Set<Month>

  init(_ store: Store) throws {
    years = try store.fiscalYears().map { ($0, try !store.isClosed($0)) }
    closedMonths = Set(try store.closedMonths())
  }

  /// The year that a day without one is of: the latest open year that has begun, else the latest.
  func workingYear(on today: CalendarDate) -> Int? {
    (years.last { $0.isOpen && $0.year.first <= today } ?? years.last)?.year.number
  }

  /// The year of a day, or nil outside the book's years.
  func year(of day: CalendarDate) -> FiscalYear? { years.first { $0.year.contains(day) }?.year }

  func isOpen(_ day: CalendarDate) -> Bool { obstacle(on: day) == nil }

  /// The latest open day that is not after that day, or nil.
  func last(through day: CalendarDate) -> CalendarDate? {
    for year in years.reversed() where year.isOpen && year.year.first <= day {
      for month in year.year.months.reversed() where !closedMonths.contains(month) {
        if let open = OpenDays.days(of: month, in: year.year), open.lowerBound <= day {
          return min(day, open.upperBound)
        }
      }
    }
    return nil
  }

  /// The earliest open day that is not before that day, or nil.
  func first(from day: CalendarDate) -> CalendarDate? {
    for year in years where year.isOpen && year.year.last >= day {
      for month in year.year.months where !closedMonths.contains(month) {
        if let open = OpenDays.days(of: month, in: year.year), open.upperBound >= day {
          return max(day, open.lowerBound)
        }
      }
    }
    return nil
  }

  /// Why nothing can be booked on the day, and what to do; nil where it can.
  func obstacle(on day: CalendarDate) -> String? {
    guard let year = years.first(where: { $0.year.contains(day) }) else {
      let all = years.map { "\($0.year.number)" }.joined(separator: ", ")
      let have = all.isEmpty ? "Boken har inget räkenskapsår än" : "Boken har räkenskapsåren \(all)"
      return
        "\(day.text) ligger utanför bokens räkenskapsår. \(have). Välj en dag i ett av dem, eller öppna året först."
    }
    guard year.isOpen else {
      return
        "Räkenskapsåret \(year.year.number) är stängt, så inget kan bokföras \(day.text). Välj en dag i ett öppet år."
    }
    guard !closedMonths.contains(Month(of: day)) else {
      let near = first(from: day) ?? last(through: day)
      let hint = near.map { " Närmaste öppna dag är \($0.text)." } ?? ""
      let name = MonthName.capital(Month(of: day))
      return "\(name) är stängd, så inget kan bokföras \(day.text). Välj en dag i en öppen månad.\(hint)"
    }
    return nil
  }

  /// The same in two words.
  func briefObstacle(on day: CalendarDate) -> String {
    guard let year = years.first(where: { $0.year.contains(day) }) else { return "Utanför åren" }
    return year.isOpen ? "Stängd månad" : "Stängt år"
  }

  private static func days(of month: Month, in year: FiscalYear) -> ClosedRange<CalendarDate>? {
    let count = CalendarDate.dayCount(ofMonth: month.month, year: month.year)
    guard let first = CalendarDate(year: month.year, month: month.month, day: 1),
      let last = CalendarDate(year: month.year, month: month.month, day: count)
    else { return nil }
    return max(first, year.first)...min(last, year.last)
  }
}
