public import Association
public import Ledger

extension Store {
  /// The received invoices, the latest first.
  public func receivedInvoices() throws(Refusal) -> [KeptInvoice] { try read { try $0.receivedInvoices() } }

  /// One received invoice, or nil.
  public func receivedInvoice(_ id: ID<SupplierInvoice>) throws(Refusal) -> KeptInvoice? {
    try read { connection in try connection.receivedInvoices().first { $0.id == id } }
  }

  /// Rows that settle a supplier's debt and belong to no invoice here: what a payment that is booked already may be.
  public func settlements(
    on account: AccountNumber, amount: Money, from day: CalendarDate
  ) throws(Refusal) -> [BankBook.Row] {
    try read { connection in
      var rows: [BankBook.Row] = []
      try connection.each(
        """
        SELECT v.id, r.line, v.series, v.number, v.date, r.amount_ore, COALESCE(r.text, v.text), v.counterparty
        FROM standing_voucher v CROSS JOIN voucher_row r ON r.voucher_id = v.id JOIN account a ON a.id = r.account_id
        WHERE a.number = ? AND r.amount_ore = ? AND v.date >= ? AND v.reverses_id IS NULL
          AND v.id NOT IN (SELECT voucher_id FROM invoice_step WHERE voucher_id IS NOT NULL)
        ORDER BY v.date, v.id LIMIT 50
        """, .text(account.text), .integer(amount.ore), .integer(Int64(day.yyyymmdd))
      ) { row in
        guard let date = CalendarDate(yyyymmdd: Int(row.integer(4))) else { throw Refusal.corrupt("voucher") }
        rows.append(
          BankBook.Row(
            place: BankBook.Row.Place(voucher: ID(rawValue: row.integer(0)), line: Int(row.integer(1))),
            number: Voucher.Number(series: row.text(2), number: Int(row.integer(3))), date: date,
            amount: Money(ore: row.integer(5)), text: row.text(6), counterparty: row.text(7)))
      }
      return rows
    }
  }
}

extension Connection {
  fileprivate func receivedInvoices() throws -> [KeptInvoice] {
    var steps: [Int64: [InvoiceStep]] = [:]
    try each(
      """
      SELECT s.invoice_id, s.step, s.user_id, s.concerns_user_id, s.note, s.voucher_id, h.actor, h.moment
      FROM invoice_step s JOIN history h ON h.sequence = s.history_sequence ORDER BY s.id
      """
    ) { row in
      let deed: InvoiceStep.Deed
      let voucher = ID<Voucher>(rawValue: row.integer(5))
      switch row.text(1) {
      case "acknowledged": deed = .acknowledged(concerns: row.optionalInteger(3))
      case "approved": deed = .approved
      case "approved-by-chair": deed = .approvedByChair(note: row.text(4))
      case "refused": deed = .refused(reason: row.text(4))
      case "booked": deed = .booked(voucher)
      default: deed = .paid(voucher)
      }
      steps[row.integer(0), default: []].append(
        InvoiceStep(
          deed, user: row.integer(2), by: row.text(6), at: Moment(secondsSince1970: row.integer(7))))
    }
    var invoices: [KeptInvoice] = []
    try each(
      """
      SELECT i.id, i.kind, i.number, i.supplier, i.supplier_id, i.issued, i.due, i.without_tax_ore, i.tax_ore,
        i.rounding_ore, i.prepaid_ore, i.account, i.reference, a.sha256, h.actor, h.moment
      FROM received_invoice i JOIN attachment a ON a.id = i.attachment_id
      JOIN history h ON h.sequence = i.history_sequence ORDER BY i.id DESC
      """
    ) { row in
      let key = row.integer(0)
      guard let kind = SupplierInvoice.Kind(rawValue: row.text(1)),
        let issued = CalendarDate(yyyymmdd: Int(row.integer(5)))
      else { throw Store.Refusal.corrupt("received_invoice \(key)") }
      let taken = steps[key] ?? []
      var state = InvoiceState.received
      do {
        for step in taken { state = try state.after(step) }
      } catch {
        throw Store.Refusal.corrupt("invoice_step of \(key)")
      }
      invoices.append(
        KeptInvoice(
          id: ID(rawValue: key),
          invoice: SupplierInvoice(
            kind: kind, number: row.text(2), supplier: row.text(3), supplierID: row.text(4), issued: issued,
            due: row.optionalInteger(6).flatMap { CalendarDate(yyyymmdd: Int($0)) },
            withoutTax: Money(ore: row.integer(7)), tax: Money(ore: row.integer(8)),
            rounding: Money(ore: row.integer(9)), prepaid: Money(ore: row.integer(10)), account: row.text(11),
            reference: row.text(12)), document: row.text(13), by: row.text(14),
          at: Moment(secondsSince1970: row.integer(15)), steps: taken, state: state))
    }
    return invoices
  }
}

