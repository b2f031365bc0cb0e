import Association
import Ledger
import Press
import Report
import Store

/// What must be done now: what is late, what is soon, what is half done; beside it how far the report is, the economy,
/// and what last happened.
struct StartPage {
  let view: StartView
  let asked: Asked

  static let title = "Vad behöver jag göra nu?"

  var page: Page {
    Page(
      title: StartPage.title, section: .start, isWide: true,
      main: tag(
        "div", [.class("columns")], tag("div", late, soon, drafts, comments, wheel),
        tag("div", [.class("start-side")], progress, economy, happened)))
  }

  private var late: HTML {
    guard !view.late.isEmpty else {
      return tag("p", [.class("notice")], .text("Inget är försenat."))
    }
    return tag(
      "section", [.class("late")],
      tag("h2", .text("Försenat (\(view.late.count))")), tasks(view.late))
  }

  private var soon: HTML {
    guard !view.soon.isEmpty else { return .empty }
    return tag("section", tag("h2", .text("Snart (\(view.soon.count))")), tasks(view.soon))
  }

  private func tasks(_ deadlines: [Deadline]) -> HTML {
    tag(
      "ul", [.class("tasks")],
      each: deadlines.map { deadline in
        let own = Addresses.deadline.path(Pair(deadline.year, deadline.id))
        let path = DeadlineWords.path(deadline, for: asked)
        return tag(
          "li",
          tag(
            "p", [.class("what")], tag("a", [.href(.path(path))], .text(deadline.title)),
            DeadlineWords.badge(deadline)),
          tag(
            "p", [.class("quiet")],
            .text("\(DeadlineWords.state(deadline)): \(deadline.day.text). \(DeadlineWords.basis(deadline)). "),
            path == own
              ? .empty
              : tag(
                "a", [.href(.path(own)), .label("Om \(deadline.title): vad som räknas som klart")],
                .text("Vad räknas som klart?"))))
      })
  }

  private var drafts: HTML {
    guard !view.drafts.isEmpty else { return .empty }
    let items = view.drafts.prefix(StartView.countMax).map { draft in
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
      "section", tag("h2", .text("Påbörjade verifikationer (\(view.drafts.count))")),
      tag("ul", [.class("tasks")], each: Array(items)), more(view.drafts.count, "utkast", Addresses.drafts.path()))
  }

  private var comments: HTML {
    guard !view.comments.isEmpty else { return .empty }
    let items = view.comments.prefix(StartView.countMax).map { comment in
      let place = ThingPlace(comment.place)
      return tag(
        "li",
        tag("p", [.class("what")], tag("a", [.href(.path(place.path))], .text(comment.text.firstWords(160)))),
        tag(
          "p", [.class("quiet")],
          .text("\(comment.by) om \(place.words), \(SwedishTime.text(comment.at)).")))
    }
    return tag(
      "section", tag("h2", .text("Frågor och kommentarer (\(view.comments.count))")),
      tag("ul", [.class("tasks")], each: Array(items)),
      more(view.comments.count, "kommentarer", Addresses.comments.path()))
  }

  private func more(_ count: Int, _ words: String, _ path: String) -> HTML {
    guard count > StartView.countMax else { return .empty }
    return tag("p", tag("a", [.href(.path(path))], .text("Alla \(count) \(words)")))
  }

  private var wheel: HTML {
    let year = asked.today.year
    return tag(
      "section", [.class("wheel-section")],
      tag("h2", tag("a", [.href(.path(Addresses.wheel.path(year)))], .text("Årshjulet \(year)"))),
      tag(
        "div", [.class("wheel-parts")],
        WheelDrawing(year: year, deadlines: view.wheel, today: asked.today).html,
        WheelList(year: year, deadlines: view.wheel).html))
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
