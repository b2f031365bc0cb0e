import Association
import Exchange
import Foundation
import Ledger

/// A list as it is written inside the encryption: JSON with one form. Reading goes through the list's own types, so what
/// could not have been written is not read either.
enum CounterRecord {
  static func bytes(of content: CounterContent) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return Array(try encoder.encode(ListRecord(content)))
  }

  static func content(of bytes: [UInt8]) throws -> CounterContent {
    do {
      return try JSONDecoder().decode(ListRecord.self, from: Data(bytes)).content()
    } catch {
      throw CounterFile.Refusal.damaged
    }
  }

  /// What stands in the file is none of ours.
  struct Damage: Error {}

  static func day(_ number: Int) throws -> CalendarDate {
    guard let day = CalendarDate(yyyymmdd: number) else { throw Damage() }
    return day
  }

  static func value<Value: RawRepresentable>(_ raw: Value.RawValue) throws -> Value {
    guard let value = Value(rawValue: raw) else { throw Damage() }
    return value
  }

  static func grounds<Part>(_ parts: [String: Part]) throws -> [CountGround: Part] {
    try Dictionary(uniqueKeysWithValues: parts.map { (try value($0.key) as CountGround, $0.value) })
  }
}

extension CalendarDate {
  fileprivate var number: Int { Int(yyyymmdd) }
}

private struct ListRecord: Codable {
  let setup: SetupRecord
  let entries: [EntryRecord]
  let extras: [ExtraRecord]
  let deliveries: [DeliveryRecord]
  let nextNumber: Int
  let nextExtra: Int
  let deletedCount: Int
  let settledThrough: Int?
  let signingKey: Data

  init(_ content: CounterContent) {
    let list = content.list
    setup = SetupRecord(list.setup)
    entries = list.entries.map { EntryRecord($0) }
    extras = list.extras.map { ExtraRecord($0) }
    deliveries = list.deliveries.map { DeliveryRecord($0) }
    nextNumber = list.nextNumber
    nextExtra = list.nextExtra
    deletedCount = list.deletedCount
    settledThrough = list.settledThrough?.number
    signingKey = Data(content.signingKey)
  }

  func content() throws -> CounterContent {
    let entries = try entries.map { try $0.entry() }
    guard signingKey.count == 32, zip(entries, entries.dropFirst()).allSatisfy({ $0.number < $1.number }),
      entries.last.map({ $0.number < nextNumber }) ?? true
    else { throw CounterRecord.Damage() }
    let list = CounterList(
      setup: try setup.setup(), entries: entries, extras: try extras.map { try $0.extra() },
      deliveries: try deliveries.map { try $0.delivery() }, nextNumber: nextNumber, nextExtra: nextExtra,
      deletedCount: deletedCount, settledThrough: try settledThrough.map { try CounterRecord.day($0) })
    return CounterContent(list: list, signingKey: Array(signingKey))
  }
}

private struct SetupRecord: Codable {
  struct Choice: Codable {
    let id: String
    let title: String
    let common: String?
  }

  let insats: String
  let name: String
  let performer: String
  let begins: Int
  let rhythm: String
  let choices: [String: [Choice]]
  let isFollowed: Bool
  let countsAdvice: Bool
  let countsVolume: Bool
  let asksScreening: Bool
  let keptMonths: Int
  let longMonths: Int
  let idleMinutes: Int

  init(_ setup: CounterSetup) {
    insats = setup.insatsID
    name = setup.insatsName
    performer = setup.performer
    begins = setup.begins.number
    rhythm = setup.rhythm.rawValue
    choices = Dictionary(
      uniqueKeysWithValues: setup.choices.map { ground, choices in
        (ground.rawValue, choices.map { Choice(id: $0.id, title: $0.title, common: $0.common?.rawValue) })
      })
    isFollowed = setup.isFollowed
    countsAdvice = setup.countsAdvice
    countsVolume = setup.countsVolume
    asksScreening = setup.asksScreening
    keptMonths = setup.keptMonths
    longMonths = setup.longMonths
    idleMinutes = setup.idleMinutes
  }

  func setup() throws -> CounterSetup {
    guard CounterSetup.keptMonthsRange.contains(keptMonths), CounterSetup.longMonthsRange.contains(longMonths),
      CounterSetup.idleMinutesRange.contains(idleMinutes)
    else { throw CounterRecord.Damage() }
    var setup = CounterSetup(
      insatsID: insats, insatsName: name, performer: performer, begins: try CounterRecord.day(begins))
    setup.rhythm = try CounterRecord.value(rhythm)
    setup.choices = try CounterRecord.grounds(choices).mapValues { choices in
      try choices.map { choice in
        CounterChoice(
          id: choice.id, title: choice.title, common: try choice.common.map { try CounterRecord.value($0) })
      }
    }
    setup.isFollowed = isFollowed
    setup.countsAdvice = countsAdvice
    setup.countsVolume = countsVolume
    setup.asksScreening = asksScreening
    setup.keptMonths = keptMonths
    setup.longMonths = longMonths
    setup.idleMinutes = idleMinutes
    return setup
  }
}

