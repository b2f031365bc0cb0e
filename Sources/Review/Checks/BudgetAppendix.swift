extension ReviewCheck {
  static let budgetAppendix = ReviewCheck(
    "budget-kedja", kind: "budget-chain",
    question: "Är budgetens resultat intäkter minus kostnader, och leder det från ingående till utgående eget kapital?",
    reason: "KL 11:5–6: budgeten ska visa hur verksamheten betalas och hur den påverkar eget kapital.",
    spoil: [("Årets resultat\t-200 000\t0", "Årets resultat\t-260 000\t0")],
    find: { report in
      report.tables(.budget).flatMap { table -> [Slip] in
        table.columns.indices.flatMap { column -> [Slip] in
          var slips: [Slip] = []
          func last(_ key: String) -> ReadRow? { table.rows.last { $0.key == key && $0.cells[column] != nil } }
          if let income = last("income")?.term(column), let costs = last("costs")?.term(column),
            let row = last("result"), let stated = report.stated(table, row, at: column), income != 0
          {
            let expected = income - abs(costs)
            if abs(abs(expected) - abs(row.term(column) ?? 0)) > 3 * table.grain {
              slips.append(
                .amounts(
                  .material, at: stated, expected: expected &* table.kronor,
                  "\(row.label) är %s i budgeten\(table.columnName(column)), men intäkter minus kostnader är %e.",
                  mend: "Rätta den rad som är fel.", confidence: 78))
            }
          }
          if let opening = last("opening_equity")?.term(column), let result = last("result")?.term(column),
            let row = last("closing_equity"), let stated = report.stated(table, row, at: column)
          {
            let expected = opening + result
            if abs(expected - (row.term(column) ?? 0)) > 2 * table.grain {
              slips.append(
                .amounts(
                  .material, at: stated, expected: expected &* table.kronor,
                  "\(row.label) är %s i budgeten\(table.columnName(column)), men ingående eget kapital och resultatet ger %e.",
                  mend: "Rätta den rad som är fel.", confidence: 75))
            }
          }
          return slips + groups(table, column, report)
        }
      }
    })

  /// A budget may write the sum above its parts.
  private static func groups(_ table: ReadTable, _ column: Int, _ report: PublishedReport) -> [Slip] {
    let heads: Set<String> = ["income", "common_costs", "member_costs"]
    var slips: [Slip] = []
    var index = 0
    while index < table.rows.count {
      let row = table.rows[index]
      index += 1
      guard let key = row.key, heads.contains(key), !row.isSum, let value = row.term(column) else { continue }
      var parts: [ReadRow] = []
      while index < table.rows.count, table.rows[index].key == nil, !table.rows[index].isSum {
        parts.append(table.rows[index])
        index += 1
      }
      let terms = parts.compactMap { $0.term(column) }
      guard terms.count >= 2, let stated = report.stated(table, row, at: column) else { continue }
      let sum = terms.reduce(0, +)
      guard abs(sum - value) > table.grain * Amounts.slack(terms: terms.count), abs(sum - value) * 5 < abs(value) else {
        continue
      }
      slips.append(
        .amounts(
          .material, at: stated, expected: sum &* table.kronor,
          "\(row.label) är %s i budgeten\(table.columnName(column)), men raderna under ger %e.",
          mend: "Rätta den rad som är fel.", confidence: 78, related: parts.map(\.place)))
    }
    return slips
  }
}
