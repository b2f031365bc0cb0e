public import Association
public import Ledger

extension Store {
  /// All that the book knows of the account at its bank: statements, lines, the ledger's rows, what is matched.
  public func bankBook(of account: AccountNumber) throws(Refusal) -> BankBook {
    try read { try $0.bankBook(of: account) }
  }

  /// The accounts that the book has statements of.
  public func bankAccounts() throws(Refusal) -> [AccountNumber] {
    try read { connection in
      var accounts: [AccountNumber] = []
      try connection.each("SELECT DISTINCT account FROM bank_statement ORDER BY account") {
        accounts.append(AccountNumber($0.text(0)))
      }
      return accounts
    }
  }

  /// The days of those line's vouchers: the voucher and year of each, for links.
  public func voucherPlace(_ id: ID<Voucher>) throws(Refusal) -> (number: Voucher.Number, year: FiscalYear)? {
    try read { try $0.voucherPlace(id) }
  }
}

extension Connection {
  /// The number and year of a voucher by its key, or nil.
  func voucherPlace(_ id: ID<Voucher>) throws -> (number: Voucher.Number, year: FiscalYear)? {
    try first(
      """
      SELECT v.series, v.number, y.first_day, y.last_day FROM voucher v JOIN fiscal_year y ON y.id = v.year_id
      WHERE v.id = ?
      """, .integer(id.rawValue)
    ) { row in
      guard let first = CalendarDate(yyyymmdd: Int(row.integer(2))),
        let last = CalendarDate(yyyymmdd: Int(row.integer(3))), let year = FiscalYear(first: first, last: last)
      else { throw Store.Refusal.corrupt("voucher \(id.rawValue)") }
      return (Voucher.Number(series: row.text(0), number: Int(row.integer(1))), year)
    }
  }
}

extension Store.Writing {
  /// All that the book knows of the account at its bank, read in the act's own transaction.
  public func bankBook(of account: AccountNumber) throws -> BankBook { try connection.bankBook(of: account) }

  /// Keeps a statement of the account, with the file it was read from, which must lie in the book. Where the file says
  /// no balance, `closing` does. Refuses one that shares days with another of the account.
  @discardableResult
  public func keep(
    _ statement: BankStatement, of account: AccountNumber, closing: Money? = nil, document: String
  ) throws -> ID<BankBook.Statement> {
    guard let opening = statement.opening ?? closing.map({ $0 - statement.change }) else {
      throw Store.Refusal.bank(.balanceMissing)
    }
    for case .overlaps(let other) in try bankBook(of: account).joints(of: statement) {
      throw Store.Refusal.bank(.overlaps(other))
    }
    let file = try connection.first("SELECT id FROM attachment WHERE sha256 = ?", .text(document)) { $0.integer(0) }
    guard let file else { throw Store.Refusal.unknownAttachment(document) }
    let key = try posting.keys.next("bank_statement")
    let firstLine = try posting.keys.next("bank_line")
    _ = try act(
      .bankStatement, subject: "\(account.text) \(statement.first.text)–\(statement.last.text)"
    ) { act in
      try act.record(
        "bank_statement", .integer(key), .text(account.text), .text(statement.account),
        .integer(Int64(statement.first.yyyymmdd)), .integer(Int64(statement.last.yyyymmdd)), .integer(opening.ore),
        .integer((opening + statement.change).ore), .integer(file), .integer(act.sequence))
      for (index, line) in statement.lines.enumerated() {
        try act.record(
          "bank_line", .integer(firstLine + Int64(index)), .integer(key), .integer(Int64(line.date.yyyymmdd)),
          .integer(line.amount.ore), .text(line.text), .text(line.counterparty), .text(line.reference),
          .integer(act.sequence))
      }
    }
    return ID(rawValue: key)
  }

