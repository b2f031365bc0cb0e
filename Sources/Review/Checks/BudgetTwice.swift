extension ReviewCheck {
  static let budgetTwice = ReviewCheck(
    "budget-pa-tva-stallen", kind: "same-fact",
    question: "Är budgeten i driftredovisningen densamma som i budgetbilagan?",
    reason: "Det är samma beslut.",
    spoil: [
      (
        "Kostnader\t-9 700\t-10 200\t500\t-9 500\nMedlemsbidrag\t10 000\t10 000\t0\t10 000\nResultat\t300\t-200\t500\t500",
        "Kostnader\t-9 700\t-10 400\t700\t-9 500\nMedlemsbidrag\t10 000\t10 000\t0\t10 000\nResultat\t300\t-400\t700\t500"
      )
    ],
    find: { report in
      guard let table = report.table(.operatingStatement), let column = table.column(.budget) else { return [] }
      let pairs = [("net_costs", "costs"), ("result", "result")]
      return pairs.compactMap { key, budgetKey in
        guard let row = table.row(key), let stated = report.stated(table, row, at: column),
          let year = table.columns[column].year ?? report.year
        else { return nil }
        for budget in report.tables(.budget) {
          guard
            let index = budget.columns.indices.first(where: { budget.columns[$0].year == year })
              ?? (budget.columns.count == 1 ? 0 : nil), let other = budget.lastRow(budgetKey),
            let figure = report.stated(budget, other, at: index),
            abs(abs(figure.amount) - abs(stated.amount)) > max(figure.step, stated.step),
            abs(abs(figure.amount) - abs(stated.amount)) * 2 < abs(stated.amount)
          else { continue }
          let expected = stated.amount < 0 ? -abs(figure.amount) : abs(figure.amount)
          return .amounts(
            .material, at: stated, expected: expected,
            "\(row.label) är %s i driftredovisningens budget, men budgetbilagan har %e.",
            mend: "Rätta den av dem som är fel.",
            innocent: "Budgeten kan ha ändrats under året.", confidence: 62, related: [other.place])
        }
        return nil
      }
    })
}
