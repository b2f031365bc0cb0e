import Association
import Ledger
import TestKit
import Testing

@testable import Store

@Suite struct VATTests {
  /// A book with VAT in January and April 2024, one voucher of them reversed, and a credit on skattekontot.
  private func book(_ association: Association = .example) throws -> Book {
    let book = try Book(association)
    try book.store.together(by: .tester, at: .now2) { writing in
      try writing.openFiscalYear(try year(2024))
      try writing.record(try voucher("2024-01-15", 250, debit: "1650", credit: "2440"))
      try writing.record(try voucher("2024-04-02", 100, debit: "1650", credit: "2440"))
      try writing.record(try voucher("2024-04-20", 60, debit: "1650", credit: "2440"))
      try writing.reverse(
        Voucher.Number(series: "A", number: 3), in: try year(2024), on: try day("2024-05-02"), because: "Fel")
      try writing.record(try voucher("2024-06-12", 250, debit: "1630", credit: "1650"))
    }
    return book
  }

  private func quarter(_ number: Int) throws -> VATPeriod { try #require(VATPeriod(quarter: number, of: 2024)) }

  @discardableResult
  private func claim(_ book: Book, _ period: VATPeriod, on date: String) throws -> ID<VATClaim> {
    let day = try day(date)
    return try book.store.together(by: .tester, at: .now2) { try $0.claim(period, on: day) { _ in nil } }
  }

  @Test func `what lies on the account is applied for once, and each amount is known by its vouchers`() throws {
    let book = try book()
    #expect(try book.store.vatBook().unclaimed.map(\.amount.ore) == [25_000, 10_000, 6000, -6000])
    try claim(book, try quarter(2), on: "2024-07-05")
    let vat = try book.store.vatBook()
    #expect(vat.claims.map(\.amount) == [Money(kronor: 100)] && vat.claims[0].rows.count == 3)
    #expect(vat.unclaimedMonths.map(\.month.text) == ["2024-01"])
    #expect(vat.claimedYears == [])
    #expect(try refusal { try claim(book, try quarter(2), on: "2024-07-05") } == .vat(.nothingToClaim(try quarter(2))))
    try claim(book, VATPeriod(try month(2024, 1)), on: "2024-02-01")
    #expect(try book.store.vatBook().claimedYears == [2024])
    #expect(try book.store.verify().findings == [])
  }

  @Test func `too late is nothing, and too early is not yet`() throws {
    let book = try book()
    let period = try quarter(1)
    #expect(try refusal { try claim(book, period, on: "2027-01-01") } == .vat(.tooLate(period)))
    #expect(try refusal { try claim(book, period, on: "2024-03-31") } == .vat(.tooEarly(period)))
    try claim(book, period, on: "2026-12-31")
  }

  @Test func `a credit that is booked already, or a new one, ends an application once`() throws {
    let book = try book()
    let id = try claim(book, try quarter(1), on: "2024-04-03")
    let row = try #require(try book.store.vatBook().rows.first { $0.isCredit })
    try book.store.together(by: .tester, at: .now2) { try $0.credit(id, on: row.date, by: row.place) }
    #expect(try book.store.vatBook().claims[0].credit?.amount == Money(kronor: 250))

    let other = try claim(book, try quarter(2), on: "2024-07-03")
    #expect(
      try refusal {
        try book.store.together(by: .tester, at: .now2) { try $0.credit(other, on: row.date, by: row.place) }
      }
        == .vat(.noSuchCredit))
    let paid = try voucher("2024-08-12", 90, debit: "1630", credit: "1650")
    _ = try book.store.together(by: .tester, at: .now2) { try $0.credit(other, as: paid) }
    let claims = try book.store.vatBook().claims
    #expect(claims.last?.credit?.amount == Money(kronor: 90))
    #expect(
      try refusal { try book.store.together(by: .tester, at: .now2) { try $0.withdrawClaim(other, because: "Fel") } }
        == .vat(.alreadyCredited))
    #expect(try book.store.verify().findings == [])
  }

  @Test func `an application taken back frees its rows`() throws {
    let book = try book()
    let id = try claim(book, try quarter(1), on: "2024-04-03")
    try book.store.together(by: .tester, at: .now2) { try $0.withdrawClaim(id, because: "Dubbelt") }
    #expect(try book.store.vatBook().claims == [])
    try claim(book, try quarter(1), on: "2024-04-03")
  }

  @Test func `an account of its own takes what has been applied for`() throws {
    var association = Association.example
    association.roleAccounts = [RoleAccount(role: .claimedVAT, number: AccountNumber("1640"))]
    let book = try book(association)
    let (period, day) = (try quarter(1), try day("2024-04-03"))
    let moved = try voucher("2024-04-03", 250, debit: "1640", credit: "1650")
    _ = try book.store.together(by: .tester, at: .now2) { try $0.claim(period, on: day) { _ in (moved, []) } }
    // What the application posted is nothing to apply for.
    #expect(try book.store.vatBook().unclaimed.map(\.amount.ore) == [10_000, 6000, -6000])
  }

  @Test(arguments: [
    ("INSERT INTO vat_claim_row VALUES (1, 1, 1, 99)", "applied for"),
    ("UPDATE vat_claim SET amount_ore = 1", "never changed"),
    ("INSERT INTO vat_claim VALUES (9, 202401, 202402, 1, 20240801, NULL, 99)", "CHECK"),
  ])
  func `the database itself refuses`(sql: String, message: String) throws {
    let book = try book()
    try claim(book, try quarter(1), on: "2024-04-03")
    let error = #expect(throws: (any Error).self) { try book.attack(sql) }
    #expect("\(String(describing: error))".contains(message))
  }
}
