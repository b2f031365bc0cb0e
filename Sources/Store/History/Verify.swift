import Crypto
import Ledger

extension Store {
  /// Reckons everything again: every balance, total, digest and hash, the bytes of attachments and imported files,
  /// references and the file itself. Says of all that is wrong, and which line of history is the first that differs.
  ///
  /// `progress` is told now and then how many facts have been hashed.
  public func verify(progress: (_ factCount: Int) -> Void = { _ in }) throws(Refusal) -> Verification {
    try read { connection in
      var verifier = Verifier(connection: connection)
      return try verifier.verify(progress: progress)
    }
  }
}

/// The reckoning, check by check.
private struct Verifier {
  let connection: Connection
  private var findings: [Verification.Finding] = []

  init(connection: Connection) { self.connection = connection }

  private var yearEntries: [YearLedger.Entry] = []

  mutating func verify(progress: (Int) -> Void) throws -> Verification {
    try integrity()
    yearEntries = try YearLedger(connection).entries
    var facts = FactReader(connection)
    try facts.read(progress: progress)
    let (lineCount, lastHash) = try history(facts)
    try vouchers()
    try numbers()
    try totals()
    try counts()
    try openings()
    try attachments()
    try importedFiles()
    return Verification(
      lineCount: lineCount, voucherCount: Int(try count("standing_voucher")), factCount: facts.factCount,
      lastHash: lastHash, findings: findings)
  }

  private func count(_ table: String) throws -> Int64 {
    try connection.first("SELECT COUNT(*) FROM \(table)") { $0.integer(0) } ?? 0
  }

  private mutating func integrity() throws {
    var found: [Verification.Finding] = []
    try connection.each("PRAGMA quick_check(10)") { row in
      if row.text(0) != "ok" { found.append(.integrity(row.text(0))) }
    }
    try connection.each("PRAGMA foreign_key_check") { row in
      if found.count < Verifier.findingsMax {
        found.append(.reference(table: row.text(0), row: row.optionalInteger(1) ?? 0))
      }
    }
    findings += found
  }

  /// So many findings of one kind are listed; a book with more of them needs its back-up, not a longer list.
  private static let findingsMax = 100

  private mutating func history(_ facts: FactReader) throws -> (lineCount: Int, lastHash: String) {
    var previous = HistoryLine.noHash
    var last: Int64 = 0
    var difference: Verification.Difference?
    try connection.each(
      """
      SELECT h.sequence, moment, actor, act, subject, s.digest, s.previous_hash, s.hash
      FROM history h LEFT JOIN history_seal s ON s.sequence = h.sequence ORDER BY h.sequence
      """
    ) { row in
      guard difference == nil else { return }
      let sequence = row.integer(0)
      if sequence != last + 1 {
        difference = Verification.Difference(
          sequence: last + 1, part: .missing, subject: "", expected: "", found: "")
        return
      }
      last = sequence
      let digest = facts.digest(of: sequence)
      let expected = HistoryLine.hash(
        sequence: sequence, moment: row.integer(1), actor: row.text(2), act: row.text(3), subject: row.text(4),
        digest: digest, previousHash: previous)
      if row.text(7) != expected || row.text(5) != digest || row.text(6) != previous {
        difference = Verification.Difference(
          sequence: sequence, part: row.text(5) != digest ? .facts : row.text(6) != previous ? .previous : .line,
          subject: "\(row.text(3)) \(row.text(4))", expected: expected, found: row.text(7))
      }
      previous = expected
    }
    if difference == nil, let stray = facts.digests.keys.filter({ $0 > last || $0 < 1 }).min() {
      difference = Verification.Difference(sequence: stray, part: .missing, subject: "", expected: "", found: "")
    }
    if let difference { findings.append(.history(difference)) }
    return (Int(try count("history")), previous)
  }

  private func year(_ id: Int64) throws -> FiscalYear {
    if let entry = yearEntries.first(where: { $0.id == id }) { return entry.year }
    // One that an undone import declared: it stands no longer, but what was recorded in it is looked at all the same.
    let days = try connection.first("SELECT first_day, last_day FROM fiscal_year WHERE id = ?", .integer(id)) {
      (CalendarDate(yyyymmdd: Int($0.integer(0))), CalendarDate(yyyymmdd: Int($0.integer(1))))
    }
    guard case (let first?, let last?)? = days, let year = FiscalYear(first: first, last: last) else {
      throw Store.Refusal.corrupt("fiscal_year \(id)")
    }
    return year
  }

  private mutating func vouchers() throws {
    var found: [Verification.Finding] = []
    try connection.each(
      """
      SELECT v.series, v.number, v.year_id, r.sum FROM (
        SELECT voucher_id, SUM(amount_ore) AS sum FROM voucher_row GROUP BY voucher_id HAVING SUM(amount_ore) <> 0
      ) r JOIN voucher v ON v.id = r.voucher_id LIMIT ?
      """, .integer(Verifier.findingsMax)
    ) { row in
      found.append(
        .voucher(
          Voucher.Number(series: row.text(0), number: Int(row.integer(1))), try year(row.integer(2)),
          difference: Money(ore: row.integer(3))))
    }
    findings += found
  }

  private mutating func numbers() throws {
    var found: [Verification.Finding] = []
    try connection.each(
      """
      SELECT v.series, v.number - 1, v.year_id FROM standing_voucher v
      WHERE v.source <> 2 AND v.number > 1 AND NOT EXISTS (
        SELECT 1 FROM standing_voucher w WHERE w.year_id = v.year_id AND w.series = v.series AND w.number = v.number - 1)
      LIMIT ?
      """, .integer(Verifier.findingsMax)
    ) { row in
      found.append(
        .numberMissing(
          Voucher.Number(series: row.text(0), number: Int(row.integer(1))), try year(row.integer(2))))
    }
    findings += found
  }

