import Counter
import Ledger
import Synchronization

/// The list while it is used: locked, or open for one browser. The key and the list are in memory only while it is open.
final class CounterDesk: Sendable {
  private struct Use: Sendable {
    var opened: OpenCounter
    /// The digest of the cookie of the browser that gave the password.
    let visitor: String
    var lastUsed: Moment
  }

  /// There is nobody at the list, or another browser has it.
  struct Locked: Error {}

  let file: CounterFile
  private let cost: CounterCost
  private let randomBytes: @Sendable (Int) -> [UInt8]
  private let use = Mutex<Use?>(nil)

  init(file: CounterFile, cost: CounterCost, randomBytes: @escaping @Sendable (Int) -> [UInt8]) {
    self.file = file
    self.cost = cost
    self.randomBytes = randomBytes
  }

  /// Makes the list and opens it for that browser. Only inside `LongWork`.
  func create(_ list: CounterList, password: String, for visitor: String, at moment: Moment) throws {
    let opened = try file.create(
      CounterContent(list: list), phrase: password, cost: cost, randomBytes: randomBytes)
    use.withLock { $0 = Use(opened: opened, visitor: visitor, lastUsed: moment) }
  }

  /// Opens the list for that browser, and deletes what is to be deleted: how many entries. Only inside `LongWork`.
  func unlock(password: String, for visitor: String, at moment: Moment, today: CalendarDate) throws -> Int {
    var opened = try file.open(phrase: password)
    var content = opened.content
    let count = content.list.deleteDue(on: today)
    if count > 0 { try opened.save(content, randomBytes: randomBytes) }
    use.withLock { [opened] in $0 = Use(opened: opened, visitor: visitor, lastUsed: moment) }
    return count
  }

  /// Puts the key and the list out of memory.
  func lock() { use.withLock { $0 = nil } }

  func lockWhenIdle(at moment: Moment) {
    use.withLock { use in
      guard let open = use else { return }
      let seconds = moment.secondsSince1970 - open.lastUsed.secondsSince1970
      if seconds > Int64(open.opened.content.list.setup.idleMinutes) * 60 { use = nil }
    }
  }

  /// The list, where it is open for that browser; that it was asked for is a use of it.
  func list(for visitor: String, at moment: Moment) -> OpenCounter? {
    lockWhenIdle(at: moment)
    return use.withLock { use in
      guard let open = use, open.visitor == visitor else { return nil }
      use?.lastUsed = moment
      return open.opened
    }
  }

  /// Changes the list and saves it; where either fails, nothing is changed.
  func change<Value: Sendable>(
    for visitor: String, _ body: (inout CounterList, OpenCounter) throws -> Value
  ) throws -> Value {
    try use.withLock { use in
      guard var opened = use?.opened, use?.visitor == visitor else { throw Locked() }
      var content = opened.content
      let value = try body(&content.list, opened)
      if content.list != opened.content.list {
        try opened.save(content, randomBytes: randomBytes)
        use?.opened = opened
      }
      return value
    }
  }

  /// Saves the list under another password, for one who knows the old one. Only inside `LongWork`.
  func change(password: String, from old: String, for visitor: String) throws {
    _ = try file.open(phrase: old)
    try use.withLock { use in
      guard var opened = use?.opened, use?.visitor == visitor else { throw Locked() }
      try opened.change(phrase: password, cost: cost, randomBytes: randomBytes)
      use?.opened = opened
    }
  }
}
