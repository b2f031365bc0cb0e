import Association
import Ledger

extension Check {
  static let boardMeetingsAgree = Check(
    code: "styrelsemoten-lika", .warning,
    question: "Är antalet möten med styrelsen det som hållits i boken?",
    reason: "Antalet möten räknas ur bokens avslutade möten; en skriven siffra som är en annan är fel någonstans.",
    mend: "Ta bort den skrivna siffran, eller för in de möten som saknas.",
    slips: { report in
      let year = report.year.number
      guard let source = report.source else { return [] }
      let held = source.board.heldCount(in: year)
      let typed = source.association.meetings.filter { $0.year == year && $0.id == MeetingCount.boardID }
      return typed.filter { held > 0 && $0.count != held }.map { meeting in
        Slip(
          at: "moten/\(meeting.id)", stated: "\(meeting.count)", expected: "\(held)",
          difference: Numerals.whole(Int64(meeting.count - held)),
          "Styrelsen sägs ha haft \(meeting.count) möten \(year), men i boken är \(held) avslutade. Rapporten skriver "
            + "\(held). Rätta den skrivna siffran, eller för in de möten som saknas.")
      }
    },
    spoil: { report in
      let year = report.year.number
      report.alterAssociation { association in
        association.meetings.removeAll { $0.year == year && $0.id == MeetingCount.boardID }
        association.meetings.append(
          MeetingCount(id: MeetingCount.boardID, year: year, title: "Styrelsen", count: 6))
      }
      report.source?.board = BoardRecord([.held(on: report.year.first)].compactMap(\.self))
    })
}

extension BoardMeeting {
  /// A meeting of one member that decided nothing, for the counter-example.
  fileprivate static func held(on day: CalendarDate) -> BoardMeeting? {
    let seat = MeetingSeat(number: 1, function: "Ordförande", name: "", memberID: "", isSubstitute: false)
    let other = MeetingSeat(number: 2, function: "Ledamot", name: "", memberID: "", isSubstitute: false)
    let attendance = Attendance(
      presences: [.init(seat: 1), .init(seat: 2)], chair: 1, secretary: "Sekreterare", adjusters: [2])
    let plan = MeetingPlan(number: 1, day: day, agenda: [AgendaItem(title: "Mötet öppnas")])
    // A step that is refused leaves no counter-example, which the test of the checks then says.
    guard let called = try? Planned(plan).called(on: day),
      let opened = try? called.opened(
        Opening(seats: [seat, other], memberCount: 2, firstParagraph: 1, attendance: attendance)),
      let closed = try? opened.closed(at: "10.00")
    else { return nil }
    return BoardMeeting(id: ID(rawValue: 1), stage: .closed(closed))
  }
}
