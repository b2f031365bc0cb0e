import Association
import Ledger
import Statements

/// The ways in which checks spoil a sound report to prove that they see it.
extension AnnualReport {
  /// Changes every table with that id, or the first of which the condition holds.
  mutating func alterTable(_ id: String, _ alter: (inout Table) -> Void) {
    alterTable(where: { $0.id == id }, alter)
  }

  /// Changes the first table of which the condition holds.
  mutating func alterTable(where isSought: (Table) -> Bool, _ alter: (inout Table) -> Void) {
    for chapter in chapters.indices {
      for block in chapters[chapter].blocks.indices {
        guard case .table(var table) = chapters[chapter].blocks[block], isSought(table) else { continue }
        alter(&table)
        chapters[chapter].blocks[block] = .table(table)
        return
      }
    }
  }

  /// Takes every table with that id out of the report.
  mutating func removeTable(_ id: String) {
    for chapter in chapters.indices {
      chapters[chapter].blocks.removeAll { if case .table(let table) = $0 { table.id == id } else { false } }
    }
  }

  /// Adds a table at the end of the last chapter.
  mutating func append(_ table: Table) {
    guard !chapters.isEmpty else { return }
    chapters[chapters.count - 1].blocks.append(.table(table))
  }

  /// Adds a typed paragraph to the first chapter.
  mutating func type(_ text: String) { type([.text(text)]) }

  /// Adds a paragraph to the first chapter.
  mutating func type(_ inlines: [Inline]) {
    guard !chapters.isEmpty else { return }
    chapters[0].blocks.append(.paragraph(inlines))
  }

  /// Changes the association that the report was made from.
  mutating func alterAssociation(_ alter: (inout Association) -> Void) {
    guard var source else { return }
    alter(&source.association)
    self.source = source
  }

  /// Changes the books that the report was made from.
  mutating func alterBooks(_ alter: (inout Books) -> Void) {
    guard var source else { return }
    alter(&source.books)
    self.source = source
  }
}

extension Table {
  /// Adds so many printed units to a cell.
  mutating func add(_ units: Int64, to row: String, _ column: String = "current") {
    guard let printed = printed(row, column)?.units else { return }
    set(printed + units, in: row, column)
  }

  /// Prints that many units in a cell.
  mutating func set(_ units: Int64, in row: String, _ column: String = "current") {
    let ore = unit.ore
    alter(row, column) { figure in
      if figure.count != nil {
        figure.value = .count(units)
      } else {
        figure.value = .amount(Money(ore: units * ore))
        figure.printedUnits = units
      }
    }
  }

  /// Changes the figure in a cell.
  mutating func alter(_ row: String, _ column: String = "current", _ alter: (inout Figure) -> Void) {
    guard let row = rows.firstIndex(where: { $0.id == row }),
      let column = columns.firstIndex(where: { $0.id == column }), column < rows[row].cells.count,
      var figure = rows[row].cells[column].figure
    else { return }
    alter(&figure)
    rows[row].cells[column] = .figure(figure)
  }

  /// Empties a cell.
  mutating func empty(_ row: String, _ column: String = "current") {
    guard let row = rows.firstIndex(where: { $0.id == row }),
      let column = columns.firstIndex(where: { $0.id == column }), column < rows[row].cells.count
    else { return }
    rows[row].cells[column] = .empty
  }
}
