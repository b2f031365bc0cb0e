import Association
import Ledger
import Statements

extension SumCheck {
  static let budgetEquityChain = SumCheck(
    code: "budget-eget-kapital-kedja",
    question: "Leder budgetens eget kapital från år till år genom det budgeterade resultatet?",
    reason: "KL 11:6: budgeten visar den ekonomiska ställningen vid budgetårets slut.",
    mend: "Rätta ingående eller utgående eget kapital i budgeten.",
    relations: { report in
      guard let table = report.table("budget"), let opening = table.rows.first(where: { $0.id.has("ingaende") }),
        let closing = table.rows.first(where: { $0.id.has("utgaende") }),
        let result = table.rows.last(where: { $0.id.has("resultat") })
      else { return [] }
      var relations: [Relation?] = []
      for (index, column) in table.columns.enumerated() {
        guard let start = table.printed(opening, at: index), let end = table.printed(closing, at: index),
          let change = table.printed(result, at: index)
        else { continue }
        relations.append(
          Relation(
            at: "budget/\(closing.id)/\(column.id)",
            "Budgeten har utgående eget kapital %s för \(column.name), men ingående och resultat ger %e", stated: end,
            expected: Printed(units: start.units &+ change.units, unit: start.unit), remedy: "Rätta det tal som är fel."
          ))
        guard index > 0, let before = table.printed(closing, at: index - 1) else { continue }
        relations.append(
          Relation(
            at: "budget/\(opening.id)/\(column.id)",
            "Budgeten har ingående eget kapital %s för \(column.name), men året före slutar på %e", stated: start,
            expected: before, remedy: "Rätta det tal som är fel."))
      }
      return relations.compactMap { $0 }
    },
    spoil: { report in
      report.alterTable("budget") { table in
        guard let row = table.rows.first(where: { $0.id.has("utgaende") }) else { return }
        for column in table.columns.prefix(1) { table.add(-4000, to: row.id, column.id) }
      }
    })
}
