import Ledger
import Press
import Store

/// Throws a draft or a template away, once one has said so.
enum RemoveDraft {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let kept = try ShowDraft.find(id, .draft, asked) else { return .notFound }
    let others =
      kept.sketch.documents.isEmpty
      ? "" : " Underlagen ligger kvar i boken."
    return .page(
      try page(
        asked, kept, title: "Kasta utkastet?",
        words: "Utkastet försvinner och går inte att få tillbaka. Inget i bokföringen ändras.\(others)",
        button: "Kasta utkastet", to: Addresses.draftRemoval.path(id), back: Addresses.draft.path(id)))
  }

  static func remove(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let kept = try ShowDraft.find(id, .draft, asked) else { return ShowDraft.gone(id, asked) }
    try asked.store.discard(kept.id)
    return .see(Addresses.drafts.path(), notice: "Utkastet\(named(kept.sketch.text)) är kastat.")
  }

  static func showTemplate(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let kept = try ShowDraft.find(id, .template, asked) else { return .notFound }
    return .page(
      try page(
        asked, kept, title: "Kasta mallen?",
        words: "Mallen försvinner. Utkast och verifikationer som gjorts av den ändras inte.",
        button: "Kasta mallen", to: Addresses.templateRemoval.path(id), back: Addresses.template.path(id)))
  }

  static func removeTemplate(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let kept = try ShowDraft.find(id, .template, asked) else { return .notFound }
    try asked.store.discard(kept.id)
    return .see(Addresses.templates.path(), notice: "Mallen\(named(kept.sketch.name)) är kastad.")
  }

  private static func named(_ name: String) -> String { name.isEmpty ? "" : " ”\(name)”" }

  private static func page(
    _ asked: Asked, _ kept: KeptSketch, title: String, words: String, button: String, to path: String, back: String
  ) throws -> Page {
    Page(
      title: title, section: .drafts, trail: [Page.Link("Utkast och mallar", Addresses.drafts.path())],
      main: .joined([
        tag("p", [.class("lead")], .text(words)),
        SketchPart.summary(kept.sketch, choices: try EntryChoices(asked.store)),
        FormPart.form(
          to: path, asked.visitor,
          each: [
            tag(
              "div", [.class("toolbar")], FormPart.button(button, kind: "danger"),
              tag("a", [.href(.path(back))], .text("Behåll den")))
          ]),
      ]))
  }
}
