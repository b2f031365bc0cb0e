extension ReviewCheck {
  static let operatingSum = ReviewCheck(
    "driftredovisning-summa", kind: "operating-columns",
    question: "Ger driftredovisningens rader resultatet i varje kolumn?",
    reason: "LKBR 10:1; Blekinge 2022 saknade finansnettot som rad, 45 tkr.",
    spoil: [("Resultat\t300\t-200\t500\t500", "Resultat\t345\t-200\t545\t500")],
    find: { report in
      guard let table = report.table(.operatingStatement),
        let index = table.rows.firstIndex(where: { $0.key == "result" && !$0.isHeading }),
        table.columns.allSatisfy({ $0.part == nil })
      else { return [] }
      let row = table.rows[index]
      let above = table.rows[..<index].filter {
        !$0.isHeading && !$0.isSum && $0.key != "closing_equity" && $0.key != "cash"
      }
      guard above.count >= 2, above.contains(where: { $0.key == "net_costs" }),
        above.contains(where: { $0.key == "member_contributions" })
      else { return [] }
      let costs = above.filter { $0.key == "net_costs" }
      return table.columns.indices.flatMap { column -> [Slip] in
        let terms = above.compactMap { $0.term(column) }
        guard terms.count >= 2, let stated = report.stated(table, row, at: column) else { return [] }
        let value = row.term(column) ?? 0
        let sum = terms.reduce(0, +)
        let slack = table.grain * Amounts.slack(terms: terms.count)
        if abs(sum - value) <= slack { return [] }
        let cost = costs.compactMap { $0.term(column) }.reduce(0, +)
        if table.columns[column].role == .deviation {
          return []
        }
        // Costs without their sign: a slip only where the other columns have it.
        if cost > 0, abs(sum - 2 * cost - value) <= slack {
          let others = table.columns.indices.contains { other in
            other != column && table.columns[other].role != .deviation
              && (costs.compactMap { $0.term(other) }.reduce(0, +)) < 0
          }
          guard others, let figure = report.stated(table, costs[0], at: column) else { return [] }
          return [
            Slip.amounts(
              .material, at: figure, expected: -figure.amount,
              "\(costs[0].label) är %s\(table.columnName(column)), men resultatet i samma kolumn kräver %e.",
              mend: "Skriv minustecknet.",
              innocent: "Ett minustecken kan ha fallit bort när texten lästes.", confidence: 82, related: [row.place])
          ]
        }
        let net = report.financialNet(table.columns[column].role)
        let isNet = net.map { abs($0 - (stated.amount - sum &* table.kronor)) <= 2 * stated.step } ?? false
        var slip = Slip.amounts(
          .material, at: stated, expected: sum &* table.kronor,
          "\(row.label) är %s i driftredovisningen\(table.columnName(column)), men raderna ovanför ger %e.",
          mend: "Lägg till den rad som fattas, eller rätta summan.",
          innocent: isNet ? "Skillnaden är finansnettot, som inte har någon rad i tabellen." : "", confidence: 88,
          related: above.map(\.place))
        slip.related = above.map(\.place)
        return [slip]
      }
    })
}

extension PublishedReport {
  /// Financial income less financial costs.
  func financialNet(_ role: ReadColumn.Role) -> Int64? {
    if let net = stated(.incomeStatement, "financial_net", role) { return net.amount }
    let plus = stated(.incomeStatement, "financial_income", role)?.amount
    let minus = stated(.incomeStatement, "financial_costs", role)?.amount
    guard plus != nil || minus != nil else { return nil }
    return (plus ?? 0) - abs(minus ?? 0)
  }
}
