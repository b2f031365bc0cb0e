extension Review {
  /// What reports of one association say against one another, by year: last year's columns must be what last year's
  /// report said of its own year. Each list belongs to the review of the same place.
  public static func acrossYears(_ reviews: [Review]) -> [[Finding]] {
    reviews.map { later in
      guard let year = later.report.year, let number = later.report.organisationNumber ?? later.report.organisation
      else { return [] }
      guard
        let earlier = reviews.first(where: { other in
          other.report.year == year - 1 && (other.report.organisationNumber ?? other.report.organisation) == number
        })
      else { return [] }
      let pairs: [(TableKind, String)] = [
        (.incomeStatement, "operating_income"), (.incomeStatement, "operating_costs"),
        (.incomeStatement, "result_for_year"),
        (.balanceSheet, "assets_total"), (.balanceSheet, "cash"), (.balanceSheet, "current_liabilities"),
        (.cashFlow, "closing_cash"),
      ]
      return pairs.compactMap { kind, key -> Finding? in
        guard let now = later.report.stated(kind, key, .previous),
          let then = earlier.report.stated(kind, key, .current),
          abs(now.amount - then.amount) > max(now.step, then.step)
        else { return nil }
        let slip = Slip.amounts(
          .material, at: now, expected: then.amount,
          "\(now.row.label) för \(year - 1) är %s i \(kind.swedish), men rapporten för \(year - 1) hade %e.",
          mend: "Rätta jämförelsetalet, eller säg i en not varför det har ändrats.",
          innocent: "Ett byte av redovisningsprincip kräver att jämförelsetalen räknas om.", confidence: 85)
        return Finding(
          code: "jamforelse-mot-forra", kind: "opening", severity: slip.severity, place: slip.place, quote: slip.quote,
          stated: slip.stated,
          expected: slip.expected, difference: slip.difference,
          message: [slip.message, slip.innocent, slip.mend].filter { !$0.isEmpty }.joined(separator: " "),
          confidence: slip.confidence, related: [])
      }
    }
  }

  /// The figures that make a line in a table of many associations, by name, in kronor or hundredths.
  public var keyFigures: [(name: String, value: Number?)] {
    func kronor(_ kind: TableKind, _ key: String) -> Number? {
      report.stated(kind, key).map { Number(thousandths: $0.amount) }
    }
    let equity = report.closingEquity(.current)
    let overview = report.table(.overview)
    let solidity = overview.flatMap { table in table.column(.current).flatMap { table.row("solidity")?.value($0) } }
    let employees = overview.flatMap { table in table.column(.current).flatMap { table.row("employees")?.value($0) } }
    let facts = report.insatsFacts.compactMap { $0.participants?.count }
    return [
      ("operating_income", kronor(.incomeStatement, "operating_income")),
      ("operating_costs", kronor(.incomeStatement, "operating_costs")),
      ("result_for_year", kronor(.incomeStatement, "result_for_year")),
      ("equity", equity.map { Number(thousandths: $0.amount) }),
      ("assets_total", kronor(.balanceSheet, "assets_total")), ("cash", kronor(.balanceSheet, "cash")),
      ("solidity_percent", solidity),
      ("employees", employees), ("participants", facts.isEmpty ? nil : Number(facts.reduce(0, +))),
    ]
  }
}
