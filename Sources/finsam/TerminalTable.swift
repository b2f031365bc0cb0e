import Press
import Statements

/// A table in a terminal: headings to the left, amounts in columns to the right.
enum TerminalTable {
  static func text(_ table: Table) -> String {
    let rows = table.rows.map { row in
      (
        heading: row.title, isSum: row.role == .total,
        cells: row.cells.enumerated().map { table.printed($1, column: $0) }
      )
    }
    let first = max(table.title.count, rows.map(\.heading.count).max() ?? 0)
    let heads = table.columns.map { $0.group.isEmpty ? $0.title : "\($0.group), \($0.title.lowercased())" }
    // A column of words is read from the left.
    let isWords = table.columns.indices.map { column in
      table.rows.contains { column < $0.cells.count && $0.cells[column].isWords }
        && !table.rows.contains { column < $0.cells.count && $0.cells[column].figure != nil }
    }
    func set(_ text: String, _ column: Int, _ width: Int) -> String {
      "  " + (isWords[column] ? padded(text, width) : aligned(text, width))
    }
    let widths = table.columns.indices.map { column in
      max(
        heads[column].count,
        rows.map { column < $0.cells.count ? $0.cells[column].count : 0 }.max() ?? 0)
    }
    let unit = table.unit == .none ? "" : " (\(table.unit.rawValue))"
    var lines = [table.title.uppercased() + unit]
    lines.append(padded("", first) + heads.indices.map { set(heads[$0], $0, widths[$0]) }.joined())
    for row in rows {
      let cells = zip(row.cells.indices, row.cells).map { set($1, $0, widths[$0]) }.joined()
      lines.append(padded(row.heading, first) + cells)
      if row.isSum { lines.append("") }
    }
    return lines.joined(separator: "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension Table.Cell {
  /// Whether words stand in the cell.
  fileprivate var isWords: Bool { if case .text(let words) = self { !words.isEmpty } else { false } }
}
