import Ledger

/// The order of a list: newest day first, highest number first within it. It is that of the index `voucher_day`
/// read backwards; the two last columns only tell apart what has the same day and number.
private let newestFirst = "v.date DESC, v.number DESC, v.history_sequence DESC, v.id DESC"

extension Connection {
  /// A page of the vouchers that the filter keeps.
  func voucherPage(_ filter: VoucherFilter, offset: Int, limit: Int) throws -> VoucherPage {
    let year = try YearLedger(self).entry(filter.year)
    let period = ListPeriod(filter.year, from: filter.from, through: filter.through)
    let words = SearchWords(filter.text)
    guard !period.isEmpty else { return VoucherPage(lines: [], count: 0, sum: .zero) }
    let rows = ListCondition.hasRow(filter)
    guard rows != nil || !words.isEmpty else { return try wholePage(of: year, period, offset: offset, limit: limit) }
    var condition = ListCondition.days(period.first...period.last, of: year)
    if let rows { condition = try condition && months(of: year, filter) && rows }
    if !words.isEmpty { condition = try condition && meaning(of: words, in: year) }
    return try page(condition, offset: offset, limit: limit)
  }

  /// A page of all of the period's vouchers: how many they are and their sum are kept per month, so that only what is
  /// shown is read, and the months before it are passed over.
  private func wholePage(
    of year: YearLedger.Entry, _ period: ListPeriod, offset: Int, limit: Int
  ) throws -> VoucherPage {
    var (count, sum): (Int64, Int64) = (0, 0)
    var (last, skipped) = (period.last, Int64(0))
    if let months = period.months {
      let fields: [Field] = [.integer(year.id), .integer(months.lowerBound), .integer(months.upperBound)]
      try each(
        """
        SELECT month, voucher_count FROM period_count WHERE year_id = ? AND month BETWEEN ? AND ? ORDER BY month DESC
        """, fields: fields
      ) { row in
        if period.isWhole, count == skipped, count + row.integer(1) <= Int64(offset) {
          skipped += row.integer(1)
          last = row.integer(0) * 100
        }
        count += row.integer(1)
      }
      try each(
        "SELECT COALESCE(SUM(debit_ore), 0) FROM period_total WHERE year_id = ? AND month BETWEEN ? AND ?",
        fields: fields
      ) { sum += $0.integer(0) }
    }
    for cut in period.cuts {
      let condition = ListCondition.days(cut, of: year)
      try each(
        """
        SELECT COUNT(*), COALESCE(SUM((
          SELECT SUM(amount_ore) FROM voucher_row r WHERE r.voucher_id = v.id AND r.amount_ore > 0)), 0)
        FROM standing_voucher v WHERE \(condition.sql)
        """, fields: condition.fields
      ) { row in
        count += row.integer(0)
        sum += row.integer(1)
      }
    }
    guard offset < count else { return VoucherPage(lines: [], count: Int(count), sum: Money(ore: sum)) }
    let days = ListCondition.days(period.first...max(period.first, last), of: year)
    let ids = try voucherIDs(days, offset: offset - Int(skipped), limit: limit)
    return VoucherPage(lines: try ids.compactMap { try voucherLine($0) }, count: Int(count), sum: Money(ore: sum))
  }

  private func voucherIDs(_ condition: ListCondition, offset: Int, limit: Int) throws -> [Int64] {
    var ids: [Int64] = []
    try each(
      "SELECT v.id FROM standing_voucher v WHERE \(condition.sql) ORDER BY \(newestFirst) LIMIT ? OFFSET ?",
      fields: condition.fields + [.integer(limit), .integer(offset)]
    ) { ids.append($0.integer(0)) }
    return ids
  }

  /// A page of the vouchers that the condition keeps: all of them are looked at, to be counted and added up.
  private func page(_ condition: ListCondition, offset: Int, limit: Int) throws -> VoucherPage {
    var ids: [Int64] = []
    var count = 0
    var sum: Int64 = 0
    try each(
      """
      SELECT v.id, (SELECT SUM(amount_ore) FROM voucher_row r WHERE r.voucher_id = v.id AND r.amount_ore > 0)
      FROM standing_voucher v WHERE \(condition.sql) ORDER BY \(newestFirst)
      """, fields: condition.fields
    ) { row in
      if count >= offset, ids.count < limit { ids.append(row.integer(0)) }
      count += 1
      sum += row.integer(1)
    }
    return VoucherPage(lines: try ids.compactMap { try voucherLine($0) }, count: count, sum: Money(ore: sum))
  }

  /// The voucher `v` falls in a month in which the filter's accounts or object moved: seldom used accounts are found
  /// without looking at every voucher's rows.
  func months(of year: YearLedger.Entry, _ filter: VoucherFilter) throws -> ListCondition {
    let rows = ListCondition.rows("t", filter)
    var months: [String] = []
    try each(
      "SELECT DISTINCT t.month FROM period_total t WHERE t.year_id = ? AND \(rows.sql)",
      fields: [.integer(year.id)] + rows.fields
    ) { months.append("\($0.integer(0))") }
    return ListCondition("v.date / 100 IN (\(months.joined(separator: ", ")))")
  }

