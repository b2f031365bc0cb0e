import HTTPTypes
import Ledger
import Press
import Report
import Store
import Testing

@testable import Web

struct TrialBalanceTests {
  @Test func `the balance adds up, says so in words, and tells the result`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .boardMember) { try await $0.get("/saldobalans/2022") }

    #expect(reply.body.contains("Summan är noll: debet och kredit är båda 71\u{A0}496\u{A0}291,28\u{A0}kr"))
    #expect(
      reply.body.contains("Resultatet 2022-01-01–2022-12-31 är 2\u{A0}422\u{A0}563,00\u{A0}kr i underskott."))
    #expect(reply.body.contains("Summa klass 1, tillgångar"))
    #expect(reply.body.contains("Summa alla konton"))
    #expect(reply.body.contains("Varav resultat (minus är överskott)"))
  }

  @Test func `every amount leads to the rows that it is the sum of`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .auditor) { guest in
      let balance = try await guest.get("/saldobalans/2022?fran=2022-04-01&till=2022-06-30&objekt=20:SAMSA").body
      let links = [
        "/huvudbok/2022?konto=4010&till=2022-03-31&objekt=20%3ASAMSA",
        "/huvudbok/2022?konto=4010&fran=2022-04-01&till=2022-06-30&objekt=20%3ASAMSA&slag=debet",
        "/huvudbok/2022?konto=4010&till=2022-06-30&objekt=20%3ASAMSA",
      ]
      for link in links {
        #expect(balance.contains("href=\"\(link.replacing("&", with: "&amp;"))\""), "\(link)")
        #expect(try await guest.get(link).status == .ok)
      }
    }
  }

  @Test func `an amount is the same where it is clicked as in the rows`() async throws {
    let kit = try OfficeKit()
    let year = try #require(FiscalYear(calendarYear: 2022))
    let from = try #require(CalendarDate(yyyymmdd: 20_220_315))
    let filter = VoucherFilter(year: year, from: from)
    let lines = try kit.store.trialBalance(filter)
    let ledgers = try kit.store.accountLedgers(filter, rowCountMax: 100_000).ledgers

    #expect(lines.map(\.account) == ledgers.map(\.account))
    for (line, ledger) in zip(lines, ledgers) {
      #expect(line.opening == ledger.opening && line.closing == ledger.closing)
      #expect(ledger.entries.map(\.amount).filter { $0 > .zero }.sum() == line.debit)
      #expect(ledger.entries.last.map(\.balance) ?? ledger.opening == line.closing)
    }
  }

  @Test func `sums are per class and in all, and the result leaves out what carries it to equity`() {
    func line(_ number: String, _ kind: AccountKind, _ opening: Int64, _ debit: Int64, _ credit: Int64) -> TrialLine {
      TrialLine(
        account: Account(number: AccountNumber(number), name: number, kind: kind), opening: Money(kronor: opening),
        debit: Money(kronor: debit), credit: Money(kronor: credit))
    }
    let balance = TrialBalance([
      line("1930", .asset, 500, 100, 40), line("2068", .liability, -500, 0, 0), line("2069", .liability, 0, 0, 60),
      line("3985", .income, 0, 0, 100), line("4010", .cost, 0, 40, 0), line("8999", .cost, 0, 60, 0),
    ])

    #expect(balance.classes.map(\.digit) == ["1", "2", "3", "4", "8"])
    #expect(balance.classes[1].sums.closing == Money(kronor: -560))
    #expect(balance.sums.opening == .zero && balance.sums.closing == .zero)
    #expect(balance.periodResult == Money(kronor: 60))
  }

  @Test func `openings that do not add up are told of with the difference`() async throws {
    let kit = try OfficeKit()
    let year = try #require(FiscalYear(calendarYear: 2022))
    let page = TrialBalancePage(
      request: try await request(kit, year: year),
      lines: [
        TrialLine(
          account: Account(number: AccountNumber("1930"), name: "Bank"), opening: Money(kronor: 10), debit: .zero,
          credit: .zero)
      ])

    #expect(
      String(decoding: page.html().bytes, as: UTF8.self)
        .contains("De ingående saldona är tillsammans \(Numerals.ore(Money(kronor: 10))) och skulle vara noll."))
  }

  /// A request as the reception would make it.
  private func request(_ kit: OfficeKit, year: FiscalYear) async throws -> ListRequest {
    let visitor = Visitor(token: "", session: nil, user: kit.users[.director], practice: nil, formToken: "")
    let asked = Asked(
      office: kit.office, store: kit.store, visitor: visitor, path: "/saldobalans/2022", query: Form(), form: Form(),
      isScript: false, remote: "", agent: "", notice: "")
    return try #require(try ListRequest(asked, year.number, Addresses.trialBalance))
  }
}
