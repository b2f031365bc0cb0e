import Ledger

/// What an import recorded, and what has come to stand on it since.
struct ImportRecord {
  let receipt: ImportReceipt
  /// The lines of history it is made of: its own, and in books of earlier programs those of the reversals that made
  /// room for it, which now are part of it.
  let acts: [Int64]
  private let connection: Connection
  /// The keys of its vouchers: above the first, up to the last.
  private let above: Int64
  private let through: Int64

  init(_ sequence: Int64, on connection: Connection) throws {
    self.connection = connection
    guard let receipt = try connection.imports(where: "f.history_sequence = ?1", .integer(sequence)).first else {
      throw Store.Refusal.unknownImport(sequence)
    }
    self.receipt = receipt
    func lastVoucher(_ sequence: Int64) throws -> Int64 {
      try connection.first("SELECT last_voucher_id FROM history_seal WHERE sequence = ?", .integer(sequence)) {
        $0.integer(0)
      } ?? 0
    }
    var first = sequence
    while try ImportRecord.makesRoom(first - 1, for: sequence, connection) { first -= 1 }
    acts = Array(first...sequence)
    above = try lastVoucher(first - 1)
    through = try lastVoucher(sequence)
  }

  /// Whether the line is the reversal of a year's balances in the very transaction of the import.
  private static func makesRoom(_ line: Int64, for sequence: Int64, _ connection: Connection) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM history h JOIN history i ON i.sequence = ?2 AND i.moment = h.moment AND i.actor = h.actor
      JOIN history_seal s ON s.sequence = h.sequence JOIN voucher v ON v.id = s.last_voucher_id
      JOIN voucher o ON o.id = v.reverses_id AND o.source = 3
      WHERE h.sequence = ?1 AND h.act = 'reversal' AND v.history_sequence = ?1
      """, .integer(line), .integer(sequence)
    ) { _ in true } ?? false
  }

  private var keys: [Field] { [.integer(above), .integer(through)] }

  /// What stands on it.
  func dependencies(_ years: YearLedger) throws -> [ImportDependency] {
    func year(_ id: Int64) throws -> FiscalYear {
      guard let entry = years.entries.first(where: { $0.id == id }) else {
        throw Store.Refusal.corrupt("fiscal_year \(id)")
      }
      return entry.year
    }
    func voucher(_ row: Statement) throws -> (Voucher.Number, FiscalYear) {
      (Voucher.Number(series: row.text(0), number: Int(row.integer(1))), try year(row.integer(2)))
    }
    var found: [ImportDependency] = try later(years).map { .imported($0) }
    try connection.each(
      """
      SELECT v.series, v.number, v.year_id FROM standing_voucher c CROSS JOIN voucher v ON v.id = c.reverses_id
      WHERE c.reverses_id IS NOT NULL AND c.reverses_id > ?1 AND c.reverses_id <= ?2 AND c.id > ?2
        AND c.history_sequence NOT IN (SELECT history_sequence FROM import_file)
      ORDER BY v.id
      """, fields: keys
    ) { row in
      let (number, year) = try voucher(row)
      found.append(.reversed(number, year))
    }
    try connection.each(
      """
      SELECT w.series, w.number, w.year_id
      FROM (SELECT DISTINCT year_id, series FROM voucher WHERE id > ?1 AND id <= ?2) s
      CROSS JOIN standing_voucher w ON w.year_id = s.year_id AND w.series = s.series AND w.history_sequence > ?3
      CROSS JOIN voucher p ON p.year_id = w.year_id AND p.series = w.series AND p.number = w.number - 1
      WHERE w.source <> 2 AND p.id > ?1 AND p.id <= ?2
        AND w.history_sequence NOT IN (SELECT history_sequence FROM import_file)
      ORDER BY w.id
      """, fields: keys + [.integer(receipt.sequence)]
    ) { row in
      let (number, year) = try voucher(row)
      found.append(.followed(by: number, year))
    }
    try connection.each(
      """
      SELECT DISTINCT v.series, v.number, v.year_id FROM voucher_document d JOIN voucher v ON v.id = d.voucher_id
      WHERE d.voucher_id > ?1 AND d.voucher_id <= ?2 ORDER BY v.id
      """, fields: keys
    ) { row in
      let (number, year) = try voucher(row)
      found.append(.documented(number, year))
    }
    return found + (try locks(years))
  }

  private func locks(_ years: YearLedger) throws -> [ImportDependency] {
    var months: [Month] = []
    try connection.each(
      "SELECT DISTINCT date / 100 FROM voucher WHERE id > ? AND id <= ? ORDER BY 1", fields: keys
    ) { row in
      let number = Int(row.integer(0))
      if years.closedMonths.contains(number), let month = Month(year: number / 100, month: number % 100) {
        months.append(month)
      }
    }
    // A year whose result has been carried into openings that came with the file rests on them too.
    var closed = try self.years(declared: false)
    try connection.each(
      """
      SELECT year_id FROM year_end WHERE next_year_id IN (
        SELECT year_id FROM opening WHERE history_sequence = ?)
      """, .integer(receipt.sequence)
    ) { closed.insert($0.integer(0)) }
    let entries = years.entries.filter { closed.contains($0.id) && ($0.isClosed || $0.isEnded) }
    return months.map { .monthClosed($0) } + entries.map { .yearClosed($0.year) }
  }

  /// The keys of the years it has vouchers or openings in, or has declared.
  private func years(declared: Bool) throws -> Set<Int64> {
    var years: Set<Int64> = []
    try connection.each("SELECT DISTINCT year_id FROM voucher WHERE id > ? AND id <= ?", fields: keys) {
      years.insert($0.integer(0))
    }
    try connection.each("SELECT DISTINCT year_id FROM opening WHERE history_sequence = ?", .integer(receipt.sequence)) {
      years.insert($0.integer(0))
    }
    guard declared else { return years }
    try connection.each("SELECT id FROM standing_year WHERE history_sequence = ?", .integer(receipt.sequence)) {
      years.insert($0.integer(0))
    }
    return years
  }

  /// Files that were imported later into one of its years, the first first.
  private func later(_ years: YearLedger) throws -> [ImportReceipt] {
    let mine = try self.years(declared: true)
    let receipts = try connection.imports(
      where: "f.history_sequence > ?1 AND f.history_sequence NOT IN (SELECT import_sequence FROM import_undoing)",
      .integer(receipt.sequence))
    return try receipts.filter { receipt in
      try !ImportRecord(receipt.sequence, on: connection).years(declared: true).isDisjoint(with: mine)
    }
  }

  /// Takes its vouchers out of the totals per month.
  func takeFromTotals() throws {
    try connection.run(
      """
      UPDATE period_total AS t SET debit_ore = t.debit_ore - g.debit, credit_ore = t.credit_ore - g.credit,
        row_count = t.row_count - g.row_count
      FROM (
        SELECT v.year_id AS year, r.account_id AS account, COALESCE(r.object_set_id, 0) AS objects,
          v.date / 100 AS month, SUM(MAX(r.amount_ore, 0)) AS debit, SUM(MAX(-r.amount_ore, 0)) AS credit,
          COUNT(*) AS row_count
        FROM voucher v CROSS JOIN voucher_row r ON r.voucher_id = v.id WHERE v.id > ? AND v.id <= ? GROUP BY 1, 2, 3, 4
      ) g
      WHERE t.year_id = g.year AND t.account_id = g.account AND t.object_set_id = g.objects AND t.month = g.month
      """, .integer(above), .integer(through))
    try connection.run("DELETE FROM period_total WHERE row_count = 0")
    try connection.run(
      """
      UPDATE period_count AS t SET voucher_count = t.voucher_count - g.voucher_count
      FROM (
        SELECT year_id AS year, date / 100 AS month, COUNT(*) AS voucher_count FROM voucher
        WHERE id > ? AND id <= ? GROUP BY 1, 2
      ) g
      WHERE t.year_id = g.year AND t.month = g.month
      """, .integer(above), .integer(through))
    try connection.run("DELETE FROM period_count WHERE voucher_count = 0")
  }

  /// The years it declared that nothing else uses, now that it is undone.
  func unusedYears() throws -> [Int64] {
    var years: [Int64] = []
    try connection.each(
      """
      SELECT y.id FROM standing_year y WHERE y.history_sequence = ?
        AND NOT EXISTS (SELECT 1 FROM period_count WHERE year_id = y.id)
        AND NOT EXISTS (SELECT 1 FROM standing_opening WHERE year_id = y.id)
        AND NOT EXISTS (SELECT 1 FROM period_lock WHERE year_id = y.id)
        AND NOT EXISTS (SELECT 1 FROM year_lock WHERE year_id = y.id)
        AND NOT EXISTS (SELECT 1 FROM year_end WHERE y.id IN (year_id, next_year_id))
      ORDER BY y.id
      """, .integer(receipt.sequence)
    ) { years.append($0.integer(0)) }
    return years
  }
}

extension Connection {
  /// The line of history that undid the import, or nil where none has.
  func undoing(ofImport sequence: Int64) throws -> Int64? {
    try first("SELECT history_sequence FROM import_undoing WHERE import_sequence = ?", .integer(sequence)) {
      $0.integer(0)
    }
  }
}
