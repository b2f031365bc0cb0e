import Association
import Ledger
import Statements

/// A paragraph, heading or list item of the report, and where it stands.
struct Passage {
  /// The stable name of the place: `text/handelser:3`, the third block of the chapter.
  let place: String
  /// The chapter's id.
  let chapterID: String
  /// The chapter's heading.
  let chapterTitle: String
  /// Whether it is a heading.
  let isHeading: Bool
  /// The running text.
  let inlines: [Inline]

  /// What somebody has typed: a bound figure is a single mark, U+FFFC, which no digit of a typed number can pass.
  var typed: String { inlines.map(\.typed).joined() }

  /// The words as printed.
  var printed: String { inlines.plainText }
}

extension Inline {
  /// The typed words, with a mark for each bound figure.
  var typed: String {
    switch self {
    case .text(let text): text
    case .strong(let inlines), .emphasis(let inlines), .link(let inlines, _): inlines.map(\.typed).joined()
    case .figure, .missingFigure: "\u{FFFC}"
    case .lineBreak: "\n"
    }
  }

  /// This piece and every piece inside it.
  var all: [Inline] {
    switch self {
    case .strong(let inlines), .emphasis(let inlines), .link(let inlines, _): [self] + inlines.flatMap(\.all)
    default: [self]
    }
  }
}

extension AnnualReport {
  /// Every piece of running text, in order of print.
  var passages: [Passage] {
    var passages: [Passage] = []
    for chapter in chapters {
      for (index, block) in chapter.blocks.enumerated() {
        collect(block, of: chapter, at: "text/\(chapter.id):\(index + 1)", into: &passages)
      }
    }
    return passages
  }

  private func collect(_ block: Block, of chapter: Chapter, at place: String, into passages: inout [Passage]) {
    func passage(_ inlines: [Inline], isHeading: Bool) -> Passage {
      Passage(
        place: place, chapterID: chapter.id, chapterTitle: chapter.title, isHeading: isHeading, inlines: inlines)
    }
    switch block {
    case .paragraph(let inlines): passages.append(passage(inlines, isHeading: false))
    case .heading(_, let inlines): passages.append(passage(inlines, isHeading: true))
    case .list(_, let items):
      for block in items.flatMap({ $0 }) { collect(block, of: chapter, at: place, into: &passages) }
    case .quote(let blocks):
      for block in blocks { collect(block, of: chapter, at: place, into: &passages) }
    case .table, .diagram, .signatures: break
    }
  }

  /// Every text that is printed anywhere, with its place: prose, headings, cells, remarks, signatures, diagrams.
  var everyText: [(place: String, text: String)] {
    var texts = passages.map { (place: $0.place, text: $0.printed) }
    texts += chapters.map { (place: "text/\($0.id):0", text: $0.title) }
    for table in tables {
      let headings = [table.title, table.rowHeading, table.remark] + table.columns.flatMap { [$0.group, $0.title] }
      texts += headings.map { (place: table.id, text: $0) }
      for row in table.rows {
        texts.append((place: "\(table.id)/\(row.id)", text: row.title))
        texts += row.cells.compactMap { cell in
          if case .text(let text) = cell { (place: "\(table.id)/\(row.id)", text: text) } else { nil }
        }
      }
    }
    for diagram in diagrams {
      texts += ([diagram.title] + diagram.categories + diagram.series.map(\.title)).map { (diagram.id, $0) }
    }
    texts += (facts.signatories + facts.auditors).map { ("fakta/underskrift", "\($0.function) \($0.name)") }
    return texts
  }

  /// All diagrams, in order of print.
  var diagrams: [Diagram] {
    chapters.flatMap(\.blocks).compactMap { if case .diagram(let diagram) = $0 { diagram } else { nil } }
  }
}