  /// Says that those lines and rows are the same. Refuses what is matched already, and what does not come to the same.
  @discardableResult
  public func match(
    lines: [ID<BankBook.Line>], rows: [BankBook.Row.Place], of account: AccountNumber
  ) throws -> ID<BankBook.Match> {
    let book = try bankBook(of: account)
    let (chosenLines, chosenRows) = (Set(lines), Set(rows))
    guard chosenLines.count + chosenRows.count >= 2 else { throw Store.Refusal.bank(.nothingChosen) }
    let known = Set(book.lines.map(\.id))
    let places = Set((book.rows + book.earlierRows).map(\.place))
    guard chosenLines.isSubset(of: known), chosenRows.isSubset(of: places) else {
      throw Store.Refusal.bank(.unknown)
    }
    let openLines = book.openLines.filter { chosenLines.contains($0.id) }
    let matched = Set(book.matches.flatMap(\.rows))
    let broken = Set(book.broken.flatMap(\.lines))
    guard openLines.count == chosenLines.count, chosenRows.isDisjoint(with: matched),
      chosenLines.isDisjoint(with: broken)
    else { throw Store.Refusal.bank(.alreadyMatched) }
    let told = openLines.map(\.line.amount).sum()
    let booked = (book.rows + book.earlierRows).filter { chosenRows.contains($0.place) }.map(\.amount).sum()
    guard told == booked else { throw Store.Refusal.bank(.sumsDiffer(lines: told, rows: booked)) }
    let key = try posting.keys.next("bank_match")
    _ = try act(.bankMatch, subject: account.text) { act in
      try act.record("bank_match", .integer(key), .text(account.text), .integer(act.sequence))
      for line in chosenLines.sorted(by: { $0.rawValue < $1.rawValue }) {
        try act.record("bank_match_line", .integer(key), .integer(line.rawValue), .integer(act.sequence))
      }
      for row in chosenRows.sorted() {
        try act.record(
          "bank_match_row", .integer(key), .integer(row.voucher.rawValue), .integer(Int64(row.line)),
          .integer(act.sequence))
      }
    }
    return ID(rawValue: key)
  }

  /// Books what a line says, by a voucher whose rows on the account come to the line's amount, and matches the two.
  @discardableResult
  public func book(
    _ line: ID<BankBook.Line>, of account: AccountNumber, as voucher: Voucher, naming accounts: [Account] = []
  ) throws -> PostedVoucher {
    let posted = try record(voucher, naming: accounts)
    let rows = voucher.rows.indices.filter { voucher.rows[$0].account == account }.map {
      BankBook.Row.Place(voucher: posted.id, line: $0 + 1)
    }
    try match(lines: [line], rows: rows, of: account)
    return posted
  }

  /// Lets a match go: its lines and rows are open again. Says why.
  public func letGo(_ match: ID<BankBook.Match>, of account: AccountNumber, because reason: String) throws {
    guard reason.hasContent else { throw Store.Refusal.reasonMissing }
    let book = try bankBook(of: account)
    guard (book.matches + book.broken).contains(where: { $0.id == match }) else {
      throw Store.Refusal.bank(.unknown)
    }
    _ = try act(.endBankMatch, subject: account.text) { act in
      try act.record("bank_match_ending", .integer(match.rawValue), .text(reason), .integer(act.sequence))
    }
  }

  /// Says that the month has been gone through, with both balances as they are now. Where they differ, `note` says why.
  public func reconcile(_ month: Month, of account: AccountNumber, note: String) throws {
    let book = try bankBook(of: account)
    guard book.coveredMonths.contains(month), let found = book.reconciliation(through: month.last) else {
      throw Store.Refusal.bank(.monthNotCovered(month))
    }
    guard found.difference == .zero || note.hasContent else {
      throw Store.Refusal.bank(.noteMissing(difference: found.difference))
    }
    let key = try posting.keys.next("bank_month")
    _ = try act(.bankMonth, subject: "\(account.text) \(month.text)") { act in
      try act.record(
        "bank_month", .integer(key), .text(account.text), .integer(Int64(month.yyyymm)),
        .integer(found.statementBalance.ore), .integer(found.ledgerBalance.ore), .text(note), .integer(act.sequence))
    }
  }
}
