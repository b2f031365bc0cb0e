package import Association
import Ledger
import Statements
package import Store

/// From a book to the FINSAM plans of a year, with what has been granted and used: what the office's pages and the annual
/// report have in common.
package enum FinsamPlans {
  /// The year's plans. What is used is nought where the book has no such year.
  package static func year(of store: Store, _ year: Int) throws -> PlanYear {
    let association = try store.association()
    let plans = try store.finsamPlans().map(\.plan).filter { $0.year == year }
    var drawn: [String: Money] = [:]
    if !plans.isEmpty, let fiscal = try store.fiscalYears().first(where: { $0.number == year }) {
      drawn = try FollowUps.followUp(of: store, year: fiscal, hasForecast: false).drawnByInsats
    }
    return PlanYear(association, year: year, plans: plans, drawn: drawn)
  }
}
