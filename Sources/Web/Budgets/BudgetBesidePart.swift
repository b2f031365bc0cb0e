import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// The year that is running, beside a budget: what was budgeted, what is booked, what it is going to be.
struct BudgetBesidePart {
  let desk: BudgetDesk
  let forecast: YearForecast
  /// The budget that is shown or made.
  let budget: Budget?

  private var number: Int { forecast.year.number }
  private var isOwn: Bool { number == desk.year }

  private struct Row {
    let title: String
    let group: Budget.Line.Group?
    let line: YearForecast.ResultLine?
    let path: String
  }

  private var rows: [Row] {
    func line(_ id: String) -> YearForecast.ResultLine? { forecast.lines.first { $0.id == id } }
    let trial = Addresses.trialBalance.path(number)
    return [
      Row(title: "Medlemsintäkter", group: .contributions, line: line("medlemsbidrag"), path: trial),
      Row(title: "Övriga intäkter", group: .otherIncome, line: line("ovriga-intakter"), path: trial),
      Row(title: "Gemensamma kostnader", group: .commonCosts, line: line("ovriga-kostnader"), path: trial),
      Row(title: "Medlemskostnader", group: .insatsCosts, line: line("insatser"), path: Addresses.objects.path(number)),
      Row(title: "Finansiella poster", group: .financial, line: line("finansnetto"), path: trial),
    ]
  }

  func html() -> HTML {
    let old = desk.association.budget(for: number)
    let oldPlan = old?.plan(settings: desk.association.settings).first
    let newPlan = isOwn ? nil : budget?.plan(settings: desk.association.settings).first
    var headings = ["Budget \(number)", "Bokfört", "Prognos \(number)"]
    if newPlan != nil { headings.append("Budget \(desk.year)") }
    let items = rows.compactMap { row -> HTML? in
      let planned = row.group.flatMap { group in oldPlan?.sums[group].map { BudgetWords.signed($0, group) } }
      let new = row.group.flatMap { group in newPlan?.sums[group].map { BudgetWords.signed($0, group) } }
      guard row.line != nil || planned != nil || new != nil else { return nil }
      return tag(
        "tr", tag("th", [.scope(.row)], .text(row.title)), cell(planned, Addresses.budget.path(number)),
        cell(row.line?.booked, row.path), cell(row.line?.forecast, Addresses.forecast.path(number)),
        newPlan == nil ? .empty : cell(new))
    }
    let sums = [
      tag(
        "tr", tag("th", [.scope(.row)], .text("Årets resultat")), cell(oldPlan?.result),
        cell(forecast.lines.map(\.booked).sum()), cell(forecast.result), newPlan == nil ? .empty : cell(newPlan?.result)
      ),
      tag(
        "tr", tag("th", [.scope(.row)], .text("Utgående eget kapital")), cell(oldPlan?.closing),
        cell(forecast.openingEquity + forecast.lines.map(\.booked).sum()), cell(forecast.closingEquity),
        newPlan == nil ? .empty : cell(newPlan?.closing)),
    ]
    return tag("h2", .text(isOwn ? "Så går året" : "Året före: \(number)"))
      + tag(
        "p", [.class("hint")],
        .text(
          "Bokfört till och med \(MonthName.text(forecast.month)), och prognosen för hela \(number). Kostnader är negativa."
        ))
      + ListPart.scroll(
        "Budget, bokfört och prognos \(number)",
        tag(
          "table", [.class("list")],
          tag("caption", [.class("unseen")], .text("Budget, bokfört och prognos \(number), kronor")),
          tag(
            "thead",
            tag(
              "tr",
              each: [tag("th", [.scope(.column)], .text("Post"))]
                + headings.map { tag("th", [.scope(.column), .class("number")], .text($0)) })),
          tag("tbody", each: items), tag("tfoot", each: sums)))
  }

  private func cell(_ amount: Money?, _ path: String? = nil) -> HTML {
    guard let amount else { return tag("td", [.class("number")]) }
    let words = Numerals.whole(amount.rounded(toUnitsOf: 100))
    return tag("td", [.class("number")], path.map { tag("a", [.href(.path($0))], .text(words)) } ?? .text(words))
  }
}
