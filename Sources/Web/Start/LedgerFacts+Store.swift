import Association
import Ledger
import Store

extension LedgerFacts {
  /// What the book shows of its years and months, and of its budgets on their way.
  init(_ states: [YearState], budgets: [Budget]) {
    self.init(
      years: states.map { Year($0.year, isClosed: $0.isClosed, isEnded: $0.isEnded) },
      closedMonths: states.reduce(into: Set<Month>()) { $0.formUnion($1.closedMonths) },
      budgets: budgets)
  }
}
