import Association
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// A new meeting of the board, and what is said of one: when, where, open to whom, and how one takes part from afar.
enum PlanBoardMeeting {
  enum Name {
    static let number = "nummer"
    static let day = "dag"
    static let time = "tid"
    static let place = "plats"
    static let isPublic = "offentligt"
    static let standard = "dagordning"
    static let remoteDay = "distans-dag"
    static let remoteParagraph = "distans-paragraf"
    static let remoteExtent = "distans-omfattning"
    static let soundReasons = "ljud-skal"
  }

  /// The items that most meetings have.
  static let standard: [AgendaItem] = [
    AgendaItem(title: "Mötet öppnas"), AgendaItem(title: "Dagordningen fastställs"),
    AgendaItem(
      title: "Val av justerare", proposal: "Styrelsen väljer … att justera protokollet tillsammans med ordföranden."),
    AgendaItem(title: "Föregående protokoll", proposal: "Styrelsen lägger protokollet till handlingarna."),
    AgendaItem(
      title: "Anmälan av delegationsbeslut", kind: .delegation,
      proposal: "Styrelsen lägger anmälan av delegationsbesluten till handlingarna."),
    AgendaItem(title: "Ekonomisk rapport", proposal: "Styrelsen lägger rapporten till handlingarna."),
    AgendaItem(title: "Övriga frågor"), AgendaItem(title: "Mötet avslutas"),
  ]

  static func showNew(_ asked: Asked, _: Nothing) throws -> Answer {
    let desk = try BoardDesk(asked)
    let last = desk.record.meetings.last { $0.place != .cancelled }
    let number =
      (desk.record.meetings.filter { $0.day.year == asked.today.year && $0.place != .cancelled }
        .map(\.plan.number).max() ?? 0) + 1
    var plan = MeetingPlan(number: number, day: asked.today, place: last?.plan.place ?? "")
    plan.time = last?.plan.time ?? plan.time
    // A standing decision on taking part from afar holds for the next meeting too.
    plan.remote = last?.plan.remote
    var fields = fields(of: plan)
    fields.removeAll { $0.name == Name.day }
    return .page(page(desk, nil, Form(fields: fields + [(Name.standard, "ja")]), faults: []))
  }

