import Association
package import Ledger
package import Statements
package import Store

/// From a book to projektuppföljningen of a year: what the office's page and the alerts have in common.
package enum FollowUps {
  /// The follow-up of a period of the year, with the forecast at its end where it is asked for. Nil ends are the year's
  /// own; the forecast of a whole year is that after its last month with a voucher.
  package static func followUp(
    of store: Store, year: FiscalYear, from: CalendarDate? = nil, through: CalendarDate? = nil,
    hasForecast: Bool = true
  ) throws -> FollowUp {
    let association = try store.association()
    let books = try store.books(of: year, from: from, through: through)
    var before: Books?
    if let from, from > year.first { before = try store.books(of: year, from: nil, through: from.previous) }
    var forecast: YearForecast?
    if hasForecast, let month = try month(of: store, year, through: through) {
      forecast = try Forecasting.forecast(of: store, at: month)
    }
    return FollowUp(
      books, mapping: try ReportMaking.mapping(of: association), association: association, before: before,
      forecast: forecast)
  }

  /// The month at whose end a forecast is told: that of the period's last day, else the last with a voucher.
  package static func month(of store: Store, _ year: FiscalYear, through: CalendarDate?) throws -> Month? {
    if let through { return Month(of: through) }
    return try store.voucherCounts(of: year).keys.max()
  }

  /// What has been used of the frames by the end of each month of the year, and the frames; of those insatser alone
  /// where some are named.
  package static func path(of store: Store, year: FiscalYear, insatser: Set<String>? = nil) throws -> [Money] {
    let association = try store.association()
    let mapping = try ReportMaking.mapping(of: association)
    return try store.monthEnds(of: year).map { books in
      FollowUp(books, mapping: mapping, association: association).lines
        .filter { insatser?.contains($0.insatsID) ?? true }.map(\.outcome).sum()
    }
  }
}

extension CalendarDate {
  /// The day before; the first day there is is its own.
  fileprivate var previous: CalendarDate {
    if day > 1 { return CalendarDate(year: year, month: month, day: day - 1) ?? self }
    let (year, month) = month > 1 ? (year, month - 1) : (year - 1, 12)
    return CalendarDate(year: year, month: month, day: CalendarDate.dayCount(ofMonth: month, year: year)) ?? self
  }
}
