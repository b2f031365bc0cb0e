import Ledger

/// What must be there, and how it must be written (EN 16931, BR and BR-DEC).
extension EInvoiceRules {
  static let lineNames = "//cac:InvoiceLine|//cac:CreditNoteLine"

  static let core: [EInvoiceRule] =
    [
      .needs("BR-01", "cbc:CustomizationID", "Vilka regler fakturan följer"),
      .needs("BR-02", "cbc:ID", "Fakturanumret"),
      .needs("BR-03", "cbc:IssueDate", "Fakturadagen"),
      EInvoiceRule("BR-04", at: ".") { document, _ in
        document.text("cbc:InvoiceTypeCode").isEmpty && document.text("cbc:CreditNoteTypeCode").isEmpty
          ? "Fakturans slag saknas (cbc:InvoiceTypeCode)." : nil
      },
      .needs("BR-05", "cbc:DocumentCurrencyCode", "Valutan"),
      .needs(
        "BR-06", "cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName", "Säljarens namn"),
      .needs(
        "BR-07", "cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName", "Köparens namn"),
      .needs("BR-08", "cac:AccountingSupplierParty/cac:Party/cac:PostalAddress", "Säljarens adress"),
      .needs(
        "BR-09", "cac:Country/cbc:IdentificationCode", "Säljarens land",
        at: "cac:AccountingSupplierParty/cac:Party/cac:PostalAddress"),
      .needs("BR-10", "cac:AccountingCustomerParty/cac:Party/cac:PostalAddress", "Köparens adress"),
      .needs(
        "BR-11", "cac:Country/cbc:IdentificationCode", "Köparens land",
        at: "cac:AccountingCustomerParty/cac:Party/cac:PostalAddress"),
      .needs("BR-12", "cac:LegalMonetaryTotal/cbc:LineExtensionAmount", "Radernas summa"),
      .needs("BR-13", "cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount", "Summan utan moms"),
      .needs("BR-14", "cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount", "Summan med moms"),
      .needs("BR-15", "cac:LegalMonetaryTotal/cbc:PayableAmount", "Beloppet att betala"),
      EInvoiceRule("BR-16", at: ".") { document, _ in
        document.lines.isEmpty ? "Fakturan har ingen rad. Den ska ha minst en." : nil
      },
      .needs("BR-21", "cbc:ID", "Radens nummer", at: lineNames),
      EInvoiceRule("BR-22", at: lineNames) { line, _ in line.quantity == nil ? "Radens antal saknas." : nil },
      EInvoiceRule("BR-23", at: lineNames) { line, _ in
        line.quantity?.attribute("unitCode").map { $0.isEmpty } ?? true ? "Enheten för radens antal saknas." : nil
      },
      .needs("BR-24", "cbc:LineExtensionAmount", "Radens belopp", at: lineNames),
      .needs("BR-25", "cac:Item/cbc:Name", "Vad raden avser", at: lineNames),
      .needs("BR-26", "cac:Price/cbc:PriceAmount", "Radens pris", at: lineNames),
      EInvoiceRule("BR-27", at: lineNames) { line, _ in
        (line.number("cac:Price/cbc:PriceAmount")?.digits ?? 0) < 0
          ? "Priset är negativt. Skriv antalet negativt i stället." : nil
      },
      EInvoiceRule("BR-29", at: "cac:InvoicePeriod", periodFault),
      EInvoiceRule("BR-30", at: "cac:InvoiceLine/cac:InvoicePeriod", periodFault),
      EInvoiceRule("BR-49", at: "//cac:PaymentMeans") { means, _ in
        means.text("cbc:PaymentMeansCode").isEmpty ? "Betalningssättets kod saknas." : nil
      },
      EInvoiceRule("BR-50", at: "//cac:PayeeFinancialAccount") { account, _ in
        account.text("cbc:ID").isEmpty ? "Kontot att betala till saknas." : nil
      },
      EInvoiceRule("BR-55", at: "//cac:BillingReference") { reference, _ in
        reference.text("cac:InvoiceDocumentReference/cbc:ID").isEmpty ? "Numret på fakturan som rättas saknas." : nil
      },
      EInvoiceRule("BR-61", at: "//cac:PaymentMeans") { means, _ in
        ["30", "58"].contains(means.text("cbc:PaymentMeansCode"))
          && means.text("cac:PayeeFinancialAccount/cbc:ID").isEmpty
          ? "Betalningssättet är en överföring, men kontot saknas." : nil
      },
      EInvoiceRule("BR-62", at: "cac:AccountingSupplierParty/cac:Party/cbc:EndpointID", schemeFault),
      EInvoiceRule("BR-63", at: "cac:AccountingCustomerParty/cac:Party/cbc:EndpointID", schemeFault),
      EInvoiceRule("BR-CO-25", at: ".") { document, _ in
        guard let payable = document.number("cac:LegalMonetaryTotal/cbc:PayableAmount"), payable.digits > 0 else {
          return nil
        }
        let hasDay =
          !document.text("cbc:DueDate").isEmpty || !document.text("cac:PaymentMeans/cbc:PaymentDueDate").isEmpty
          || !document.text("cac:PaymentTerms/cbc:Note").isEmpty
        return hasDay ? nil : "Det finns något att betala, men varken förfallodag eller betalningsvillkor."
      },
      EInvoiceRule("BR-CO-26", at: "cac:AccountingSupplierParty/cac:Party") { seller, _ in
        seller.text("cac:PartyLegalEntity/cbc:CompanyID").isEmpty
          && seller.text("cac:PartyIdentification/cbc:ID").isEmpty
          && seller.vatID.isEmpty
          ? "Säljaren har varken organisationsnummer eller momsnummer." : nil
      },
      EInvoiceRule("BR-CO-19", at: "cac:InvoicePeriod", emptyPeriodFault),
      EInvoiceRule("BR-CO-20", at: "cac:InvoiceLine/cac:InvoicePeriod", emptyPeriodFault),
      EInvoiceRule("BR-CO-09", at: "//cac:PartyTaxScheme") { scheme, _ in
        let number = scheme.text("cbc:CompanyID")
        guard scheme.text("cac:TaxScheme/cbc:ID") == "VAT" else { return nil }
        return number.utf8.prefix(2).allSatisfy { (65...90).contains($0) } && number.utf8.count > 2
          ? nil : "Momsnumret är ”\(number)”. Det ska börja med landets två bokstäver."
      },
    ] + decimals

