import Ledger
import Press
import Report
import Store

/// The drafts: who, when, and what is missing.
enum ListDrafts {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let drafts = try asked.store.sketches(.draft)
    let isEditable = Access.bookkeepers.admits(asked.visitor.user)
    var links = [tag("a", [.class("button"), .href(.path(Addresses.templates.path()))], .text("Mallar"))]
    if isEditable {
      links.insert(
        tag("a", [.class("button primary"), .href(.path(Addresses.newVoucher.path()))], .text("Ny verifikation")), at: 0
      )
    }
    return .page(
      Page(
        title: "Utkast och mallar", section: .drafts, isWide: true,
        main: .joined([
          tag(
            "p", [.class("lead")],
            .text(
              "Verifikationer som är påbörjade men inte bokförda. De finns inte i bokföringen förrän du bokför dem.")),
          tag("div", [.class("toolbar")], each: links),
          drafts.isEmpty ? empty() : try table(drafts, asked),
        ])))
  }

  private static func empty() -> HTML {
    tag(
      "div", [.class("empty")],
      tag("p", .text("Inga utkast. Det du börjar på under Ny verifikation och sparar utan att bokföra hamnar här.")))
  }

  private static func table(_ drafts: [KeptSketch], _ asked: Asked) throws -> HTML {
    let choices = try EntryChoices(asked.store)
    let days = try OpenDays(asked.store)
    let headings: [(String, StaticString)] = [
      ("Utkast", ""), ("Datum", ""), ("Motpart", ""), ("Debet", "number"), ("Läge", ""), ("Underlag", "number"),
      ("Ändrat", ""),
    ]
    let rows = drafts.map { kept in row(kept, DraftState(kept.sketch, choices: choices, days: days, on: asked.today)) }
    return tag(
      "div", [.class("scroll")],
      tag(
        "table", [.class("list cards-on-phone")], tag("caption", .text("Utkast, det senast ändrade först")),
        tag(
          "thead",
          tag("tr", each: headings.map { tag("th", [.scope(.column), .class($0.1)], .text($0.0)) })),
        tag("tbody", each: rows)))
  }

  private static func row(_ kept: KeptSketch, _ state: DraftState) -> HTML {
    let sketch = kept.sketch
    let sums = SketchSums(sketch)
    return tag(
      "tr",
      tag(
        "th", [.scope(.row)],
        tag(
          "a", [.href(.path(Addresses.draft.path(kept.id.rawValue)))],
          .text(sketch.text.isEmpty ? "Utan text" : sketch.text)),
        sketch.corrects.isEmpty
          ? .empty
          : .raw(" ")
            + tag(
              "span", [.class("badge")],
              .text("Ersätter \(VoucherPlace(key: sketch.corrects)?.words ?? sketch.corrects)"))),
      tag("td", [.other("data-label", "Datum"), .class("date")], .text(sketch.date)),
      tag("td", [.other("data-label", "Motpart")], .text(sketch.counterparty)),
      tag("td", [.other("data-label", "Debet"), .class("number")], .text(Numerals.ore(sums.debit))),
      tag(
        "td", [.other("data-label", "Läge")],
        tag("span", [.class(state.isReady ? "badge good" : "badge warn")], .text(state.words))),
      tag("td", [.other("data-label", "Underlag"), .class("number")], .text("\(sketch.documents.count)")),
      tag(
        "td", [.other("data-label", "Ändrat"), .class("changed")],
        tag("span", [.class("date")], .text(SwedishTime.text(kept.changedAt))), .raw(" "),
        .text("av \(kept.changedBy)")))
  }
}
