import Association
import Desk
import Exchange
import Ledger
import Press
import Report
import Statements
import Store

/// A budget, or a proposal, as a file: for a spreadsheet, or a page to lay out on the website.
enum MakeBudgetFile {
  static func show(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    let parts = place.second.split(separator: ".", maxSplits: 1).map { String($0) }
    guard parts.count == 2, let desk = try BudgetDesk(asked, place.first),
      let (budget, isDecided) = find(desk, parts[0])
    else { return .notFound }
    let stem = isDecided ? "budget-\(budget.year)" : "budgetforslag-\(budget.year)"
    let name = budget.version > 1 ? "\(stem)-version-\(budget.version)" : stem
    switch parts[1] {
    case "html":
      return .file(
        FileAnswer(
          bytes: BudgetPaper(desk: desk, budget: budget, isDecided: isDecided).page(), name: "\(name).html",
          mediaType: "text/html; charset=utf-8"))
    case "csv":
      return .file(
        FileAnswer(
          bytes: BudgetFileFormat.csv.bytes(of: budget, on: asked.today), name: "\(name).csv",
          mediaType: "text/csv; charset=utf-8"))
    case "xlsx":
      return .file(
        FileAnswer(
          bytes: BudgetFileFormat.xlsx.bytes(of: budget, on: asked.today), name: "\(name).xlsx",
          mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
    default: return .notFound
    }
  }

  /// `version-1` is a budget that the report knows, `forslag-7` what was made in the book.
  private static func find(_ desk: BudgetDesk, _ text: String) -> (Budget, isDecided: Bool)? {
    let parts = text.split(separator: "-").map { String($0) }
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "version":
      guard let number = Int(typed: parts[1], in: 1...1000) else { return nil }
      return desk.budgets.first { $0.version == number }.map { ($0, true) }
    case "forslag":
      guard let id = Int64(typed: parts[1], in: TypedRange.id),
        let recorded = ShowBudgetProposal.find(desk, id)
      else { return nil }
      if case .decided(let decided) = recorded.version { return (decided.budget, true) }
      return (recorded.version.proposal.content, false)
    default: return nil
    }
  }
}

/// A budget as one page that stands on its own, to be laid out on the website and printed.
struct BudgetPaper {
  let desk: BudgetDesk
  let budget: Budget
  let isDecided: Bool

  private var title: String {
    let last = budget.year + budget.plannedYearCount - 1
    let name = isDecided ? BudgetWords.name(budget.year, budget.version) : "Förslag till budget \(budget.year)"
    return last > budget.year ? "\(name) med plan till \(last)" : name
  }

  func page() -> [UInt8] {
    let association = desk.association
    let shell = PageShell(
      title: "\(title) – \(association.name)",
      running: PageShell.Running(
        left: "\(association.name), \(association.organisationNumber)", right: title, foot: "Belopp i hela kronor"))
    let state: String
    if isDecided {
      let words = budget.decision.words
      state = words.isEmpty ? "" : "Beslutad av styrelsen \(words)."
    } else {
      state = "Förslag. Styrelsen beslutar budgeten på ett möte som är öppet för alla."
    }
    let plan = budget.plan(settings: association.settings)
    let picture = BudgetChart.publicPicture(plan)
    return shell.page(
      header: tag(
        "header", [.class("cover")], tag("p", .text("\(association.name), \(association.organisationNumber)")),
        tag("h1", .text(title)), state.isEmpty ? .empty : tag("p", .text(state))),
      navigation: .empty,
      main: tag(
        "div", [.class("report")], TablePart(budgetAppendix(budget)).html(), BudgetWords.judgements(plan),
        picture.map { DiagramPart($0).html() } ?? .empty,
        tag(
          "p",
          .text(
            "Taket är det som Nationella rådet har rekommenderat för eget kapital: "
              + "\(SettingsWords.cap(association.settings))."))), after: .empty)
  }
}

extension BudgetChart {
  /// Equity and cap of the planned years alone, which also stand in words beside it.
  fileprivate static func publicPicture(_ plan: [BudgetPlan]) -> Diagram? {
    guard plan.count > 1 else { return nil }
    func figure(_ amount: Money?) -> Figure? { amount.map { PastEquity.figure($0, "Eget kapital", "Budgeten") } }
    return Diagram(
      id: "budget", title: "Eget kapital vid årets slut mot taket", form: .bars, unit: .thousands,
      categories: plan.map { "\($0.year)" },
      series: [
        Diagram.Series(title: "Eget kapital", values: plan.map { figure($0.closing) }),
        Diagram.Series(title: "Tak", values: plan.map { figure($0.cap) }),
      ])
  }
}
