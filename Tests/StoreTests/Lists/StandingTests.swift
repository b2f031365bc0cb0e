import GRDB
import Ledger
import TestKit
import Testing

@testable import Store

/// What the database itself refuses of documents and undone imports, and what it does to find the rows of a list.
@Suite struct StandingTests {
  private func book() throws -> Book {
    let book = try Book { try $0.openFiscalYear(try year(2023)) }
    for (name, year, number) in [("a.se", 2024, "1"), ("b.se", 2025, "1"), ("c.se", 2023, "1")] {
      try book.store.importFile(ImportHead(name: name, kind: "SIE 4"), by: .tester, at: .now2) { session in
        try session.keep(chunk: name.utf8)
        try session.declare(try StoreTests.year(year))
        try session.open(try StoreTests.year(year), account: AccountNumber("1930"), amount: Money(kronor: 5))
        try session.add(try voucher("\(year)-01-02", imported: number))
      }
    }
    try book.store.undoImport(3, because: "Fel", by: .tester, at: .now2)
    try book.store.close(try month(2023, 1), by: .tester, at: .now2)
    return book
  }

  /// The book has years 1 (2023), 2 (2024, undone) and 3 (2025); imports 3 (undone), 4 and 5.
  static let attacks: [(sql: String, message: String)] = [
    (line + "INSERT INTO import_undoing VALUES (3, 'x', \(now))", "undone already"),
    (line + "INSERT OR REPLACE INTO import_undoing VALUES (3, 'x', \(now))", "undone already"),
    (line + "INSERT INTO import_undoing VALUES (2, 'x', \(now))", "only an import"),
    (line + "INSERT INTO import_undoing VALUES (5, 'x', \(now))", "month is closed"),
    (line + "INSERT INTO import_undoing VALUES (4, ' ', \(now))", "CHECK"),
    ("INSERT INTO import_undoing VALUES (4, 'x', 4)", "sealed"),
    (line + "INSERT INTO import_undoing VALUES (4, 'x', \(now))", "FOREIGN KEY"),
    (line + "INSERT INTO year_undoing VALUES (2, \(now))", "undone already"),
    (line + "INSERT INTO year_undoing VALUES (3, \(now))", "not declared by an import that is undone"),
    (line + "INSERT INTO fiscal_year VALUES (9, 20250601, 20260531, \(now))", "no day"),
    (
      line + "INSERT INTO opening VALUES (99, 3, (SELECT id FROM account WHERE number = '1930'), NULL, 5, \(now))",
      "has an opening"
    ),
    (line + "INSERT INTO opening VALUES (99, 2, 1, NULL, 5, \(now))", "does not stand"),
    (line + entry(year: 2, date: 20_240_301), "outside the year"),
    (line + file + entry(year: 3, date: 20_250_301), "number is taken"),
    (line + file + content("b.se"), "has been imported"),
    (line + file + content("a.se"), "FOREIGN KEY"),
    ("UPDATE import_content SET sha256 = sha256", "never changed"),
    ("DELETE FROM import_content", "never deleted"),
    ("DELETE FROM import_undoing", "never deleted"),
    ("UPDATE import_undoing SET reason = 'x'", "never changed"),
    ("DELETE FROM year_undoing", "never deleted"),
  ]

  private static let now = "(SELECT MAX(sequence) FROM history)"
  private static let line = "INSERT INTO history SELECT MAX(sequence) + 1, 0, 'x', 'voucher', 'x', 1 FROM history;"
  private static let file = "INSERT INTO import_file VALUES (\(now), 'x', 'x', '');"

  private static func content(_ name: String) -> String {
    """
    INSERT INTO import_content SELECT \(now), sha256, 1, 0, 0, 0, NULL, NULL FROM import_content
    WHERE history_sequence = (SELECT history_sequence FROM import_file WHERE name = '\(name)')
    """
  }

  private static func entry(year: Int, date: Int) -> String {
    """
    INSERT INTO voucher SELECT MAX(id) + 1, \(year), 'A', 1, \(date), NULL, 'x', 'y', '', 2, NULL, NULL, NULL, NULL,
      \(now) FROM voucher
    """
  }

  @Test func `what would break a rule of what stands is refused by the database`() throws {
    let book = try book()

    for attack in StandingTests.attacks {
      let error = #expect(throws: DatabaseError.self, "\(attack.sql)") { try book.attack(attack.sql) }
      #expect(error?.message?.contains(attack.message) == true, "\(attack.sql): \(error?.message ?? "")")
    }

    #expect(try book.store.verify().findings == [])
  }

