import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

@Suite struct VATPageTests {
  private func office() throws -> OfficeKit {
    let kit = try OfficeKit(.new)
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      for number in [2023, 2025, 2026] { try writing.openFiscalYear(try #require(FiscalYear(calendarYear: number))) }
      for (date, kronor) in [("2023-05-02", Int64(70)), ("2025-02-03", 500), ("2025-03-07", 125)] {
        try writing.record(
          Voucher(
            Voucher.Draft(
              series: "A", date: try #require(CalendarDate(date)), text: "Lokal", counterparty: "Hotellet",
              rows: [
                Voucher.Row(account: AccountNumber("1650"), amount: Money(kronor: kronor)),
                Voucher.Row(account: AccountNumber("2440"), amount: Money(kronor: -kronor)),
              ])))
      }
    }
    return kit
  }

  @Test func `VAT is applied for by the quarter, credited, and told in the yearly statement`() async throws {
    let kit = try office()
    try await kit.visit(as: .bookkeeper) { guest in
      let page = try await guest.get("/moms")
      #expect(page.body.contains("695,00\u{A0}kr är kvar att söka"))
      // 2023 could be applied for until the end of 2025; the clock stands in February 2026.
      #expect(page.body.contains("För sent") && !page.body.contains("2023 kvartal 2"))
      let none = try await guest.post("/moms", [("period", "2023-04--2023-06"), ("sokt", "2026-02-14")])
      #expect(none.status == .unprocessableContent && none.body.contains("Perioden är inte vald"))
      let claimed = try await guest.post("/moms", [("period", "2025-01--2025-03"), ("sokt", "2026-02-14")])
      #expect(claimed.status == .seeOther && claimed.location == "/moms/1")

      let claim = try await guest.get("/moms/1")
      #expect(claim.body.contains("/verifikationer/2025/A-1") && claim.body.contains("625,00"))
      let credited = try await guest.post(
        "/moms/1/kreditering", [("bokford", ""), ("dag", "2026-02-15"), ("belopp", "600")])
      #expect(credited.status == .seeOther)
      let after = try await guest.get("/moms/1")
      #expect(after.body.contains("Skatteverket krediterade \u{2212}25,00\u{A0}kr jämfört med ansökan"))
      let statement = try await guest.get("/momsuppgift/2025")
      #expect(statement.body.contains("senast 2026-06-30") && statement.body.contains("500,00"))
      let csv = try await guest.get("/momsuppgift/2025?csv=1")
      #expect(csv.body.contains("2025-02;500,00;500,00;480,00;0,00"))
    }
    let posted = try kit.store.vouchers(of: try #require(FiscalYear(calendarYear: 2026)))
    #expect(posted.first?.voucher.rows.map(\.account.text) == ["1630", "1650"])
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `the wheel knows that a year's VAT has been applied for`() async throws {
    let kit = try office()
    try await kit.visit(as: .director) { guest in
      _ = try await guest.post("/moms", [("period", "2025-01--2025-03"), ("sokt", "2026-02-14")])
      let page = try await guest.get("/arshjul/2027/momsansokan")
      #expect(page.body.contains("Gjord"))
    }
  }
}
