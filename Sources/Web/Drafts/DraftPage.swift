import Ledger
import Press
import Store

/// A draft that is gone on with.
struct DraftPage {
  private let asked: Asked
  private let kept: KeptSketch
  private let shown: Sketch
  private let faults: [FieldFault]
  private let choices: EntryChoices
  private let documents: [VoucherDocument]

  /// The page of a draft with what stands in its form (as it is kept, or as it was just typed), and what is wrong.
  init(_ asked: Asked, kept: KeptSketch, shown: Sketch, faults: [FieldFault] = []) throws {
    self.asked = asked
    self.kept = kept
    self.shown = shown
    self.faults = faults
    choices = try EntryChoices(asked.store)
    documents = try asked.store.documents(named: shown.documents)
  }

  var page: Page { page(above: .empty) }

  /// The same with something said above the form.
  func page(above: HTML) -> Page {
    page(title: shown.text.isEmpty ? "Utkast" : "Utkast: \(shown.text)", above: above)
  }

  /// The same under another heading.
  func page(title: String, above: HTML) -> Page {
    let isEditable = Access.bookkeepers.admits(asked.visitor.user)
    return Page(
      title: title, section: .drafts, trail: [Page.Link("Utkast och mallar", Addresses.drafts.path())], isWide: true,
      scripts: isEditable ? ["grid.js"] : [],
      main: .joined([
        FormPart.summary(of: faults), correction(), above, lastChange(), isEditable ? form() : reading(),
      ]))
  }

  private var path: String { Addresses.draft.path(kept.id.rawValue) }

  private func lastChange() -> HTML {
    tag("p", [.class("quiet")], .text("Sparat \(SwedishTime.text(kept.changedAt)) av \(kept.changedBy)."))
  }

  private func correction() -> HTML {
    guard let place = VoucherPlace(key: shown.corrects) else { return .empty }
    return tag(
      "p", [.class("warning")], .text("Utkastet ersätter "),
      tag("a", [.href(.path(Addresses.voucher.path(place)))], .text("verifikation \(place.words)")),
      .text(
        ", som är rättad. Skälet: \(shown.reason). När du bokför skrivs ”Ersätter \(place.number.text)” först i texten."
      ))
  }

  private func reading() -> HTML {
    SketchPart.summary(shown, choices: choices) + tag("h2", .text("Underlag"))
      + DocumentPart.list(documents, isDraft: true)
  }

  private func form() -> HTML {
    EntryForm(
      visitor: asked.visitor, sketch: shown, faults: faults, choices: choices, path: path,
      recordPath: Addresses.draftRecording.path(kept.id.rawValue), revision: kept.revision,
      isUnsaved: shown.withoutEmptyRows != kept.sketch.withoutEmptyRows,
      documents: tag(
        "section",
        [
          .class("documents-part"), .labelled(by: "underlag-rubrik"),
          .other("data-drop", Addresses.draftDocuments.path(kept.id.rawValue)),
        ],
        tag("h2", [.id("underlag-rubrik")], .text("Underlag")),
        DraftPage.documents(documents, revision: kept.revision),
        DocumentPart.picker(faults: faults, bytesMax: asked.office.settings.documentBytesMax))
    ).html
      + tag(
        "div", [.class("toolbar")],
        FormPart.form(
          to: Addresses.templates.path(), asked.visitor,
          each: [
            FormPart.hidden("utkast", "\(kept.id.rawValue)"),
            FormPart.button("Gör en mall av det sparade utkastet", kind: "secondary"),
          ]),
        tag(
          "a", [.class("button danger"), .href(.path(Addresses.draftRemoval.path(kept.id.rawValue)))],
          .text("Kasta utkastet …")))
  }

  /// The draft's documents with the revision they stand in, which the script asks for anew.
  static func documents(_ documents: [VoucherDocument], revision: Int64) -> HTML {
    tag(
      "div", [.id("underlag-lista"), .other("data-version", "\(revision)")],
      DocumentPart.list(documents, isDraft: true, isEdited: true))
  }
}
