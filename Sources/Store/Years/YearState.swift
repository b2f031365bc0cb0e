public import Ledger

/// How a year of the book stands.
public struct YearState: Hashable, Sendable {
  /// The year.
  public let year: FiscalYear
  /// Whether nothing more can be recorded in it.
  public let isClosed: Bool
  /// Whether its result has been carried to equity and the next year opened.
  public let isEnded: Bool
  /// The months that are closed one by one.
  public let closedMonths: Set<Month>
  /// How many vouchers it has.
  public let voucherCount: Int

  /// Whether nothing can be recorded in the month: it is closed, or its year is.
  public func isClosed(_ month: Month) -> Bool { isClosed || closedMonths.contains(month) }
}

/// That a month or a year was closed, or opened again.
public struct LockLine: Hashable, Sendable {
  /// The line of history it is.
  public let sequence: Int64
  /// The month; nil where it is the whole year.
  public let month: Month?
  /// Whether it was closed, not opened again.
  public let closes: Bool
  /// Why it was opened again; empty where it was closed.
  public let reason: String
  /// Who.
  public let by: String
  /// When.
  public let at: Moment
}

/// What became of a year that has been ended.
public struct YearEnding: Hashable, Sendable {
  /// The line of history it is.
  public let sequence: Int64
  /// The voucher that carried the result; nil where there was none to carry.
  public let voucher: Voucher.Number?
  /// The year that was opened.
  public let next: FiscalYear
  /// Where the result was carried to.
  public let yearResultAccount: AccountNumber
  /// Where it opened the next year.
  public let retainedAccount: AccountNumber
  /// Who.
  public let by: String
  /// When.
  public let at: Moment
}

extension Store {
  /// How each year of the book stands, first year first.
  public func yearStates() throws(Refusal) -> [YearState] {
    try read { connection in
      let ledger = try YearLedger(connection)
      var counts: [Int64: Int] = [:]
      try connection.each("SELECT year_id, SUM(voucher_count) FROM period_count GROUP BY year_id") {
        counts[$0.integer(0)] = Int($0.integer(1))
      }
      return ledger.entries.map { entry in
        YearState(
          year: entry.year, isClosed: entry.isClosed, isEnded: entry.isEnded,
          closedMonths: Set(entry.year.months.filter { ledger.closedMonths.contains($0.yyyymm) }),
          voucherCount: counts[entry.id] ?? 0)
      }
    }
  }

  /// Every time the year or a month of it was closed or opened again, the first first.
  public func locks(of year: FiscalYear) throws(Refusal) -> [LockLine] {
    try read { connection in
      var lines: [LockLine] = []
      try connection.each(
        """
        SELECT l.history_sequence, l.month, l.closes, l.reason, h.actor, h.moment FROM (
          SELECT history_sequence, year_id, month, closes, reason FROM period_lock
          UNION ALL SELECT history_sequence, year_id, NULL, closes, reason FROM year_lock) l
        JOIN history h ON h.sequence = l.history_sequence WHERE l.year_id = ? ORDER BY l.history_sequence
        """, .integer(try YearLedger(connection).entry(year).id)
      ) { row in
        let month = row.optionalInteger(1).flatMap { Month(year: Int($0) / 100, month: Int($0) % 100) }
        lines.append(
          LockLine(
            sequence: row.integer(0), month: month, closes: row.integer(2) == 1, reason: row.text(3), by: row.text(4),
            at: Moment(secondsSince1970: row.integer(5))))
      }
      return lines
    }
  }

  /// What became of the year when it was ended; nil where it has not been.
  public func ending(of year: FiscalYear) throws(Refusal) -> YearEnding? {
    try read { connection in
      let ledger = try YearLedger(connection)
      var ending: YearEnding?
      try connection.each(
        """
        SELECT e.history_sequence, v.series, v.number, e.next_year_id, r.number, k.number, h.actor, h.moment
        FROM year_end e JOIN history h ON h.sequence = e.history_sequence
        JOIN account r ON r.id = e.year_result_account_id JOIN account k ON k.id = e.retained_account_id
        LEFT JOIN voucher v ON v.id = e.voucher_id WHERE e.year_id = ?
        """, .integer(try ledger.entry(year).id)
      ) { row in
        guard let next = ledger.entries.first(where: { $0.id == row.integer(3) })?.year else {
          throw Refusal.corrupt("year_end \(year.text)")
        }
        let voucher = row.optionalText(1).map { Voucher.Number(series: $0, number: Int(row.integer(2))) }
        ending = YearEnding(
          sequence: row.integer(0), voucher: voucher, next: next, yearResultAccount: AccountNumber(row.text(4)),
          retainedAccount: AccountNumber(row.text(5)), by: row.text(6), at: Moment(secondsSince1970: row.integer(7)))
      }
      return ending
    }
  }

  /// How many vouchers each month of the year has.
  public func voucherCounts(of year: FiscalYear) throws(Refusal) -> [Month: Int] {
    try read { connection in
      var counts: [Month: Int] = [:]
      try connection.each(
        "SELECT month, voucher_count FROM period_count WHERE year_id = ?",
        .integer(try YearLedger(connection).entry(year).id)
      ) { row in
        guard let month = Month(year: Int(row.integer(0)) / 100, month: Int(row.integer(0)) % 100) else { return }
        counts[month] = Int(row.integer(1))
      }
      return counts
    }
  }
}
