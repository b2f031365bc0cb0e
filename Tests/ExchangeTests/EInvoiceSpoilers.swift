import Exchange
import Testing

/// For each rule, an invoice that breaks it.
enum EInvoiceSpoilers {
  typealias Spoiler = EInvoiceTests.Spoiler

  private static let seller = "cac:AccountingSupplierParty/cac:Party"
  private static let buyer = "cac:AccountingCustomerParty/cac:Party"
  private static let totals = "cac:LegalMonetaryTotal"
  private static let part = "cac:TaxTotal/cac:TaxSubtotal"
  private static let line = "cac:InvoiceLine"
  private static let category = "cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory"

  static let all: [Spoiler] = missing + wrong + decimals + taxes + peppol + sweden

  private static func remove(_ code: String, _ path: String) -> Spoiler {
    Spoiler(code: code) { $0.remove(path) }
  }

  private static func set(_ code: String, _ path: String, _ text: String) -> Spoiler {
    Spoiler(code: code) { $0.set(path, text) }
  }

  private static let missing: [Spoiler] = [
    remove("BR-01", "cbc:CustomizationID"), remove("BR-02", "cbc:ID"), remove("BR-03", "cbc:IssueDate"),
    remove("BR-04", "cbc:InvoiceTypeCode"), remove("BR-05", "cbc:DocumentCurrencyCode"),
    remove("BR-06", seller + "/cac:PartyLegalEntity"), remove("BR-07", buyer + "/cac:PartyLegalEntity"),
    remove("BR-08", seller + "/cac:PostalAddress"), remove("BR-09", seller + "/cac:PostalAddress/cac:Country"),
    remove("BR-10", buyer + "/cac:PostalAddress"), remove("BR-11", buyer + "/cac:PostalAddress/cac:Country"),
    remove("BR-12", totals + "/cbc:LineExtensionAmount"), remove("BR-13", totals + "/cbc:TaxExclusiveAmount"),
    remove("BR-14", totals + "/cbc:TaxInclusiveAmount"), remove("BR-15", totals + "/cbc:PayableAmount"),
    remove("BR-16", line), remove("BR-21", line + "/cbc:ID"), remove("BR-22", line + "/cbc:InvoicedQuantity"),
    Spoiler(code: "BR-23") { $0.change(line + "/cbc:InvoicedQuantity") { $0.attributes = [] } },
    remove("BR-24", line + "/cbc:LineExtensionAmount"), remove("BR-25", line + "/cac:Item/cbc:Name"),
    remove("BR-26", line + "/cac:Price/cbc:PriceAmount"), remove("BR-45", part + "/cbc:TaxableAmount"),
    remove("BR-46", part + "/cbc:TaxAmount"), remove("BR-47", part + "/cac:TaxCategory/cbc:ID"),
    set("BR-48", part + "/cac:TaxCategory/cbc:ID", "E"), remove("BR-49", "cac:PaymentMeans/cbc:PaymentMeansCode"),
    remove("BR-50", "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID"),
    Spoiler(code: "BR-55", isCredit: true) { $0.remove("cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID") },
    remove("BR-61", "cac:PaymentMeans/cac:PayeeFinancialAccount"),
    Spoiler(code: "BR-62") { $0.change(seller + "/cbc:EndpointID") { $0.attributes = [] } },
    Spoiler(code: "BR-63") { $0.change(buyer + "/cbc:EndpointID") { $0.attributes = [] } },
    remove("BR-CO-04", category), remove("BR-CO-18", part),
    Spoiler(code: "BR-CO-19") { $0.change("cac:InvoicePeriod") { $0.children = [] } },
    Spoiler(code: "BR-CO-20") { $0.change(line + "/cac:InvoicePeriod") { $0.children = [] } },
    Spoiler(code: "BR-CO-25") {
      $0.remove("cbc:DueDate")
      $0.remove("cac:PaymentTerms")
    },
    remove("BR-CO-26", seller + "/cac:PartyLegalEntity/cbc:CompanyID"),
  ]

  private static let wrong: [Spoiler] = [
    set("BR-27", line + "/cac:Price/cbc:PriceAmount", "-1"),
    set("BR-29", "cac:InvoicePeriod/cbc:EndDate", "2026-01-01"),
    set("BR-30", line + "/cac:InvoicePeriod/cbc:EndDate", "2026-01-01"),
    set("BR-CO-10", totals + "/cbc:LineExtensionAmount", "1.00"),
    Spoiler(code: "BR-CO-11") { $0.append(totals, UBLElement("cbc:AllowanceTotalAmount", text: "5.00")) },
    Spoiler(code: "BR-CO-12") { $0.append(totals, UBLElement("cbc:ChargeTotalAmount", text: "5.00")) },
    set("BR-CO-13", totals + "/cbc:TaxExclusiveAmount", "1.00"), set("BR-CO-14", "cac:TaxTotal/cbc:TaxAmount", "1.00"),
    set("BR-CO-15", totals + "/cbc:TaxInclusiveAmount", "1.00"), set("BR-CO-16", totals + "/cbc:PayableAmount", "1.00"),
    set("BR-CO-17", part + "/cbc:TaxAmount", "5.00"),
    Spoiler(code: "BR-CO-09") { $0.append(seller, vat("2220002451")) },
    Spoiler(code: "UBL-ORDER") { $0.children.swapAt(0, 3) },
  ]

