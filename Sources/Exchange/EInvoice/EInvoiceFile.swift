public import Ledger

/// A received e-invoice as a file: Peppol BIS Billing 3 in UBL 2.1, an invoice or a credit note.
public struct EInvoiceFile: Hashable, Sendable {
  /// What it says.
  public var invoice: EInvoice
  /// What the rules of EN 16931 and Peppol find wrong with it, those that can be asked without a network.
  public var findings: [EInvoiceFinding]

  /// The largest file that is read; an invoice carries its documents inside.
  public static let byteCountMax = XMLReader.byteCountMax

  /// The invoice in the file, or nil and why it is none. What the rules find does not hinder: an invoice with a fault is
  /// received, seen and sent back.
  public static func read(_ bytes: [UInt8], named name: String) -> Reading<EInvoiceFile?> {
    let file = Place(file: name)
    if bytes.starts(with: Array("%PDF-".utf8)) { return Reading(value: nil, diagnostics: [.invoicePDF(at: file)]) }
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
    guard bytes.first(where: { !blanks.contains($0) }) == UInt8(ascii: "<") else {
      return Reading(value: nil, diagnostics: [.invoiceUnknown(at: file)])
    }
    let tree = XMLReader.read(bytes, named: name)
    guard let root = tree.value, tree.diagnostics.isEmpty else {
      return Reading(
        value: nil, diagnostics: tree.diagnostics.isEmpty ? [.invoiceUnknown(at: file)] : tree.diagnostics)
    }
    let kind = "urn:oasis:names:specification:ubl:schema:xsd:"
    guard ["Invoice", "CreditNote"].contains(root.name), root.namespace == "\(kind)\(root.name)-2" else {
      return Reading(
        value: nil, diagnostics: [.invoiceUnknown(at: Place(file: name, line: root.line, column: root.column))])
    }
    let document = UBLElement(root)
    var reader = EInvoiceReader(file: Place(file: name, line: root.line, column: root.column))
    let invoice = reader.read(document.masked)
    return Reading(
      value: invoice.map { EInvoiceFile(invoice: $0, findings: EInvoiceRules.findings(in: document)) },
      diagnostics: reader.diagnostics)
  }
}

extension UBLElement {
  /// The tree of a file with the usual prefixes, whatever prefixes the file itself has.
  init(_ element: XMLElement) {
    let prefix: String
    switch element.namespace.split(separator: ":").last {
    case "CommonBasicComponents-2": prefix = "cbc:"
    case "CommonAggregateComponents-2": prefix = "cac:"
    case "CommonExtensionComponents-2": prefix = "ext:"
    default: prefix = ""
    }
    self.init(
      prefix + element.name,
      attributes: element.attributes.sorted { $0.key < $1.key }.map { Attribute(name: $0.key, value: $0.value) },
      text: element.children.isEmpty ? element.text : "", children: element.children.map { UBLElement($0) })
  }
}

extension UBLElement {
  /// The same without personal identity numbers, which a sole trader's organisation number is: the file is kept as it
  /// came, but no list and no page of ours shows one.
  fileprivate var masked: UBLElement {
    var element = self
    if !element.text.isEmpty, name != "cbc:EmbeddedDocumentBinaryObject", !PersonalNumber.find(in: text).isEmpty {
      element.text = PersonalNumber.masked(text)
    }
    element.children = children.map(\.masked)
    return element
  }
}

/// From the elements of a UBL document to an invoice.
private struct EInvoiceReader {
  let file: Place
  private(set) var diagnostics: [Diagnostic] = []

  init(file: Place) { self.file = file }

