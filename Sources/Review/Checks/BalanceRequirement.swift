extension ReviewCheck {
  static let balanceRequirement = ReviewCheck(
    "balanskrav-summa", kind: "balance-requirement",
    question: "Leder balanskravsutredningens rader till balanskravsresultatet?",
    reason: "LKBR 11:10.",
    spoil: [("Balanskravsresultat\t300 000", "Balanskravsresultat\t390 000")],
    find: { report in
      guard let table = report.table(.balanceRequirement),
        let index = table.rows.lastIndex(where: { $0.key == "balance_requirement_result" && !$0.isHeading })
      else { return [] }
      let row = table.rows[index]
      return table.columns.indices.compactMap { column in
        let terms = table.rows[..<index].filter { $0.key != "result_after_adjustments" && !$0.isHeading }.compactMap {
          $0.term(column)
        }
        guard terms.count >= 2, let first = terms.first, let stated = report.stated(table, row, at: column) else {
          return nil
        }
        let rest = terms.dropFirst().filter { $0 != 0 }
        guard rest.count <= 8 else { return nil }
        var ways: Set<Int64> = [first]
        for term in rest { ways = Set(ways.flatMap { [$0 + term, $0 - term] }) }
        let value = row.term(column) ?? 0
        guard !ways.contains(where: { abs($0 - value) <= 2 * table.grain }) else { return nil }
        let expected = terms.reduce(0, +)
        return .amounts(
          .headline, at: stated, expected: expected &* table.kronor, "\(row.label) är %s, men raderna ovanför ger %e.",
          mend: "Rätta den rad som är fel.", confidence: 85)
      }
    })
}
