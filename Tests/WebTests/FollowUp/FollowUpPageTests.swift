import Association
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct FollowUpPageTests {
  @Test func `the note is the published one, ties to the ledger and opens downwards`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .boardMember) { try await $0.get("/projektuppfoljning/2022") }

    #expect(reply.status == .ok)
    for amount in ["14\u{A0}416\u{A0}961,00", "13\u{A0}794\u{A0}665,00", "622\u{A0}296,00", "1\u{A0}185\u{A0}311,00"] {
      #expect(reply.body.contains(amount), "\(amount)")
    }
    #expect(reply.body.contains("Över ramen: Ung och skuldfri med 8\u{A0}137\u{A0}kr (ingen har sagt varför)"))
    #expect(reply.body.contains("Utfallet 13\u{A0}794\u{A0}665,00\u{A0}kr är det som kontona har."))
    #expect(reply.body.contains("6\u{A0}236\u{A0}157,00\u{A0}kr är äldre eller bokfört utan insats"))
    #expect(
      reply.body.contains("href=\"/huvudbok/2022?konto=4010\"") && reply.body.contains("diagram-projektuppfoljning"))
  }

  @Test func `quarter by quarter it adds up to the year, and so does its file`() async throws {
    let kit = try OfficeKit()
    let year = try #require(FiscalYear(calendarYear: 2022))
    try await kit.visit(as: .director) { guest in
      var sum: Int64 = 0
      for (from, through) in [("2022-01", "2022-03"), ("2022-04", "2022-08-17"), ("2022-08-18", "2022-12")] {
        let file = try await guest.get("/projektuppfoljning/2022?fran=\(from)&till=\(through)&form=csv")
        for line in file.body.split(separator: "\r\n").dropFirst() {
          let cells = line.split(separator: ";", omittingEmptySubsequences: false)
          if !cells[0].contains(" – ") {
            sum += try #require(Money(decimal: cells[4].replacing(",", with: ".").utf8)).ore
          }
        }
      }
      #expect(sum == 1_379_466_500)
      let faulty = try await guest.get("/projektuppfoljning/2022?fran=2023-01")
      #expect(faulty.status == .unprocessableContent)
    }
    let whole = try kit.store.books(of: year)
    let first = try kit.store.books(of: year, from: nil, through: CalendarDate("2022-08-17"))
    let second = try kit.store.books(of: year, from: CalendarDate("2022-08-18"), through: nil)
    for (index, balance) in whole.balances.enumerated() {
      #expect(first.balances[index].debit + second.balances[index].debit == balance.debit)
      #expect(second.balances[index].closing == balance.closing || !whole.kind(of: balance.account).isBalance)
    }
  }

  @Test func `a performer sees the own insatser and nothing of the books`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .performer) { try await $0.get("/projektuppfoljning/2022") }

    #expect(reply.body.contains("Samsa") && !reply.body.contains("SIRI") && !reply.body.contains("Avstämning"))
    #expect(!reply.body.contains("href=\"/huvudbok") && reply.body.contains("2\u{A0}187\u{A0}715,00"))
  }

  @Test func `the start page says how much must be granted or given back, and which frame goes over`() async throws {
    let kit = try OfficeKit()
    // In the year itself, after its last voucher: the next year's contributions came and nothing was drawn.
    kit.clock.set(day: try #require(CalendarDate("2022-12-31")))
    var association = try kit.store.association()
    association.settings.capLowPermille = 50
    association.settings.capHighPermille = 50
    try kit.store.record(association, by: Actor(name: "Testet"), at: kit.clock.now)

    let reply = try await kit.visit(as: .director) { try await $0.get("/") }

    #expect(reply.body.contains("Eget kapital väntas bli 1\u{A0}611\u{A0}554\u{A0}kr vid årets slut"))
    #expect(reply.body.contains("917\u{A0}554\u{A0}kr över taket 694\u{A0}000\u{A0}kr"))
    #expect(reply.body.contains("senast 31\u{A0}december 2022"))
    #expect(reply.body.contains("Ung och skuldfri är 8\u{A0}137\u{A0}kr över ramen"))
  }
}
