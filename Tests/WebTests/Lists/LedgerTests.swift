import Ledger
import Store
import Testing

@testable import Web

struct LedgerTests {
  @Test func `an account stands with its opening, rows with running balance, sums and closing`() async throws {
    let kit = try OfficeKit()
    let year = try #require(FiscalYear(calendarYear: 2022))
    let account = AccountNumber("1930")
    let ledger = try #require(
      try kit.store.accountLedgers(VoucherFilter(year: year, accounts: account...account), rowCountMax: 1000).ledgers
        .first)

    let reply = try await kit.visit(as: .auditor) { try await $0.get("/huvudbok/2022?konto=1930") }

    #expect(reply.body.contains("<th scope=\"rowgroup\" colspan=\"6\">1930 Företagskonto</th>"))
    #expect(
      reply.body.contains(
        "Ingående saldo 2022-01-01</th><td></td><td></td><td class=\"number\">8\u{A0}909\u{A0}156,00</td>"))
    #expect(reply.body.contains("Summa och utgående saldo 2022-12-31"))
    #expect(reply.body.contains("7\u{A0}935\u{A0}026,00</td></tr></tbody>"))
    #expect(reply.body.contains("\(ledger.entries.count) rader på 1 konto."))
    #expect(reply.body.numberOf("<tr><th scope=\"row\" class=\"date\"><a") == ledger.entries.count)
  }

  @Test func `one side of an account can be seen alone, with balances that count both`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .auditor) { guest in
      let debit = try await guest.get("/huvudbok/2022?konto=1930&slag=debet").body
      let credit = try await guest.get("/huvudbok/2022?konto=1930&slag=kredit").body
      let both = try await guest.get("/huvudbok/2022?konto=1930").body
      let row = "<tr><th scope=\"row\" class=\"date\"><a"

      #expect(debit.numberOf(row) > 0 && credit.numberOf(row) > 0)
      #expect(debit.numberOf(row) + credit.numberOf(row) == both.numberOf(row))
      #expect(debit.contains("Saldon och summor räknar alla kontots rader"))
      #expect(debit.contains("<input type=\"hidden\" name=\"slag\" value=\"debet\">"))
    }
  }

  @Test func `rows say their objects by name`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get("/huvudbok/2022?objekt=20:SARA") }

    #expect(reply.body.contains("<div class=\"quiet\">Sara, Ronneby kommun</div>"))
  }

  @Test func `a huvudbok that is too long says how to see the rest`() async throws {
    let kit = try OfficeKit()
    let year = try #require(FiscalYear(calendarYear: 2022))
    let actor = Actor(name: "Testet")
    try kit.store.together(by: actor, at: kit.clock.now) { writing in
      for number in 1...ShowLedger.rowCountMax / 2 {
        _ = try writing.record(
          Voucher(
            Voucher.Draft(
              series: "T", date: year.last, text: "Rad \(number)", counterparty: "Någon",
              rows: [
                Voucher.Row(account: AccountNumber("5010"), amount: Money(kronor: 1)),
                Voucher.Row(account: AccountNumber("1930"), amount: Money(kronor: -1)),
              ])))
      }
    }

    let reply = try await kit.visit(as: .director) { try await $0.get("/huvudbok/2022") }

    #expect(
      reply.body.contains("Här visas de första 2\u{A0}000 raderna. Välj ett konto, en kortare period eller ett objekt"))
    #expect(reply.body.numberOf("<tr><th scope=\"row\" class=\"date\"><a") == ShowLedger.rowCountMax)
  }

  @Test func `nothing to show says what to do`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get("/huvudbok/2022?text=finns+inte+alls") }

    #expect(reply.body.contains("Inget konto har något saldo eller någon rad som passar urvalet."))
    #expect(reply.body.contains("visa hela året"))
  }

  @Test func `the CSV has a line per row and amounts that a spreadsheet reads`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) {
      try await $0.get("/huvudbok/2022?konto=1930&till=2022-01-31&form=csv")
    }

    let lines = reply.body.split(separator: "\r\n")
    #expect(lines.first?.hasSuffix("Konto;Kontonamn;Verifikation;Dag;Text;Objekt;Debet;Kredit;Saldo") == true)
    #expect(lines.dropFirst().first == "1930;Företagskonto;;2022-01-01;Ingående saldo;;;;8909156,00")
    #expect(lines.last?.hasPrefix("1930;Företagskonto;;2022-01-31;Utgående saldo;;") == true)
  }

  @Test func `a text that a spreadsheet would take for a formula is made words`() async throws {
    let kit = try OfficeKit()
    let year = try #require(FiscalYear(calendarYear: 2022))
    _ = try kit.store.record(
      Voucher(
        Voucher.Draft(
          series: "T", date: year.last, text: "=1+1;\"x\"", counterparty: "@någon",
          rows: [
            Voucher.Row(account: AccountNumber("5010"), amount: Money(kronor: 1)),
            Voucher.Row(account: AccountNumber("1930"), amount: Money(kronor: -1)),
          ])), by: Actor(name: "Testet"), at: kit.clock.now)

    let reply = try await kit.visit(as: .director) { try await $0.get("/verifikationer/2022?text=%3D1%2B1&form=csv") }

    #expect(reply.body.contains("T;1;2022-12-31;\"'=1+1;\"\"x\"\"\";'@någon;1,00;0;;"))
  }
}
