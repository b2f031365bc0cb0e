import Association
import GRDB
import Ledger
import TestKit
import Testing

@testable import Store

@Suite struct BankTests {
  static let account = AccountNumber("1930")

  /// A book with two vouchers on the account and a statement with their lines and one more.
  private func book() throws -> Book {
    let book = try Book()
    try book.store.together(by: .tester, at: .now2) { writing in
      try writing.openFiscalYear(try year(2025))
      try writing.record(try voucher("2025-03-03", 100))
      try writing.record(try voucher("2025-03-04", 50))
      let document = try writing.attach(Array("utdrag".utf8), name: "mars.csv", mediaType: "text/csv")
      try writing.keep(
        try statement("2025-03-01", "2025-03-31", [-100, -50, -7]), of: Self.account, document: document)
    }
    return book
  }

  private func statement(_ first: String, _ last: String, _ kronor: [Int64], opening: Int64? = 1000) throws
    -> BankStatement
  {
    BankStatement(
      account: "123", first: try day(first), last: try day(last), opening: opening.map { Money(kronor: $0) },
      lines: try kronor.map {
        BankStatement.Line(date: try day(first), amount: Money(kronor: $0), text: "Rad")
      })
  }

  private func places(_ book: Book) throws -> ([ID<BankBook.Line>], [BankBook.Row.Place]) {
    let bank = try book.store.bankBook(of: Self.account)
    return (bank.lines.map(\.id), bank.rows.map(\.place))
  }

  @Test func `a statement is kept with its file, and its lines are held against the ledger`() throws {
    let book = try book()
    let bank = try book.store.bankBook(of: Self.account)

    #expect(bank.statements.first?.closing == Money(kronor: 843))
    #expect(bank.lines.count == 3 && bank.rows.count == 2)
    #expect(bank.proposals.count == 2)
    let now = try #require(bank.reconciliation(through: try day("2025-03-31")))
    #expect(now.ledgerBalance == Money(kronor: -150) && now.difference == Money(kronor: -993))
    #expect(now.difference == now.explained)
    #expect(try book.store.verify().findings == [])
  }

  @Test func `a line is matched once, what is matched is equal, and it can be let go with a reason`() throws {
    let book = try book()
    let (lines, rows) = try places(book)
    let store = book.store
    func match(_ line: [Int], _ row: [Int]) throws {
      _ = try store.together(by: .tester, at: .now2) {
        try $0.match(lines: line.map { lines[$0] }, rows: row.map { rows[$0] }, of: Self.account)
      }
    }
    try match([0], [0])
    #expect(try refusal { try match([0], [1]) } == .bank(.alreadyMatched))
    #expect(try refusal { try match([1], [0]) } == .bank(.alreadyMatched))
    #expect(
      try refusal { try match([2], [1]) } == .bank(.sumsDiffer(lines: Money(kronor: -7), rows: Money(kronor: -50))))
    #expect(try refusal { try match([1], []) } == .bank(.nothingChosen))
    let id = try #require(try store.bankBook(of: Self.account).matches.first).id
    func letGo(_ reason: String) throws {
      try store.together(by: .tester, at: .now2) { try $0.letGo(id, of: Self.account, because: reason) }
    }
    #expect(try refusal { try letGo(" ") } == .reasonMissing)
    try letGo("Fel rad")
    #expect(try refusal { try letGo("Igen") } == .bank(.unknown))
    try match([0], [0])
    #expect(try store.bankBook(of: Self.account).matches.count == 1)
    #expect(try store.verify().findings == [])
  }

  @Test func `two statements share no day, and one without a balance needs one`() throws {
    let book = try book()
    let document = try #require(try book.store.attachments().first).sha256
    func keep(_ statement: BankStatement, closing: Money? = nil) throws {
      _ = try book.store.together(by: .tester, at: .now2) {
        try $0.keep(statement, of: Self.account, closing: closing, document: document)
      }
    }
    let first = try #require(try book.store.bankBook(of: Self.account).statements.first)
    #expect(
      try refusal { try keep(try statement("2025-03-31", "2025-04-30", [])) } == .bank(.overlaps(first)))
    #expect(
      try refusal { try keep(try statement("2025-04-01", "2025-04-30", [5], opening: nil)) }
        == .bank(.balanceMissing))
    try keep(try statement("2025-04-01", "2025-04-30", [5], opening: nil), closing: Money(kronor: 848))
    let bank = try book.store.bankBook(of: Self.account)
    #expect(bank.statements.last?.opening == Money(kronor: 843))
  }

  @Test func `a line is booked and matched in one act, and nothing of it stays where the day is closed`() throws {
    let book = try book()
    let line = try places(book).0[2]
    let entry = try voucher("2025-03-05", 7, debit: "6570", text: "Bankavgift")
    _ = try book.store.together(by: .tester, at: .now2) { try $0.book(line, of: Self.account, as: entry) }
    #expect(try book.store.bankBook(of: Self.account).openLines.map(\.line.amount).count == 2)

    try book.store.together(by: .tester, at: .now2) { try $0.close(try month(2025, 3)) }
    let before = try book.store.lastHash()
    let other = try places(book).0[1]
    let late = try voucher("2025-03-05", 50)
    #expect(
      try refusal {
        try book.store.together(by: .tester, at: .now2) { _ = try $0.book(other, of: Self.account, as: late) }
      } == .periodClosed(try month(2025, 3)))
    #expect(try book.store.lastHash() == before)
  }

  @Test func `a month is reconciled with who and when, and a difference with why`() throws {
    let book = try book()
    func reconcile(_ note: String, _ number: Int = 3) throws {
      try book.store.together(by: .tester, at: .now2) {
        try $0.reconcile(try month(2025, number), of: Self.account, note: note)
      }
    }
    #expect(try refusal { try reconcile("") } == .bank(.noteMissing(difference: Money(kronor: -993))))
    #expect(try refusal { try reconcile("x", 4) } == .bank(.monthNotCovered(try month(2025, 4))))
    try reconcile("Ingående balans är inte inläst")
    let done = try #require(try book.store.bankBook(of: Self.account).monthsDone.first)
    #expect(done.by == Actor.tester.name && done.statementBalance == Money(kronor: 843))
  }

  /// What somebody with SQL tries.
  @Test(arguments: [
    ("INSERT INTO bank_statement VALUES (9, '1930', '', 20250331, 20250430, 0, 0, 1, 99)", "share no day"),
    ("INSERT INTO bank_line VALUES (9, 1, 20250303, 1, '', '', '', 99)", "sealed"),
    ("INSERT INTO bank_match_line VALUES (1, 1, 99)", "matched"),
    ("INSERT INTO bank_match_row VALUES (1, 1, 2, 99)", "matched"),
    ("UPDATE bank_line SET amount_ore = 0", "never changed"), ("DELETE FROM bank_match", "never deleted"),
  ])
  func `the database itself refuses`(sql: String, message: String) throws {
    let book = try book()
    let (lines, rows) = try places(book)
    _ = try book.store.together(by: .tester, at: .now2) {
      try $0.match(lines: [lines[0]], rows: [rows[0]], of: Self.account)
    }
    let error = #expect(throws: DatabaseError.self) { try book.attack(sql) }
    #expect(error?.message?.contains(message) == true, "\(String(describing: error))")
  }
}
