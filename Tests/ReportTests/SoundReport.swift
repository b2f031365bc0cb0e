import Association
import Ledger
import Report
import Statements
import TestKit

extension AnnualReport {
  /// A report in which no check finds anything.
  static let sound = AnnualReport.example

  /// The same as somebody's published report, of which only the print is known.
  static let published: AnnualReport = {
    var report = sound
    report.source = nil
    return report
  }()

  /// Puts a table in place of the one with its id, or last where there is none.
  mutating func put(_ table: Table) {
    for chapter in chapters.indices {
      for block in chapters[chapter].blocks.indices {
        guard case .table(let old) = chapters[chapter].blocks[block], old.id == table.id else { continue }
        chapters[chapter].blocks[block] = .table(table)
        return
      }
    }
    chapters[chapters.count - 1].blocks.append(.table(table))
  }

  /// Adds a paragraph to the first chapter.
  mutating func say(_ text: String) { chapters[0].blocks.append(.paragraph([.text(text)])) }

  /// Gives a name to a figure.
  mutating func name(_ name: String, _ value: Figure.Value) {
    figures[name] = NamedFigure(
      title: name, figure: Figure(value, origin: .fact(title: name, source: "Tryckt rapport")))
  }
}

extension Table {
  /// A table as printed: each row is its id, its title and a number per column, nil for an empty cell.
  static func printed(
    _ id: String, _ title: String, in unit: Unit = .kronor, _ columns: [(id: String, title: String, year: Int)],
    _ rows: [(id: String, title: String, units: [Int64?])], total: String? = nil, sumOf: [String] = []
  ) -> Table {
    Table(
      id: id, title: title, unit: unit,
      columns: columns.map { Column(id: $0.id, title: $0.title, year: $0.year) },
      rows: rows.map { row in
        Row(
          id: row.id, title: row.title, role: row.id == total ? .total : .row,
          cells: row.units.map { units in
            guard let units else { return .empty }
            let value = unit == .none ? Figure.Value.count(units) : .amount(Money(ore: units * unit.ore))
            return .figure(Figure(value, origin: .fact(title: row.title, source: "Tryckt rapport")))
          }, sumOf: row.id == total ? sumOf : [])
      })
  }
}