  static func saveNew(_ asked: Asked, _: Nothing) throws -> Answer {
    let desk = try BoardDesk(asked)
    var reading = FormReading(asked.form)
    var plan = read(&reading, asked)
    if asked.form.has(Name.standard) { plan?.agenda = standard }
    var faults = reading.faults
    if let plan, faults.isEmpty {
      do {
        let id = try asked.store.together(by: asked.actor, at: asked.now) { try $0.plan(plan) }
        return .see(
          Addresses.boardAgenda.path(id.rawValue), notice: "Möte \(plan.number) är planerat. Skriv dagordningen.")
      } catch let refusal as MeetingRefusal {
        faults = [desk.fault(refusal, nil)]
      }
    }
    return .page(page(desk, nil, asked.form, faults: faults), status: .unprocessableContent)
  }

  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    return .page(page(desk, meeting, Form(fields: fields(of: meeting.plan)), faults: []))
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    var reading = FormReading(asked.form)
    var plan = read(&reading, asked)
    plan?.agenda = meeting.plan.agenda
    var faults = reading.faults
    if let plan, faults.isEmpty {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) { _ = try $0.take(.planned(plan), in: meeting.id) }
        return .see(Addresses.boardMeeting.path(id), notice: "Mötets uppgifter är sparade.")
      } catch let refusal as MeetingRefusal {
        faults = [desk.fault(refusal, meeting)]
      }
    }
    return .page(page(desk, meeting, asked.form, faults: faults), status: .unprocessableContent)
  }

  /// Calls off a meeting.
  static func cancel(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    var reading = FormReading(asked.form)
    let reason = reading.text("skal", "Skälet", isRequired: true, byteCountMax: 500)
    var faults = reading.faults
    if faults.isEmpty {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) {
          _ = try $0.take(.cancelled(because: reason), in: meeting.id)
        }
        return .see(Addresses.boardMeeting.path(id), notice: "Mötet är inställt.")
      } catch let refusal as MeetingRefusal {
        faults = [desk.fault(refusal, meeting)]
      }
    }
    return .page(
      page(desk, meeting, Form(fields: fields(of: meeting.plan)), faults: faults), status: .unprocessableContent)
  }

  private static func fields(of plan: MeetingPlan) -> [(name: String, value: String)] {
    [
      (Name.number, "\(plan.number)"), (Name.day, plan.day.text), (Name.time, plan.time), (Name.place, plan.place),
      (Name.remoteDay, plan.remote?.decision.date?.text ?? ""),
      (Name.remoteParagraph, plan.remote?.decision.paragraph ?? ""), (Name.remoteExtent, plan.remote?.extent ?? ""),
      (Name.soundReasons, plan.remote?.soundReasons ?? ""),
    ] + (plan.isPublic ? [(Name.isPublic, "ja")] : [])
  }

  private static func read(_ reading: inout FormReading, _ asked: Asked) -> MeetingPlan? {
    let form = asked.form
    let number = Int(typed: form.choice(Name.number).strippedOfBlanks, in: 1...99)
    if number == nil { reading.add("Mötets nummer ska vara ett tal från 1.", at: Name.number) }
    let day = reading.date(Name.day, "Dagen", year: asked.today.year)
    let time = reading.text(Name.time, "Tiden", isRequired: true, byteCountMax: 5).replacing(":", with: ".")
    let place = reading.text(Name.place, "Platsen", byteCountMax: 200)
    let extent = reading.text(Name.remoteExtent, "Omfattningen", isLong: true, byteCountMax: 1000)
    let paragraph = reading.text(Name.remoteParagraph, "Paragrafen", byteCountMax: 60)
    let sound = reading.text(Name.soundReasons, "De särskilda skälen", isLong: true, byteCountMax: 1000)
    var remote: RemoteRule?
    let dayOfRule = form.choice(Name.remoteDay).strippedOfBlanks
    if !extent.isEmpty || !paragraph.isEmpty || !dayOfRule.isEmpty || !sound.isEmpty {
      let decided = dayOfRule.isEmpty ? nil : reading.date(Name.remoteDay, "Dagen för beslutet om distans")
      remote = RemoteRule(
        decision: Decision(date: decided, paragraph: paragraph), extent: extent, soundReasons: sound)
    }
    guard let number, let day, !reading.hasFaults else { return nil }
    return MeetingPlan(
      number: number, day: day, time: time.utf8.count == 4 ? "0" + time : time, place: place,
      isPublic: form.has(Name.isPublic), remote: remote)
  }

  private static func page(_ desk: BoardDesk, _ meeting: BoardMeeting?, _ form: Form, faults: [FieldFault]) -> Page {
    func field(_ name: String, _ label: String, hint: String = "") -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: form.choice(name), hint: hint), faults: faults)
    }
    let fields: [HTML] = [
      field(Name.day, "Dag", hint: "2026-05-12"), field(Name.time, "Tid", hint: "09.00"), field(Name.place, "Plats"),
      field(Name.number, "Nummer i året"),
      FormPart.box(
        Name.isPublic, "Offentligt möte (budgeten fastställs på ett sådant, § 19)", isTicked: form.has(Name.isPublic)),
      meeting == nil
        ? FormPart.box(Name.standard, "Börja med de vanliga punkterna", isTicked: form.has(Name.standard)) : .empty,
      tag(
        "fieldset", tag("legend", .text("Delta på distans (§ 19 a)")),
        tag(
          "p", [.class("hint")],
          .text("Bara om styrelsen har beslutat det, och beslutet säger i vilken utsträckning. Lämna annars tomt.")),
        field(Name.remoteDay, "Beslutets dag"), field(Name.remoteParagraph, "Paragraf", hint: "§ 12"),
        FormPart.area(
          Name.remoteExtent, "I vilken utsträckning", value: form.choice(Name.remoteExtent), rows: 2, faults: faults),
        FormPart.area(
          Name.soundReasons, "Särskilda skäl för enbart ljud", value: form.choice(Name.soundReasons),
          hint: "Tomt: alla på distans har ljud och bild.", rows: 2, faults: faults)),
      FormPart.button(meeting == nil ? "Planera mötet" : "Spara"),
    ]
    var main = [
      FormPart.summary(of: faults),
      FormPart.form(
        to: meeting.map { Addresses.boardPlan.path($0.id.rawValue) } ?? Addresses.newBoardMeeting.path(),
        desk.asked.visitor, each: fields),
    ]
    if let meeting, [.planned, .called].contains(meeting.place) {
      main.append(
        tag(
          "details", tag("summary", .text("Ställ in mötet")),
          FormPart.form(
            to: Addresses.boardCancelling.path(meeting.id.rawValue), desk.asked.visitor,
            each: [
              FormPart.field(
                FormPart.Field(name: "skal", label: "Varför", value: desk.asked.form.choice("skal")), faults: faults),
              FormPart.button("Ställ in mötet", kind: "danger"),
            ])))
    }
    return Page(
      title: meeting == nil ? "Nytt möte" : "Mötets uppgifter", section: .board,
      trail: meeting.map { BoardDesk.trail($0) } ?? BoardDesk.meetingsTrail, main: .joined(main))
  }
}
