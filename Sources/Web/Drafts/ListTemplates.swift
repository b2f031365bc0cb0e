import Ledger
import Press
import Report
import Store

/// The templates for vouchers that come again.
enum ListTemplates {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let templates = try asked.store.sketches(.template).sorted { $0.sketch.name < $1.sketch.name }
    return .page(
      Page(
        title: "Mallar", section: .drafts, trail: [Page.Link("Utkast och mallar", Addresses.drafts.path())],
        main: .joined([
          tag(
            "p", [.class("lead")],
            .text(
              "För verifikationer som kommer igen, som månadens hyra. En mall görs av ett utkast eller av en bokförd "
                + "verifikation.")),
          templates.isEmpty ? empty() : list(templates, asked),
        ])))
  }

  private static func empty() -> HTML {
    tag(
      "div", [.class("empty")],
      tag(
        "p",
        .text(
          "Inga mallar än. Öppna en verifikation som kommer igen och välj ”Gör en mall”, eller gör det från ett utkast."
        )))
  }

  private static func list(_ templates: [KeptSketch], _ asked: Asked) -> HTML {
    let isEditable = Access.bookkeepers.admits(asked.visitor.user)
    let cards = templates.map { template in
      let sketch = template.sketch
      let sums = SketchSums(sketch)
      return tag(
        "li", [.class("card")],
        tag(
          "h2",
          isEditable
            ? tag("a", [.href(.path(Addresses.template.path(template.id.rawValue)))], .text(sketch.name))
            : .text(sketch.name)),
        tag(
          "p", [.class("quiet")],
          .text(
            [sketch.counterparty, "\(sketch.rows.count) rader", Numerals.ore(sums.debit)].filter { !$0.isEmpty }
              .joined(separator: " · "))),
        isEditable
          ? FormPart.form(
            to: Addresses.templateDraft.path(template.id.rawValue), asked.visitor,
            each: [
              tag(
                "button",
                [.class("secondary"), .other("type", "submit"), .label("Gör ett utkast av \(sketch.name)")],
                .text("Gör ett utkast"))
            ]) : .empty)
    }
    return tag("ul", [.class("cards")], each: cards)
  }
}
