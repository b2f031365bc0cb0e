import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

@Suite struct FeePageTests {
  private func office() throws -> OfficeKit {
    let kit = try OfficeKit(.new)
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      _ = try writing.openFiscalYear(try #require(FiscalYear(calendarYear: 2023)))
      var association = try writing.association()
      association.seats = [Seat(function: "Ordförande", memberID: ""), Seat(function: "Ledamot", memberID: "")]
      try writing.record(association)
    }
    return kit
  }

  private func form(_ fees: [String], lost: [String], tax: [String], kinds: [String] = ["alla", "ålderspension"])
    -> [(String, String)]
  {
    var fields = [("dag", "2023-12-20"), ("text", "Arvoden 2023"), ("fran", "bank")]
    for index in fees.indices {
      fields += [
        ("funktion", index == 0 ? "Ordförande" : "Ledamot"), ("part", ""), ("klass", kinds[index]),
        ("arvode", fees[index]), ("forlorad", lost[index]), ("resa", ""), ("skatt", tax[index]),
      ]
    }
    return fields
  }

  /// Sydnärke 2023: 158 215 in fees, 47 212 in contributions, 4 841 for lost earnings.
  @Test func `a run makes one voucher with the published figures, and the page tells the year`() async throws {
    let kit = try office()
    try await kit.visit(as: .bookkeeper) { guest in
      let page = try await guest.get("/arvoden")
      #expect(page.body.contains("value=\"Ordförande\"") && page.body.contains("31,42\u{A0}%"))
      let paid = try await guest.post(
        "/arvoden", form(["139 261", "18 954"], lost: ["4 841", ""], tax: ["40 000", "5 000"]))
      #expect(paid.status == .seeOther && paid.notice.contains("A 1"))
      let year = try await guest.get("/arvoden")
      for figure in ["158\u{A0}215,00", "47\u{A0}212,00", "4\u{A0}841,00"] { #expect(year.body.contains(figure)) }
      let run = try await guest.get("/arvoden/1")
      #expect(run.body.contains("född 1938–1956, 10,21\u{A0}%"))
    }
    let year = try #require(FiscalYear(calendarYear: 2023))
    let voucher = try #require(try kit.store.vouchers(of: year).first)
    let amounts = Dictionary(voucher.voucher.rows.map { ($0.account.text, $0.amount.ore / 100) }) { $0 + $1 }
    #expect(
      amounts == [
        "7240": 158_215, "7241": 4841, "7518": 47_212, "2710": -45_000, "2731": -47_212, "1930": -118_056,
      ])
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `what is wrong is told with what was typed, and no personnummer is kept`() async throws {
    let kit = try office()
    try await kit.visit(as: .director) { guest in
      var fields = form(["100", "många"], lost: ["", ""], tax: ["200", ""])
      fields[3] = ("funktion", "811228-9874")
      let reply = try await guest.post("/arvoden", fields)
      #expect(reply.status == .unprocessableContent)
      #expect(reply.body.contains("personnummer") && reply.body.contains("Arvodet på rad 2 är ”många”"))
      let tax = try await guest.post("/arvoden", form(["100", ""], lost: ["", ""], tax: ["200", ""]))
      #expect(tax.body.contains("mer skatt än arvode"))
      let none = try await guest.post("/arvoden", form(["", ""], lost: ["", ""], tax: ["", ""]))
      #expect(none.body.contains("Inga belopp är ifyllda"))
    }
    #expect(try kit.store.feeRuns().isEmpty)
  }

  @Test func `a rate that is given holds from its year on`() async throws {
    let kit = try office()
    try await kit.visit(as: .director) { guest in
      let saved = try await guest.post(
        "/arvoden/satser", [("sats-ar", "2023"), ("sats-klass", "alla"), ("sats", "30,00")])
      #expect(saved.status == .seeOther && saved.notice.contains("30,00"))
      _ = try await guest.post("/arvoden", form(["1000", ""], lost: ["", ""], tax: ["", ""]))
    }
    #expect(try kit.store.feeRuns().first?.contributions == Money(kronor: 300))
  }

  @Test func `a run whose voucher is reversed is not counted`() async throws {
    let kit = try office()
    let year = try #require(FiscalYear(calendarYear: 2023))
    try await kit.visit(as: .director) { guest in
      _ = try await guest.post("/arvoden", form(["1000", ""], lost: ["", ""], tax: ["", ""]))
      try kit.store.reverse(
        Voucher.Number(series: "A", number: 1), in: year, on: try #require(CalendarDate("2023-12-21")),
        because: "Fel", by: Actor(name: "Testet"), at: kit.clock.now)
      let page = try await guest.get("/arvoden")
      #expect(page.body.contains("Rättad") && page.body.contains("Inga arvoden är bokförda här än"))
    }
  }
}
