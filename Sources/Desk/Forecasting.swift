package import Ledger
package import Statements
package import Store

/// From a book to the forecast of a year: what `finsam forecast` and the office's page have in common.
package enum Forecasting {
  /// The forecast at the end of that month, with what is tried; nil where the book has no year with that month.
  package static func forecast(
    of store: Store, at month: Month, trials: [YearForecast.Trial] = []
  ) throws -> YearForecast? {
    let years = try store.fiscalYears()
    guard let year = years.last(where: { $0.months.contains(month) }), let thisYear = try monthEnds(of: store, year)
    else { return nil }
    let before = years.last { $0.last < year.first && $0.months.count == year.months.count }
    let association = try store.association()
    return YearForecast(
      at: month, thisYear: thisYear, lastYear: try before.flatMap { try monthEnds(of: store, $0) },
      mapping: try ReportMaking.mapping(of: association), association: association, trials: trials)
  }

  private static func monthEnds(of store: Store, _ year: FiscalYear) throws -> MonthEnds? {
    MonthEnds(year: year, books: try store.monthEnds(of: year))
  }
}
