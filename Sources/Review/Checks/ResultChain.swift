extension ReviewCheck {
  static let resultChain = ReviewCheck(
    "resultatkedja", kind: "subtotal-chain",
    question: "Leder resultaträkningens rader fram till varje delresultat och till årets resultat?",
    reason: "LKBR 5:2: raderna har en fast ordning, och varje resultat är summan av raderna före.",
    spoil: [("Verksamhetens resultat\t\t300 000\t500 000", "Verksamhetens resultat\t\t310 000\t500 000")],
    find: { report in
      guard let table = report.table(.incomeStatement) else { return [] }
      return table.columns.indices.flatMap { column -> [Slip] in
        guard table.columns[column].role == .current || table.columns[column].role == .previous else { return [] }
        return chain(table, column, report)
      }
    })

  private static func chain(_ table: ReadTable, _ column: Int, _ report: PublishedReport) -> [Slip] {
    func sum(_ keys: [String]) -> Int64? {
      let terms = table.rows.filter { row in row.key.map(keys.contains) == true }.compactMap { $0.term(column) }
      return terms.isEmpty ? nil : terms.reduce(0, +)
    }
    func last(_ key: String) -> (row: ReadRow, value: Int64)? {
      guard let row = table.rows.last(where: { $0.key == key && $0.value(column) != nil }) else { return nil }
      return (row, row.term(column) ?? 0)
    }
    var slips: [Slip] = []
    let income = last("operating_income")?.value
    let cost = last("operating_costs")?.value
    let depreciation = sum(["depreciation"]) ?? 0
    func compare(_ key: String, _ expected: Int64, terms: Int, _ words: String) {
      guard let row = last(key), abs(row.value - expected) > table.grain * Amounts.slack(terms: terms),
        let stated = report.stated(table, row.row, at: column)
      else { return }
      let unsure = table.rows.contains { ($0.cells[column]?.confidence ?? 99) < 85 }
      slips.append(
        Slip.amounts(
          key == "result_for_year" ? .headline : .material, at: stated, expected: expected &* table.kronor,
          "\(row.row.label) är %s\(table.columnName(column)), men \(words) ger %e.", mend: "Rätta den rad som är fel.",
          confidence: unsure ? 50 : 90,
          related: table.rows.prefix { $0.place < row.row.place }.filter { $0.key != nil && !$0.isHeading }.map(\.place)
        ))
    }
    // Costs may be printed with or without their sign.
    if let income, let cost {
      let signed = cost > 0 ? -cost : cost
      let down = depreciation > 0 && cost > 0 ? -depreciation : depreciation
      let expected = income + signed + down
      if last("operating_result") != nil {
        compare("operating_result", expected, terms: 3, "intäkter och kostnader")
      } else if let net = last("net_cost"), abs(net.value - expected) > 2 * table.grain,
        abs(abs(net.value) - abs(expected)) > 2 * table.grain,
        abs(net.value - (signed + down)) > 2 * table.grain
      {
        compare("net_cost", expected, terms: 3, "intäkter och kostnader")
      }
      let before = last("operating_result")?.value ?? expected
      var net: Int64 = 0
      if let both = sum(["financial_net"]), sum(["financial_income", "financial_costs"]) == nil {
        net = both
      } else {
        let plus = sum(["financial_income"]) ?? 0
        let minus = sum(["financial_costs"]) ?? 0
        net = plus + (minus > 0 && cost > 0 ? -minus : minus)
      }
      if last("result_after_financial") != nil {
        compare("result_after_financial", before + net, terms: 3, "raderna före")
      }
      let after = last("result_after_financial")?.value ?? before + net
      let extra = sum(["extraordinary"]) ?? 0
      // Where the report has neither row, the result may be followed by rows that are not known.
      if last("result_after_financial") != nil || !table.rows.contains(where: { $0.key == nil && !$0.isHeading }) {
        compare("result_for_year", after + extra, terms: 3, "raderna före")
      }
    }
    return slips
  }
}
