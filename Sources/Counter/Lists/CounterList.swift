public import Association
public import Ledger

/// A performer's list: the set-up, the entries, the plain counts, and what has been delivered.
public struct CounterList: Hashable, Sendable {
  /// What is counted.
  public private(set) var setup: CounterSetup
  /// Those who take part or have taken part and are not deleted, by number.
  public private(set) var entries: [CounterEntry] = []
  /// Advice calls and those who came to a volume insats.
  public private(set) var extras: [CounterExtra] = []
  /// What has been delivered, first the earliest made.
  public private(set) var deliveries: [CounterDelivery] = []
  /// The number that the next entry gets.
  public private(set) var nextNumber = 1
  /// The number that the next plain count gets.
  public private(set) var nextExtra = 1
  /// How many entries the clock has deleted.
  public private(set) var deletedCount = 0
  /// The last day of a delivered period from which entries have been deleted: what was counted through it is settled.
  /// It is the end of a period and so tells no day of anybody.
  public private(set) var settledThrough: CalendarDate?

  /// An empty list.
  public init(setup: CounterSetup) { self.setup = setup }

  /// The entry of that number.
  public func entry(_ number: Int) -> CounterEntry? { entries.first { $0.number == number } }

  /// Those who are in the insats now, by number.
  public var ongoing: [CounterEntry] { entries.filter { $0.exit == nil } }

  /// Those who have left and are not yet deleted, by number.
  public var finished: [CounterEntry] { entries.filter { $0.exit != nil } }

  // Entries and exits.

  /// Writes an entry and gives its number.
  public mutating func enter(_ facts: CounterFacts, today: CalendarDate) throws(CounterRefusal) -> Int {
    try check(facts, before: nil, today: today)
    let number = nextNumber
    entries.append(CounterEntry(number: number, facts: facts, written: today))
    nextNumber += 1
    return number
  }

  /// Adds an event to an entry.
  public mutating func add(_ deed: CounterEvent.Deed, to number: Int, today: CalendarDate) throws(CounterRefusal) {
    guard let index = entries.firstIndex(where: { $0.number == number }) else { throw .unknown(number) }
    let before = entries[index]
    switch deed {
    case .facts(let facts): try check(facts, before: before.facts, today: today)
    case .left(let exit):
      if let reason = exit.reason, setup.choice(.exitReason, reason) == nil { throw .unknownChoice(.exitReason) }
      try check(exit.day, today: today)
      if let old = before.exit { try checkOpen(old.day) }
    case .stayed: if let old = before.exit { try checkOpen(old.day) }
    case .screened(let screening): try check(screening.day, today: today)
    case .notScreened: break
    }
    try entries[index].add(CounterEvent(written: today, deed: deed))
  }

  /// Takes an entry away altogether, which was never to be written: nothing of it is left.
  public mutating func remove(_ number: Int) throws(CounterRefusal) {
    guard let index = entries.firstIndex(where: { $0.number == number }) else { throw .unknown(number) }
    entries.remove(at: index)
  }

  // Plain counts.

  /// Writes a plain count.
  public mutating func add(_ kind: CounterExtra.Kind, on day: CalendarDate, today: CalendarDate) throws(CounterRefusal)
  {
    try check(day, today: today)
    extras.append(CounterExtra(number: nextExtra, day: day, kind: kind))
    nextExtra += 1
  }

  /// Takes a plain count away.
  public mutating func removeExtra(_ number: Int) throws(CounterRefusal) {
    guard let extra = extras.first(where: { $0.number == number }) else { throw .unknown(number) }
    try checkOpen(extra.day)
    extras.removeAll { $0.number == number }
  }

  // The set-up.

  /// Changes the set-up; a choice that an entry uses cannot be taken away.
  public mutating func change(_ setup: CounterSetup) throws(CounterRefusal) {
    for ground in CountGround.allCases {
      let kept = Set(setup.choices[ground]?.map(\.id) ?? [])
      for choice in self.setup.choices[ground] ?? [] where !kept.contains(choice.id) {
        let count = entries.count { $0.uses(choice.id, of: ground) }
        guard count == 0 else { throw .choiceInUse(ground, title: choice.title, entryCount: count) }
      }
    }
    self.setup = setup
  }

