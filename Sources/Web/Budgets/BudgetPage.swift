import Association
import Desk
import Ledger
import Press
import Report
import Statements
import Store

/// The page of a year's budget.
struct BudgetPage {
  let desk: BudgetDesk
  /// The version that is shown; nil where none is decided.
  let shown: Budget?
  let beside: YearForecast?
  let past: [PastEquity]
  let faults: [FieldFault]

  private var year: Int { desk.year }

  func page() -> Page {
    Page(
      title: shown.map { BudgetWords.name($0.year, $0.version) } ?? "Budget \(year)", section: .budget,
      trail: shown?.version == desk.standing?.version ? [] : desk.trail,
      print: Page.PrintHead(period: "\(year)–\(year + Budget.yearCount - 1)", unit: "Belopp i hela kronor"),
      isWide: true, scripts: ["lists.js"],
      main: .joined([
        FormPart.summary(of: faults), desk.switchOfYears(), lead(), table(), chart(),
        beside.map { BudgetBesidePart(desk: desk, forecast: $0, budget: shown ?? desk.open?.proposal.content).html() }
          ?? .empty,
        BudgetCalendarPart(desk: desk, proposal: desk.open?.proposal ?? firstVersion).html(), versions(), begin(),
        tag(
          "p", [.class("hint")], .text("Så arbetar du med budgeten: "),
          tag("a", [.href(.path(Addresses.handbookPage.path("budget.md")))], .text("handboken om budgeten")), .text(".")
        ),
      ]))
  }

  /// The steps of the year's first budget, where it was made in the book.
  private var firstVersion: BudgetProposal? {
    desk.recorded.lazy.compactMap { recorded in
      if case .decided(let decided) = recorded.version, decided.proposal.version == 1 { decided.proposal } else { nil }
    }.first
  }

  private func lead() -> HTML {
    var lines: [HTML] = []
    if let shown {
      let words = shown.decision.words
      lines.append(
        tag(
          "p", [.class("lead")],
          words.isEmpty
            ? .text("Budgeten finns i boken utan beslut. Den är vad årsredovisningen skriver ut.")
            : .text("Beslutad av styrelsen ") + DecisionLink(desk.asked).html(shown.decision)
              + .text(". Det är den som årsredovisningen skriver ut.")))
      if let standing = desk.standing, standing.version != shown.version {
        lines.append(
          tag(
            "p", [.class("warning")], .text("Det här är en äldre version. Nu gäller "),
            tag(
              "a", [.href(.path(Addresses.budget.path(year)))], .text("version \(standing.version)")), .text(".")))
      }
    } else {
      lines.append(tag("p", [.class("lead")], .text("Styrelsen har inte beslutat någon budget för \(year).")))
    }
    if let open = desk.open {
      let path = Addresses.budgetProposal.path(Pair(year, open.id.rawValue))
      lines.append(
        tag(
          "p",
          tag(
            "a", [.class("button"), .href(.path(path))],
            .text(
              (desk.mayWrite ? "Arbeta vidare med " : "Läs ")
                + (open.proposal.version == 1 ? "förslaget" : "förslaget till version \(open.proposal.version)"))),
          .text(" Ett förslag skrivs inte ut i årsredovisningen.")))
    }
    return .joined(lines)
  }

  private func table() -> HTML {
    guard let shown else { return .empty }
    let links = BudgetLinks(budget: shown, isStanding: shown == desk.standing, years: Set(desk.years.map(\.number)))
    return TablePart(budgetAppendix(shown), isTitleAbove: true, link: links.link).html()
      + BudgetWords.judgements(shown.plan(settings: desk.association.settings))
      + BudgetFiles.links(year, "version-\(shown.version)")
  }

  private func chart() -> HTML {
    guard let budget = shown ?? desk.open?.proposal.content else { return .empty }
    return BudgetChart(
      budget: budget, plan: budget.plan(settings: desk.association.settings), past: past, beside: beside,
      booked: Set(desk.years.map(\.number))
    ).html()
  }

