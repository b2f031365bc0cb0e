import Association
import Ledger
import Press
import Report
import Store

/// A year's goals, each with its rule, what it came to and how it went.
enum ListGoals {
  static func show(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard isShown(year) else { return .notFound }
    let association = try asked.store.association().measured
    let catalogue = try await asked.workbench(year)?.catalogue
    let goals = association.goals.filter { $0.year == year }
    let mayWrite = Access.bookkeepers.admits(asked.user)
    let years = Set(association.goals.map(\.year)).union(try asked.store.fiscalYears().map(\.number)).union([
      year, year + 1,
    ])
    let links = years.filter { abs($0 - year) <= 6 }.sorted(by: >).map { other in
      ListPart.link("\(other)", Addresses.goals.path(other), isCurrent: other == year)
    }
    let parts = GoalWords.kinds.map { kind -> HTML in
      let of = goals.filter { $0.kind == kind.kind }
      guard !of.isEmpty else { return .empty }
      return tag("h2", .text(kind.title))
        + .joined(of.map { item($0, catalogue, association.settings.smallCountBelow) })
    }
    let empty = tag(
      "p", [.class("empty")],
      .text(
        "Inga mål är satta för \(year). Budgeten ska ha finansiella mål och mål för verksamheten (kommunallagen 11 kap. 6 §)."
      ))
    let tools = tag(
      "p", [.class("toolbar list-tools")],
      tag("a", [.class("button"), .href(.path(Addresses.newGoal.path(year)))], .text("Nytt mål")),
      association.goals.contains { $0.year == year - 1 }
        ? tag("a", [.href(.path(Addresses.lastYearsGoals.path(year)))], .text("Hämta mål från \(year - 1)")) : .empty)
    return .page(
      Page(
        title: "Mål \(year)", section: .goals,
        main: .joined([
          tag(
            "nav", [.class("pages switch"), .label("År")], tag("span", [.class("quiet")], .text("År")),
            tag("ul", each: links)),
          tag(
            "p", [.class("lead")],
            .text(
              "Målen, deras utfall och bedömning står i årsredovisningen. Bedömningen följer av regeln och räknas om när siffrorna ändras."
            )
          ),
          catalogue == nil
            ? tag("p", [.class("hint")], .text("Boken har inget räkenskapsår \(year), så utfallet kan inte räknas än."))
            : .empty,
          goals.isEmpty ? empty : .joined(parts), mayWrite ? tools : .empty,
          tag(
            "p", [.class("hint")], .text("Taket för eget kapital räknas enligt "),
            tag("a", [.href(.path(Addresses.settings.path()))], .text("inställningarna")), .text(". Läs mer i "),
            tag("a", [.href(.path(Addresses.handbookPage.path("mal.md")))], .text("handboken om mål")), .text(".")),
        ])))
  }

  /// The years that goals are set for: those of budgets.
  static func isShown(_ year: Int) -> Bool { (2004...2150).contains(year) }

  private static func item(_ goal: Goal, _ catalogue: FigureCatalogue?, _ fewest: Int) -> HTML {
    let verdict = goal.verdict(figures: catalogue ?? FigureCatalogue(), fewest: fewest)
    return tag(
      "section", [.class("finding")],
      tag(
        "h3", tag("a", [.href(.path(Addresses.goal.path(Pair(goal.year, goal.id))))], .text(goal.title)), .raw(" "),
        GoalWords.verdict(verdict)),
      goal.text.isEmpty ? .empty : tag("p", .text(goal.text)),
      tag("p", [.class("quiet")], GoalWords.rule(goal.rule, year: goal.year, catalogue)),
      goal.outcomes.isEmpty ? .empty : tag("ul", each: GoalWords.outcomes(goal).map { tag("li", .text($0)) }))
  }
}
