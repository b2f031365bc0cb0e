import Association
import Statements

extension SumCheck {
  static let operatingStatementDeviation = SumCheck(
    code: "driftredovisning-avvikelse",
    question: "Är varje avvikelse i driftredovisningen utfall minus budget?",
    reason: "LKBR 10:1: driftredovisningen redovisar utfallet i förhållande till budgeten.",
    mend: "Räkna avvikelsen som utfall minus budget.",
    relations: { report in
      guard let table = report.table("driftredovisning") else { return [] }
      return table.rows.compactMap { row in
        guard let deviation = table.printed(row.id, "deviation"), let budget = table.printed(row.id, "budget"),
          let outcome = table.printed(row.id, "current") ?? table.printed(row.id, "net")
        else { return nil }
        return Relation(
          at: "driftredovisning/\(row.id)/deviation",
          "Avvikelsen på raden \(row.title) är %s, men utfall \(outcome.text) minus budget \(budget.text) är %e",
          stated: deviation, expected: Printed(units: outcome.units &- budget.units, unit: deviation.unit),
          remedy: "Rätta avvikelsen eller det tecken som är fel.")
      }
    },
    spoil: { report in
      report.alterTable("driftredovisning") { table in
        for row in table.rows { table.add(33, to: row.id, "deviation") }
      }
    })
}
