public import Association
public import Ledger

/// Driftredovisningen: outcome against the year's budget, and the year before (LKBR 10:1, RKR R14), in the layout and
/// the unit that the association has chosen. Costs are negative in every column (slip E7), deviation is outcome less
/// budget, and the rows add up to the year's result in every layout (slip B04).
public func operatingStatement(
  _ books: Books, previous: Books?, mapping: Mapping, association: Association
) -> Table {
  let statement = OperatingStatement(books, previous: previous, mapping: mapping, association: association)
  return association.settings.operatingLayout == .activities ? statement.byActivity : statement.inSummary
}

/// A driftredovisning being made.
struct OperatingStatement {
  let books: Books
  let previous: Books?
  let mapping: Mapping
  let layout: Settings.OperatingLayout
  let unit: Table.Unit
  let budget: Budget?
  let income: Table
  let position: Table

  init(_ books: Books, previous: Books?, mapping: Mapping, association: Association) {
    self.books = books
    self.previous = previous
    self.mapping = mapping
    layout = association.settings.operatingLayout
    unit = association.settings.operatingInThousands ? .thousands : .kronor
    budget = association.budget(for: books.year.number)
    income = incomeStatement(books, previous: previous, mapping: mapping)
    position = balanceSheet(books, previous: previous, mapping: mapping)
  }

  /// A figure of another statement, printed as there if the unit is the same.
  func borrowed(_ table: Table, _ row: String, _ column: String) -> Figure? {
    guard var figure = table.figure(row, column) else { return nil }
    if unit != table.unit { figure.printedUnits = nil }
    return figure
  }

  /// How the year's result is printed if that follows from the income statement.
  func resultUnits(_ column: String) -> Int64? { borrowed(income, "arets-resultat", column)?.printedUnits }

  /// Outcome less budget, as printed; nil where there is no outcome.
  func deviation(_ outcome: Figure?, _ planned: Figure?) -> Figure? {
    outcome.map { outcome in
      Figure(
        adding: [Origin.Operand(sign: "+", title: "Utfall", figure: outcome)]
          + (planned.map { [Origin.Operand(sign: "−", title: "Budget", figure: $0)] } ?? []))
    }
  }
}

// The layouts in summary: four columns.
extension OperatingStatement {
  var inSummary: Table {
    let spec = StatementSpec(
      id: "driftredovisning", title: "Driftredovisning", unit: unit, lines: summaryLines)
    let outcome = spec.finished(outcome(of: books, "current"), pins: pins("current"))
    let planned = budget.map { spec.finished(plan(of: $0)) }
    var deviations: [String: Figure] = [:]
    for line in spec.lines {
      guard let planned = planned?[line.id] else { continue }
      deviations[line.id] = deviation(outcome[line.id], planned)
    }
    let before = previous.map { spec.finished(self.outcome(of: $0, "previous"), pins: pins("previous")) }
    let year = books.year.number
    return spec.table([
      StatementSpec.Column(heading: Table.Column(id: "current", title: "Utfall \(year)", year: year), figures: outcome),
      StatementSpec.Column(heading: Table.Column(id: "budget", title: "Budget \(year)", year: year), figures: planned),
      StatementSpec.Column(
        heading: Table.Column(id: "deviation", title: "Avvikelse", year: year),
        figures: planned == nil ? nil : deviations),
      StatementSpec.Column(
        heading: Table.Column(id: "previous", title: "Utfall \(year - 1)", year: year - 1), figures: before),
    ])
  }

  private func pins(_ column: String) -> [String: Int64] {
    guard layout == .fundsAndUses else { return resultUnits(column).map { ["resultat": $0] } ?? [:] }
    return resultUnits(column).map { ["anvandning-av-eget-kapital": -$0] } ?? [:]
  }

  private var summaryLines: [StatementSpec.Line] {
    typealias Line = StatementSpec.Line
    let financial = Line(id: "finansiella-poster", title: "Finansiella poster", isOmittedWhenZero: true)
    let contributions = Line(id: "medlemsavgift", title: "Medlemsavgifter")
    func result(_ terms: [String]) -> Line {
      Line(id: "resultat", title: "Årets resultat", role: .total, sumOf: terms)
    }
    let lines: [Line] =
      switch layout {
      case .summary, .activities:
        [
          Line(id: "nettokostnad", title: "Nettokostnad med finansiella poster"), contributions,
          result(["+nettokostnad", "+medlemsavgift"]),
        ]
      case .summaryWithFinancialItems:
        [
          Line(id: "nettokostnad", title: "Nettokostnad"), financial, contributions,
          result(["+nettokostnad", "+finansiella-poster", "+medlemsavgift"]),
        ]
      case .costsAndIncome:
        [
          Line(id: "kostnader", title: "Kostnader"), Line(id: "intakter", title: "Medlemsavgifter och andra intäkter"),
          financial, result(["+kostnader", "+intakter", "+finansiella-poster"]),
        ]
      case .fundsAndUses:
        [
          Line(id: "intakter", title: "Intäkter"),
          Line(id: "anvandning-av-eget-kapital", title: "Användning av eget kapital"),
          Line(
            id: "medel", title: "Summa medel", role: .subtotal, sumOf: ["+intakter", "+anvandning-av-eget-kapital"]),
          Line(id: "insatser", title: "Insatser"), Line(id: "ovrigt", title: "Övrigt"),
          Line(id: "personal", title: "Personal"),
          Line(
            id: "anvandning", title: "Summa användning", role: .total, sumOf: ["+insatser", "+ovrigt", "+personal"]),
        ]
      }
    return lines + [
      Line(id: "utgaende-eget-kapital", title: "Utgående eget kapital"),
      Line(id: "likvida-medel", title: "Likvida medel"),
    ]
  }

