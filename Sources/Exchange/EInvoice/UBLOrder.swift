/// The order in which UBL 2.1 wants the elements that Peppol BIS Billing 3 uses. An element that is not in the list is
/// left alone: a receiver must take what the schema has, and the list holds what we know.
enum UBLOrder {
  static let code = "UBL-ORDER"

  static func findings(in everything: [(path: String, element: UBLElement)]) -> [EInvoiceFinding] {
    everything.compactMap { path, element in
      guard let order = order[element.name] else { return nil }
      let places = element.children.compactMap { child in order.firstIndex(of: child.name).map { ($0, child.name) } }
      for (before, after) in zip(places, places.dropFirst()) where after.0 < before.0 {
        return EInvoiceFinding(
          code: code, isFatal: true, path: path,
          message: "\(after.1) står efter \(before.1) i \(element.name), men ska stå före.")
      }
      return nil
    }
  }

  private static let references = [
    "cac:OrderReference", "cac:BillingReference", "cac:DespatchDocumentReference", "cac:ReceiptDocumentReference",
    "cac:StatementDocumentReference", "cac:OriginatorDocumentReference", "cac:ContractDocumentReference",
    "cac:AdditionalDocumentReference",
  ]
  private static let sums = [
    "cac:AccountingSupplierParty", "cac:AccountingCustomerParty", "cac:PayeeParty", "cac:TaxRepresentativeParty",
    "cac:Delivery", "cac:PaymentMeans", "cac:PaymentTerms", "cac:AllowanceCharge", "cac:TaxTotal",
    "cac:LegalMonetaryTotal",
  ]
  private static let line = [
    "cbc:LineExtensionAmount", "cbc:AccountingCost", "cac:InvoicePeriod", "cac:OrderLineReference",
    "cac:DocumentReference", "cac:AllowanceCharge", "cac:Item", "cac:Price",
  ]

  static let order: [String: [String]] = [
    "Invoice": [
      "cbc:UBLVersionID", "cbc:CustomizationID", "cbc:ProfileID", "cbc:ID", "cbc:IssueDate", "cbc:DueDate",
      "cbc:InvoiceTypeCode", "cbc:Note", "cbc:TaxPointDate", "cbc:DocumentCurrencyCode", "cbc:TaxCurrencyCode",
      "cbc:AccountingCost", "cbc:BuyerReference", "cac:InvoicePeriod",
    ] + references + ["cac:ProjectReference"] + sums + ["cac:InvoiceLine"],
    "CreditNote": [
      "cbc:UBLVersionID", "cbc:CustomizationID", "cbc:ProfileID", "cbc:ID", "cbc:IssueDate", "cbc:TaxPointDate",
      "cbc:CreditNoteTypeCode", "cbc:Note", "cbc:DocumentCurrencyCode", "cbc:TaxCurrencyCode", "cbc:AccountingCost",
      "cbc:BuyerReference", "cac:InvoicePeriod", "cac:OrderReference", "cac:BillingReference",
      "cac:DespatchDocumentReference", "cac:ReceiptDocumentReference", "cac:ContractDocumentReference",
      "cac:AdditionalDocumentReference", "cac:StatementDocumentReference", "cac:OriginatorDocumentReference",
    ] + sums + ["cac:CreditNoteLine"],
    "cac:InvoicePeriod": ["cbc:StartDate", "cbc:EndDate", "cbc:DescriptionCode"],
    "cac:OrderReference": ["cbc:ID", "cbc:SalesOrderID"],
    "cac:InvoiceDocumentReference": ["cbc:ID", "cbc:IssueDate"],
    "cac:Party": [
      "cbc:EndpointID", "cac:PartyIdentification", "cac:PartyName", "cac:PostalAddress", "cac:PartyTaxScheme",
      "cac:PartyLegalEntity", "cac:Contact",
    ],
    "cac:PostalAddress": [
      "cbc:StreetName", "cbc:AdditionalStreetName", "cbc:CityName", "cbc:PostalZone", "cbc:CountrySubentity",
      "cac:AddressLine", "cac:Country",
    ],
    "cac:PartyTaxScheme": ["cbc:CompanyID", "cac:TaxScheme"],
    "cac:PartyLegalEntity": ["cbc:RegistrationName", "cbc:CompanyID", "cbc:CompanyLegalForm"],
    "cac:Contact": ["cbc:Name", "cbc:Telephone", "cbc:ElectronicMail"],
    "cac:PaymentMeans": [
      "cbc:PaymentMeansCode", "cbc:PaymentDueDate", "cbc:PaymentID", "cac:CardAccount", "cac:PayeeFinancialAccount",
      "cac:PaymentMandate",
    ],
    "cac:PayeeFinancialAccount": ["cbc:ID", "cbc:Name", "cac:FinancialInstitutionBranch"],
    "cac:AllowanceCharge": [
      "cbc:ChargeIndicator", "cbc:AllowanceChargeReasonCode", "cbc:AllowanceChargeReason",
      "cbc:MultiplierFactorNumeric",
      "cbc:Amount", "cbc:BaseAmount", "cac:TaxCategory",
    ],
    "cac:TaxTotal": ["cbc:TaxAmount", "cac:TaxSubtotal"],
    "cac:TaxSubtotal": ["cbc:TaxableAmount", "cbc:TaxAmount", "cac:TaxCategory"],
    "cac:TaxCategory": [
      "cbc:ID", "cbc:Percent", "cbc:TaxExemptionReasonCode", "cbc:TaxExemptionReason", "cac:TaxScheme",
    ],
    "cac:ClassifiedTaxCategory": ["cbc:ID", "cbc:Percent", "cac:TaxScheme"],
    "cac:LegalMonetaryTotal": [
      "cbc:LineExtensionAmount", "cbc:TaxExclusiveAmount", "cbc:TaxInclusiveAmount", "cbc:AllowanceTotalAmount",
      "cbc:ChargeTotalAmount", "cbc:PrepaidAmount", "cbc:PayableRoundingAmount", "cbc:PayableAmount",
    ],
    "cac:InvoiceLine": ["cbc:ID", "cbc:Note", "cbc:InvoicedQuantity"] + line,
    "cac:CreditNoteLine": ["cbc:ID", "cbc:Note", "cbc:CreditedQuantity"] + line,
    "cac:Item": [
      "cbc:Description", "cbc:Name", "cac:BuyersItemIdentification", "cac:SellersItemIdentification",
      "cac:StandardItemIdentification", "cac:OriginCountry", "cac:CommodityClassification", "cac:ClassifiedTaxCategory",
      "cac:AdditionalItemProperty",
    ],
    "cac:Price": ["cbc:PriceAmount", "cbc:BaseQuantity", "cac:AllowanceCharge"],
  ]
}
