import Association
import Exchange
import Ledger
import TestKit
import Testing

@testable import Counter

struct CountingTests {
  @Test(arguments: UInt64(1)...60)
  func `carried in and new less finished is ongoing, sex by sex, in every period`(seed: UInt64) throws {
    var kit = CounterKit(seed: seed)
    let list = try kit.list()
    for _ in 0..<20 {
      let first = kit.day(in: CounterKit.day("2024-06-01")...CounterKit.day("2026-12-31"))
      let period = first...kit.day(in: first...CounterKit.day("2027-06-30"))
      let flow = try #require(list.counts(in: period).flow)
      #expect(flow.carried + flow.new == flow.finished + flow.ongoing, "\(period)")
    }
  }

  @Test(arguments: UInt64(1)...60)
  func `what is ongoing when a period ends is carried into the one that begins the day after`(seed: UInt64) throws {
    var kit = CounterKit(seed: seed)
    let list = try kit.list()
    for (before, after) in zip(CounterKit.quarters, CounterKit.quarters.dropFirst()) {
      #expect(list.counts(in: before).flow?.ongoing == list.counts(in: after).flow?.carried)
    }
    let year = CounterKit.quarters[0].lowerBound...CounterKit.quarters[3].upperBound
    let quarters = CounterKit.quarters.map { list.counts(in: $0) }
    let whole = list.counts(in: year)
    let none = Tally(women: 0, men: 0)
    #expect(whole.flow?.new == quarters.compactMap(\.flow?.new).reduce(none, +))
    #expect(whole.flow?.finished == quarters.compactMap(\.flow?.finished).reduce(none, +))
    #expect(whole.adviceCalls == quarters.compactMap(\.adviceCalls).reduce(0, +))
    #expect(whole.volume == quarters.compactMap(\.volume).reduce(none, +))
  }

  @Test(arguments: UInt64(1)...60)
  func `the rows of a ground and those who are not known make the new or the finished`(seed: UInt64) throws {
    var kit = CounterKit(seed: seed)
    let list = try kit.list()
    for period in CounterKit.quarters {
      let counts = list.counts(in: period)
      let flow = try #require(counts.flow)
      #expect(counts.grounds.count == CountGround.allCases.count)
      for (ground, rows) in counts.grounds {
        let unknown = counts.coverage.filter { $0.ground == ground }.map(\.tally)
        let sum = (rows.map(\.tally) + unknown).reduce(Tally(women: 0, men: 0), +)
        #expect(sum == flow[ground.whole], "\(ground)")
      }
      let screening = try #require(counts.screening)
      #expect(screening.answered.total <= screening.asked.total)
    }
  }

  @Test func `the first and the last day of a period belong to it`() throws {
    let today = CounterKit.day("2026-01-31")
    var list = CounterList(setup: CounterKit.setup())
    let first = try list.enter(CounterFacts(day: CounterKit.day("2025-03-31"), sex: .woman), today: today)
    _ = try list.enter(CounterFacts(day: CounterKit.day("2025-04-01"), sex: .man), today: today)
    try list.add(.left(CounterExit(day: CounterKit.day("2025-06-30"), reason: "arbete")), to: first, today: today)

    let flow = try #require(list.counts(in: CounterKit.quarters[1]).flow)
    #expect(flow.carried == Tally(women: 1, men: 0))
    #expect(flow.new == Tally(women: 0, men: 1))
    #expect(flow.finished == Tally(women: 1, men: 0))
    #expect(flow.ongoing == Tally(women: 0, men: 1))
  }

