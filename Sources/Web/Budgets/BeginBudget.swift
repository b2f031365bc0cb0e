import Association
import Ledger
import Report
import Statements
import Store

/// Begins a proposal: empty, or with the lines of what there is.
enum BeginBudget {
  enum Name { static let origin = "borja" }

  /// What a proposal can begin with.
  struct Origin {
    let value: String
    let words: String
  }

  /// What this year's proposal can begin with, the likeliest first.
  static func origins(_ desk: BudgetDesk) -> [Origin] {
    let last = desk.year - 1
    var origins: [Origin] = []
    if let standing = desk.standing {
      origins.append(
        Origin(value: "gallande", words: "\(BudgetWords.name(standing.year, standing.version)), som den är"))
    }
    if let budget = desk.lastYears {
      origins.append(Origin(value: "budget", words: "Raderna i \(small(budget)), med samma belopp"))
      if budget.plannedYearCount > 1 {
        origins.append(Origin(value: "plan", words: "Planen för \(desk.year) i \(small(budget))"))
      }
    }
    if desk.years.contains(where: { $0.number == last }) {
      origins.append(Origin(value: "utfall", words: "Det som är bokfört \(last)"))
    }
    return origins + [Origin(value: "tom", words: "Inga rader")]
  }

  private static func small(_ budget: Budget) -> String {
    budget.version > 1 ? "reviderad budget \(budget.year)" : "budget \(budget.year)"
  }

  static func save(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard let desk = try BudgetDesk(asked, year) else { return .notFound }
    guard let origin = origins(desk).first(where: { $0.value == asked.form.choice(Name.origin) }) else {
      let fault = FieldFault(field: Name.origin, message: "Välj i listan vad förslaget ska börja med.")
      return try await ShowBudget.page(asked, year, faults: [fault])
    }
    let opening = desk.suggestedOpening(try await desk.beside())
    let content = try await content(origin.value, desk, opening: opening)
    let id: ID<BudgetVersion>
    do {
      id = try asked.store.begin(
        content, origin: origin.value == "tom" ? "" : origin.words, by: asked.actor, at: asked.now)
    } catch {
      guard let words = BudgetRefusal.words(error) else { throw error }
      return try await ShowBudget.page(asked, year, faults: [FieldFault(field: "", message: words)])
    }
    return .see(
      Addresses.budgetProposal.path(Pair(year, id.rawValue)),
      notice: "Förslaget är påbörjat. Ändra det som behövs och spara.")
  }

  private static func content(_ origin: String, _ desk: BudgetDesk, opening: Money) async throws -> Budget {
    switch origin {
    case "gallande": return desk.standing ?? Budget(year: desk.year, lines: [])
    case "budget", "plan":
      guard let last = desk.lastYears else { break }
      return last.copied(to: desk.year, origin == "plan" ? .plan : .amounts, expectedOpeningEquity: opening)
    case "utfall":
      guard let year = desk.years.last(where: { $0.number == desk.year - 1 }) else { break }
      let (store, mapping, association, number) = (desk.asked.store, desk.mapping, desk.association, desk.year)
      return try await LongWork.run {
        budgetOfOutcome(
          try store.books(of: year), mapping: mapping, association: association, year: number,
          expectedOpeningEquity: opening)
      }
    default: break
    }
    return Budget(year: desk.year, lines: [], expectedOpeningEquity: opening)
  }
}
