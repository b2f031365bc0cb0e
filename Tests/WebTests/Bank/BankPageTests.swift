import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

@Suite struct BankPageTests {
  static let csv = """
    Bokföringsdag;Text;Motpart;Belopp;Saldo
    2022-01-10;Hyra;Hyresvärden;-1000,00;99000,00
    2022-01-12;Räntan;;12,00;99012,00
    2022-01-31;Avgift;;-25,00;98987,00
    """

  private func upload(_ guest: Guest, _ text: String, name: String = "januari.csv") async throws -> Guest.Reply {
    try await guest.upload(
      "/bank", [("konto", "1940"), ("annat-konto", ""), ("saldo", "")],
      files: [("fil", name, "text/csv", Array(text.utf8))])
  }

  /// An office with a bank account of its own, of whose lines one is booked.
  private func office() throws -> OfficeKit {
    let kit = try OfficeKit(.new)
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      try writing.openFiscalYear(try #require(FiscalYear(calendarYear: 2022)))
      try writing.record(
        Voucher(
          Voucher.Draft(
            series: "A", date: try #require(CalendarDate("2022-01-09")), text: "Hyra", counterparty: "Hyresvärden",
            rows: [
              Voucher.Row(account: AccountNumber("5010"), amount: Money(kronor: 1000)),
              Voucher.Row(account: AccountNumber("1940"), amount: Money(kronor: -1000)),
            ])))
    }
    return kit
  }

  @Test func `a statement is read in, paired, booked and reconciled, and each step is a fact`() async throws {
    let kit = try office()
    try await kit.visit(as: .bookkeeper) { guest in
      let kept = try await upload(guest, Self.csv)
      #expect(kept.status == .seeOther && kept.location == "/bank/1940")

      let page = try await guest.get("/bank/1940")
      #expect(page.body.contains("Hör troligen ihop (1)") && page.body.contains("samma belopp, en dag emellan"))
      #expect(page.body.contains("skiljer bokföringen \u{2212}99\u{A0}987,00\u{A0}kr från banken"))
      let paired = try await guest.post("/bank/1940/parningar", [("par", "1=1.2")])
      #expect(paired.status == .seeOther)

      let line = try await guest.get("/bank/1940/rader/3")
      #expect(line.body.contains("Bokför raden"))
      let faulty = try await guest.post(
        "/bank/1940/rader/3",
        [("gor", "bokfor"), ("datum", "2022-02-30"), ("motkonto", "1940"), ("text", "Avgift"), ("motpart", "")])
      #expect(faulty.status == .unprocessableContent)
      #expect(faulty.body.contains("som inte är någon dag") && faulty.body.contains("samma konto som utdraget"))
      let booked = try await guest.post(
        "/bank/1940/rader/3",
        [("gor", "bokfor"), ("datum", "2022-01-31"), ("motkonto", "6570"), ("text", "Avgift"), ("motpart", "Banken")])
      #expect(booked.status == .seeOther && booked.notice.contains("Bokförd som A 2"))

      let tooSoon = try await guest.post("/bank/1940/manader", [("manad", "2022-01"), ("anteckning", "")])
      #expect(tooSoon.status == .unprocessableContent && tooSoon.body.contains("Skriv vad skillnaden beror på"))
      let done = try await guest.post(
        "/bank/1940/manader", [("manad", "2022-01"), ("anteckning", "Ingående saldo är inte bokfört")])
      #expect(done.status == .seeOther)
      let after = try await guest.get("/bank/1940?manad=2022-01")
      #expect(after.body.contains("Avstämd") && after.body.contains("Test bookkeeper"))
      #expect(after.body.contains("Räntan"))
    }
    let bank = try kit.store.bankBook(of: AccountNumber("1940"))
    #expect(bank.matches.count == 2 && bank.openLines.count == 1)
    #expect(try kit.store.attachment(bank.statements[0].document)?.bytes == Array(Self.csv.utf8))
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `what cannot be read is told line by line, and nothing is kept`() async throws {
    let kit = try office()
    let before = try kit.store.lastHash()
    try await kit.visit(as: .director) { guest in
      let broken = try await upload(guest, Self.csv.replacing("99012,00", with: "99013,00"))
      #expect(broken.status == .unprocessableContent)
      #expect(broken.body.contains("Radens saldo följer inte av raden före"))
      let pdf = try await upload(guest, "%PDF-1.7", name: "utdrag.pdf")
      #expect(pdf.body.contains("Filen är inget kontoutdrag som kan läsas"))
      let none = try await guest.upload("/bank", [("konto", "")], files: [])
      #expect(none.body.contains("Kontot saknas") && none.body.contains("Ingen fil är vald"))
    }
    #expect(try kit.store.lastHash() == before)
  }

  @Test func `the same days are not read in twice, and a gap between two is told`() async throws {
    let kit = try office()
    try await kit.visit(as: .director) { guest in
      _ = try await upload(guest, Self.csv)
      let again = try await upload(guest, Self.csv)
      #expect(again.status == .unprocessableContent && again.body.contains("räknas två gånger"))
      let later = try await upload(guest, "Datum;Text;Belopp;Saldo\n2022-02-03;X;-1,00;500,00\n", name: "b.csv")
      #expect(later.status == .seeOther && later.notice.contains("Ett utdrag däremellan saknas"))
      let page = try await guest.get("/bank/1940")
      #expect(page.body.contains("Utdrag som saknas mellan två inlästa"))
    }
  }

  @Test func `a reader sees, and does nothing`() async throws {
    let kit = try office()
    try await kit.visit(as: .director) { _ = try await upload($0, Self.csv) }
    try await kit.visit(as: .auditor) { guest in
      let page = try await guest.get("/bank/1940")
      #expect(page.status == .ok && !page.body.contains("Para ihop") && !page.body.contains("Lös upp"))
      let refused = try await guest.post("/bank/1940/parningar", [("par", "1=1.2")])
      #expect(refused.status == .forbidden)
    }
    try await kit.visit(as: .performer) { guest in
      let page = try await guest.get("/bank")
      #expect(page.status == .forbidden)
    }
  }
}
