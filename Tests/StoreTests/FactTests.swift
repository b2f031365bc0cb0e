import GRDB
import Ledger
import TestKit
import Testing

@testable import Store

/// What the database itself refuses, whoever writes in it.
@Suite struct FactTests {
  /// A book with a row in most tables.
  private func book() throws -> Book {
    var random = SeededGenerator(seed: 5)
    let book = try Book(.random(&random)) { writing in
      try writing.attach(Array("underlag".utf8), name: "u.txt", mediaType: "text/plain")
      try writing.openFiscalYear(try year(2024))
      try writing.openFiscalYear(try year(2023))
      try writing.record(try voucher("2024-01-15"))
      try writing.reverse(
        Voucher.Number(series: "A", number: 1), in: try year(2024), on: try day("2024-02-01"), because: "Fel")
      try writing.close(try month(2024, 1))
    }
    try book.store.importFile(ImportHead(name: "a.se", kind: "SIE 4"), by: .tester, at: .now2) { session in
      try session.keep(chunk: "bytes".utf8)
      try session.keep(unknownRecord: "#X", line: 1)
      try session.declare(Account(number: AccountNumber("1930"), name: "Bank", taxCodes: ["7281"]))
      try session.declare(
        DeclaredObject(reference: ObjectReference(dimension: .insats, object: "SIRI"), name: "Siri"))
      try session.declare(.insats, name: "Insats")
      try session.open(try year(2023), account: AccountNumber("1930"), amount: Money(kronor: 1))
      try session.open(try year(2023), account: AccountNumber("2068"), amount: Money(kronor: -1))
      for voucher in try randomVouchers(40, in: try year(2023), seed: 1, imported: true) { try session.add(voucher) }
    }
    try book.store.endYear(
      try year(2023), resultAccount: AccountNumber("8999"), yearResultAccount: AccountNumber("2069"),
      retainedAccount: AccountNumber("2068"), by: .tester, at: .now2)
    return book
  }

