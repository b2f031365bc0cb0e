public import Ledger

/// What stands around a voucher in the book: the numbers before and after it in its series, what it corrects and what
/// corrects it, each with its year.
public struct VoucherSurroundings: Hashable, Sendable {
  /// A voucher of another year or the same.
  public struct Neighbour: Hashable, Sendable {
    /// In which year.
    public let year: FiscalYear
    /// Its number.
    public let number: Voucher.Number

    /// The voucher of that number in that year.
    public init(year: FiscalYear, number: Voucher.Number) {
      self.year = year
      self.number = number
    }
  }

  /// The number before it in its series, in the same year.
  public let previous: Voucher.Number?
  /// The number after it.
  public let next: Voucher.Number?
  /// What it reverses.
  public let reverses: Neighbour?
  /// What reverses it.
  public let reversedBy: Neighbour?
  /// The voucher entered in its place after it was reversed.
  public let replacedBy: Neighbour?
  /// The import it came with, by its line of history; nil where it came with none.
  public let importSequence: Int64?
}

extension Voucher {
  /// How the text of a voucher begins that was entered in the place of another: `Ersätter A 17 (2025): `. The pointer
  /// is carried in the text so that it also stands in every export.
  public static func replacementMark(of number: Number, year: Int) -> String {
    "Ersätter \(number.text) (\(year)): "
  }
}

extension Store {
  /// What stands around a voucher; nil where the year has none of that number.
  public func surroundings(of number: Voucher.Number, in year: FiscalYear) throws(Refusal) -> VoucherSurroundings? {
    try read { connection in
      let years = try YearLedger(connection)
      let entry = try years.entry(year)
      let found = try connection.first(
        """
        SELECT v.id, v.reverses_id, v.history_sequence,
          (SELECT MAX(number) FROM standing_voucher WHERE year_id = ?1 AND series = ?2 AND number < ?3),
          (SELECT MIN(number) FROM standing_voucher WHERE year_id = ?1 AND series = ?2 AND number > ?3),
          (SELECT id FROM standing_voucher WHERE reverses_id = v.id),
          EXISTS (SELECT 1 FROM import_file WHERE history_sequence = v.history_sequence)
        FROM standing_voucher v WHERE v.year_id = ?1 AND v.series = ?2 AND v.number = ?3
        """, .integer(entry.id), .text(number.series), .integer(number.number)
      ) { row in
        (
          reverses: row.optionalInteger(1), sequence: row.integer(2), previous: row.optionalInteger(3),
          next: row.optionalInteger(4), reversal: row.optionalInteger(5), isImported: row.integer(6) == 1
        )
      }
      guard let found else { return nil }
      return VoucherSurroundings(
        previous: found.previous.map { Voucher.Number(series: number.series, number: Int($0)) },
        next: found.next.map { Voucher.Number(series: number.series, number: Int($0)) },
        reverses: try connection.neighbour(found.reverses, among: years),
        reversedBy: try connection.neighbour(found.reversal, among: years),
        replacedBy: try found.reversal.flatMap {
          try connection.replacement(of: number, in: year, after: $0, among: years)
        }, importSequence: found.isImported ? found.sequence : nil)
    }
  }

  /// The series that vouchers have been entered in here, most used first, counted among the latest five thousand.
  public func enteredSeries() throws(Refusal) -> [String] {
    try read { connection in
      var series: [String] = []
      try connection.each(
        """
        SELECT series FROM standing_voucher
        WHERE source = 1 AND reverses_id IS NULL AND id > (SELECT COALESCE(MAX(id), 0) - 5000 FROM voucher)
        GROUP BY series ORDER BY COUNT(*) DESC, series
        """
      ) { series.append($0.text(0)) }
      return series
    }
  }

  /// How many rows each account has in the book; accounts without are left out.
  public func accountUse() throws(Refusal) -> [AccountNumber: Int] {
    try read { connection in
      var use: [AccountNumber: Int] = [:]
      try connection.each(
        """
        SELECT a.number, SUM(t.row_count) FROM period_total t JOIN account a ON a.id = t.account_id
        GROUP BY t.account_id HAVING SUM(t.row_count) > 0
        """
      ) { use[AccountNumber($0.text(0))] = Int($0.integer(1)) }
      return use
    }
  }
}

extension Connection {
  fileprivate func neighbour(
    _ id: Int64?, among years: YearLedger
  ) throws -> VoucherSurroundings.Neighbour? {
    guard let id else { return nil }
    return try first("SELECT year_id, series, number FROM voucher WHERE id = ?", .integer(id)) { row in
      years.entries.first { $0.id == row.integer(0) }.map { entry in
        VoucherSurroundings.Neighbour(
          year: entry.year, number: Voucher.Number(series: row.text(1), number: Int(row.integer(2))))
      }
    } ?? nil
  }

  /// What was entered in the voucher's place: the first after its reversal whose text begins with the mark of it.
  fileprivate func replacement(
    of number: Voucher.Number, in year: FiscalYear, after reversal: Int64, among years: YearLedger
  ) throws -> VoucherSurroundings.Neighbour? {
    let mark = Voucher.replacementMark(of: number, year: year.number)
    let id = try first(
      """
      SELECT id FROM standing_voucher
      WHERE id > ?1 AND source = 1 AND substr(text, 1, length(?2)) = ?2 ORDER BY id LIMIT 1
      """, .integer(reversal), .text(mark)
    ) { $0.integer(0) }
    return try neighbour(id, among: years)
  }
}
