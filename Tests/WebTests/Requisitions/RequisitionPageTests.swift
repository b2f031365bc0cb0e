import Association
import Desk
import HTTPTypes
import Ledger
import Statements
import Store
import Testing

@testable import Web

/// Money from the performer's page to the bank.
struct RequisitionPageTests {
  static let fields = [
    ("ar", "2022"), ("insats", "SAMSA"), ("mottagare", "RONNEBY"), ("fran", "2022-10"), ("till", "2022-12"),
    ("kostnad-personal", "100 000"), ("kostnad-lokaler", "12 500,50"), ("kostnad-resor", ""), ("belopp", "112500,50"),
    ("meddelande", "Kvartal 4"),
  ]

  private func changed(_ changes: [(String, String)]) -> [(String, String)] {
    RequisitionPageTests.fields.map { field in changes.first { $0.0 == field.0 } ?? field }
      + changes.filter { change in !RequisitionPageTests.fields.contains { $0.0 == change.0 } }
  }

  @Test func `a performer asks for money and the bookkeeper pays it out, each step one click`() async throws {
    let kit = try OfficeKit()
    let bytes = Array("%PDF-1.4 sammanställning".utf8)

    try await kit.visit(as: .performer) { performer in
      let start = try await performer.get("/rekvisitioner")
      #expect(start.body.contains("Samsa - Samsyn och agera") && start.body.contains("489\u{A0}170\u{A0}kr"))
      #expect(!start.body.contains("SIRI"))
      let form = try await performer.get("/rekvisitioner/ny?insats=SAMSA&mottagare=RONNEBY&ar=2022")
      #expect(form.status == .ok && form.body.contains("Kvar att begära"))
      let sent = try await performer.upload(
        "/rekvisitioner/ny", RequisitionPageTests.fields,
        files: [(field: "underlag", name: "q4.pdf", type: "application/pdf", bytes: bytes)])
      #expect(sent.status == .seeOther && sent.location == "/rekvisitioner/1")
      let shown = try await performer.get("/rekvisitioner/1")
      #expect(shown.body.contains("112\u{A0}500,50") && shown.body.contains("q4.pdf"))
      #expect(!shown.body.contains("Attestera") && !shown.body.contains("href=\"/verifikationer"))

      let keeper = try kit.guest(.bookkeeper, beside: performer)
      let list = try await keeper.get("/rekvisitioner")
      #expect(list.body.contains("Att attestera (1)"))
      #expect(try await keeper.post("/rekvisitioner/1/bokforing").status == .unprocessableContent)
      #expect(try await keeper.post("/rekvisitioner/1/attest", [("lista", "ja")]).location == "/rekvisitioner")
      let booked = try await keeper.post("/rekvisitioner/1/bokforing", [("lista", "ja")])
      #expect(booked.notice.contains("bokförd som"))
      let paid = try await keeper.post("/rekvisitioner/1/betalning", [("lista", "ja")])
      #expect(paid.notice.contains("betald"))
      let done = try await keeper.get("/rekvisitioner/1")
      #expect(done.body.numberOf("href=\"/verifikationer/2022/") == 2)
      // The performer sees what was paid and the own document, and no voucher.
      let document = try #require(
        try kit.store.requisition(ID(rawValue: 1))?.requisition.said.documents.first)
      #expect(try await performer.get("/rekvisitioner/1/underlag/\(document)").bytes == bytes)
      #expect(try await performer.get("/underlag/\(document)").status == .forbidden)
    }

    let present = try #require(try kit.store.requisition(ID(rawValue: 1)))
    guard case .paid(let paid) = present.state else { return #expect(Bool(false), "\(present.state.place)") }
    let year = try #require(FiscalYear(calendarYear: 2022))
    let cost = try #require(try kit.store.voucher(paid.booked.voucher.number, in: year)).voucher
    let payment = try #require(try kit.store.voucher(paid.voucher.number, in: year)).voucher
    let amount = Money(ore: 11_250_050)
    let objects = ObjectSet(insats: "SAMSA", party: "RONNEBY")
    #expect(
      cost.rows.map { [$0.account.text, $0.amount.decimalText] } == [["4010", "112500.50"], ["2440", "-112500.50"]])
    #expect(cost.rows.allSatisfy { $0.objects == objects } && cost.attachments.count == 1)
    #expect(cost.counterparty == "Ronneby kommun" && cost.date.text == "2022-12-31")
    #expect(payment.rows.map(\.account.text) == ["2440", "1930"] && payment.rows.map(\.amount) == [amount, -amount])
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `what does not add up, goes over the frame or holds VAT is told in the performer's own form`() async throws
  {
    let kit = try OfficeKit()
    try await kit.visit(as: .performer) { guest in
      func send(_ changes: (String, String)...) async throws -> Guest.Reply {
        try await guest.post("/rekvisitioner/ny", self.changed(changes))
      }
      let differing = try await send(("belopp", "112 000"))
      #expect(differing.status == .unprocessableContent)
      #expect(differing.body.contains("500,50\u{A0}kr skiljer") && differing.body.contains("value=\"12 500,50\""))
      let over = try await send(("kostnad-personal", "600000"), ("belopp", ""))
      #expect(over.status == .unprocessableContent && over.body.contains("123\u{A0}330,50\u{A0}kr över"))
      #expect(over.body.contains("Varför mer än ramen"))
      let vat = try await send(("moms", "2500"))
      #expect(vat.status == .unprocessableContent && vat.body.contains("En part drar av sin egen moms"))
      let words = try await send(("kostnad-resor", "tåg"), ("fran", "2021-01"), ("meddelande", "811228-9874"))
      #expect(words.body.contains("Resor är ”tåg”") && words.body.contains("hör inte till 2022"))
      #expect(words.body.contains("personnummer"))
      #expect(try await send(("insats", "SIRI")).status == .forbidden)
      #expect(try kit.store.requisitions().isEmpty)

      // Said, it is asked for, and the overrun is recorded and shown.
      let said = try await send(
        ("kostnad-personal", "600000"), ("belopp", ""), ("skal", "Två nya handledare"), ("moms", "2500"),
        ("moms-star-kvar", "ja"))
      #expect(said.status == .seeOther)
      let page = try await guest.get("/rekvisitioner/1")
      #expect(page.body.contains("över ramen") && page.body.contains("Två nya handledare"))
      #expect(page.body.contains("moms 2\u{A0}500\u{A0}kr"))
    }
  }

