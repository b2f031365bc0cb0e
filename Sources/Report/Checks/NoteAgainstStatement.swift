import Ledger
import Statements

extension SumCheck {
  static let noteAgainstStatement = SumCheck(
    code: "not-mot-rakning",
    question: "Stämmer varje not med den rad i räkningen som den specificerar?",
    reason: "LKBR 4:6; 2022 var en not 4 kr och en annan 6 kr ifrån sin rad i resultaträkningen.",
    mend: "Rätta noten eller raden. Lägg det som fattas som en egen rad i noten.",
    relations: { report in
      report.tables.flatMap { note -> [Relation] in
        guard let lineID = note.id.afterPrefix("not-"), let statement = report.statement(of: lineID),
          let line = statement.row(lineID), let total = note.rows.last(where: { $0.role == .total })
        else { return [] }
        let name = line.note.isEmpty ? "Noten \(line.title)" : "Not \(line.note)"
        let title = line.title
        return note.yearColumns.compactMap { column in
          guard let line = statement.printed(lineID, column.id),
            let index = note.columns.firstIndex(where: { $0.id == column.id })
          else { return nil }
          let expected = Printed(units: abs(line.units), unit: line.unit)
          let ends = [("summerar till", note.sumOfParts(at: index)), ("slutar på", note.printed(total, at: index))]
          let relations = ends.compactMap { verb, stated -> Relation? in
            guard let stated else { return nil }
            return Relation(
              at: "\(note.id)/\(column.id)",
              "\(name) \(verb) %s men raden \(title) säger %e" + (column.year.map { " för \($0)" } ?? ""),
              stated: Printed(units: abs(stated.units), unit: stated.unit), expected: expected,
              remedy: "Rätta noten eller raden.")
          }
          return relations.max { $0.difference.units.magnitude < $1.difference.units.magnitude }
        }
      }
    },
    spoil: { report in
      let sound = report
      let note = report.tables.first { note in
        note.id.afterPrefix("not-").flatMap { sound.statement(of: $0) } != nil
          && note.rows.contains { $0.role == .total }
      }
      report.alterTable(note?.id ?? "") { note in
        for role in [Table.Role.row, .total] {
          if let row = note.rows.last(where: { $0.role == role }) { note.add(4, to: row.id) }
        }
      }
    })
}

extension AnnualReport {
  /// The statement of which a note specifies that line: resultaträkningen or balansräkningen.
  func statement(of lineID: String) -> Table? {
    [table("resultatrakning"), table("balansrakning")].compactMap { $0 }.first { $0.row(lineID) != nil }
  }
}

extension Table {
  /// What the ordinary rows of a note add up to in one column; nil where there are none with numbers.
  func sumOfParts(at index: Int) -> Printed? {
    let parts = rows.filter { $0.role == .row && $0.sumOf.isEmpty }
    let sum = sum(of: parts.map { "+\($0.id)" }, at: index)
    return sum.count > 0 ? sum.sum : nil
  }
}

extension Printed {
  /// The size of the number in another unit.
  func magnitude(in other: Table.Unit) -> UInt64? { converted(to: other)?.magnitude }
}

extension String {
  /// What follows the prefix, or nil where the text does not begin so.
  func afterPrefix(_ prefix: String) -> String? {
    utf8.starts(with: prefix.utf8) ? String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : nil
  }
}
