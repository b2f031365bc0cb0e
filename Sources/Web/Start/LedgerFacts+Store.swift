import Association
import Ledger
import Store

extension LedgerFacts {
  /// What the book shows of its years and months, of its budgets on their way, and of VAT that has been applied for.
  init(_ states: [YearState], in store: Store) throws {
    self.init(
      years: states.map { Year($0.year, isClosed: $0.isClosed, isEnded: $0.isEnded) },
      closedMonths: states.reduce(into: Set<Month>()) { $0.formUnion($1.closedMonths) },
      budgets: try store.budgetFacts(), claimedVATYears: try store.vatBook().claimedYears)
  }
}
