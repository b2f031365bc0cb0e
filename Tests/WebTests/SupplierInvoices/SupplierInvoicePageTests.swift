import Association
import Exchange
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

@Suite struct SupplierInvoicePageTests {
  private func office() throws -> OfficeKit {
    let kit = try OfficeKit(.new)
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      try writing.openFiscalYear(try #require(FiscalYear(calendarYear: 2026)))
      var association = try writing.association()
      association.members = [Member(id: "RS", name: "Region Syd", kind: .region)]
      association.insatser = [Insats(id: "SAMSA", name: "Samsa", kind: .individual, ownerID: "RS")]
      try writing.record(association)
    }
    return kit
  }

  private func xml(_ number: String = "F-17", tax: Int64 = 0, seller: String = "Hotellet AB") throws -> [UInt8] {
    let category =
      tax == 0
      ? EInvoice.Category.outsideVAT : EInvoice.Category(code: "S", percent: ExactNumber(digits: 25, decimals: 0))
    let net = Money(kronor: 1000)
    let vat = Money(kronor: tax)
    var totals = EInvoice.Totals(net)
    (totals.withTax, totals.payable) = (net + vat, net + vat)
    var party = EInvoice.Party(
      name: seller, endpoint: EInvoice.Identifier("5560000001", scheme: "0007"),
      legalID: EInvoice.Identifier("5560000001", scheme: "0007"))
    party.vatID = tax == 0 ? "" : "SE556000000101"
    var invoice = EInvoice(
      number: number, issued: try #require(CalendarDate("2026-01-20")), due: CalendarDate("2026-02-19"), seller: party,
      buyer: EInvoice.Party(name: "Nya förbundet"),
      lines: [EInvoice.Line(id: "1", name: "Lokal för styrelsen", amount: net, category: category)],
      taxes: [EInvoice.Tax(category: category, taxable: net, amount: vat)], taxTotal: vat, totals: totals)
    invoice.payments = [EInvoice.Payment(reference: "4711", account: "5050-1055", branch: EInvoice.Payment.bankgiro)]
    return invoice.xml
  }

  private func send(_ guest: Guest, _ bytes: [UInt8], name: String = "faktura.xml") async throws -> Guest.Reply {
    try await guest.upload("/leverantorsfakturor", files: [("fil", name, "application/xml", bytes)])
  }

  private func booking(_ account: String, insats: String = "", part: String = "", amount: String = "1000") -> [(
    String, String
  )] {
    [
      ("datum", "2026-01-20"), ("konto", account), ("insats", insats), ("part", part), ("radtext", ""),
      ("belopp", amount),
    ]
  }

  @Test func `an invoice is received byte for byte, attested by two, booked and paid`() async throws {
    let kit = try office()
    let bytes = try xml(tax: 250)
    try await kit.visit(as: .bookkeeper) { guest in
      let director = try kit.guest(.director, beside: guest)
      let received = try await send(guest, bytes)
      #expect(received.status == .seeOther && received.location == "/leverantorsfakturor/1")
      let page = try await guest.get("/leverantorsfakturor/1")
      #expect(page.body.contains("Lokal för styrelsen") && page.body.contains("Bankgiro 5050-1055"))
      #expect(page.body.contains("1\u{A0}250,00"))

      let early = try await guest.post("/leverantorsfakturor/1/bokforing", booking("5010"))
      #expect(early.status == .unprocessableContent && early.body.contains("Fakturan är mottagen"))
      let first = try await guest.post("/leverantorsfakturor/1/attest", [("gor", "mottagning"), ("galler", "")])
      #expect(first.status == .seeOther)
      let alone = try await guest.post("/leverantorsfakturor/1/attest", [("gor", "beslut")])
      #expect(alone.status == .forbidden)
      let chair = try await guest.post("/leverantorsfakturor/1/attest", [("gor", "ordforande"), ("not", "Pärm A")])
      #expect(chair.body.contains("någon i kontoret som kan beslutsattestera"))
      let second = try await director.post("/leverantorsfakturor/1/attest", [("gor", "beslut")])
      #expect(second.status == .seeOther)

      let wrong = try await guest.post("/leverantorsfakturor/1/bokforing", booking("5010", amount: "900"))
      #expect(wrong.status == .unprocessableContent && wrong.body.contains("Raderna är tillsammans 900,00"))
      let booked = try await guest.post("/leverantorsfakturor/1/bokforing", booking("5010"))
      #expect(booked.status == .seeOther && booked.notice.contains("A 1"))
      let paid = try await guest.post("/leverantorsfakturor/1/betalning", [("bokford", ""), ("betald", "2026-02-10")])
      #expect(paid.status == .seeOther)
      let after = try await guest.get("/leverantorsfakturor/1")
      #expect(after.body.contains("Betald") && after.body.contains("/verifikationer/2026/A-2"))
    }
    let kept = try #require(try kit.store.receivedInvoices().first)
    #expect(try kit.store.attachment(kept.document)?.bytes == bytes)
    let vouchers = try kit.store.vouchers(of: try #require(FiscalYear(calendarYear: 2026)))
    #expect(
      vouchers[0].voucher.rows.map { "\($0.account.text) \($0.amount.ore / 100)" } == [
        "5010 1000", "1650 250", "2440 -1250",
      ])
    #expect(vouchers[0].voucher.attachments == [kept.document])
    #expect(
      vouchers[1].voucher.rows.map { "\($0.account.text) \($0.amount.ore / 100)" } == ["2440 1250", "1930 -1250"])
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `VAT on a party's invoice for an insats is warned about, with the amount and what to do`() async throws {
    let kit = try office()
    try await kit.visit(as: .director) { guest in
      let bookkeeper = try kit.guest(.bookkeeper, beside: guest)
      _ = try await send(guest, try xml(tax: 250, seller: "Region Syd"))
      let page = try await guest.get("/leverantorsfakturor/1")
      #expect(page.body.contains("Region Syd är part och har lagt på moms, 250,00\u{A0}kr"))
      #expect(page.body.contains("Be om en kreditfaktura") && page.body.contains("1684"))
      _ = try await bookkeeper.post("/leverantorsfakturor/1/attest", [("gor", "mottagning")])
      _ = try await guest.post("/leverantorsfakturor/1/attest", [("gor", "beslut")])
      let form = try await guest.get("/leverantorsfakturor/1")
      #expect(form.body.contains("value=\"felaktigt-debiterad-moms\" selected"))
      let booked = try await guest.post(
        "/leverantorsfakturor/1/bokforing",
        booking("4010", insats: "SAMSA", part: "RS") + [("moms", "felaktigt-debiterad-moms")])
      #expect(booked.status == .seeOther)
    }
    let year = try #require(FiscalYear(calendarYear: 2026))
    let voucher = try #require(try kit.store.vouchers(of: year).first)
    #expect(voucher.voucher.rows[0].objects[.insats] == "SAMSA" && voucher.voucher.rows[0].objects[.party] == "RS")
    #expect(voucher.voucher.rows[1].account.text == "1684")
  }

