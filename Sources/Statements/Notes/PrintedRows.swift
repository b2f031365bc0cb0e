import Ledger

/// What has been printed for which balances, so that a figure that stands in two tables is printed the same in both.
struct PrintedRows {
  private struct Balance: Hashable {
    var account: AccountNumber
    var objects: ObjectSet
  }

  private struct Row {
    var balances: Set<Balance>
    var unitsAsInLedger: Int64
  }

  private var rows: [Row] = []
  private var rowOf: [Balance: Int] = [:]

  /// The rows of this year's column of those tables that are no sums.
  init(_ tables: [Table]) {
    for table in tables where table.unit == .kronor {
      for row in table.rows where row.sumOf.isEmpty {
        guard let figure = table.figure(row.id), let units = figure.printedUnits,
          case .ledger(_, _, let isTurned, let parts) = figure.origin
        else { continue }
        let balances = Set(parts.map { Balance(account: $0.account, objects: $0.objects) })
        for balance in balances { rowOf[balance] = rows.count }
        rows.append(Row(balances: balances, unitsAsInLedger: isTurned ? -units : units))
      }
    }
  }

  /// How the figure is printed if it is made of whole rows that have been printed; else nil.
  func units(of figure: Figure) -> Int64? {
    guard case .ledger(_, _, let isTurned, let parts) = figure.origin else { return nil }
    let balances = Set(parts.map { Balance(account: $0.account, objects: $0.objects) })
    var used: Set<Int> = []
    for balance in balances {
      guard let index = rowOf[balance] else { return nil }
      used.insert(index)
    }
    guard used.allSatisfy({ rows[$0].balances.isSubset(of: balances) }) else { return nil }
    let units = used.reduce(Int64(0)) { $0 + rows[$1].unitsAsInLedger }
    return isTurned ? -units : units
  }
}
