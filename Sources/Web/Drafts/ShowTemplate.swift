import HTTPTypes
import Ledger
import Press
import Store

/// A template, to be changed.
enum ShowTemplate {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let kept = try ShowDraft.find(id, .template, asked) else { return .notFound }
    return .page(try page(asked, kept: kept, shown: kept.sketch, faults: []))
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let kept = try ShowDraft.find(id, .template, asked) else { return .notFound }
    let form = VoucherForm(asked.form, over: kept.sketch)
    guard form.faults.isEmpty else {
      let same = KeptSketch(
        id: kept.id, revision: form.revision ?? kept.revision, sketch: kept.sketch, changedBy: kept.changedBy,
        changedAt: kept.changedAt)
      return .page(
        try page(asked, kept: same, shown: form.sketch, faults: form.faults), status: .unprocessableContent)
    }
    let sketch = form.sketch.withoutEmptyRows
    switch try asked.store.save(
      sketch, as: kept.id, over: form.revision ?? kept.revision, by: asked.actor, at: asked.now)
    {
    case .saved(let saved):
      if form.act == .moreRows {
        return .page(try page(asked, kept: saved, shown: saved.sketch.withMoreRows, faults: []))
      }
      return .see(Addresses.template.path(id), notice: "Mallen är sparad.")
    case .changedMeanwhile(let now):
      let fault = FieldFault(
        field: "",
        message: "\(now.changedBy) sparade mallen \(SwedishTime.text(now.changedAt)), medan du skrev. Inget av ditt är "
          + "sparat än. I formuläret står ditt; spara igen om det ska gälla.")
      let table = DraftConflict.table(mine: sketch, saved: now.sketch, by: now.changedBy)
      return .page(
        try page(asked, kept: now, shown: sketch, faults: [fault], above: table), status: .conflict)
    case .gone: return .notFound
    }
  }

  private static func page(
    _ asked: Asked, kept: KeptSketch, shown: Sketch, faults: [FieldFault], above: HTML = .empty
  ) throws -> Page {
    let path = Addresses.template.path(kept.id.rawValue)
    let form = EntryForm(
      visitor: asked.visitor, sketch: shown, faults: faults, choices: try EntryChoices(asked.store), path: path,
      revision: kept.revision, saveWords: "Spara mallen")
    return Page(
      title: "Mall: \(shown.name)", section: .drafts,
      trail: [
        Page.Link("Utkast och mallar", Addresses.drafts.path()), Page.Link("Mallar", Addresses.templates.path()),
      ], isWide: true, scripts: ["grid.js"],
      main: .joined([
        FormPart.summary(of: faults), above,
        tag(
          "p", [.class("quiet")],
          .text("Sparad \(SwedishTime.text(kept.changedAt)) av \(kept.changedBy). Lämna beloppen tomma om de skiljer.")),
        form.html,
        tag(
          "div", [.class("toolbar")],
          FormPart.form(
            to: Addresses.templateDraft.path(kept.id.rawValue), asked.visitor,
            each: [FormPart.button("Gör ett utkast av den sparade mallen", kind: "secondary")]),
          tag(
            "a", [.class("button danger"), .href(.path(Addresses.templateRemoval.path(kept.id.rawValue)))],
            .text("Kasta mallen …"))),
      ]))
  }
}
