import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// An obstacle is reported by somebody who is signed in: a short form, on a phone if need be. What is like it is shown
/// before it is kept.
enum ReportObstacle {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    .page(page(asked, try asked.store.association()))
  }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    let form = asked.form
    let kept = try Int64(typed: form.choice(ObstacleForm.Name.same), in: TypedRange.id).flatMap {
      try asked.store.obstacle($0)
    }
    let origin = origin(form.choice(ObstacleForm.Name.origin), asked, association)
    var read = ObstacleForm.read(form, association, from: origin ?? .office, sameAs: kept)
    if form.has(ObstacleForm.Name.look) {
      return .page(page(asked, association, similar: try asked.store.obstacles(like: ObstacleForm.words(read.report))))
    }
    if origin == nil {
      read.faults.insert(
        FieldFault(
          field: ObstacleForm.Name.origin, message: "Det är inte valt varifrån hindret rapporteras. Välj i listan."),
        at: 0)
    }
    guard read.faults.isEmpty else {
      return .page(page(asked, association, faults: read.faults), status: .unprocessableContent)
    }
    if kept == nil, !form.has(ObstacleForm.Name.isSeen) {
      let similar = try asked.store.obstacles(like: ObstacleForm.words(read.report))
      let suspicions = ObstacleForm.suspicions(read.report, association)
      if !similar.isEmpty || !suspicions.isEmpty {
        return .page(page(asked, association, similar: similar, suspicions: suspicions, isSeen: true))
      }
    }
    let user = asked.visitor.isPractising ? nil : asked.user.id
    do {
      let id = try asked.store.together(by: asked.actor, at: asked.now) {
        try $0.report(read.report, on: asked.today, by: user, sameAs: kept?.id)
      }
      return .see(
        Addresses.obstacle.path(id),
        notice: kept == nil
          ? "Hindret är rapporterat. Här läser du svaret." : "Din rapport räknas med. Här läser du svaret.")
    } catch let refusal as Obstacle.Refusal {
      return .page(
        page(asked, association, faults: [FieldFault(field: "", message: Words.sentence(refusal))]),
        status: .unprocessableContent)
    }
  }

  /// Where the visitor may report from: a performer from their own insatser alone.
  private static func origins(_ asked: Asked, _ association: Association) -> [(value: String, words: String)] {
    let isPerformer = asked.user.role == .performer
    let insatser = association.insatser.filter { insats in
      isPerformer
        ? asked.user.insatser.contains(insats.id) : insats.ended.map { $0 >= asked.today } ?? true
    }.map { (value: "insats:\($0.id)", words: $0.name) }
    guard !isPerformer else { return insatser }
    return insatser + LiftPart.groups(association).map { ("grupp:\($0.id)", $0.title) }
      + [("kansli", "Kansliet eller styrelsen")]
  }

  private static func origin(_ chosen: String, _ asked: Asked, _ association: Association) -> Obstacle.Origin? {
    guard origins(asked, association).contains(where: { $0.value == chosen }) else { return nil }
    let parts = chosen.split(separator: ":", maxSplits: 1).map { String($0) }
    return switch (parts.first, parts.count) {
    case ("insats", 2): .insats(parts[1])
    case ("grupp", 2): .group(parts[1])
    default: .office
    }
  }

  private static func page(
    _ asked: Asked, _ association: Association, similar: [ObstacleCase]? = nil, suspicions: [String] = [],
    isSeen: Bool = false, faults: [FieldFault] = []
  ) -> Page {
    let form = asked.form
    let origins = origins(asked, association)
    let asksOrigin = FormPart.select(
      ObstacleForm.Name.origin, "Varifrån?", options: origins.count == 1 ? origins : [("", "Välj")] + origins,
      chosen: form.has(ObstacleForm.Name.origin)
        ? form.choice(ObstacleForm.Name.origin) : asked.query.choice(ObstacleForm.Name.origin), faults: faults)
    return Page(
      title: "Rapportera ett hinder", section: .obstacles, trail: LiftPart.trail(),
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Skriv vad som stoppar i regler, system eller samarbete. Hindret åker uppåt tills någon svarar, och svaret kommer tillbaka till dig."
          )),
        FormPart.form(
          to: Addresses.newObstacle.path(), asked.visitor,
          each: [
            ObstacleForm.usualButton, ObstacleForm.warning(suspicions),
            similar.map { found in
              found.isEmpty
                ? tag("p", [.class("notice"), .role("status")], .text("Inget liknande hinder är rapporterat."))
                : ObstacleForm.similar(found) { one in
                  ObstacleView.isOpen(one, to: asked) ? Addresses.obstacle.path(one.id) : nil
                }
            } ?? .empty,
            asksOrigin,
          ] + ObstacleForm.fields(form, association, faults: faults) + [
            isSeen ? FormPart.hidden(ObstacleForm.Name.isSeen, "ja") : .empty,
            tag(
              "p", [.class("toolbar")],
              FormPart.button(isSeen ? "Rapportera som ett nytt hinder" : "Rapportera"),
              FormPart.button("Sök liknande", name: ObstacleForm.Name.look, value: "ja", kind: "secondary")),
          ]),
      ]))
  }
}