  /// A year's outcome, row by row.
  private func outcome(of books: Books, _ column: String) -> [String: Figure] {
    let sorted = SortedBooks(books, mapping: mapping)
    var kinds: [String: [Books.Balance]] = [:]
    for line in mapping.incomeLines {
      for balance in sorted.of(line.id) { kinds[row(of: balance, on: line.id), default: []].append(balance) }
    }
    var figures: [String: Figure] = [:]
    for line in summaryLines where line.sumOf.isEmpty {
      figures[line.id] = books.figure(kinds[line.id] ?? [], .change, isTurned: true)
    }
    if layout == .fundsAndUses {
      figures["anvandning-av-eget-kapital"] = borrowed(income, "arets-resultat", column)?.turned
    }
    figures["utgaende-eget-kapital"] = borrowed(position, "utgaende-eget-kapital", column)
    figures["likvida-medel"] = borrowed(position, "kassa-och-bank", column)
    return figures
  }

  /// The row a balance of the result belongs to.
  private func row(of balance: Books.Balance, on lineID: String) -> String {
    let isFinancial = lineID == "finansiella-intakter" || lineID == "finansiella-kostnader"
    let isIncome = ["verksamhetens-intakter", "skatteintakter", "generella-statsbidrag"].contains(lineID)
    switch layout {
    case .summary, .activities: return mapping.contributions.counts(balance) ? "medlemsavgift" : "nettokostnad"
    case .summaryWithFinancialItems:
      if isFinancial { return "finansiella-poster" }
      return mapping.contributions.counts(balance) ? "medlemsavgift" : "nettokostnad"
    case .costsAndIncome:
      if isFinancial { return "finansiella-poster" }
      return isIncome ? "intakter" : "kostnader"
    case .fundsAndUses:
      if isIncome || lineID == "finansiella-intakter" { return "intakter" }
      if mapping.insatsCosts.counts(balance) { return "insatser" }
      return isStaff(balance) ? "personal" : "ovrigt"
    }
  }

  /// Whether the note of costs counts the balance on its row `personal`.
  private func isStaff(_ balance: Books.Balance) -> Bool {
    let rows = mapping.notes.first { $0.lineID == "verksamhetens-kostnader" }?.rows ?? []
    return rows.first { $0.counts.counts(balance) }?.id == "personal"
  }

  /// The budget, row by row.
  private func plan(of budget: Budget) -> [String: Figure] {
    func row(of line: Budget.Line) -> String {
      switch (layout, line.group) {
      case (.fundsAndUses, .insatsCosts): "insatser"
      case (.fundsAndUses, .commonCosts): line.activityID == "personal" ? "personal" : "ovrigt"
      case (.fundsAndUses, _), (.costsAndIncome, .contributions), (.costsAndIncome, .otherIncome): "intakter"
      case (.costsAndIncome, .commonCosts), (.costsAndIncome, .insatsCosts): "kostnader"
      case (.costsAndIncome, .financial), (.summaryWithFinancialItems, .financial): "finansiella-poster"
      case (_, .contributions): "medlemsavgift"
      case (_, _): "nettokostnad"
      }
    }
    var figures: [String: Figure] = [:]
    for line in summaryLines where line.sumOf.isEmpty {
      figures[line.id] = budget.figure(budget.lines.filter { row(of: $0) == line.id }, title: line.title)
    }
    if layout == .fundsAndUses {
      figures["anvandning-av-eget-kapital"] = budget.figure(budget.lines, title: "Budgeterat resultat").turned
    }
    figures["utgaende-eget-kapital"] = Figure(
      .amount(budget.closingEquity()),
      origin: .fact(title: "Förväntat eget kapital vid utgången av \(budget.year)", source: budget.source))
    figures["likvida-medel"] = nil
    return figures
  }
}

