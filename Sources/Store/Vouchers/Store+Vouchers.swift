public import Ledger

extension Store.Writing {
  /// Records a voucher; it gets the next number of its series, and its day must be in an open month of an open year.
  /// `accounts` are those that the book has no name for yet: they are named in the same act.
  @discardableResult
  public func record(_ voucher: Voucher, naming accounts: [Account] = []) throws -> PostedVoucher {
    let year = try posting.years.open(on: voucher.date)
    let number = try posting.nextNumber(in: voucher.series, of: year)
    let id = try act(.voucher, subject: number.text) { act in
      for account in accounts { try self.posting.name(account, act) }
      return try self.posting.post(voucher, as: number, in: year, act: act)
    }
    return PostedVoucher(id: id.value, number: number, voucher: voucher)
  }

  /// Reverses a voucher by one of its own, dated on an open day; the two point at each other for ever (LKBR 3:10).
  @discardableResult
  public func reverse(
    _ number: Voucher.Number, in year: FiscalYear, on date: CalendarDate, because reason: String
  ) throws -> PostedVoucher {
    guard reason.hasContent else { throw Store.Refusal.reasonMissing }
    let original = try connection.voucher(number, in: posting.years.entry(year))
    guard let original else { throw Store.Refusal.unknownVoucher(number, year) }
    if let reversal = original.reversedBy { throw Store.Refusal.alreadyReversed(number, by: reversal) }
    let day = try posting.years.open(on: date)
    let voucher: Voucher
    do {
      voucher = try original.voucher.reversal(
        on: date, series: number.series, number: number, by: actor, at: moment)
    } catch {
      throw Store.Refusal.notAVoucher(error)
    }
    let next = try posting.nextNumber(in: number.series, of: day)
    let correction = Posting.Correction(id: original.id.rawValue, reason: reason)
    let id = try act(.reversal, subject: "\(next.text) (\(number.text), \(year.number))") {
      try self.posting.post(voucher, as: next, in: day, correcting: correction, act: $0)
    }
    return PostedVoucher(id: id.value, number: next, voucher: voucher, reverses: number, reason: reason)
  }
}

extension String {
  /// Whether it says anything: more than blanks.
  var hasContent: Bool { utf8.contains { $0 > 32 } }
}

extension Store {
  /// Records a voucher; it gets the next number of its series, and its day must be in an open month of an open year.
  @discardableResult
  public func record(_ voucher: Voucher, by actor: Actor, at moment: Moment) throws(Refusal) -> PostedVoucher {
    try act(by: actor, at: moment) { try $0.record(voucher) }
  }

  /// Reverses a voucher by one of its own, dated on an open day; the two point at each other for ever (LKBR 3:10).
  @discardableResult
  public func reverse(
    _ number: Voucher.Number, in year: FiscalYear, on date: CalendarDate, because reason: String, by actor: Actor,
    at moment: Moment
  ) throws(Refusal) -> PostedVoucher {
    try act(by: actor, at: moment) { try $0.reverse(number, in: year, on: date, because: reason) }
  }

  /// The year's vouchers, whole, by series and number. Holds all of them in memory: `forEachVoucher` does not.
  public func vouchers(of year: FiscalYear) throws(Refusal) -> [PostedVoucher] {
    try read { connection in
      var vouchers: [PostedVoucher] = []
      try connection.eachVoucher(of: try YearLedger(connection).entry(year)) { vouchers.append($0) }
      return vouchers
    }
  }

  /// Calls `body` with each of the year's vouchers by series and number, one in memory at a time.
  public func forEachVoucher(of year: FiscalYear, _ body: (PostedVoucher) throws -> Void) throws {
    do {
      try file.read { try $0.eachVoucher(of: try YearLedger($0).entry(year), body) }
    } catch {
      throw Refusal.known(error)
    }
  }

  /// One voucher, or nil where the year has none of that number.
  public func voucher(_ number: Voucher.Number, in year: FiscalYear) throws(Refusal) -> PostedVoucher? {
    try read { try $0.voucher(number, in: try YearLedger($0).entry(year)) }
  }

  /// Whether the year has vouchers that say what happened: not only its change as one voucher of balances.
  public func hasVouchers(in year: FiscalYear) throws(Refusal) -> Bool {
    try read { connection in
      guard let entry = try YearLedger(connection).find(year) else { return false }
      return try connection.first(
        "SELECT EXISTS (SELECT 1 FROM standing_voucher WHERE year_id = ? AND source <> 3)", .integer(entry.id)
      ) { $0.integer(0) } == 1
    }
  }
}
