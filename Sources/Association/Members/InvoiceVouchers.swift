public import Ledger

/// How members' invoices are booked. Each row has the member as its party, so that what a member owes can be seen.
extension Association {
  private func party(_ memberID: String) -> ObjectSet {
    ObjectSet([ObjectReference(dimension: .party, object: memberID)])
  }

  private func member(_ memberID: String) -> Member {
    members.first { $0.id == memberID } ?? Member(id: memberID, name: memberID, kind: .municipality)
  }

  private func role(of memberID: String, isPrepaid: Bool) -> AccountRole {
    isPrepaid ? .prepaidContributions : AccountRole(contributionsFrom: member(memberID).kind)
  }

  /// The accounts that the vouchers below use, to be named where the book has no name for them.
  public func invoiceAccounts(_ memberIDs: [String]) -> [Account] {
    var roles: [AccountRole] = [.bank, .receivables, .prepaidContributions]
    for id in memberIDs {
      let role = AccountRole(contributionsFrom: member(id).kind)
      if !roles.contains(role) { roles.append(role) }
    }
    return roles.map { account(for: $0) }
  }

  /// An invoice's voucher: the receivable in debit, and in credit the income of the year, or prepaid income where the
  /// invoice is issued before its year begins (LKBR 4:4).
  public func voucher(
    of draft: MemberInvoice.Draft, number: Int64, isPrepaid: Bool, series: String, by actor: String,
    on day: CalendarDate
  ) throws(Voucher.Refusal) -> Voucher {
    try voucher(
      "Medlemsbidrag \(draft.year), faktura \(number)", of: draft.memberID, on: draft.issued, series: series, by: actor,
      compiled: day, debit: .receivables, credit: role(of: draft.memberID, isPrepaid: isPrepaid), draft.amount)
  }

  /// A credit invoice's voucher: the same with the sides exchanged. What has been moved to income is taken from it.
  public func creditVoucher(
    of invoice: MemberInvoice, number: Int64, on date: CalendarDate, series: String, by actor: String,
    compiled day: CalendarDate
  ) throws(Voucher.Refusal) -> Voucher {
    let isPrepaid = invoice.isPrepaid && invoice.accrual == nil
    return try voucher(
      "Kreditfaktura \(number) för faktura \(invoice.number)", of: invoice.draft.memberID, on: date, series: series,
      by: actor, compiled: day, debit: role(of: invoice.draft.memberID, isPrepaid: isPrepaid), credit: .receivables,
      invoice.draft.amount)
  }

  /// A payment's voucher: the bank in debit, the receivable in credit; the other way where it is paid back.
  public func paymentVoucher(
    of invoice: MemberInvoice, amount: Money, on date: CalendarDate, series: String, by actor: String,
    compiled day: CalendarDate
  ) throws(Voucher.Refusal) -> Voucher {
    try voucher(
      amount < .zero ? "Återbetalning av faktura \(invoice.number)" : "Betalning av faktura \(invoice.number)",
      of: invoice.draft.memberID, on: date, series: series, by: actor, compiled: day, debit: .bank,
      credit: .receivables, amount)
  }

  /// The voucher at the turn of the year: prepaid contributions become the income of their year.
  public func accrualVoucher(
    of invoices: [MemberInvoice], year: FiscalYear, series: String, by actor: String, compiled day: CalendarDate
  ) throws(Voucher.Refusal) -> Voucher {
    var rows: [Voucher.Row] = []
    for invoice in invoices {
      let (id, amount) = (invoice.draft.memberID, invoice.draft.amount)
      rows.append(row(.prepaidContributions, id, amount, text: "Faktura \(invoice.number)"))
      rows.append(row(role(of: id, isPrepaid: false), id, -amount, text: "Faktura \(invoice.number)"))
    }
    return try Voucher(
      Voucher.Draft(
        series: series, date: year.first, text: "Förutbetalda medlemsbidrag till \(year.number) års intäkter",
        counterparty: "Medlemmarna", compiledOn: day, compiledBy: actor, rows: rows))
  }

  private func row(_ role: AccountRole, _ memberID: String, _ amount: Money, text: String = "") -> Voucher.Row {
    Voucher.Row(account: accountNumber(for: role), amount: amount, objects: party(memberID), text: text)
  }

  private func voucher(
    _ text: String, of memberID: String, on date: CalendarDate, series: String, by actor: String,
    compiled day: CalendarDate, debit: AccountRole, credit: AccountRole, _ amount: Money
  ) throws(Voucher.Refusal) -> Voucher {
    let rows = [(debit, amount), (credit, -amount)].map { role, amount in
      role == .bank
        ? Voucher.Row(account: accountNumber(for: role), amount: amount) : row(role, memberID, amount)
    }
    return try Voucher(
      Voucher.Draft(
        series: series, date: date, text: text, counterparty: member(memberID).name, compiledOn: day,
        compiledBy: actor, rows: rows))
  }
}
