import Association
import Desk
import Exchange
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// One delivery as it was made, what has happened to it, and what can be done now.
enum ShowDelivery {
  static let questionName = "fraga"

  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try DeliveryDesk(asked)
    guard let present = try asked.store.delivery(id) else { return .notFound }
    guard desk.maySee(present.delivery.insatsID) else { return .forbidden }
    return .page(try page(desk, present))
  }

  static func file(_ asked: Asked, _ place: Pair<Int64, String>) throws -> Answer {
    let desk = try DeliveryDesk(asked)
    guard let present = try asked.store.delivery(place.first) else { return .notFound }
    guard desk.maySee(present.delivery.insatsID) else { return .forbidden }
    let stem = "leverans-\(present.id)-\(present.delivery.insatsID)"
    if place.second == "json" {
      return .file(NewDelivery.file(DeliveryFile(present.delivery).bytes(), stem, "json"))
    }
    guard let format = DeliveryTable(rawValue: place.second) else { return .notFound }
    return .file(
      NewDelivery.file(format.bytes(of: present.delivery, on: asked.today), stem, format.rawValue))
  }

  static func accept(_ asked: Asked, _ id: Int64) throws -> Answer {
    try step(asked, id, faults: []) { writing in
      try writing.acceptDelivery(id)
      return "Leverans \(id) är godkänd. Dess antal räknas nu."
    }
  }

  static func sendBack(_ asked: Asked, _ id: Int64) throws -> Answer {
    var reading = FormReading(asked.form)
    let question = reading.text(questionName, "Frågan", isRequired: true, isLong: true, byteCountMax: 2000)
    return try step(asked, id, faults: reading.faults) { writing in
      try writing.returnDelivery(id, asking: question)
      return "Frågan är skickad till utföraren."
    }
  }

  private static func step(
    _ asked: Asked, _ id: Int64, faults: [FieldFault], _ body: (Store.Writing) throws -> String
  ) throws -> Answer {
    let desk = try DeliveryDesk(asked)
    guard let present = try asked.store.delivery(id) else { return .notFound }
    var faults = faults
    if faults.isEmpty {
      do {
        let notice = try asked.store.together(by: asked.actor, at: asked.now, body)
        return .see(Addresses.delivery.path(id), notice: notice)
      } catch let refusal as DeliveryRefusal {
        if case .faulty(let found) = refusal {
          faults = found.map { FieldFault(field: "", message: $0.message) }
        } else {
          faults = [FieldFault(field: "", message: Words.sentence(refusal))]
        }
      }
    }
    return .page(try page(desk, present, faults: faults), status: .unprocessableContent)
  }

  private static func page(_ desk: DeliveryDesk, _ present: DeliveryCase, faults: [FieldFault] = []) throws -> Page {
    let store = desk.asked.store
    let found =
      present.state.place == .delivered
      ? present.delivery.faults(
        against: try store.deliveryGround(
          of: present.delivery.insatsID, replacing: present.replaces ?? present.id, today: desk.asked.today))
      : []
    return DeliveryPage(
      desk: desk, present: present, found: found, sight: present.wasChanged(afterBoardSaw: try store.boardSights()),
      faults: faults
    ).page
  }
}

/// The page of one delivery.
private struct DeliveryPage {
  let desk: DeliveryDesk
  let present: DeliveryCase
  /// What is to be looked at before it is accepted.
  let found: [DeliveryFault]
  let sight: BoardSight?
  let faults: [FieldFault]

  private var asked: Asked { desk.asked }
  private var delivery: CountDelivery { present.delivery }

  var page: Page {
    Page(
      title: "Leverans \(present.id)", section: .deliveries,
      trail: [Page.Link("Leveranser", Addresses.deliveries.path())],
      main: .joined([
        FormPart.summary(of: faults), changed(), question(), facts(), acts(), looked(), DeliveryPart.working, counts(),
        missing(), steps(), files(),
      ]))
  }

  private func changed() -> HTML {
    guard let sight else { return .empty }
    return tag(
      "p", [.class("warning")],
      .text(
        "Ändrad efter att styrelsen såg den: antalen stod i \(sight.name) (\(SwedishTime.text(sight.at))) och är ersatta "
          + "sedan dess. Säg det till styrelsen."))
  }

  private func question() -> HTML {
    guard case .returned(let state) = present.state else { return .empty }
    return tag("p", [.class("warning")], .text("\(state.mark.by.name) frågar: \(state.question)"))
  }

  private func facts() -> HTML {
    func link(_ id: Int64) -> HTML { MoneyPart.link("leverans \(id)", Addresses.delivery.path(id)) }
    var replacedBy = HTML.empty
    if case .replaced(let replaced) = present.state { replacedBy = link(replaced.by) }
    return MoneyPart.facts([
      ("Insats", .text(desk.name(delivery.insatsID))), ("Period", .text(DeliveryPart.period(delivery.period))),
      ("Läge", DeliveryPart.badge(present.state.place)), ("Lämnad som", .text(Words.words(present.source))),
      ("Signerad med nyckeln", .text(present.keyName)), ("Rättar", present.replaces.map(link) ?? .empty),
      ("Ersatt av", replacedBy),
      ("Rådgivande samtal", delivery.adviceCalls.map { .text(Numerals.whole(Int64($0))) } ?? .empty),
      ("Anmärkning", .text(delivery.remark)),
    ])
  }

