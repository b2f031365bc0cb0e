import Ledger
import TestKit
import Testing

@testable import Store

@Suite struct ImportUndoTests {
  private let reason = "Fel fil"

  @discardableResult
  private func imports(
    _ name: String, _ year: FiscalYear, _ vouchers: [Voucher], into book: Book,
    also body: (ImportSession) throws -> Void = { _ in }
  ) throws -> ImportReceipt {
    try book.store.importFile(ImportHead(name: name, kind: "SIE 4"), by: .tester, at: .now2) { session in
      try session.keep(chunk: name.utf8)
      try session.declare(year)
      try body(session)
      for voucher in vouchers { try session.add(voucher) }
    }
  }

  /// Everything that a reader of the book sees of its bookkeeping.
  private struct Seen: Equatable {
    var years: [FiscalYear]
    var books: [[Books.Balance]]
    var vouchers: [[Voucher]]
    var numbers: [[Voucher.Number]]
    var reversed: [[Voucher.Number?]]
    var accounts: [Account]
    var objects: [DeclaredObject]
    var dimensions: [Dimension: String]
    var trial: [[TrialLine]]
    var pages: [VoucherPage]

    init(_ store: Store) throws {
      years = try store.fiscalYears()
      books = try years.map { try store.books(of: $0).balances }
      let posted = try years.map { try store.vouchers(of: $0) }
      vouchers = posted.map { $0.map(\.voucher) }
      numbers = posted.map { $0.map(\.number) }
      reversed = posted.map { $0.map(\.reversedBy) }
      accounts = try store.accounts()
      objects = try store.objects()
      dimensions = try store.dimensionNames()
      trial = try years.map { try store.trialBalance(VoucherFilter(year: $0)) }
      pages = try years.map { try store.voucherPage(VoucherFilter(year: $0), offset: 3, limit: 10) }
    }
  }

  private func expectWhole(_ book: Book) throws {
    let verification = try book.store.verify()
    let (code, text) = try VerifyTests.script(book.path)
    #expect(verification.findings == [])
    #expect(code == 0)
    #expect(text == "whole: \(verification.lineCount) lines of history, last hash \(verification.lastHash)\n")
  }

