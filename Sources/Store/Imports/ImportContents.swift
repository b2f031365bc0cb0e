public import Ledger

/// What an import brought into the book, besides what its receipt counts. It is the same after the import has been
/// undone.
public struct ImportContents: Hashable, Sendable {
  /// The vouchers of one series in one year.
  public struct Series: Hashable, Sendable {
    /// The year.
    public let year: FiscalYear
    /// The series.
    public let series: String
    /// How many vouchers.
    public let count: Int
    /// The lowest number.
    public let first: Int
    /// The highest number.
    public let last: Int
    /// Whether it is the one voucher that stands for a year's balances.
    public let isBalances: Bool
  }

  /// The years that it opened in the book.
  public let years: [FiscalYear]
  /// Its vouchers, by year and series.
  public let series: [Series]
  /// How many accounts got an opening balance, by year.
  public let openings: [FiscalYear: Int]
  /// How many accounts were new, or got another name or kind.
  public let accountCount: Int
  /// How many objects were new, or got another name.
  public let objectCount: Int
}

extension Store {
  /// The import of that number, or nil.
  public func importReceipt(_ sequence: Int64) throws(Refusal) -> ImportReceipt? {
    try read { try $0.imports(where: "f.history_sequence = ?1", .integer(sequence)).first }
  }

  /// What the import of that number brought into the book.
  public func contents(ofImport sequence: Int64) throws(Refusal) -> ImportContents {
    try read { connection in
      var years: [Int64: FiscalYear] = [:]
      var opened: [FiscalYear] = []
      try connection.each("SELECT id, first_day, last_day, history_sequence FROM fiscal_year ORDER BY first_day") {
        guard let first = CalendarDate(yyyymmdd: Int($0.integer(1))),
          let last = CalendarDate(yyyymmdd: Int($0.integer(2))), let year = FiscalYear(first: first, last: last)
        else { throw Refusal.corrupt("fiscal_year \($0.integer(0))") }
        years[$0.integer(0)] = year
        if $0.integer(3) == sequence { opened.append(year) }
      }
      var series: [ImportContents.Series] = []
      // What one act recorded are the vouchers between the last of the line before and its own last.
      try connection.each(
        """
        SELECT year_id, series, COUNT(*), MIN(number), MAX(number), source = 3 FROM voucher
        WHERE id > COALESCE((SELECT last_voucher_id FROM history_seal WHERE sequence = ?1 - 1), 0)
          AND id <= (SELECT last_voucher_id FROM history_seal WHERE sequence = ?1)
        GROUP BY year_id, series, source = 3 ORDER BY year_id, series
        """, .integer(sequence)
      ) {
        guard let year = years[$0.integer(0)] else { return }
        series.append(
          ImportContents.Series(
            year: year, series: $0.text(1), count: Int($0.integer(2)), first: Int($0.integer(3)),
            last: Int($0.integer(4)), isBalances: $0.integer(5) == 1))
      }
      var openings: [FiscalYear: Int] = [:]
      try connection.each(
        "SELECT year_id, COUNT(DISTINCT account_id) FROM opening WHERE history_sequence = ? GROUP BY year_id",
        .integer(sequence)
      ) { row in
        if let year = years[row.integer(0)] { openings[year] = Int(row.integer(1)) }
      }
      func count(_ table: StaticString, _ column: StaticString) throws -> Int {
        let sql = "SELECT COUNT(DISTINCT \(column)) FROM \(table) WHERE history_sequence = ?"
        return Int(try connection.first(sql, .integer(sequence)) { $0.integer(0) } ?? 0)
      }
      return ImportContents(
        years: opened, series: series.sorted { ($0.year, $0.series) < ($1.year, $1.series) }, openings: openings,
        accountCount: try count("account_declaration", "account_id"), objectCount: try count("object_name", "object_id")
      )
    }
  }
}
