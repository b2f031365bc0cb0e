import Association
import Ledger
import Testing

@testable import Store

@Suite struct YearStateTests {
  @Test func `a year tells its vouchers by month, its locks with who and why, and what became of it`() throws {
    let year = try year(2024)
    let january = try month(2024, 1)
    let book = try Book { try $0.openFiscalYear(year) }
    try book.store.record(try voucher("2024-01-15"), by: .tester, at: .now1)
    try book.store.record(try voucher("2024-03-15"), by: .tester, at: .now1)
    try book.store.close(january, by: .tester, at: .now1)
    try book.store.reopen(january, because: "Glömd hyra", by: .tester, at: .now2)

    let open = try #require(try book.store.yearStates().first)
    let locks = try book.store.locks(of: year)

    #expect(open.voucherCount == 2 && !open.isClosed && open.closedMonths.isEmpty)
    #expect(try book.store.voucherCounts(of: year) == [january: 1, try month(2024, 3): 1])
    #expect(locks.map(\.closes) == [true, false])
    #expect(locks.map(\.reason) == ["", "Glömd hyra"])
    #expect(locks.map(\.by) == ["förbundschef", "förbundschef"] && locks.map(\.at) == [.now1, .now2])
    #expect(try book.store.ending(of: year) == nil)

    try book.store.endYear(
      year, resultAccount: AccountNumber("8999"), yearResultAccount: AccountNumber("2069"),
      retainedAccount: AccountNumber("2068"), by: .tester, at: .now2)
    let ending = try #require(try book.store.ending(of: year))
    let states = try book.store.yearStates()

    #expect(states.map(\.isEnded) == [true, false] && states.map(\.isClosed) == [true, false])
    #expect(ending.next == year.following && ending.voucher == Voucher.Number(series: "A", number: 3))
    #expect(ending.yearResultAccount.text == "2069" && ending.retainedAccount.text == "2068")
    #expect(try book.store.locks(of: year).last?.month == nil)
  }
}
