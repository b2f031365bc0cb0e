import Association
import Ledger
import TestKit
import Testing

@testable import Store

@Suite struct ImportTests {
  private let head = ImportHead(name: "2024.se", kind: "SIE 4", organisationNumber: "2220000000")

  /// Imports vouchers as one file whose bytes are `bytes`.
  @discardableResult
  private func imports(
    _ vouchers: [Voucher], bytes: String, into book: Book, head: ImportHead? = nil
  ) throws -> ImportReceipt {
    try book.store.importFile(head ?? self.head, by: .tester, at: .now2) { session in
      try session.keep(chunk: bytes.utf8)
      try session.declare(try year(2024))
      for voucher in vouchers { try session.add(voucher) }
    }
  }

  @Test func `a file is kept with everything it says`() throws {
    let book = try Book()
    let year = try year(2024)
    let account = Account(
      number: AccountNumber("5010"), name: "Lokalhyra", kind: .cost, taxCodes: ["7513", "7514"], unit: "m²")
    let insats = DeclaredObject(reference: ObjectReference(dimension: .insats, object: "SIRI"), name: "Siri")

    let receipt = try book.store.importFile(head, by: .tester, at: .now2) { session in
      try session.keep(chunk: "#FLAGGA 0\r\n".utf8)
      try session.declare(year)
      try session.declare(account)
      try session.declare(insats)
      try session.declare(.insats, name: "Insats")
      try session.open(year, account: AccountNumber("1930"), amount: Money(kronor: 500))
      try session.open(year, account: AccountNumber("2068"), amount: Money(kronor: -500))
      try session.keep(unknownRecord: "#BAWL 7", line: 9)
      try session.add(
        try voucher("2024-05-01", imported: "17", objects: ObjectSet([insats.reference])))
    }

    #expect(receipt.byteCount == 11)
    #expect(receipt.voucherCount == 1)
    #expect(receipt.rowCount == 2)
    #expect(receipt.debit == Money(kronor: 100))
    #expect(receipt.firstDate == receipt.lastDate)
    #expect(try book.store.imports() == [receipt])
    #expect(try book.store.importReceipt(ofDigest: receipt.sha256) == receipt)
    #expect(try book.store.unknownRecords(ofImport: receipt.sequence).map(\.text) == ["#BAWL 7"])
    #expect(try book.store.dimensionNames() == [.insats: "Insats"])
    let books = try book.store.books(of: year)
    #expect(books.chart[account.number] == account)
    #expect(books.objects == [insats])
    #expect(books.balances.first { $0.account.text == "1930" }?.closing == Money(kronor: 400))
    #expect(try book.store.vouchers(of: year).map(\.number.text) == ["A 17"])
    #expect(try book.store.hasVouchers(in: year))
    #expect(try book.store.verify().findings == [])
  }

  @Test func `the original bytes come back as they were, however they were cut`() throws {
    let book = try Book()
    var random = SeededGenerator(seed: 3)
    let bytes = (0..<2_500_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let receipt = try book.store.importFile(head, by: .tester, at: .now2) { session in
      var start = 0
      for length in [1, 1_048_575, 3, 1_200_000, 251_421] {
        try session.keep(chunk: bytes[start..<start + length])
        start += length
      }
    }

    var kept: [UInt8] = []
    try book.store.originalBytes(ofImport: receipt.sequence) { kept += $0 }

    #expect(kept == bytes)
    #expect(try refusal { try book.store.originalBytes(ofImport: 99) { _ in } } == .unknownImport(99))
  }

  @Test func `series and number stay those of the file`() throws {
    let book = try Book()
    let vouchers = try [
      voucher("2024-01-02", imported: "7"), voucher("2024-01-03", imported: "3"),
      voucher("2024-01-04", series: "B", imported: "003"),
    ]

    try imports(vouchers, bytes: "x", into: book)

    let stored = try book.store.vouchers(of: try year(2024))
    #expect(stored.map(\.number.text) == ["A 3", "A 7", "B 3"])
    #expect(stored.map(\.voucher) == [vouchers[1], vouchers[0], vouchers[2]])
  }

  @Test func `a number that is none, or stands twice, gets our next number and shifts no other`() throws {
    let book = try Book()
    let vouchers = try [
      voucher("2024-01-01", imported: "", text: "utan nummer"), voucher("2024-01-02", imported: "1"),
      voucher("2024-01-03", imported: "2"), voucher("2024-01-04", imported: "2", text: "dubbel"),
      voucher("2024-01-05", imported: "-4", text: "negativ"),
    ]

    try imports(vouchers, bytes: "x", into: book)

    let stored = try book.store.vouchers(of: try year(2024))
    #expect(stored.map(\.number.number) == [1, 2, 3, 4, 5])
    #expect(stored.map(\.voucher.text) == ["Hyra", "Hyra", "utan nummer", "dubbel", "negativ"])
    #expect(
      stored.map(\.voucher.source)
        == ["1", "2", "", "2", "-4"].map { .imported(series: "A", number: $0) })
    #expect(try book.store.verify().findings == [])
  }

  @Test func `a file without numbers is numbered in its own order, without being held in memory`() throws {
    let book = try Book()
    let vouchers = try (1...2500).map { try voucher("2024-03-01", Int64($0), series: "L", imported: "") }

    try imports(vouchers, bytes: "x", into: book)

    let stored = try book.store.vouchers(of: try year(2024))
    #expect(stored.map(\.number.number) == Array(1...2500))
    #expect(stored.map(\.voucher.rows[0].amount.ore) == (1...2500).map { $0 * 100 })
  }

