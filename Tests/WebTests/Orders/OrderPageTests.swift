import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct OrderPageTests {
  private static let decided = [("dag", "2026-01-20"), ("paragraf", "§ 12"), ("galler", "2026-02-01")]

  private static func points(_ rows: [(String, String, String, String)]) -> [(String, String)] {
    rows.flatMap { [("attest", $0.0), ("kostnader", $0.1), ("vem", $0.2), ("belopp", $0.3), ("ersattare", "")] }
  }

  /// A book with a received invoice of so much, and its fiscal year.
  private func office(_ kronor: Int64) throws -> OfficeKit {
    let kit = try OfficeKit(.new)
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      try writing.openFiscalYear(try #require(FiscalYear(calendarYear: 2026)))
      let document = try writing.attach(Array("<Invoice/>".utf8), name: "f.xml", mediaType: "application/xml")
      try writing.receive(
        SupplierInvoice(
          kind: .invoice, number: "17", supplier: "Hotellet", supplierID: "",
          issued: try #require(CalendarDate("2026-01-20")), due: nil, withoutTax: Money(kronor: kronor), tax: .zero),
        document: document)
    }
    return kit
  }

  @Test func `an invoice above the limit is refused for the bookkeeper and accepted by the director`() async throws {
    let kit = try office(50_001)
    try await kit.visit(as: .director) { director in
      let bookkeeper = try kit.guest(.bookkeeper, beside: director)
      let member = try kit.guest(.boardMember, beside: director)
      let order =
        Self.decided
        + Self.points([
          ("mottagning", "alla", "board-member", ""), ("beslut", "alla", "bookkeeper", "50 000"),
          ("beslut", "alla", "director", ""),
        ])
      #expect(try await bookkeeper.post("/attestordning/ny", order).status == .forbidden)
      let saved = try await director.post("/attestordning/ny", order)
      #expect(saved.location == "/attestordning" && saved.notice.contains("Version 1"))
      let page = try await bookkeeper.get("/attestordning")
      #expect(page.body.contains("50\u{A0}000,00\u{A0}kr") && page.body.contains("Ingen gräns"))

      let wrong = try await director.post("/leverantorsfakturor/1/attest", [("gor", "mottagning"), ("galler", "")])
      #expect(wrong.status == .unprocessableContent && wrong.body.contains("får du inte ge mottagningsattest"))
      let first = try await member.post("/leverantorsfakturor/1/attest", [("gor", "mottagning"), ("galler", "")])
      #expect(first.status == .seeOther)
      let refused = try await bookkeeper.post("/leverantorsfakturor/1/attest", [("gor", "beslut")])
      #expect(refused.status == .unprocessableContent)
      for words in ["attestordningen (version 1, beslutad 2026-01-20 § 12)", "50\u{A0}000,00", "50\u{A0}001,00"] {
        #expect(refused.body.contains(words), "\(words)")
      }
      let shown = try await director.get("/leverantorsfakturor/1")
      #expect(shown.body.contains("ger dig rätt till beslutsattest utan gräns"))
      let accepted = try await director.post("/leverantorsfakturor/1/attest", [("gor", "beslut")])
      #expect(accepted.status == .seeOther)
      let after = try await director.get("/leverantorsfakturor/1")
      #expect(after.body.contains("enligt attestordningen version 1"))
    }
    #expect(try kit.store.receivedInvoices().first?.state.words == "beslutsattesterad")
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `a bookkeeper decides within the limit, which without an order nobody but the director or the board may`()
    async throws
  {
    let kit = try office(50_000)
    try await kit.visit(as: .director) { director in
      let bookkeeper = try kit.guest(.bookkeeper, beside: director)
      _ = try await director.post("/leverantorsfakturor/1/attest", [("gor", "mottagning"), ("galler", "")])
      #expect(try await bookkeeper.post("/leverantorsfakturor/1/attest", [("gor", "beslut")]).status == .forbidden)
      _ = try await director.post(
        "/attestordning/ny",
        Self.decided
          + Self.points([("mottagning", "alla", "director", ""), ("beslut", "5000–6999", "bookkeeper", "50 000")]))
      #expect(try await bookkeeper.post("/leverantorsfakturor/1/attest", [("gor", "beslut")]).status == .seeOther)
      let booking = [
        ("datum", "2026-01-20"), ("konto", "4010"), ("insats", ""), ("part", ""), ("radtext", ""), ("belopp", "50000"),
      ]
      let wrong = try await bookkeeper.post("/leverantorsfakturor/1/bokforing", booking)
      #expect(wrong.status == .unprocessableContent && wrong.body.contains("konto 4010"))
      let right = booking.map { $0.0 == "konto" ? ("konto", "5010") : $0 }
      #expect(try await bookkeeper.post("/leverantorsfakturor/1/bokforing", right).status == .seeOther)
    }
  }

  @Test func `a faulty order is told with its rows, and a new version replaces the last`() async throws {
    let kit = try OfficeKit(.new)
    try await kit.visit(as: .director) { director in
      let faulty = try await director.post(
        "/attestordning/ny",
        [("dag", "2027-01-01"), ("paragraf", ""), ("galler", "2026-02-01")]
          + Self.points([("mottagning", "insatsen som saknas", "bookkeeper", "tusen")]))
      #expect(faulty.status == .unprocessableContent)
      for words in ["har inte varit än", "Paragrafen saknas", "insatsen som saknas"] {
        #expect(faulty.body.contains(words), "\(words)")
      }
      let one = try await director.post(
        "/attestordning/ny", Self.decided + Self.points([("mottagning", "alla", "bookkeeper", "")]))
      #expect(one.body.contains("Ingen punkt säger vem som ger beslutsattest"))
      let points = Self.points([("mottagning", "alla", "bookkeeper", ""), ("beslut", "alla", "ordforande", "")])
      _ = try await director.post("/attestordning/ny", Self.decided + points)
      let again = try await director.post("/attestordning/ny", Self.decided + points)
      #expect(again.status == .unprocessableContent && again.body.contains("måste börja gälla efter"))
      let next = [("dag", "2026-02-10"), ("paragraf", "§ 20"), ("galler", "2026-03-01")]
      _ = try await director.post("/attestordning/ny", next + points)
      let page = try await director.get("/attestordning")
      #expect(page.body.contains("Version 1, beslutad 2026-01-20") && page.body.contains("version=2"))
      let more = try await director.post("/attestordning/ny", next + points + [("fler", "ja")])
      #expect(more.status == .ok && more.body.contains("attest-6"))
    }
    #expect(try kit.store.attestOrders().count == 2)
  }

  @Test func `what may not be delegated is refused, and a grant is held to its point`() async throws {
    let kit = try OfficeKit()
    @Sendable func point(_ matter: String, _ amount: String) -> [(String, String)] {
      [("nummer", "3.2"), ("arende", matter), ("delegat", "Förbundschefen"), ("belopp", amount), ("villkor", "")]
    }
    try await kit.visit(as: .director) { director in
      let refused = try await director.post(
        "/delegationsordning/ny", Self.decided + point("Besluta om verksamhetens mål", ""))
      #expect(refused.status == .unprocessableContent && refused.body.contains("10 § lagen 2003:1210"))
      let saved = try await director.post(
        "/delegationsordning/ny", Self.decided + point("Bevilja förstudier", "100 000"))
      #expect(saved.location == "/delegationsordning")

      let id = try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) {
        try $0.begin(
          .granted(
            GrantDecision(
              day: try #require(CalendarDate("2025-11-19")), paragraph: "§ 45", insatsID: "SIRI",
              amounts: [GrantAmount(year: 2026, receiverID: "FK", amount: Money(kronor: 1000))])))
      }.rawValue
      let form = try await director.get("/ansokningar/\(id)/beslut")
      #expect(form.body.contains("3.2 Bevilja förstudier"))
      func decide(_ amount: String, _ paragraph: String = "") -> [(String, String)] {
        [
          ("dag", "2026-02-10"), ("paragraf", paragraph), ("delegation", "3.2"), ("ord", ""), ("ar", "2026"),
          ("mottagare", "FK"), ("belopp", amount),
        ]
      }
      let above = try await director.post("/ansokningar/\(id)/beslut", decide("100 001"))
      #expect(above.status == .unprocessableContent)
      for words in ["Punkt 3.2 i delegationsordningen", "100\u{A0}000,00", "100\u{A0}001,00"] {
        #expect(above.body.contains(words), "\(words)")
      }
      let both = try await director.post("/ansokningar/\(id)/beslut", decide("1", "§ 3"))
      #expect(both.body.contains("Både styrelsens paragraf och en delegationspunkt"))
      #expect(try await director.post("/ansokningar/\(id)/beslut", decide("100 000")).status == .seeOther)
      #expect(try await director.get("/delegationsordning").body.contains("100\u{A0}000,00"))
    }
    let told = try kit.store.delegatedDecisions()
    #expect(told.map(\.decision.by) == ["Förbundschefen"] && told.first?.reported == nil)
    let frame = try kit.store.association().frames.last { $0.insatsID == "SIRI" && $0.year == 2026 }
    #expect(frame?.decision.paragraph == "delegation 3.2")
  }
}