  mutating func read(_ document: UBLElement) -> EInvoice? {
    let isCredit = document.name == "CreditNote"
    let number = document.text("cbc:ID")
    let issued = CalendarDate(document.text("cbc:IssueDate"))
    let seller = party(document.first("cac:AccountingSupplierParty/cac:Party"))
    let payable = money(document, "cac:LegalMonetaryTotal/cbc:PayableAmount")
    for (isThere, what) in [
      (!number.isEmpty, "fakturans nummer (cbc:ID)"), (issued != nil, "fakturans dag (cbc:IssueDate)"),
      (!seller.name.isEmpty, "säljarens namn (cac:AccountingSupplierParty)"),
      (payable != nil, "beloppet att betala (cbc:PayableAmount)"),
    ] where !isThere {
      diagnostics.append(.invoiceMissing(at: file, what))
    }
    let currency = document.text("cbc:DocumentCurrencyCode")
    if currency != "SEK" { diagnostics.append(.invoiceCurrency(at: file, currency)) }
    guard diagnostics.isEmpty, let issued, let payable else { return nil }
    var invoice = EInvoice(
      kind: isCredit ? .creditNote : .invoice, number: number, issued: issued,
      due: CalendarDate(document.text(isCredit ? "cac:PaymentMeans/cbc:PaymentDueDate" : "cbc:DueDate")),
      currency: currency, seller: seller, buyer: party(document.first("cac:AccountingCustomerParty/cac:Party")))
    invoice.note = document.text("cbc:Note")
    invoice.buyerReference = document.text("cbc:BuyerReference")
    invoice.orderReference = document.text("cac:OrderReference/cbc:ID")
    invoice.period = period(document)
    invoice.preceding = document.all("cac:BillingReference/cac:InvoiceDocumentReference").map {
      EInvoice.Preceding(number: $0.text("cbc:ID"), issued: CalendarDate($0.text("cbc:IssueDate")))
    }
    invoice.payments = document.all("cac:PaymentMeans").map { means in
      EInvoice.Payment(
        code: means.text("cbc:PaymentMeansCode"), reference: means.text("cbc:PaymentID"),
        account: means.text("cac:PayeeFinancialAccount/cbc:ID"),
        branch: means.text("cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID"))
    }
    invoice.paymentTerms = document.text("cac:PaymentTerms/cbc:Note")
    invoice.adjustments = document.all("cac:AllowanceCharge").map { adjustment($0) }
    readSums(document, payable: payable, into: &invoice)
    invoice.lines = document.all(isCredit ? "cac:CreditNoteLine" : "cac:InvoiceLine").map { line($0, isCredit) }
    invoice.documents = document.all("cac:AdditionalDocumentReference").map { reference in
      let inside = reference.first("cac:Attachment/cbc:EmbeddedDocumentBinaryObject")
      return EInvoice.Document(
        id: reference.text("cbc:ID"), description: reference.text("cbc:DocumentDescription"),
        fileName: inside?.attribute("filename") ?? "", mediaType: inside?.attribute("mimeCode") ?? "",
        address: reference.text("cac:Attachment/cac:ExternalReference/cbc:URI"))
    }
    return invoice
  }

  private func readSums(_ document: UBLElement, payable: Money, into invoice: inout EInvoice) {
    // VAT may be told in the accounting currency as well; the total that is divided is the invoice's own.
    let taxTotals = document.all("cac:TaxTotal")
    let taxTotal = taxTotals.first { !$0.all("cac:TaxSubtotal").isEmpty } ?? taxTotals.first
    invoice.taxTotal = taxTotal.flatMap { money($0, "cbc:TaxAmount") } ?? .zero
    invoice.taxes = (taxTotal?.all("cac:TaxSubtotal") ?? []).map { part in
      EInvoice.Tax(
        category: category(part.first("cac:TaxCategory")), taxable: money(part, "cbc:TaxableAmount") ?? .zero,
        amount: money(part, "cbc:TaxAmount") ?? .zero,
        exemptionReason: part.text("cac:TaxCategory/cbc:TaxExemptionReason"),
        exemptionCode: part.text("cac:TaxCategory/cbc:TaxExemptionReasonCode"))
    }
    let sums = "cac:LegalMonetaryTotal/cbc:"
    var totals = EInvoice.Totals(payable)
    totals.lines = money(document, sums + "LineExtensionAmount") ?? .zero
    totals.allowances = money(document, sums + "AllowanceTotalAmount")
    totals.charges = money(document, sums + "ChargeTotalAmount")
    totals.withoutTax = money(document, sums + "TaxExclusiveAmount") ?? payable - invoice.taxTotal
    totals.withTax = money(document, sums + "TaxInclusiveAmount") ?? payable
    totals.prepaid = money(document, sums + "PrepaidAmount")
    totals.rounding = money(document, sums + "PayableRoundingAmount")
    invoice.totals = totals
  }

  private func money(_ element: UBLElement, _ path: String) -> Money? {
    guard let money = element.number(path)?.money, money.magnitude.ore <= Money.oreMax else { return nil }
    return money
  }

  private func category(_ element: UBLElement?) -> EInvoice.Category {
    EInvoice.Category(code: element?.text("cbc:ID") ?? "", percent: element?.number("cbc:Percent"))
  }

  private func period(_ element: UBLElement) -> EInvoice.Period? {
    element.first("cac:InvoicePeriod").map {
      EInvoice.Period(
        first: CalendarDate($0.text("cbc:StartDate")), last: CalendarDate($0.text("cbc:EndDate")))
    }
  }