// The layout by activity: income, cost and net of two years around the budget. Income is verksamhetens intäkter, as in
// the income statement; cost is all the rest with the financial items, as the published report has it.
extension OperatingStatement {
  var byActivity: Table {
    let rest = Mapping.Activity(id: "ovrigt", title: "Övrigt", counts: [])
    let hasRest = mapping.activities.contains { $0.id == rest.id }
    let activities = mapping.activities + (hasRest ? [] : [rest])
    let spec = StatementSpec(
      id: "driftredovisning", title: "Driftredovisning", unit: unit, rowHeading: "Verksamhet",
      lines: activities.map { StatementSpec.Line(id: $0.id, title: $0.title, isOmittedWhenZero: true) } + [
        StatementSpec.Line(
          id: "resultat", title: "Årets resultat", role: .total, sumOf: activities.map { "+" + $0.id })
      ], remark: "I kostnaderna ingår avskrivningar och finansiella poster.")
    let now = threefold(books, spec, "current")
    let before = previous.map { threefold($0, spec, "previous") }
    let planned = budget.map { spec.finished(plan(of: $0, activities)) }
    var deviations: [String: Figure] = [:]
    for line in spec.lines {
      let outcome = now.net[line.id]
      guard outcome?.isSomething == true || planned?[line.id] != nil else { continue }
      deviations[line.id] = deviation(outcome, planned?[line.id])
    }
    let year = books.year.number
    func column(_ id: String, _ title: String, _ group: String, _ year: Int, _ figures: [String: Figure]?)
      -> StatementSpec.Column
    {
      StatementSpec.Column(heading: Table.Column(id: id, title: title, group: group, year: year), figures: figures)
    }
    let thisYear = "Utfall \(year)"
    let lastYear = "Utfall \(year - 1)"
    return spec.table([
      column("income", "Intäkt", thisYear, year, now.income), column("cost", "Kostnad", thisYear, year, now.cost),
      column("net", "Netto", thisYear, year, now.net),
      column("budget", "Netto", "Budget \(year)", year, planned),
      column("deviation", "Netto", "Avvikelse \(year)", year, planned == nil ? nil : deviations),
      column("previous-income", "Intäkt", lastYear, year - 1, before?.income),
      column("previous-cost", "Kostnad", lastYear, year - 1, before?.cost),
      column("previous-net", "Netto", lastYear, year - 1, before?.net),
    ])
  }

  private typealias Threefold = (income: [String: Figure], cost: [String: Figure], net: [String: Figure])

  /// A year's income, costs and net by activity. The result is shared over income and costs, each of these over its
  /// rows, and a net is the sum of the two beside it: so rows and columns both add up as printed.
  private func threefold(_ books: Books, _ spec: StatementSpec, _ column: String) -> Threefold {
    let sorted = SortedBooks(books, mapping: mapping)
    var income: [String: [Books.Balance]] = [:]
    var cost: [String: [Books.Balance]] = [:]
    let incomeLines = ["verksamhetens-intakter", "skatteintakter", "generella-statsbidrag"]
    for line in mapping.incomeLines {
      for balance in sorted.of(line.id) {
        let activity = mapping.activities.first { $0.counts.counts(balance) }?.id ?? "ovrigt"
        if incomeLines.contains(line.id) {
          income[activity, default: []].append(balance)
        } else {
          cost[activity, default: []].append(balance)
        }
      }
    }
    func leaves(_ balances: [String: [Books.Balance]]) -> [String: Figure] {
      spec.lines.filter(\.sumOf.isEmpty).reduce(into: [:]) { figures, line in
        figures[line.id] = books.figure(balances[line.id] ?? [], .change, isTurned: true)
      }
    }
    let (incomeLeaves, costLeaves) = (leaves(income), leaves(cost))
    let incomeSum = incomeLeaves.values.compactMap(\.amount).sum()
    let costSum = costLeaves.values.compactMap(\.amount).sum()
    let totals = ColumnRounding(
      exact: ["income": incomeSum, "cost": costSum, "result": incomeSum + costSum],
      sums: ["result": [ColumnRounding.Term("+income"), ColumnRounding.Term("+cost")]],
      pins: resultUnits(column).map { ["result": $0] } ?? [:], unitOre: unit.ore
    ).printed()
    let incomeFigures = spec.finished(incomeLeaves, pins: totals["income"].map { ["resultat": $0] } ?? [:])
    let costFigures = spec.finished(costLeaves, pins: totals["cost"].map { ["resultat": $0] } ?? [:])
    let net = spec.lines.reduce(into: [String: Figure]()) { figures, line in
      guard let income = incomeFigures[line.id], let cost = costFigures[line.id] else { return }
      figures[line.id] = Figure(adding: [
        Origin.Operand(sign: "+", title: "Intäkt", figure: income),
        Origin.Operand(sign: "+", title: "Kostnad", figure: cost),
      ])
    }
    return (incomeFigures, costFigures, net)
  }

  /// The budget by activity; a line that names no activity of ours stands with the rest.
  private func plan(of budget: Budget, _ activities: [Mapping.Activity]) -> [String: Figure] {
    let known = Set(activities.map(\.id))
    let lines = Dictionary(grouping: budget.lines) { known.contains($0.activityID) ? $0.activityID : "ovrigt" }
    return activities.reduce(into: [:]) { figures, activity in
      figures[activity.id] = lines[activity.id].map { budget.figure($0, title: activity.title) }
    }
  }
}
