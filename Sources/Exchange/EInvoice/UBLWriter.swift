import Ledger

/// Writes an invoice as UBL 2.1 in the form of Peppol BIS Billing 3. The same invoice gives the same bytes.
extension EInvoice {
  /// What says by which rules the document is made (BT-24).
  public static let customization =
    "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
  /// What says in which process it takes part (BT-23).
  public static let profile = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"

  /// The document as XML, in UTF-8.
  public var xml: [UInt8] { ubl.xml }

  /// The document as elements, in the order of the schema.
  public var ubl: UBLElement {
    let isCredit = kind == .creditNote
    var parts: [UBLElement?] = [
      .basic("CustomizationID", EInvoice.customization), .basic("ProfileID", EInvoice.profile),
      .basic("ID", number), .basic("IssueDate", issued.text),
    ]
    // A credit note has no due date of its own in UBL; it stands with how it is paid.
    if !isCredit { parts.append(.basic("DueDate", due?.text ?? "")) }
    parts += [
      .basic(isCredit ? "CreditNoteTypeCode" : "InvoiceTypeCode", kind.rawValue), .basic("Note", note),
      .basic("DocumentCurrencyCode", currency), .basic("BuyerReference", buyerReference),
      period.flatMap { EInvoice.element(of: $0) }, .group("OrderReference", [.basic("ID", orderReference)]),
    ]
    parts += preceding.map { earlier in
      .group(
        "BillingReference",
        [
          .group(
            "InvoiceDocumentReference",
            [.basic("ID", earlier.number), .basic("IssueDate", earlier.issued?.text ?? "")])
        ])
    }
    parts += [
      .group("AccountingSupplierParty", [EInvoice.element(of: seller)]),
      .group("AccountingCustomerParty", [EInvoice.element(of: buyer)]),
    ]
    parts += payments.map { element(of: $0, isCredit: isCredit) }
    parts.append(.group("PaymentTerms", [.basic("Note", paymentTerms)]))
    parts += adjustments.map(element)
    parts += [taxElement, totalElement]
    parts += lines.map { element(of: $0, isCredit: isCredit) }
    return UBLElement(isCredit ? "CreditNote" : "Invoice", children: parts.compactMap(\.self))
  }

  private func amount(_ name: String, _ amount: Money?) -> UBLElement? {
    amount.map {
      UBLElement("cbc:" + name, attributes: [.init(name: "currencyID", value: currency)], text: $0.decimalText)
    }
  }

  private static func element(of period: Period) -> UBLElement? {
    .group(
      "InvoicePeriod",
      [.basic("StartDate", period.first?.text ?? ""), .basic("EndDate", period.last?.text ?? "")])
  }

  private static func element(of party: Party) -> UBLElement? {
    let address = party.address
    return .group(
      "Party",
      [
        party.endpoint.flatMap { .basic("EndpointID", $0) },
        .group("PartyName", [.basic("Name", party.tradingName)]),
        .group(
          "PostalAddress",
          [
            .basic("StreetName", address.street), .basic("AdditionalStreetName", address.additional),
            .basic("CityName", address.city), .basic("PostalZone", address.postalCode),
            .group("Country", [.basic("IdentificationCode", address.country)]),
          ]),
        party.vatID.isEmpty ? nil : registration(party.vatID, scheme: "VAT"),
        party.taxRegistration.isEmpty ? nil : registration(party.taxRegistration, scheme: "TAX"),
        .group(
          "PartyLegalEntity",
          [.basic("RegistrationName", party.name), party.legalID.flatMap { .basic("CompanyID", $0) }]),
        .group(
          "Contact",
          [
            .basic("Name", party.contactName), .basic("Telephone", party.contactPhone),
            .basic("ElectronicMail", party.contactMail),
          ]),
      ])
  }

  private static func registration(_ number: String, scheme: String) -> UBLElement? {
    .group("PartyTaxScheme", [.basic("CompanyID", number), .group("TaxScheme", [.basic("ID", scheme)])])
  }

  private func element(of payment: Payment, isCredit: Bool) -> UBLElement? {
    .group(
      "PaymentMeans",
      [
        .basic("PaymentMeansCode", payment.code), isCredit ? .basic("PaymentDueDate", due?.text ?? "") : nil,
        .basic("PaymentID", payment.reference),
        .group(
          "PayeeFinancialAccount",
          [
            .basic("ID", payment.account),
            .group("FinancialInstitutionBranch", [.basic("ID", payment.branch)]),
          ]),
      ])
  }

  private func element(of adjustment: Adjustment) -> UBLElement? {
    .group(
      "AllowanceCharge",
      [
        .basic("ChargeIndicator", adjustment.isCharge ? "true" : "false"),
        .basic("AllowanceChargeReason", adjustment.reason), amount("Amount", adjustment.amount),
        adjustment.category.flatMap { EInvoice.element(of: $0, named: "TaxCategory") },
      ])
  }

  private static func element(of category: Category, named name: String, _ reason: [UBLElement?] = []) -> UBLElement? {
    .group(
      name,
      [.basic("ID", category.code), .basic("Percent", category.percent?.text ?? "")] + reason
        + [.group("TaxScheme", [.basic("ID", "VAT")])])
  }

