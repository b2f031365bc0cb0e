import Association
import Ledger
import Statements

extension SumCheck {
  static let budgetSum = SumCheck(
    code: "budget-summa",
    question: "Är budgetens resultat intäkter minus kostnader, för budgetåret och planåren?",
    reason: "KL 11:5–6 genom lag 2003:1210 § 21.",
    mend: "Rätta den budgetrad eller den summa som är fel.",
    relations: { report in
      guard let table = report.table("budget"), let budget = report.latestBudget(of: report.year.number) else {
        return []
      }
      return table.columns.compactMap { column in
        guard let year = column.year ?? Int(column.id), let row = table.rows.last(where: { $0.id.has("resultat") }),
          let stated = table.printed(row.id, column.id), year >= budget.year, year < budget.year + 3
        else { return nil }
        let result = budget.result(yearOffset: year - budget.year)
        return Relation(
          at: "budget/\(row.id)/\(column.id)", "Budgetens resultat för \(year) är %s, men raderna ger %e",
          stated: stated, expected: Printed(units: result.rounded(toUnitsOf: table.unit.ore), unit: stated.unit),
          remedy: "Rätta budgetraden eller summan.")
      }
    },
    spoil: { report in
      report.alterTable("budget") { table in
        guard let row = table.rows.last(where: { $0.id.has("resultat") }) else { return }
        for column in table.columns { table.add(9000, to: row.id, column.id) }
      }
    })
}

extension AnnualReport {
  /// The last version of the budget for that year.
  func latestBudget(of year: Int) -> Budget? {
    source?.association.budgets.filter { $0.year == year }.max { $0.version < $1.version }
  }
}
