import Association
import Foundation
import Ledger
import Synchronization
import Testing

@testable import Store

/// The file itself: what is no book, what is in use, what is full, what stops half-way.
@Suite struct BookFileTests {
  private func temporary(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "finsam-\(UUID().uuidString).finsam"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test func `what is no book is refused, and left as it was`() throws {
    for bytes in [Data(), Data("hej".utf8), Data(repeating: 7, count: 5000)] {
      try temporary { path in
        try bytes.write(to: URL(filePath: path))

        let refused = try refusal { _ = try Store(opening: path) }
        #expect(refused == .notABook(path))
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
      }
    }
  }

  @Test func `another program's database is refused, and left as it was`() throws {
    let book = try Book()
    let copy = try book.tampered("PRAGMA application_id = 1")
    let before = try Data(contentsOf: URL(filePath: copy))

    #expect(try refusal { _ = try Store(opening: copy) } == .notABook(copy))
    #expect(try Data(contentsOf: URL(filePath: copy)) == before)
  }

  @Test func `a book of a newer schema is refused`() throws {
    let book = try Book()
    let copy = try book.tampered("PRAGMA user_version = 99")

    #expect(try refusal { _ = try Store(opening: copy) } == .newerSchema(have: 99, known: Schema.migrations.count))
  }

  @Test func `a book that is not there is refused, and one that is there is never overwritten`() throws {
    let book = try Book()
    try temporary { path in
      let missing = try refusal { _ = try Store(opening: path) }
      #expect(missing == .bookMissing(path))
      let nowhere = path + "/none/book.finsam"
      let refused = try refusal { _ = try Store.create(at: nowhere, association: .example, by: .tester, at: .now1) }
      if case .cannotOpen = refused {} else { Issue.record("\(String(describing: refused))") }
    }
    #expect(
      try refusal { _ = try Store.create(at: book.path, association: .example, by: .tester, at: .now1) }
        == .bookExists(book.path))
  }

  @Test func `a book cut short is refused as damaged`() throws {
    let book = try Book()
    let copy = try book.tampered("SELECT 1")
    let data = try Data(contentsOf: URL(filePath: copy))
    try data.prefix(20_000).write(to: URL(filePath: copy))

    let refused = try refusal {
      let verification = try Store(opening: copy).verify()
      if !verification.isWhole { throw Store.Refusal.corrupt("") }
    }
    if case .corrupt = refused {} else { Issue.record("\(String(describing: refused))") }
  }

  @Test func `a book that is not finished leaves no file`() throws {
    struct Stop: Error {}
    try temporary { path in
      #expect(throws: Stop.self) {
        _ = try Store.create(at: path, association: .example, by: .tester, at: .now1) { _ in throw Stop() }
      }
      #expect(!FileManager.default.fileExists(atPath: path))
      #expect(!FileManager.default.fileExists(atPath: path + ".unfinished"))
    }
  }

  @Test func `a book that another program writes in is said to be in use`() throws {
    let book = try Book()
    let other = try Store(opening: book.path, busySeconds: 0.05)

    try book.store.together(by: .tester, at: .now1) { writing in
      try writing.openFiscalYear(try year(2024))
      let refused = try refusal { try other.openFiscalYear(try year(2025), by: .tester, at: .now2) }
      #expect(refused == .bookInUse)
      // Whoever reads is not held up, and sees what was before.
      #expect(try other.fiscalYears() == [])
    }

    #expect(try other.fiscalYears() == [try year(2024)])
  }

  @Test func `a full disk is said, and nothing is stored`() throws {
    let book = try Book { try $0.openFiscalYear(try year(2024)) }
    let pages = try #require(Int(try book.ask("PRAGMA page_count")[0]))
    try book.store.file.configure("PRAGMA max_page_count = \(pages + 20)")

    let refused = try refusal {
      try book.store.importFile(ImportHead(name: "a.se", kind: "SIE 4"), by: .tester, at: .now2) { session in
        try session.keep(chunk: [UInt8](repeating: 65, count: 1_500_000))
      }
    }

    #expect(refused == .diskFull)
    try book.reopen()
    #expect(try book.store.imports() == [])
    #expect(try book.store.verify().findings == [])
  }

  @Test func `whichever write fails, all of the act is there or nothing, and the book is whole`() throws {
    struct Fault: Error {}
    let book = try Book { try $0.openFiscalYear(try year(2023)) }
    let vouchers = try randomVouchers(4, in: try year(2024), seed: 9, imported: true)
    var failures = 0
    while true {
      let left = Mutex(failures)
      let hook: @Sendable () throws -> Void = {
        if left.withLock({ left in
          left -= 1
          return left < 0
        }) {
          throw Fault()
        }
      }
      do {
        try Store.$beforeWrite.withValue(hook) {
          _ = try book.store.importFile(ImportHead(name: "a.se", kind: "SIE 4"), by: .tester, at: .now2) { session in
            try session.keep(chunk: "bytes".utf8)
            try session.declare(try year(2024))
            try session.declare(Account(number: AccountNumber("1930"), name: "Bank"))
            try session.open(try year(2024), account: AccountNumber("1930"), amount: Money(kronor: 1))
            for voucher in vouchers { try session.add(voucher) }
          }
        }
        break
      } catch is Fault {
        failures += 1
        try book.reopen()
        #expect(try book.store.fiscalYears() == [try year(2023)])
        #expect(try book.store.history().count == 2)
        #expect(try book.store.verify().findings == [])
      }
    }
    #expect(failures > 40)
    #expect(try book.store.vouchers(of: try year(2024)).count == 4)
    #expect(try book.store.verify().findings == [])
  }
}
