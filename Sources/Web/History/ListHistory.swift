import Ledger
import Press
import Report
import Store

/// The history: who did what when, latest first.
enum ListHistory {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let request = HistoryRequest(asked.query)
    guard !request.thing.isEmpty else { return .page(try page(asked, request)) }
    let place = ThingPlace(request.thing)
    guard let lines = try place.history(in: asked.store) else { return .notFound }
    return .page(
      Page(
        title: "Historik: \(place.words)", section: .history,
        trail: [Page.Link("Historik", Addresses.history.path())],
        print: Page.PrintHead(period: "Allt", unit: "Svensk tid"), isWide: true,
        main: .joined([
          place.path.isEmpty
            ? .empty : tag("p", tag("a", [.href(.path(place.path))], .text("Till \(place.words)"))),
          try HistoryTable.html(lines, in: asked.store, empty: "Ingenting har hänt med \(place.words)."),
        ])))
  }

  private static func page(_ asked: Asked, _ request: HistoryRequest) throws -> Page {
    let (lines, count) = try request.lines(in: asked.store)
    let pageCount = max((count + HistoryRequest.pageSize - 1) / HistoryRequest.pageSize, 1)
    let pages = ListPart.pages(current: min(request.page, pageCount), count: pageCount) { request.path(page: $0) }
    let said = "\(Numerals.whole(Int64(count))) \(count == 1 ? "rad" : "rader"), den senaste först"
    return Page(
      title: "Historik", section: .history, print: Page.PrintHead(period: said, unit: "Svensk tid"), isWide: true,
      main: .joined([
        tag(
          "p", [.class("lead")],
          .text(
            "Allt som har gjorts i boken, av vem och när. Varje rad har ett avtryck som bygger på raden före, så en rad går "
              + "inte att ändra eller ta bort utan att det syns.")),
        tools(asked), filter(request, actors: try asked.store.historyActors()),
        tag("p", [.class("quiet")], .text(said + ".")), pages,
        try HistoryTable.html(lines, in: asked.store, empty: "Inget i historiken stämmer med urvalet."), pages,
      ]))
  }

  private static func tools(_ asked: Asked) -> HTML {
    tag(
      "div", [.class("toolbar")],
      tag("a", [.class("button"), .href(.path(Addresses.historyFile.path()))], .text("Spara hela historiken som CSV")),
      FormPart.form(
        to: Addresses.historyCheck.path(), asked.visitor,
        each: [FormPart.button("Kontrollera boken", kind: "secondary")]))
  }

  private static func filter(_ request: HistoryRequest, actors: [String]) -> HTML {
    let groups =
      [(value: "", words: "Allt")] + HistoryRequest.Group.allCases.map { (value: $0.rawValue, words: $0.words) }
    return tag(
      "form",
      [
        .class("filter"), .other("method", "get"), .other("action", Addresses.history.path()), .label("Urval"),
      ],
      FormPart.select(
        HistoryRequest.Name.group, "Vad", options: groups, chosen: request.group?.rawValue ?? ""),
      FormPart.select(
        HistoryRequest.Name.actor, "Vem",
        options: [(value: "", words: "Alla")] + actors.map { (value: $0, words: $0) }, chosen: request.actor),
      FormPart.field(
        FormPart.Field(name: HistoryRequest.Name.text, label: "Text", value: request.text)),
      tag(
        "div", [.class("field act")], FormPart.button("Visa"),
        request.isEmpty ? .empty : tag("a", [.href(.path(Addresses.history.path()))], .text("Rensa"))))
  }
}

/// Lines of history as a table: each leads to what it recorded.
enum HistoryTable {
  static func html(_ lines: [HistoryLine], in store: Store, empty: String) throws -> HTML {
    guard let first = lines.map(\.sequence).min(), let last = lines.map(\.sequence).max() else {
      return tag("div", [.class("empty")], tag("p", .text(empty)))
    }
    let tables = try store.editedTables(from: first, through: last)
    let rows = lines.map { line in
      tag(
        "tr", tag("td", [.class("number"), .other("data-label", "Rad")], .text("\(line.sequence)")),
        tag("td", [.class("date"), .other("data-label", "När")], .text(SwedishTime.text(line.moment))),
        tag("td", [.other("data-label", "Vem")], .text(line.actor.name)),
        tag(
          "td", [.other("data-label", "Vad")],
          tag(
            "a", [.href(.path(Addresses.historyLine.path(line.sequence)))],
            .text(HistoryWords.sentence(line, tables: tables[line.sequence] ?? [])))))
    }
    return ListPart.scroll(
      "Historikens rader",
      tag(
        "table", [.class("list cards-on-phone history")],
        tag("caption", [.class("unseen")], .text("Historikens rader")),
        tag(
          "thead",
          tag(
            "tr", tag("th", [.scope(.column), .class("number")], .text("Rad")),
            tag("th", [.scope(.column)], .text("När")), tag("th", [.scope(.column)], .text("Vem")),
            tag("th", [.scope(.column)], .text("Vad")))),
        tag("tbody", each: rows)))
  }
}
