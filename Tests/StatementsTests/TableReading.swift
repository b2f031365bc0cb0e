import Ledger
import Statements
import Testing

extension Table {
  /// What is printed in a cell, in the table's unit; nil where there is no amount.
  func printed(_ row: String, _ column: String = "current") -> Int64? {
    figure(row, column).flatMap { printedUnits(of: $0) }
  }

  /// What is printed in a column, row by row, rows without an amount left out.
  func column(_ column: String = "current") -> [Int64] { rows.compactMap { printed($0.id, column) } }

  /// The first sum that does not add up as printed, or in öre; nil where all do.
  var faultySum: String? {
    for row in rows where !row.sumOf.isEmpty {
      for column in columns {
        guard let sum = printed(row.id, column.id), let exact = figure(row.id, column.id)?.amount else { continue }
        var printedSum: Int64 = 0
        var exactSum = Money.zero
        for term in row.sumOf {
          let sign: Int64 = term.hasPrefix("-") ? -1 : 1
          let id = String(term.dropFirst())
          printedSum += sign * (printed(id, column.id) ?? 0)
          exactSum += Money(ore: sign * (figure(id, column.id)?.amount?.ore ?? 0))
        }
        if printedSum != sum { return "\(self.id)/\(row.id)/\(column.id): \(printedSum) är inte \(sum)" }
        if exactSum != exact { return "\(self.id)/\(row.id)/\(column.id): \(exactSum.ore) är inte \(exact.ore) öre" }
      }
    }
    return nil
  }

  /// How far the printed amount furthest from its exact one is from it, in thousandths of a unit.
  var furthestFromExact: Int64 {
    rows.flatMap(\.cells).compactMap(\.figure).compactMap { figure in
      guard let amount = figure.amount, let units = printedUnits(of: figure) else { return nil }
      return abs(units * unit.ore - amount.ore) * 1000 / unit.ore
    }.max() ?? 0
  }
}
