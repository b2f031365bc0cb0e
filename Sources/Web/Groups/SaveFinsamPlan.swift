import Association
import HTTPTypes
import Press
import Store

/// Writes a local group's FINSAM plan for a year, or a change of one that is decided.
enum SaveFinsamPlan {
  static func show(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let (group, plan, association) = try FinsamPlanPart.find(asked, place) else { return .notFound }
    return .page(page(asked, place, group, FinsamPlanForm(plan?.plan.state, association)))
  }

  static func save(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let (group, plan, association) = try FinsamPlanPart.find(asked, place) else { return .notFound }
    var form = FinsamPlanForm(plan?.plan.state, association, typed: asked.form)
    if form.rows.wantsMore(asked.form) { return .page(page(asked, place, group, form)) }
    if let read = form.read() {
      form.faults = try GroupPart.attempt(asked) { writing in
        guard let plan else {
          _ = try writing.beginPlan(of: group.id, year: place.first, read.content)
          return
        }
        _ = try writing.take(.saved(read.content, because: read.reason), inPlan: plan.id, today: asked.today)
      }
    }
    guard form.faults.isEmpty else { return .page(page(asked, place, group, form), status: .unprocessableContent) }
    return .see(
      Addresses.finsamPlan.path(place),
      notice: form.isChange ? "Ändringen är skriven. Den gäller när den är beslutad." : "Planen är skriven.")
  }

  private static func page(_ asked: Asked, _ place: Pair<Int, String>, _ group: Group, _ form: FinsamPlanForm) -> Page {
    Page(
      title: "\(form.isChange ? "Ändra" : "Skriv") FINSAM-planen \(place.first)", section: .groups,
      trail: FinsamPlanPart.trail(place, group, isInner: true), isWide: true,
      main: .joined([
        FormPart.summary(of: form.faults),
        form.isChange
          ? tag(
            "p", [.class("lead")],
            .text(
              "Planen är beslutad. Det du skriver blir en ny version, och den gamla gäller tills den nya är beslutad."))
          : .empty,
        FormPart.form(
          to: Addresses.finsamPlanChange.path(place), asked.visitor,
          each: form.fields() + [FormPart.button("Spara planen")]),
      ]))
  }
}