  private func looked() -> HTML {
    guard !found.isEmpty else { return .empty }
    let isUnmapped = found.contains { $0.weight == .unmapped }
    return tag(
      "div", [.class("warning")], tag("p", .text("Titta på det här innan leveransen godkänns:")),
      tag("ul", each: found.map { tag("li", .text($0.message)) }),
      isUnmapped && desk.isStaff
        ? tag(
          "p",
          tag("a", [.href(.path(Addresses.exitReasons.path()))], .text("Säg vad avslutsanledningarna betyder")))
        : .empty)
  }

  private func counts() -> HTML {
    var parts: [HTML] = []
    if let flow = delivery.flow {
      parts.append(tag("h2", .text("Deltagare")))
      parts.append(DeliveryPart.table("Deltagare", "Deltagare", Flow.Row.allCases.map { ($0.title, flow[$0]) }))
    }
    for ground in CountGround.allCases {
      guard let rows = delivery.grounds[ground], !rows.isEmpty else { continue }
      parts.append(tag("h2", .text(ground.title)))
      parts.append(
        DeliveryPart.table(
          ground.tableTitle, ground.title, rows.map { (title(of: $0, ground), $0.tally) },
          sum: rows.map(\.tally).sum()))
    }
    var others: [(String, Tally)] = []
    if let volume = delivery.volume { others.append(("Deltagare i volyminsats", volume)) }
    if let also = delivery.alsoElsewhere { others.append(("Räknade i en annan insats också", also)) }
    if let screening = delivery.screening {
      others += [("Tillfrågade om våld", screening.asked), ("Svarat på frågorna om våld", screening.answered)]
    }
    if !others.isEmpty {
      parts.append(tag("h2", .text("Annat som räknas")))
      parts.append(DeliveryPart.table("Annat som räknas", "Vad", others))
    }
    return .joined(parts)
  }

  /// An exit reason with what it is in common words, where that is another.
  private func title(of row: CountDelivery.Row, _ ground: CountGround) -> String {
    guard ground == .exitReason,
      let reason = desk.association.exitReasons.reason(of: row.id, in: delivery.insatsID), reason.title != row.title
    else { return row.title }
    return "\(row.title) (räknas som \(reason.title.lowercased()))"
  }

  private func missing() -> HTML {
    guard !delivery.coverage.isEmpty else { return .empty }
    return tag("h2", .text("Bortfall"))
      + DeliveryPart.table(
        "Bortfall", "Varför",
        delivery.coverage.map { ("\($0.reason) (\($0.ground?.title.lowercased() ?? "hela leveransen"))", $0.tally) })
  }

  private func steps() -> HTML {
    let items = present.steps.map { step in
      tag(
        "li", .text("\(SwedishTime.text(step.mark.at)): \(Words.words(step.place)) av \(step.mark.by.name)"),
        step.by.map { .text(", av ") + MoneyPart.link("leverans \($0)", Addresses.delivery.path($0)) } ?? .empty,
        step.text.isEmpty ? .empty : .text(". \(step.text)"))
    }
    return tag("h2", .text("Vad som har hänt")) + tag("ol", each: items)
  }

  private func files() -> HTML {
    tag(
      "p", [.class("toolbar")], .text("Hämta som "),
      .joined(
        [("CSV", "csv"), ("kalkylblad", "xlsx"), ("JSON", "json")].map { words, format in
          tag("a", [.href(.path(Addresses.deliveryCopy.path(Pair(present.id, format))))], .text(words)) + .text(" ")
        }))
  }

  // What can be done now.

  private func acts() -> HTML {
    let path = Addresses.newDelivery.path(query: [(DeliveryForm.Name.replaces, "\(present.id)")])
    let correct = tag(
      "p",
      tag(
        "a", [.class("button"), .href(.path(path))],
        .text(present.state.place == .returned ? "Svara med en ny leverans" : "Rätta med en ny leverans")))
    switch present.state {
    case .delivered:
      guard desk.isStaff else { return correct }
      return .joined([
        FormPart.form(
          to: Addresses.deliveryAcceptance.path(present.id), asked.visitor, each: [FormPart.button("Godkänn")]),
        tag(
          "details", faults.contains { $0.field == ShowDelivery.questionName } ? [.other("open", "")] : [],
          tag("summary", .text("Skicka tillbaka med en fråga")),
          FormPart.form(
            to: Addresses.deliveryQuestion.path(present.id), asked.visitor,
            each: [
              FormPart.area(
                ShowDelivery.questionName, "Fråga", value: asked.form.choice(ShowDelivery.questionName), rows: 3,
                faults: faults), FormPart.button("Skicka frågan"),
            ])), correct,
      ])
    case .returned, .accepted: return correct
    case .replaced: return .empty
    }
  }
}
