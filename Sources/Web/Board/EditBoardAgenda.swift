import Association
import HTTPTypes
import Ledger
import Press
import Store

/// The agenda of a meeting: its items in order. An item's number is its place.
enum EditBoardAgenda {
  private enum Name {
    static let order = "ordning"
    static let title = "rubrik"
    static let remove = "bort"
    static let new = "ny-rubrik"
    static let kind = "nytt-slag"
    static let year = "nytt-ar"
  }

  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    return .page(page(desk, meeting, faults: []))
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    let desk = try BoardDesk(asked)
    guard let meeting = desk.meeting(id) else { return .notFound }
    var reading = FormReading(asked.form)
    var plan = meeting.plan
    plan.agenda = items(&reading, asked.form, meeting)
    var faults = reading.faults
    if faults.isEmpty {
      if plan == meeting.plan { return .see(Addresses.boardAgenda.path(id)) }
      do {
        try asked.store.together(by: asked.actor, at: asked.now) { _ = try $0.take(.planned(plan), in: meeting.id) }
        return .see(Addresses.boardAgenda.path(id), notice: "Dagordningen är sparad.")
      } catch let refusal as MeetingRefusal {
        faults = [desk.fault(refusal, meeting)]
      }
    }
    return .page(page(desk, meeting, faults: faults), status: .unprocessableContent)
  }

  /// The items as the form orders them, and a new one last.
  private static func items(_ reading: inout FormReading, _ form: Form, _ meeting: BoardMeeting) -> [AgendaItem] {
    let present = meeting.plan.agenda
    let titles = reading.texts(Name.title, "Rubriken", byteCountMax: 300)
    let orders = form.choices(Name.order)
    let removed = Set(form.choices(Name.remove))
    var ordered: [(place: Int, index: Int, item: AgendaItem)] = []
    for (index, item) in present.enumerated() where !removed.contains("\(index + 1)") {
      var item = item
      if titles.indices.contains(index) {
        item.title = titles[index]
        if titles[index].isEmpty {
          reading.add("Punkt \(index + 1) har ingen rubrik.", at: "\(Name.title)-\(index + 1)")
        }
      }
      let typed = orders.indices.contains(index) ? orders[index].strippedOfBlanks : "\(index + 1)"
      let place = Int(typed: typed, in: 0...999)
      if place == nil {
        reading.add(
          "Platsen för punkt \(index + 1) är ”\(typed.excerpt)”. Skriv ett tal.", at: "\(Name.order)-\(index + 1)")
      }
      ordered.append((meeting.held == nil ? place ?? index + 1 : index + 1, index, item))
    }
    // Of two with the same place, the one that is moved stands first.
    ordered.sort {
      ($0.place, $0.place == $0.index + 1 ? 1 : 0, $0.index) < ($1.place, $1.place == $1.index + 1 ? 1 : 0, $1.index)
    }
    var items = ordered.map(\.item)
    let title = reading.text(Name.new, "Den nya punkten", byteCountMax: 300)
    let kind = Kind(form.choice(Name.kind), reading: &reading, year: form.choice(Name.year))
    if !title.isEmpty || kind.isSaid {
      items.append(AgendaItem(title: title.isEmpty ? kind.title : title, kind: kind.kind, proposal: kind.proposal))
    }
    return items
  }

  /// The kind that is chosen, with what such an item usually says.
  struct Kind {
    var kind = AgendaItem.Kind.ordinary
    var isSaid = false
    var title = "Ny punkt"
    var proposal = ""

    static let options = [
      ("", "Vanlig punkt"), ("val", "Val"), ("delegation", "Anmälan av delegationsbeslut"), ("budget", "Budget"),
    ]

    init(_ word: String, reading: inout FormReading, year typed: String) {
      switch word {
      case "val": (kind, isSaid, title) = (.election, true, "Val")
      case "delegation":
        (kind, isSaid, title) = (.delegation, true, "Anmälan av delegationsbeslut")
        proposal = "Styrelsen lägger anmälan av delegationsbesluten till handlingarna."
      case "budget":
        guard let year = Int(typed: typed.strippedOfBlanks, in: 2000...2199) else {
          reading.add("Skriv vilket år budgeten gäller.", at: Name.year)
          return
        }
        (kind, isSaid, title) = (.budget(year: year), true, "Budget \(year)")
        proposal = "Styrelsen fastställer budgeten för \(year)."
      default: break
      }
    }
  }

  static func words(_ kind: AgendaItem.Kind) -> String {
    switch kind {
    case .ordinary: ""
    case .election: "val"
    case .delegation: "delegationsbeslut"
    case .budget(let year): "budget \(year)"
    }
  }

  private static func page(_ desk: BoardDesk, _ meeting: BoardMeeting, faults: [FieldFault]) -> Page {
    let form = desk.asked.form
    let (orders, titles) = (form.choices(Name.order), form.choices(Name.title))
    func input(_ name: String, _ number: Int, _ label: String, _ value: String, size: String) -> HTML {
      voidTag(
        "input",
        [
          .id("\(name)-\(number)"), .other("name", name), .other("type", "text"), .other("value", value),
          .other("size", size), .other("autocomplete", "off"), .label(label),
        ] + (faults.contains { $0.field == "\(name)-\(number)" } ? [.other("aria-invalid", "true")] : []))
    }
    let isOpen = meeting.held != nil
    let rows = meeting.plan.agenda.enumerated().map { index, item -> [HTML] in
      let number = index + 1
      return [
        isOpen
          ? .text("\(number)") + FormPart.hidden(Name.order, "\(number)")
          : input(
            Name.order, number, "Plats för punkt \(number)",
            orders.indices.contains(index) ? orders[index] : "\(number)",
            size: "3"),
        input(
          Name.title, number, "Rubrik för punkt \(number)", titles.indices.contains(index) ? titles[index] : item.title,
          size: "40"),
        .text(words(item.kind)),
        tag(
          "a",
          [
            .href(.path(Addresses.boardItem.path(Pair(meeting.id.rawValue, number)))),
            .label("Text och handlingar för punkt \(number)"),
          ],
          .text(item.documents.isEmpty ? "Text och handlingar" : "Text och handlingar (\(item.documents.count))")),
        isOpen
          ? .empty
          : FormPart.box(
            Name.remove, "Ta bort", isTicked: false, value: "\(number)", id: "\(Name.remove)-\(number)"),
      ]
    }
    return Page(
      title: "Dagordning", section: .board, trail: BoardDesk.trail(meeting), isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("hint")],
          .text(
            isOpen
              ? "Mötet är öppnat: nya punkter läggs sist, och inga tas bort."
              : "Ändra siffran för att flytta en punkt. Spara, så numreras punkterna om.")),
        FormPart.form(
          to: Addresses.boardAgenda.path(meeting.id.rawValue), desk.asked.visitor,
          each: [
            rows.isEmpty
              ? tag("p", [.class("empty")], .text("Dagordningen är tom."))
              : MoneyPart.table(
                "Dagordning",
                [
                  MoneyPart.Column("Plats"), MoneyPart.Column("Rubrik"), MoneyPart.Column("Slag"),
                  MoneyPart.Column("Innehåll"), MoneyPart.Column(""),
                ], rows: rows),
            tag(
              "fieldset", tag("legend", .text("Ny punkt")),
              FormPart.field(
                FormPart.Field(name: Name.new, label: "Rubrik", value: form.choice(Name.new)), faults: faults),
              FormPart.select(
                Name.kind, "Slag", options: Kind.options, chosen: form.choice(Name.kind), faults: faults),
              FormPart.field(
                FormPart.Field(
                  name: Name.year, label: "Budgetår", value: form.choice(Name.year), hint: "Bara för budget.",
                  inputMode: "numeric"), faults: faults)),
            FormPart.button("Spara dagordningen"),
          ]),
        tag(
          "p",
          MoneyPart.link(
            meeting.place == .planned ? "Vidare till kallelsen" : "Till mötet",
            meeting.place == .planned
              ? Addresses.boardCall.path(meeting.id.rawValue) : Addresses.boardMeeting.path(meeting.id.rawValue))),
      ]))
  }
}
