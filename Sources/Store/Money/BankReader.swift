import Association
import Ledger

extension Connection {
  /// All that the book knows of the account at its bank.
  func bankBook(of account: AccountNumber) throws -> BankBook {
    let statements = try bankStatements(of: account)
    var lines: [BankBook.Line] = []
    try each(
      """
      SELECT l.id, l.statement_id, l.date, l.amount_ore, l.text, l.counterparty, l.reference
      FROM bank_statement s CROSS JOIN bank_line l ON l.statement_id = s.id WHERE s.account = ?
      """, .text(account.text)
    ) { row in
      lines.append(
        BankBook.Line(
          id: ID(rawValue: row.integer(0)), statement: ID(rawValue: row.integer(1)),
          line: BankStatement.Line(
            date: try day(row.integer(2), in: "bank_line"), amount: Money(ore: row.integer(3)), text: row.text(4),
            counterparty: row.text(5), reference: row.text(6))))
    }
    let (opening, rows) = try ledgerRows(of: account, from: statements.map(\.first).min())
    return BankBook(
      account: account, statements: statements, lines: lines, ledgerOpening: opening, rows: rows,
      matches: try bankMatches(of: account), monthsDone: try bankMonths(of: account))
  }

  private func day(_ number: Int64, in table: String) throws -> CalendarDate {
    guard let day = CalendarDate(yyyymmdd: Int(number)) else { throw Store.Refusal.corrupt("\(table): day \(number)") }
    return day
  }

  private func bankStatements(of account: AccountNumber) throws -> [BankBook.Statement] {
    var statements: [BankBook.Statement] = []
    try each(
      """
      SELECT s.id, s.bank_account, s.first_day, s.last_day, s.opening_ore, s.closing_ore, a.sha256
      FROM bank_statement s JOIN attachment a ON a.id = s.attachment_id WHERE s.account = ? ORDER BY s.first_day
      """, .text(account.text)
    ) { row in
      statements.append(
        BankBook.Statement(
          id: ID(rawValue: row.integer(0)), account: row.text(1), first: try day(row.integer(2), in: "bank_statement"),
          last: try day(row.integer(3), in: "bank_statement"), opening: Money(ore: row.integer(4)),
          closing: Money(ore: row.integer(5)), document: row.text(6)))
    }
    return statements
  }

  /// What stood on the account before the month before that day's, and its rows from then on. Where the year before does
  /// not end with what the day's own year opens with, the rows begin with the year. Without a day: nothing.
  private func ledgerRows(
    of account: AccountNumber, from day: CalendarDate?
  ) throws -> (opening: Money, rows: [BankBook.Row]) {
    let key = try first("SELECT id FROM account WHERE number = ?", .text(account.text)) { $0.integer(0) }
    let entries = try YearLedger(self).entries
    // A book that begins after the statement does has nothing before it.
    guard let day, let key, let place = entries.firstIndex(where: { $0.year.last >= day }) else { return (.zero, []) }
    let month = Month(of: day)
    let before =
      Month(year: month.month == 1 ? month.year - 1 : month.year, month: (month.month + 10) % 12 + 1) ?? month
    let from = CalendarDate(year: before.year, month: before.month, day: 1) ?? day
    var start = place
    var opening = try standing(on: key, opening: entries[place])
    if place > 0, from < entries[place].year.first {
      let earlier = try standing(on: key, opening: entries[place - 1])
      let closing = try earlier + rows(on: key, in: entries[place - 1]).map(\.amount).sum()
      if closing == opening { (start, opening) = (place - 1, earlier) }
    }
    var all: [BankBook.Row] = []
    for entry in entries[start...] { all += try rows(on: key, in: entry) }
    return (opening + all.filter { $0.date < from }.map(\.amount).sum(), all.filter { $0.date >= from })
  }

