import Association
import Ledger

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
