import GRDBSQLite

/// What one column of one row holds, when speed does not matter.
enum Field: Hashable {
  case integer(Int64)
  case text(String)
  case bytes([UInt8])
  case null
}

/// A connection on which we prepare and step our own statements. Prepared once, a statement is kept for the next
/// transaction: to prepare the statements of a page took longer than to step them.
///
/// Unchecked: GRDB lends the handle beneath to one transaction at a time, and a connection is used only inside it.
final class Connection: @unchecked Sendable {
  let handle: OpaquePointer
  private var statements: [String: Statement] = [:]
  /// What has been prepared, which a test asks the plan of.
  var preparedSQL: [String] { statements.keys.filter { !$0.hasPrefix("EXPLAIN") }.sorted() }
  /// Lists are filtered in many ways, each with a statement of its own; so many are remembered.
  private static let statementCountMax = 256
  /// Called before each row is written. The tests make it throw at the n-th row.
  var beforeWrite: (() throws -> Void)?

  init(_ handle: OpaquePointer) { self.handle = handle }

  /// The prepared statement; the same one each time it is asked for.
  func statement(_ sql: String) throws -> Statement {
    if let statement = statements[sql] { return statement }
    let statement = try Statement(sql, on: handle)
    statements[sql] = statement
    return statement
  }

  /// Steps a statement that gives no rows.
  func run(_ sql: String, _ fields: Field...) throws {
    try beforeWrite?()
    try statement(sql).each(fields) { _ in }
  }

  /// Steps a statement that gives no rows, and says how many it changed.
  func change(_ sql: String, _ fields: Field...) throws -> Int {
    try beforeWrite?()
    try statement(sql).each(fields) { _ in }
    return Int(sqlite3_changes(handle))
  }

  /// Adds one row, and gives the key that the table gave it.
  func insert(_ sql: String, _ fields: Field...) throws -> Int64 {
    try beforeWrite?()
    try statement(sql).each(fields) { _ in }
    return sqlite3_last_insert_rowid(handle)
  }

  /// Calls `body` for each row.
  func each(_ sql: String, _ fields: Field..., body: (Statement) throws -> Void) throws {
    try statement(sql).each(fields, body)
  }

  /// Calls `body` for each row, with a list of what is bound.
  func each(_ sql: String, fields: [Field], _ body: (Statement) throws -> Void) throws {
    try statement(sql).each(fields, body)
  }

  /// Calls `body` for each row until it has had enough and says false.
  func eachWhile(_ sql: String, fields: [Field], _ body: (Statement) throws -> Bool) throws {
    let statement = try statement(sql)
    statement.bind(fields)
    defer { statement.reset() }
    while try statement.step() { if try !body(statement) { return } }
  }

  /// What `body` makes of the first row, or nil where there is none.
  func first<Value>(_ sql: String, _ fields: Field..., body: (Statement) throws -> Value) throws -> Value? {
    let statement = try statement(sql)
    statement.bind(fields)
    defer { statement.reset() }
    return try statement.step() ? try body(statement) : nil
  }

  /// Ends a transaction's use of it: no statement holds what was bound to it, and none is in the middle of its rows.
  func rest() {
    beforeWrite = nil
    if statements.count > Connection.statementCountMax { return close() }
    for statement in statements.values { statement.clear() }
  }

  /// Lets go of every prepared statement.
  func close() { statements = [:] }
}

/// A prepared statement, read column by column.
final class Statement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer
  private var isUsed = false

  init(_ sql: String, on connection: OpaquePointer) throws {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else { throw Store.Refusal(of: connection) }
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  /// How many columns a row has.
  var columnCount: Int { Int(sqlite3_column_count(handle)) }

  func each(_ fields: [Field], _ body: (Statement) throws -> Void) throws {
    bind(fields)
    defer { reset() }
    while try step() { try body(self) }
  }

  func bind(_ fields: [Field]) {
    for (index, field) in fields.enumerated() {
      switch field {
      case .integer(let number): bind(number, at: index + 1)
      case .text(let text): bind(text, at: index + 1)
      case .bytes(let bytes): bytes.withUnsafeBytes { bind($0, at: index + 1) }
      case .null: bindNull(at: index + 1)
      }
    }
  }

  func bind(_ number: Int64, at index: Int) { sqlite3_bind_int64(handle, Int32(index), number) }

  func bindNull(at index: Int) { sqlite3_bind_null(handle, Int32(index)) }

  func bind(_ text: String, at index: Int) {
    var text = text
    text.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) {
        // An empty text may have no address, which SQLite would take for NULL.
        sqlite3_bind_text(handle, Int32(index), $0.baseAddress ?? Statement.empty, Int32($0.count), Statement.copied)
      }
    }
  }

  func bind(_ bytes: UnsafeRawBufferPointer, at index: Int) {
    if bytes.isEmpty {
      sqlite3_bind_zeroblob(handle, Int32(index), 0)
    } else {
      sqlite3_bind_blob64(handle, Int32(index), bytes.baseAddress, UInt64(bytes.count), Statement.copied)
    }
  }

  /// Binds UTF-8 that stays where it is until the statement has been stepped.
  func bind(text bytes: UnsafeRawBufferPointer, at index: Int) {
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) ?? Statement.empty
    sqlite3_bind_text(handle, Int32(index), start, Int32(bytes.count), nil)
  }

  private nonisolated(unsafe) static let empty = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))
  /// SQLite's `SQLITE_TRANSIENT`, a macro that does not come through: the bytes are copied at once.
  private nonisolated(unsafe) static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Whether there is a row.
  func step() throws -> Bool {
    isUsed = true
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let refusal = Store.Refusal(of: connection)
      sqlite3_reset(handle)
      throw refusal
    }
  }

  func reset() { sqlite3_reset(handle) }

  /// Forgets its row and what was bound to it.
  func clear() {
    guard isUsed else { return }
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    isUsed = false
  }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

  func isText(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_TEXT }

  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }

  func text(_ column: Int) -> String {
    guard let bytes = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// The bytes of a text or blob, valid until the next step.
  func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, Int32(column))
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
  }

  func field(_ column: Int) -> Field {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(integer(column))
    default: .text(text(column))
    }
  }
}
