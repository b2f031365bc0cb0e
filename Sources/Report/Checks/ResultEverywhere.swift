import Statements

extension SumCheck {
  static let resultEverywhere = SumCheck(
    code: "resultat-rr-mot-br",
    question: "Är årets resultat samma tal i resultaträkningen, balansräkningen, kassaflödesanalysen och balanskravet?",
    reason: "LKBR 4:2 och 4:4: rapporten är en helhet, och eget kapital ändras genom resultaträkningen.",
    mend: "Rätta det ställe som avviker från resultaträkningen.",
    relations: { report in
      guard let income = report.table("resultatrakning") else { return [] }
      return ["balansrakning", "kassaflode", "balanskrav"].compactMap { report.table($0) }.flatMap { table in
        income.yearColumns.compactMap { column in
          guard let expected = income.printed("arets-resultat", column.id),
            let stated = table.printed("arets-resultat", column.id)
          else { return nil }
          return Relation(
            at: "\(table.id)/arets-resultat/\(column.id)",
            "Årets resultat är %s i tabellen \(table.title), kolumnen \(column.name), men %e i resultaträkningen",
            stated: stated, expected: expected, remedy: "Rätta det ställe som är fel.")
        }
      }
    },
    spoil: { $0.alterTable("balansrakning") { $0.add(-900, to: "arets-resultat") } })
}
