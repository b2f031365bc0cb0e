import Desk
import Foundation
import Ledger
import Store
import Synchronization

/// The practice book: a whole example association in a file of its own, opened when somebody enters it.
///
/// Several may practise in it at once, and one of them may remove it. Whoever works in a book that is being removed has
/// it in hand until they are done; the file goes when they let go of it.
final class PracticeBook: Sendable {
  let path: String
  private let opened = Mutex<Store?>(nil)
  /// Two who begin at the same time make one book.
  private let making = Mutex<Void>(())

  init(path: String) { self.path = path }

  /// The book, opened if it lies there. A book that has not been marked as one for practice is somebody's own, whatever
  /// it is called, and is left alone.
  func store() -> Store? {
    opened.withLock { store in
      // Where there is none, or what lies there cannot be read, practising begins with making one.
      if store == nil, let found = try? Store(opening: path), (try? found.isPractice()) == true { store = found }
      return store
    }
  }

  /// The book; made of the example where there is none. It stands under its name only when it is whole and marked as
  /// one for practice.
  func make(by actor: Actor, at moment: Moment) throws -> Store {
    try making.withLock { _ in
      if let store = store() { return store }
      guard !FileManager.default.fileExists(atPath: path) else { throw Store.Refusal.bookExists(path) }
      let unfinished = path + ".ny"
      PracticeBook.removeFiles(at: unfinished)
      let outcome = try FolderImport(files: try DemoFiles.all(), book: unfinished, by: actor, at: moment).run()
      guard !outcome.hasErrors else {
        throw Failure(.fault, outcome.diagnostics.map(\.text).joined(separator: "\n"))
      }
      try Store(opening: unfinished).markPractice(by: actor, at: moment)
      for suffix in PracticeBook.suffixes where FileManager.default.fileExists(atPath: unfinished + suffix) {
        try FileManager.default.moveItem(atPath: unfinished + suffix, toPath: path + suffix)
      }
      guard let store = store() else { throw Store.Refusal.cannotOpen(path) }
      return store
    }
  }

  /// Lets go of the book and removes its file; false where there was none.
  func remove() -> Bool {
    guard store() != nil else { return false }
    opened.withLock { store in
      store = nil
      PracticeBook.removeFiles(at: path)
    }
    return true
  }

  private static let suffixes = ["", "-wal", "-shm"]

  private static func removeFiles(at path: String) {
    // What is not there need not be removed.
    for suffix in suffixes { try? FileManager.default.removeItem(atPath: path + suffix) }
  }
}