extension Store.Writing {
  /// Keeps a received invoice beside its file, which must lie in the book. Refuses a file that has been received.
  @discardableResult
  public func receive(_ invoice: SupplierInvoice, document: String) throws -> ID<SupplierInvoice> {
    let file = try connection.first("SELECT id FROM attachment WHERE sha256 = ?", .text(document)) { $0.integer(0) }
    guard let file else { throw Store.Refusal.unknownAttachment(document) }
    let known = try connection.first("SELECT 1 FROM received_invoice WHERE attachment_id = ?", .integer(file)) { _ in
      true
    }
    guard known == nil else { throw Store.Refusal.invoice(.alreadyReceived) }
    let key = try posting.keys.next("received_invoice")
    _ = try act(.receiveInvoice, subject: "\(invoice.supplier) \(invoice.number)") { act in
      try act.record(
        "received_invoice", .integer(key), .text(invoice.kind.rawValue), .text(invoice.number), .text(invoice.supplier),
        .text(invoice.supplierID), .integer(Int64(invoice.issued.yyyymmdd)),
        invoice.due.map { .integer(Int64($0.yyyymmdd)) } ?? .null, .integer(invoice.withoutTax.ore),
        .integer(invoice.tax.ore), .integer(invoice.rounding.ore), .integer(invoice.prepaid.ore),
        .text(invoice.account), .text(invoice.reference), .integer(file), .integer(act.sequence))
    }
    return ID(rawValue: key)
  }

  /// Takes a step with an invoice, where it follows from how it stands. What is booked has its own verb.
  public func take(_ deed: InvoiceStep.Deed, with id: ID<SupplierInvoice>, as user: ID<User>) throws {
    guard let kept = try connection.receivedInvoices().first(where: { $0.id == id }) else {
      throw Store.Refusal.invoice(.unknown)
    }
    let order = try attestOrder(for: deed.attest)
    let approvers = try connection.approvers(of: kept.invoice, by: order)
    let step = InvoiceStep(deed, user: user.rawValue, by: actor.name, at: moment)
    do {
      _ = try kept.state.after(step, canApprove: approvers)
    } catch {
      throw Store.Refusal.invoice(error)
    }
    let ground = try deed.attest.flatMap { attest in
      try order.map { order in
        if attest == .payment, kept.steps.contains(where: { $0.deed == .acknowledged(concerns: user.rawValue) }) {
          throw Store.Refusal.invoice(.ownCost)
        }
        return try connection.ground(
          for: attest, by: order, of: kept.invoice.gross, as: user, isChair: deed.isOfChair)
      }
    }
    let (name, concerns, note, voucher) = deed.columns
    let key = try posting.keys.next("invoice_step")
    _ = try act(.invoiceStep, subject: "\(kept.invoice.supplier) \(kept.invoice.number) \(name)") { act in
      if let ground { try self.record(ground, ofInvoiceStep: key, in: act) }
      try act.record(
        "invoice_step", .integer(key), .integer(id.rawValue), .text(name), .integer(user.rawValue),
        concerns.map { .integer($0) } ?? .null, .text(note), voucher.map { .integer($0.rawValue) } ?? .null,
        .integer(act.sequence))
    }
  }