  private func identifier(_ element: UBLElement?) -> EInvoice.Identifier? {
    element.map { EInvoice.Identifier($0.trimmed, scheme: $0.attribute("schemeID") ?? "") }
  }

  private func party(_ element: UBLElement?) -> EInvoice.Party {
    guard let element else { return EInvoice.Party(name: "") }
    let trading = element.text("cac:PartyName/cbc:Name")
    let legal = element.text("cac:PartyLegalEntity/cbc:RegistrationName")
    var party = EInvoice.Party(
      name: legal.isEmpty ? trading : legal, endpoint: identifier(element.first("cbc:EndpointID")),
      legalID: identifier(element.first("cac:PartyLegalEntity/cbc:CompanyID")),
      address: EInvoice.Address(
        street: element.text("cac:PostalAddress/cbc:StreetName"),
        additional: element.text("cac:PostalAddress/cbc:AdditionalStreetName"),
        city: element.text("cac:PostalAddress/cbc:CityName"),
        postalCode: element.text("cac:PostalAddress/cbc:PostalZone"),
        country: element.text("cac:PostalAddress/cac:Country/cbc:IdentificationCode")))
    party.tradingName = trading
    for scheme in element.all("cac:PartyTaxScheme") {
      if scheme.text("cac:TaxScheme/cbc:ID") == "VAT" {
        party.vatID = scheme.text("cbc:CompanyID")
      } else {
        party.taxRegistration = scheme.text("cbc:CompanyID")
      }
    }
    party.contactName = element.text("cac:Contact/cbc:Name")
    party.contactPhone = element.text("cac:Contact/cbc:Telephone")
    party.contactMail = element.text("cac:Contact/cbc:ElectronicMail")
    return party
  }

  private func adjustment(_ element: UBLElement) -> EInvoice.Adjustment {
    EInvoice.Adjustment(
      isCharge: element.text("cbc:ChargeIndicator") == "true", amount: money(element, "cbc:Amount") ?? .zero,
      reason: element.text("cbc:AllowanceChargeReason"),
      category: element.first("cac:TaxCategory").map { category($0) })
  }

  private func line(_ element: UBLElement, _ isCredit: Bool) -> EInvoice.Line {
    let quantity = element.first(isCredit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity")
    var line = EInvoice.Line(
      id: element.text("cbc:ID"), name: element.text("cac:Item/cbc:Name"),
      amount: money(element, "cbc:LineExtensionAmount") ?? .zero,
      category: category(element.first("cac:Item/cac:ClassifiedTaxCategory")))
    line.description = element.text("cac:Item/cbc:Description")
    line.quantity = quantity.flatMap { ExactNumber($0.trimmed) } ?? ExactNumber(digits: 1, decimals: 0)
    line.unit = quantity?.attribute("unitCode") ?? ""
    line.price = element.number("cac:Price/cbc:PriceAmount") ?? ExactNumber(digits: 0, decimals: 0)
    line.priceQuantity = element.number("cac:Price/cbc:BaseQuantity")
    line.period = period(element)
    line.buyerAccount = element.text("cbc:AccountingCost")
    line.adjustments = element.all("cac:AllowanceCharge").map { adjustment($0) }
    return line
  }
}

extension Diagnostic {
  fileprivate static func invoicePDF(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "faktura-pdf", severity: .error, place: place,
      message:
        "En PDF är ingen e-faktura: den ska vara en fil i Peppol BIS Billing 3, som datorer kan läsa (lag 2018:1277). Be "
        + "leverantören om en e-faktura, eller bokför PDF:en som underlag till en vanlig verifikation.")
  }

  fileprivate static func invoiceUnknown(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "faktura-okand", severity: .error, place: place,
      message:
        "Filen är ingen e-faktura i Peppol BIS Billing 3 (UBL 2.1, Invoice eller CreditNote). Be leverantören om fakturan i det "
        + "formatet, eller bokför filen som underlag till en vanlig verifikation.")
  }

  fileprivate static func invoiceMissing(at place: Place, _ what: String) -> Diagnostic {
    Diagnostic(
      code: "faktura-saknas", severity: .error, place: place,
      message: "I fakturan saknas \(what), eller så går det inte att läsa. Be leverantören om en ny faktura.")
  }

  fileprivate static func invoiceCurrency(at place: Place, _ currency: String) -> Diagnostic {
    Diagnostic(
      code: "faktura-valuta", severity: .error, place: place,
      message: currency.isEmpty
        ? "Fakturan säger ingen valuta. Be leverantören om en faktura i svenska kronor (SEK)."
        : "Fakturan är i \(currency). Boken förs i svenska kronor; be leverantören om en faktura i SEK.")
  }
}
