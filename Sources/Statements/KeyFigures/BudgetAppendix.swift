public import Association
import Ledger

extension Association {
  /// The budget that holds for a year: its latest version, or nil.
  public func budget(for year: Int) -> Budget? {
    budgets.filter { $0.year == year }.max { $0.version < $1.version }
  }
}

extension Budget {
  /// The sum of lines in a year of the budget, signed as the statements print: income positive, costs negative.
  func figure(_ lines: [Line], title: String, yearOffset: Int = 0) -> Figure {
    let sum = lines.reduce(Money.zero) { sum, line in
      let amount = yearOffset < line.amounts.count ? line.amounts[yearOffset] : .zero
      return line.isIncome || line.group == .financial ? sum + amount : sum - amount
    }
    return Figure(.amount(sum), origin: .fact(title: "\(title), budget \(year + yearOffset)", source: source))
  }

  /// Where the budget is decided.
  var source: String {
    let name = version > 1 ? "Reviderad budget \(year), version \(version)" : "Budget \(year)"
    return decision.text.isEmpty ? name : "\(name), \(decision.text)"
  }

  /// The equity expected at the end of the year at that offset: as stated, else opening plus results.
  func closingEquity(yearOffset: Int = 0) -> Money {
    if yearOffset < statedClosingEquity.count { return statedClosingEquity[yearOffset] }
    return openingEquity(yearOffset: yearOffset) + result(yearOffset: yearOffset)
  }

  /// The equity expected at the beginning of the year at that offset.
  func openingEquity(yearOffset: Int = 0) -> Money {
    yearOffset == 0 ? expectedOpeningEquity : closingEquity(yearOffset: yearOffset - 1)
  }
}

private let budgetGroups: [(group: Budget.Line.Group, id: String, title: String)] = [
  (.contributions, "medlemsintakter", "Medlemsintäkter"),
  (.otherIncome, "ovriga-intakter", "Övriga intäkter"),
  (.commonCosts, "gemensamma-kostnader", "Gemensamma kostnader"),
  (.insatsCosts, "medlemskostnader", "Medlemskostnader"),
  (.financial, "finansiella-poster", "Finansiella poster"),
]

/// The budget of a year and the years it plans, group by group, with the result and the equity expected. Costs are
/// negative, as everywhere. Nil where the year has no budget.
public func budgetAppendix(_ association: Association, year: Int) -> Table? {
  guard let budget = association.budget(for: year) else { return nil }
  let spec = StatementSpec(
    id: "budget", title: "Budget \(year) med plan för de följande åren", unit: .kronor, lines: budgetLines(budget))
  let yearCount = max(budget.lines.map(\.amounts.count).max() ?? 1, budget.statedClosingEquity.count, 1)
  return spec.table(
    (0..<yearCount).map { offset in
      var figures: [String: Figure] = [:]
      for line in budget.lines where offset < line.amounts.count {
        figures[line.id] = budget.figure([line], title: line.title, yearOffset: offset)
      }
      let isFirst = offset == 0
      figures["ingaende-eget-kapital"] = Figure(
        .amount(budget.openingEquity(yearOffset: offset)),
        origin: .fact(
          title: "Förväntat eget kapital vid ingången av \(year + offset)",
          source: isFirst ? budget.source : "Förväntat utgående eget kapital \(year + offset - 1)"))
      figures["utgaende-eget-kapital"] = Figure(
        .amount(budget.closingEquity(yearOffset: offset)),
        origin: .fact(title: "Förväntat eget kapital vid utgången av \(year + offset)", source: budget.source))
      return StatementSpec.Column(
        heading: Table.Column(id: "\(year + offset)", title: "\(year + offset)", year: year + offset),
        figures: figures)
    })
}

private func budgetLines(_ budget: Budget) -> [StatementSpec.Line] {
  var lines: [StatementSpec.Line] = []
  var total: [String] = []
  var costs: [String] = []
  for (group, id, title) in budgetGroups {
    let members = budget.lines.filter { $0.group == group }
    guard !members.isEmpty else { continue }
    lines.append(StatementSpec.Line(id: "rubrik-\(id)", title: title, role: .heading))
    lines += members.map { StatementSpec.Line(id: $0.id, title: $0.title) }
    lines.append(
      StatementSpec.Line(
        id: id, title: "Summa \(title.lowercased())", role: .subtotal, sumOf: members.map { "+" + $0.id }))
    if group == .commonCosts || group == .insatsCosts {
      costs.append("+" + id)
    } else {
      total.append("+" + id)
    }
    if group == .insatsCosts || (group == .commonCosts && !budget.lines.contains { $0.group == .insatsCosts }) {
      lines.append(StatementSpec.Line(id: "summa-kostnader", title: "Summa kostnader", role: .subtotal, sumOf: costs))
      total.append("+summa-kostnader")
    }
  }
  return lines + [
    StatementSpec.Line(id: "resultat", title: "Årets resultat", role: .total, sumOf: total),
    StatementSpec.Line(id: "ingaende-eget-kapital", title: "Ingående eget kapital, prognos"),
    StatementSpec.Line(id: "utgaende-eget-kapital", title: "Utgående eget kapital, prognos"),
  ]
}
