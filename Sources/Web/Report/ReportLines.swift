import Association
import Press
import Report
import Statements
import Store

/// The report's words line by line: what is kept of it when the board has seen it, and what is compared afterwards.
enum ReportLines {
  /// The name under which the figures' values are kept beside the chapters' words.
  static let figures = "siffror"

  /// Every chapter's lines, and every figure's value.
  static func all(of report: AnnualReport) -> [ReportVersion.Line] {
    let words = report.chapters.flatMap { chapter in
      lines(of: chapter).map { ReportVersion.Line(chapter: chapter.id, text: $0) }
    }
    let values = report.figures.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { name, named in
      ReportVersion.Line(chapter: ReportLines.figures, text: "\(name): \(named.figure.exact)")
    }
    return words + values
  }

  /// A chapter's lines: its heading without its number, its paragraphs, the rows of its tables.
  static func lines(of chapter: Chapter) -> [String] { [chapter.title] + chapter.blocks.flatMap(lines) }

  /// The value that a figure had in a version, or nil where it had none.
  static func value(of name: String, in lines: [ReportVersion.Line]) -> String? {
    let head = Array("\(name): ".utf8)
    let line = lines.first { $0.chapter == figures && $0.text.utf8.starts(with: head) }
    return line.map { String(decoding: $0.text.utf8.dropFirst(head.count), as: UTF8.self) }
  }

  /// A version's lines by chapter.
  static func byChapter(_ lines: [ReportVersion.Line]) -> [String: [String]] {
    Dictionary(grouping: lines, by: \.chapter).mapValues { $0.map(\.text) }
  }

  private static func lines(of block: Block) -> [String] {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): [inlines.plainText]
    case .list(_, let items): items.flatMap { $0.flatMap(lines).map { "– \($0)" } }
    case .quote(let blocks): blocks.flatMap(lines)
    case .table(let table): lines(of: table)
    case .diagram(let diagram): [diagram.title]
    case .signatures(let signatories):
      signatories.map { [$0.function, $0.name, $0.appointedBy].filter { !$0.isEmpty }.joined(separator: ", ") }
    }
  }

  private static func lines(of table: Table) -> [String] {
    let head =
      ([table.title] + table.columns.map { [$0.group, $0.title].filter { !$0.isEmpty }.joined(separator: " ") })
      .joined(separator: " | ")
    let rows = table.rows.map { row in
      let cells = row.cells.enumerated().prefix(table.columns.count).map { table.printed($1, column: $0) }
      return ([row.title] + cells).joined(separator: " | ")
    }
    return [head] + rows + (table.remark.isEmpty ? [] : [table.remark])
  }
}
