import Statements

extension SumCheck {
  static let overviewSum = SumCheck(
    code: "oversikt-intakt-plus-kostnad",
    question: "Ger intäkter och kostnader i flerårsöversikten årets resultat, för varje år?",
    reason: "LKBR 11:1; läsaren räknar efter.",
    mend: "Rätta det tal som är fel, eller radens namn.",
    relations: { report in
      guard let table = report.table("oversikt"), table.row("kostnader")?.hasOnlyFinancialCosts != true else {
        return []
      }
      return table.columns.compactMap { column in
        guard let income = table.printed("intakter", column.id), let costs = table.printed("kostnader", column.id),
          let result = table.printed("resultat", column.id)
        else { return nil }
        return Relation(
          at: "oversikt/resultat/\(column.id)",
          "Resultatet \(column.name) är %s i översikten, men intäkter minus kostnader är %e", stated: result,
          expected: Printed(units: income.units &- abs(costs.units), unit: result.unit),
          remedy: "Rätta det tal som är fel.")
      }
    },
    spoil: { report in
      report.alterTable("oversikt") { table in
        guard let column = table.columns.first(where: { table.printed("resultat", $0.id) != nil })?.id else { return }
        table.add(2000, to: "resultat", column)
      }
    })
}
