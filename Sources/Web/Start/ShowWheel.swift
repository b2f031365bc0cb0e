import Association
import Ledger
import Press
import Store

/// The yearly wheel of any year, and the way to put in a deadline of one's own.
enum ShowWheel {
  static func show(_ asked: Asked, _ year: Int) throws -> Answer {
    guard isShown(year) else { return .notFound }
    return .page(try page(asked, year, faults: []))
  }

  /// The years that a wheel is drawn for: from the law's first to as far as anybody plans.
  static func isShown(_ year: Int) -> Bool { (2004...2150).contains(year) }

  static func page(_ asked: Asked, _ year: Int, faults: [FieldFault]) throws -> Page {
    let book = try DueBook(asked)
    let things = book.wheel(year, among: try book.things())
    let rows = things.map { thing in
      tag(
        "tr", tag("td", [.class("date"), .other("data-label", "Dag")], .text(thing.day?.text ?? "")),
        tag("th", [.scope(.row)], WheelList.link(thing, asked)),
        tag(
          "td", [.other("data-label", "Läge")], DeadlineWords.badge(thing, on: asked.today), .raw(" "),
          .text(DeadlineWords.state(thing, on: asked.today))),
        tag("td", [.other("data-label", "Grund")], .text(thing.detail.firstWords(160))))
    }
    return Page(
      title: "Årshjulet \(year)", section: .start, trail: [Page.Link("Att göra", Addresses.start.path())],
      print: Page.PrintHead(period: "\(year)", unit: "Dagar"), isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "nav", [.class("pages"), .label("År")],
          tag("a", [.href(.path(Addresses.wheel.path(year - 1)))], .text("\(year - 1)")),
          tag("a", [.href(.path(Addresses.wheel.path(year + 1)))], .text("\(year + 1)"))),
        tag(
          "div", [.class("wheel-page")], WheelDrawing(year: year, things: things, today: asked.today).html,
          ListPart.scroll(
            "Årshjulets punkter",
            tag(
              "table", [.class("list cards-on-phone")], tag("caption", .text("Punkterna i dagordning")),
              tag(
                "thead",
                tag(
                  "tr", tag("th", [.scope(.column)], .text("Dag")), tag("th", [.scope(.column)], .text("Vad")),
                  tag("th", [.scope(.column)], .text("Läge")), tag("th", [.scope(.column)], .text("Grund")))),
              tag("tbody", each: rows)))),
        minutes, Access.bookkeepers.admits(asked.user) ? form(asked, year, faults) : .empty,
      ]))
  }

  private static let minutes = tag(
    "p", [.class("quiet")],
    .raw(
      "Protokoll justeras senast 14 dagar efter mötet och anslås senast två dagar efter justeringen, hos varje kommun och region som är medlem (kommunallagen 5 kap. 69 § och 8 kap. 12 §)."
    ))

  private static func form(_ asked: Asked, _ year: Int, _ faults: [FieldFault]) -> HTML {
    let options =
      [(value: "", words: "En egen punkt")]
      + Duty.allCases.filter { !$0.hasUsualDay }.map { (value: $0.rawValue, words: $0.title(in: year)) }
    return tag(
      "section", tag("h2", .text("Lägg till en punkt")),
      tag(
        "p",
        .text(
          "Delårsrapport och begäran om bidrag står i hjulet när du säger vilken dag. En egen punkt kan vara vad som helst "
            + "som ska göras en viss dag.")),
      FormPart.form(
        to: Addresses.wheel.path(year), asked.visitor,
        each: [
          FormPart.select("punkt", "Punkt", options: options, chosen: asked.form.choice("punkt"), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: "rubrik", label: "Vad ska göras?", value: asked.form.choice("rubrik"),
              hint: "Bara för en egen punkt: Lägesrapporter från utförarna"), faults: faults),
          FormPart.field(
            FormPart.Field(
              name: "dag", label: "Senast", value: asked.form.choice("dag"), hint: "En dag i \(year), som \(year)-09-15"
            ),
            faults: faults),
          FormPart.button("Lägg till"),
        ]))
  }
}
