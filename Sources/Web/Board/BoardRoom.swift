import Association
import HTTPTypes
import Ledger
import Press
import Store

/// The meeting as it goes on: who serves and whether it is enough, item by item, and what is decided of each.
enum BoardRoom {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    guard case .opened(let held) = meeting.stage else { return .see(Addresses.boardMeeting.path(id)) }
    return .page(try page(desk, meeting, held, faults: []))
  }

  /// Strikes out what was recorded wrong.
  static func strike(_ asked: Asked, _ place: Pair<Int64, Int>) throws -> Answer {
    var reading = FormReading(asked.form)
    let field = "skal-\(place.second)"
    let reason = reading.text(field, "Skälet", isRequired: true, byteCountMax: 500)
    return try step(
      asked, place.first, reading.faults, .struck(paragraph: place.second, because: reason), at: field,
      "§ \(place.second) är struken.")
  }

  /// Notes a reservation.
  static func reserve(_ asked: Asked, _ place: Pair<Int64, Int>) throws -> Answer {
    var reading = FormReading(asked.form)
    let field = "reservant-\(place.second)"
    let seat = Int(typed: asked.form.choice(field), in: 1...999)
    if seat == nil { reading.add("Välj vem som reserverar sig.", at: field) }
    let words = reading.text(
      "reservation-\(place.second)", "Reservationen", isLong: true, byteCountMax: 4000)
    return try step(
      asked, place.first, reading.faults,
      .reserved(paragraph: place.second, BoardDecision.Reservation(seat: seat ?? 0, words: words)), at: field,
      "Reservationen mot § \(place.second) är antecknad.")
  }

  /// Closes the meeting.
  static func close(_ asked: Asked, _ id: Int64) throws -> Answer {
    var reading = FormReading(asked.form)
    let time = reading.text("slut", "Tiden", isRequired: true, byteCountMax: 5).replacing(":", with: ".")
    return try step(
      asked, id, reading.faults, .closed(at: time.utf8.count == 4 ? "0" + time : time), at: "slut",
      "Mötet är avslutat. Nu ska protokollet justeras inom 14 dagar (KL 5:69).")
  }

  private static func step(
    _ asked: Asked, _ id: Int64, _ found: [FieldFault], _ event: BoardMeeting.Event, at field: String, _ notice: String
  ) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    var faults = found
    if faults.isEmpty {
      do {
        let after = try asked.store.together(by: asked.actor, at: asked.now) { try $0.take(event, in: meeting.id) }
        return .see(
          after.place == .opened ? Addresses.boardRoom.path(id) : Addresses.boardMeeting.path(id), notice: notice)
      } catch let refusal as MeetingRefusal {
        faults = [desk.fault(refusal, meeting, at: field)]
      }
    }
    guard case .opened(let held) = meeting.stage else {
      return .see(Addresses.boardMeeting.path(id), notice: faults.map(\.message).joined(separator: " "))
    }
    return .page(try page(desk, meeting, held, faults: faults), status: .unprocessableContent)
  }

  private static func page(
    _ desk: BoardDesk, _ meeting: BoardMeeting, _ held: BoardMeeting.Opened, faults: [FieldFault]
  ) throws -> Page {
    let id = meeting.id.rawValue
    let delegated = try desk.asked.store.delegatedDecisions()
    return Page(
      title: "Mötesrummet", section: .board, trail: BoardDesk.trail(meeting),
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Styrelsen har \(held.memberCount) ledamöter. Minst \(held.quorum) ska tjänstgöra för att något ska kunna beslutas "
              + "(KL 6:27, § 19).")),
        tag(
          "p", [.class("toolbar")],
          tag("a", [.class("button"), .href(.path(Addresses.boardAttendance.path(id)))], .text("Ändra närvaron")),
          tag("a", [.class("button"), .href(.path(Addresses.boardAgenda.path(id)))], .text("Lägg till punkt"))),
        tag(
          "details", tag("summary", .text("Närvaro: \(held.attendance.presences.count) av \(held.seats.count)")),
          ShowBoardMeeting.attendance(desk, meeting)),
        .joined(
          meeting.plan.agenda.enumerated().map { index, item in
            section(desk, meeting, held, index + 1, item, delegated, faults)
          }), closing(desk, meeting, held, faults),
      ]))
  }

  private static func section(
    _ desk: BoardDesk, _ meeting: BoardMeeting, _ held: BoardMeeting.Opened, _ number: Int, _ item: AgendaItem,
    _ delegated: [KeptDelegatedDecision], _ faults: [FieldFault]
  ) -> HTML {
    let serving = held.serving(at: number).count
    let hasQuorum = held.hasQuorum(at: number)
    let decisions = held.decisions.filter { $0.said.item == number }
    let id = meeting.id.rawValue
    return tag(
      "section", [.labelled(by: "punkt-\(number)")],
      tag("h2", [.id("punkt-\(number)")], .text("\(number). \(item.title)")),
      tag(
        "p",
        tag(
          "span", [.class(hasQuorum ? "badge good" : "badge alarm")],
          .text("\(serving) av \(held.memberCount) tjänstgör" + (hasQuorum ? "" : ", inte beslutsför")))),
      item.kind == .delegation ? DelegationPart.list(delegated, for: meeting, item: number) : .empty,
      .joined(decisions.map { decided(desk, meeting, $0, faults) }),
      hasQuorum
        ? tag(
          "p",
          tag(
            "a",
            [
              .class(decisions.isEmpty ? "button primary" : "button"),
              .href(.path(Addresses.boardItemDecision.path(Pair(id, number)))),
              .label("För in beslut på punkt \(number)"),
            ], .text(decisions.isEmpty ? "För in beslut" : "Ett beslut till")))
        : tag(
          "p", [.class("warning")],
          .text(
            "Inget kan beslutas: minst \(held.quorum) ska tjänstgöra (KL 6:27). Kalla in en ersättare, eller ta punkten på ett "
              + "annat möte.")))
  }

  private static func decided(
    _ desk: BoardDesk, _ meeting: BoardMeeting, _ decision: BoardDecision, _ faults: [FieldFault]
  ) -> HTML {
    let place = Pair(meeting.id.rawValue, decision.paragraph)
    let form = desk.asked.form
    let number = decision.paragraph
    return tag("h3", .text("§ \(number)")) + BoardPart.decision(decision, meeting, desk)
      + tag(
        "details", tag("summary", .text("Reservation mot § \(number)")),
        FormPart.form(
          to: Addresses.boardReservation.path(place), desk.asked.visitor,
          each: [
            FormPart.select(
              "reservant-\(number)", "Vem",
              options: [("", "Välj")] + decision.takingPart.map { ("\($0)", desk.seat($0, meeting)) },
              chosen: form.choice("reservant-\(number)"),
              hint: "Bara den som deltagit i beslutet, och innan mötet avslutas (KL 4:27).", faults: faults),
            FormPart.area(
              "reservation-\(number)", "Motivering", value: form.choice("reservation-\(number)"), rows: 2,
              faults: faults), FormPart.button("Anteckna reservationen", kind: "secondary"),
          ]))
      + tag(
        "details", tag("summary", .text("Stryk § \(number)")),
        tag("p", .text("För det som blivit fel infört. Numret blir ledigt igen, och historiken har kvar det strukna.")),
        FormPart.form(
          to: Addresses.boardStrike.path(place), desk.asked.visitor,
          each: [
            FormPart.field(
              FormPart.Field(name: "skal-\(number)", label: "Varför", value: form.choice("skal-\(number)")),
              faults: faults), FormPart.button("Stryk § \(number)", kind: "danger"),
          ]))
  }

  private static func closing(
    _ desk: BoardDesk, _ meeting: BoardMeeting, _ held: BoardMeeting.Opened, _ faults: [FieldFault]
  ) -> HTML {
    let isReady = !held.attendance.adjusters.isEmpty && !held.attendance.secretary.isEmpty
    return tag(
      "section", [.labelled(by: "avsluta")], tag("h2", [.id("avsluta")], .text("Avsluta mötet")),
      isReady
        ? .empty
        : tag(
          "p", [.class("hint")],
          .text("Innan mötet avslutas: "),
          MoneyPart.link(
            "välj justerare och vem som för protokollet", Addresses.boardAttendance.path(meeting.id.rawValue)),
          .text(".")),
      FormPart.form(
        to: Addresses.boardClosing.path(meeting.id.rawValue), desk.asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: "slut", label: "Avslutas klockan", value: desk.asked.form.choice("slut"), hint: "11.30"),
            faults: faults), FormPart.button("Avsluta mötet"),
        ]))
  }
}
