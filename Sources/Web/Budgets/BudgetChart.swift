import Association
import Ledger
import Press
import Report
import Statements

/// Equity against its cap, the years that have been and the years that are planned: a picture and its table.
struct BudgetChart {
  let budget: Budget
  let plan: [BudgetPlan]
  let past: [PastEquity]
  /// The forecast of the year before, where that year is not over.
  let beside: YearForecast?
  /// The years whose books are in the book, which the outcome links to.
  let booked: Set<Int>

  private struct Row {
    let year: Int
    var outcome: Figure?
    var forecast: Figure?
    var planned: Figure?
    var cap: Figure?
  }

  private var rows: [Row] {
    var rows: [Int: Row] = [:]
    for past in past { rows[past.year] = Row(year: past.year, outcome: past.equity, cap: past.cap) }
    if let beside, rows[beside.year.number] == nil {
      let source = "Prognosen efter \(beside.month.text)"
      rows[beside.year.number] = Row(
        year: beside.year.number, forecast: PastEquity.figure(beside.closingEquity, "Eget kapital", source),
        cap: beside.cap.map { PastEquity.figure($0, "Tak", source) })
    }
    for year in plan {
      var row = rows[year.year] ?? Row(year: year.year)
      let source = BudgetWords.name(budget.year, budget.version)
      row.planned = PastEquity.figure(year.closing, "Eget kapital \(year.year)", source)
      row.cap = row.cap ?? year.cap.map { PastEquity.figure($0, "Tak \(year.year)", source) }
      rows[year.year] = row
    }
    return rows.values.sorted { $0.year < $1.year }
  }

  func html() -> HTML {
    let rows = rows
    guard rows.count > 1 else { return .empty }
    var series: [Diagram.Series] = []
    for (title, values) in [
      ("Utfall", rows.map(\.outcome)), ("Prognos", rows.map(\.forecast)), ("Budget och plan", rows.map(\.planned)),
      ("Tak", rows.map(\.cap)),
    ] where values.contains(where: { $0 != nil }) {
      series.append(Diagram.Series(title: title, values: values))
    }
    let picture = Diagram(
      id: "budget", title: "Eget kapital vid årets slut mot taket", form: .bars, unit: .thousands,
      categories: rows.map { "\($0.year)" }, series: series)
    return tag("h2", .text("Eget kapital mot taket")) + DiagramPart(picture).html() + table(rows)
  }

  private func table(_ rows: [Row]) -> HTML {
    func cell(_ figure: Figure?, _ path: String? = nil) -> HTML {
      guard let amount = figure?.amount else { return tag("td", [.class("number")]) }
      let words = Numerals.whole(amount.rounded(toUnitsOf: 100))
      return tag("td", [.class("number")], path.map { tag("a", [.href(.path($0))], .text(words)) } ?? .text(words))
    }
    let items = rows.map { row in
      tag(
        "tr", tag("th", [.scope(.row)], .text("\(row.year)")),
        cell(
          row.outcome,
          booked.contains(row.year) ? Addresses.figure.path(Pair(row.year, "eget-kapital")) : nil),
        cell(row.forecast, Addresses.forecast.path(row.year)), cell(row.planned), cell(row.cap))
    }
    return tag(
      "details", tag("summary", .text("Visa åren som tabell")),
      ListPart.scroll(
        "Eget kapital mot taket år för år",
        tag(
          "table", [.class("list")],
          tag("caption", [.class("unseen")], .text("Eget kapital vid årets slut och det rekommenderade taket, kronor")),
          tag(
            "thead",
            tag(
              "tr", tag("th", [.scope(.column)], .text("År")),
              each: ["Utfall", "Prognos", "Budget och plan", "Tak"].map {
                tag("th", [.scope(.column), .class("number")], .text($0))
              })), tag("tbody", each: items))))
  }
}

/// An element with children of both kinds.
private func tag(_ name: StaticString, _ first: HTML, each rest: [HTML]) -> HTML { tag(name, each: [first] + rest) }