  private var taxElement: UBLElement? {
    .group(
      "TaxTotal",
      [amount("TaxAmount", taxTotal)]
        + taxes.map { tax in
          .group(
            "TaxSubtotal",
            [
              amount("TaxableAmount", tax.taxable), amount("TaxAmount", tax.amount),
              EInvoice.element(
                of: tax.category, named: "TaxCategory",
                [
                  .basic("TaxExemptionReasonCode", tax.exemptionCode),
                  .basic("TaxExemptionReason", tax.exemptionReason),
                ]),
            ])
        })
  }

  private var totalElement: UBLElement? {
    .group(
      "LegalMonetaryTotal",
      [
        amount("LineExtensionAmount", totals.lines), amount("TaxExclusiveAmount", totals.withoutTax),
        amount("TaxInclusiveAmount", totals.withTax), amount("AllowanceTotalAmount", totals.allowances),
        amount("ChargeTotalAmount", totals.charges), amount("PrepaidAmount", totals.prepaid),
        amount("PayableRoundingAmount", totals.rounding), amount("PayableAmount", totals.payable),
      ])
  }

  private func element(of line: Line, isCredit: Bool) -> UBLElement? {
    let quantity = UBLElement(
      isCredit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity",
      attributes: [.init(name: "unitCode", value: line.unit)], text: line.quantity.text)
    let price = UBLElement(
      "cbc:PriceAmount", attributes: [.init(name: "currencyID", value: currency)], text: line.price.text)
    let base = line.priceQuantity.map {
      UBLElement("cbc:BaseQuantity", attributes: [.init(name: "unitCode", value: line.unit)], text: $0.text)
    }
    return .group(
      isCredit ? "CreditNoteLine" : "InvoiceLine",
      [.basic("ID", line.id), quantity, amount("LineExtensionAmount", line.amount)]
        + [.basic("AccountingCost", line.buyerAccount), line.period.flatMap { EInvoice.element(of: $0) }]
        + line.adjustments.map(element)
        + [
          .group(
            "Item",
            [
              .basic("Description", line.description), .basic("Name", line.name),
              EInvoice.element(of: line.category, named: "ClassifiedTaxCategory"),
            ]), .group("Price", [price, base]),
        ])
  }
}

extension UBLElement {
  /// A basic component; nil where there is nothing to say, for a document has no empty elements (PEPPOL-EN16931-R008).
  fileprivate static func basic(_ name: String, _ text: String) -> UBLElement? {
    text.isEmpty ? nil : UBLElement("cbc:" + name, text: text)
  }

  fileprivate static func basic(_ name: String, _ identifier: EInvoice.Identifier) -> UBLElement? {
    guard !identifier.value.isEmpty else { return nil }
    let scheme = identifier.scheme.isEmpty ? [] : [Attribute(name: "schemeID", value: identifier.scheme)]
    return UBLElement("cbc:" + name, attributes: scheme, text: identifier.value)
  }

  /// An aggregate component; nil where nothing stands in it.
  fileprivate static func group(_ name: String, _ children: [UBLElement?]) -> UBLElement? {
    let said = children.compactMap(\.self)
    return said.isEmpty ? nil : UBLElement("cac:" + name, children: said)
  }

  /// The document as XML: UTF-8, two blanks for each step inwards, names with their usual prefixes.
  public var xml: [UInt8] {
    var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    let kind = "urn:oasis:names:specification:ubl:schema:xsd:"
    let spaces = [
      Attribute(name: "xmlns", value: kind + name + "-2"),
      Attribute(name: "xmlns:cac", value: kind + "CommonAggregateComponents-2"),
      Attribute(name: "xmlns:cbc", value: kind + "CommonBasicComponents-2"),
    ]
    write(to: &bytes, depth: 0, spaces)
    return bytes
  }

  private func write(to bytes: inout [UInt8], depth: Int, _ spaces: [Attribute] = []) {
    let indent = Array(repeating: UInt8(ascii: " "), count: 2 * depth)
    bytes += indent + Array("<\(name)".utf8)
    for attribute in spaces + attributes {
      bytes += Array(" \(attribute.name)=\"".utf8)
      UBLElement.escape(attribute.value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
    if children.isEmpty {
      UBLElement.escape(text, to: &bytes)
    } else {
      bytes.append(10)
      for child in children { child.write(to: &bytes, depth: depth + 1) }
      bytes += indent
    }
    bytes += Array("</\(name)>\n".utf8)
  }

  /// By byte: a quotation mark and a combining mark are one `Character`. What XML 1.0 forbids becomes U+FFFD; tab and
  /// line ends in a text of ours become a blank, for a reader makes one of them in an attribute anyhow.
  private static func escape(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: bytes += Array("&amp;".utf8)
      case 0x3C: bytes += Array("&lt;".utf8)
      case 0x3E: bytes += Array("&gt;".utf8)
      case 0x22: bytes += Array("&quot;".utf8)
      case 0x09, 0x0A, 0x0D: bytes.append(32)
      case 0..<32, 0x7F, 0xFFFE, 0xFFFF: bytes += Array("\u{FFFD}".utf8)
      default: bytes += Array(String(scalar).utf8)
      }
    }
  }
}
