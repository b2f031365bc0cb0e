import Association
import HTTPTypes
import Ledger
import Statements
import Store
import Testing

@testable import Web

struct EndYearTests {
  private static let accounts = [
    ("resultatkonto", "8999"), ("arets-resultat", "2069"), ("balanserat-resultat", "2068"),
  ]

  /// An office whose year 2022 has a result that nobody has carried to equity: the example's own transfer is reversed.
  private func kit() throws -> OfficeKit {
    let kit = try OfficeKit()
    let year = try #require(FiscalYear(calendarYear: 2022))
    let transfer = try kit.store.vouchers(of: year).filter { posted in
      posted.voucher.rows.contains { $0.account.text == "8999" }
    }
    for posted in transfer {
      try kit.store.reverse(
        posted.number, in: year, on: year.last, because: "Bokslutet görs här", by: Actor(name: "Testet"),
        at: kit.clock.now)
    }
    return kit
  }

  @Test func `a result that has been carried already is not carried again`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let page = try await guest.get("/rakenskapsar/2022/bokslut")
      let ended = try await guest.post("/rakenskapsar/2022/bokslut", EndYearTests.accounts + [("bekrafta", "ja")])

      #expect(page.body.contains("är redan fört till eget kapital i boken"))
      #expect(ended.notice.contains("Det fanns inget resultat kvar att föra över"))
    }
  }

  @Test func `the page says what will happen and what speaks against it before anything is done`() async throws {
    let kit = try kit()
    let hash = try kit.store.lastHash()

    let reply = try await kit.visit(as: .bookkeeper) { try await $0.get("/rakenskapsar/2022/bokslut") }

    #expect(reply.status == .ok)
    #expect(reply.body.contains("Underskottet 2\u{A0}422\u{A0}56"))
    #expect(reply.body.contains("från konto 8999 till konto 2069"))
    #expect(reply.body.contains("12 månader") && reply.body.contains("De stängs med året"))
    #expect(reply.body.contains("Ingående balanser 2023"))
    #expect(try kit.store.lastHash() == hash)
  }

  @Test func `a year with something against it is ended only when that has been read`() async throws {
    let kit = try kit()

    try await kit.visit(as: .bookkeeper) { guest in
      let unread = try await guest.post("/rakenskapsar/2022/bokslut", EndYearTests.accounts)
      #expect(unread.status == .unprocessableContent && unread.body.contains("Kryssa i"))

      let ended = try await guest.post("/rakenskapsar/2022/bokslut", EndYearTests.accounts + [("bekrafta", "ja")])
      #expect(ended.location == "/rakenskapsar/2022")
      #expect(ended.notice.contains("är avslutat med verifikation A") && ended.notice.contains("2023 är öppnat"))

      let page = try await guest.get("/rakenskapsar/2022")
      #expect(page.body.contains("/verifikationer/2022/A-") && page.body.contains("/rakenskapsar/2023"))
      #expect(!page.body.contains("Gör bokslut"))
      let again = try await guest.get("/rakenskapsar/2022/bokslut")
      #expect(again.location == "/rakenskapsar/2022")
      let twice = try await guest.post("/rakenskapsar/2022/bokslut", EndYearTests.accounts + [("bekrafta", "ja")])
      #expect(twice.notice == "Test bookkeeper har redan gjort bokslutet för 2022.")
    }

    let year = try #require(FiscalYear(calendarYear: 2023))
    let closed = try #require(FiscalYear(calendarYear: 2022))
    let ending = try #require(try kit.store.ending(of: closed))
    let opening = try kit.store.books(of: year).balances.map(\.opening).reduce(.zero, +)
    #expect(ending.next == year && opening == .zero)
    #expect(try kit.store.verify().findings == [])
  }

  @Test func `what the plan says the next year opens with is what it opens with`() async throws {
    let kit = try kit()
    let year = try #require(FiscalYear(calendarYear: 2022))
    let mapping = Mapping.shipped(for: .bas)
    let plan = YearEndPlan(
      books: try kit.store.books(of: year), next: nil, accounts: YearEndPlan.Accounts(mapping),
      mapping: mapping)

    _ = try await kit.visit(as: .director) {
      try await $0.post("/rakenskapsar/2022/bokslut", EndYearTests.accounts + [("bekrafta", "ja")])
    }

    var openings: [AccountNumber: Money] = [:]
    for balance in try kit.store.books(of: year.following).balances {
      openings[balance.account, default: .zero] += balance.opening
    }
    let told = Dictionary(uniqueKeysWithValues: plan.openings.map { ($0.account, $0.amount) })
    #expect(told == openings.filter { $0.value != .zero })
    let after = YearEndPlan(
      books: try kit.store.books(of: year), next: try kit.store.books(of: year.following),
      accounts: YearEndPlan.Accounts(mapping), mapping: mapping)
    #expect(after.differences.isEmpty)
  }

  @Test(arguments: [
    ("resultatkonto", "5010", "räknas med i resultaträkningen"),
    ("arets-resultat", "1930", "hör inte till eget kapital"),
    ("balanserat-resultat", "2440", "hör inte till eget kapital"), ("arets-resultat", "", "saknas"),
    ("balanserat-resultat", "20687", "finns inte i kontoplanen"),
  ])
  func `an account that would spoil the statements is told so at its field`(
    field: String, account: String, words: String
  ) async throws {
    let kit = try kit()
    let fields = EndYearTests.accounts.map { $0.0 == field ? (field, account) : $0 } + [("bekrafta", "ja")]

    let reply = try await kit.visit(as: .bookkeeper) { try await $0.post("/rakenskapsar/2022/bokslut", fields) }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains(words) && reply.body.contains("id=\"\(field)-fel\""))
    #expect(reply.body.contains("value=\"\(account)\""))
    let year = try #require(FiscalYear(calendarYear: 2022))
    #expect(try kit.store.ending(of: year) == nil)
  }

  @Test func `a closed last month is opened for the voucher of the year end, and the history says why`() async throws {
    let kit = try kit()

    try await kit.visit(as: .director) { guest in
      _ = try await guest.post("/rakenskapsar/2022/las", [("gor", "manader"), ("till", "12")])
      let page = try await guest.get("/rakenskapsar/2022/bokslut")
      let ended = try await guest.post("/rakenskapsar/2022/bokslut", EndYearTests.accounts + [("bekrafta", "ja")])

      #expect(page.body.contains("December 2022 är stängd. Den öppnas för bokslutets verifikation"))
      #expect(ended.status == .seeOther)
    }
    let year = try #require(FiscalYear(calendarYear: 2022))
    let locks = try kit.store.locks(of: year)
    #expect(locks.contains { !$0.closes && $0.reason == "Bokslut för 2022" })
    #expect(locks.last?.month == nil && locks.last?.closes == true)
  }

  @Test func `a next year with other opening balances stops the year end, account by account`() async throws {
    let kit = try kit()
    let year = try #require(FiscalYear(calendarYear: 2023))
    try kit.store.importFile(
      ImportHead(name: "2023.se", kind: "SIE 4"), by: Actor(name: "Testet"), at: kit.clock.now
    ) { session in
      try session.declare(year)
      try session.open(year, account: AccountNumber("1930"), amount: Money(kronor: 5))
      try session.open(year, account: AccountNumber("2068"), amount: Money(kronor: -5))
    }

    try await kit.visit(as: .bookkeeper) { guest in
      let page = try await guest.get("/rakenskapsar/2022/bokslut")
      let ended = try await guest.post("/rakenskapsar/2022/bokslut", EndYearTests.accounts + [("bekrafta", "ja")])

      #expect(
        page.body.contains("har redan ingående balanser") && page.body.contains("Konto 1930: 5,00\u{A0}kr i 2023"))
      #expect(!page.body.contains("Avsluta 2022 och öppna 2023"))
      #expect(ended.status == .unprocessableContent)
    }
  }

  @Test func `who keeps no books ends no year`() async throws {
    let kit = try kit()

    let reply = try await kit.visit(as: .auditor) { try await $0.get("/rakenskapsar/2022/bokslut") }

    #expect(reply.status == .forbidden)
  }

  @Test func `the result is carried in the series that one has entered vouchers in, or in another that is named`()
    async throws
  {
    let kit = try kit()

    try await kit.visit(as: .bookkeeper) { guest in
      // The bank's series of the program before is B; A is the book's first.
      #expect(try await guest.get("/rakenskapsar/2022/bokslut").body.contains("i serie A daterad"))
      _ = try await Entry.post(guest, Entry.with(Entry.rent, ("serie", "M")))
      let page = try await guest.get("/rakenskapsar/2022/bokslut")
      #expect(page.body.contains("i serie M daterad") && page.body.contains("name=\"serie\""))
      let fields = EndYearTests.accounts + [("bekrafta", "ja")]
      let wrong = try await guest.post("/rakenskapsar/2022/bokslut", fields + [("serie", "Å-1")])
      #expect(wrong.status == .unprocessableContent && wrong.body.contains("En serie är högst tio bokstäver"))
      let ended = try await guest.post("/rakenskapsar/2022/bokslut", fields + [("serie", "x")])
      #expect(ended.notice.contains("är avslutat med verifikation X 1"))
    }
    let place = VoucherPlace(year: 2022, number: Voucher.Number(series: "X", number: 1))
    #expect(try place.find(in: kit.store)?.posted.voucher.compiledOn?.text == "2026-02-15")
  }
}
