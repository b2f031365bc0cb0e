import HTTPTypes
import Ledger
import Press
import Store

/// The empty form of a voucher.
enum ShowNewVoucher {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let days = try OpenDays(asked.store)
    return .page(try page(asked, sketch: NewVoucher.sketch(asked, days: days), faults: []))
  }

  /// The page with what stands in the form, and what is wrong with it.
  static func page(_ asked: Asked, sketch: Sketch, faults: [FieldFault]) throws -> Page {
    let key = asked.form.choice("formular")
    let form = EntryForm(
      visitor: asked.visitor, sketch: sketch, faults: faults, choices: try EntryChoices(asked.store),
      path: Addresses.newVoucher.path(), recordPath: Addresses.newVoucher.path(),
      key: key.isEmpty ? Secret.hexadecimal(asked.office.randomBytes(16)) : key,
      documents: documents(asked, faults: faults))
    let templates = try asked.store.sketches(.template)
    return Page(
      title: "Ny verifikation", section: .vouchers,
      trail: [Page.Link("Verifikationer", Addresses.vouchers.path(WorkingYear.of(asked)))], isWide: true,
      scripts: ["grid.js"],
      main: .joined([FormPart.summary(of: faults), start(asked, templates), form.html]))
  }

  private static func documents(_ asked: Asked, faults: [FieldFault]) -> HTML {
    tag(
      "section", [.class("documents-part"), .labelled(by: "underlag-rubrik"), .other("data-drop", "")],
      tag("h2", [.id("underlag-rubrik")], .text("Underlag")),
      tag("p", [.class("hint")], .text("Filerna sparas i boken när du sparar utkastet eller bokför.")),
      DocumentPart.picker(faults: faults, bytesMax: asked.office.settings.documentBytesMax))
  }

  /// The ways in besides the empty form.
  private static func start(_ asked: Asked, _ templates: [KeptSketch]) -> HTML {
    guard !templates.isEmpty else { return .empty }
    let buttons = templates.prefix(8).map { template in
      FormPart.form(
        to: Addresses.templateDraft.path(template.id.rawValue), asked.visitor,
        each: [FormPart.button(template.sketch.name, kind: "secondary")])
    }
    return tag(
      "div", [.class("toolbar")], .joined([tag("p", .text("Börja från en mall:"))] + buttons),
      templates.count > 8 ? tag("a", [.href(.path(Addresses.templates.path()))], .text("Alla mallar")) : .empty)
  }
}
