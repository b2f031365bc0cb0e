import Press
import Store

/// The difference between a version and the report as it is now, or another version.
struct VersionPage {
  struct Changed: Sendable {
    let id: String
    let title: String
    let difference: TextDifference
  }

  struct ChangedFigure: Sendable {
    let name: String
    let title: String
    let before: String
    let after: String
  }

  let year: Int
  let version: ReportVersion
  /// The version it is compared with; nil for the report as it is now.
  let other: ReportVersion?
  let versions: [ReportVersion]
  let chapters: [Changed]
  let figures: [ChangedFigure]

  func page() -> Page {
    Page(
      title: "Ändrat sedan \(version.name)", section: .report,
      trail: ReportWords.trail(year) + [Page.Link("Versioner", Addresses.versions.path(year))],
      main: HTML.joined([lead(), chooser(), figureTable(), HTML.joined(chapters.map(chapter))]))
  }

  private func lead() -> HTML {
    let against = other.map { "med \($0.name), sparad \(SwedishTime.text($0.at))" } ?? "med hur årsredovisningen är nu"
    let count =
      switch chapters.count {
      case 0: "Inget är ändrat."
      case 1: "Ett kapitel är ändrat."
      default: "\(chapters.count) kapitel är ändrade."
      }
    return tag(
      "p", [.class("lead")],
      .text("Versionen sparades \(SwedishTime.text(version.at)) av \(version.by). Den jämförs \(against). \(count)"))
  }

  private func chooser() -> HTML {
    guard versions.count > 1 else { return .empty }
    let options =
      [(value: "", words: "Som den är nu")]
      + versions.filter { $0.sequence != version.sequence }.map { (value: "\($0.sequence)", words: $0.name) }
    return tag(
      "form",
      [
        .class("filter"), .other("method", "get"),
        .other("action", Addresses.version.path(Pair(year, version.sequence))),
      ],
      FormPart.select("mot", "Jämför med", options: options, chosen: other.map { "\($0.sequence)" } ?? ""),
      FormPart.button("Jämför", kind: "secondary"))
  }

  private func figureTable() -> HTML {
    guard !figures.isEmpty else { return .empty }
    func heading(_ words: String, isNumber: Bool = false) -> HTML {
      tag("th", [.scope(.column), .class(isNumber ? "number" : "")], .text(words))
    }
    let rows = figures.map { figure in
      tag(
        "tr",
        tag(
          "th", [.scope(.row)],
          tag("a", [.href(.path(Addresses.figure.path(Pair(year, figure.name))))], .text(figure.title))),
        tag("td", [.class("number")], .text(figure.before)), tag("td", [.class("number")], .text(figure.after)))
    }
    return tag("h2", .text("Ändrade siffror"))
      + tag(
        "div", [.class("scroll"), .role("region"), .label("Ändrade siffror"), .tabIndex(0)],
        tag(
          "table", [.class("list")], tag("caption", [.class("unseen")], .text("Ändrade siffror")),
          tag(
            "thead",
            tag(
              "tr", heading("Siffra"), heading("Då", isNumber: true),
              heading(other == nil ? "Nu" : "Sedan", isNumber: true))),
          tag("tbody", each: rows)))
  }

  private func chapter(_ changed: Changed) -> HTML {
    tag("h2", [.id("kapitel-\(changed.id)")], .text(changed.title)) + changed.difference.html()
      + tag(
        "p",
        tag(
          "a", [.href(.path(Addresses.chapter.path(Pair(year, changed.id))))], .text("Öppna kapitlet \(changed.title)"))
      )
  }
}