  @Test func `an own exit reason is delivered with the common one before its own short name`() throws {
    let today = CounterKit.day("2026-01-31")
    var setup = CounterKit.setup()
    setup.choices[.exitReason]?.append(CounterChoice(title: "Arbete på deltid", common: .work))
    var list = CounterList(setup: setup)
    let number = try list.enter(CounterFacts(day: CounterKit.day("2025-02-01"), sex: .woman), today: today)
    let exit = CounterExit(day: CounterKit.day("2025-03-01"), reason: "arbete-pa-deltid")
    try list.add(.left(exit), to: number, today: today)
    let rows = try #require(list.counts(in: CounterKit.quarters[0]).grounds[.exitReason])
    #expect(rows.first { $0.tally.total == 1 }?.id == "arbete.arbete-pa-deltid")
    #expect(ExitReason(code: "arbete.arbete-pa-deltid") == .work)
    #expect(ExitReason(code: "åter-remittent") == .backToReferrer)
    #expect(ExitReason(code: "deltid") == nil)
    #expect(Set(rows.compactMap { ExitReason(code: $0.id) }) == Set(ExitReason.allCases))
  }

  @Test func `an event that cannot have happened is refused, and nothing is written`() throws {
    let today = CounterKit.day("2025-06-15")
    var list = CounterList(setup: CounterKit.setup())
    let number = try list.enter(CounterFacts(day: CounterKit.day("2025-03-01"), sex: .woman), today: today)
    let before = list
    let early = CounterExit(day: CounterKit.day("2025-02-28"), reason: nil)
    #expect(throws: CounterRefusal.exitBeforeEntry(entry: CounterKit.day("2025-03-01"), exit: early.day)) {
      try list.add(.left(early), to: number, today: today)
    }
    #expect(throws: CounterRefusal.dayAhead(today.next)) {
      try list.add(.left(CounterExit(day: today.next, reason: nil)), to: number, today: today)
    }
    #expect(throws: CounterRefusal.unknownChoice(.exitReason)) {
      try list.add(.left(CounterExit(day: today, reason: "annat")), to: number, today: today)
    }
    #expect(throws: CounterRefusal.notOut(number)) { try list.add(.stayed, to: number, today: today) }
    #expect(throws: CounterRefusal.notScreened(number)) { try list.add(.notScreened, to: number, today: today) }
    let asked = CounterScreening(day: CounterKit.day("2025-02-28"), isAnswered: true)
    #expect(throws: CounterRefusal.screenedOutside(asked.day)) {
      try list.add(.screened(asked), to: number, today: today)
    }
    #expect(throws: CounterRefusal.unknown(7)) { try list.remove(7) }
    #expect(throws: CounterRefusal.unknownChoice(.municipality)) {
      _ = try list.enter(
        CounterFacts(day: today, sex: .man, choices: [.municipality: "ronneby"]), today: today)
    }
    #expect(list == before)
  }

  @Test func `a choice that somebody has is not taken away, and one that nobody has is`() throws {
    let today = CounterKit.day("2025-06-15")
    var list = CounterList(setup: CounterKit.setup())
    _ = try list.enter(
      CounterFacts(day: today, sex: .man, choices: [.municipality: "karlshamn"]), today: today)
    var setup = list.setup
    setup.choices[.municipality]?.removeAll { $0.id == "olofstrom" }
    try list.change(setup)
    #expect(list.setup.choices[.municipality]?.map(\.title) == ["Karlshamn", "Sölvesborg"])
    setup.choices[.municipality] = []
    #expect(throws: CounterRefusal.choiceInUse(.municipality, title: "Karlshamn", entryCount: 1)) {
      try list.change(setup)
    }
  }

  @Test func `the association's short name may stand before the words of a choice`() {
    #expect(CounterChoice(typed: "KHAMN = Karlshamn") == CounterChoice(id: "KHAMN", title: "Karlshamn"))
    #expect(CounterChoice(typed: "Östra Göinge") == CounterChoice(id: "ostra-goinge", title: "Östra Göinge"))
    for nothing in ["", " ", "=", "å = b", "= Karlshamn", "KHAMN =", "!?"] {
      #expect(CounterChoice(typed: nothing) == nil, "\(nothing)")
    }
  }

  @Test func `numbers are never used again, also when an entry is taken away`() throws {
    let today = CounterKit.day("2025-06-15")
    var list = CounterList(setup: CounterKit.setup())
    let first = try list.enter(CounterFacts(day: today, sex: .man), today: today)
    try list.remove(first)
    #expect(try list.enter(CounterFacts(day: today, sex: .man), today: today) == first + 1)
  }

  @Test func `a period is delivered when it has ended, and shares no days with another`() throws {
    var list = CounterList(setup: CounterKit.setup())
    let quarter = CounterKit.quarters[1]
    let after = CounterKit.day("2025-07-01")
    #expect(throws: CounterRefusal.periodNotEnded(last: quarter.upperBound, today: quarter.upperBound)) {
      try list.check(quarter, today: quarter.upperBound)
    }
    try list.check(quarter, today: after)
    CounterKit.deliver([quarter], of: &list, on: after)
    try list.check(quarter, today: after)
    let wide = CounterKit.day("2025-06-01")...CounterKit.day("2025-08-31")
    #expect(throws: CounterRefusal.periodOverlaps(quarter)) {
      try list.check(wide, today: CounterKit.day("2026-01-01"))
    }
    #expect(throws: CounterRefusal.periodTooEarly(begins: CounterKit.day("2025-01-01"))) {
      try list.check(CounterKit.day("2024-12-01")...CounterKit.day("2024-12-31"), today: after)
    }
    #expect(throws: CounterRefusal.periodAcrossYears(CounterKit.day("2026-01-01"))) {
      try list.check(CounterKit.day("2025-01-01")...CounterKit.day("2026-01-01"), today: CounterKit.day("2027-01-01"))
    }
  }

  @Test func `what has been corrected since a delivery is said`() throws {
    let today = CounterKit.day("2025-07-15")
    var list = CounterList(setup: CounterKit.setup())
    _ = try list.enter(CounterFacts(day: CounterKit.day("2025-02-01"), sex: .woman), today: today)
    CounterKit.deliver([CounterKit.quarters[0]], of: &list, on: today)
    #expect(list.changed.isEmpty)
    #expect(list.remarks(on: CounterKit.quarters[1]).isEmpty)
    #expect(list.remarks(on: CounterKit.quarters[0]) == [.deliveredBefore(made: today, isSame: true)])
    #expect(
      list.remarks(on: CounterKit.quarters[2])
        == [.gap(after: CounterKit.quarters[0].upperBound, before: CounterKit.quarters[2].lowerBound)])
    _ = try list.enter(CounterFacts(day: CounterKit.day("2025-03-01"), sex: .man), today: today)
    #expect(list.changed == [CounterKit.quarters[0]])
    #expect(
      list.remarks(on: CounterKit.quarters[1]) == [
        .broken(CounterKit.quarters[0], ongoing: Tally(women: 1, men: 0), carried: Tally(women: 1, men: 1)),
        .changedSince(CounterKit.quarters[0]),
      ])
  }

  @Test func `it reminds of periods that have ended, of planned exits and of those who have been there long`() throws {
    let today = CounterKit.day("2026-08-01")
    var list = CounterList(setup: CounterKit.setup())
    let long = try list.enter(CounterFacts(day: CounterKit.day("2025-01-15"), sex: .woman), today: today)
    let planned = try list.enter(
      CounterFacts(day: CounterKit.day("2026-02-01"), sex: .man, plannedExit: CounterKit.day("2026-07-31")),
      today: today)
    CounterKit.deliver(CounterKit.quarters, of: &list, on: today)
    #expect(
      list.reminders(on: today) == [
        .delivery(CounterKit.day("2026-01-01")...CounterKit.day("2026-03-31")),
        .delivery(CounterKit.day("2026-04-01")...CounterKit.day("2026-06-30")),
        .exitMissing(planned, planned: CounterKit.day("2026-07-31")), .long(long, months: 18),
      ])
  }
}