  // What is delivered, and deleted.

  /// Keeps a delivery that has been made; one of the same period before it is then replaced.
  public mutating func keep(_ delivery: CounterDelivery) { deliveries.append(delivery) }

  /// Deletes every entry whose time has come, and gives how many. Nothing of them is left in the list, and with the next
  /// rewriting of the file nothing in that.
  public mutating func deleteDue(on today: CalendarDate) -> Int {
    let due = entries.filter { entry in deletion(of: entry).map { $0 <= today } ?? false }
    guard !due.isEmpty else { return 0 }
    for entry in due {
      guard let exit = entry.exit, let last = current(on: exit.day)?.counts.period.upperBound else { continue }
      settledThrough = max(settledThrough ?? last, last)
    }
    let numbers = Set(due.map(\.number))
    entries.removeAll { numbers.contains($0.number) }
    deletedCount += due.count
    return due.count
  }

  // Checks.

  private func check(
    _ facts: CounterFacts, before: CounterFacts?, today: CalendarDate
  ) throws(CounterRefusal) {
    for (ground, id) in facts.choices where before?.choices[ground] != id {
      guard ground != .exitReason, setup.choice(ground, id) != nil else { throw .unknownChoice(ground) }
    }
    guard facts.day <= today else { throw .dayAhead(facts.day) }
    // One who entered before the first day that is counted is carried in, and that counts are settled does not matter.
    if facts.day != before?.day {
      try checkOpen(facts.day)
      if let before { try checkOpen(before.day) }
    } else if let before, before != facts, before.counted != facts.counted {
      try checkOpen(facts.day)
    }
  }

  private func check(_ day: CalendarDate, today: CalendarDate) throws(CounterRefusal) {
    guard day <= today else { throw .dayAhead(day) }
    try checkOpen(day)
  }

  private func checkOpen(_ day: CalendarDate) throws(CounterRefusal) {
    guard let settledThrough, day <= settledThrough else { return }
    throw .dayClosed(day, through: settledThrough)
  }

  // As it lies in the file.

  /// A list as it was written. Events are added one by one, so that what could not happen is not read either.
  public init(
    setup: CounterSetup, entries: [CounterEntry], extras: [CounterExtra], deliveries: [CounterDelivery],
    nextNumber: Int, nextExtra: Int, deletedCount: Int, settledThrough: CalendarDate?
  ) {
    self.setup = setup
    self.entries = entries
    self.extras = extras
    self.deliveries = deliveries
    self.nextNumber = nextNumber
    self.nextExtra = nextExtra
    self.deletedCount = deletedCount
    self.settledThrough = settledThrough
  }
}

extension CounterFacts {
  /// What of it is counted in a delivery.
  fileprivate var counted: CounterFacts {
    var counted = self
    counted.plannedExit = nil
    return counted
  }
}

extension CounterEntry {
  fileprivate func uses(_ id: String, of ground: CountGround) -> Bool {
    ground == .exitReason ? exit?.reason == id : facts.choices[ground] == id
  }
}

/// A plain count of a day: nobody is behind it in the list.
public struct CounterExtra: Hashable, Sendable {
  /// What is counted.
  public enum Kind: Hashable, Sendable {
    /// Advice calls.
    case advice(Int)
    /// Those who came to a volume insats.
    case volume(Tally)
  }

  /// Its own number in the list.
  public let number: Int
  /// The day, or the last day of the month that it is the count of.
  public let day: CalendarDate
  /// What is counted.
  public let kind: Kind

  /// A plain count.
  public init(number: Int, day: CalendarDate, kind: Kind) {
    self.number = number
    self.day = day
    self.kind = kind
  }
}

/// A delivery that has been made: the counts, the day, and the signed file as it was written.
public struct CounterDelivery: Hashable, Sendable {
  /// The day it was made.
  public let made: CalendarDate
  /// What was delivered.
  public let counts: CountDelivery
  /// The signed file.
  public let file: [UInt8]

  /// A delivery.
  public init(made: CalendarDate, counts: CountDelivery, file: [UInt8]) {
    self.made = made
    self.counts = counts
    self.file = file
  }
}
