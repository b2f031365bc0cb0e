public import Ledger

/// What one line of history recorded, as far as it can be followed to something that has a page.
public struct RecordedFacts: Sendable {
  /// A voucher by its year and number.
  public struct VoucherPlace: Hashable, Sendable {
    /// The year.
    public let year: FiscalYear
    /// The number in the year.
    public let number: Voucher.Number
    /// Whether it still stands: the import it came by has not been undone.
    public let stands: Bool
  }

  /// A document by its digest.
  public struct Document: Hashable, Sendable {
    /// SHA-256 of its bytes.
    public let sha256: String
    /// The file's name.
    public let name: String
  }

  /// A chapter of a report that was called ready, or not ready.
  public struct Mark: Hashable, Sendable {
    /// The report's year.
    public let year: Int
    /// The chapter's id.
    public let chapter: String
    /// Which.
    public let isReady: Bool
  }

  /// The vouchers, the first first; at most `voucherCountMax` of them.
  public let vouchers: [VoucherPlace]
  /// How many vouchers there are in all.
  public let voucherCount: Int
  /// Documents that were kept.
  public let documents: [Document]
  /// The tables of the association that were changed, by name.
  public let editedTables: [String]
  /// A month or a year that was closed or opened again.
  public let lock: LockLine?
  /// A user as they were described, and before that.
  public let user: (now: User, before: User?)?
  /// The comment that was made or ended.
  public let comment: ID<Comment>?
  /// The chapter that was marked.
  public let mark: Mark?

  /// So many vouchers are listed; a file that was imported has its own page.
  public static let voucherCountMax = 50
}

extension Store {
  /// What a line of history recorded.
  public func recordedFacts(in sequence: Int64) throws(Refusal) -> RecordedFacts {
    try read { connection in
      let (vouchers, count) = try connection.vouchers(recordedIn: sequence)
      var documents: [RecordedFacts.Document] = []
      try connection.each(
        """
        SELECT a.sha256, a.name FROM attachment a WHERE a.history_sequence = ?1
        UNION SELECT a.sha256, a.name FROM voucher_document d JOIN attachment a ON a.id = d.attachment_id
        WHERE d.history_sequence = ?1 ORDER BY 2
        """, .integer(sequence)
      ) { documents.append(RecordedFacts.Document(sha256: $0.text(0), name: $0.text(1))) }
      let comment = try connection.first(
        """
        SELECT id FROM comment WHERE history_sequence = ?1
        UNION SELECT comment_id FROM comment_ending WHERE history_sequence = ?1
        """, .integer(sequence)
      ) { ID<Comment>(rawValue: $0.integer(0)) }
      let mark = try connection.first(
        "SELECT year, chapter, is_ready FROM chapter_mark WHERE history_sequence = ?", .integer(sequence)
      ) { RecordedFacts.Mark(year: Int($0.integer(0)), chapter: $0.text(1), isReady: $0.integer(2) == 1) }
      return RecordedFacts(
        vouchers: vouchers, voucherCount: count, documents: documents,
        editedTables: try connection.editedTables(from: sequence, through: sequence)[sequence] ?? [],
        lock: try connection.lock(recordedIn: sequence), user: try connection.user(recordedIn: sequence),
        comment: comment, mark: mark)
    }
  }

  /// Which tables of the association each of those lines of history changed, by name; `user` where it added a user.
  public func editedTables(from first: Int64, through last: Int64) throws(Refusal) -> [Int64: [String]] {
    try read { connection in
      var tables = try connection.editedTables(from: first, through: last)
      try connection.each(
        "SELECT history_sequence FROM user WHERE history_sequence BETWEEN ? AND ?", .integer(first), .integer(last)
      ) { tables[$0.integer(0), default: []].append("user") }
      return tables
    }
  }

  /// One line of history, or nil.
  public func historyLine(_ sequence: Int64) throws(Refusal) -> HistoryLine? {
    try read { try $0.history(of: sequence).first }
  }

  /// Everybody who has done something in the book, by name.
  public func historyActors() throws(Refusal) -> [String] {
    try read { connection in
      var names: [String] = []
      try connection.each("SELECT DISTINCT actor FROM history ORDER BY actor") { names.append($0.text(0)) }
      return names
    }
  }
}