  private func standing(on account: Int64, opening entry: YearLedger.Entry) throws -> Money {
    try first(
      "SELECT COALESCE(SUM(amount_ore), 0) FROM standing_opening WHERE year_id = ? AND account_id = ?",
      .integer(entry.id), .integer(account)
    ) { Money(ore: $0.integer(0)) } ?? .zero
  }

  private func rows(on account: Int64, in entry: YearLedger.Entry) throws -> [BankBook.Row] {
    var rows: [BankBook.Row] = []
    try each(
      """
      SELECT v.id, r.line, v.series, v.number, v.date, r.amount_ore, COALESCE(r.text, v.text), v.counterparty,
        v.reverses_id
      FROM standing_voucher v CROSS JOIN voucher_row r ON r.voucher_id = v.id
      WHERE v.year_id = ? AND r.account_id = ?
      """, .integer(entry.id), .integer(account)
    ) { row in
      rows.append(
        BankBook.Row(
          place: BankBook.Row.Place(voucher: ID(rawValue: row.integer(0)), line: Int(row.integer(1))),
          number: Voucher.Number(series: row.text(2), number: Int(row.integer(3))),
          date: try day(row.integer(4), in: "voucher"), amount: Money(ore: row.integer(5)), text: row.text(6),
          counterparty: row.text(7), undoes: row.optionalInteger(8).map { ID(rawValue: $0) }))
    }
    return rows
  }

  private func bankMatches(of account: AccountNumber) throws -> [BankBook.Match] {
    var lines: [Int64: [ID<BankBook.Line>]] = [:]
    try each(
      """
      SELECT x.match_id, x.line_id FROM standing_bank_match m CROSS JOIN bank_match_line x ON x.match_id = m.id
      WHERE m.account = ? ORDER BY 1, 2
      """, .text(account.text)
    ) { lines[$0.integer(0), default: []].append(ID(rawValue: $0.integer(1))) }
    var rows: [Int64: [BankBook.Row.Place]] = [:]
    try each(
      """
      SELECT x.match_id, x.voucher_id, x.line
      FROM standing_bank_match m CROSS JOIN bank_match_row x ON x.match_id = m.id WHERE m.account = ? ORDER BY 1, 2, 3
      """, .text(account.text)
    ) { row in
      rows[row.integer(0), default: []].append(
        BankBook.Row.Place(voucher: ID(rawValue: row.integer(1)), line: Int(row.integer(2))))
    }
    var matches: [BankBook.Match] = []
    try each(
      """
      SELECT m.id, h.actor, h.moment FROM standing_bank_match m JOIN history h ON h.sequence = m.history_sequence
      WHERE m.account = ? ORDER BY m.id
      """, .text(account.text)
    ) { row in
      let key = row.integer(0)
      matches.append(
        BankBook.Match(
          id: ID(rawValue: key), lines: lines[key] ?? [], rows: rows[key] ?? [], by: row.text(1),
          at: Moment(secondsSince1970: row.integer(2))))
    }
    return matches
  }

  private func bankMonths(of account: AccountNumber) throws -> [BankBook.MonthDone] {
    var months: [Int64: BankBook.MonthDone] = [:]
    try each(
      """
      SELECT m.month, m.statement_ore, m.ledger_ore, m.note, h.actor, h.moment
      FROM bank_month m JOIN history h ON h.sequence = m.history_sequence WHERE m.account = ? ORDER BY m.id
      """, .text(account.text)
    ) { row in
      let number = Int(row.integer(0))
      guard let month = Month(year: number / 100, month: number % 100) else {
        throw Store.Refusal.corrupt("bank_month \(number)")
      }
      months[row.integer(0)] = BankBook.MonthDone(
        month: month, statementBalance: Money(ore: row.integer(1)), ledgerBalance: Money(ore: row.integer(2)),
        note: row.text(3), by: row.text(4), at: Moment(secondsSince1970: row.integer(5)))
    }
    return months.values.sorted { $0.month < $1.month }
  }
}
