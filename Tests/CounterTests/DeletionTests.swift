import Association
import Ledger
import TestKit
import Testing

@testable import Counter

struct DeletionTests {
  /// Somebody who was there from February to May 2025.
  private static func list() throws -> (CounterList, number: Int) {
    let today = CounterKit.day("2025-05-31")
    var list = CounterList(setup: CounterKit.setup())
    let number = try list.enter(CounterFacts(day: CounterKit.day("2025-02-10"), sex: .woman), today: today)
    try list.add(
      .left(CounterExit(day: CounterKit.day("2025-05-20"), reason: "arbete")), to: number, today: today)
    return (list, number)
  }

  @Test func `nobody is deleted before all that they are counted in is delivered`() throws {
    var (list, number) = try Self.list()
    let late = CounterKit.day("2030-01-01")
    #expect(list.deleteDue(on: late) == 0)
    CounterKit.deliver([CounterKit.quarters[1]], of: &list, on: CounterKit.day("2025-07-02"))
    #expect(list.deleteDue(on: late) == 0)
    #expect(list.reminders(on: late).contains(.deletionWaits(entryCount: 1)))
    CounterKit.deliver([CounterKit.quarters[0]], of: &list, on: CounterKit.day("2025-07-02"))
    #expect(list.deleteDue(on: late) == 1)
    #expect(list.entry(number) == nil)
    #expect(list.deletedCount == 1)
  }

  @Test func `the clock strikes so many months after the exit and not a day before`() throws {
    var (list, _) = try Self.list()
    CounterKit.deliver(Array(CounterKit.quarters.prefix(2)), of: &list, on: CounterKit.day("2025-07-02"))
    #expect(list.finished.map { list.deletion(of: $0) } == [CounterKit.day("2025-11-20")])
    #expect(list.deleteDue(on: CounterKit.day("2025-11-19")) == 0)
    #expect(list.deleteDue(on: CounterKit.day("2025-11-20")) == 1)
  }

  @Test func `a month's time is left for questions after a late delivery`() throws {
    var (list, _) = try Self.list()
    CounterKit.deliver(Array(CounterKit.quarters.prefix(2)), of: &list, on: CounterKit.day("2026-01-10"))
    #expect(list.finished.map { list.deletion(of: $0) } == [CounterKit.day("2026-02-09")])
    // A corrected delivery begins the time for questions again.
    CounterKit.deliver([CounterKit.quarters[1]], of: &list, on: CounterKit.day("2026-02-01"))
    #expect(list.finished.map { list.deletion(of: $0) } == [CounterKit.day("2026-03-03")])
  }

  @Test func `one who is still there is never deleted`() throws {
    var (list, number) = try Self.list()
    let today = CounterKit.day("2025-05-31")
    try list.add(.stayed, to: number, today: today)
    CounterKit.deliver(CounterKit.quarters, of: &list, on: CounterKit.day("2026-01-10"))
    #expect(list.deleteDue(on: CounterKit.day("2030-01-01")) == 0)
  }

  @Test func `what is counted from the deleted is settled, and later periods count as before`() throws {
    var (list, _) = try Self.list()
    let today = CounterKit.day("2026-01-10")
    let stays = try list.enter(CounterFacts(day: CounterKit.day("2025-06-01"), sex: .man), today: today)
    CounterKit.deliver(Array(CounterKit.quarters.prefix(2)), of: &list, on: CounterKit.day("2025-07-02"))
    let third = list.counts(in: CounterKit.quarters[2])
    #expect(list.deleteDue(on: today) == 1)
    #expect(list.settledThrough == CounterKit.quarters[1].upperBound)
    #expect(list.counts(in: CounterKit.quarters[2]) == third)
    #expect(list.changed.isEmpty)
    let closed = CounterRefusal.dayClosed(CounterKit.day("2025-06-02"), through: CounterKit.day("2025-06-30"))
    #expect(throws: closed) {
      _ = try list.enter(CounterFacts(day: CounterKit.day("2025-06-02"), sex: .man), today: today)
    }
    #expect(throws: closed) {
      try list.add(.left(CounterExit(day: CounterKit.day("2025-06-02"), reason: nil)), to: stays, today: today)
    }
    #expect(throws: CounterRefusal.self) { try list.check(CounterKit.quarters[0], today: today) }
    // Their exit after what is settled is as free as ever.
    try list.add(.left(CounterExit(day: CounterKit.day("2025-08-02"), reason: nil)), to: stays, today: today)
  }

  @Test(arguments: UInt64(1)...40)
  func `deleting changes no period that is yet to be delivered`(seed: UInt64) throws {
    var kit = CounterKit(seed: seed)
    var list = try kit.list()
    CounterKit.deliver(
      Array(CounterKit.quarters.prefix(Int.random(in: 1...4, using: &kit.numbers))), of: &list,
      on: CounterKit.day("2026-01-05"))
    let whole = list
    let count = list.deleteDue(on: CounterKit.day("2026-12-31"))
    #expect(list.entries.count == whole.entries.count - count)
    let open = list.settledThrough?.next ?? CounterKit.day("2025-01-01")
    for _ in 0..<10 {
      let first = kit.day(in: open...CounterKit.day("2026-12-31"))
      let period = first...kit.day(in: first...CounterKit.day("2026-12-31"))
      #expect(list.counts(in: period) == whole.counts(in: period), "\(period)")
    }
    for entry in list.finished {
      #expect(list.deletion(of: entry).map { $0 > CounterKit.day("2026-12-31") } ?? true)
    }
  }

  @Test func `a month later than the last of January is the last of February`() {
    #expect(CounterKit.day("2025-01-31").adding(months: 1) == CounterKit.day("2025-02-28"))
    #expect(CounterKit.day("2024-08-31").adding(months: 6) == CounterKit.day("2025-02-28"))
    #expect(CounterKit.day("2023-12-31").adding(months: 2) == CounterKit.day("2024-02-29"))
    #expect(CounterKit.day("2025-11-15").adding(months: 24) == CounterKit.day("2027-11-15"))
  }
}