  @Test func `every table of facts refuses to have a row changed or deleted`() throws {
    let book = try book()
    let tables = try book.ask(
      """
      SELECT t.name FROM sqlite_schema t
      WHERE t.type = 'table' AND (t.name LIKE 'history%' OR EXISTS (
        SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = 'history_sequence')) ORDER BY 1
      """)
    #expect(tables.count == Schema.factTables.count + 2)
    #expect(Set(Schema.factTables.map(\.name)).isSubset(of: Set(tables)))

    var empty: [String] = []
    for table in tables {
      if try book.ask("SELECT COUNT(*) FROM \(table)") == ["0"] {
        empty.append(table)
        continue
      }
      let column = try #require(try book.ask("SELECT name FROM pragma_table_info('\(table)') LIMIT 1").first)
      #expect(throws: DatabaseError.self, "\(table)") { try book.attack("UPDATE \(table) SET \(column) = \(column)") }
      #expect(throws: DatabaseError.self, "\(table)") { try book.attack("DELETE FROM \(table)") }
    }
    // What the example leaves empty has the triggers all the same.
    for table in empty {
      #expect(
        try book.ask(
          "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'trigger' AND name IN ('\(table)_stays', '\(table)_remains')"
        ) == ["2"], "\(table)")
    }
    #expect(try book.store.verify().findings == [])
  }

  @Test(arguments: [
    ("M0001", M0001.sql, "1b4a9fdb0f30c78a3ed6f4f87441deb428352ba32ac4c905acacef20a070c0c2"),
    ("M0004", M0004.sql, "5402d60205e9e7530bbf58e6163ff9f98e0e6d487fe3ab0ca660c17b98b65bb4"),
    ("M0005", M0005.sql, "bcd7a92dab6af17da6aa311fb4d726c8a4ff1dc1faa12572770a034c7f93d337"),
    ("M0006", M0006.sql, "f21b1a2a02392497e784396c4d213922b2e3edf912d96ab2d9fcc1b22c6fc525"),
    ("M0008", M0008.sql, "f48b1f8e0f28eb5adb51b68f52be8b899ea2466777b5d11a928ef25e7bf590aa"),
    ("M0010", M0010.sql, "32d8108bfe4c9d44a8de2d3d112a5e7043410de93c33bf4718da67ec3e7e0c56"),
    ("M0011", M0011.sql, "3d4ee061366d4bb871df1213810fdeb921f9176e1698e625687be8daa5847e4f"),
    ("M0012", M0012.sql, "359e7c8ea249cbf401cba9c5372d119876e923a8e27b256ca2ed8aa1aa304079"),
    ("M0013", M0013.sql, "c0df576e204bf03b869bf4a738a54aab6087c10d979a788bdbf729acd5460b7b"),
    ("M0015", M0015.sql, "6384d91c1eb5d9f63076c2a70202f8dc424fcde33076322c6d82735d425899f7"),
    ("M0019", M0019.sql, "c4ae0d07e0869fd992e1ebc932c0e1c660687cf14dc3d9163a91b6640e7f8974"),
    ("M0022", M0022.sql, "b7a12603fdf13c6e7a9d347b03c8fe931f3a9132850ca4ca284f51f85c1004ab"),
  ])
  func `a migration is what was shipped`(name: String, sql: String, shipped: String) {
    let digest = LineDigest()
    digest.put(sql)
    #expect(digest.hash == shipped, "\(name)")
  }

  /// A statement that would break a rule, with what the database says of it.
  static let attacks: [(sql: String, message: String)] = [
    ("INSERT INTO voucher_row VALUES (1, 3, 1, NULL, 5, NULL, NULL, NULL, NULL, 4)", "sealed"),
    (line + "INSERT INTO voucher_row VALUES (1, 3, 1, NULL, 5, NULL, NULL, NULL, NULL, \(now));", "sealed"),
    (line + "INSERT INTO voucher_row VALUES (900, 1, 1, NULL, 5, NULL, NULL, NULL, NULL, \(now));", "FOREIGN KEY"),
    (line + entry(number: 3) + (row + row2).replacing(now, "4") + seal, "act of its voucher"),
    ("INSERT OR REPLACE INTO voucher_row SELECT * FROM voucher_row WHERE voucher_id = 1", "sealed"),
    (line + entry(number: 3) + row + row2.replacing("-500", "-400") + seal, "balance"),
    (line + entry(number: 3) + row + row2 + seal.replacing("MAX(id)", "900 + MAX(id)"), "hashes the one before"),
    (line + entry(number: 3) + row + row2, "FOREIGN KEY"),
    (line + entry(number: 3) + seal, "two rows"),
    (line + entry(number: 4), "numbers are unbroken"),
    (line + entry(number: 2), "numbers are unbroken"),
    (line + entry(number: 3).replacing("MAX(id) + 1", "900"), "no gaps"),
    (line + entry(number: 3, date: 20_250_101), "outside the year"),
    (line + entry(number: 3, date: 20_240_115), "month is closed"),
    (line + entry(number: 41, year: 2, date: 20_230_115), "year is closed"),
    (line + entry(number: 9, source: 2), "no file"),
    (line + entry(number: 3, reverses: "1"), "reversed already"),
    (line + entry(number: 3, reverses: "2") + row + row2 + seal, "undoes"),
    (entry(number: 3).replacing(now, "4"), "sealed"),
    ("INSERT OR REPLACE INTO voucher SELECT * FROM voucher WHERE id = 1", "sealed"),
    ("INSERT OR REPLACE INTO account VALUES (1, '9999', 99)", "stands"),
    ("INSERT INTO history VALUES (99, 0, 'x', 'x', 'x', 1)", "no gaps"),
    (line, "FOREIGN KEY"),
    (
      line + seal.replacing("hash, substr", "'\(String(repeating: "0", count: 64))', substr"), "hashes the one before"
    ),
    ("INSERT INTO fiscal_year VALUES (9, 20260101, 20261231, 1)", "sealed"),
    (line + "INSERT INTO fiscal_year VALUES (9, 20240601, 20250531, \(now))", "no day"),
    (line + "INSERT INTO period_lock VALUES (9, 1, 202401, 1, '', \(now))", "stands so"),
    (line + "INSERT INTO period_lock VALUES (9, 1, 202401, 0, ' ', \(now))", "CHECK"),
    (line + "INSERT INTO year_lock VALUES (9, 2, 0, 'x', \(now))", "been ended"),
    (line + "INSERT INTO opening VALUES (99, 2, 1, NULL, 5, \(now))", "year is closed"),
    ("INSERT INTO account VALUES ('x', '1', 1)", "datatype"),
  ]

  private static let now = "(SELECT MAX(sequence) FROM history)"
  private static let line = "INSERT INTO history SELECT MAX(sequence) + 1, 0, 'x', 'voucher', 'x', 1 FROM history;"
  private static let row =
    "INSERT INTO voucher_row SELECT MAX(id), 1, 1, NULL, 500, NULL, NULL, NULL, NULL, \(now) FROM voucher;"
  private static let row2 =
    "INSERT INTO voucher_row SELECT MAX(id), 2, 2, NULL, -500, NULL, NULL, NULL, NULL, \(now) FROM voucher;"
  private static let seal = """
    INSERT INTO history_seal SELECT sequence + 1, digest, hash, substr(hash, 2) || 'x', (SELECT MAX(id) FROM voucher)
    FROM history_seal ORDER BY sequence DESC LIMIT 1;
    """

  private static func entry(
    number: Int, year: Int = 1, date: Int = 20_240_301, source: Int = 1, reverses: String = "NULL"
  ) -> String {
    """
    INSERT INTO voucher SELECT MAX(id) + 1, \(year), 'A', \(number), \(date), NULL, 'x', 'y', '', \(source), NULL, NULL,
      \(reverses), \(reverses == "NULL" ? "NULL" : "'x'"), \(now) FROM voucher;
    """
  }

  @Test func `what would break a rule is refused by the database`() throws {
    let book = try book()

    for attack in FactTests.attacks {
      let error = #expect(throws: DatabaseError.self, "\(attack.sql)") { try book.attack(attack.sql) }
      #expect(error?.message?.contains(attack.message) == true, "\(attack.sql): \(error?.message ?? "")")
    }

    #expect(try book.store.verify().findings == [])
  }

  @Test func `what is committed is on the disk, foreign keys are enforced, and the log is written ahead`() throws {
    let book = try book()
    let store = book.store
    let answers = try store.file.write { connection in
      try ["synchronous", "foreign_keys"].map { try connection.first("PRAGMA \($0)") { $0.integer(0) } }
    }
    #expect(answers == [2, 1])
    #expect(try store.read { try $0.first("PRAGMA journal_mode") { $0.text(0) } } == "wal")
    #expect(try store.read { try $0.first("PRAGMA application_id") { $0.integer(0) } } == Schema.applicationID)
  }
}

extension String {
  fileprivate func replacing(_ part: String, _ other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
