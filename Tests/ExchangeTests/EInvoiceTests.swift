import Association
import Ledger
import Testing

@testable import Exchange

/// The writer of e-invoices and the rules that they must pass.
struct EInvoiceTests {
  static func day(_ number: Int) -> CalendarDate {
    guard let day = CalendarDate(yyyymmdd: number) else { preconditionFailure("\(number) is no day.") }
    return day
  }

  static var association: Association {
    var association = Association(name: "Samordningsförbundet ”Exempel” & Co", organisationNumber: "222000-2451")
    association.members = [
      Member(id: "FK", name: "Försäkringskassan", kind: .state), Member(id: "REG", name: "Region <X>", kind: .region),
      Member(id: "KA", name: "Åsele kommun", kind: .municipality),
    ]
    association.memberBilling = ["FK", "REG", "KA"].map {
      MemberBilling(
        memberID: $0, organisationNumber: "202100-5521", street: "Box 1", postalCode: "123 45", city: "Orten",
        buyerReference: "REF \($0)")
    }
    var own = OwnBilling()
    own.bankgiro = "123-4567"
    own.plusgiro = "12 34 56-7"
    own.iban = "SE45 5000 0000 0583 9825 7466"
    own.bic = "ESSESESS"
    own.street = "Gatan 1"
    own.postalCode = "371 00"
    own.city = "Karlskrona"
    own.contact = "Kansliet"
    own.mail = "kansliet@example.se"
    association.ownBilling = own
    return association
  }

  static func draft(_ member: String, ore: Int64 = 34_700_050) -> MemberInvoice.Draft {
    let instalment = Instalment(number: 2, count: 4, first: day(20_260_401), last: day(20_260_630))
    return MemberInvoice.Draft(
      memberID: member, callID: ID(rawValue: 1), year: 2026, instalment: instalment, issued: day(20_260_301),
      due: day(20_260_331), amount: Money(ore: ore))
  }

  static var invoice: EInvoice { EInvoice(draft("KA"), number: 17, from: association) }

  static var credit: EInvoice {
    let issued = MemberInvoice(
      number: 17, kind: .invoice, draft: draft("KA"),
      voucher: InvoiceVoucher(year: 2026, number: Voucher.Number(series: "A", number: 1)), isPrepaid: false,
      sequence: 1, by: "")
    return EInvoice(crediting: issued, number: 18, on: day(20_260_315), because: "Fel belopp", from: association)
  }

  @Test(arguments: ["FK", "REG", "KA"])
  func `every member's invoice passes every rule`(member: String) {
    let document = EInvoice(EInvoiceTests.draft(member), number: 17, from: EInvoiceTests.association).ubl
    #expect(EInvoiceRules.findings(in: document) == [])
  }

  @Test func `a credit invoice passes every rule, and names the one it corrects`() {
    let document = EInvoiceTests.credit.ubl
    #expect(EInvoiceRules.findings(in: document) == [])
    #expect(document.name == "CreditNote")
    #expect(document.text("cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID") == "17")
  }

  @Test func `what is written is escaped, and the same every time`() {
    let text = String(decoding: EInvoiceTests.invoice.xml, as: UTF8.self)
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Invoice xmlns="))
    #expect(text.contains("Samordningsförbundet ”Exempel” &amp; Co"))
    #expect(text.contains("<cbc:PayableAmount currencyID=\"SEK\">347000.50</cbc:PayableAmount>"))
    #expect(text.contains("SE:BANKGIRO") && text.contains(">1234567<") && text.contains("VATEX-EU-O"))
    #expect(EInvoiceTests.invoice.xml == EInvoiceTests.invoice.xml)
  }

  @Test func `a member without address, reference or number is told what is missing`() {
    var association = EInvoiceTests.association
    association.memberBilling = []
    let document = EInvoice(EInvoiceTests.draft("KA"), number: 1, from: association).ubl
    let codes = EInvoiceRules.findings(in: document).map(\.code)
    #expect(codes == ["PEPPOL-EN16931-R003", "PEPPOL-EN16931-R010"])
  }

  /// A way to spoil an invoice, and the rule that must find it.
  struct Spoiler: Sendable, CustomTestStringConvertible {
    let code: String
    var isCredit = false
    let spoil: @Sendable (inout UBLElement) -> Void
    var testDescription: String { code }
  }

  @Test(arguments: EInvoiceSpoilers.all)
  func `each rule finds what it is for`(spoiler: Spoiler) {
    var document = spoiler.isCredit ? EInvoiceTests.credit.ubl : EInvoiceTests.invoice.ubl
    spoiler.spoil(&document)
    let found = EInvoiceRules.findings(in: document)
    #expect(found.contains { $0.code == spoiler.code }, "\(found.map(\.code))")
    #expect(found.allSatisfy { $0.message.utf8.count > 10 })
  }

  @Test func `no rule is without its counter-example`() {
    let spoiled = Set(EInvoiceSpoilers.all.map(\.code))
    let missing = EInvoiceRules.codes.filter { !spoiled.contains($0) }
    #expect(missing == [])
  }

  @Test(arguments: [
    ("1", 1, 0), ("-1.50", -150, 2), ("+0.25", 25, 2), ("000.10", 10, 2),
    ("123456789012345678", 123_456_789_012_345_678, 0),
  ])
  func `an exact number is what was written`(text: String, digits: Int, decimals: Int) throws {
    let number = try #require(ExactNumber(text))
    #expect(number == ExactNumber(digits: Int64(digits), decimals: decimals))
  }

  @Test(arguments: ["", ".", "-", "1,5", "1e3", "1.2.3", " 1", "1234567890123456789", "0.1234567890123"])
  func `what is no number is none`(text: String) {
    #expect(ExactNumber(text) == nil)
  }

  @Test(arguments: [("-0.05", "-0.05"), ("0.050", "0.050"), ("12", "12"), ("-12.5", "-12.5")])
  func `an exact number is written as it was read`(text: String, expected: String) {
    #expect(ExactNumber(text)?.text == expected)
  }

  @Test func `halves of an ore are rounded away from zero`() {
    #expect(ExactNumber("1.005")?.money == Money(ore: 101))
    #expect(ExactNumber("-1.005")?.money == Money(ore: -101))
    #expect(ExactNumber("1.0049")?.money == Money(ore: 100))
  }
}