  private static let decimals: [Spoiler] =
    [
      ("BR-DEC-09", totals + "/cbc:LineExtensionAmount"), ("BR-DEC-12", totals + "/cbc:TaxExclusiveAmount"),
      ("BR-DEC-13", "cac:TaxTotal/cbc:TaxAmount"), ("BR-DEC-14", totals + "/cbc:TaxInclusiveAmount"),
      ("BR-DEC-18", totals + "/cbc:PayableAmount"), ("BR-DEC-19", part + "/cbc:TaxableAmount"),
      ("BR-DEC-20", part + "/cbc:TaxAmount"), ("BR-DEC-23", line + "/cbc:LineExtensionAmount"),
    ].map { set($0.0, $0.1, "1.001") }
    + [
      ("BR-DEC-10", "cbc:AllowanceTotalAmount"), ("BR-DEC-11", "cbc:ChargeTotalAmount"),
      ("BR-DEC-16", "cbc:PrepaidAmount"), ("BR-DEC-17", "cbc:PayableRoundingAmount"),
    ].map { code, name in Spoiler(code: code) { $0.append(totals, UBLElement(name, text: "0.001")) } }
    + [
      Spoiler(code: "BR-DEC-01") { $0.children.append(allowance("1.001")) },
      Spoiler(code: "BR-DEC-24") { $0.append(line, allowance("1.001")) },
    ]

  /// The names of the rules of a category are those of the category, but for supplies within the Union.
  private static let taxes: [Spoiler] =
    ["S", "Z", "E", "AE", "K", "G"].flatMap { code -> [Spoiler] in
      let name = code == "K" ? "IC" : code
      let isStandard = code == "S"
      return [
        set("BR-\(name)-01", part + "/cac:TaxCategory/cbc:ID", code),
        Spoiler(code: "BR-\(name)-05") { $0.use(code, percent: isStandard ? "0" : "5") },
        Spoiler(code: "BR-\(name)-08") {
          $0.use(code, percent: isStandard ? "25" : "0")
          $0.set(part + "/cbc:TaxableAmount", "1.00")
        },
        Spoiler(code: "BR-\(name)-10") {
          $0.use(code, percent: isStandard ? "25" : "0")
          if code != "S", code != "Z" {
            $0.remove(part + "/cac:TaxCategory/cbc:TaxExemptionReason")
            $0.remove(part + "/cac:TaxCategory/cbc:TaxExemptionReasonCode")
          }
        },
      ]
    }
    + [
      remove("BR-O-01", part), Spoiler(code: "BR-O-02") { $0.append(buyer, vat("SE202100552101")) },
      Spoiler(code: "BR-O-05") { $0.append(category, UBLElement("cbc:Percent", text: "0")) },
      set("BR-O-08", part + "/cbc:TaxableAmount", "1.00"), set("BR-O-09", part + "/cbc:TaxAmount", "1.00"),
      Spoiler(code: "BR-O-10") {
        $0.remove(part + "/cac:TaxCategory/cbc:TaxExemptionReason")
        $0.remove(part + "/cac:TaxCategory/cbc:TaxExemptionReasonCode")
      },
      Spoiler(code: "BR-O-11") { document in
        if let copy = document.first(part) { document.append("cac:TaxTotal", copy) }
      },
      Spoiler(code: "BR-O-12") { document in
        guard var copy = document.first(line) else { return }
        copy.set("cac:Item/cac:ClassifiedTaxCategory/cbc:ID", "Z")
        document.children.append(copy)
      },
    ]

