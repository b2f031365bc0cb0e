import Foundation
import GRDB

extension Book {
  /// What somebody with SQL can do to the file: each call in a transaction of its own, foreign keys enforced.
  func attack(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inTransaction {
      try $0.execute(sql: sql)
      return .commit
    }
    try queue.close()
  }

  /// A copy of the file with what `sql` does to it once every trigger has been dropped.
  func tampered(_ sql: String) throws -> String {
    let copy = path + "-copy"
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
    let source = try DatabaseQueue(path: path)
    try source.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
    try source.close()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: copy, configuration: configuration)
    try queue.inDatabase { database in
      for trigger in try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
        try database.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try database.execute(sql: sql)
    }
    try queue.close()
    return copy
  }

  func ask(_ sql: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.inDatabase { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "NULL" : String.fromDatabaseValue($0) ?? "\($0)" }.joined(separator: " ")
      }
    }
  }
}