  /// What the words mean among the year's vouchers: a voucher's whole number, where there is one of that number.
  private func meaning(of words: SearchWords, in year: YearLedger.Entry) throws -> ListCondition {
    guard let number = words.number, let id = try voucherID(typed: number, in: year) else { return .meant(words) }
    return ListCondition("v.id = ?", [.integer(id)])
  }

  /// The key of the voucher of that number, its series written in small letters or great.
  private func voucherID(typed number: Voucher.Number, in year: YearLedger.Entry) throws -> Int64? {
    let great = Voucher.Number(series: number.series.uppercased(), number: number.number)
    return try voucherID(number, in: year) ?? voucherID(great, in: year)
  }

  /// The key of the voucher of that number that stands.
  func voucherID(_ number: Voucher.Number, in year: YearLedger.Entry) throws -> Int64? {
    try first(
      "SELECT id FROM standing_voucher WHERE year_id = ? AND series = ? AND number = ?", .integer(year.id),
      .text(number.series), .integer(number.number)
    ) { $0.integer(0) }
  }

  /// A voucher as a line of a list.
  private func voucherLine(_ id: Int64) throws -> VoucherLine? {
    try first(
      """
      SELECT v.series, v.number, v.date, v.text, v.counterparty,
        (SELECT SUM(amount_ore) FROM voucher_row r WHERE r.voucher_id = v.id AND r.amount_ore > 0),
        (SELECT COUNT(*) FROM voucher_attachment a WHERE a.voucher_id = v.id)
          + (SELECT COUNT(*) FROM voucher_document d WHERE d.voucher_id = v.id),
        o.series, o.number, c.series, c.number
      FROM voucher v LEFT JOIN voucher o ON o.id = v.reverses_id
        LEFT JOIN standing_voucher c ON c.reverses_id = v.id
      WHERE v.id = ?
      """, .integer(id)
    ) { row in
      let number = Voucher.Number(series: row.text(0), number: Int(row.integer(1)))
      guard let date = CalendarDate(yyyymmdd: Int(row.integer(2))) else {
        throw Store.Refusal.corrupt("voucher \(number.text)")
      }
      func other(_ column: Int) -> Voucher.Number? {
        row.isNull(column + 1)
          ? nil : Voucher.Number(series: row.text(column), number: Int(row.integer(column + 1)))
      }
      return VoucherLine(
        number: number, date: date, text: row.text(3), counterparty: row.text(4), sum: Money(ore: row.integer(5)),
        documentCount: Int(row.integer(6)), reverses: other(7), reversedBy: other(9))
    }
  }

  /// Vouchers of all years that the words mean: those of that number first, then the others; the newest first.
  func searchVouchers(_ text: String, limit: Int) throws -> [(year: FiscalYear, line: VoucherLine)] {
    let words = SearchWords(text)
    guard !words.isEmpty, limit > 0 else { return [] }
    let years = try YearLedger(self).entries.reversed()
    var found: [(year: FiscalYear, line: VoucherLine)] = []
    var known: Set<Int64> = []
    func add(_ ids: [Int64], of year: YearLedger.Entry) throws {
      for id in ids where found.count < limit && known.insert(id).inserted {
        if let line = try voucherLine(id) { found.append((year.year, line)) }
      }
    }
    for year in years { try add(numbered(words, in: year), of: year) }
    if words.number != nil, !found.isEmpty { return found }
    for year in years where found.count < limit {
      let days = Int64(year.year.first.yyyymmdd)...Int64(year.year.last.yyyymmdd)
      let ids = try voucherIDs(.days(days, of: year) && .searched(words), offset: 0, limit: limit)
      try add(ids, of: year)
    }
    return found
  }

  /// The year's vouchers of the number, in its series or in any.
  private func numbered(_ words: SearchWords, in year: YearLedger.Entry) throws -> [Int64] {
    if let number = words.number { return try [voucherID(typed: number, in: year)].compactMap { $0 } }
    guard let number = words.anyNumber else { return [] }
    var ids: [Int64] = []
    for series in try series(of: year) {
      if let id = try voucherID(Voucher.Number(series: series, number: number), in: year) { ids.append(id) }
    }
    return ids
  }

  /// The year's series, found by going from the first number of one to the first of the next.
  private func series(of year: YearLedger.Entry) throws -> [String] {
    var series: [String] = []
    while let next = try first(
      "SELECT MIN(series) FROM voucher WHERE year_id = ?1 AND (?2 IS NULL OR series > ?2)", .integer(year.id),
      series.last.map { .text($0) } ?? .null, body: { $0.optionalText(0) }
    ), let next { series.append(next) }
    return series
  }
}
