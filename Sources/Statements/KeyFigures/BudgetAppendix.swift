public import Association
public import Ledger

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

  /// How many years it has amounts for: its own, and those of the plan that are said.
  public var plannedYearCount: Int { max(lines.map(\.amounts.count).max() ?? 1, statedClosingEquity.count, 1) }

  /// The equity expected at the end of the year at that offset: as stated, else opening plus results.
  public func closingEquity(yearOffset: Int = 0) -> Money {
    if yearOffset < statedClosingEquity.count { return statedClosingEquity[yearOffset] }
    return openingEquity(yearOffset: yearOffset) + result(yearOffset: yearOffset)
  }

  /// The equity expected at the beginning of the year at that offset.
  public func openingEquity(yearOffset: Int = 0) -> Money {
    yearOffset == 0 ? expectedOpeningEquity : closingEquity(yearOffset: yearOffset - 1)
  }
}

extension Budget.Line.Group {
  /// The group in the order of the appendix.
  public static let inOrder: [Budget.Line.Group] = [
    .contributions, .otherIncome, .commonCosts, .insatsCosts, .financial,
  ]

  /// What its sum is called in the appendix: `medlemsintakter`.
  public var sumID: String {
    switch self {
    case .contributions: "medlemsintakter"
    case .otherIncome: "ovriga-intakter"
    case .commonCosts: "gemensamma-kostnader"
    case .insatsCosts: "medlemskostnader"
    case .financial: "finansiella-poster"
    }
  }

  /// Its heading.
  public var title: String {
    switch self {
    case .contributions: "Medlemsintäkter"
    case .otherIncome: "Övriga intäkter"
    case .commonCosts: "Gemensamma kostnader"
    case .insatsCosts: "Medlemskostnader"
    case .financial: "Finansiella poster"
    }
  }

  /// Whether its lines are costs, which are written as positive amounts and taken from the result.
  public var isCost: Bool { self == .commonCosts || self == .insatsCosts }
}

/// The budget of a year and the years it plans, group by group, with the result and the equity expected. Costs are
/// negative, as everywhere. Nil where the year has no budget.
public func budgetAppendix(_ association: Association, year: Int) -> Table? {
  association.budget(for: year).map { budgetAppendix($0) }
}

/// The same of one budget, decided or not.
public func budgetAppendix(_ budget: Budget) -> Table {
  let year = budget.year
  let spec = StatementSpec(
    id: "budget", title: "Budget \(year) med plan för de följande åren", unit: .kronor, lines: budgetLines(budget))
  let yearCount = budget.plannedYearCount
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
  for group in Budget.Line.Group.inOrder {
    let (id, title) = (group.sumID, group.title)
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
