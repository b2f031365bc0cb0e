import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// What the pages of a year's budget have in common: its versions, what it stands beside, what can be chosen.
struct BudgetDesk: Sendable {
  let asked: Asked
  let year: Int
  let association: Association
  /// The versions that were made in the book, the first first.
  let recorded: [RecordedBudget]
  let mapping: Mapping
  /// The years of the book.
  let years: [FiscalYear]

  /// The desk; nil for a year that no budget is of.
  init?(_ asked: Asked, _ year: Int) throws {
    // From the law's first year to as far as anybody plans.
    guard (2004...2150).contains(year) else { return nil }
    self.asked = asked
    self.year = year
    association = try asked.store.association()
    recorded = try asked.store.budgets(year: year)
    mapping = try ReportMaking.mapping(of: association)
    years = try asked.store.fiscalYears()
  }

  /// The year's budgets as the report sees them, the first version first.
  var budgets: [Budget] { association.budgets.filter { $0.year == year }.sorted { $0.version < $1.version } }
  /// The budget that holds; nil where there is none.
  var standing: Budget? { association.budget(for: year) }
  /// The one of last year that holds.
  var lastYears: Budget? { association.budget(for: year - 1) }
  /// The proposal that is being made; nil where there is none.
  var open: (id: ID<BudgetVersion>, proposal: BudgetProposal)? {
    recorded.lazy.compactMap { recorded in
      if case .proposal(let proposal) = recorded.version { (recorded.id, proposal) } else { nil }
    }.first
  }

  /// The rows of the driftredovisning that a line can belong to.
  var activities: [(id: String, title: String)] { mapping.activities.map { ($0.id, $0.title) } }

  var mayWrite: Bool { Access.bookkeepers.admits(asked.user) }

  /// The fiscal year whose books the budget stands beside: its own where it has begun, else the last one before it.
  var besideYear: FiscalYear? {
    years.last { $0.number == year } ?? years.last { $0.number < year && $0.number >= year - 2 }
  }

  /// The forecast of that year at the end of its last month with a voucher; nil where no book stands beside.
  func beside() async throws -> YearForecast? {
    guard let besideYear else { return nil }
    let store = asked.store
    return try await LongWork.run {
      let last = try store.voucherCounts(of: besideYear).keys.max()
      guard let month = last ?? besideYear.months.first else { return nil }
      return try Forecasting.forecast(of: store, at: month)
    }
  }

  /// What equity is expected to be when the year begins: by the forecast of the year before, else by its budget.
  func suggestedOpening(_ beside: YearForecast?) -> Money {
    if let beside, beside.year.number == year - 1 { return Money(kronor: beside.closingEquity.rounded(toUnitsOf: 100)) }
    if let beside, beside.year.number == year { return Money(kronor: beside.openingEquity.rounded(toUnitsOf: 100)) }
    return lastYears?.closingEquity() ?? .zero
  }

  var trail: [Page.Link] { [Page.Link("Budget \(year)", Addresses.budget.path(year))] }

  /// The years that have a budget, a proposal or books, and the one after the last of them.
  func switchOfYears() -> HTML {
    let known =
      Set(association.budgets.map(\.year)).union(years.map(\.number)).union([
        year, asked.today.year, asked.today.year + 1,
      ])
    let links = known.filter { abs($0 - year) <= 6 }.sorted(by: >).map { other in
      ListPart.link("\(other)", Addresses.budget.path(other), isCurrent: other == year)
    }
    return tag(
      "nav", [.class("pages switch"), .label("Budgetår")], tag("span", [.class("quiet")], .text("Budgetår")),
      tag("ul", each: links))
  }
}

/// Amounts and sentences of budgets.
enum BudgetWords {
  /// An amount as it stands in a field: whole kronor, with öre where there are any.
  static func field(_ amount: Money) -> String {
    amount.ore % 100 == 0 ? Numerals.whole(amount.ore / 100) : AmountText.field(amount)
  }

  /// Costs are negative where sums are shown, as in the appendix.
  static func signed(_ amount: Money, _ group: Budget.Line.Group) -> Money { group.isCost ? -amount : amount }

  /// `Budget 2023`, `Reviderad budget 2023, version 2`.
  static func name(_ year: Int, _ version: Int) -> String {
    version > 1 ? "Reviderad budget \(year), version \(version)" : "Budget \(year)"
  }

  /// What the law and the recommendation say of what is planned.
  static func judgements(_ plan: [BudgetPlan]) -> HTML {
    guard let first = plan.first else { return .empty }
    var lines: [HTML] = []
    if first.result < .zero {
      var words = Words.sentence(BudgetWarning.deficit(first.result))
      if first.openingOverCap > .zero {
        words +=
          " Eget kapital väntas vara \(Numerals.kronor(first.openingOverCap)) över det rekommenderade taket när \(first.year) "
          + "börjar."
      }
      lines.append(tag("p", [.class("warning")], .text(words)))
    } else if first.result == .zero {
      lines.append(tag("p", [.class("warning")], .text(Words.sentence(BudgetWarning.deficit(.zero)))))
    }
    for year in plan {
      guard let cap = year.cap else { continue }
      let isOver = year.overCap > .zero
      let words =
        isOver
        ? "Eget kapital vid utgången av \(year.year) är \(Numerals.kronor(year.overCap)) över det rekommenderade taket "
          + "\(Numerals.kronor(cap))."
        : "Eget kapital vid utgången av \(year.year) är \(Numerals.kronor(cap - year.closing)) under det rekommenderade "
          + "taket \(Numerals.kronor(cap))."
      lines.append(tag("p", [.class(isOver ? "warning" : "")], .text(words)))
    }
    for year in plan where year.isStated {
      lines.append(
        tag(
          "p",
          .text(
            "Styrelsen anger eget kapital vid utgången av \(year.year) till \(Numerals.kronor(year.closing)). Enligt raderna "
              + "blir det \(Numerals.kronor(year.reckonedClosing)).")))
    }
    return .joined(lines)
  }
}
