import Statements

extension SumCheck {
  static let sumInTable = SumCheck(
    code: "summa-i-tabell",
    question: "Går varje summa i varje tabell ihop av de tal som är tryckta ovanför, i alla kolumner?",
    reason: "LKBR 4:2; noten om verksamhetens kostnader 2022 slutade på 16 346 823 kr men raderna gav 16 346 819 kr.",
    mend: "Rätta den rad eller den summa som är fel.",
    relations: { report in
      report.tables.flatMap { table in
        table.rows.filter { !$0.sumOf.isEmpty && !SumCheck.hasOwnCheck($0, in: table) }
          .flatMap { row in
            table.columns.indices.compactMap { index -> Relation? in
              let sum = table.sum(of: row.sumOf, at: index)
              guard sum.count > 0, let stated = table.printed(row, at: index) else { return nil }
              let column = table.columns[index]
              return Relation(
                at: "\(table.id)/\(row.id)/\(column.id)",
                "Raden \(row.name) i tabellen \(table.title) säger %s i kolumnen \(column.name) men raderna den summerar ger %e",
                stated: stated, expected: sum.sum, remedy: "Rätta raden som är fel eller summan.")
            }
          }
      }
    },
    spoil: { report in
      report.alterTable("balansrakning") { $0.add(13, to: "summa-skulder", "previous") }
      report.alterTable("balansrakning") { $0.add(13, to: "summa-skulder") }
    })

  /// Sums that a check of their own re-adds by the law's order, so that one fault is found once.
  private static let sumsWithOwnCheck: Set<String> = [
    "resultatrakning/verksamhetens-nettokostnader", "resultatrakning/verksamhetens-resultat",
    "resultatrakning/resultat-efter-finansiella-poster", "resultatrakning/arets-resultat",
    "kassaflode/kassaflode-lopande", "kassaflode/likvida-medel-utgang", "balanskrav/resultat-efter-justeringar",
    "balanskrav/balanskravsresultat", "oversikt/resultat",
  ]

  private static func hasOwnCheck(_ row: Table.Row, in table: Table) -> Bool {
    sumsWithOwnCheck.contains("\(table.id)/\(row.id)") || row.id.lowercased().utf8.starts(with: "pågå".utf8)
  }
}

extension Table.Column {
  /// What the column is called in a sentence.
  var name: String {
    let words = [group, title].filter { !$0.isEmpty }
    return words.isEmpty ? id : words.joined(separator: ", ")
  }
}