  private static let peppol: [Spoiler] = [
    remove("PEPPOL-EN16931-R001", "cbc:ProfileID"),
    Spoiler(code: "PEPPOL-EN16931-R002") {
      $0.children += [UBLElement("cbc:Note", text: "a"), UBLElement("cbc:Note", text: "b")]
    },
    remove("PEPPOL-EN16931-R003", "cbc:BuyerReference"), set("PEPPOL-EN16931-R004", "cbc:CustomizationID", "urn:annat"),
    set("PEPPOL-EN16931-R007", "cbc:ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:1:1.0"),
    set("PEPPOL-EN16931-R008", "cbc:BuyerReference", " "), remove("PEPPOL-EN16931-R010", buyer + "/cbc:EndpointID"),
    remove("PEPPOL-EN16931-R020", seller + "/cbc:EndpointID"),
    Spoiler(code: "PEPPOL-EN16931-R043") { $0.children.append(allowance("1.00", indicator: "ja")) },
    Spoiler(code: "PEPPOL-EN16931-R051") {
      $0.change(totals + "/cbc:PayableAmount") { $0.attributes = [.init(name: "currencyID", value: "EUR")] }
    },
    remove("PEPPOL-EN16931-R053", "cac:TaxTotal"),
    set("PEPPOL-EN16931-R061", "cac:PaymentMeans/cbc:PaymentMeansCode", "59"),
    set("PEPPOL-EN16931-R110", line + "/cac:InvoicePeriod/cbc:StartDate", "2026-03-31"),
    set("PEPPOL-EN16931-R111", line + "/cac:InvoicePeriod/cbc:EndDate", "2026-07-01"),
    set("PEPPOL-EN16931-R120", line + "/cbc:InvoicedQuantity", "2"),
    Spoiler(code: "PEPPOL-EN16931-R121") { $0.append(line + "/cac:Price", UBLElement("cbc:BaseQuantity", text: "0")) },
    set("PEPPOL-COMMON-R049", seller + "/cbc:EndpointID", "2220002452"),
    set("PEPPOL-EN16931-P0100", "cbc:InvoiceTypeCode", "381"),
    Spoiler(code: "PEPPOL-EN16931-P0101", isCredit: true) { $0.set("cbc:CreditNoteTypeCode", "380") },
    set("PEPPOL-EN16931-F001", "cbc:IssueDate", "20260301"),
  ]

  private static let sweden: [Spoiler] = [
    Spoiler(code: "SE-R-001") { $0.append(seller, vat("SE2220002451")) },
    Spoiler(code: "SE-R-002") { $0.append(seller, vat("SE22200024510A")) },
    set("SE-R-003", seller + "/cac:PartyLegalEntity/cbc:CompanyID", "222000-2451"),
    set("SE-R-004", seller + "/cac:PartyLegalEntity/cbc:CompanyID", "222000"),
    Spoiler(code: "SE-R-005") { $0.append(seller, vat("Annat", scheme: "TAX")) },
    Spoiler(code: "SE-R-006") {
      $0.append(seller, vat("SE222000245101"))
      $0.use("S", percent: "24")
    },
    giro("SE-R-007", EInvoice.Payment.plusgiro, "12-3"), giro("SE-R-010", EInvoice.Payment.plusgiro, "1"),
    giro("SE-R-008", EInvoice.Payment.bankgiro, "123-4567"), giro("SE-R-009", EInvoice.Payment.bankgiro, "123"),
    set("SE-R-011", "cac:PaymentMeans/cbc:PaymentMeansCode", "50"),
  ]

  private static func giro(_ code: String, _ branch: String, _ account: String) -> Spoiler {
    Spoiler(code: code) {
      let path = "cac:PaymentMeans/cac:PayeeFinancialAccount"
      $0.set(path + "/cac:FinancialInstitutionBranch/cbc:ID", branch)
      $0.set(path + "/cbc:ID", account)
    }
  }

  private static func vat(_ number: String, scheme: String = "VAT") -> UBLElement {
    UBLElement(
      "cac:PartyTaxScheme",
      children: [
        UBLElement("cbc:CompanyID", text: number),
        UBLElement("cac:TaxScheme", children: [UBLElement("cbc:ID", text: scheme)]),
      ])
  }

  private static func allowance(_ amount: String, indicator: String = "false") -> UBLElement {
    UBLElement(
      "cac:AllowanceCharge",
      children: [
        UBLElement("cbc:ChargeIndicator", text: indicator), UBLElement("cbc:AllowanceChargeReason", text: "Skäl"),
        UBLElement("cbc:Amount", text: amount),
      ])
  }
}

extension UBLElement {
  /// Changes the first element at the end of a path.
  mutating func change(_ path: String, _ body: (inout UBLElement) -> Void) {
    let names = path.split(separator: "/")
    guard let name = names.first else { return body(&self) }
    guard let index = children.firstIndex(where: { $0.name == name }) else { return }
    children[index].change(names.dropFirst().joined(separator: "/"), body)
  }

  mutating func set(_ path: String, _ text: String) { change(path) { $0.text = text } }

  mutating func append(_ path: String, _ child: UBLElement) { change(path) { $0.children.append(child) } }

  mutating func remove(_ path: String) {
    let names = path.split(separator: "/")
    guard let last = names.last else { return }
    change(names.dropLast().joined(separator: "/")) { $0.children.removeAll { $0.name == last } }
  }

  /// Gives the line and the VAT another category and rate.
  mutating func use(_ code: String, percent: String) {
    for path in ["cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory", "cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory"] {
      set(path + "/cbc:ID", code)
      change(path) { $0.children.insert(UBLElement("cbc:Percent", text: percent), at: 1) }
    }
  }
}
