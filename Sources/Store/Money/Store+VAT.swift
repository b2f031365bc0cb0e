public import Association
public import Ledger

extension Connection {
  /// What lies on the account of input VAT, and what has been applied for.
  func vatBook(_ accounts: VATAccounts) throws -> VATBook {
    var rows: [VATBook.Row] = []
    // What an application or a credit of ours posted is no VAT of anybody's.
    try each(
      """
      SELECT v.id, r.line, v.series, v.number, v.date, r.amount_ore, COALESCE(r.text, v.text), v.counterparty,
        EXISTS (
          SELECT 1 FROM voucher_row t JOIN account b ON b.id = t.account_id
          WHERE t.voucher_id = v.id AND b.number = ?2)
      FROM standing_voucher v CROSS JOIN voucher_row r ON r.voucher_id = v.id JOIN account a ON a.id = r.account_id
      WHERE a.number = ?1 AND v.source <> 3
        AND v.id NOT IN (SELECT voucher_id FROM vat_claim WHERE voucher_id IS NOT NULL)
      """, .text(accounts.receivable.text), .text(accounts.tax.text)
    ) { row in
      guard let date = CalendarDate(yyyymmdd: Int(row.integer(4))) else {
        throw Store.Refusal.corrupt("voucher \(row.integer(0))")
      }
      rows.append(
        VATBook.Row(
          place: BankBook.Row.Place(voucher: ID(rawValue: row.integer(0)), line: Int(row.integer(1))),
          number: Voucher.Number(series: row.text(2), number: Int(row.integer(3))), date: date,
          amount: Money(ore: row.integer(5)), text: row.text(6), counterparty: row.text(7),
          isCredit: row.integer(8) == 1))
    }
    return VATBook(rows: rows, claims: try vatClaims())
  }

  private func vatClaims() throws -> [VATClaim] {
    var rows: [Int64: [BankBook.Row.Place]] = [:]
    try each("SELECT claim_id, voucher_id, line FROM vat_claim_row ORDER BY 1, 2, 3") { row in
      rows[row.integer(0), default: []].append(
        BankBook.Row.Place(voucher: ID(rawValue: row.integer(1)), line: Int(row.integer(2))))
    }
    var credits: [Int64: VATClaim.Credit] = [:]
    try each(
      """
      SELECT c.claim_id, c.credited_on, c.amount_ore, c.voucher_id, c.line, h.actor
      FROM vat_credit c JOIN history h ON h.sequence = c.history_sequence
      """
    ) { row in
      guard let day = CalendarDate(yyyymmdd: Int(row.integer(1))) else { throw Store.Refusal.corrupt("vat_credit") }
      credits[row.integer(0)] = VATClaim.Credit(
        on: day, amount: Money(ore: row.integer(2)),
        row: BankBook.Row.Place(voucher: ID(rawValue: row.integer(3)), line: Int(row.integer(4))), by: row.text(5))
    }
    var claims: [VATClaim] = []
    try each(
      """
      SELECT c.id, c.first_month, c.last_month, c.amount_ore, c.claimed_on, c.voucher_id, h.actor, h.moment
      FROM standing_vat_claim c JOIN history h ON h.sequence = c.history_sequence ORDER BY c.id
      """
    ) { row in
      let key = row.integer(0)
      func month(_ number: Int64) -> Month? { Month(year: Int(number) / 100, month: Int(number) % 100) }
      guard let first = month(row.integer(1)), let last = month(row.integer(2)),
        let period = VATPeriod(first: first, last: last), let day = CalendarDate(yyyymmdd: Int(row.integer(4)))
      else { throw Store.Refusal.corrupt("vat_claim \(key)") }
      claims.append(
        VATClaim(
          id: ID(rawValue: key), period: period, rows: rows[key] ?? [], amount: Money(ore: row.integer(3)),
          claimedOn: day, voucher: row.optionalInteger(5).map { ID(rawValue: $0) }, credit: credits[key],
          by: row.text(6), at: Moment(secondsSince1970: row.integer(7))))
    }
    return claims
  }
}

/// The accounts that compensated VAT moves between.
public struct VATAccounts: Hashable, Sendable {
  /// Where input VAT lies.
  public let receivable: AccountNumber
  /// Where it lies once it has been applied for: often the same.
  public let claimed: AccountNumber
  /// Skattekontot, where it is credited.
  public let tax: AccountNumber

  /// The accounts that the association has chosen.
  public init(_ association: Association) {
    receivable = association.accountNumber(for: .vatReceivable)
    claimed = association.accountNumber(for: .claimedVAT)
    tax = association.accountNumber(for: .taxAccount)
  }
}

