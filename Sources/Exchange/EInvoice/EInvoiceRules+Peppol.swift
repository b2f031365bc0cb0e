import Ledger

/// Peppol's own rules (PEPPOL-EN16931-R), and the Swedish ones (SE-R).
extension EInvoiceRules {
  static let peppol: [EInvoiceRule] = [
    .needs("PEPPOL-EN16931-R001", "cbc:ProfileID", "Affärsprocessen"),
    EInvoiceRule("PEPPOL-EN16931-R002", at: ".") { document, _ in
      document.all("cbc:Note").count > 1 ? "Fakturan har fler än en anteckning. Den får ha en." : nil
    },
    EInvoiceRule("PEPPOL-EN16931-R003", at: ".") { document, _ in
      document.text("cbc:BuyerReference").isEmpty && document.text("cac:OrderReference/cbc:ID").isEmpty
        ? "Varken köparens referens eller ordernummer finns. Köparen behöver ett av dem." : nil
    },
    EInvoiceRule("PEPPOL-EN16931-R004", at: ".") { document, _ in
      document.text("cbc:CustomizationID").utf8.starts(with: EInvoice.customization.utf8)
        ? nil : "Fakturan säger inte att den följer Peppol BIS Billing 3 (cbc:CustomizationID)."
    },
    EInvoiceRule("PEPPOL-EN16931-R007", at: ".") { document, _ in
      let words = document.text("cbc:ProfileID").split(separator: ":", omittingEmptySubsequences: false)
      let isRight =
        words.count == 8 && words.prefix(6).joined(separator: ":") == "urn:fdc:peppol.eu:2017:poacc:billing"
        && words[6].utf8.count == 2 && words[6].utf8.allSatisfy { (48...57).contains($0) } && words[7] == "1.0"
      return isRight ? nil : "Affärsprocessen ska skrivas urn:fdc:peppol.eu:2017:poacc:billing:01:1.0."
    },
    EInvoiceRule("PEPPOL-EN16931-R008", at: "//") { element, _ in
      element.children.isEmpty && element.trimmed.isEmpty ? "Elementet \(element.name) är tomt." : nil
    },
    .needs(
      "PEPPOL-EN16931-R010", "cac:AccountingCustomerParty/cac:Party/cbc:EndpointID", "Köparens elektroniska adress"),
    .needs(
      "PEPPOL-EN16931-R020", "cac:AccountingSupplierParty/cac:Party/cbc:EndpointID", "Säljarens elektroniska adress"),
    EInvoiceRule("PEPPOL-EN16931-R043", at: "//cac:AllowanceCharge") { adjustment, _ in
      ["true", "false"].contains(adjustment.text("cbc:ChargeIndicator"))
        ? nil : "Om det är ett avdrag eller ett tillägg ska stå som true eller false."
    },
    EInvoiceRule("PEPPOL-EN16931-R051", at: "//") { element, document in
      guard let currency = element.attribute("currencyID") else { return nil }
      let taxCurrency = document.text("cbc:TaxCurrencyCode")
      let expected = document.text("cbc:DocumentCurrencyCode")
      if currency == expected || (element.name == "cbc:TaxAmount" && currency == taxCurrency) { return nil }
      return "Beloppet \(element.trimmed) är i \(currency), men fakturan är i \(expected)."
    },
    EInvoiceRule("PEPPOL-EN16931-R053", at: ".") { document, _ in
      document.all("cac:TaxTotal").filter { $0.first("cac:TaxSubtotal") != nil }.count == 1
        ? nil : "Momsen med sin uppdelning ska stå en gång."
    },
    EInvoiceRule("PEPPOL-EN16931-R061", at: "//cac:PaymentMeans") { means, _ in
      ["49", "59"].contains(means.text("cbc:PaymentMeansCode")) && means.text("cac:PaymentMandate/cbc:ID").isEmpty
        ? "Betalningssättet är autogiro, men medgivandets nummer saknas." : nil
    },
    EInvoiceRule("PEPPOL-EN16931-R110", at: "cac:InvoiceLine/cac:InvoicePeriod") { period, document in
      guard let line = CalendarDate(period.text("cbc:StartDate")),
        let whole = CalendarDate(document.text("cac:InvoicePeriod/cbc:StartDate"))
      else { return nil }
      return line < whole ? "Radens period börjar \(line.text), före fakturans \(whole.text)." : nil
    },
    EInvoiceRule("PEPPOL-EN16931-R111", at: "cac:InvoiceLine/cac:InvoicePeriod") { period, document in
      guard let line = CalendarDate(period.text("cbc:EndDate")),
        let whole = CalendarDate(document.text("cac:InvoicePeriod/cbc:EndDate"))
      else { return nil }
      return line > whole ? "Radens period slutar \(line.text), efter fakturans \(whole.text)." : nil
    },
    EInvoiceRule("PEPPOL-EN16931-R120", at: lineNames) { line, _ in
      guard let quantity = line.quantity.flatMap({ ExactNumber($0.trimmed) }),
        let price = line.number("cac:Price/cbc:PriceAmount"), let said = line.amountSaid("cbc:LineExtensionAmount")
      else { return nil }
      let base = line.number("cac:Price/cbc:BaseQuantity")?.trillionths ?? kronor
      guard base != 0 else { return nil }
      let (product, isTooLarge) = quantity.trillionths.multipliedReportingOverflow(by: price.trillionths)
      guard !isTooLarge else { return nil }
      let expected = product / base + line.adjustments(isCharge: true) - line.adjustments(isCharge: false)
      return abs(expected - said) <= kronor / 50
        ? nil : "Radens belopp är \(words(said)), men antal gånger pris blir \(words(expected))."
    },
    EInvoiceRule("PEPPOL-EN16931-R121", at: "//cac:Price") { price, _ in
      guard let base = price.number("cbc:BaseQuantity") else { return nil }
      return base.digits > 0 ? nil : "Antalet som priset gäller ska vara större än 0."
    },
    EInvoiceRule("PEPPOL-COMMON-R049", at: "//cbc:EndpointID|//cbc:CompanyID") { number, _ in
      guard number.attribute("schemeID") == EInvoice.Identifier.swedishScheme else { return nil }
      let digits = number.trimmed.utf8.compactMap { (48...57).contains($0) ? Int($0) - 48 : nil }
      return digits.count == 10 && number.trimmed.utf8.count == 10 && CheckDigit.isRight(digits)
        ? nil
        : "”\(number.trimmed)” är inget svenskt organisationsnummer: tio siffror, varav den sista är en kontrollsiffra."
    },
    EInvoiceRule("PEPPOL-EN16931-P0100", at: ".") { document, _ in
      let code = document.text("cbc:InvoiceTypeCode")
      return document.name == "Invoice" && !invoiceCodes.contains(code)
        ? "Fakturans slag är \(code), som Peppol inte tar." : nil
    },
    EInvoiceRule("PEPPOL-EN16931-P0101", at: ".") { document, _ in
      let code = document.text("cbc:CreditNoteTypeCode")
      return document.name == "CreditNote" && !creditCodes.contains(code)
        ? "Kreditfakturans slag är \(code), som Peppol inte tar." : nil
    },
    EInvoiceRule(
      "PEPPOL-EN16931-F001", at: "//cbc:IssueDate|//cbc:DueDate|//cbc:StartDate|//cbc:EndDate|//cbc:PaymentDueDate"
    ) {
      day, _ in
      day.trimmed.utf8.count == 10 && CalendarDate(day.trimmed) != nil
        ? nil : "Dagen är ”\(day.trimmed)”. Den ska skrivas som 2025-03-31."
    },
  ]

