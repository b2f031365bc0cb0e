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
    let widths = table.columns.indices.map { column in
      max(
        table.columns[column].title.count,
        rows.map { column < $0.cells.count ? $0.cells[column].count : 0 }.max() ?? 0)
    }
    let unit = table.unit == .none ? "" : " (\(table.unit.rawValue))"
    var lines = [table.title.uppercased() + unit]
    lines.append(padded("", first) + zip(table.columns, widths).map { "  " + aligned($0.title, $1) }.joined())
    for row in rows {
      let cells = zip(row.cells, widths).map { "  " + aligned($0, $1) }.joined()
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
