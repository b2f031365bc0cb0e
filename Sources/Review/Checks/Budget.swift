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
        guard !ways.contains(where: { abs($0 - value) <= 2000 }) else { return nil }
        let expected = terms.reduce(0, +)
        return .amounts(
          .headline, at: stated, expected: expected &* table.kronor, "\(row.label) är %s, men raderna ovanför ger %e.",
          mend: "Rätta den rad som är fel.", confidence: 85)
      }
    })

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
            if abs(abs(expected) - abs(row.term(column) ?? 0)) > 3000 {
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
            if abs(expected - (row.term(column) ?? 0)) > 2000 {
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
      guard abs(sum - value) > 1000 * Amounts.slack(terms: terms.count), abs(sum - value) * 5 < abs(value) else {
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
