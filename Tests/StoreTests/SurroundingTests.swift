import Ledger
import Testing

@testable import Store

struct SurroundingTests {
  @Test func `a voucher knows the numbers before and after it in its series`() throws {
    let book = try Book { writing in
      try writing.openFiscalYear(try year(2024))
      for text in ["ett", "två", "tre"] { try writing.record(try voucher("2024-01-15", text: text)) }
      try writing.record(try voucher("2024-01-15", series: "B"))
    }
    func around(_ series: String, _ number: Int) throws -> VoucherSurroundings? {
      try book.store.surroundings(of: Voucher.Number(series: series, number: number), in: try year(2024))
    }

    #expect(try around("A", 1)?.previous == nil)
    #expect(try around("A", 2)?.previous == Voucher.Number(series: "A", number: 1))
    #expect(try around("A", 2)?.next == Voucher.Number(series: "A", number: 3))
    #expect(try around("B", 1)?.next == nil)
    #expect(try around("A", 4) == nil)
    #expect(try around("A", 1)?.importSequence == nil)
  }

  @Test func `a correction in another year is found from both sides, and so is what was entered instead`() throws {
    let book = try Book { writing in
      try writing.openFiscalYear(try year(2023))
      try writing.openFiscalYear(try year(2024))
      try writing.record(try voucher("2023-12-30"))
      try writing.record(try voucher("2024-01-02"))
    }
    let old = Voucher.Number(series: "A", number: 1)
    let reversal = try book.store.reverse(
      old, in: try year(2023), on: try day("2024-02-01"), because: "Fel år", by: .tester, at: .now2)
    let mark = Voucher.replacementMark(of: old, year: 2023)
    let other = try book.store.record(try voucher("2024-02-01", text: mark + "Hyra"), by: .tester, at: .now2)

    let around = try #require(try book.store.surroundings(of: old, in: try year(2023)))
    let back = try #require(try book.store.surroundings(of: reversal.number, in: try year(2024)))

    #expect(around.reversedBy == .init(year: try year(2024), number: reversal.number))
    #expect(around.replacedBy == .init(year: try year(2024), number: other.number))
    #expect(back.reverses == .init(year: try year(2023), number: old))
    // The same number in the year of the correction is another voucher.
    #expect(try book.store.surroundings(of: old, in: try year(2024))?.reversedBy == nil)
  }

  @Test func `an imported voucher knows its import`() throws {
    let book = try Book()
    let receipt = try book.store.importFile(ImportHead(name: "2024.se", kind: "SIE 4"), by: .tester, at: .now2) {
      try $0.declare(try year(2024))
      try $0.add(try voucher("2024-01-15", imported: "1"))
    }

    let around = try book.store.surroundings(of: Voucher.Number(series: "A", number: 1), in: try year(2024))

    #expect(around?.importSequence == receipt.sequence)
  }

  @Test func `the series that vouchers are entered in come with the most used first, corrections not counted`() throws {
    let book = try Book { writing in
      try writing.openFiscalYear(try year(2024))
      for series in ["A", "B", "B"] { try writing.record(try voucher("2024-01-15", series: series)) }
      let first = Voucher.Number(series: "A", number: 1)
      let turned = try writing.reverse(first, in: try year(2024), on: try day("2024-01-16"), because: "Fel")
      try writing.reverse(turned.number, in: try year(2024), on: try day("2024-01-16"), because: "Nej, rätt")
    }

    #expect(try book.store.enteredSeries() == ["B", "A"])
  }

  @Test func `each account has the rows that it has`() throws {
    let book = try Book { writing in
      try writing.openFiscalYear(try year(2024))
      try writing.record(try voucher("2024-01-15"))
      try writing.record(try voucher("2024-02-15", debit: "6420"))
    }

    #expect(
      try book.store.accountUse() == [AccountNumber("5010"): 1, AccountNumber("6420"): 1, AccountNumber("1930"): 2])
  }

  @Test func `an account that is used for the first time is named in the act that uses it, once`() throws {
    let book = try Book { try $0.openFiscalYear(try year(2024)) }
    let rent = Account(number: AccountNumber("5010"), name: "Lokalhyra")
    let lines = try book.store.history().count

    for _ in 1...2 {
      _ = try book.store.together(by: .tester, at: .now2) {
        try $0.record(try voucher("2024-01-15"), naming: [rent])
      }
    }

    #expect(try book.store.accounts() == [rent])
    #expect(try book.store.history().count == lines + 2)
    #expect(try book.store.verify().findings.isEmpty)
  }

  @Test func `documents are known by their SHA-256 without their bytes, in the order asked for`() throws {
    let book = try Book()
    let first = try book.store.attach([1, 2], name: "ett.pdf", mediaType: "application/pdf", by: .tester, at: .now2)
    let second = try book.store.attach([3], name: "två.png", mediaType: "image/png", by: .tester, at: .now2)

    let known = try book.store.documents(named: [second, "finns inte", first])

    #expect(known.map(\.name) == ["två.png", "ett.pdf"])
    #expect(known.map(\.byteCount) == [1, 2])
    #expect(known.allSatisfy { $0.by == "förbundschef" && $0.at == .now2 })
  }
}
