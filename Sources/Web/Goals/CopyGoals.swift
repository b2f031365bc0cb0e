import Association
import HTTPTypes
import Press
import Store

/// Takes last year's goals over into this year: those that are chosen, without their outcome, and never over one of the
/// same short name.
enum CopyGoals {
  static func show(_ asked: Asked, _ year: Int) throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    return .page(page(asked, year, try asked.store.association(), faults: []))
  }

  static func save(_ asked: Asked, _ year: Int) throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    let chosen = Set(asked.form.choices("mal"))
    guard !chosen.isEmpty else {
      let fault = FieldFault(field: "", message: "Inget mål är valt. Kryssa i dem som ska följa med.")
      return .page(page(asked, year, try asked.store.association(), faults: [fault]), status: .unprocessableContent)
    }
    let count = try asked.store.together(by: asked.actor, at: asked.now) { writing -> Int in
      var association = try writing.association()
      let own = Set(association.goals.filter { $0.year == year }.map(\.id))
      let copies = association.goals.filter { $0.year == year - 1 && chosen.contains($0.id) && !own.contains($0.id) }
        .map { goal in
          var goal = goal
          goal.year = year
          goal.judgedMet = nil
          goal.comment = ""
          goal.breakReason = ""
          goal.outcomes = goal.outcomes.map { outcome in
            outcome.source.map { Goal.Outcome(title: outcome.title, source: $0) } ?? Goal.Outcome(title: outcome.title)
          }
          return goal
        }
      let next = association.goals.firstIndex { $0.year > year } ?? association.goals.count
      association.goals.insert(contentsOf: copies, at: next)
      try writing.record(association)
      return copies.count
    }
    let said =
      switch count {
      case 0: "Inget kopierades: de valda målen finns redan i år."
      case 1: "Ett mål är kopierat från \(year - 1), utan utfall."
      default: "\(count) mål är kopierade från \(year - 1), utan utfall."
      }
    return .see(Addresses.goals.path(year), notice: said)
  }

  private static func page(_ asked: Asked, _ year: Int, _ association: Association, faults: [FieldFault]) -> Page {
    let own = Set(association.goals.filter { $0.year == year }.map(\.id))
    let last = association.goals.filter { $0.year == year - 1 }
    let items = last.map { goal in
      own.contains(goal.id)
        ? tag("p", [.class("quiet")], .text("\(goal.title) finns redan i år."))
        : FormPart.box("mal", "\(goal.title): \(goal.text)", isTicked: true, value: goal.id, id: "mal-\(goal.id)")
    }
    return Page(
      title: "Hämta mål från \(year - 1)", section: .goals,
      trail: [Page.Link("Mål \(year)", Addresses.goals.path(year))],
      main: FormPart.summary(of: faults)
        + (last.isEmpty
          ? tag("p", [.class("empty")], .text("Inga mål är satta för \(year - 1), så det finns inget att hämta."))
          : tag("p", [.class("lead")], .text("Målen hämtas med sin regel, utan utfall, bedömning och kommentar."))
            + FormPart.form(
              to: Addresses.lastYearsGoals.path(year), asked.visitor,
              each: items + [last.allSatisfy { own.contains($0.id) } ? .empty : FormPart.button("Kopiera de valda")])))
  }
}
