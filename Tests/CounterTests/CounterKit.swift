import Association
import Ledger
import TestKit

@testable import Counter

/// Lists that a seed decides: a year or two of a performer's work, written as it would be.
struct CounterKit {
  var numbers: SeededGenerator

  init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("\(text) is no day.") }
    return day
  }

  static func setup(begins: String = "2025-01-01") -> CounterSetup {
    var setup = CounterSetup(
      insatsID: "SAMSA", insatsName: "Samsa", performer: "Arbetscentrum", begins: day(begins))
    setup.choices[.municipality] = ["Karlshamn", "Sölvesborg", "Olofström"].map { CounterChoice(title: $0) }
    setup.asksScreening = true
    setup.countsAdvice = true
    setup.countsVolume = true
    return setup
  }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: 0..<items.count, using: &numbers)] }

  mutating func day(in range: ClosedRange<CalendarDate>) -> CalendarDate {
    range.lowerBound.adding(days: Int.random(in: 0...range.lowerBound.days(until: range.upperBound), using: &numbers))
  }

  mutating func facts(_ setup: CounterSetup, day: CalendarDate) -> CounterFacts {
    var facts = CounterFacts(day: day, sex: pick(CounterSex.allCases), isElsewhere: Bool.random(using: &numbers))
    for ground in CountGround.allCases where ground != .exitReason {
      guard let choices = setup.choices[ground], Int.random(in: 0..<6, using: &numbers) > 0 else { continue }
      facts.choices[ground] = pick(choices).id
    }
    if Bool.random(using: &numbers) { facts.plannedExit = day.adding(days: Int.random(in: 1...500, using: &numbers)) }
    return facts
  }

  /// A list after entries, exits, screenings, corrections, returns and removals over two years.
  mutating func list(_ count: Int = 40) throws -> CounterList {
    let setup = CounterKit.setup()
    let today = CounterKit.day("2026-12-31")
    var list = CounterList(setup: setup)
    for _ in 0..<count {
      let entered = day(in: CounterKit.day("2024-10-01")...today)
      let number = try list.enter(facts(setup, day: entered), today: today)
      var last = today
      if Bool.random(using: &numbers) {
        let left = day(in: entered...today)
        let reason = pick([nil] + (setup.choices[.exitReason] ?? []).map { Optional($0.id) })
        try list.add(.left(CounterExit(day: left, reason: reason)), to: number, today: today)
        if Int.random(in: 0..<8, using: &numbers) == 0 {
          try list.add(.stayed, to: number, today: today)
        } else {
          last = left
        }
      }
      if Bool.random(using: &numbers) {
        let screening = CounterScreening(day: day(in: entered...last), isAnswered: Bool.random(using: &numbers))
        try list.add(.screened(screening), to: number, today: today)
      }
      if Int.random(in: 0..<8, using: &numbers) == 0 {
        try list.add(.facts(facts(setup, day: entered)), to: number, today: today)
      }
      if Int.random(in: 0..<10, using: &numbers) == 0 { try list.remove(number) }
    }
    for _ in 0..<10 {
      let when = day(in: CounterKit.day("2025-01-01")...today)
      try list.add(.advice(Int.random(in: 1...5, using: &numbers)), on: when, today: today)
      try list.add(
        .volume(Tally(women: Int.random(in: 0...9, using: &numbers), men: 2, notStated: 1)), on: when, today: today)
    }
    return list
  }

  static let quarters = [
    day("2025-01-01")...day("2025-03-31"), day("2025-04-01")...day("2025-06-30"),
    day("2025-07-01")...day("2025-09-30"), day("2025-10-01")...day("2025-12-31"),
  ]

  /// A list that has delivered those periods on that day, with no file to speak of.
  static func deliver(_ periods: [ClosedRange<CalendarDate>], of list: inout CounterList, on day: CalendarDate) {
    for period in periods {
      list.keep(CounterDelivery(made: day, counts: list.counts(in: period), file: []))
    }
  }
}
