import Report
import Statements

/// Where in the report a figure stands, however it is rounded there.
enum FigureUses {
  struct Use: Hashable, Sendable {
    let words: String
    let path: String
  }

  /// Each chapter's sentences and tables that hold it, once each.
  static func of(_ figure: Figure, in report: AnnualReport, year: Int) -> [Use] {
    var uses: [Use] = []
    for chapter in report.chapters {
      let path = Addresses.chapter.path(Pair(year, chapter.id))
      let title = ReportWords.title(chapter.number, chapter.title)
      for block in chapter.blocks {
        let words: [String] =
          switch block {
          case .table(let table):
            table.rows.filter { row in row.cells.contains { $0.figure.map { same($0, figure) } ?? false } }
              .map { "\(title): tabellen \(table.title), \($0.title)" }
          case .diagram(let diagram):
            diagram.series.contains { $0.values.contains { $0.map { same($0, figure) } ?? false } }
              ? ["\(title): diagrammet \(diagram.title)"] : []
          default: holds(block, figure) ? ["\(title): i texten"] : []
          }
        for words in words where !uses.contains(where: { $0.words == words }) {
          uses.append(Use(words: words, path: path))
        }
      }
    }
    return uses
  }

  private static func same(_ left: Figure, _ right: Figure) -> Bool {
    left.value == right.value && left.origin == right.origin
  }

  private static func holds(_ block: Block, _ figure: Figure) -> Bool {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): holds(inlines, figure)
    case .list(_, let items): items.contains { $0.contains { holds($0, figure) } }
    case .quote(let blocks): blocks.contains { holds($0, figure) }
    case .table, .diagram, .signatures: false
    }
  }

  private static func holds(_ inlines: [Inline], _ figure: Figure) -> Bool {
    inlines.contains { inline in
      switch inline {
      case .figure(_, let other, _): same(other, figure)
      case .strong(let inlines), .emphasis(let inlines), .link(let inlines, _): holds(inlines, figure)
      case .text, .missingFigure, .lineBreak: false
      }
    }
  }
}
