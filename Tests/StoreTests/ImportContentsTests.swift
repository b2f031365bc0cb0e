import Ledger
import Testing

@testable import Store

/// What an import brought into the book, told afterwards.
struct ImportContentsTests {
  @Test func `an import tells its series, years, openings, accounts and objects`() throws {
    let book = try Book()
    let before = try book.store.importFile(
      ImportHead(name: "2024.se", kind: "SIE"), by: .tester, at: .now1
    ) { session in
      try session.keep(chunk: Array("2024".utf8))
      try session.declare(try year(2024))
      try session.declare(Account(number: AccountNumber("1930"), name: "Bank"))
      try session.add(try voucher("2024-05-01", imported: "1"))
    }
    let insats = ObjectReference(dimension: .insats, object: "SAMSA")

    let receipt = try book.store.importFile(
      ImportHead(name: "2025.se", kind: "SIE"), by: .tester, at: .now2
    ) { session in
      try session.keep(chunk: Array("2025".utf8))
      try session.declare(try year(2025))
      try session.declare(Account(number: AccountNumber("1930"), name: "Bank"))
      try session.declare(Account(number: AccountNumber("5010"), name: "Hyra"))
      try session.declare(DeclaredObject(reference: insats, name: "Samsa"))
      try session.open(try year(2025), account: AccountNumber("1930"), amount: Money(kronor: 5))
      try session.open(try year(2025), account: AccountNumber("2068"), amount: Money(kronor: -5))
      for number in [3, 1, 7] { try session.add(try voucher("2025-05-01", imported: "\(number)")) }
      try session.add(try voucher("2025-05-01", series: "B", imported: "2"))
    }

    let contents = try book.store.contents(ofImport: receipt.sequence)
    #expect(contents.years == [try year(2025)])
    #expect(contents.openings == [try year(2025): 2])
    #expect(contents.accountCount == 1)
    #expect(contents.objectCount == 1)
    #expect(
      contents.series == [
        ImportContents.Series(year: try year(2025), series: "A", count: 3, first: 1, last: 7, isBalances: false),
        ImportContents.Series(year: try year(2025), series: "B", count: 1, first: 2, last: 2, isBalances: false),
      ])
    #expect(try book.store.importReceipt(receipt.sequence) == receipt)
    #expect(try book.store.importReceipt(before.sequence)?.name == "2024.se")
    #expect(try book.store.importReceipt(99) == nil)
    #expect(try book.store.contents(ofImport: 99).series.isEmpty)
  }
}