extension Connection {
  /// The first vouchers of a line, and how many there are: those between the last of the line before and its own last.
  fileprivate func vouchers(recordedIn sequence: Int64) throws -> ([RecordedFacts.VoucherPlace], Int) {
    func last(_ sequence: Int64) throws -> Int64 {
      try first("SELECT last_voucher_id FROM history_seal WHERE sequence = ?", .integer(sequence)) { $0.integer(0) }
        ?? 0
    }
    let (before, after) = (try last(sequence - 1), try last(sequence))
    guard after > before else { return ([], 0) }
    var years: [Int64: FiscalYear] = [:]
    // A year that was undone with its import is no year of the book, but its days are still told.
    try each("SELECT id, first_day, last_day FROM fiscal_year") { row in
      guard let first = CalendarDate(yyyymmdd: Int(row.integer(1))),
        let last = CalendarDate(yyyymmdd: Int(row.integer(2)))
      else { return }
      years[row.integer(0)] = FiscalYear(first: first, last: last)
    }
    var places: [RecordedFacts.VoucherPlace] = []
    try each(
      """
      SELECT year_id, series, number, history_sequence IN (SELECT import_sequence FROM import_undoing) FROM voucher
      WHERE id > ? AND id <= ? ORDER BY id LIMIT ?
      """, .integer(before), .integer(after), .integer(RecordedFacts.voucherCountMax)
    ) { row in
      guard let year = years[row.integer(0)] else { return }
      places.append(
        RecordedFacts.VoucherPlace(
          year: year, number: Voucher.Number(series: row.text(1), number: Int(row.integer(2))),
          stands: row.integer(3) == 0))
    }
    return (places, Int(after - before))
  }

  fileprivate func editedTables(from start: Int64, through end: Int64) throws -> [Int64: [String]] {
    var tables: [Int64: [String]] = [:]
    try each(
      """
      SELECT history_sequence, noun FROM edition WHERE history_sequence BETWEEN ? AND ?
        AND rows_sequence = history_sequence ORDER BY noun
      """, .integer(start), .integer(end)
    ) { tables[$0.integer(0), default: []].append($0.text(1)) }
    return tables
  }

  fileprivate func lock(recordedIn sequence: Int64) throws -> LockLine? {
    try first(
      """
      SELECT l.month, l.closes, l.reason, h.actor, h.moment FROM (
        SELECT history_sequence, month, closes, reason FROM period_lock
        UNION ALL SELECT history_sequence, NULL, closes, reason FROM year_lock) l
      JOIN history h ON h.sequence = l.history_sequence WHERE l.history_sequence = ?
      """, .integer(sequence)
    ) { row in
      LockLine(
        sequence: sequence,
        month: row.optionalInteger(0).flatMap { Month(year: Int($0) / 100, month: Int($0) % 100) },
        closes: row.integer(1) == 1, reason: row.text(2), by: row.text(3),
        at: Moment(secondsSince1970: row.integer(4)))
    }
  }

  fileprivate func user(recordedIn sequence: Int64) throws -> (now: User, before: User?)? {
    let columns = "SELECT user_id, id, name, mail, role, is_active FROM user_statement"
    guard let now = try statedUser("\(columns) WHERE history_sequence = ?", .integer(sequence)) else { return nil }
    let before = try statedUser(
      "\(columns) WHERE user_id = ? AND id < ? ORDER BY id DESC LIMIT 1", .integer(now.user.id.rawValue),
      .integer(now.statement))
    return (now.user, before?.user)
  }

  private func statedUser(_ sql: String, _ fields: Field...) throws -> (statement: Int64, user: User)? {
    var found: (statement: Int64, id: Int64, name: String, mail: String, role: Role, isActive: Bool)?
    try each(sql, fields: fields) { row in
      guard let role = Role(rawValue: row.text(4)) else { return }
      found = (row.integer(1), row.integer(0), row.text(2), row.text(3), role, row.integer(5) == 1)
    }
    guard let found else { return nil }
    var insatser: [String] = []
    try each("SELECT insats_id FROM user_insats WHERE statement_id = ? ORDER BY position", .integer(found.statement)) {
      insatser.append($0.text(0))
    }
    return (
      found.statement,
      User(
        id: ID(rawValue: found.id), name: found.name, mail: found.mail, role: found.role, insatser: insatser,
        isActive: found.isActive)
    )
  }
}
