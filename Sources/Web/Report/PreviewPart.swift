import Press
import Report
import Statements

/// A chapter as it will be printed, its figures as chips that open, its gaps in plain sight.
struct PreviewPart {
  let workbench: Workbench
  let year: Int
  let chapterID: String

  private var report: AnnualReport { workbench.report }

  func html() -> HTML {
    let blocks = self.blocks
    guard !blocks.isEmpty else {
      return tag("p", [.class("empty")], .text("Inget står i kapitlet än. Det du skriver visas här."))
    }
    // The page's heading is of level 1 and the preview's own of level 2.
    var prose = ProsePart(
      place: chapterID, level: 2, title: report.chapter(chapterID)?.title ?? "", figure: chip, missing: gap,
      table: table)
    return tag("div", [.class("printed")], prose.html(of: blocks))
  }

  /// What is printed in the chapter. The principles stand inside the notes: what is under the first note's heading.
  private var blocks: [Block] {
    guard chapterID == "redovisningsprinciper" else { return report.chapter(chapterID)?.blocks ?? [] }
    let notes = report.chapter("noter")?.blocks ?? []
    let headings = notes.indices.filter { if case .heading(1, _) = notes[$0] { true } else { false } }
    guard let first = headings.first else { return [] }
    return Array(notes[first..<(headings.dropFirst().first ?? notes.count)])
  }

  private func chip(_ name: String, _ figure: Figure, _ printed: String, _ place: String) -> HTML {
    tag(
      "a",
      [
        .class("chip"), .href(.path(Addresses.figure.path(Pair(year, name)))),
        .other("title", report.figures[name]?.title ?? name),
      ], .text(printed))
  }

  private func gap(_ name: String) -> HTML {
    let hint = workbench.nearestName(to: name).map { " Menades \($0)?" } ?? ""
    return tag("mark", [.class("missing")], .text("[siffran \(name) saknas.\(hint)]"))
  }

  private func table(_ table: Table, _ heading: String) -> HTML {
    let isTitleAbove = Headings.says(heading, title: table.title)
    return TablePart(table, isTitleAbove: isTitleAbove, noteLink: { _ in nil }) { _, printed, place in
      let id = FigurePlace.cell(table: table.id, row: place.row.id, column: place.column.id)
      return tag(
        "a", [.class("amount"), .href(.path(Addresses.figure.path(Pair(year, id.text))))], .text(printed))
    }.html()
  }
}
