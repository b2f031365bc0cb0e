import Statements

extension SumCheck {
  static let sexesAgainstTotal = SumCheck(
    code: "kon-mot-totalt",
    question: "Blir kvinnor, män och uppgift saknas tillsammans totalen på varje rad?",
    reason: "Finsamförbund redovisar könsuppdelat; den som saknar uppgift är en egen grupp.",
    mend: "Rätta antalet som är fel.",
    relations: { report in
      report.tables.flatMap { table -> [Relation] in
        guard let total = table.columnIndex(["totalt", "total", "summa", "alla", "antal"]),
          let women = table.columnIndex(["kvinnor", "women"]), let men = table.columnIndex(["män", "man", "men"])
        else { return [] }
        let rest = table.columnIndex(["uppgift saknas", "ej angivet", "notstated", "annat", "okänt", "ej-angivet"])
        return table.rows.compactMap { row in
          guard let stated = table.printed(row, at: total), let left = table.printed(row, at: women),
            let right = table.printed(row, at: men), stated.unit == .none
          else { return nil }
          // Where one part is withheld there is nothing to add up.
          guard rest.map({ table.isWithheld(row, at: $0) }) != true else { return nil }
          // Where sex is stated for nobody there is nothing to add up.
          guard rest != nil || left.units != 0 || right.units != 0 else { return nil }
          let unknown = rest.flatMap { table.printed(row, at: $0) }?.units ?? 0
          return Relation(
            at: "\(table.id)/\(row.id)/totalt",
            "Raden \(row.name) i tabellen \(table.title) har totalt %s, men kvinnor och män blir tillsammans %e",
            stated: stated, expected: Printed(units: left.units &+ right.units &+ unknown, unit: .none),
            remedy: "Rätta antalet som är fel.")
        }
      }
    },
    spoil: { report in
      let table = report.tables.first { table in
        guard let total = table.columnIndex(["totalt", "total", "summa", "alla", "antal"]),
          table.columnIndex(["kvinnor", "women"]) != nil
        else { return false }
        return table.rows.contains { table.printed($0, at: total)?.unit == Table.Unit.none }
      }
      report.alterTable(table?.id ?? "") { table in
        guard let total = table.columnIndex(["totalt", "total", "summa", "alla", "antal"]) else { return }
        for row in table.rows { table.add(3, to: row.id, table.columns[total].id) }
      }
    })
}

extension Table {
  /// The column of which the id or the heading is one of those words.
  func columnIndex(_ words: [String]) -> Int? {
    columns.firstIndex { words.contains($0.id.lowercased()) || words.contains($0.title.normalized) }
  }
}
