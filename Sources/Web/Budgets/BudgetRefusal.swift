import Desk
import Store

/// What a budget cannot do, as words for the page; nil for what is no such refusal.
enum BudgetRefusal {
  static func words(_ error: any Error) -> String? {
    guard case .notABudgetStep(let refusal) = error as? Store.Refusal else { return nil }
    return Words.sentence(refusal)
  }
}
