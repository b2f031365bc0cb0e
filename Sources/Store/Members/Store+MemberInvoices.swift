public import Association
public import Ledger

extension Store.Writing {
  /// The number that the next invoice gets: one more than the last, or the first that the association has chosen.
  public func nextInvoiceNumber() throws -> Int64 {
    let last = try connection.first("SELECT MAX(id) FROM member_invoice") { $0.optionalInteger(0) } ?? nil
    return try last.map { $0 + 1 } ?? Int64(max(connection.association().ownBilling?.firstInvoiceNumber ?? 1, 1))
  }

  /// The year's invoices and credit invoices, the first first.
  public func memberInvoices(of year: Int) throws -> [MemberInvoice] { try connection.memberInvoices(of: year) }

  /// One invoice, or nil.
  public func memberInvoice(_ number: Int64) throws -> MemberInvoice? {
    try connection.memberInvoices("i.id = ?", .integer(number)).first
  }

  /// Issues an invoice: books its voucher, keeps the e-invoice as it was sent. The number must be the next.
  public func issue(
    _ draft: MemberInvoice.Draft, number: Int64, voucher: Voucher, isPrepaid: Bool, naming accounts: [Account],
    xml: [UInt8]?
  ) throws {
    let standing = try connection.memberInvoices(of: draft.year).first {
      $0.stands && $0.draft.memberID == draft.memberID && $0.draft.instalment.number == draft.instalment.number
    }
    if let standing { throw MemberInvoiceRefusal.alreadyInvoiced(member: draft.memberID, number: standing.number) }
    let posted = try record(voucher, naming: accounts)
    try write(
      draft, number: number, credits: nil, reason: "", isPrepaid: isPrepaid, voucher: posted, act: .memberInvoice)
    if let xml { try keep(xml, as: .xml, of: number) }
  }

  /// Issues the credit invoice that takes back the whole of an invoice.
  public func credit(
    _ number: Int64, by credit: Int64, because reason: String, on day: CalendarDate, voucher: Voucher,
    naming accounts: [Account], xml: [UInt8]?
  ) throws {
    guard reason.hasContent else { throw Store.Refusal.reasonMissing }
    guard let invoice = try memberInvoice(number) else { throw MemberInvoiceRefusal.unknown(number: number) }
    guard invoice.stands else { throw MemberInvoiceRefusal.cannotCredit(number: number) }
    let posted = try record(voucher, naming: accounts)
    var draft = invoice.draft
    (draft.issued, draft.due) = (day, day)
    try write(
      draft, number: credit, credits: number, reason: reason, isPrepaid: invoice.isPrepaid && invoice.accrual == nil,
      voucher: posted, act: .creditInvoice)
    if let xml { try keep(xml, as: .xml, of: credit) }
  }

  private func write(
    _ draft: MemberInvoice.Draft, number: Int64, credits: Int64?, reason: String, isPrepaid: Bool,
    voucher: PostedVoucher, act kind: HistoryLine.Act
  ) throws {
    _ = try act(kind, subject: credits.map { "\(number) (\($0))" } ?? "\(number)") { act in
      try act.record(
        "member_invoice", .integer(number), credits.map { .integer($0) } ?? .null, .text(reason),
        .integer(draft.callID.rawValue), .text(draft.memberID), .integer(draft.year),
        .integer(draft.instalment.number), .integer(draft.instalment.count), .date(draft.instalment.first),
        .date(draft.instalment.last), .date(draft.issued), .date(draft.due), .money(draft.amount),
        .integer(isPrepaid ? 1 : 0), .integer(voucher.id.rawValue), .integer(act.sequence))
    }
  }

  /// Keeps a document of an invoice as it was issued. What is kept already is left as it is.
  public func keep(_ bytes: [UInt8], as kind: MemberInvoice.Document.Kind, of number: Int64) throws {
    guard let invoice = try memberInvoice(number) else { throw MemberInvoiceRefusal.unknown(number: number) }
    guard !invoice.documents.contains(where: { $0.kind == kind }) else { return }
    let isPDF = kind == .pdf
    let digest = try attach(
      bytes, name: "faktura-\(number).\(kind.rawValue)", mediaType: isPDF ? "application/pdf" : "application/xml")
    _ = try act(.invoiceDocument, subject: "\(number) \(kind.rawValue)") { act in
      let attachment = try self.connection.first("SELECT id FROM attachment WHERE sha256 = ?", .text(digest)) {
        $0.integer(0)
      }
      guard let attachment else { throw Store.Refusal.unknownAttachment(digest) }
      try act.record(
        "member_invoice_document", .integer(try self.posting.keys.next("member_invoice_document")), .integer(number),
        .text(kind.rawValue), .integer(attachment), .integer(act.sequence))
    }
  }

  /// Books a payment of an invoice, or with a negative amount that it is paid back, and matches it.
  public func pay(_ number: Int64, amount: Money, voucher: Voucher, naming accounts: [Account]) throws {
    _ = try payable(number, amount)
    let posted = try record(voucher, naming: accounts)
    try match(number, amount, voucher: posted.id.rawValue)
  }