  private func versions() -> HTML {
    let made = desk.recorded.map { recorded -> HTML in
      let proposal = recorded.version.proposal
      let state: String
      switch recorded.version {
      case .proposal: state = proposal.publication == nil ? "förslag" : "utlagt förslag"
      case .decided(let decided): state = "beslutad \(decided.decision.words)"
      case .discarded(let discarded): state = "kasserat: \(discarded.reason)"
      }
      let last = recorded.steps.last
      return row(
        BudgetWords.name(year, proposal.version), Addresses.budgetProposal.path(Pair(year, recorded.id.rawValue)),
        state,
        last.map { "\($0.by), \(SwedishTime.text($0.at))" } ?? "")
    }
    let numbers = Set(
      desk.recorded.compactMap { recorded in
        if case .decided(let decided) = recorded.version { decided.budget.version } else { nil }
      })
    let others = desk.budgets.filter { !numbers.contains($0.version) }.map { budget in
      row(
        BudgetWords.name(year, budget.version),
        Addresses.budget.path(year, query: [("version", "\(budget.version)")]),
        budget.decision.words.isEmpty ? "utan beslut" : "beslutad \(budget.decision.words)", "förbundsmappen")
    }
    let decided = desk.budgets.filter { numbers.contains($0.version) && $0.version != shown?.version }.map { budget in
      tag(
        "li",
        tag(
          "a", [.href(.path(Addresses.budget.path(year, query: [("version", "\(budget.version)")])))],
          .text("Så beslutades version \(budget.version)")))
    }
    guard !made.isEmpty || !others.isEmpty else { return .empty }
    return tag("h2", .text("Versioner"))
      + ListPart.scroll(
        "Budgetens versioner",
        tag(
          "table", [.class("list")], tag("caption", [.class("unseen")], .text("Budgetens versioner")),
          tag(
            "thead",
            tag(
              "tr", each: ["Version", "Läge", "Senast"].map { tag("th", [.scope(.column)], .text($0)) })),
          tag("tbody", each: others + made)))
      + (decided.isEmpty ? .empty : tag("ul", each: decided))
  }

  private func row(_ name: String, _ path: String, _ state: String, _ last: String) -> HTML {
    tag(
      "tr", tag("th", [.scope(.row)], tag("a", [.href(.path(path))], .text(name))), tag("td", .text(state)),
      tag("td", .text(last)))
  }

  /// The way to begin a proposal, where none is being made.
  private func begin() -> HTML {
    guard desk.mayWrite, desk.open == nil else { return .empty }
    let options = BeginBudget.origins(desk).map { (value: $0.value, words: $0.words) }
    let isRevision = desk.standing?.decision.date != nil
    let chosen = desk.asked.form.choice(BeginBudget.Name.origin)
    return tag(
      "section", tag("h2", .text(isRevision ? "Revidera budgeten" : "Börja ett förslag")),
      isRevision
        ? tag(
          "p",
          .text(
            "En beslutad budget ändras aldrig. En reviderad budget är en ny version med ett eget samråd och ett eget beslut."
          )) : .empty,
      FormPart.form(
        to: Addresses.budgetProposals.path(year), desk.asked.visitor,
        each: [
          FormPart.select(
            BeginBudget.Name.origin, "Börja med", options: options, chosen: chosen.isEmpty ? options[0].value : chosen,
            faults: faults),
          FormPart.button(isRevision ? "Börja en ny version" : "Börja förslaget"),
        ]))
  }
}

/// Where the figures of a budget's table lead.
struct BudgetLinks: Sendable {
  let budget: Budget
  /// Whether it is the budget that the report prints.
  let isStanding: Bool
  /// The years that the book has.
  let years: Set<Int>

  /// A figure of the budget that holds opens as the report's own; the insats of any other leads to its page.
  func link(_ figure: Figure, _ printed: String, _ place: TablePart.Place) -> HTML {
    if isStanding, years.contains(budget.year) {
      let cell = FigurePlace.cell(table: "budget", row: place.row.id, column: place.column.id)
      return tag("a", [.href(.path(Addresses.figure.path(Pair(budget.year, cell.text))))], .text(printed))
    }
    let insats = budget.lines.first { $0.id == place.row.id }?.insatsID ?? ""
    guard !insats.isEmpty, let year = place.column.year, years.contains(year) else { return .text(printed) }
    let path = ListLink.object(year, ObjectReference(dimension: .insats, object: insats))
    return tag("a", [.href(.path(path))], .text(printed))
  }
}

/// The files of a budget.
enum BudgetFiles {
  static func links(_ year: Int, _ stem: String) -> HTML {
    func link(_ words: String, _ ending: String) -> HTML {
      tag(
        "a", [.class("button"), .href(.path(Addresses.budgetFile.path(Pair(year, "\(stem).\(ending)"))))], .text(words))
    }
    return tag(
      "p", [.class("toolbar list-tools")], link("Hämta som Excel", "xlsx"), link("Hämta som CSV", "csv"),
      link("Sida att lägga ut", "html"),
      tag("button", [.other("type", "button"), .other("data-print", ""), .other("hidden", "")], .text("Skriv ut")))
  }
}