  @Test func `the same bytes are imported once, whatever else is wrong with them the second time`() throws {
    let book = try Book()
    let vouchers = [try voucher("2024-01-02", imported: "1")]
    let receipt = try imports(vouchers, bytes: "x", into: book)
    try book.store.close(try month(2024, 1), by: .tester, at: .now2)

    #expect(try refusal { try imports(vouchers, bytes: "x", into: book) } == .alreadyImported(receipt))
    #expect(try refusal { try imports([], bytes: "x", into: book) } == .alreadyImported(receipt))
    #expect(try book.store.imports().count == 1)
  }

  @Test func `an overlap is refused, and the refusal names the earlier import and the vouchers in common`() throws {
    let book = try Book()
    func vouchers(_ numbers: ClosedRange<Int>) throws -> [Voucher] {
      try numbers.map { try voucher("2024-01-02", imported: "\($0)") }
    }
    let receipt = try imports(try vouchers(1...5), bytes: "one", into: book)

    let overlapping = try refusal { try imports(try vouchers(4...9), bytes: "two", into: book) }

    #expect(
      overlapping
        == .overlaps(
          receipt, first: Voucher.Number(series: "A", number: 4), last: Voucher.Number(series: "A", number: 5)))
    #expect(try book.store.vouchers(of: try year(2024)).count == 5)
    try imports(try vouchers(6...9), bytes: "three", into: book)
    #expect(try book.store.vouchers(of: try year(2024)).count == 9)
  }

  @Test func `a voucher without number that was imported before is known by what it says`() throws {
    let book = try Book()
    let january = try voucher("2024-01-25", series: "L", imported: "", text: "Lön")
    let february = try voucher("2024-02-25", series: "L", imported: "", text: "Lön")
    let receipt = try imports([january], bytes: "one", into: book)

    try imports([february], bytes: "two", into: book)

    let first = Voucher.Number(series: "L", number: 1)
    #expect(
      try refusal { try imports([january, february], bytes: "three", into: book) }
        == .overlaps(receipt, first: first, last: first))
  }

  @Test func `a number that a voucher entered here has is an overlap too`() throws {
    let book = try Book { try $0.openFiscalYear(try year(2024)) }
    let entered = try book.store.record(try voucher("2024-01-02"), by: .tester, at: .now1)

    let refusal = try refusal { try imports([try voucher("2024-02-02", imported: "1")], bytes: "x", into: book) }

    #expect(refusal == .overlaps(nil, first: entered.number, last: entered.number))
  }

  @Test func `other opening balances for the same year are refused, the same are not recorded twice`() throws {
    let book = try Book()
    let year = try year(2024)
    func open(_ kronor: Int64, bytes: String) throws {
      try book.store.importFile(head, by: .tester, at: .now2) { session in
        try session.keep(chunk: bytes.utf8)
        try session.declare(year)
        try session.open(year, account: AccountNumber("1930"), amount: Money(kronor: kronor))
      }
    }
    try open(500, bytes: "one")
    try open(500, bytes: "two")

    #expect(
      try refusal { try open(600, bytes: "three") }
        == .openingDiffers(
          year, account: AccountNumber("1930"), have: Money(kronor: 500), got: Money(kronor: 600)))
    #expect(try book.store.books(of: year).balances.map(\.opening) == [Money(kronor: 500)])
  }

  @Test func `another association's file is refused by its organisation number, however it is written`() throws {
    let book = try Book()
    let same = ImportHead(name: "a.se", kind: "SIE 4", organisationNumber: "16222000-0000")
    let unsaid = ImportHead(name: "b.se", kind: "SIE 4")
    let other = ImportHead(name: "c.se", kind: "SIE 4", organisationNumber: "222000-1111")

    try imports([], bytes: "a", into: book, head: same)
    try imports([], bytes: "b", into: book, head: unsaid)
    let refused = try refusal { try imports([], bytes: "c", into: book, head: other) }

    #expect(refused == .wrongBook(have: "222000-0000", got: "222000-1111"))
  }

  @Test func `a year with balances only has books, but no vouchers that say what happened`() throws {
    let book = try Book()
    let year = try year(2023)
    let change = try Voucher(
      Voucher.Draft(
        series: "SALDO", date: year.last, text: "Årets förändring",
        rows: [
          Voucher.Row(account: AccountNumber("1930"), amount: Money(kronor: 5)),
          Voucher.Row(account: AccountNumber("3010"), amount: Money(kronor: -5)),
        ], source: .balances))

    try book.store.importFile(head, by: .tester, at: .now2) { session in
      try session.declare(year)
      try session.add(change)
    }

    #expect(try !book.store.hasVouchers(in: year))
    #expect(try book.store.books(of: year).balances.count == 2)
    #expect(try book.store.vouchers(of: year).map(\.voucher) == [change])
  }

  @Test func `an error thrown while a file is read stores nothing of it`() throws {
    struct Stop: Error {}
    let book = try Book()

    #expect(throws: Stop.self) {
      try book.store.importFile(head, by: .tester, at: .now2) { session in
        try session.keep(chunk: "x".utf8)
        try session.declare(try year(2024))
        try session.add(try voucher("2024-01-02", imported: "1"))
        throw Stop()
      }
    }

    #expect(try book.store.fiscalYears() == [])
    #expect(try book.store.history().count == 1)
  }
}