  @Test func `a PDF is refused with the reason, the same file twice too, and the same number is told`() async throws {
    let kit = try office()
    try await kit.visit(as: .bookkeeper) { guest in
      let pdf = try await send(guest, Array("%PDF-1.7".utf8), name: "faktura.pdf")
      #expect(pdf.status == .unprocessableContent && pdf.body.contains("En PDF är ingen e-faktura"))
      _ = try await send(guest, try xml())
      let again = try await send(guest, try xml())
      #expect(again.status == .unprocessableContent && again.body.contains("redan mottagen"))
      _ = try await send(guest, try xml(tax: 250))
      let second = try await guest.get("/leverantorsfakturor/2")
      #expect(second.body.contains("Samma faktura kan redan vara mottagen"))
      let refused = try await guest.post("/leverantorsfakturor/2/attest", [("gor", "avvisa"), ("skal", "Dubblett")])
      #expect(refused.status == .seeOther)
      let page = try await guest.get("/leverantorsfakturor/2")
      #expect(page.body.contains("Skäl: Dubblett") && !page.body.contains("Mottagningsattestera"))
    }
    #expect(try kit.store.receivedInvoices().count == 2)
  }

  @Test func `a payment that is booked from the bank statement is chosen, and nothing is booked twice`() async throws {
    let kit = try office()
    let year = try #require(FiscalYear(calendarYear: 2026))
    try await kit.visit(as: .director) { guest in
      let bookkeeper = try kit.guest(.bookkeeper, beside: guest)
      _ = try await send(guest, try xml())
      _ = try await bookkeeper.post("/leverantorsfakturor/1/attest", [("gor", "mottagning")])
      _ = try await guest.post("/leverantorsfakturor/1/attest", [("gor", "beslut")])
      _ = try await guest.post("/leverantorsfakturor/1/bokforing", booking("5010"))
      let voucher = try Voucher(
        Voucher.Draft(
          series: "A", date: try #require(CalendarDate("2026-02-11")), text: "Betalning", counterparty: "Hotellet",
          rows: [
            Voucher.Row(account: AccountNumber("2440"), amount: Money(kronor: 1000)),
            Voucher.Row(account: AccountNumber("1930"), amount: Money(kronor: -1000)),
          ]))
      let posted = try kit.store.record(voucher, by: Actor(name: "Testet"), at: kit.clock.now)
      let paid = try await guest.post(
        "/leverantorsfakturor/1/betalning", [("bokford", "\(posted.id.rawValue)"), ("betald", "")])
      #expect(paid.status == .seeOther)
    }
    #expect(try kit.store.vouchers(of: year).count == 2)
    #expect(try kit.store.receivedInvoices().first?.state.isDone == true)
  }
}
