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