extension Store {
  /// What lies on the account of input VAT, and what of it has been applied for and credited.
  public func vatBook() throws(Refusal) -> VATBook {
    try read { try $0.vatBook(VATAccounts(try $0.association())) }
  }
}

extension Store.Writing {
  /// Records that the VAT of a period, all that has not been applied for, was applied for on a day; `voucher` moves it
  /// where what has been applied for lies on an account of its own.
  @discardableResult
  public func claim(
    _ period: VATPeriod, on day: CalendarDate, voucher: (Money) throws -> (voucher: Voucher, naming: [Account])?
  ) throws -> ID<VATClaim> {
    guard day <= period.deadline else { throw Store.Refusal.vat(.tooLate(period)) }
    guard day > period.last.last else { throw Store.Refusal.vat(.tooEarly(period)) }
    let book = try connection.vatBook(VATAccounts(try association()))
    let rows = book.unclaimed.filter { period.contains($0.date) }.sorted { $0.place < $1.place }
    let amount = rows.map(\.amount).sum()
    guard amount > .zero else { throw Store.Refusal.vat(.nothingToClaim(period)) }
    let posted = try voucher(amount).map { try record($0.voucher, naming: $0.naming) }
    let key = try posting.keys.next("vat_claim")
    _ = try act(.claimVAT, subject: period.text) { act in
      try act.record(
        "vat_claim", .integer(key), .integer(Int64(period.first.yyyymm)), .integer(Int64(period.last.yyyymm)),
        .integer(amount.ore), .integer(Int64(day.yyyymmdd)), posted.map { .integer($0.id.rawValue) } ?? .null,
        .integer(act.sequence))
      for row in rows {
        try act.record(
          "vat_claim_row", .integer(key), .integer(row.place.voucher.rawValue), .integer(Int64(row.place.line)),
          .integer(act.sequence))
      }
    }
    return ID(rawValue: key)
  }

  /// Records that an application was credited, by a row on the account that is booked already.
  public func credit(_ claim: ID<VATClaim>, on day: CalendarDate, by row: BankBook.Row.Place) throws {
    let accounts = VATAccounts(try association())
    let book = try connection.vatBook(accounts)
    guard let found = book.claims.first(where: { $0.id == claim }) else { throw Store.Refusal.vat(.unknown) }
    guard found.credit == nil else { throw Store.Refusal.vat(.alreadyCredited) }
    let amount = try connection.first(
      """
      SELECT r.amount_ore FROM voucher_row r JOIN account a ON a.id = r.account_id
      WHERE r.voucher_id = ?1 AND r.line = ?2 AND a.number = ?3 AND r.amount_ore <= 0
        AND NOT EXISTS (SELECT 1 FROM vat_credit WHERE voucher_id = ?1 AND line = ?2)
      """, .integer(row.voucher.rawValue), .integer(Int64(row.line)), .text(accounts.claimed.text)
    ) { Money(ore: -$0.integer(0)) }
    guard let amount else { throw Store.Refusal.vat(.noSuchCredit) }
    _ = try act(.creditVAT, subject: found.period.text) { act in
      try act.record(
        "vat_credit", .integer(claim.rawValue), .integer(Int64(day.yyyymmdd)), .integer(amount.ore),
        .integer(row.voucher.rawValue), .integer(Int64(row.line)), .integer(act.sequence))
    }
  }

  /// Books that an application was credited, by a voucher of which one row is on the account, and records it.
  @discardableResult
  public func credit(
    _ claim: ID<VATClaim>, as voucher: Voucher, naming accounts: [Account] = []
  ) throws -> PostedVoucher {
    let account = VATAccounts(try association()).claimed
    guard let line = voucher.rows.firstIndex(where: { $0.account == account }) else {
      throw Store.Refusal.vat(.noSuchCredit)
    }
    let posted = try record(voucher, naming: accounts)
    try credit(claim, on: voucher.date, by: BankBook.Row.Place(voucher: posted.id, line: line + 1))
    return posted
  }

  /// Takes an application back that has not been credited. Says why; a voucher that moved it is reversed by whoever does.
  public func withdrawClaim(_ claim: ID<VATClaim>, because reason: String) throws {
    guard reason.hasContent else { throw Store.Refusal.reasonMissing }
    let book = try connection.vatBook(VATAccounts(try association()))
    guard let found = book.claims.first(where: { $0.id == claim }) else { throw Store.Refusal.vat(.unknown) }
    guard found.credit == nil else { throw Store.Refusal.vat(.alreadyCredited) }
    _ = try act(.withdrawVAT, subject: found.period.text) { act in
      try act.record("vat_withdrawal", .integer(claim.rawValue), .text(reason), .integer(act.sequence))
    }
  }
}
