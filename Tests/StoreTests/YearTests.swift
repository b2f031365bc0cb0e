import Association
import Ledger
import Testing

@testable import Store

@Suite struct YearTests {
  @Test func `a closed month holds on every way in`() throws {
    let year = try year(2024)
    let january = try month(2024, 1)
    let book = try Book { try $0.openFiscalYear(year) }
    let posted = try book.store.record(try voucher("2024-01-15"), by: .tester, at: .now1)

    try book.store.close(january, by: .tester, at: .now2)

    let recorded = try refusal { _ = try book.store.record(try voucher("2024-01-31"), by: .tester, at: .now2) }
    let reversed = try refusal {
      _ = try book.store.reverse(
        posted.number, in: year, on: try day("2024-01-20"), because: "Fel", by: .tester, at: .now2)
    }
    let imported = try refusal {
      try book.store.importFile(ImportHead(name: "a.se", kind: "SIE 4"), by: .tester, at: .now2) {
        try $0.add(try voucher("2024-01-20", imported: "9"))
      }
    }
    #expect(
      [recorded, reversed, imported] == [.periodClosed(january), .periodClosed(january), .periodClosed(january)])
    #expect(try book.store.closedMonths() == [january])
    // A voucher in a closed month is corrected in an open one.
    _ = try book.store.reverse(
      posted.number, in: year, on: try day("2024-02-01"), because: "Fel", by: .tester, at: .now2)
  }

  @Test func `a month is opened again only with a reason, and the history keeps both`() throws {
    let january = try month(2024, 1)
    let book = try Book { try $0.openFiscalYear(try year(2024)) }
    #expect(
      try refusal { try book.store.reopen(january, because: "Fel", by: .tester, at: .now2) }
        == .periodNotClosed(january))
    try book.store.close(january, by: .tester, at: .now2)

    #expect(try refusal { try book.store.reopen(january, because: "", by: .tester, at: .now2) } == .reasonMissing)
    #expect(try refusal { try book.store.close(january, by: .tester, at: .now2) } == .periodClosed(january))
    try book.store.reopen(january, because: "Hyran fattades", by: .tester, at: .now2)

    _ = try book.store.record(try voucher("2024-01-31"), by: .tester, at: .now2)
    #expect(try book.store.history().map(\.act).suffix(3) == [.closeMonth, .reopenMonth, .voucher])
    #expect(try book.ask("SELECT closes, reason FROM period_lock ORDER BY id") == ["1 ", "0 Hyran fattades"])
  }

  @Test func `a closed year holds, and can be opened again with a reason until it has been ended`() throws {
    let year = try year(2024)
    let book = try Book { try $0.openFiscalYear(year) }
    try book.store.close(year, by: .tester, at: .now1)

    #expect(
      try refusal { _ = try book.store.record(try voucher("2024-01-31"), by: .tester, at: .now2) } == .yearClosed(year))
    #expect(try refusal { try book.store.close(try month(2024, 1), by: .tester, at: .now2) } == .yearClosed(year))

    try book.store.reopen(year, because: "Revisorns anmärkning", by: .tester, at: .now2)
    _ = try book.store.record(try voucher("2024-01-31"), by: .tester, at: .now2)
    _ = try ended(book, year)
    #expect(try refusal { try book.store.reopen(year, because: "x", by: .tester, at: .now2) } == .yearEnded(year))
  }

  private func ended(_ book: Book, _ year: FiscalYear) throws -> YearEnd {
    try book.store.endYear(
      year, resultAccount: AccountNumber("8999"), yearResultAccount: AccountNumber("2069"),
      retainedAccount: AccountNumber("2068"), by: .tester, at: .now2)
  }

  @Test func `the year end carries the result to equity and opens the next year with what this one closed with`()
    throws
  {
    let year = try year(2024)
    let book = try Book { try $0.openFiscalYear(year) }
    try book.store.importFile(ImportHead(name: "a.se", kind: "SIE 4"), by: .tester, at: .now1) { session in
      try session.open(year, account: AccountNumber("1930"), amount: Money(kronor: 1000))
      try session.open(year, account: AccountNumber("2068"), amount: Money(kronor: -1000))
      try session.add(try voucher("2024-03-01", 700, imported: "1", debit: "1930", credit: "3010"))
      try session.add(try voucher("2024-04-01", 200, imported: "2"))
    }

    let end = try ended(book, year)

    #expect(end.voucher?.voucher.rows.map(\.account.text) == ["8999", "2069"])
    #expect(end.voucher?.voucher.rows.map(\.amount) == [Money(kronor: 500), Money(kronor: -500)])
    #expect(end.next == (try StoreTests.year(2025)))
    let books = try book.store.books(of: end.next)
    #expect(books.balances.map(\.account.text) == ["1930", "2068"])
    #expect(books.balances.map(\.opening) == [Money(kronor: 1500), Money(kronor: -1500)])
    #expect(try book.store.isClosed(year))
    #expect(try refusal { _ = try ended(book, year) } == .yearEnded(year))
    let late = try refusal {
      _ = try book.store.reverse(
        Voucher.Number(series: "A", number: 1), in: year, on: year.last, because: "Fel", by: .tester, at: .now2)
    }
    #expect(late == .yearClosed(year))
    #expect(try book.store.verify().findings == [])
  }

  @Test func `a year end is refused where December is closed, and nothing has been posted`() throws {
    let year = try year(2024)
    let book = try Book { try $0.openFiscalYear(year) }
    _ = try book.store.record(try voucher("2024-01-31"), by: .tester, at: .now2)
    try book.store.close(try month(2024, 12), by: .tester, at: .now2)

    #expect(try refusal { _ = try ended(book, year) } == .periodClosed(try month(2024, 12)))
    #expect(try book.store.fiscalYears() == [year])
  }

  @Test func `a result that has been carried already is not carried again`() throws {
    let year = try year(2024)
    let book = try Book { try $0.openFiscalYear(year) }
    _ = try book.store.record(try voucher("2024-03-01", 700, debit: "1930", credit: "3010"), by: .tester, at: .now1)
    _ = try book.store.record(try voucher("2024-12-31", 700, debit: "8999", credit: "2069"), by: .tester, at: .now1)

    let end = try ended(book, year)

    #expect(end.voucher == nil)
    #expect(try book.store.books(of: end.next).balances.map(\.opening.ore) == [70_000, -70_000])
  }

  @Test func `two years never share a day`() throws {
    let book = try Book { try $0.openFiscalYear(try year(2024)) }
    let broken = try #require(FiscalYear(first: try day("2024-07-01"), last: try day("2025-06-30")))

    #expect(
      try refusal { try book.store.openFiscalYear(broken, by: .tester, at: .now2) }
        == .yearOverlaps(broken, existing: try year(2024)))
  }

  @Test func `the trial balance is zero, and the books are the sum of the vouchers`() throws {
    let year = try year(2024)
    let vouchers = try randomVouchers(400, in: year, seed: 42)
    let book = try Book { writing in
      try writing.openFiscalYear(year)
      for voucher in vouchers { try writing.record(voucher) }
    }

    let books = try book.store.books(of: year)

    var expected: [OpeningKey: Money] = [:]
    for row in vouchers.flatMap(\.rows) {
      expected[OpeningKey(account: row.account, objects: row.objects), default: .zero] += row.amount
    }
    #expect(books.balances.map(\.change).sum() == .zero)
    #expect(books.balances.count == expected.count)
    #expect(
      books.balances.allSatisfy { expected[OpeningKey(account: $0.account, objects: $0.objects)] == $0.change })
    #expect(try book.store.verify().findings == [])
  }
}
