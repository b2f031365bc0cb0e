import Foundation
import Ledger
import TestKit
import Testing

@testable import Exchange

@Suite struct EInvoiceFileTests {
  /// An invoice as a party might send it; every part is there or not as the seed says.
  static func invoice(_ random: inout SeededGenerator) throws -> EInvoice {
    let hasTax = Bool.random(using: &random)
    let category =
      hasTax ? EInvoice.Category(code: "S", percent: ExactNumber(digits: 25, decimals: 0)) : .outsideVAT
    let lines = (1...Int.random(in: 1...4, using: &random)).map { number in
      var line = EInvoice.Line(
        id: "\(number)", name: "Rad \(number) åäö & <b>",
        amount: Money(kronor: Int64.random(in: 1...9999, using: &random)), category: category)
      if Bool.random(using: &random) { line.description = "Mer" }
      if Bool.random(using: &random) { line.buyerAccount = "4010" }
      return line
    }
    let net = lines.map(\.amount).sum()
    let tax = hasTax ? Money(ore: net.ore / 4) : .zero
    var seller = EInvoice.Party(
      name: "Region Syd", endpoint: EInvoice.Identifier("2321000016", scheme: "0007"),
      legalID: EInvoice.Identifier("2321000016", scheme: "0007"),
      address: EInvoice.Address(street: "Vägen 1", city: "Staden", postalCode: "111 11"))
    if hasTax { seller.vatID = "SE232100001601" }
    if Bool.random(using: &random) { seller.taxRegistration = "Godkänd för F-skatt" }
    let kind: EInvoice.Kind = Bool.random(using: &random) ? .invoice : .creditNote
    var totals = EInvoice.Totals(net)
    totals.withTax = net + tax
    totals.payable = net + tax
    var invoice = EInvoice(
      kind: kind, number: "F-\(Int.random(in: 1...9999, using: &random))",
      issued: try #require(CalendarDate("2025-03-03")), due: CalendarDate("2025-04-02"), seller: seller,
      buyer: EInvoice.Party(name: "Samordningsförbundet"), lines: lines,
      taxes: [EInvoice.Tax(category: category, taxable: net, amount: tax, exemptionReason: hasTax ? "" : "Utanför")],
      taxTotal: tax, totals: totals)
    invoice.buyerReference = "Kansliet"
    if Bool.random(using: &random) { invoice.note = "Tack" }
    invoice.payments = [EInvoice.Payment(reference: "123", account: "5050-1055", branch: EInvoice.Payment.bankgiro)]
    return invoice
  }

  @Test(arguments: 0..<40)
  func `what our own writer writes is read as it was`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let invoice = try Self.invoice(&random)

    let reading = EInvoiceFile.read(invoice.xml, named: "a.xml")

    #expect(reading.diagnostics == [])
    #expect(reading.value?.invoice == invoice)
  }

  @Test func `whatever prefixes a file declares, it means the same`() throws {
    var random = SeededGenerator(seed: 3)
    let invoice = try Self.invoice(&random)
    let other = String(decoding: invoice.xml, as: UTF8.self).replacing("cbc:", with: "a:").replacing("cac:", with: "b:")
      .replacing("xmlns:cbc", with: "xmlns:a").replacing("xmlns:cac", with: "xmlns:b")

    #expect(EInvoiceFile.read(Array(other.utf8), named: "a").value?.invoice == invoice)
  }

  @Test func `a sum that is wrong is found by its rule, and the invoice is read all the same`() throws {
    var random = SeededGenerator(seed: 4)
    var invoice = try Self.invoice(&random)
    invoice.totals.lines += Money(kronor: 1)

    let file = try #require(EInvoiceFile.read(invoice.xml, named: "a").value)
    #expect(file.findings.contains { $0.code == "BR-CO-10" })
    #expect(file.invoice.totals.lines == invoice.totals.lines)
  }

  @Test func `a sole trader's number, which is a personal one, is shown nowhere`() throws {
    var random = SeededGenerator(seed: 5)
    var invoice = try Self.invoice(&random)
    invoice.seller.legalID = EInvoice.Identifier("8112289874", scheme: "0007")
    invoice.note = "Arvode till 811228-9874"

    let read = try #require(EInvoiceFile.read(invoice.xml, named: "a").value?.invoice)
    let words = "\(read.seller.legalID?.value ?? "") \(read.note)"
    #expect(PersonalNumber.find(in: words).isEmpty)
  }

  @Test func `however a file is damaged, it is read without a crash, and what is no invoice says why`() throws {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<300 {
      var bytes = try Self.invoice(&random).xml
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...60, using: &random))
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        default: bytes[place] = Array("0123456789.-".utf8).randomElement(using: &random) ?? 0
        }
      }
      let reading = EInvoiceFile.read(bytes, named: "a")
      #expect((reading.value == nil) == !reading.diagnostics.isEmpty)
    }
  }
}