  /// Matches an invoice with a voucher that credits the member's receivable.
  public func match(_ number: Int64, amount: Money, with place: InvoiceVoucher) throws {
    let invoice = try payable(number, amount)
    let association = try connection.association()
    let found = try connection.possiblePayments(
      of: invoice.draft.memberID, receivables: association.accountNumber(for: .receivables))
    guard let payment = found.first(where: { $0.voucher == place }), payment.free >= amount, amount > .zero else {
      throw MemberInvoiceRefusal.notAPayment(place, free: found.first { $0.voucher == place }?.free ?? .zero)
    }
    try match(number, amount, voucher: payment.id)
  }

  /// The invoice, of which so much can be paid, or paid back.
  private func payable(_ number: Int64, _ amount: Money) throws -> MemberInvoice {
    guard let invoice = try memberInvoice(number) else { throw MemberInvoiceRefusal.unknown(number: number) }
    let isOfTheSameSign = (amount > .zero) == (invoice.left > .zero)
    guard amount != .zero, isOfTheSameSign, amount.magnitude <= invoice.left.magnitude else {
      throw MemberInvoiceRefusal.paysTooMuch(number: number, left: invoice.left, amount: amount)
    }
    return invoice
  }

  private func match(_ number: Int64, _ amount: Money, voucher: Int64) throws {
    _ = try act(.invoicePayment, subject: "\(number)") { act in
      try act.record(
        "member_invoice_payment", .integer(try self.posting.keys.next("member_invoice_payment")), .integer(number),
        .integer(voucher), .money(amount), .integer(act.sequence))
    }
  }

  /// Books that prepaid contributions become the income of their year, and remembers of which invoices.
  public func accrue(_ invoices: [MemberInvoice], year: Int, voucher: Voucher, naming accounts: [Account]) throws {
    let waiting = Set(try connection.memberInvoices(of: year).filter(\.waitsForItsYear).map(\.number))
    guard !invoices.isEmpty, invoices.allSatisfy({ waiting.contains($0.number) }) else {
      throw MemberInvoiceRefusal.nothingToAccrue(year: year)
    }
    let posted = try record(voucher, naming: accounts)
    _ = try act(.accrueContributions, subject: "\(year)") { act in
      for invoice in invoices.sorted(by: { $0.number < $1.number }) {
        try act.record(
          "member_invoice_accrual", .integer(invoice.number), .integer(posted.id.rawValue), .integer(act.sequence))
      }
    }
  }
}

extension MemberInvoice {
  /// Whether it stands as prepaid income still.
  public var waitsForItsYear: Bool { stands && isPrepaid && accrual == nil }
}

extension Store {
  /// The year's invoices and credit invoices, the first first.
  public func memberInvoices(of year: Int) throws(Refusal) -> [MemberInvoice] {
    try read { try $0.memberInvoices(of: year) }
  }

  /// One invoice, or nil.
  public func memberInvoice(_ number: Int64) throws(Refusal) -> MemberInvoice? {
    try read { try $0.memberInvoices("i.id = ?", .integer(number)).first }
  }

  /// The invoices of every year that are not paid whole, or have been paid too much, the first first.
  public func unsettledInvoices() throws(Refusal) -> [MemberInvoice] {
    try read { try $0.memberInvoices(Connection.isUnsettled) }
  }

  /// What has been booked on the member's receivable that no invoice is matched with, the first first.
  public func possiblePayments(of memberID: String) throws(Refusal) -> [PossiblePayment] {
    try read { connection in
      try connection.possiblePayments(
        of: memberID, receivables: try connection.association().accountNumber(for: .receivables))
    }
  }
}

/// A voucher that credits a member's receivable: a payment that no invoice is matched with, or not with all of it.
public struct PossiblePayment: Hashable, Sendable {
  let id: Int64
  /// The voucher.
  public let voucher: InvoiceVoucher
  /// Its day.
  public let date: CalendarDate
  /// What it says.
  public let text: String
  /// How much of it is not matched.
  public let free: Money
}

extension Connection {
  /// The invoices that something is left of: found without reading what became of the others.
  fileprivate static let isUnsettled = """
    i.credits_id IS NULL AND CASE WHEN c.id IS NULL THEN i.amount_ore ELSE 0 END <> COALESCE((
      SELECT SUM(p.amount_ore) FROM member_invoice_payment p JOIN standing_voucher s ON s.id = p.voucher_id
      WHERE p.invoice_id = i.id AND NOT EXISTS (SELECT 1 FROM voucher r WHERE r.reverses_id = s.id)), 0)
    """

  func memberInvoices(of year: Int) throws -> [MemberInvoice] { try memberInvoices("i.year = ?", .integer(year)) }

