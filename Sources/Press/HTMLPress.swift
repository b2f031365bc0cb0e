import Ledger
public import Report
import Statements

/// The annual report as one self-contained web page, good on a screen, a phone and paper.
///
/// Every figure, in tables and inside sentences, is a link that opens to where it comes from. No script is needed.
public enum HTMLPress {
  /// The page. The same report gives the same bytes. With links it leads on into the office: to the vouchers
  /// themselves, their documents and the accounts.
  public static func page(_ report: AnnualReport, links: OfficeLinks? = nil) -> [UInt8] {
    let cover = Cover(report: report)
    let origins = Origins()
    let chapters = Chapters(report: report, origins: origins, links: links)
    let shell = PageShell(
      title: "\(cover.title) – \(report.associationName)" + (report.status == .draft ? " (utkast)" : ""),
      running: PageShell.Running(
        left: "\(report.associationName), \(report.organisationNumber)",
        right: cover.title + (report.status == .draft ? " · UTKAST" : ""),
        foot: "Belopp i kronor om inget annat anges"))
    let body = chapters.html()
    let findings = report.status == .draft ? FindingsPart(findings: report.findings).html() : .empty
    let ledger = report.source.map { LedgerLines($0, links: links) }
    return shell.page(
      header: cover.html(), navigation: chapters.contents(),
      main: tag("div", [.class("report")], body) + findings,
      after: OriginPart(origins: origins, ledger: ledger).html())
  }
}

extension HTMLPress {
  /// What the figures of a report open to.
  static func origins(of report: AnnualReport) -> Origins {
    let origins = Origins()
    _ = Chapters(report: report, origins: origins, links: nil).html()
    return origins
  }
}

/// The chapters and the list of them.
private struct Chapters {
  let report: AnnualReport
  let origins: Origins
  let links: OfficeLinks?

  func contents() -> HTML {
    let items = report.chapters.filter { $0.level <= 3 }.map { chapter in
      let words =
        chapter.number.isEmpty
        ? .empty : tag("span", [.class("number")], .text(chapter.number)) + .raw(" ")
      return tag(
        "li", [.class(chapter.level == 1 ? "one" : chapter.level == 2 ? "two" : "three")],
        tag("a", [.href(.fragment(Chapters.id(of: chapter)))], words, .text(chapter.title)))
    }
    return tag(
      "nav", [.class("contents"), .labelled(by: "innehallsforteckning")],
      links.map { tag("p", tag("a", [.href(.path($0.report))], .text("Tillbaka till kontoret"))) } ?? .empty,
      tag("h2", [.id("innehallsforteckning")], .text("Innehåll")), tag("ol", each: items))
  }

  func html() -> HTML {
    var level = 1
    return HTML.joined(
      report.chapters.map { chapter in
        // A heading is never more than one level below the heading before it.
        level = min(max(chapter.level, 1) + 1, level + 1)
        return html(of: chapter, level: level)
      })
  }

  static func id(of chapter: Chapter) -> String { "kapitel-" + chapter.id }

  private func html(of chapter: Chapter, level: Int) -> HTML {
    let words =
      (chapter.number.isEmpty ? .empty : tag("span", [.class("number")], .text(chapter.number)) + .raw(" "))
      + .text(chapter.title)
    let id = Chapters.id(of: chapter)
    let place = chapter.number.isEmpty ? chapter.title : "\(chapter.number) \(chapter.title)"
    var prose = ProsePart(place: place, level: level, title: chapter.title, figure: link, table: table)
    let heading =
      switch level {
      case 2: tag("h2", [.id(id + "-rubrik")], words)
      case 3: tag("h3", [.id(id + "-rubrik")], words)
      default: tag("h4", [.id(id + "-rubrik")], words)
      }
    return tag(
      "section", [.class(level == 2 ? "chapter" : "section"), .id(id), .labelled(by: id + "-rubrik")], heading,
      prose.html(of: chapter.blocks))
  }

  private func link(name: String, figure: Figure, printed: String, place: String) -> HTML {
    origins.link(figure, printed: printed, title: report.figures[name]?.title ?? name, context: place)
  }

  private func table(_ table: Table, heading: String) -> HTML {
    TablePart(table, isTitleAbove: Headings.says(heading, title: table.title), noteLink: noteLink) {
      figure, printed, place in
      let column = [place.column.group, place.column.title].filter { !$0.isEmpty }.joined(separator: " ")
      let title = column.isEmpty ? place.row.title : "\(place.row.title), \(column)"
      return origins.link(figure, printed: printed, title: title, context: table.title)
    }.html()
  }

  /// Where a note begins: its chapter, its heading, or its table.
  private func noteLink(_ note: String) -> Attribute.Address? {
    if let chapter = report.chapters.first(where: { Headings.noteNumber($0.title) == note }) {
      return .fragment(Chapters.id(of: chapter))
    }
    for case .heading(_, let inlines) in report.chapters.flatMap(\.blocks)
    where Headings.noteNumber(inlines.plainText) == note {
      return .fragment("not-" + note)
    }
    return report.tables.first { Headings.noteNumber($0.title) == note }.map { .fragment("tabell-" + $0.id) }
  }
}
