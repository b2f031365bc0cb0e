import Association
import Ledger
import Report
import Statements
import Store

/// What equity was when a year ended, and its cap then.
struct PastEquity: Sendable {
  let year: Int
  let equity: Figure
  /// Nil where what it is reckoned on is not known.
  let cap: Figure?

  /// So many years before the budget are looked at: as many as the overview of the report has.
  static let yearCountMax = 5

  /// The years before the budget's, and the budget's own where its books are: from the books where the book has them,
  /// else from the adopted figures.
  static func of(_ desk: BudgetDesk) async throws -> [PastEquity] {
    let (store, association, mapping, year, today) =
      (desk.asked.store, desk.association, desk.mapping, desk.year, desk.asked.today)
    let years = desk.years.filter { $0.number > year - yearCountMax - 1 && $0.number <= year && $0.last < today }
    return try await LongWork.run {
      var past: [Int: PastEquity] = [:]
      for figures in association.history where figures.year < year && figures.year >= year - yearCountMax {
        guard let equity = figures.equity else { continue }
        let base = association.settings.capBase == .income ? figures.income : nil
        past[figures.year] = PastEquity(
          year: figures.year, equity: figure(equity, "Eget kapital \(figures.year)", "Fastställda årsredovisningar"),
          cap: base.map {
            figure(
              equityCapAmount(base: $0, settings: association.settings), "Tak \(figures.year)",
              "Fastställda årsredovisningar")
          })
      }
      for fiscal in years {
        let table = equityCap(try store.books(of: fiscal), previous: nil, mapping: mapping, association: association)
        guard let equity = table.figure("eget-kapital") else { continue }
        let cap = table.figure("tak").flatMap { $0.amount == .zero ? nil : $0 }
        past[fiscal.number] = PastEquity(year: fiscal.number, equity: equity, cap: cap)
      }
      return past.values.sorted { $0.year < $1.year }
    }
  }

  static func figure(_ amount: Money, _ title: String, _ source: String) -> Figure {
    Figure(.amount(amount), origin: .fact(title: title, source: source))
  }
}