  @Test func `the third migration keeps what an older book has, and reckons its totals`() throws {
    let queue = try DatabaseQueue()
    func ask(_ sql: String) throws -> [String] {
      try queue.read { database in
        try Row.fetchAll(database, sql: sql).map { row in
          row.databaseValues.map { $0.isNull ? "NULL" : String.fromDatabaseValue($0) ?? "\($0)" }.joined(separator: " ")
        }
      }
    }
    try queue.writeWithoutTransaction { database in
      try Schema.migrate(database, through: 2)
      try database.execute(sql: StandingTests.oldBook)
    }
    let before = try ask("SELECT * FROM import_content")

    try queue.writeWithoutTransaction { try Schema.migrate($0, through: 3) }

    #expect(try ask("SELECT * FROM import_content") == before)
    #expect(
      try ask("SELECT account_id, debit_ore, credit_ore, row_count FROM period_total") == ["1 500 0 2", "2 0 500 1"])
    #expect(try ask("SELECT month, voucher_count FROM period_count") == ["202401 1"])
    #expect(try ask("PRAGMA foreign_key_check") == [])
    #expect(try ask("PRAGMA integrity_check") == ["ok"])
  }

  /// A voucher of three rows and an imported file, as the first schema had them.
  private static let oldBook = """
    BEGIN;
    INSERT INTO history VALUES (1, 0, 'x', 'import', 'x', 1);
    INSERT INTO import_file VALUES (1, 'a.se', 'SIE', '');
    INSERT INTO import_content VALUES (1, '\(String(repeating: "a", count: 64))', 3, 1, 3, 500, 20240101, 20240101);
    INSERT INTO import_chunk VALUES (1, 0, 3, x'616263');
    INSERT INTO fiscal_year VALUES (1, 20240101, 20241231, 1);
    INSERT INTO account VALUES (1, '1930', 1), (2, '5010', 1);
    INSERT INTO opening VALUES (1, 1, 1, NULL, 7, 1);
    INSERT INTO voucher VALUES (1, 1, 'A', 1, 20240101, NULL, 'x', '', '', 2, NULL, NULL, NULL, NULL, 1);
    INSERT INTO voucher_row VALUES (1, 1, 1, NULL, 200, NULL, NULL, NULL, NULL, 1),
      (1, 2, 1, NULL, 300, NULL, NULL, NULL, NULL, 1), (1, 3, 2, NULL, -500, NULL, NULL, NULL, NULL, 1);
    INSERT INTO period_total VALUES (1, 1, 0, 202401, 500, 0), (1, 2, 0, 202401, 0, 500);
    INSERT INTO history_seal VALUES (1, '\(String(repeating: "a", count: 64))', '\(String(repeating: "0", count: 64))',
      '\(String(repeating: "b", count: 64))', 1);
    COMMIT;
    """

  @Test func `the first page of vouchers, the trial balance and one voucher are found without reading every row`()
    throws
  {
    let book = try book()
    let year = try year(2025)
    func expectNoScan(_ body: (Connection) throws -> Void) throws {
      try book.store.read { connection in
        try body(connection)
        for sql in connection.preparedSQL {
          try connection.each("EXPLAIN QUERY PLAN \(sql)") { row in
            let step = row.text(3)
            let scans = ["v", "r", "t", "c", "w", "voucher", "voucher_row", "period_total", "standing_voucher"]
            #expect(
              !scans.contains { step.hasPrefix("SCAN \($0)") && !step.hasPrefix("SCAN \($0)_") }, "\(sql): \(step)")
            // A book's few years are sorted; its vouchers are not.
            let isOfYears = sql.contains("standing_year")
            #expect(isOfYears || !step.contains("USE TEMP B-TREE FOR ORDER BY"), "\(sql): \(step)")
          }
        }
      }
    }
    let number = Voucher.Number(series: "A", number: 1)
    try expectNoScan { connection in
      let page = try connection.voucherPage(VoucherFilter(year: year), offset: 0, limit: 50)
      #expect(page.lines.map(\.number) == [number])
    }
    try expectNoScan { connection in
      let filter = VoucherFilter(year: year, from: try day("2025-01-02"), through: try day("2025-03-31"))
      #expect(
        try connection.movements(
          of: YearLedger(connection).entry(year), in: ListPeriod(year, from: filter.from, through: filter.through),
          filter
        ).count == 2)
      #expect(try connection.voucherID(number, in: YearLedger(connection).entry(year)) != nil)
      #expect(try connection.voucherPage(filter, offset: 0, limit: 50).count == 1)
    }
    try book.store.read { connection in
      #expect(try connection.trialBalance(VoucherFilter(year: year)).count == 2)
      #expect(try connection.voucher(number, in: YearLedger(connection).entry(year)) != nil)
      for sql in connection.preparedSQL {
        try connection.each("EXPLAIN QUERY PLAN \(sql)") { row in
          #expect(!["SCAN v", "SCAN r", "SCAN t", "SCAN voucher", "SCAN voucher_row"].contains(row.text(3)), "\(sql)")
        }
      }
    }
  }

  @Test func `the third migration is what was shipped`() {
    let digest = LineDigest()
    digest.put(M0003.sql)
    #expect(digest.hash == "c4b97e0a36b6dbf9dc47217532e32a84403352aec6ba7d97fe885b3cbfc565ce")
  }
}
