import Association
import Ledger
import TestKit
import Testing

struct MinutesTests {
  static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("The test's day is a day.") }
    return day
  }

  private static let mark = StepMark(by: Actor(name: "Kansliet"), at: Moment(secondsSince1970: 1_800_000_000))

  private static func signer(_ name: String, isChair: Bool = false, wasPresent: Bool = true) -> MinutesSigner {
    MinutesSigner(
      name: name, function: isChair ? "Ordförande" : "Justerare", isChair: isChair, wasPresent: wasPresent)
  }

  private static let three = [signer("Kim", isChair: true), signer("Lo"), signer("Sam")]

  private static func closed(_ signers: [MinutesSigner] = three) throws(MinutesRefusal) -> MinutesState.Closed {
    try MinutesState.Draft(heldOn: day("2026-03-12"))
      .closed(signers: signers, mark: mark)
  }

  private static func refusal(_ body: () throws -> Void) -> MinutesRefusal? {
    do {
      try body()
      return nil
    } catch {
      return error as? MinutesRefusal
    }
  }

  @Test func `minutes are adjusted when the chair and both adjusters have, on the day of the last`() throws {
    var closed = try MinutesTests.closed()
    for (position, day) in [(1, "2026-03-20"), (0, "2026-03-16")] {
      let state = try closed.adjusted(
        by: position, on: MinutesTests.day(day), mark: MinutesTests.mark)
      closed = try #require(state.closed)
      #expect(state.adjusted == nil)
    }
    #expect(closed.waiting.map(\.name) == ["Sam"])

    let state = try closed.adjusted(
      by: 2, on: MinutesTests.day("2026-03-18"), mark: MinutesTests.mark)

    #expect(state.adjusted?.adjustedOn.text == "2026-03-20")
  }

  @Test func `somebody who was not there cannot adjust the minutes`() {
    let signers = [
      MinutesTests.signer("Kim", isChair: true), MinutesTests.signer("Lo"),
      MinutesTests.signer("Sam", wasPresent: false),
    ]

    #expect(MinutesTests.refusal { _ = try MinutesTests.closed(signers) } == .absent("Sam"))
  }

  @Test func `minutes want a chair and somebody more, each once`() {
    let (kim, lo) = (MinutesTests.signer("Kim", isChair: true), MinutesTests.signer("Lo"))

    #expect(MinutesTests.refusal { _ = try MinutesTests.closed([kim]) } == .tooFewSigners(0, hasChair: true))
    #expect(
      MinutesTests.refusal { _ = try MinutesTests.closed([MinutesTests.signer("Sam"), lo, MinutesTests.signer("Bo")]) }
        == .tooFewSigners(3, hasChair: false))
    #expect(MinutesTests.refusal { _ = try MinutesTests.closed([kim, lo, lo]) } == .signerTwice("Lo"))
  }

  @Test func `nobody adjusts twice or before the meeting`() throws {
    let closed = try MinutesTests.closed()
    let one = try #require(
      try closed.adjusted(
        by: 0, on: MinutesTests.day("2026-03-14"), mark: MinutesTests.mark
      ).closed)
    func refusal(_ position: Int, _ day: String) -> MinutesRefusal? {
      MinutesTests.refusal {
        _ = try one.adjusted(by: position, on: MinutesTests.day(day), mark: MinutesTests.mark)
      }
    }

    #expect(refusal(0, "2026-03-15") == .adjustedBefore("Kim"))
    #expect(refusal(3, "2026-03-15") == .notASigner)
    #expect(
      refusal(1, "2026-03-11")
        == .beforeMeeting(MinutesTests.day("2026-03-11"), heldOn: MinutesTests.day("2026-03-12")))
    #expect(
      refusal(1, "2199-03-15")
        == .ahead(MinutesTests.day("2199-03-15"), today: MinutesTests.day("2027-01-15")))
  }

  @Test(arguments: [
    // Three weeks to the day; Good Friday to the Tuesday after Easter; midsommarafton to Monday; julafton over the
    // holidays to the next working day; nyårsafton and New Year's Day.
    ("2026-03-02", "2026-03-23"), ("2026-03-13", "2026-04-07"), ("2026-05-29", "2026-06-22"),
    ("2025-12-03", "2025-12-29"), ("2026-12-10", "2027-01-04"),
  ])
  func `the last day to appeal is three weeks later, or the next working day`(posted: String, last: String) {
    #expect(MinutesRules.lastAppealDay(postedOn: MinutesTests.day(posted)).text == last)
  }

  @Test func `minutes adjusted before a weekend are announced on the Monday at the latest`() {
    #expect(MinutesRules.announceBy(adjustedOn: MinutesTests.day("2026-03-19")).text == "2026-03-23")
    #expect(MinutesRules.announceBy(adjustedOn: MinutesTests.day("2026-03-23")).text == "2026-03-25")
  }

  private func adjusted() throws -> MinutesState.Adjusted {
    var state = MinutesState.closed(try MinutesTests.closed())
    for position in 0..<3 {
      state = try #require(state.closed).adjusted(
        by: position, on: MinutesTests.day("2026-03-16"), mark: MinutesTests.mark)
    }
    return try #require(state.adjusted)
  }

  @Test func `a notice is not put up before the adjustment, or twice, and not confirmed before it is up`() throws {
    let notice = Notice(memberID: "karlskrona")
    let (adjusted, today) = (MinutesTests.day("2026-03-16"), MinutesTests.day("2026-06-01"))
    func refusal(_ body: () throws -> Notice) -> MinutesRefusal? { MinutesTests.refusal { _ = try body() } }

    #expect(
      refusal { try notice.posted(on: MinutesTests.day("2026-03-15"), adjustedOn: adjusted, today: today) }
        == .beforeAdjustment(MinutesTests.day("2026-03-15"), adjustedOn: adjusted))
    #expect(refusal { try notice.confirmed(by: "Registrator", on: adjusted, today: today) } == .notPosted)
    let up = try notice.posted(on: MinutesTests.day("2026-03-17"), adjustedOn: adjusted, today: today)
    #expect(
      refusal { try up.posted(on: MinutesTests.day("2026-03-18"), adjustedOn: adjusted, today: today) }
        == .postedBefore(MinutesTests.day("2026-03-17")))
    let said = try up.confirmed(by: "Registrator", on: MinutesTests.day("2026-03-18"), today: today)
    #expect(
      refusal { try said.confirmed(by: "Registrator", on: MinutesTests.day("2026-03-18"), today: today) }
        == .confirmedBefore)
  }

  @Test func `a notice taken down too early must be put up anew, and time is counted from then`() throws {
    let (adjusted, today) = (MinutesTests.day("2026-03-16"), MinutesTests.day("2026-06-01"))
    // The last day to appeal is 7 April: to take it down that day is a day too early.
    let early = try Notice(memberID: "karlskrona")
      .posted(on: MinutesTests.day("2026-03-17"), adjustedOn: adjusted, today: today)
      .takenDown(on: MinutesTests.day("2026-04-07"), today: today)
    #expect(early.postings[0].lastAppealDay.text == "2026-04-07")
    #expect(early.postings[0].wasTakenDownEarly)
    #expect(GainsForce(adjusted: try self.adjusted(), notices: [early]) == .waiting(memberIDs: ["karlskrona"]))

    let again = try early.posted(on: MinutesTests.day("2026-04-08"), adjustedOn: adjusted, today: today)

    #expect(
      GainsForce(adjusted: try self.adjusted(), notices: [again])
        == .on(MinutesTests.day("2026-04-30"), latestPosting: MinutesTests.day("2026-04-08")))
  }

  @Test(arguments: 1...200)
  func
    `a decision gains force the day after the last appeal day of the latest posting, and is unknown until all are up`(
      seed: Int
    ) throws
  {
    var random = SeededGenerator(seed: UInt64(seed))
    let adjusted = try adjusted()
    let today = MinutesTests.day("2199-01-01")
    let all = Int.random(in: 1...6, using: &random)
    var notices = (0..<all).map { Notice(memberID: "m\($0)") }
    var days: [CalendarDate] = []
    for index in notices.indices.shuffled(using: &random) {
      let force = GainsForce(adjusted: adjusted, notices: notices)
      #expect(force.day == nil)
      if case .waiting(let waiting) = force {
        #expect(waiting == notices.filter { $0.postings.isEmpty }.map(\.memberID))
      } else {
        Issue.record("seed \(seed): it is unknown while a member has not put the notice up")
      }
      let day = adjusted.adjustedOn.adding(days: Int.random(in: 0...900, using: &random))
      days.append(day)
      notices[index] = try notices[index].posted(on: day, adjustedOn: adjusted.adjustedOn, today: today)
    }

    guard case .on(let day, let latest) = GainsForce(adjusted: adjusted, notices: notices) else {
      Issue.record("seed \(seed): it is known when all are up")
      return
    }
    #expect(latest == days.max())
    #expect(SwedishHolidays.isWorkingDay(day.dayBefore), "seed \(seed)")
    #expect(latest.days(until: day) >= 22, "seed \(seed)")
    // No working day is passed over: between three weeks and the last day to appeal there is none.
    var between = latest.adding(days: 21)
    while between < day.dayBefore {
      #expect(!SwedishHolidays.isWorkingDay(between), "seed \(seed)")
      between = between.next
    }
    #expect(GainsForce(adjusted: nil, notices: notices) == .notAdjusted)
  }
}
