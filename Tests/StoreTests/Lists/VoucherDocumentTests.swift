import GRDB
import Ledger
import Testing

@testable import Store

@Suite struct VoucherDocumentTests {
  private let number = Voucher.Number(series: "A", number: 1)

  private func book() throws -> Book {
    try Book { writing in
      try writing.openFiscalYear(try year(2024))
      let digest = try writing.attach(Array("kvitto".utf8), name: "kvitto.pdf", mediaType: "application/pdf")
      var draft = Voucher.Draft(
        series: "A", date: try day("2024-01-15"), text: "Hyra", counterparty: "Hyresvärden",
        rows: [
          Voucher.Row(account: AccountNumber("5010"), amount: Money(kronor: 1)),
          Voucher.Row(account: AccountNumber("1930"), amount: Money(kronor: -1)),
        ])
      draft.attachments = [digest]
      try writing.record(try Voucher(draft))
    }
  }

  @Test func `a document can be put beside a voucher later, also when its month is closed`() throws {
    let book = try book()
    let year = try year(2024)
    try book.store.close(try month(2024, 1), by: .tester, at: .now1)
    let other = Actor(name: "ekonom")
    let digest = try book.store.attach(
      Array("avtal".utf8), name: "avtal.pdf", mediaType: "application/pdf", by: other, at: .now2)

    try book.store.addDocument(digest, to: number, in: year, by: other, at: .now2)
    let lines = try book.store.history().count
    try book.store.addDocument(digest, to: number, in: year, by: other, at: .now2)

    let documents = try book.store.documents(of: number, in: year)
    #expect(documents.map(\.name) == ["kvitto.pdf", "avtal.pdf"])
    #expect(documents.map(\.by) == ["förbundschef", "ekonom"])
    #expect(documents.map(\.at) == [.now1, .now2])
    #expect(documents.map(\.byteCount) == [6, 5])
    #expect(try book.store.history().count == lines)
    #expect(try book.store.history().last?.act == .document)
    #expect(try book.store.history().last?.subject == "A 1 (2024)")
    #expect(try book.store.voucher(number, in: year)?.voucher.attachments == documents.map(\.sha256))
    #expect(try book.store.voucherPage(VoucherFilter(year: year), offset: 0, limit: 1).lines[0].documentCount == 2)
    #expect(try book.store.verify().findings == [])
  }

  @Test func `a document or a voucher that is not there is refused`() throws {
    let book = try book()
    let year = try year(2024)
    let none = Voucher.Number(series: "A", number: 9)
    let digest = try #require(try book.store.documents(of: number, in: year).first).sha256

    #expect(
      try refusal { try book.store.addDocument("x", to: number, in: year, by: .tester, at: .now2) }
        == .unknownAttachment("x"))
    #expect(
      try refusal { try book.store.addDocument(digest, to: none, in: year, by: .tester, at: .now2) }
        == .unknownVoucher(none, year))
    #expect(try refusal { _ = try book.store.documents(of: none, in: year) } == .unknownVoucher(none, year))
  }

  @Test func `the database has a document beside a voucher once`() throws {
    let book = try book()
    let error = #expect(throws: DatabaseError.self) {
      try book.attack("INSERT INTO voucher_document VALUES (1, 1, 1)")
    }
    #expect(error?.message?.contains("finsam: ") == true)
  }
}
