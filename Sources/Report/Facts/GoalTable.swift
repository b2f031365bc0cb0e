import Association
import Statements

extension Goal {
  /// Where the outcome is told.
  var source: String { "Förbundets uppgifter om målet \(title)" }

  /// Where an outcome is told, or from which counts it is reckoned.
  func source(ofOutcome index: Int) -> String {
    switch outcomes[index].source {
    case .exits(let reasons)?:
      let titles = ExitReason.allCases.filter(reasons.contains).map { $0.title.lowercased() }
      return "Årets avslutade efter orsak: \(titles.joined(separator: ", "))"
    case .answers(let survey, let question)?: return "Enkäten \(survey), frågan \(question)"
    case .row(let table, let row, _)?: return "Tabellen \(table), raden \(row)"
    case nil: return source
    }
  }

  /// An outcome as figures: how many met it, of how many.
  func figures(
    ofOutcome index: Int, _ protection: CountProtection
  ) -> (met: TallyFigures?, base: TallyFigures?) {
    let outcome = outcomes[index]
    let cells = cells(ofOutcome: index)
    let source = source(ofOutcome: index)
    let name = outcome.title.isEmpty ? title : "\(title), \(outcome.title)"
    return (
      met: outcome.met.map {
        TallyFigures(part: $0, "\(name): uppnådde målet", in: source, as: cells, protection)
      },
      base: outcome.base.map { TallyFigures($0, "\(name): underlag", in: source, as: cells.whole, protection) }
    )
  }

  /// What has to be reached, as a cell: a limit that is a figure keeps its origin.
  fileprivate func aim(_ catalogue: FigureCatalogue) -> Table.Cell {
    switch rule {
    case .shareAtLeast(let permille):
      guard let share = Share(Int64(permille), of: 1000) else { return .empty }
      let isWhole = permille % 10 == 0
      return .text("minst \(isWhole ? Numerals.percent(share) : Numerals.percentWithDecimal(share))")
    case .countAtLeast(let limit): return .text("minst \(Numerals.whole(Int64(limit)))")
    case .figureAtLeast(_, let limit): return catalogue.text(of: limit).map { .text("minst \($0)") } ?? .empty
    case .figureAtMost(_, let limit): return catalogue.text(of: limit).map { .text("högst \($0)") } ?? .empty
    case .judged: return .text("bedöms")
    }
  }
}

/// The goals of a year with outcome, base and verdict, kind by kind; nil where there are none.
func goalTable(
  _ goals: [Goal], year: Int, catalogue: FigureCatalogue, protection: CountProtection
) -> Table? {
  guard !goals.isEmpty else { return nil }
  let titles: [(Goal.Kind, String)] = [
    (.financial, "Finansiella mål"), (.individual, "Mål för deltagarna"), (.structural, "Mål för strukturerna"),
  ]
  var rows: [Table.Row] = []
  for (kind, title) in titles {
    let ofKind = goals.filter { $0.kind == kind }
    guard !ofKind.isEmpty else { continue }
    rows.append(Table.Row(id: "rubrik-\(kind.rawValue)", title: title, role: .heading))
    rows += ofKind.flatMap { goalRows($0, catalogue: catalogue, protection) }
  }
  let columns = [
    ("mal", "Målnivå", ""), ("utfall", "Alla", "Utfall"), ("kvinnor", "Kvinnor", "Utfall"), ("man", "Män", "Utfall"),
    ("antal", "Antal", "Underlag"), ("bas", "Av", "Underlag"), ("bedomning", "Bedömning", ""),
  ].map { Table.Column(id: $0.0, title: $0.1, group: $0.2, year: year) }
  return Table(
    id: "maluppfyllelse", title: "Måluppfyllelse \(year)", unit: .none, rowHeading: "Mål", columns: columns,
    rows: rows
  ).explained
}

/// One row per outcome; the verdict is the goal's and stands on its first row.
private func goalRows(_ goal: Goal, catalogue: FigureCatalogue, _ protection: CountProtection) -> [Table.Row] {
  let verdict = Table.Cell.text(goal.printedVerdict(figures: catalogue, protection).rawValue)
  let title = goal.text.isEmpty ? goal.title : "\(goal.title): \(goal.text)"
  guard !goal.outcomes.isEmpty else {
    let outcome: Figure? =
      switch goal.rule {
      case .figureAtLeast(let name, _), .figureAtMost(let name, _): catalogue[name]
      default: nil
      }
    return [
      Table.Row(
        id: goal.id, title: title,
        cells: [goal.aim(catalogue), Table.Cell(outcome), .empty, .empty, .empty, .empty, verdict])
    ]
  }
  return goal.outcomes.enumerated().map { index, outcome in
    let (met, base) = goal.figures(ofOutcome: index, protection)
    var result: [Table.Cell]
    if let met, let base {
      result = [
        Table.Cell(.share(met.total, of: base.total, "Uppnådde målet", "Underlag")),
        Table.Cell(.share(met.women, of: base.women, "Uppnådde målet, kvinnor", "Underlag, kvinnor")),
        Table.Cell(.share(met.men, of: base.men, "Uppnådde målet, män", "Underlag, män")),
      ]
    } else {
      result = [Table.Cell(met?.total), Table.Cell(met?.women), Table.Cell(met?.men)]
    }
    let counted: [Table.Cell] = base == nil ? [.empty, .empty] : [Table.Cell(met?.total), Table.Cell(base?.total)]
    let name = outcome.title.isEmpty ? title : (index == 0 ? "\(title) – \(outcome.title)" : "– \(outcome.title)")
    return Table.Row(
      id: index == 0 ? goal.id : "\(goal.id).\(index + 1)", title: name,
      cells: [index == 0 ? goal.aim(catalogue) : .empty] + result + counted + [index == 0 ? verdict : .empty])
  }
}