  /// Books an approved invoice by a voucher whose row on the suppliers' account comes to it.
  @discardableResult
  public func book(
    _ id: ID<SupplierInvoice>, as voucher: Voucher, naming accounts: [Account] = [], by user: ID<User>
  ) throws -> PostedVoucher {
    guard let kept = try connection.receivedInvoices().first(where: { $0.id == id }) else {
      throw Store.Refusal.invoice(.unknown)
    }
    let owed = Money(ore: kept.invoice.gross.ore * -kept.invoice.sign)
    let payables = try association().accountNumber(for: .payables)
    let booked = voucher.rows.filter { $0.account == payables }.map(\.amount).sum()
    guard booked == owed else { throw Store.Refusal.invoice(.sumDiffers(booked: -booked, invoice: -owed)) }
    try checkKinds(of: voucher, kept)
    let posted = try record(voucher, naming: accounts)
    try take(.booked(posted.id), with: id, as: user)
    return posted
  }

  /// Books the payment of an invoice.
  @discardableResult
  public func pay(
    _ id: ID<SupplierInvoice>, as voucher: Voucher, naming accounts: [Account] = [], by user: ID<User>
  ) throws -> PostedVoucher {
    let posted = try record(voucher, naming: accounts)
    try take(.paid(posted.id), with: id, as: user)
    return posted
  }
}

extension Store.Writing {
  /// What an invoice is of is known when it is booked: each who attested it by an order must have the right to attest
  /// those costs by that version of it.
  private func checkKinds(of voucher: Voucher, _ kept: KeptInvoice) throws {
    let grounds = try connection.attestGrounds(ofInvoice: kept.id)
    guard !grounds.isEmpty else { return }
    let association = try association()
    let roles: [AccountRole] = [.payables, .vatReceivable, .wronglyChargedVAT, .rounding]
    let others = Set(roles.map { association.accountNumber(for: $0) })
    let kinds = voucher.rows.filter { !others.contains($0.account) }.map {
      CostKind(account: $0.account, insatsID: $0.objects[.insats])
    }
    for (place, step) in kept.steps.enumerated() {
      guard let attest = step.deed.attest, attest != .payment, let order = grounds[place], !kinds.isEmpty else {
        continue
      }
      let attester = try connection.attester(ID(rawValue: step.user), isChair: step.deed.isOfChair)
      _ = try order.point(for: attest, of: kept.invoice.gross, kinds: kinds, by: attester)
    }
  }
}

extension InvoiceStep.Deed {
  /// Which attest it is, if it is one.
  fileprivate var attest: Attest? {
    switch self {
    case .acknowledged: .reception
    case .approved, .approvedByChair: .decision
    case .paid: .payment
    case .refused, .booked: nil
    }
  }

  /// Whether it is the chair's word from outside the office.
  fileprivate var isOfChair: Bool { if case .approvedByChair = self { true } else { false } }

  /// How it stands in the table.
  fileprivate var columns: (step: String, concerns: Int64?, note: String, voucher: ID<Voucher>?) {
    switch self {
    case .acknowledged(let user): ("acknowledged", user, "", nil)
    case .approved: ("approved", nil, "", nil)
    case .approvedByChair(let note): ("approved-by-chair", nil, note, nil)
    case .refused(let reason): ("refused", nil, reason, nil)
    case .booked(let voucher): ("booked", nil, "", voucher)
    case .paid(let voucher): ("paid", nil, "", voucher)
    }
  }
}

extension Connection {
  /// Those who can give a beslutsattest in the office: by the order that holds, else the director and the board.
  fileprivate func approvers(of invoice: SupplierInvoice, by order: OrderVersion<AttestOrder>?) throws -> Set<Int64> {
    let users = try users().filter(\.isActive)
    guard let order else {
      return Set(users.filter { [.director, .boardMember].contains($0.role) }.map(\.id.rawValue))
    }
    return Set(
      try users.filter { user in
        let attester = try attester(user.id)
        // Whom the order refuses cannot approve it; why does not matter here.
        return (try? order.point(for: .decision, of: invoice.gross, by: attester)) != nil
      }.map(\.id.rawValue))
  }
}
