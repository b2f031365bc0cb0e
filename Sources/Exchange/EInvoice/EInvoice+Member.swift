public import Association
public import Ledger

extension EInvoice {
  /// A member's invoice as an e-invoice, by what the association and the member say of themselves.
  ///
  /// A contribution is no price of anything, so it lies outside VAT (category O): no rate, no VAT number.
  public init(_ draft: MemberInvoice.Draft, number: Int64, from association: Association) {
    let member = association.members.first { $0.id == draft.memberID }
    self.init(
      number: "\(number)", issued: draft.issued, due: draft.due, seller: Party(association),
      buyer: Party(association.billing(of: draft.memberID), name: member?.name ?? draft.memberID),
      lines: [EInvoice.line(of: draft)],
      taxes: [
        Tax(
          category: .outsideVAT, taxable: draft.amount, amount: .zero,
          exemptionReason: "Medlemsbidrag ligger utanför mervärdesskatten", exemptionCode: "VATEX-EU-O")
      ], totals: Totals(draft.amount))
    buyerReference = association.billing(of: draft.memberID).buyerReference
    period = Period(first: draft.instalment.first, last: draft.instalment.last)
    payments = EInvoice.payments(to: association.ownBilling, reference: MemberInvoice.reference(of: number))
    paymentTerms = "Betalas senast \(draft.due.text)."
  }

  /// The credit invoice that takes back the whole of a member's invoice.
  public init(
    crediting invoice: MemberInvoice, number: Int64, on day: CalendarDate, because reason: String,
    from association: Association
  ) {
    var draft = invoice.draft
    (draft.issued, draft.due) = (day, day)
    self.init(draft, number: number, from: association)
    kind = .creditNote
    due = nil
    note = reason
    preceding = [Preceding(number: "\(invoice.number)", issued: invoice.draft.issued)]
    paymentTerms = "Kvittas mot faktura \(invoice.number)."
    payments = []
  }

  /// An issued invoice or credit invoice, with what the association said of itself when it was issued.
  public init(_ invoice: MemberInvoice, crediting original: MemberInvoice?, from association: Association) {
    if case .credit(_, let reason) = invoice.kind, let original {
      self.init(
        crediting: original, number: invoice.number, on: invoice.draft.issued, because: reason, from: association)
    } else {
      self.init(invoice.draft, number: invoice.number, from: association)
    }
  }

  private static func line(of draft: MemberInvoice.Draft) -> Line {
    let instalment = draft.instalment
    let part = instalment.count > 1 ? ", del \(instalment.number) av \(instalment.count)" : ""
    var line = Line(
      id: "1", name: "Medlemsbidrag \(draft.year)\(part)", amount: draft.amount, category: .outsideVAT)
    line.period = Period(first: instalment.first, last: instalment.last)
    return line
  }

  private static func payments(to billing: OwnBilling?, reference: String) -> [Payment] {
    guard let billing else { return [] }
    func digits(_ text: String) -> String {
      String(decoding: text.utf8.filter { (48...57).contains($0) }, as: UTF8.self)
    }
    var payments: [Payment] = []
    if !billing.bankgiro.isEmpty {
      payments.append(
        Payment(reference: reference, account: digits(billing.bankgiro), branch: Payment.bankgiro))
    }
    if !billing.plusgiro.isEmpty {
      payments.append(
        Payment(reference: reference, account: digits(billing.plusgiro), branch: Payment.plusgiro))
    }
    if !billing.iban.isEmpty {
      let iban = String(decoding: billing.iban.utf8.filter { $0 != 32 }, as: UTF8.self)
      payments.append(Payment(reference: reference, account: iban, branch: billing.bic))
    }
    return payments
  }
}

extension EInvoice.Party {
  /// The association as the seller.
  fileprivate init(_ association: Association) {
    let billing = association.ownBilling ?? OwnBilling()
    let legalID = EInvoice.Identifier(organisationNumber: association.organisationNumber)
    self.init(
      name: association.name,
      endpoint: .init(billing.endpoint, in: billing.endpointScheme, else: legalID), legalID: legalID,
      address: EInvoice.Address(street: billing.street, city: billing.city, postalCode: billing.postalCode))
    contactName = billing.contact
    contactPhone = billing.phone
    contactMail = billing.mail
  }

  /// A member as the buyer.
  fileprivate init(_ billing: MemberBilling, name: String) {
    let legalID = EInvoice.Identifier(organisationNumber: billing.organisationNumber)
    self.init(
      name: name, endpoint: .init(billing.endpoint, in: billing.endpointScheme, else: legalID), legalID: legalID,
      address: EInvoice.Address(street: billing.street, city: billing.city, postalCode: billing.postalCode))
  }
}

extension EInvoice.Identifier {
  /// The ten digits of a Swedish organisation number; nil where nothing is said.
  fileprivate init?(organisationNumber text: String) {
    let digits = text.utf8.filter { (48...57).contains($0) }
    guard !digits.isEmpty else { return nil }
    self.init(String(decoding: digits, as: UTF8.self), scheme: EInvoice.Identifier.swedishScheme)
  }

  /// An electronic address as it was said, else the organisation number, by which public bodies stand in Peppol.
  fileprivate init?(_ address: String, in scheme: String, else number: EInvoice.Identifier?) {
    if address.isEmpty {
      guard let number else { return nil }
      self = number
    } else {
      self.init(
        String(decoding: address.utf8.filter { $0 != 32 && ($0 != 45 || scheme != "0007") }, as: UTF8.self),
        scheme: scheme.isEmpty ? EInvoice.Identifier.swedishScheme : scheme)
    }
  }
}
