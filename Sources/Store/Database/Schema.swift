import GRDB
import GRDBSQLite

/// The numbered migrations, and how a file is known for a book.
enum Schema {
  /// `FNSM` in ASCII, written in the file's header; `file` and other tools can tell a book by it.
  static let applicationID: Int64 = 0x464E_534D

  /// Each migration takes the schema from the number before to its own (its place, from 1). A migration that has been
  /// shipped is never changed, and a table of facts that has been shipped is never altered: new facts get new tables,
  /// so that what was hashed stays as it was.
  static let migrations: [String] = [
    M0001.sql,
    M0002.sql,
    M0003.sql,
    M0004.sql,
    M0005.sql,
    M0006.sql,
    M0007.sql,
    M0008.sql,
    M0009.sql,
    M0010.sql,
    M0011.sql,
    M0012.sql,
    M0013.sql,
    M0014.sql,
    M0015.sql,
    M0016.sql,
    M0017.sql,
    M0018.sql,
    M0019.sql,
    M0020.sql,
    M0021.sql,
    M0022.sql,
    M0023.sql,
  ]

  /// The tables of facts of all migrations.
  static let factTables =
    M0001.factTables
    + M0002.factTables
    + M0003.factTables
    + M0004.factTables
    + M0005.factTables
    + M0006.factTables
    + M0007.factTables
    + M0008.factTables
    + M0009.factTables
    + M0010.factTables
    + M0011.factTables
    + M0012.factTables
    + M0013.factTables
    + M0014.factTables
    + M0015.factTables
    + M0016.factTables
    + M0017.factTables
    + M0018.factTables
    + M0019.factTables
    + M0020.factTables
    + M0021.factTables
    + M0022.factTables

  /// Refuses what is not a book of ours, before anything is written in it.
  static func examine(_ path: String, busySeconds: Double) throws(Store.Refusal) {
    var handle: OpaquePointer?
    defer { sqlite3_close_v2(handle) }
    guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK, let handle else {
      throw Store.Refusal(of: handle)
    }
    sqlite3_busy_timeout(handle, Int32(busySeconds * 1000))
    do {
      let connection = Connection(handle)
      let application = try connection.first("PRAGMA application_id") { $0.integer(0) }
      let version = try connection.first("PRAGMA user_version") { Int($0.integer(0)) } ?? 0
      connection.close()
      guard application == applicationID else { throw Store.Refusal.notABook(path) }
      guard version <= migrations.count else {
        throw Store.Refusal.newerSchema(have: version, known: migrations.count)
      }
    } catch {
      if case .notABook = Store.Refusal(error) { throw .notABook(path) }
      throw Store.Refusal(error)
    }
  }

  /// Runs what the file has not had, each migration in a transaction of its own; a test stops at an earlier one.
  static func migrate(_ database: Database, through last: Int = migrations.count) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    for (index, sql) in migrations.prefix(last).enumerated() where index >= version {
      try database.inTransaction(.immediate) {
        // Another process may have migrated while we waited for the lock.
        if try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0 <= index {
          try database.execute(sql: sql)
          try database.execute(sql: "PRAGMA application_id = \(applicationID)")
          try database.execute(sql: "PRAGMA user_version = \(index + 1)")
        }
        return .commit
      }
    }
  }
}
