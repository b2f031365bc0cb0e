import Association
import Ledger
import Testing

@testable import Store

@Suite struct VoucherTests {
  @Test func `a voucher gets the next number of its series and is read back as it was`() throws {
    let book = try Book { try $0.openFiscalYear(try year(2024)) }

    let first = try book.store.record(try voucher("2024-01-15"), by: .tester, at: .now2)
    let second = try book.store.record(try voucher("2024-01-10"), by: .tester, at: .now2)
    let other = try book.store.record(try voucher("2024-02-01", series: "B"), by: .tester, at: .now2)

    #expect([first, second, other].map(\.number.text) == ["A 1", "A 2", "B 1"])
    try book.reopen()
    #expect(try book.store.vouchers(of: try year(2024)) == [first, second, other])
  }

  @Test func `every voucher that can be said is read back as it was`() throws {
    let year = try year(2024)
    let vouchers = try randomVouchers(300, in: year, seed: 7)
    let book = try Book { writing in
      try writing.openFiscalYear(year)
      for voucher in vouchers { try writing.record(voucher) }
    }

    #expect(try book.store.vouchers(of: year).map(\.voucher) == vouchers)
  }

  @Test func `a day outside every year of the book is refused`() throws {
    let book = try Book { try $0.openFiscalYear(try year(2024)) }

    let refusal = try refusal { try book.store.record(try voucher("2025-01-01"), by: .tester, at: .now2) }

    #expect(refusal == .dateOutsideYears(try day("2025-01-01")))
  }

  @Test func `a reversal undoes its voucher, and the two point at each other`() throws {
    let year = try year(2024)
    let book = try Book { try $0.openFiscalYear(year) }
    let wrong = try book.store.record(try voucher("2024-01-15"), by: .tester, at: .now1)

    let reversal = try book.store.reverse(
      wrong.number, in: year, on: try day("2024-02-01"), because: "Dubbelbokförd", by: .tester, at: .now2)

    let stored = try book.store.vouchers(of: year)
    #expect(stored.map(\.reverses) == [nil, wrong.number])
    #expect(stored.map(\.reversedBy) == [reversal.number, nil])
    #expect(stored.map(\.reason) == [nil, "Dubbelbokförd"])
    #expect(stored[1] == reversal)
    #expect(try book.store.books(of: year).balances.allSatisfy { $0.closing == .zero })
    #expect(try book.store.history().last?.act == .reversal)
  }

  @Test func `a voucher is reversed once only, and the refusal names what reverses it`() throws {
    let year = try year(2024)
    let book = try Book { try $0.openFiscalYear(year) }
    let wrong = try book.store.record(try voucher("2024-01-15"), by: .tester, at: .now1)
    func reverse() throws -> PostedVoucher {
      try book.store.reverse(wrong.number, in: year, on: try day("2024-02-01"), because: "Fel", by: .tester, at: .now2)
    }
    let reversal = try reverse()

    #expect(try refusal { _ = try reverse() } == .alreadyReversed(wrong.number, by: reversal.number))
    #expect(try book.store.vouchers(of: year).count == 2)
  }

  @Test func `a reversal of a reversal puts back what was`() throws {
    let year = try year(2024)
    let book = try Book { try $0.openFiscalYear(year) }
    let first = try book.store.record(try voucher("2024-01-15"), by: .tester, at: .now1)
    let before = try book.store.books(of: year).balances.map(\.closing)

    let undone = try book.store.reverse(
      first.number, in: year, on: try day("2024-02-01"), because: "Fel", by: .tester, at: .now2)
    _ = try book.store.reverse(
      undone.number, in: year, on: try day("2024-02-02"), because: "Rätt ändå", by: .tester, at: .now2)

    #expect(try book.store.books(of: year).balances.map(\.closing) == before)
    #expect(try book.store.verify().isWhole)
  }

  @Test func `a reversal says why, and concerns a voucher that is there`() throws {
    let year = try year(2024)
    let book = try Book { try $0.openFiscalYear(year) }
    let number = Voucher.Number(series: "A", number: 1)

    let unsaid = try refusal {
      _ = try book.store.reverse(number, in: year, on: year.first, because: " ", by: .tester, at: .now2)
    }
    let unknown = try refusal {
      _ = try book.store.reverse(number, in: year, on: year.first, because: "Fel", by: .tester, at: .now2)
    }

    #expect(unsaid == .reasonMissing)
    #expect(unknown == .unknownVoucher(number, year))
  }

  @Test func `a document is kept once, and a voucher points to it by its digest`() throws {
    let year = try year(2024)
    let book = try Book { try $0.openFiscalYear(year) }
    let bytes = Array("%PDF-1.7".utf8)
    let digest = try book.store.attach(
      bytes, name: "faktura.pdf", mediaType: "application/pdf", by: .tester, at: .now1)
    let again = try book.store.attach(bytes, name: "kopia.pdf", mediaType: "application/pdf", by: .tester, at: .now2)
    let draft = try voucher("2024-03-01")
    let withDocument = try Voucher(
      Voucher.Draft(
        series: "A", date: draft.date, text: draft.text, counterparty: draft.counterparty, rows: draft.rows,
        attachments: [digest]))

    let posted = try book.store.record(withDocument, by: .tester, at: .now2)

    #expect(again == digest)
    #expect(try book.store.attachment(digest)?.bytes == bytes)
    #expect(try book.store.attachment(digest)?.name == "faktura.pdf")
    #expect(try book.store.voucher(posted.number, in: year)?.voucher.attachments == [digest])
    #expect(try book.store.history().filter { $0.act == .attachment }.count == 1)
    let missing = String(repeating: "0", count: 64)
    let unknown = try Voucher(
      Voucher.Draft(
        series: "A", date: draft.date, text: "x", counterparty: "y", rows: draft.rows, attachments: [missing]))
    #expect(try refusal { _ = try book.store.record(unknown, by: .tester, at: .now2) } == .unknownAttachment(missing))
  }

  @Test func `several acts are done together or not at all`() throws {
    let year = try year(2024)
    let book = try Book { try $0.openFiscalYear(year) }

    let refusal = try refusal {
      try book.store.together(by: .tester, at: .now2) { writing in
        try writing.record(try voucher("2024-01-01"))
        try writing.record(try voucher("2030-01-01"))
      }
    }

    #expect(refusal == .dateOutsideYears(try day("2030-01-01")))
    #expect(try book.store.vouchers(of: year).isEmpty)
    #expect(try book.store.history().count == 2)
    #expect(try book.store.verify().isWhole)
  }
}
