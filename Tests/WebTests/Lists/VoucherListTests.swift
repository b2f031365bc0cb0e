import Ledger
import Store
import Testing

@testable import Web

struct VoucherListTests {
  @Test func `the year's vouchers stand a hundred a page, the newest first`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { guest in
      let first = try await guest.get("/verifikationer/2022")
      #expect(first.body.contains("257 verifikationer, tillsammans 71\u{A0}496\u{A0}291,28\u{A0}kr."))
      #expect(first.body.numberOf("<tr><th scope=\"row\" class=\"date\">") == 100)
      #expect(first.body.contains("Sida 3 av 3"))

      let last = try await guest.get("/verifikationer/2022?sida=3")
      #expect(last.body.numberOf("<tr><th scope=\"row\" class=\"date\">") == 57)
      #expect(last.body.contains("href=\"/verifikationer/2022/A-1\""))
      #expect(first.body.contains("2022-12-31") && !first.body.contains("<td class=\"date\">2022-01-01"))
    }
  }

  @Test func `a page after the last shows the last, and one that is no number is told`() async throws {
    let kit = try OfficeKit()
    try await kit.visit(as: .bookkeeper) { guest in
      #expect(try await guest.get("/verifikationer/2022?sida=99").body.contains("href=\"/verifikationer/2022/A-1\""))
      let other = try await guest.get("/verifikationer/2022?sida=sista")
      #expect(other.body.contains("Sidan ”sista” finns inte. Här visas den första."))
    }
  }

  @Test func `all are on one page to be printed`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get("/verifikationer/2022?sida=alla") }

    #expect(reply.body.numberOf("<tr><th scope=\"row\" class=\"date\">") == 257)
    #expect(!reply.body.contains("Sida 3 av 3"))
  }

  @Test(arguments: [
    ("konto=6420", 4), ("objekt=20:SARA", 4), ("objekt=20:SARA&till=2022-06-30", 1), ("text=finns+inte+alls", 0),
    ("text=revisionsbyr%C3%A5n", 4),
  ])
  func `the filter's account, object, words and period each narrow it`(query: String, count: Int) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get("/verifikationer/2022?" + query) }

    #expect(reply.body.numberOf("<tr><th scope=\"row\" class=\"date\">") == count)
  }

  @Test func `a voucher that reverses another says so, and so does the other`() async throws {
    let kit = try OfficeKit()
    let year = try #require(try kit.store.fiscalYears().last)
    let day = year.first
    let voucher = try Voucher(
      Voucher.Draft(
        series: "T", date: day, text: "Hyra <b>& el", counterparty: "Värden",
        rows: [
          Voucher.Row(account: AccountNumber("5010"), amount: Money(kronor: 100)),
          Voucher.Row(account: AccountNumber("1930"), amount: Money(kronor: -100)),
        ]))
    let actor = Actor(name: "Testet")
    let posted = try kit.store.record(voucher, by: actor, at: kit.clock.now)
    try kit.store.reverse(posted.number, in: year, on: day, because: "fel konto", by: actor, at: kit.clock.now)

    let reply = try await kit.visit(as: .viewer) { try await $0.get("/verifikationer/\(year.number)?text=hyra+%3Cb") }

    #expect(reply.body.contains("Rättad av <a href=\"/verifikationer/\(year.number)/T-2\">T 2</a>"))
    #expect(reply.body.contains("Rättar <a href=\"/verifikationer/\(year.number)/T-1\">T 1</a>"))
    #expect(reply.body.contains("Hyra &lt;b&gt;&amp; el"))
  }

  @Test func `documents beside a voucher are told of`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .viewer) { try await $0.get("/verifikationer/2022?text=L+31") }

    #expect(reply.body.contains("<span class=\"badge\">1 fil</span>"))
  }
}

extension String {
  /// How many times it holds that.
  func numberOf(_ part: String) -> Int {
    var count = 0
    var rest = utf8[...]
    while let range = rest.firstRange(of: part.utf8) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
