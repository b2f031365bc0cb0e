import Association
import Ledger
import Store
import Testing

@testable import Web

/// A meeting of the example's board that goes on, with a decision.
enum BoardSamples {
  static func open(_ kit: OfficeKit) throws {
    let day = try #require(CalendarDate("2022-11-18"))
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      let seats = MeetingSeat.roll(of: try writing.association().seats, on: day)
      let id = try writing.plan(
        MeetingPlan(number: 5, day: day, place: "Rådhuset", agenda: PlanBoardMeeting.standard))
      try writing.take(.called(on: day), in: id)
      let members = seats.filter { !$0.isSubstitute }
      let attendance = Attendance(presences: members.map { Attendance.Presence(seat: $0.number) }, chair: 1)
      try writing.take(
        .opened(
          BoardMeeting.Opening(seats: seats, memberCount: members.count, firstParagraph: 1, attendance: attendance)),
        in: id)
      try writing.take(
        .decided(BoardDecision.Draft(paragraph: 1, item: 1, wording: "Mötet öppnas."), consultedOn: nil), in: id)
    }
  }
}
