import Association
import HTTPTypes
import Ledger
import Store

/// A year's budget: the one that holds, what it stands beside, its way to the decision, and its versions.
enum ShowBudget {
  static func show(_ asked: Asked, _ year: Int) async throws -> Answer { try await page(asked, year, faults: []) }

  /// The page, with what could not be done where something is wrong.
  static func page(_ asked: Asked, _ year: Int, faults: [FieldFault]) async throws -> Answer {
    guard let desk = try BudgetDesk(asked, year) else { return .notFound }
    let shown: Budget?
    let typed = asked.query.choice("version")
    if typed.isEmpty {
      shown = desk.standing
    } else {
      guard let version = Int(typed: typed, in: 1...1000),
        let budget = desk.budgets.first(where: { $0.version == version })
      else { return .notFound }
      shown = budget
    }
    let view = BudgetPage(
      desk: desk, shown: shown, beside: try await desk.beside(), past: try await PastEquity.of(desk), faults: faults)
    return .page(view.page(), status: faults.isEmpty ? .ok : .unprocessableContent)
  }
}
