import Association
import Ledger
import Press
import Store

/// One deadline: what counts as done, where it is done, and the ways to say that it is done or to move it.
enum ShowDeadline {
  static func show(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let deadline = try find(asked, place) else { return .notFound }
    return .page(try page(asked, deadline, faults: []))
  }

  static func find(_ asked: Asked, _ place: Pair<Int, String>) throws -> Deadline? {
    guard ShowWheel.isShown(place.first) else { return nil }
    return YearlyWheel.deadlines(
      for: try asked.store.association(), ledger: try LedgerFacts(asked.store.yearStates(), in: asked.store),
      year: place.first, today: asked.today
    ).first { $0.id == place.second }
  }

  static func page(_ asked: Asked, _ deadline: Deadline, faults: [FieldFault]) throws -> Page {
    let mayWrite = Access.bookkeepers.admits(asked.user)
    let done = DeadlineWords.place(deadline, years: Set(try asked.store.fiscalYears().map(\.number)))
    return Page(
      title: deadline.title, section: .start,
      trail: [
        Page.Link("Att göra", Addresses.start.path()),
        Page.Link("Årshjulet \(deadline.year)", Addresses.wheel.path(deadline.year)),
      ],
      main: .joined([
        FormPart.summary(of: faults), facts(deadline), tag("p", .text(deadline.meaning)),
        mayWrite && !deadline.isDone
          ? done.map {
            tag("p", tag("a", [.class("button primary"), .href(.path(DueLink($0).path))], .text("Gå dit det görs")))
          }
            ?? .empty
          : .empty,
        mayWrite ? forms(asked, deadline, faults) : .empty,
      ]))
  }

  private static func facts(_ deadline: Deadline) -> HTML {
    let pairs: [(String, HTML)] = [
      ("Senast", .text(deadline.day.text)),
      ("Läge", DeadlineWords.badge(deadline) + .raw(" ") + .text(DeadlineWords.state(deadline))),
      ("Grund", .text(DeadlineWords.basis(deadline))), ("Anteckning", .text(deadline.note)),
    ]
    return tag(
      "dl", [.class("facts")],
      each: pairs.filter { !$0.1.isEmpty }.map { tag("div", tag("dt", .text($0.0)), tag("dd", $0.1)) })
  }

  private static func forms(_ asked: Asked, _ deadline: Deadline, _ faults: [FieldFault]) -> HTML {
    let path = Addresses.deadline.path(Pair(deadline.year, deadline.id))
    let typed = asked.form
    func form(_ title: String, _ children: [HTML]) -> HTML {
      tag("section", tag("h2", .text(title)), FormPart.form(to: path, asked.visitor, each: children))
    }
    func field(_ name: String, _ label: String, _ value: String, hint: String = "") -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: typed.has(name) ? typed.choice(name) : value, hint: hint),
        faults: faults)
    }
    let done = form(
      "Säg att det är gjort",
      [
        field("gjord", "Dagen då det gjordes", asked.today.text),
        field("gjord-anteckning", "Anteckning", deadline.note, hint: "Vad som gjordes och var det finns; behövs inte"),
        FormPart.button("Markera som gjort", name: "gor", value: "klar"),
      ])
    let move = form(
      "Bestäm en annan dag",
      [
        field("dag", "Senast", deadline.day.text),
        field("dag-anteckning", "Var det är bestämt", deadline.note, hint: "Styrelsen 2025-10-02 § 31"),
        FormPart.button("Spara dagen", name: "gor", value: "flytta", kind: "secondary"),
        deadline.basis == .decision
          ? FormPart.button(
            deadline.duty?.hasUsualDay == true ? "Ta tillbaka den vanliga dagen" : "Ta bort ur årshjulet", name: "gor",
            value: "ta-bort", kind: "plain")
          : .empty,
      ])
    let undo = form(
      "Är det inte gjort?", [FormPart.button("Ta bort markeringen", name: "gor", value: "angra", kind: "secondary")])
    return .joined([deadline.isDone ? (deadline.isMarked ? undo : .empty) : done, move])
  }
}
