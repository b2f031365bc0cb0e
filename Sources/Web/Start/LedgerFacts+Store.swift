import Association
import Ledger
import Store

extension LedgerFacts {
  /// What the book shows of its years and months.
  init(_ states: [YearState]) {
    self.init(
      years: states.map { Year($0.year, isClosed: $0.isClosed, isEnded: $0.isEnded) },
      closedMonths: states.reduce(into: Set<Month>()) { $0.formUnion($1.closedMonths) })
  }
}
