public import Association
import Foundation
public import Ledger

/// Store: one SQLite file per association. Facts are only ever added; each act is one transaction with one moment and
/// one line of history that hashes the one before. Rows never leave the room: what goes in and out are domain values.

/// A book: the file in which one association's bookkeeping and facts are kept.
///
/// Everything a caller can do to a book is a verb on `Writing`; the same verbs stand here for the usual case of one
/// act in one transaction. What is refused is thrown as a `Store.Refusal`, and then nothing has been stored.
public final class Store: Sendable {
  /// Where the book lies.
  public let path: String
  let file: DatabaseFile

  /// How long another program may hold the book before we say that it is in use.
  static let busySeconds = 5.0

  /// Opens a book that exists. A file that is no book, or is of a newer schema, is refused before it is touched.
  public convenience init(opening path: String) throws(Refusal) {
    try self.init(opening: path, busySeconds: Store.busySeconds)
  }

  init(opening path: String, busySeconds: Double) throws(Refusal) {
    guard FileManager.default.fileExists(atPath: path) else { throw .bookMissing(path) }
    let start = FileHandle(forReadingAtPath: path)?.readData(ofLength: CounterMark.bytes.count)
    if let start, CounterMark.begins(start) { throw .counterList(path) }
    try Schema.examine(path, busySeconds: busySeconds)
    self.path = path
    do {
      file = try DatabaseFile(opening: path, busySeconds: busySeconds)
    } catch {
      let refusal = Refusal(error)
      if case .cannotOpen = refusal { throw .cannotOpen(path) }
      throw refusal
    }
    try makeStaleTextIndexes()
  }

  /// Makes a book, and in the same transaction whatever `filling` adds to it. The file stands under its name only
  /// when all of it is done; a file that exists is never overwritten.
  public static func create(
    at path: String, association: Association, by actor: Actor, at moment: Moment,
    filling: (Writing) throws -> Void = { _ in }
  ) throws -> Store {
    let files = FileManager.default
    guard !files.fileExists(atPath: path) else { throw Refusal.bookExists(path) }
    let unfinished = path + ".unfinished"
    func clear() {
      // What cannot be removed shows itself as a refusal when a book is made in its place.
      for suffix in ["", "-journal", "-wal", "-shm"] { try? files.removeItem(atPath: unfinished + suffix) }
    }
    clear()
    do {
      try DatabaseFile.make(at: unfinished, busySeconds: busySeconds) { connection in
        let writing = try Writing(connection, by: actor, at: moment)
        try writing.create(association)
        try filling(writing)
      }
      guard !files.fileExists(atPath: path) else { throw Refusal.bookExists(path) }
      // A log that a removed book of this name has left behind would be written over the new one when it is opened.
      for suffix in ["-journal", "-wal", "-shm"] where files.fileExists(atPath: path + suffix) {
        try files.removeItem(atPath: path + suffix)
      }
      try files.moveItem(atPath: unfinished, toPath: path)
    } catch {
      clear()
      let known = Refusal.known(error)
      if case .cannotOpen? = known as? Refusal { throw Refusal.cannotOpen(path) }
      throw known
    }
    return try Store(opening: path)
  }

  /// Runs several acts in one transaction: each gets its own line of history, all at the same moment; an error thrown
  /// anywhere stores none of them.
  public func together<Value>(
    by actor: Actor, at moment: Moment, _ body: (Writing) throws -> Value
  ) throws -> Value {
    do {
      return try file.write { try body(try Writing($0, by: actor, at: moment)) }
    } catch {
      throw Refusal.known(error)
    }
  }

  func act<Value>(
    by actor: Actor, at moment: Moment, _ body: (Writing) throws -> Value
  ) throws(Refusal) -> Value {
    do {
      return try together(by: actor, at: moment, body)
    } catch {
      throw Refusal(error)
    }
  }

  /// Changes what is no fact, in one transaction and with no line of history.
  func change<Value>(_ body: (Connection) throws -> Value) throws(Refusal) -> Value {
    do {
      return try file.write { connection in
        connection.beforeWrite = Store.beforeWrite
        return try body(connection)
      }
    } catch {
      throw Refusal(error)
    }
  }

  func read<Value>(_ body: (Connection) throws -> Value) throws(Refusal) -> Value {
    do {
      return try file.read(body)
    } catch {
      throw Refusal(error)
    }
  }
}
