import Ledger
import Report
public import Statements

extension Table {
  /// The words of a cell, the same in every printer: amounts in the table's unit, which the caption states, and in a
  /// table without a unit with their own.
  public func printed(_ cell: Cell, column: Int) -> String {
    switch cell {
    case .text(let words): return words
    case .empty: return isNumeric(column) ? "–" : ""
    case .figure(let figure):
      guard let units = printedUnits(of: figure) else { return figure.printed }
      return unit == .none ? Numerals.kronor(units: units) : Numerals.whole(units)
    }
  }

  /// The unit as a caption states it, or empty.
  public var unitWords: String {
    switch unit {
    case .kronor: "Belopp i kronor"
    case .thousands: "Belopp i tusental kronor (tkr)"
    case .none: ""
    }
  }

  /// Whether a column is one of numbers, so that it is set to the right and what is missing is a dash: it holds a
  /// figure, or no words either.
  func isNumeric(_ column: Int) -> Bool {
    let cells = rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
    if cells.contains(where: { $0.figure != nil }) { return true }
    return !cells.contains { if case .text(let words) = $0 { !words.isEmpty } else { false } }
  }

  /// Whether some column is of words: then the cells of a row are set from the top, as words are read.
  var isWordy: Bool { columns.indices.contains { !isNumeric($0) } }

  /// Whether the cell is negative, for printers that mark it.
  func isNegative(_ cell: Cell) -> Bool {
    guard let figure = cell.figure else { return false }
    return (printedUnits(of: figure) ?? figure.count ?? figure.share?.numerator ?? 0) < 0
  }

  /// The cells of a row, one per column: what a short row lacks is empty.
  func cells(of row: Row) -> [Cell] {
    (0..<columns.count).map { $0 < row.cells.count ? row.cells[$0] : .empty }
  }

  /// The headings above the columns, each with how many columns it stands over; empty where no column has one.
  var groups: [(title: String, columns: Range<Int>)] {
    guard columns.contains(where: { !$0.group.isEmpty }) else { return [] }
    var groups: [(title: String, columns: Range<Int>)] = []
    for (index, column) in columns.enumerated() {
      if let last = groups.last, !column.group.isEmpty, last.title == column.group {
        groups[groups.count - 1].columns = last.columns.lowerBound..<(index + 1)
      } else {
        groups.append((column.group, index..<(index + 1)))
      }
    }
    return groups
  }
}

extension Figure {
  /// The figure as it is printed where no table and no sentence says otherwise.
  ///
  /// A share of fewer than a thousand has no decimal: a decimal on 31 answers says more than is known.
  public var printed: String {
    switch value {
    case .amount(let amount): Numerals.kronor(units: printedUnits ?? amount.rounded(toUnitsOf: 100))
    case .count(let count): Numerals.whole(count)
    case .share(let share):
      share.denominator < 1000 ? Numerals.percent(share) : Numerals.percentWithDecimal(share)
    case .date(let day): Numerals.date(day)
    case .quoted(let words): words
    case .withheld(let withheld): Numerals.withheld(withheld)
    }
  }

  /// The figure with nothing rounded away: öre, and a share with its base.
  public var exact: String {
    switch value {
    case .amount(let amount): Numerals.ore(amount)
    case .share(let share): "\(Numerals.percentWithDecimal(share))"
    default: printed
    }
  }
}