  /// Invoices by a condition of our own, with what has become of them. A payment whose voucher has been reversed is none.
  fileprivate func memberInvoices(_ condition: String, _ fields: Field...) throws -> [MemberInvoice] {
    var invoices: [MemberInvoice] = []
    try each(
      """
      SELECT i.id, i.credits_id, i.reason, i.call_id, i.member_id, i.year, i.instalment, i.instalment_count,
        i.first_day, i.last_day, i.issued_on, i.due_on, i.amount_ore, i.is_prepaid, y.last_day, v.series, v.number,
        i.history_sequence, h.actor, c.id
      FROM member_invoice i JOIN voucher v ON v.id = i.voucher_id JOIN fiscal_year y ON y.id = v.year_id
      JOIN history h ON h.sequence = i.history_sequence LEFT JOIN member_invoice c ON c.credits_id = i.id
      WHERE \(condition) ORDER BY i.id
      """, fields: fields
    ) { invoices.append(try MemberInvoice(row: $0)) }
    for index in invoices.indices { try complete(&invoices[index]) }
    return invoices
  }

  private func complete(_ invoice: inout MemberInvoice) throws {
    var payments: [MemberInvoice.Payment] = []
    try each(
      """
      SELECT p.amount_ore, v.date, y.last_day, v.series, v.number FROM member_invoice_payment p
      JOIN standing_voucher v ON v.id = p.voucher_id JOIN fiscal_year y ON y.id = v.year_id
      WHERE p.invoice_id = ? AND NOT EXISTS (SELECT 1 FROM voucher r WHERE r.reverses_id = v.id) ORDER BY p.id
      """, .integer(invoice.number)
    ) { row in
      payments.append(
        MemberInvoice.Payment(
          amount: Money(ore: row.integer(0)), paidOn: try row.day(1), voucher: try row.voucher(2)))
    }
    invoice.payments = payments
    invoice.accrual = try first(
      """
      SELECT y.last_day, v.series, v.number FROM member_invoice_accrual a
      JOIN voucher v ON v.id = a.voucher_id JOIN fiscal_year y ON y.id = v.year_id WHERE a.id = ?
      """, .integer(invoice.number)
    ) { try $0.voucher(0) }
    var documents: [MemberInvoice.Document] = []
    try each(
      """
      SELECT d.kind, a.sha256 FROM member_invoice_document d JOIN attachment a ON a.id = d.attachment_id
      WHERE d.invoice_id = ? ORDER BY d.id
      """, .integer(invoice.number)
    ) { row in
      guard let kind = MemberInvoice.Document.Kind(rawValue: row.text(0)) else {
        throw Store.Refusal.corrupt("member_invoice_document \(row.text(0))")
      }
      documents.append(MemberInvoice.Document(kind: kind, sha256: row.text(1)))
    }
    invoice.documents = documents
  }

  fileprivate func possiblePayments(of memberID: String, receivables: AccountNumber) throws -> [PossiblePayment] {
    var found: [PossiblePayment] = []
    try each(
      """
      SELECT v.id, y.last_day, v.series, v.number, v.date, v.text, -SUM(r.amount_ore) - COALESCE((
        SELECT SUM(p.amount_ore) FROM member_invoice_payment p JOIN member_invoice i ON i.id = p.invoice_id
        WHERE p.voucher_id = v.id AND i.member_id = ?2), 0) AS free
      FROM object o JOIN object_set_member m ON m.object_id = o.id
      JOIN voucher_row r ON r.object_set_id = m.object_set_id JOIN standing_voucher v ON v.id = r.voucher_id
      JOIN fiscal_year y ON y.id = v.year_id
      WHERE o.dimension = 21 AND o.object = ?2 AND r.account_id = (SELECT id FROM account WHERE number = ?1)
        AND v.reverses_id IS NULL AND v.id NOT IN (SELECT voucher_id FROM member_invoice)
        AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id)
      GROUP BY v.id HAVING free > 0 ORDER BY v.date, v.id
      """, .text(receivables.text), .text(memberID)
    ) { row in
      found.append(
        PossiblePayment(
          id: row.integer(0), voucher: try row.voucher(1), date: try row.day(4), text: row.text(5),
          free: Money(ore: row.integer(6))))
    }
    return found
  }
}

extension MemberInvoice {
  fileprivate init(row: Statement) throws {
    let instalment = Instalment(
      number: Int(row.integer(6)), count: Int(row.integer(7)), first: try row.day(8), last: try row.day(9))
    self.init(
      number: row.integer(0),
      kind: row.optionalInteger(1).map { .credit(of: $0, because: row.text(2)) } ?? .invoice,
      draft: Draft(
        memberID: row.text(4), callID: ID(rawValue: row.integer(3)), year: Int(row.integer(5)),
        instalment: instalment, issued: try row.day(10), due: try row.day(11), amount: Money(ore: row.integer(12))),
      voucher: try row.voucher(14), isPrepaid: row.integer(13) != 0, creditedBy: row.optionalInteger(19),
      sequence: row.integer(17), by: row.text(18))
  }
}

extension Statement {
  fileprivate func day(_ column: Int) throws -> CalendarDate {
    guard let day = CalendarDate(yyyymmdd: Int(integer(column))) else {
      throw Store.Refusal.corrupt("day \(integer(column))")
    }
    return day
  }

  /// A voucher's place from three columns: its year's last day, its series, its number.
  fileprivate func voucher(_ column: Int) throws -> InvoiceVoucher {
    InvoiceVoucher(
      year: try day(column).year,
      number: Voucher.Number(series: text(column + 1), number: Int(integer(column + 2))))
  }
}