  @Test func `a question goes back, is answered in a new version, and nobody attests their own`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { keeper in
      // The bookkeeper types in what came on paper, and so may not attest it.
      let sent = try await keeper.post("/rekvisitioner/ny", RequisitionPageTests.fields)
      #expect(sent.status == .seeOther)
      let refused = try await keeper.post("/rekvisitioner/1/attest")
      #expect(refused.status == .unprocessableContent && refused.body.contains("får inte attestera själv"))

      let director = try kit.guest(.director, beside: keeper)
      #expect(try await director.post("/rekvisitioner/1/fraga", [("fraga", "")]).status == .unprocessableContent)
      #expect(
        try await director.post("/rekvisitioner/1/fraga", [("fraga", "Vilka lokaler?")]).location == "/rekvisitioner/1")
      let performer = try kit.guest(.performer, beside: keeper)
      let form = try await performer.get("/rekvisitioner/1/ny-version")
      #expect(form.body.contains("Vilka lokaler?") && form.body.contains("value=\"100\u{A0}000,00\""))
      let again = try await performer.post(
        "/rekvisitioner/1/ny-version", self.changed([("kostnad-lokaler", ""), ("belopp", "")]))
      #expect(again.status == .seeOther)
      #expect(try await keeper.post("/rekvisitioner/1/attest").status == .unprocessableContent)
      #expect(try await director.post("/rekvisitioner/1/attest").status == .seeOther)
      let taken = try await performer.post("/rekvisitioner/1/aterkallelse", [("aterkallelse", "Fel period")])
      #expect(taken.status == .seeOther)
      #expect(try await director.post("/rekvisitioner/1/bokforing").status == .unprocessableContent)
    }
    let present = try #require(try kit.store.requisition(ID(rawValue: 1)))
    #expect(present.versions.map(\.amount) == [Money(ore: 11_250_050), Money(kronor: 100_000)])
    #expect(present.steps.map(\.place) == [.requested, .returned, .requested, .attested, .withdrawn])
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `money comes back, the year's debts are accrued, and next year settles them without cost`() async throws {
    let kit = try OfficeKit()
    let year = try #require(FiscalYear(calendarYear: 2022))
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { try $0.openFiscalYear(year.following) }
    try await kit.visit(as: .director) { director in
      let back = try await director.post(
        "/aterbetalningar/2022",
        [("insats", "SARA/RONNEBY"), ("belopp", "1000"), ("dag", "2022-12-20"), ("skal", "Inställd kurs")])
      #expect(back.location == "/aterbetalningar/2022")
      let performer = try kit.guest(.performer, beside: director)
      #expect(
        try await performer.post("/arsbesked/2022", [("insats", "SARA/RONNEBY"), ("belopp", "1")]).status == .forbidden)
      let said = try await performer.post("/arsbesked/2022", [("insats", "SAMSA/RONNEBY"), ("belopp", "2 300 000")])
      #expect(said.status == .seeOther)
      let proposal = try await director.get("/periodisering/2022")
      #expect(proposal.body.contains("112\u{A0}285,00") && proposal.body.contains("utförarens besked"))
      #expect(try await director.post("/periodisering/2022").notice.contains("Skulderna för 2022 är bokförda"))
      let posted = try await director.get("/periodisering/2022")
      #expect(posted.body.contains("Kvar att reglera") && posted.body.contains("376\u{A0}885,00"))

      // Next year the requisition comes: it settles the debt, and is no cost of that year.
      #expect(
        try await performer.post(
          "/rekvisitioner/ny", self.changed([("kostnad-lokaler", ""), ("belopp", "100 000")])
        ).status == .seeOther)
      #expect(try await director.post("/rekvisitioner/1/attest").status == .seeOther)
      let booked = try await director.post("/rekvisitioner/1/bokforing", [("bokforingsdag", "2023-01-20")])
      #expect(booked.notice.contains("2023-01-20"))
      let released = try await director.post(
        "/periodisering/2022/upplosning", [("insats", "SAMSA/RONNEBY"), ("upplosningsskal", "Avropas inte")])
      #expect(released.notice.contains("12\u{A0}285,00\u{A0}kr"), "\(released.notice)")
      let note = try await director.get("/projektuppfoljning/2022")
      #expect(note.body.contains("112\u{A0}285,00") && note.body.contains("2\u{A0}300\u{A0}000,00"))
    }
    let next = try kit.store.books(of: year.following)
    let mapping = try ReportMaking.mapping(of: try kit.store.association())
    #expect(
      next.balances.filter { balance in mapping.insatsCosts.contains { $0.counts(balance.account, balance.objects) } }
        .map(\.change).sum() == Money(kronor: -12_285))
    #expect(try kit.store.frameLedger(ofYear: 2022, costs: mapping.insatsCosts).accrued.isEmpty)
    #expect(try kit.store.verify().findings == [])
  }
}
