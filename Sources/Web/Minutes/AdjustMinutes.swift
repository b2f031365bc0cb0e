import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// The adjustment of minutes: each signer with a large button of their own on a phone, or recorded by the office.
enum AdjustMinutes {
  enum Name {
    static let position = "vem"
    static let day = "dag"
  }

  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let minutes = try asked.store.minutes(id) else { return .notFound }
    return .page(try page(asked, minutes, faults: []))
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let minutes = try asked.store.minutes(id), let closed = minutes.state.closed else { return .notFound }
    var reading = FormReading(asked.form)
    let position = Int(typed: asked.form.choice(Name.position), in: 0...100) ?? -1
    let isOwn = try ownPositions(asked, minutes).contains(position)
    let isOffice = Access.bookkeepers.admits(asked.user)
    guard isOwn || isOffice else {
      return .page(
        try page(asked, minutes, faults: [FieldFault(field: "", message: Words.sentence(MinutesRefusal.notASigner))]),
        status: .unprocessableContent)
    }
    // One's own adjustment is today's; the office writes down what a signed paper says.
    let day = isOwn && !asked.form.has(Name.day) ? asked.today : reading.date(Name.day, "Dag för justering")
    var faults = reading.faults
    if let day, faults.isEmpty {
      faults = try MinutesPart.attempt(asked) { _ = try $0.adjust(id, by: position, on: day) }
    }
    guard faults.isEmpty else { return .page(try page(asked, minutes, faults: faults), status: .unprocessableContent) }
    let name = closed.signers.indices.contains(position) ? closed.signers[position].name : ""
    let isDone = try asked.store.minutes(id)?.state.adjusted != nil
    return .see(
      Addresses.adjustment.path(id),
      notice: isDone
        ? "\(name) har justerat. Protokollet är justerat och ska anslås." : "\(name) har justerat protokollet.")
  }

  /// The signers that the user is: by the account of their seat, else by name.
  static func ownPositions(_ asked: Asked, _ minutes: MinutesCase) throws -> [Int] {
    try positions(of: asked.user, in: minutes, asked.store)
  }

  static func positions(of user: User, in minutes: MinutesCase, _ store: Store) throws -> [Int] {
    guard let closed = minutes.state.closed else { return [] }
    let seats = try store.association().seats.filter { !$0.account.isEmpty && $0.account == user.mail }
    let held = try minutes.meeting.flatMap { try store.boardMeeting($0)?.held }
    return closed.signers.indices.filter { index in
      let signer = closed.signers[index]
      if signer.name == user.name { return true }
      guard let seat = signer.seat.flatMap({ held?.seat($0) }) else { return false }
      return seats.contains {
        $0.function == seat.function && $0.memberID == seat.memberID && $0.name == seat.name
          && $0.isHeld(on: minutes.state.heldOn)
      }
    }
  }

  private static func page(_ asked: Asked, _ minutes: MinutesCase, faults: [FieldFault]) throws -> Page {
    guard let closed = minutes.state.closed, let id = minutes.id else {
      return Page(title: minutes.title, section: .minutes, trail: MinutesPart.trail, main: .empty)
    }
    let own = try ownPositions(asked, minutes)
    let isOffice = Access.bookkeepers.admits(asked.user)
    var trail = MinutesPart.trail
    if let meeting = minutes.meeting {
      trail.append(Page.Link(minutes.title, Addresses.minutes.path(meeting.rawValue)))
    }
    let parts = closed.signers.enumerated().map { index, signer in
      let done = closed.adjustments.first { $0.position == index }
      return tag(
        "section", [.class("signer")],
        tag("h2", .text(signer.name)), tag("p", [.class("hint")], .text(signer.function)),
        done.map { tag("p", .text("Justerade \($0.day.text). \(recorded($0, signer))")) }
          ?? waiting(asked, id, index, signer, isOwn: own.contains(index), isOffice: isOffice, faults))
    }
    return Page(
      title: "Justering: \(minutes.title)", section: .minutes, trail: trail,
      main: .joined([FormPart.summary(of: faults), lead(asked, minutes, id)] + parts))
  }

  private static func recorded(_ adjustment: Adjustment, _ signer: MinutesSigner) -> String {
    adjustment.mark.by.name == signer.name ? "" : "Antecknat av \(adjustment.mark.by.name)."
  }

  private static func lead(_ asked: Asked, _ minutes: MinutesCase, _ id: Int64) -> HTML {
    if let adjusted = minutes.state.adjusted {
      return tag(
        "p", [.class("good-news")],
        .text(
          "Protokollet är justerat \(adjusted.adjustedOn.text). Anslagen ska upp senast "
            + "\(MinutesRules.announceBy(adjustedOn: adjusted.adjustedOn).text)."))
        + tag("p", tag("a", [.class("button"), .href(.path(Addresses.notices.path(id)))], .text("Till anslagen")))
    }
    let last = MinutesRules.adjustBy(heldOn: minutes.state.heldOn)
    let days = asked.today.days(until: last)
    let words =
      days < 0
      ? "Protokollet skulle ha varit justerat \(last.text): \(-days) \(days == -1 ? "dag" : "dagar") för sent. Justera det nu."
      : "Protokollet ska vara justerat senast \(last.text), 14 dagar efter mötet (kommunallagen 5 kap. 69 §)."
    return tag("p", [.class(days < 3 ? "warning" : "hint")], .text(words))
      + (minutes.meeting.map {
        tag(
          "p", MoneyPart.link("Läs protokollet", Addresses.minutes.path($0.rawValue)), .text(" · "),
          MoneyPart.link("Som PDF", Addresses.minutesPDF.path($0.rawValue)))
      } ?? .empty)
      + (minutes.document.map { tag("p", MoneyPart.link("Läs protokollet", Addresses.document.path($0))) } ?? .empty)
  }

  private static func waiting(
    _ asked: Asked, _ id: Int64, _ index: Int, _ signer: MinutesSigner, isOwn: Bool, isOffice: Bool,
    _ faults: [FieldFault]
  ) -> HTML {
    let path = Addresses.adjustment.path(id)
    if isOwn {
      return FormPart.form(
        to: path, asked.visitor,
        each: [
          FormPart.hidden(Name.position, "\(index)"), FormPart.button("Jag, \(signer.name), justerar protokollet"),
        ])
    }
    guard isOffice else { return tag("p", .text("Har inte justerat.")) }
    let isHere = asked.form.choice(Name.position) == "\(index)"
    let id = "\(Name.day)-\(index)"
    let fault = isHere ? faults.first { $0.field == Name.day } : nil
    return FormPart.form(
      to: path, asked.visitor,
      each: [
        FormPart.hidden(Name.position, "\(index)"),
        tag(
          "div", [.class(fault == nil ? "field" : "field faulty")],
          tag("label", [.other("for", id)], .text("Dag på det underskrivna protokollet")),
          voidTag(
            "input",
            [
              .id(id), .other("name", Name.day), .other("type", "text"), .other("autocomplete", "off"),
              .other("value", isHere ? asked.form.choice(Name.day) : ""),
            ])), FormPart.button("Anteckna att \(signer.name) har justerat", kind: "secondary"),
      ])
  }
}