private struct EntryRecord: Codable {
  struct Facts: Codable {
    let day: Int
    let sex: String
    let choices: [String: String]
    let isElsewhere: Bool
    let plannedExit: Int?

    init(_ facts: CounterFacts) {
      day = facts.day.number
      sex = facts.sex.rawValue
      choices = Dictionary(uniqueKeysWithValues: facts.choices.map { ($0.key.rawValue, $0.value) })
      isElsewhere = facts.isElsewhere
      plannedExit = facts.plannedExit?.number
    }

    func facts() throws -> CounterFacts {
      CounterFacts(
        day: try CounterRecord.day(day), sex: try CounterRecord.value(sex),
        choices: try CounterRecord.grounds(choices), isElsewhere: isElsewhere,
        plannedExit: try plannedExit.map { try CounterRecord.day($0) })
    }
  }

  /// One of the members is there; none where an exit or a screening was taken back, which `undone` names.
  struct Event: Codable {
    let written: Int
    var facts: Facts?
    var exit: Int?
    var reason: String?
    var screened: Int?
    var isAnswered: Bool?
    var undone: String?

    init(_ event: CounterEvent) {
      written = event.written.number
      switch event.deed {
      case .facts(let facts): self.facts = Facts(facts)
      case .left(let exit):
        self.exit = exit.day.number
        reason = exit.reason
      case .stayed: undone = "exit"
      case .screened(let screening):
        screened = screening.day.number
        isAnswered = screening.isAnswered
      case .notScreened: undone = "screening"
      }
    }

    func event() throws -> CounterEvent {
      let deed: CounterEvent.Deed =
        if let facts {
          .facts(try facts.facts())
        } else if let exit {
          .left(CounterExit(day: try CounterRecord.day(exit), reason: reason))
        } else if let screened, let isAnswered {
          .screened(CounterScreening(day: try CounterRecord.day(screened), isAnswered: isAnswered))
        } else if undone == "exit" {
          .stayed
        } else if undone == "screening" {
          .notScreened
        } else {
          throw CounterRecord.Damage()
        }
      return CounterEvent(written: try CounterRecord.day(written), deed: deed)
    }
  }

  let number: Int
  let events: [Event]

  init(_ entry: CounterEntry) {
    number = entry.number
    events = entry.events.map { Event($0) }
  }

  func entry() throws -> CounterEntry {
    let events = try events.map { try $0.event() }
    guard let first = events.first, case .facts(let facts) = first.deed else { throw CounterRecord.Damage() }
    var entry = CounterEntry(number: number, facts: facts, written: first.written)
    for event in events.dropFirst() { try entry.add(event) }
    return entry
  }
}

private struct TallyRecord: Codable {
  let women: Int
  let men: Int
  let notStated: Int

  init(_ tally: Tally) {
    women = tally.women
    men = tally.men
    notStated = tally.notStated
  }

  var tally: Tally { Tally(women: women, men: men, notStated: notStated) }
}

private struct ExtraRecord: Codable {
  let number: Int
  let day: Int
  let advice: Int?
  let volume: TallyRecord?

  init(_ extra: CounterExtra) {
    number = extra.number
    day = extra.day.number
    switch extra.kind {
    case .advice(let count): (advice, volume) = (count, nil)
    case .volume(let tally): (advice, volume) = (nil, TallyRecord(tally))
    }
  }

  func extra() throws -> CounterExtra {
    let kind: CounterExtra.Kind =
      if let advice { .advice(advice) } else if let volume { .volume(volume.tally) } else {
        throw CounterRecord.Damage()
      }
    return CounterExtra(number: number, day: try CounterRecord.day(day), kind: kind)
  }
}

/// A delivery lies in the list as the file that was written: its counts are read out of that again.
private struct DeliveryRecord: Codable {
  let made: Int
  let file: Data

  init(_ delivery: CounterDelivery) {
    made = delivery.made.number
    file = Data(delivery.file)
  }

  func delivery() throws -> CounterDelivery {
    guard let counts = DeliveryFile.read(Array(file), named: "leverans").value?.delivery else {
      throw CounterRecord.Damage()
    }
    return CounterDelivery(made: try CounterRecord.day(made), counts: counts, file: Array(file))
  }
}