  private mutating func totals() throws {
    var found: [Verification.Finding] = []
    try connection.each(
      """
      WITH rebuilt AS (
        SELECT v.year_id AS year, r.account_id AS account, COALESCE(r.object_set_id, 0) AS objects,
          v.date / 100 AS month, SUM(MAX(r.amount_ore, 0)) AS debit, SUM(MAX(-r.amount_ore, 0)) AS credit,
          COUNT(*) AS row_count
        FROM voucher_row r JOIN standing_voucher v ON v.id = r.voucher_id GROUP BY 1, 2, 3, 4
      ), kept AS (SELECT * FROM period_total),
      differing AS (
        SELECT year, account, objects, month FROM (SELECT * FROM rebuilt EXCEPT SELECT * FROM kept)
        UNION SELECT year_id, account_id, object_set_id, month FROM (SELECT * FROM kept EXCEPT SELECT * FROM rebuilt))
      SELECT d.year, d.month, a.number, COALESCE(r.debit - r.credit, 0), COALESCE(k.debit_ore - k.credit_ore, 0)
      FROM differing d JOIN account a ON a.id = d.account
      LEFT JOIN rebuilt r ON (r.year, r.account, r.objects, r.month) = (d.year, d.account, d.objects, d.month)
      LEFT JOIN period_total k
        ON (k.year_id, k.account_id, k.object_set_id, k.month) = (d.year, d.account, d.objects, d.month)
      LIMIT ?
      """, .integer(Verifier.findingsMax)
    ) { row in
      found.append(
        .periodTotal(
          try year(row.integer(0)), month: Int(row.integer(1)), account: AccountNumber(row.text(2)),
          expected: Money(ore: row.integer(3)), found: Money(ore: row.integer(4))))
    }
    findings += found
  }

  private mutating func counts() throws {
    var found: [Verification.Finding] = []
    try connection.each(
      """
      WITH rebuilt AS (
        SELECT year_id, date / 100 AS month, COUNT(*) AS voucher_count FROM standing_voucher GROUP BY 1, 2
      ), kept AS (SELECT * FROM period_count),
      differing AS (
        SELECT year_id, month FROM (SELECT * FROM rebuilt EXCEPT SELECT * FROM kept)
        UNION SELECT year_id, month FROM (SELECT * FROM kept EXCEPT SELECT * FROM rebuilt))
      SELECT d.year_id, d.month, COALESCE(r.voucher_count, 0), COALESCE(k.voucher_count, 0)
      FROM differing d LEFT JOIN rebuilt r ON (r.year_id, r.month) = (d.year_id, d.month)
      LEFT JOIN kept k ON (k.year_id, k.month) = (d.year_id, d.month)
      LIMIT ?
      """, .integer(Verifier.findingsMax)
    ) { row in
      found.append(
        .voucherCount(
          try year(row.integer(0)), month: Int(row.integer(1)), expected: Int(row.integer(2)),
          found: Int(row.integer(3))))
    }
    findings += found
  }

  /// A year that was opened by a year end opens with what the year before closed with, but for the year's result,
  /// which has moved on to the account of earlier results.
  private mutating func openings() throws {
    var ends: [(year: Int64, next: Int64, from: String, to: String)] = []
    try connection.each(
      """
      SELECT e.year_id, e.next_year_id, y.number, r.number FROM year_end e
      JOIN account y ON y.id = e.year_result_account_id JOIN account r ON r.id = e.retained_account_id
      """
    ) { ends.append(($0.integer(0), $0.integer(1), $0.text(2), $0.text(3))) }
    for end in ends {
      guard let entry = yearEntries.first(where: { $0.id == end.year }),
        let next = yearEntries.first(where: { $0.id == end.next })
      else { throw Store.Refusal.corrupt("year_end \(end.year)") }
      let books = try connection.books(of: entry)
      var expected: [AccountNumber: Money] = [:]
      for balance in books.balances where books.kind(of: balance.account).isBalance {
        let account = balance.account.text == end.from ? AccountNumber(end.to) : balance.account
        expected[account, default: .zero] += balance.closing
      }
      var found: [AccountNumber: Money] = [:]
      for (key, amount) in try connection.openings(of: next) { found[key.account, default: .zero] += amount }
      for account in Set(expected.keys).union(found.keys).sorted() {
        let (expected, found) = (expected[account] ?? .zero, found[account] ?? .zero)
        if expected != found {
          findings.append(.opening(next.year, account: account, expected: expected, found: found))
        }
      }
    }
  }

  private mutating func attachments() throws {
    var found: [Verification.Finding] = []
    try connection.each("SELECT name, sha256, bytes FROM attachment ORDER BY id") { row in
      let digest = SHA256.hash(data: row.bytes(2)).hexadecimal
      if digest != row.text(1) { found.append(.attachment(name: row.text(0), expected: row.text(1), found: digest)) }
    }
    findings += found
  }

  private mutating func importedFiles() throws {
    for receipt in try connection.imports() {
      var hasher = SHA256()
      try connection.each(
        "SELECT bytes FROM import_chunk WHERE history_sequence = ? ORDER BY position", .integer(receipt.sequence)
      ) { hasher.update(bufferPointer: $0.bytes(0)) }
      let digest = hasher.finalize().hexadecimal
      if digest != receipt.sha256 {
        findings.append(.importedFile(name: receipt.name, expected: receipt.sha256, found: digest))
      }
    }
  }
}
