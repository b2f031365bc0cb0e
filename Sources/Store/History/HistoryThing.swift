public import Ledger

/// Something whose history can be asked for by itself.
public enum HistoryThing: Hashable, Sendable {
  /// A voucher: recorded, documented, reversed.
  case voucher(Voucher.Number, FiscalYear)
  /// A month: closed, opened again.
  case month(Month)
  /// A year: opened, closed, opened again, ended, and its months.
  case year(FiscalYear)
  /// A chapter of a year's report: its text, whether it is ready.
  case chapter(year: Int, id: String)
  /// A user of the office.
  case user(ID<User>)
  /// A place that is commented on.
  case place(String)
  /// The association's own choices.
  case settings
}

extension Store {
  /// The lines of history that are about it, latest first.
  public func history(of thing: HistoryThing) throws(Refusal) -> [HistoryLine] {
    try read { connection in
      try connection.sequences(of: thing).sorted(by: >).flatMap { try connection.history(of: $0) }
    }
  }
}

extension Connection {
  fileprivate func sequences(of thing: HistoryThing) throws -> Set<Int64> {
    switch thing {
    case .voucher(let number, let year):
      guard let entry = try YearLedger(self).find(year) else { return [] }
      return try sequences(
        """
        WITH v AS (SELECT id, history_sequence FROM voucher WHERE year_id = ? AND series = ? AND number = ?)
        SELECT history_sequence FROM v
        UNION SELECT history_sequence FROM voucher WHERE reverses_id IN (SELECT id FROM v)
        UNION SELECT history_sequence FROM voucher_document WHERE voucher_id IN (SELECT id FROM v)
        UNION SELECT history_sequence FROM import_undoing WHERE import_sequence IN (SELECT history_sequence FROM v)
        """, .integer(entry.id), .text(number.series), .integer(number.number))
    case .month(let month):
      return try sequences("SELECT history_sequence FROM period_lock WHERE month = ?", .integer(month.yyyymm))
    case .year(let year):
      guard let entry = try YearLedger(self).find(year) else { return [] }
      return try sequences(
        """
        SELECT history_sequence FROM fiscal_year WHERE id = ?1
        UNION SELECT history_sequence FROM period_lock WHERE year_id = ?1
        UNION SELECT history_sequence FROM year_lock WHERE year_id = ?1
        UNION SELECT history_sequence FROM year_end WHERE year_id = ?1
        """, .integer(entry.id))
    case .chapter(let year, let id):
      let marks = try sequences(
        "SELECT history_sequence FROM chapter_mark WHERE year = ? AND chapter = ?", .integer(year), .text(id))
      return marks.union(try editions(ofChapter: id, year: year))
    case .user(let user):
      return try sequences(
        "SELECT history_sequence FROM user_statement WHERE user_id = ?", .integer(user.rawValue))
    case .settings:
      return try sequences("SELECT DISTINCT rows_sequence FROM edition WHERE noun = 'setting'")
    case .place(let place):
      return try sequences(
        """
        SELECT history_sequence FROM comment WHERE place = ?1
        UNION SELECT e.history_sequence FROM comment_ending e JOIN comment c ON c.id = e.comment_id WHERE c.place = ?1
        """, .text(place))
    }
  }

  private func sequences(_ sql: String, _ fields: Field...) throws -> Set<Int64> {
    var sequences: Set<Int64> = []
    try each(sql, fields: fields) { sequences.insert($0.integer(0)) }
    return sequences
  }

  /// The lines after which the chapter said something else than before. An edition writes all texts of the report
  /// anew when one is changed.
  private func editions(ofChapter id: String, year: Int) throws -> Set<Int64> {
    var changed: Set<Int64> = []
    var before: [String] = []
    var current: (sequence: Int64, texts: [String])?
    func settle() {
      if let current, current.texts != before {
        changed.insert(current.sequence)
        before = current.texts
      }
    }
    try each(
      """
      SELECT e.rows_sequence, t.markdown FROM (
        SELECT DISTINCT rows_sequence FROM edition WHERE noun = 'report_text') e
      LEFT JOIN report_text t ON t.history_sequence = e.rows_sequence AND t.year = ? AND t.chapter_id = ?
      ORDER BY 1, t.position
      """, .integer(year), .text(id)
    ) { row in
      if current?.sequence != row.integer(0) {
        settle()
        current = (row.integer(0), [])
      }
      if let text = row.optionalText(1) { current?.texts.append(text) }
    }
    settle()
    return changed
  }
}
