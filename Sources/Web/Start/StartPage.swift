import Association
import Ledger
import Press
import Report
import Store

/// What must be done now: what is asked of one, what is half done, what is late, what is soon; beside it how far the
/// report is, the economy, and what last happened. Those who only read are shown what is going on: what is asked of them
/// and the report first.
struct StartPage {
  let view: StartView
  let asked: Asked

  static let title = "Vad behöver jag göra nu?"

  var page: Page {
    let isKeeper = Access.bookkeepers.admits(asked.user)
    let main =
      isKeeper
      ? [money, questions, waiting, drafts(isOwn: true, "Påbörjade verifikationer"), late, soon]
        + [drafts(isOwn: false, "Andras påbörjade verifikationer"), wheel]
      : [money, questions, waiting, progress, late, soon, wheel]
    return Page(
      title: isKeeper ? StartPage.title : "På gång i förbundet", section: .start, isWide: true,
      main: tag(
        "div", [.class("columns")], tag("div", each: main),
        tag("div", [.class("start-side")], isKeeper ? progress : .empty, economy, happened)))
  }

  /// What is late by a law or a decision, and apart from it what has passed a day that is only the usual one.
  private var late: HTML {
    guard !view.late.isEmpty else {
      return tag("p", [.class("notice")], .text("Inget är försenat."))
    }
    let passed = view.late.filter { $0.basis == .custom }
    let late = view.late.filter { $0.basis != .custom }
    return .joined([
      late.isEmpty
        ? .empty
        : tag("section", [.class("late")], tag("h2", .text("Försenat (\(late.count))")), folded(late)),
      passed.isEmpty
        ? .empty
        : tag(
          "section", tag("h2", .text("Dagen har passerat (\(passed.count))")),
          tag("p", [.class("quiet")], .text("Lagen nämner ingen dag för det här; dagen är den brukliga.")),
          folded(passed)),
    ])
  }

  /// The tasks, with what is older than a year behind a heading of its own.
  private func folded(_ things: [DueThing]) -> HTML {
    let old = things.filter { $0.day.map { $0.days(until: asked.today) > 365 } ?? false }
    let new = things.filter { !old.contains($0) }
    return .joined([
      new.isEmpty ? .empty : DueTasks(things: new, asked: asked).html,
      old.isEmpty
        ? .empty
        : tag(
          "details", tag("summary", .text(old.count == 1 ? "1 äldre" : "\(old.count) äldre")),
          DueTasks(things: old, asked: asked).html),
    ])
  }

  private var soon: HTML { section("Snart", view.soon) }

  /// What somebody asks, and what waits; the rest of a long list is folded.
  private var questions: HTML {
    section("Frågor och kommentarer", view.questions, rest: ("kommentarer", Addresses.comments.path()))
  }

  private var waiting: HTML { section("Väntar på dig", view.waiting) }

  private func section(_ heading: String, _ things: [DueThing], rest: (String, String)? = nil) -> HTML {
    guard !things.isEmpty else { return .empty }
    let shown = DueTasks(things: Array(things.prefix(StartView.countMax)), asked: asked).html
    let more = Array(things.dropFirst(StartView.countMax))
    return tag(
      "section", tag("h2", .text("\(heading) (\(things.count))")), shown,
      more.isEmpty
        ? .empty
        : rest.map { self.more(things.count, things.count, $0.0, $0.1) }
          ?? tag(
            "details", tag("summary", .text("\(more.count) till")), DueTasks(things: more, asked: asked).html))
  }

  private func drafts(isOwn: Bool, _ heading: String) -> HTML {
    let drafts = view.drafts(of: asked.user, isOwn: isOwn)
    guard !drafts.isEmpty else { return .empty }
    let items = drafts.prefix(StartView.countMax).map { draft in
      let sketch = draft.sketch
      let words = sketch.text.isEmpty ? "Utan text" : sketch.text
      return tag(
        "li",
        tag("p", [.class("what")], tag("a", [.href(.path(Addresses.draft.path(draft.id.rawValue)))], .text(words))),
        tag(
          "p", [.class("quiet")],
          .text(
            (sketch.date.isEmpty ? "" : "\(sketch.date). ") + "Ändrat \(SwedishTime.text(draft.changedAt)) av "
              + "\(draft.changedBy).")))
    }
    return tag(
      "section", tag("h2", .text("\(heading) (\(drafts.count))")),
      tag("ul", [.class("tasks")], each: Array(items)),
      more(drafts.count, view.drafts.count, "utkast", Addresses.drafts.path()))
  }

  /// The way to the rest of a list of so many, on a page that has so many in all.
  private func more(_ count: Int, _ total: Int, _ words: String, _ path: String) -> HTML {
    guard count > StartView.countMax else { return .empty }
    return tag("p", tag("a", [.href(.path(path))], .text("Alla \(total) \(words)")))
  }

  private var wheel: HTML {
    let year = asked.today.year
    return tag(
      "section", [.class("wheel-section")],
      tag("h2", tag("a", [.href(.path(Addresses.wheel.path(year)))], .text("Årshjulet \(year)"))),
      tag(
        "div", [.class("wheel-parts")],
        WheelDrawing(year: year, things: view.wheel, today: asked.today).html,
        WheelList(year: year, things: view.wheel, asked: asked).html))
  }

  private var progress: HTML {
    guard let progress = view.progress else { return .empty }
    return tag(
      "section", [.class("card")],
      tag(
        "h2", tag("a", [.href(.path(Addresses.report.path(progress.year)))], .text("Årsredovisningen \(progress.year)"))
      ),
      tag("p", [.class("value")], .text(progress.words)),
      tag(
        "progress",
        [
          .other("value", "\(progress.readyCount)"), .other("max", "\(max(progress.count, 1))"),
          .label("Klara delar av årsredovisningen \(progress.year)"),
        ], .text(progress.words)),
      progress.rest.isEmpty ? .empty : tag("p", [.class("quiet")], .text(progress.rest)))
  }

  private var economy: HTML { view.economy.map { EconomyCard(economy: $0, today: asked.today).html } ?? .empty }

  private var happened: HTML {
    guard !view.lines.isEmpty else { return .empty }
    let items = view.lines.map { line in
      tag(
        "li",
        tag(
          "a", [.href(.path(Addresses.historyLine.path(line.sequence)))],
          .text(HistoryWords.sentence(line, tables: view.tables[line.sequence] ?? []))),
        tag("span", [.class("quiet")], .text("\(SwedishTime.text(line.moment)), \(line.actor.name)")))
    }
    return tag(
      "section", [.class("card")], tag("h2", .text("Senast hände")), tag("ol", [.class("happened")], each: items),
      tag("p", tag("a", [.href(.path(Addresses.history.path()))], .text("Hela historiken"))))
  }
}

extension String {
  /// The beginning of a text, on one line, with a mark where something is left out.
  func firstWords(_ countMax: Int) -> String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= countMax ? line : line.prefix(countMax) + "…"
  }
}
