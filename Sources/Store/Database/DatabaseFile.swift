import Foundation
import GRDB
import Synchronization

/// The door to GRDB: the pool of connections, its settings and its transactions. Nothing else in the room knows it
/// but the migrations and the reading of its errors.
final class DatabaseFile: Sendable {
  private let pool: DatabasePool
  /// Ours on each of the pool's connections, which stay open as long as the pool.
  private let connections = Mutex<[Int: Connection]>([:])

  /// Opens a book that exists and brings its schema up to date.
  init(opening path: String, busySeconds: Double) throws {
    pool = try DatabasePool(path: path, configuration: DatabaseFile.configuration(busySeconds: busySeconds))
    // GRDB lowers the synchronous mode to NORMAL for a pool; bookkeeping wants what is committed to be on the disk.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    try pool.writeWithoutTransaction { try Schema.migrate($0) }
  }

  /// Makes a file with the schema and what `body` writes, all of it or nothing, and closes it.
  ///
  /// It keeps a rollback journal: the pages of a new file need none, so a first import writes each page once instead
  /// of twice as a write-ahead log would.
  static func make(at path: String, busySeconds: Double, _ body: (Connection) throws -> Void) throws {
    let queue = try DatabaseQueue(path: path, configuration: configuration(busySeconds: busySeconds))
    try queue.writeWithoutTransaction { try Schema.migrate($0) }
    try queue.write { database in
      let connection = Connection(try handle(of: database))
      defer { connection.close() }
      try body(connection)
    }
    try queue.close()
  }

  // SQLite closes no connection that has statements.
  deinit {
    connections.withLock { known in
      for connection in known.values { connection.close() }
    }
  }

  /// Runs `body` in a transaction that holds the book for writing.
  func write<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    try pool.write { try run(on: $0, body) }
  }

  /// Runs `body` on a snapshot of the book.
  func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    try pool.read { try run(on: $0, body) }
  }

  /// Runs SQL on the connection that writes, outside any transaction.
  func configure(_ sql: String) throws { try pool.writeWithoutTransaction { try $0.execute(sql: sql) } }

  private func run<Value>(on database: Database, _ body: (Connection) throws -> Value) throws -> Value {
    let handle = try DatabaseFile.handle(of: database)
    let key = Int(bitPattern: handle)
    let connection = connections.withLock { $0[key] } ?? Connection(handle)
    connections.withLock { $0[key] = connection }
    defer { connection.rest() }
    return try body(connection)
  }

  private static func handle(of database: Database) throws -> OpaquePointer {
    guard let handle = database.sqliteConnection else { throw Store.Refusal.cannotOpen("") }
    return handle
  }

  private static func configuration(busySeconds: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      TextSearch.install(on: database.sqliteConnection)
      try database.execute(sql: "PRAGMA synchronous = FULL")
      // 32 MiB: a year's index pages stay in memory while a large file is imported.
      try database.execute(sql: "PRAGMA cache_size = -32768")
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      // What is deleted is gone from the file too: a code, a session, what somebody wrote and nobody may read.
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }
}
