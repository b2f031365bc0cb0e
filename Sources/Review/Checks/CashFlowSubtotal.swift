extension ReviewCheck {
  static let cashFlowSubtotal = ReviewCheck(
    "kassaflode-delsumma", kind: "cash-flow-subtotal",
    question: "Är kassaflödet från den löpande verksamheten summan av årets resultat och förändringarna?",
    reason: "RKR R13; Blekinge 2022 lämnade årets resultat utanför, 2 422 563 kr.",
    spoil: [
      (
        "Kassaflöde från den löpande verksamheten\t500 000\t550 000",
        "Kassaflöde från den löpande verksamheten\t200 000\t50 000"
      )
    ],
    find: { report in
      guard let table = report.table(.cashFlow),
        let index = table.rows.firstIndex(where: { $0.key == "operating_cash_flow" && !$0.isHeading })
      else { return [] }
      let row = table.rows[index]
      var terms = table.rows[..<index].filter { !$0.isHeading && !$0.isSum && $0.key != "cash_before_working_capital" }
      if let start = terms.lastIndex(where: { $0.key == "operating_cash_flow" }) {
        terms = Array(terms[(start + 1)...])
      }
      guard terms.count >= 2 else { return [] }
      return table.columns.indices.compactMap { column in
        let parts = terms.compactMap { $0.term(column) }
        let expected = parts.reduce(0, +)
        guard parts.count >= 2, let stated = report.stated(table, row, at: column),
          abs((row.term(column) ?? 0) - expected) > table.grain * Amounts.slack(terms: parts.count)
        else { return nil }
        let result = terms.first { $0.key == "result_for_year" }?.term(column) ?? 0
        let isWithoutResult = result != 0 && abs(expected - result - (row.term(column) ?? 0)) <= 3 * table.grain
        return Slip.amounts(
          .material, at: stated, expected: expected &* table.kronor,
          "\(row.label) är %s\(table.columnName(column)), men raderna ovanför ger %e.",
          mend: "Rätta delsumman.", innocent: isWithoutResult ? "Det som fattas är årets resultat." : "",
          confidence: 92,
          related: terms.map(\.place))
      }
    })
}