  private static let invoiceCodes: Set<String> = [
    "71", "80", "82", "84", "102", "218", "219", "326", "331", "380", "382", "383", "384", "386", "388", "393", "395",
    "553", "575", "623", "780", "817", "870", "875", "876", "877",
  ]
  private static let creditCodes: Set<String> = ["381", "396", "81", "83", "532"]

  static let sweden: [EInvoiceRule] = [
    EInvoiceRule("SE-R-001", at: "cac:AccountingSupplierParty/cac:Party") { seller, _ in
      guard seller.isSwedish, seller.vatID.utf8.starts(with: "SE".utf8) else { return nil }
      return seller.vatID.utf8.count == 14
        ? nil : "Momsnumret \(seller.vatID) ska ha 14 tecken: SE, tio siffror och 01."
    },
    EInvoiceRule("SE-R-002", at: "cac:AccountingSupplierParty/cac:Party") { seller, _ in
      guard seller.isSwedish, seller.vatID.utf8.starts(with: "SE".utf8) else { return nil }
      return seller.vatID.utf8.dropFirst(2).allSatisfy { (48...57).contains($0) }
        ? nil : "Momsnumret \(seller.vatID) ska ha siffror efter SE."
    },
    EInvoiceRule("SE-R-003", isFatal: false, at: "cac:AccountingSupplierParty/cac:Party") { seller, _ in
      let number = seller.text("cac:PartyLegalEntity/cbc:CompanyID")
      guard seller.isSwedish, !number.isEmpty else { return nil }
      return number.utf8.allSatisfy { (48...57).contains($0) }
        ? nil : "Organisationsnumret \(number) ska ha siffror utan bindestreck."
    },
    EInvoiceRule("SE-R-004", isFatal: false, at: "cac:AccountingSupplierParty/cac:Party") { seller, _ in
      let number = seller.text("cac:PartyLegalEntity/cbc:CompanyID")
      guard seller.isSwedish, !number.isEmpty else { return nil }
      return number.utf8.count == 10 ? nil : "Organisationsnumret \(number) ska ha tio siffror."
    },
    EInvoiceRule("SE-R-005", at: "cac:AccountingSupplierParty/cac:Party") { seller, _ in
      guard seller.isSwedish, !seller.text("cac:PartyLegalEntity/cbc:CompanyID").isEmpty else { return nil }
      let registration =
        seller.all("cac:PartyTaxScheme").first { $0.text("cac:TaxScheme/cbc:ID") != "VAT" }?.text("cbc:CompanyID")
      guard let registration else { return nil }
      return registration.uppercased() == "GODKÄND FÖR F-SKATT"
        ? nil : "Skatteregistreringen är ”\(registration)”. Den ska vara ”Godkänd för F-skatt”."
    },
    EInvoiceRule("SE-R-006", at: "//cac:TaxCategory|//cac:ClassifiedTaxCategory") { category, document in
      let seller = document.first("cac:AccountingSupplierParty/cac:Party")
      guard seller?.isSwedish ?? false, seller?.vatID.utf8.starts(with: "SE".utf8) ?? false,
        category.text("cbc:ID") == "S"
      else { return nil }
      let rates: [Int128] = [6, 12, 25].map { $0 * kronor }
      return category.number("cbc:Percent").map { rates.contains($0.trillionths) } ?? false
        ? nil : "Momssatsen ska vara 6, 12 eller 25 procent."
    },
    giro("SE-R-007", EInvoice.Payment.plusgiro) {
      $0.utf8.allSatisfy { (48...57).contains($0) } ? nil : "Plusgirot \($0) ska skrivas med siffror utan bindestreck."
    },
    giro("SE-R-010", EInvoice.Payment.plusgiro) {
      (2...8).contains($0.utf8.count) ? nil : "Plusgirot \($0) ska ha två till åtta siffror."
    },
    giro("SE-R-008", EInvoice.Payment.bankgiro) {
      $0.utf8.allSatisfy { (48...57).contains($0) } ? nil : "Bankgirot \($0) ska skrivas med siffror utan bindestreck."
    },
    giro("SE-R-009", EInvoice.Payment.bankgiro) {
      (7...8).contains($0.utf8.count) ? nil : "Bankgirot \($0) ska ha sju eller åtta siffror."
    },
    EInvoiceRule("SE-R-011", isFatal: false, at: "//cac:PaymentMeans") { means, document in
      let isSwedish = document.first("cac:AccountingSupplierParty/cac:Party")?.isSwedish ?? false
      return isSwedish && ["50", "56"].contains(means.text("cbc:PaymentMeansCode"))
        ? "Bankgiro och plusgiro ska ha betalningssättet 30 och SE:BANKGIRO eller SE:PLUSGIRO." : nil
    },
  ]

  /// A rule of the account number at that branch, for Swedish sellers.
  private static func giro(
    _ code: String, _ branch: String, _ fault: @escaping @Sendable (String) -> String?
  ) -> EInvoiceRule {
    EInvoiceRule(code, isFatal: false, at: "//cac:PaymentMeans") { means, document in
      let isSwedish = document.first("cac:AccountingSupplierParty/cac:Party")?.isSwedish ?? false
      let account = "cac:PayeeFinancialAccount"
      guard isSwedish, means.text("cbc:PaymentMeansCode") == "30",
        means.text(account + "/cac:FinancialInstitutionBranch/cbc:ID") == branch
      else { return nil }
      return fault(means.text(account + "/cbc:ID"))
    }
  }
}

extension UBLElement {
  /// Whether a party's address is in Sweden.
  var isSwedish: Bool { text("cac:PostalAddress/cac:Country/cbc:IdentificationCode") == "SE" }
}
