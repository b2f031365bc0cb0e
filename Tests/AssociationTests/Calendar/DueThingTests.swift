import Association
import Ledger
import Testing

@Suite struct DueThingTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func `what has a day is late after it, soon before it, and what waits has waited long after two weeks`() throws
  {
    let today = try day("2026-02-15")
    func state(_ thing: DueThing) -> DueThing.State { thing.state(on: today) }

    let dated = try ["2026-02-14", "2026-02-15", "2026-03-29", "2026-03-30"].map {
      DueThing(.agreement, "x", day: try day($0), place: .vat)
    }
    #expect(
      dated.map(state) == [
        .dated(.late(days: 1)), .dated(.soon(days: 0)), .dated(.soon(days: 42)), .dated(.coming(days: 43)),
      ])
    #expect(dated.map { $0.isLate(on: today) } == [true, false, false, false])
    #expect(dated.map { $0.isPresent(on: today, withinDays: 42) } == [true, true, true, false])
    let waiting = try ["2026-02-01", "2026-01-31"].map {
      DueThing(.requisition, "x", since: try day($0), place: .requisition(1))
    }
    #expect(waiting.map(state) == [.waiting(days: 14, isLong: false), .waiting(days: 15, isLong: true)])
    // What waits for somebody is to be seen to now, though its day is far off.
    let far = DueThing(.invoice, "x", day: try day("2026-12-31"), since: today, place: .invoice(1))
    #expect(far.isPresent(on: today, withinDays: 0))
    let done = DueThing(.survey, "x", day: try day("2026-01-01"), place: .survey(1), isDone: true)
    #expect(state(done) == .dated(.done(on: nil)))
    #expect(!done.isLate(on: today) && !done.isWaiting && !done.isPresent(on: today, withinDays: 42))
  }

  @Test func `a question goes first, then what is due first`() throws {
    let today = try day("2026-02-15")
    let things = [
      DueThing(.agreement, "sedan", day: try day("2026-03-01"), place: .vat),
      DueThing(.requisition, "väntar", since: try day("2026-02-10"), place: .vat),
      DueThing(.wheel, "sen", day: try day("2026-01-01"), place: .vat),
      DueThing(.comment, "fråga", since: today, place: .comments, isAsked: true),
    ]
    #expect(DueThing.inOrder(things, on: today).map(\.title) == ["fråga", "sen", "väntar", "sedan"])
  }

  /// The days on either side of years whose weeks are known.
  @Test(arguments: [
    ("2026-02-15", 7, "2026-W07"), ("2026-02-16", 1, "2026-W08"), ("2024-12-30", 1, "2025-W01"),
    ("2021-01-03", 7, "2020-W53"), ("2021-01-04", 1, "2021-W01"), ("2000-02-29", 2, "2000-W09"),
  ])
  func `a day falls in a week of ISO 8601`(text: String, weekday: Int, week: String) throws {
    let day = try day(text)
    #expect(day.weekday == weekday)
    #expect(CalendarWeek(of: day).text == week)
  }

  @Test func `weeks follow one another without a gap`() throws {
    var day = try day("2019-12-30")
    var week = CalendarWeek(of: day)
    for _ in 0..<4000 {
      day = day.next
      let next = CalendarWeek(of: day)
      #expect(day.weekday == 1 ? next > week && week.monday.days(until: next.monday) == 7 : next == week)
      week = next
    }
  }
}
