/// Writes the rows of one table of facts in one act: each column is hashed as it is given and bound to the statement
/// that writes it, so that what is stored and what the history vouches for cannot be two things.
///
/// A recorder may hold rows back and write several in one statement: with triggers and foreign keys, half of what a
/// row costs SQLite is the statement around it.
final class Recorder {
  /// How many rows have been given.
  private(set) var count = 0
  /// How many of them wait to be written.
  private(set) var waiting = 0

  private enum Slot {
    case integer(Int64)
    case text(start: Int, count: Int)
    case blob(index: Int)
    case null
  }

  private let table: String
  private let connection: Connection
  private let digest = LineDigest()
  private let columnCount: Int
  private let batch: Int
  private var statements: [Statement?]
  private var slots: [Slot] = []
  private var texts: [UInt8] = []
  private var blobs: [[UInt8]] = []

  /// A recorder of rows that are given column by column in the order of the table, and written `batch` at a time.
  init(_ table: String, batch: Int, on connection: Connection) throws {
    self.table = table
    self.connection = connection
    self.batch = batch
    self.columnCount = try Statement("SELECT * FROM \(table) LIMIT 0", on: connection.handle).columnCount
    self.statements = Array(repeating: nil, count: batch + 1)
    slots.reserveCapacity(batch * columnCount)
  }

  func integer(_ number: Int64) {
    slots.append(.integer(number))
    digest.put(number)
  }

  func integer(_ number: Int64?) {
    if let number { integer(number) } else { null() }
  }

  func text(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      slots.append(.text(start: texts.count, count: bytes.count))
      texts.append(contentsOf: bytes)
      digest.put(UnsafeRawBufferPointer(bytes))
    }
  }

  func text(_ text: String?) {
    if let text { self.text(text) } else { null() }
  }

  /// A text of which there is none more often than not: stored as NULL where it is empty.
  func textOrNull(_ text: String) {
    if text.isEmpty { null() } else { self.text(text) }
  }

  func null() {
    slots.append(.null)
    digest.putNull()
  }

  /// Bytes are stored but not hashed here: a column of the same row says their SHA-256.
  func bytes(_ bytes: [UInt8]) {
    slots.append(.blob(index: blobs.count))
    blobs.append(bytes)
  }

  func field(_ field: Field) {
    switch field {
    case .integer(let number): integer(number)
    case .text(let text): self.text(text)
    case .bytes(let bytes): self.bytes(bytes)
    case .null: null()
    }
  }

  /// Ends the row whose last column has been given.
  func end() throws {
    try connection.beforeWrite?()
    count += 1
    waiting += 1
    digest.endLine()
    if waiting == batch { try flush() }
  }

  /// Writes the rows that wait.
  func flush() throws {
    guard waiting > 0 else { return }
    let statement = try statement(rows: waiting)
    try texts.withUnsafeBytes { texts in
      for (index, slot) in slots.enumerated() {
        switch slot {
        case .integer(let number): statement.bind(number, at: index + 1)
        case .text(let start, let count):
          statement.bind(text: UnsafeRawBufferPointer(rebasing: texts[start..<start + count]), at: index + 1)
        case .blob(let blob): blobs[blob].withUnsafeBytes { statement.bind($0, at: index + 1) }
        case .null: statement.bindNull(at: index + 1)
        }
      }
      _ = try statement.step()
      statement.reset()
    }
    slots.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    blobs.removeAll()
    waiting = 0
  }

  private func statement(rows: Int) throws -> Statement {
    if let statement = statements[rows] { return statement }
    let row = "(" + Array(repeating: "?", count: columnCount).joined(separator: ", ") + ")"
    let values = Array(repeating: row, count: rows).joined(separator: ", ")
    let statement = try connection.statement("INSERT INTO \(table) VALUES \(values)")
    statements[rows] = statement
    return statement
  }

  /// The digest of the rows given, in small hexadecimal.
  var hash: String { digest.hash }
}
