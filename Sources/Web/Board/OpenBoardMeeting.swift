import Association
import HTTPTypes
import Ledger
import Press
import Store

/// Opens a meeting: the seats of the day, who is there, and the number that its paragraphs begin with.
enum OpenBoardMeeting {
  private static let count = "antal"
  private static let first = "forsta-paragraf"

  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    guard meeting.place == .called else {
      return .see(Addresses.boardMeeting.path(id), notice: wrongPlace(meeting))
    }
    return .page(page(desk, meeting, typed: nil, faults: []))
  }

  private static func wrongPlace(_ meeting: BoardMeeting) -> String {
    meeting.place == .planned ? "Notera först när kallelsen skickades." : ""
  }

  private static func seats(_ desk: BoardDesk, _ meeting: BoardMeeting) -> [MeetingSeat] {
    MeetingSeat.roll(of: desk.association.seats, on: meeting.day)
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    let seats = seats(desk, meeting)
    var reading = FormReading(asked.form)
    let members = Int(typed: asked.form.choice(count).strippedOfBlanks, in: 1...199)
    if members == nil { reading.add("Antalet ledamöter ska vara ett tal från 1.", at: count) }
    let paragraph = Int(typed: asked.form.choice(first).strippedOfBlanks.drop { $0 == "§" || $0 == " " }, in: 1...9999)
    if paragraph == nil { reading.add("Mötets första paragraf ska vara ett tal från 1.", at: first) }
    let attendance = AttendanceForm.read(&reading, asked.form, seats: seats)
    var faults = reading.faults
    if let members, let paragraph, let attendance, faults.isEmpty {
      let opening = BoardMeeting.Opening(
        seats: seats, memberCount: members, firstParagraph: paragraph, attendance: attendance)
      do {
        try asked.store.together(by: asked.actor, at: asked.now) { _ = try $0.take(.opened(opening), in: meeting.id) }
        return .see(Addresses.boardRoom.path(id), notice: "Mötet är öppnat.")
      } catch let refusal as MeetingRefusal {
        faults = [desk.fault(refusal, meeting, seats: seats)]
      }
    }
    return .page(page(desk, meeting, typed: asked.form, faults: faults), status: .unprocessableContent)
  }

  private static func page(_ desk: BoardDesk, _ meeting: BoardMeeting, typed: Form?, faults: [FieldFault]) -> Page {
    let seats = seats(desk, meeting)
    let members = seats.count { !$0.isSubstitute }
    let last =
      desk.record.meetings.filter { $0.day.year == meeting.day.year && $0.day <= meeting.day }
      .flatMap(\.decisions).map(\.paragraph).max() ?? 0
    let form = AttendanceForm(
      desk, seats: seats, plan: meeting.plan, present: nil, typed: typed, faults: faults)
    func value(_ name: String, _ usual: Int) -> String { typed?.choice(name) ?? "\(usual)" }
    return Page(
      title: "Öppna mötet", section: .board, trail: BoardDesk.trail(meeting), isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        FormPart.form(
          to: Addresses.boardOpening.path(meeting.id.rawValue), desk.asked.visitor,
          each: [
            FormPart.field(
              FormPart.Field(
                name: count, label: "Antal ledamöter i styrelsen", value: value(count, members),
                hint:
                  "Enligt förbundsordningen, också platser som ingen har. Fler än hälften ska tjänstgöra (KL 6:27).",
                inputMode: "numeric"), faults: faults),
            FormPart.field(
              FormPart.Field(
                name: first, label: "Mötets första paragraf", value: value(first, last + 1),
                hint: "Paragraferna löper vidare genom året.", inputMode: "numeric"), faults: faults),
          ] + form.fields() + [FormPart.button("Öppna mötet")]),
      ]))
  }
}

/// Says anew who is at a meeting that goes on.
enum AttendBoardMeeting {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    guard case .opened(let held) = meeting.stage else { return .see(Addresses.boardMeeting.path(id)) }
    return .page(page(desk, meeting, held, typed: nil, faults: []))
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    guard case .opened(let held) = meeting.stage else { return .see(Addresses.boardMeeting.path(id)) }
    var reading = FormReading(asked.form)
    let attendance = AttendanceForm.read(&reading, asked.form, seats: held.seats)
    var faults = reading.faults
    if let attendance, faults.isEmpty {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) {
          _ = try $0.take(.attended(attendance), in: meeting.id)
        }
        return .see(Addresses.boardRoom.path(id), notice: "Närvaron är sparad.")
      } catch let refusal as MeetingRefusal {
        faults = [desk.fault(refusal, meeting)]
      }
    }
    return .page(page(desk, meeting, held, typed: asked.form, faults: faults), status: .unprocessableContent)
  }

  private static func page(
    _ desk: BoardDesk, _ meeting: BoardMeeting, _ held: BoardMeeting.Opened, typed: Form?, faults: [FieldFault]
  ) -> Page {
    let form = AttendanceForm(
      desk, seats: held.seats, plan: meeting.plan, present: held.attendance, typed: typed, faults: faults)
    return Page(
      title: "Närvaro", section: .board,
      trail: BoardDesk.trail(meeting) + [Page.Link("Mötesrummet", Addresses.boardRoom.path(meeting.id.rawValue))],
      isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        FormPart.form(
          to: Addresses.boardAttendance.path(meeting.id.rawValue), desk.asked.visitor,
          each: form.fields() + [FormPart.button("Spara närvaron")]),
      ]))
  }
}
