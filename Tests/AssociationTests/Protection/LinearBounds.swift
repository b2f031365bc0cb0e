/// A fraction in whole numbers; nil is what is too large to be one.
struct Fraction: Comparable {
  let over: Int
  let under: Int

  init(_ whole: Int) { (over, under) = (whole, 1) }

  private init?(_ over: (partialValue: Int, overflow: Bool), _ under: (partialValue: Int, overflow: Bool)) {
    guard !over.overflow, !under.overflow, under.partialValue != 0 else { return nil }
    var (a, b) = (over.partialValue.magnitude, under.partialValue.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = max(Int(a), 1) * (under.partialValue < 0 ? -1 : 1)
    self.over = over.partialValue / divisor
    self.under = under.partialValue / divisor
  }

  static func minus(_ left: Fraction, _ right: Fraction, times factor: Fraction) -> Fraction? {
    if right.over == 0 || factor.over == 0 { return left }
    guard
      let product = Fraction(
        right.over.multipliedReportingOverflow(by: factor.over),
        right.under.multipliedReportingOverflow(by: factor.under))
    else { return nil }
    let first = left.over.multipliedReportingOverflow(by: product.under)
    let second = product.over.multipliedReportingOverflow(by: left.under)
    guard !first.overflow, !second.overflow else { return nil }
    return Fraction(
      first.partialValue.subtractingReportingOverflow(second.partialValue),
      left.under.multipliedReportingOverflow(by: product.under))
  }

  func divided(by other: Fraction) -> Fraction? {
    Fraction(over.multipliedReportingOverflow(by: other.under), under.multipliedReportingOverflow(by: other.over))
  }

  static func < (left: Fraction, right: Fraction) -> Bool {
    left.over.multipliedFullWidth(by: right.under) < right.over.multipliedFullWidth(by: left.under)
  }
}

/// How little and how much one unknown can be, by the simplex method in exact fractions with Bland's rule.
struct LinearBounds {
  /// Rows of equations, each with what it comes to in the last place. The basis begins with the true counts.
  private var rows: [[Fraction]] = []
  private var basis: [Int] = []
  private let columnCount: Int
  private let unknownCount: Int
  private let lows: [Int]

  /// Unknowns with their bounds, and equations between them whose sums are what the true counts give.
  ///
  /// The whole begins at a corner that is found by the first phase: artificial unknowns are driven out one by one.
  init?(bounds: [ClosedRange<Int>], truth: [Int], equations: [[Int: Int]]) {
    lows = bounds.map(\.lowerBound)
    unknownCount = bounds.count
    let bounded = bounds.indices.filter { bounds[$0].upperBound < 1 << 30 }
    let slackStart = bounds.count
    let artificialStart = slackStart + bounded.count
    columnCount = artificialStart + equations.count
    for (index, equation) in equations.enumerated() {
      var row = Array(repeating: 0, count: columnCount + 1)
      for (unknown, sign) in equation {
        row[unknown] = sign
        row[columnCount] += sign * (truth[unknown] - lows[unknown])
      }
      if row[columnCount] < 0 { row = row.map { -$0 } }
      row[artificialStart + index] = 1
      rows.append(row.map { Fraction($0) })
      basis.append(artificialStart + index)
    }
    for (slack, unknown) in bounded.enumerated() {
      var row = Array(repeating: 0, count: columnCount + 1)
      row[unknown] = 1
      row[slackStart + slack] = 1
      row[columnCount] = bounds[unknown].upperBound - lows[unknown]
      rows.append(row.map { Fraction($0) })
      basis.append(slackStart + slack)
    }
    var cost = Array(repeating: Fraction(0), count: columnCount)
    for index in equations.indices { cost[artificialStart + index] = Fraction(1) }
    guard minimise(cost, until: nil) != nil else { return nil }
    // What is still artificial is zero; such a row says nothing that the others do not.
    for index in rows.indices.reversed() where basis[index] >= artificialStart {
      guard rows[index][columnCount].over == 0 else { return nil }
      if let column = (0..<artificialStart).first(where: { rows[index][$0].over != 0 }) {
        guard pivot(index, column) else { return nil }
      } else {
        rows.remove(at: index)
        basis.remove(at: index)
      }
    }
    for index in rows.indices {
      for column in artificialStart..<columnCount { rows[index][column] = Fraction(0) }
    }
    artificial = artificialStart
  }

  private var artificial = Int.max

  /// Whether the unknown can be less than `value`, and whether it can be more, by at least one; nil where the numbers
  /// grew too large to tell.
  mutating func canMove(_ unknown: Int, from value: Int) -> (down: Bool, up: Bool)? {
    let at = value - lows[unknown]
    var cost = Array(repeating: Fraction(0), count: columnCount)
    cost[unknown] = Fraction(1)
    guard let least = minimise(cost, until: Fraction(at - 1)) else { return nil }
    cost[unknown] = Fraction(-1)
    guard let most = minimise(cost, until: Fraction(-(at + 1))) else { return nil }
    return (least <= Fraction(at - 1), most <= Fraction(-(at + 1)))
  }

  /// The least cost, or the first that is no more than what is asked for; nil where numbers grew too large.
  private mutating func minimise(_ cost: [Fraction], until enough: Fraction?) -> Fraction? {
    for _ in 0..<5000 {
      var reduced = cost + [Fraction(0)]
      for (index, row) in rows.enumerated() where cost[basis[index]].over != 0 {
        let factor = cost[basis[index]]
        for column in reduced.indices where row[column].over != 0 {
          guard let value = Fraction.minus(reduced[column], row[column], times: factor) else { return nil }
          reduced[column] = value
        }
      }
      let value = Fraction.minus(Fraction(0), reduced[columnCount], times: Fraction(1))
      guard let value else { return nil }
      if let enough, value <= enough { return value }
      let usable = min(columnCount, artificial)
      guard let column = (0..<usable).first(where: { reduced[$0] < Fraction(0) }) else { return value }
      var best: (row: Int, ratio: Fraction)?
      for (index, row) in rows.enumerated() where row[column] > Fraction(0) {
        guard let ratio = row[columnCount].divided(by: row[column]) else { return nil }
        if let known = best, known.ratio < ratio || (known.ratio == ratio && basis[known.row] < basis[index]) {
          continue
        }
        best = (index, ratio)
      }
      // No end to how little it can cost: less than anybody asks for.
      guard let best else { return Fraction(-(1 << 40)) }
      guard pivot(best.row, column) else { return nil }
    }
    return nil
  }

  private mutating func pivot(_ index: Int, _ column: Int) -> Bool {
    let factor = rows[index][column]
    for place in rows[index].indices where rows[index][place].over != 0 {
      guard let value = rows[index][place].divided(by: factor) else { return false }
      rows[index][place] = value
    }
    let row = rows[index]
    let filled = row.indices.filter { row[$0].over != 0 }
    for other in rows.indices where other != index && rows[other][column].over != 0 {
      let factor = rows[other][column]
      for place in filled {
        guard let value = Fraction.minus(rows[other][place], row[place], times: factor) else { return false }
        rows[other][place] = value
      }
    }
    basis[index] = column
    return true
  }
}
