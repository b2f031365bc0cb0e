extension ReviewCheck {
  static let overviewSum = ReviewCheck(
    "oversikt-summa", kind: "overview-sum",
    question: "Ger flerårsöversiktens intäkter och kostnader resultatet, där kostnaderna tar in allt?",
    reason: "En rad som säger att finansiella kostnader ingår ska leda till årets resultat.",
    spoil: [("Årets resultat\t300 000\t500 000\t200 000", "Årets resultat\t300 000\t500 000\t260 000")],
    find: { report in
      guard let table = report.table(.overview), let income = table.row("operating_income"),
        let costs = table.row("operating_costs"),
        let result = table.row("result_for_year"), costs.has("finansiella")
      else { return [] }
      return table.columns.indices.compactMap { column in
        guard let plus = income.value(column)?.thousandths, let minus = costs.value(column)?.thousandths,
          let stated = report.stated(table, result, at: column)
        else { return nil }
        let expected = plus - abs(minus)
        guard abs(expected - (result.term(column) ?? 0)) > 2 * table.grain, table.columns[column].role == .other else {
          return nil
        }
        return .amounts(
          .material, at: stated, expected: expected &* table.kronor,
          "\(result.label) är %s i flerårsöversikten\(table.columnName(column)), men intäkter och kostnader ger %e.",
          mend: "Rätta den rad som är fel.", confidence: 75, related: [income.place, costs.place])
      }
    })
}
