/// Writes the rows of one table of facts in one act: each column is bound and hashed in the same stroke, so that what
/// is stored and what the history vouches for cannot be two things.
final class Recorder {
  /// How many rows have been written.
  private(set) var count = 0
  private let connection: Connection
  private let statement: Statement
  private let digest = LineDigest()
  private var column = 0

  /// A recorder of rows that are given column by column in the order of the table.
  init(_ table: String, on connection: Connection) throws {
    let columnCount = try Statement("SELECT * FROM \(table) LIMIT 0", on: connection.handle).columnCount
    let marks = Array(repeating: "?", count: columnCount).joined(separator: ", ")
    self.statement = try connection.statement("INSERT INTO \(table) VALUES (\(marks))")
    self.connection = connection
  }

  func integer(_ number: Int64) {
    column += 1
    statement.bind(number, at: column)
    digest.put(number)
  }

  func integer(_ number: Int64?) {
    if let number { integer(number) } else { null() }
  }

  func text(_ text: String) {
    column += 1
    statement.bind(text, at: column)
    digest.put(text)
  }

  func text(_ text: String?) {
    if let text { self.text(text) } else { null() }
  }

  /// A text of which there is none more often than not: stored as NULL where it is empty.
  func textOrNull(_ text: String) {
    if text.isEmpty { null() } else { self.text(text) }
  }

  func null() {
    column += 1
    statement.bindNull(at: column)
    digest.putNull()
  }

  /// Bytes are stored but not hashed here: a column of the same row says their SHA-256.
  func bytes(_ bytes: UnsafeRawBufferPointer) {
    column += 1
    statement.bind(bytes, at: column)
  }

  func field(_ field: Field) {
    switch field {
    case .integer(let number): integer(number)
    case .text(let text): self.text(text)
    case .null: null()
    }
  }

  /// Writes the row whose last column has been given.
  func end() throws {
    try connection.beforeWrite?()
    column = 0
    count += 1
    digest.endLine()
    _ = try statement.step()
    statement.reset()
  }

  /// The digest of the rows written, in small hexadecimal.
  var hash: String { digest.hash }
}