  /// What a file of that seed says.
  private func fill(_ seed: UInt64, _ year: FiscalYear) -> (ImportSession) throws -> Void {
    { session in
      try session.declare(Account(number: AccountNumber("1930"), name: "Bank \(seed % 2)", taxCodes: ["7281"]))
      try session.declare(
        DeclaredObject(reference: ObjectReference(dimension: .insats, object: "I1"), name: "Insats \(seed % 3)"))
      try session.declare(.insats, name: "Insats")
      try session.open(year, account: AccountNumber("1930"), amount: Money(kronor: Int64(seed)))
      try session.open(year, account: AccountNumber("2068"), amount: Money(kronor: -Int64(seed)))
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `to import, undo and import again is to import once, and to undo is never to have imported`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let file = try randomVouchers(
      Int.random(in: 1...60, using: &random), in: try year(2024), seed: seed, imported: true)
    let earlier = try randomVouchers(
      Int.random(in: 1...20, using: &random), in: try year(2023), seed: 99, imported: true)
    let entered = try randomVouchers(Int.random(in: 1...9, using: &random), in: try year(2024), seed: 77).map {
      try Voucher(
        Voucher.Draft(series: "E", date: $0.date, text: $0.text, counterparty: "Motpart", rows: $0.rows))
    }
    let hasYear = Bool.random(using: &random)
    func make(_ body: (Book) throws -> Void) throws -> Book {
      let book = try Book { if hasYear { try $0.openFiscalYear(try year(2024)) } }
      try imports("earlier.se", try year(2023), earlier, into: book, also: fill(50, try year(2023)))
      if hasYear { for voucher in entered { try book.store.record(voucher, by: .tester, at: .now2) } }
      try body(book)
      return book
    }
    func importFile(into book: Book) throws -> ImportReceipt {
      try imports("a.se", try year(2024), file, into: book, also: fill(seed, try year(2024)))
    }

    let once = try make { _ = try importFile(into: $0) }
    let never = try make { _ in }
    let twice = try make { book in
      let before = try Seen(book.store)
      let receipt = try importFile(into: book)
      for _ in 1...2 {
        let last = try #require(try book.store.imports().last)
        try book.store.undoImport(last.sequence, because: reason, by: .tester, at: .now2)
        #expect(try Seen(book.store) == before)
        #expect(try Seen(book.store) == Seen(never.store))
        #expect(try book.store.importReceipt(ofDigest: receipt.sha256) == nil)
        try expectWhole(book)
        _ = try importFile(into: book)
      }
    }

    #expect(try Seen(twice.store) == Seen(once.store))
    #expect(try twice.store.verify().voucherCount == once.store.verify().voucherCount)
    #expect(try twice.store.imports().count == 4)
    #expect(try twice.store.undoneImports().keys.sorted() == twice.store.imports()[1...2].map(\.sequence))
    try expectWhole(twice)
    try expectWhole(once)
  }

  @Test func `the history says who undid what and why, and the file's bytes are kept`() throws {
    let book = try Book()
    let receipt = try imports("a.se", try year(2024), [try voucher("2024-01-02", imported: "1")], into: book)

    try book.store.undoImport(receipt.sequence, because: reason, by: Actor(name: "ekonom"), at: .now2)

    let line = try #require(try book.store.history().last)
    #expect(line.act == .undoImport)
    #expect(line.subject == "a.se")
    #expect(line.actor.name == "ekonom")
    let undone = try #require(try book.store.undoneImports()[receipt.sequence])
    #expect(undone.at == .now2)
    #expect(undone.by == "ekonom")
    #expect(undone.reason == reason)
    #expect(try book.store.imports() == [receipt])
    #expect(try book.store.fiscalYears() == [])
    var bytes: [UInt8] = []
    try book.store.originalBytes(ofImport: receipt.sequence) { bytes += $0 }
    #expect(bytes == Array("a.se".utf8))
  }

  @Test func `an import is undone once, with a reason, and where there is one`() throws {
    let book = try Book()
    let receipt = try imports("a.se", try year(2024), [try voucher("2024-01-02", imported: "1")], into: book)
    func undo(_ sequence: Int64, _ reason: String) throws {
      try book.store.undoImport(sequence, because: reason, by: .tester, at: .now2)
    }

    #expect(try refusal { try undo(receipt.sequence, " \n") } == .reasonMissing)
    #expect(try refusal { try undo(1, reason) } == .unknownImport(1))
    try undo(receipt.sequence, reason)
    #expect(try refusal { try undo(receipt.sequence, reason) } == .importUndone(receipt))
    #expect(try book.store.dependencies(ofImport: receipt.sequence) == [])
  }

  /// Imports a file of two vouchers, does what `body` does, and expects what that gives to stand on the import.
  private func expectDependencies(
    sourceLocation: SourceLocation = #_sourceLocation, after body: (Book) throws -> [ImportDependency]
  ) throws {
    let book = try Book()
    let this = try year(2024)
    let vouchers = try [voucher("2024-01-02", imported: "1"), voucher("2024-03-02", imported: "2")]
    let receipt = try imports("a.se", this, vouchers, into: book) { session in
      try session.open(this, account: AccountNumber("1930"), amount: Money(kronor: 5))
      try session.open(this, account: AccountNumber("2068"), amount: Money(kronor: -5))
    }
    #expect(try book.store.dependencies(ofImport: receipt.sequence) == [], sourceLocation: sourceLocation)
    let wanted = try body(book)

    let found = try book.store.dependencies(ofImport: receipt.sequence)
    let refused = try refusal {
      try book.store.undoImport(receipt.sequence, because: reason, by: .tester, at: .now2)
    }

    #expect(found == wanted, sourceLocation: sourceLocation)
    #expect(refused == .importHasDependencies(wanted), sourceLocation: sourceLocation)
    #expect(try book.store.verify().findings == [], sourceLocation: sourceLocation)
  }

  @Test func `whatever stands on an import is named, and keeps it from being undone`() throws {
    let number = Voucher.Number(series: "A", number: 2)
    let third = Voucher.Number(series: "A", number: 3)
    let this = try year(2024)

    try expectDependencies { book in
      try book.store.reverse(number, in: this, on: try day("2024-04-01"), because: "Fel", by: .tester, at: .now2)
      return [.reversed(number, this), .followed(by: third, this)]
    }
    try expectDependencies { book in
      for _ in 1...3 { try book.store.record(try voucher("2024-02-01"), by: .tester, at: .now2) }
      try book.store.record(try voucher("2024-02-01", series: "E"), by: .tester, at: .now2)
      return [.followed(by: third, this)]
    }
    try expectDependencies { book in
      try book.store.close(try month(2024, 1), by: .tester, at: .now2)
      try book.store.close(try month(2024, 2), by: .tester, at: .now2)
      return [.monthClosed(try month(2024, 1))]
    }
    try expectDependencies { book in
      try book.store.close(this, by: .tester, at: .now2)
      return [.yearClosed(this)]
    }
    try expectDependencies { book in
      try book.store.endYear(
        this, resultAccount: AccountNumber("8999"), yearResultAccount: AccountNumber("2069"),
        retainedAccount: AccountNumber("2068"), series: "B", by: .tester, at: .now2)
      return [.yearClosed(this)]
    }
    try expectDependencies { book in
      try imports("c.se", try year(2025), [try voucher("2025-01-02", imported: "1")], into: book)
      return [.imported(try imports("b.se", this, [try voucher("2024-01-09", imported: "3")], into: book))]
    }
    try expectDependencies { book in
      let digest = try book.store.attach([1], name: "k.pdf", mediaType: "application/pdf", by: .tester, at: .now2)
      try book.store.addDocument(digest, to: number, in: this, by: .tester, at: .now2)
      return [.documented(number, this)]
    }
  }

  @Test func `a year that was ended into openings that came with a file keeps that file`() throws {
    let book = try Book()
    try imports("a.se", try year(2024), [try voucher("2024-01-02", imported: "1", debit: "1510")], into: book)
    let receipt = try imports("b.se", try year(2025), [], into: book) { session in
      try session.open(try year(2025), account: AccountNumber("1510"), amount: Money(kronor: 100))
      try session.open(try year(2025), account: AccountNumber("1930"), amount: Money(kronor: -100))
    }
    try book.store.endYear(
      try year(2024), resultAccount: AccountNumber("8999"), yearResultAccount: AccountNumber("2069"),
      retainedAccount: AccountNumber("2068"), by: .tester, at: .now2)

    #expect(try book.store.dependencies(ofImport: receipt.sequence) == [.yearClosed(try year(2024))])
  }

  @Test func `the later of two imports can be undone, then the earlier`() throws {
    let book = try Book()
    let first = try imports("a.se", try year(2024), [try voucher("2024-01-02", imported: "1")], into: book)
    let second = try imports("b.se", try year(2024), [try voucher("2024-01-03", imported: "2")], into: book)

    try book.store.undoImport(second.sequence, because: reason, by: .tester, at: .now2)
    #expect(try book.store.vouchers(of: try year(2024)).map(\.number.number) == [1])
    try book.store.undoImport(first.sequence, because: reason, by: .tester, at: .now2)

    #expect(try book.store.fiscalYears() == [])
    try expectWhole(book)
    try imports("b.se", try year(2024), [try voucher("2024-01-03", imported: "2")], into: book)
    #expect(try book.store.vouchers(of: try year(2024)).map(\.number.number) == [2])
    try expectWhole(book)
  }

  @Test func `a year that something else uses stands when the import that declared it is undone`() throws {
    for use in 0..<3 {
      let book = try Book()
      let year = try year(2024)
      let receipt = try imports("a.se", year, [try voucher("2024-01-02", imported: "1")], into: book)
      switch use {
      case 0: try book.store.record(try voucher("2024-02-01", 7, series: "E"), by: .tester, at: .now2)
      case 1: try book.store.close(try month(2024, 9), by: .tester, at: .now2)
      default:
        try book.store.close(year, by: .tester, at: .now2)
        try book.store.reopen(year, because: "Mer", by: .tester, at: .now2)
      }

      try book.store.undoImport(receipt.sequence, because: reason, by: .tester, at: .now2)

      #expect(try book.store.fiscalYears() == [year])
      #expect(try book.store.vouchers(of: year).count == (use == 0 ? 1 : 0))
      try imports("a.se", year, [try voucher("2024-01-02", imported: "1")], into: book)
      #expect(try book.store.fiscalYears() == [year])
      try expectWhole(book)
    }
  }

  @Test func `names that a later file or a voucher entered here rests on stay`() throws {
    let bank = Account(number: AccountNumber("1930"), name: "Bank", taxCodes: ["7281"])
    let other = Account(number: AccountNumber("9999"), name: "Ovidkommande")
    let insats = DeclaredObject(reference: ObjectReference(dimension: .insats, object: "SIRI"), name: "Siri")
    func say(_ session: ImportSession) throws {
      try session.declare(bank)
      try session.declare(other)
      try session.declare(insats)
      try session.declare(.insats, name: "Insats")
    }
    func rowVoucher() throws -> Voucher {
      try voucher("2024-02-01", series: "E", objects: ObjectSet([insats.reference]))
    }

    let later = try Book()
    let first = try imports("a.se", try year(2024), [], into: later, also: say)
    try imports("b.se", try year(2025), [], into: later, also: say)
    try later.store.undoImport(first.sequence, because: reason, by: .tester, at: .now2)
    #expect(try later.store.accounts() == [bank, other])
    #expect(try later.store.objects() == [insats])
    #expect(try later.store.dimensionNames() == [.insats: "Insats"])
    try expectWhole(later)

    let used = try Book()
    let only = try imports("a.se", try year(2024), [], into: used, also: say)
    try used.store.record(try rowVoucher(), by: .tester, at: .now2)
    try used.store.undoImport(only.sequence, because: reason, by: .tester, at: .now2)
    #expect(try used.store.accounts() == [bank])
    #expect(try used.store.objects() == [insats])
    #expect(try used.store.dimensionNames() == [.insats: "Insats"])
    try expectWhole(used)
  }

  private func balances(_ name: String, _ year: FiscalYear, into book: Book) throws -> ImportReceipt {
    try imports(name, year, [], into: book) { session in
      try session.add(
        try Voucher(
          Voucher.Draft(
            series: "SALDO", date: year.last, text: "Årets förändring",
            rows: [
              Voucher.Row(account: AccountNumber("1930"), amount: Money(kronor: 5)),
              Voucher.Row(account: AccountNumber("3010"), amount: Money(kronor: -5)),
            ], source: .balances)))
    }
  }

  @Test func `a comparison year that gave way to its own file stands again when that file is undone`() throws {
    let book = try Book()
    let year = try year(2023)
    let comparison = try balances("2024.se", year, into: book)
    let before = try Seen(book.store)
    func own() throws -> ImportReceipt {
      try imports("2023.se", year, [try voucher("2023-05-05", imported: "1")], into: book) {
        try $0.makeRoom(for: year, because: "Årets verifikationer läses in")
      }
    }
    let receipt = try own()
    let after = try Seen(book.store)
    #expect(receipt.voucherCount == 1)
    #expect(after.numbers.map { $0.map(\.text) } == [["A 1", "SALDO 1", "SALDO 2"]])
    #expect(try book.store.dependencies(ofImport: comparison.sequence) == [.imported(receipt)])

    try book.store.undoImport(receipt.sequence, because: reason, by: .tester, at: .now2)

    #expect(try Seen(book.store) == before)
    try expectWhole(book)
    _ = try own()
    #expect(try Seen(book.store) == after)
    try expectWhole(book)
  }

  @Test func `so it does in a book where the reversal that made room was an act of its own`() throws {
    let book = try Book()
    let year = try year(2023)
    _ = try balances("2024.se", year, into: book)
    let before = try Seen(book.store)
    let receipt = try book.store.together(by: .tester, at: .now2) { writing in
      for standing in try writing.balanceVouchers(of: year) {
        try writing.reverse(standing.number, in: year, on: year.last, because: "Årets verifikationer läses in")
      }
      return try writing.importFile(ImportHead(name: "2023.se", kind: "SIE 4")) { session in
        try session.keep(chunk: "2023".utf8)
        try session.add(try voucher("2023-05-05", imported: "1"))
      }
    }

    try book.store.undoImport(receipt.sequence, because: reason, by: .tester, at: .now2)

    #expect(try Seen(book.store) == before)
    #expect(try Array(book.store.undoneImports().keys) == [receipt.sequence])
    try expectWhole(book)
  }

  @Test func `numbers and openings are free again for vouchers entered here`() throws {
    let book = try Book { try $0.openFiscalYear(try year(2024)) }
    let this = try year(2024)
    let receipt = try imports("a.se", this, [try voucher("2024-01-02", imported: "1")], into: book) {
      try $0.open(this, account: AccountNumber("1930"), amount: Money(kronor: 5))
    }
    try book.store.undoImport(receipt.sequence, because: reason, by: .tester, at: .now2)

    let posted = try book.store.record(try voucher("2024-01-05"), by: .tester, at: .now2)
    let other = try imports("b.se", this, [try voucher("2024-01-02", imported: "2")], into: book) {
      try $0.open(this, account: AccountNumber("1930"), amount: Money(kronor: 6))
    }

    #expect(posted.number.number == 1)
    #expect(other.voucherCount == 1)
    #expect(try book.store.books(of: this).balances.first?.opening == Money(kronor: 6))
    let overlap = try refusal { try imports("a.se", this, [try voucher("2024-01-02", imported: "1")], into: book) }
    #expect(overlap == .overlaps(nil, first: posted.number, last: posted.number))
    try expectWhole(book)
  }
}
