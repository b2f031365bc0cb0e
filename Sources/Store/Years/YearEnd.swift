public import Ledger

/// A year that has been ended: its result carried to equity, the year closed, the next opened with what this one
/// closed with.
public struct YearEnd: Hashable, Sendable {
  /// The voucher that carries the result; nil where the accounts of the result already added up to nothing.
  public let voucher: PostedVoucher?
  /// The year that was opened, or found.
  public let next: FiscalYear
}

extension Store.Writing {
  /// Ends the year: carries the result (all accounts that are not balance accounts) from `resultAccount` to
  /// `yearResultAccount`, closes the year, and opens the next with opening = closing, where what stood on
  /// `yearResultAccount` opens on `retainedAccount`. The voucher stands in that series, or where none is named in
  /// the one that `yearEndSeries` says.
  @discardableResult
  public func endYear(
    _ year: FiscalYear, resultAccount: AccountNumber, yearResultAccount: AccountNumber,
    retainedAccount: AccountNumber, series: String? = nil
  ) throws -> YearEnd {
    let entry = try posting.years.entry(year)
    guard !entry.isEnded else { throw Store.Refusal.yearEnded(year) }
    _ = try posting.years.open(on: year.last)
    let books = try connection.books(of: entry)
    var result = Money.zero
    var closing: [OpeningKey: Money] = [:]
    for balance in books.balances {
      if books.kind(of: balance.account).isBalance {
        let account = balance.account == yearResultAccount ? retainedAccount : balance.account
        closing[OpeningKey(account: account, objects: balance.objects), default: .zero] += balance.closing
      } else {
        result += balance.closing
      }
    }
    closing[OpeningKey(account: retainedAccount, objects: .none), default: .zero] += result
    let next = year.following
    let voucher = try act(.endYear, subject: year.text) { act in
      let series = try series ?? self.connection.yearEndSeries(of: entry)
      let posted = try self.carry(result, of: entry, from: resultAccount, to: yearResultAccount, series: series, act)
      let nextEntry = try self.posting.years.declare(next, in: act)
      try self.posting.open(nextEntry, with: closing, in: act)
      try act.record(
        "year_end", .integer(entry.id), .integer(nextEntry.id), .integer(posted.map { Int($0.id.rawValue) }),
        .integer(try self.posting.keys.account(yearResultAccount, act)),
        .integer(try self.posting.keys.account(retainedAccount, act)), .integer(act.sequence))
      return posted
    }
    try posting.years.reload()
    return YearEnd(voucher: voucher.value, next: next)
  }

  /// Posts the voucher of the year end, and closes the year behind it.
  private func carry(
    _ result: Money, of entry: YearLedger.Entry, from resultAccount: AccountNumber, to equity: AccountNumber,
    series: String, _ act: Act
  ) throws -> PostedVoucher? {
    var posted: PostedVoucher?
    if result != .zero {
      let voucher = try Voucher(
        Voucher.Draft(
          series: series, date: entry.year.last, text: "Årets resultat \(entry.year.number)",
          compiledOn: moment.dayInSweden, compiledBy: actor.name,
          rows: [
            Voucher.Row(account: resultAccount, amount: -result), Voucher.Row(account: equity, amount: result),
          ], source: .yearEnd))
      let number = try posting.nextNumber(in: series, of: entry)
      let id = try posting.post(voucher, as: number, in: entry, act: act)
      posted = PostedVoucher(id: id, number: number, voucher: voucher)
      try posting.flush()
    }
    try lock(entry, closing: true, because: "", in: act)
    return posted
  }
}

extension Connection {
  /// The series that a year's end is posted in: the one that vouchers were last entered in here in that year, for what
  /// came by file may have series of its own for bank and suppliers; else the book's first.
  fileprivate func yearEndSeries(of entry: YearLedger.Entry) throws -> String {
    try first(
      """
      SELECT series FROM standing_voucher WHERE year_id = ? AND source = 1 AND reverses_id IS NULL
      ORDER BY id DESC LIMIT 1
      """, .integer(entry.id)
    ) { $0.text(0) } ?? first(
      "SELECT series FROM standing_voucher WHERE series <> '' ORDER BY series LIMIT 1"
    ) { $0.text(0) } ?? "A"
  }
}

extension Store {
  /// The series that the year's end is posted in where nobody names another: the one that vouchers were last entered in
  /// here in that year, else the book's first.
  public func yearEndSeries(of year: FiscalYear) throws(Refusal) -> String {
    try read { try $0.yearEndSeries(of: try YearLedger($0).entry(year)) }
  }

  /// Ends the year: carries the result to equity, closes the year, and opens the next with opening = closing.
  @discardableResult
  public func endYear(
    _ year: FiscalYear, resultAccount: AccountNumber, yearResultAccount: AccountNumber,
    retainedAccount: AccountNumber, series: String? = nil, by actor: Actor, at moment: Moment
  ) throws(Refusal) -> YearEnd {
    try act(by: actor, at: moment) {
      try $0.endYear(
        year, resultAccount: resultAccount, yearResultAccount: yearResultAccount, retainedAccount: retainedAccount,
        series: series)
    }
  }
}
