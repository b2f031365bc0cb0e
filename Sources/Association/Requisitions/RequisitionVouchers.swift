public import Ledger

/// The vouchers of requisitions, accruals and money paid back: which accounts, which objects, which side.
extension Association {
  /// What a voucher needs besides its rows.
  public struct Posting: Hashable, Sendable {
    /// The series it is numbered in.
    public var series: String
    /// When the event happened.
    public var date: CalendarDate
    /// Who compiles it.
    public var by: Actor
    /// When it is compiled.
    public var on: CalendarDate?

    /// A posting.
    public init(series: String, date: CalendarDate, by: Actor, on: CalendarDate?) {
      self.series = series
      self.date = date
      self.by = by
      self.on = on
    }
  }

  /// The role of the account that an insats's grants are booked on; that of individinriktade where nobody knows it.
  public func grantRole(of insatsID: String) -> AccountRole {
    AccountRole(grantsTo: insatser.first { $0.id == insatsID }?.kind ?? .individual)
  }

  /// The accounts of one of the vouchers below, named for a book that has no name for them.
  public func accounts(in voucher: Voucher) -> [Account] {
    let roles: [AccountRole] =
      Insats.Kind.allCases.map { AccountRole(grantsTo: $0) } + [.payables, .insatsDebts, .bank]
    let used = Set(voucher.rows.map(\.account))
    return roles.map { account(for: $0) }.filter { used.contains($0.number) }
  }

  /// Books a requisition: the grant as cost, but for what settles an accrual, against what suppliers are owed.
  public func booking(
    of requisition: Requisition, settling settled: Money, _ posting: Posting
  ) throws(Voucher.Refusal) -> Voucher {
    try voucher(
      "Rekvisition \(name(ofInsats: requisition.insatsID)) \(requisition.said.firstMonth.text)–"
        + requisition.said.lastMonth.text, with: requisition.receiverID, posting,
      documents: requisition.said.documents,
      [
        (grantRole(of: requisition.insatsID), requisition.amount - settled), (.insatsDebts, settled),
        (.payables, -requisition.amount),
      ].map { ($0.0, $0.1, requisition.objects) })
  }

  /// Pays a requisition that is booked.
  public func payment(of requisition: Requisition, _ posting: Posting) throws(Voucher.Refusal) -> Voucher {
    try voucher(
      "Utbetalning \(name(ofInsats: requisition.insatsID)) \(requisition.said.firstMonth.text)–"
        + requisition.said.lastMonth.text, with: requisition.receiverID, posting,
      [(.payables, requisition.amount, requisition.objects), (.bank, -requisition.amount, .none)])
  }

  /// Money that a party has paid back: less cost, more in the bank.
  public func repayment(
    _ amount: Money, from receiverID: String, insats insatsID: String, because reason: String, _ posting: Posting
  ) throws(Voucher.Refusal) -> Voucher {
    let objects = ObjectSet(insats: insatsID, party: receiverID)
    return try voucher(
      "Återbetalning \(name(ofInsats: insatsID)): \(reason)", with: receiverID, posting,
      [(.bank, amount, .none), (grantRole(of: insatsID), -amount, objects)])
  }

  /// A year's accrual: what parties have used as cost and debt of the year.
  public func accrual(_ rows: [AccrualRow], year: Int, _ posting: Posting) throws(Voucher.Refusal) -> Voucher {
    let both = rows.flatMap { row -> [(AccountRole, Money, ObjectSet)] in
      let objects = ObjectSet(insats: row.insatsID, party: row.receiverID)
      return [(grantRole(of: row.insatsID), row.amount, objects), (.insatsDebts, -row.amount, objects)]
    }
    return try voucher("Skulder samverkansinsatser \(year)", with: "", posting, both)
  }

  /// What was accrued and will not be drawn: the debt is gone, and the cost less.
  public func release(
    _ amount: Money, of receiverID: String, insats insatsID: String, accruedFor year: Int, _ posting: Posting
  ) throws(Voucher.Refusal) -> Voucher {
    let objects = ObjectSet(insats: insatsID, party: receiverID)
    return try voucher(
      "Upplupet \(year) som inte avropas: \(name(ofInsats: insatsID))", with: receiverID, posting,
      [(.insatsDebts, amount, objects), (grantRole(of: insatsID), -amount, objects)])
  }

  private func voucher(
    _ text: String, with receiverID: String, _ posting: Posting, documents: [String] = [],
    _ rows: [(role: AccountRole, amount: Money, objects: ObjectSet)]
  ) throws(Voucher.Refusal) -> Voucher {
    let party = members.first { $0.id == receiverID }?.name ?? receiverID
    return try Voucher(
      Voucher.Draft(
        series: posting.series, date: posting.date, text: text, counterparty: party.isEmpty ? "Parterna" : party,
        compiledOn: posting.on, compiledBy: posting.by.name,
        rows: rows.filter { $0.amount != .zero }.map {
          Voucher.Row(account: accountNumber(for: $0.role), amount: $0.amount, objects: $0.objects)
        }, attachments: documents))
  }

  private func name(ofInsats id: String) -> String { insatser.first { $0.id == id }?.name ?? id }
}
