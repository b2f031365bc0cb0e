public import Ledger

/// What is known of a file before it is read.
public struct ImportHead: Hashable, Sendable {
  /// The file's name, without its folder.
  public var name: String
  /// What it is: `SIE 4`, `CSV`.
  public var kind: String
  /// The organisation number it says, or empty.
  public var organisationNumber: String

  /// A head.
  public init(name: String, kind: String, organisationNumber: String = "") {
    self.name = name
    self.kind = kind
    self.organisationNumber = organisationNumber
  }
}

/// A file that has been imported.
public struct ImportReceipt: Hashable, Sendable {
  /// The line of history it is, which is also its number.
  public let sequence: Int64
  /// When.
  public let moment: Moment
  /// By whom.
  public let actor: Actor
  /// The file's name.
  public let name: String
  /// What it is.
  public let kind: String
  /// The organisation number it says, or empty.
  public let organisationNumber: String
  /// SHA-256 of its bytes, in small hexadecimal.
  public let sha256: String
  /// How many bytes.
  public let byteCount: Int
  /// How many vouchers were recorded.
  public let voucherCount: Int
  /// How many rows.
  public let rowCount: Int
  /// The sum of all debits.
  public let debit: Money
  /// The first voucher's day, if there are any.
  public let firstDate: CalendarDate?
  /// The last voucher's day.
  public let lastDate: CalendarDate?
}

extension Connection {
  /// All imports, or those that `condition` keeps.
  func imports(where condition: String = "?1 IS NULL", _ field: Field = .null) throws -> [ImportReceipt] {
    var receipts: [ImportReceipt] = []
    try each(
      """
      SELECT f.history_sequence, h.moment, h.actor, f.name, f.kind, f.organisation_number, c.sha256, c.byte_count,
        c.voucher_count, c.row_count, c.debit_ore, c.first_date, c.last_date
      FROM import_file f JOIN import_content c ON c.history_sequence = f.history_sequence
      JOIN history h ON h.sequence = f.history_sequence
      WHERE \(condition) ORDER BY f.history_sequence
      """, field
    ) { row in
      receipts.append(
        ImportReceipt(
          sequence: row.integer(0), moment: Moment(secondsSince1970: row.integer(1)), actor: Actor(name: row.text(2)),
          name: row.text(3), kind: row.text(4), organisationNumber: row.text(5), sha256: row.text(6),
          byteCount: Int(row.integer(7)), voucherCount: Int(row.integer(8)), rowCount: Int(row.integer(9)),
          debit: Money(ore: row.integer(10)),
          firstDate: row.optionalInteger(11).flatMap { CalendarDate(yyyymmdd: Int($0)) },
          lastDate: row.optionalInteger(12).flatMap { CalendarDate(yyyymmdd: Int($0)) }))
    }
    return receipts
  }

  /// The import of a file with that SHA-256 that stands.
  func standingImport(ofDigest sha256: String) throws -> ImportReceipt? {
    try imports(
      where: "c.sha256 = ?1 AND c.history_sequence NOT IN (SELECT import_sequence FROM import_undoing)", .text(sha256)
    ).first
  }
}

extension Store {
  /// All files that have been imported, the first first, and with them those whose import has been undone.
  public func imports() throws(Refusal) -> [ImportReceipt] { try read { try $0.imports() } }

  /// The import of a file with that SHA-256, or nil where it has not been imported or the import has been undone.
  public func importReceipt(ofDigest sha256: String) throws(Refusal) -> ImportReceipt? {
    try read { try $0.standingImport(ofDigest: sha256) }
  }

  /// Gives `body` the bytes of an imported file, as they were, a piece at a time.
  public func originalBytes(ofImport sequence: Int64, _ body: ([UInt8]) throws -> Void) throws {
    do {
      try file.read { connection in
        guard try !connection.imports(where: "f.history_sequence = ?1", .integer(sequence)).isEmpty else {
          throw Refusal.unknownImport(sequence)
        }
        try connection.each(
          "SELECT bytes FROM import_chunk WHERE history_sequence = ? ORDER BY position", .integer(sequence)
        ) { try body(Array($0.bytes(0))) }
      }
    } catch {
      throw Refusal.known(error)
    }
  }

  /// The records of an imported file that the reader did not know, with their lines.
  public func unknownRecords(ofImport sequence: Int64) throws(Refusal) -> [(line: Int, text: String)] {
    try read { connection in
      var records: [(line: Int, text: String)] = []
      try connection.each(
        "SELECT line, text FROM import_record WHERE history_sequence = ? ORDER BY position", .integer(sequence)
      ) { records.append((Int($0.integer(0)), $0.text(1))) }
      return records
    }
  }
}