  private static let periodFault: @Sendable (UBLElement, UBLElement) -> String? = { period, _ in
    guard let first = CalendarDate(period.text("cbc:StartDate")), let last = CalendarDate(period.text("cbc:EndDate"))
    else { return nil }
    return last < first ? "Perioden slutar \(last.text), före sin början \(first.text)." : nil
  }

  private static let emptyPeriodFault: @Sendable (UBLElement, UBLElement) -> String? = { period, _ in
    period.text("cbc:StartDate").isEmpty && period.text("cbc:EndDate").isEmpty
      && period.text("cbc:DescriptionCode").isEmpty
      ? "Perioden har varken början eller slut." : nil
  }

  private static let schemeFault: @Sendable (UBLElement, UBLElement) -> String? = { endpoint, _ in
    (endpoint.attribute("schemeID") ?? "").isEmpty
      ? "Den elektroniska adressen ”\(endpoint.trimmed)” säger inte vilket register den hör till (schemeID)." : nil
  }

  /// Amounts have at most two decimals (BR-DEC). Each published rule is about one of these elements.
  private static let decimals: [EInvoiceRule] = [
    ("BR-DEC-01", "cac:AllowanceCharge/cbc:Amount"), ("BR-DEC-09", "cac:LegalMonetaryTotal/cbc:LineExtensionAmount"),
    ("BR-DEC-10", "cac:LegalMonetaryTotal/cbc:AllowanceTotalAmount"),
    ("BR-DEC-11", "cac:LegalMonetaryTotal/cbc:ChargeTotalAmount"),
    ("BR-DEC-12", "cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount"), ("BR-DEC-13", "cac:TaxTotal/cbc:TaxAmount"),
    ("BR-DEC-14", "cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount"),
    ("BR-DEC-16", "cac:LegalMonetaryTotal/cbc:PrepaidAmount"),
    ("BR-DEC-17", "cac:LegalMonetaryTotal/cbc:PayableRoundingAmount"),
    ("BR-DEC-18", "cac:LegalMonetaryTotal/cbc:PayableAmount"),
    ("BR-DEC-19", "cac:TaxTotal/cac:TaxSubtotal/cbc:TaxableAmount"),
    ("BR-DEC-20", "cac:TaxTotal/cac:TaxSubtotal/cbc:TaxAmount"),
    ("BR-DEC-23", "cac:InvoiceLine/cbc:LineExtensionAmount"),
    ("BR-DEC-23", "cac:CreditNoteLine/cbc:LineExtensionAmount"),
    ("BR-DEC-24", "cac:InvoiceLine/cac:AllowanceCharge/cbc:Amount"),
  ].map { code, path in
    EInvoiceRule(code, at: path) { amount, _ in
      guard let number = ExactNumber(amount.trimmed) else {
        return "Beloppet är ”\(amount.trimmed)”, som inte är något tal."
      }
      return number.decimals > 2 ? "Beloppet \(amount.trimmed) har fler än två decimaler." : nil
    }
  }
}

extension UBLElement {
  var lines: [UBLElement] { all("cac:InvoiceLine") + all("cac:CreditNoteLine") }
  var quantity: UBLElement? { first("cbc:InvoicedQuantity") ?? first("cbc:CreditedQuantity") }
  /// A party's VAT number; empty for none.
  var vatID: String {
    all("cac:PartyTaxScheme").first { $0.text("cac:TaxScheme/cbc:ID") == "VAT" }?.text("cbc:CompanyID") ?? ""
  }
}
