import Association
import Ledger

/// The balance sheet's figures at the end of this year, at the end of last, and where last year's books are at hand
/// also where they began: rounded together, so that what stands in two places is printed the same in both.
///
/// Kassa och bank and the year's result are printed as their own rounding. Opening equity is printed as last year's
/// closing equity was, so the cash flow of printed differences proves itself. Only where there is nothing but equity on
/// that side, so that nothing can take up a rounding, is the result the difference of the printed equities instead.
struct Positions {
  /// One balance sheet: its figures by line, and how the year's result is printed in every statement of that year.
  struct Position {
    var figures: [String: Figure]
    var resultUnits: Int64
  }

  let current: Position
  let previous: Position
  /// Where last year began; nil without last year's books.
  let beforePrevious: Position?
  /// Whether last year's position is known at all: a new association has none.
  let isPreviousKnown: Bool

  init(_ books: Books, previous: Books?, mapping: Mapping) {
    let now = SortedBooks(books, mapping: mapping)
    let before = previous.map { SortedBooks($0, mapping: mapping) }
    let leaves = now.positionFigures(.closing, mapping, result: now.result(mapping))
    let previousLeaves =
      before.map { $0.positionFigures(.closing, mapping, result: $0.result(mapping)) }
      ?? now.positionFigures(.opening, mapping, result: now.openingResult(mapping))
    let previousStart = previousLeaves.amount("ingaende-eget-kapital")
    // Last year may be known by how it ended alone: then nothing stood where it began, and yet it began with equity.
    let baseLeaves = before.map { $0.positionFigures(.opening, mapping, result: nil) }
      .flatMap { base in base.values.contains { $0.isSomething } || previousStart == .zero ? base : nil }

    let previousEquity = previousLeaves.equity.kronor
    var previousResult = previousLeaves.amount("arets-resultat").kronor
    if let baseLeaves, !baseLeaves.hasDebts, baseLeaves.equity == previousStart {
      previousResult = previousEquity - baseLeaves.equity.kronor
    }
    let previousOpening = previousEquity - previousResult

    let isContinuous = leaves.amount("ingaende-eget-kapital") == previousLeaves.equity
    var result = leaves.amount("arets-resultat").kronor
    if isContinuous, !leaves.hasDebts { result = leaves.equity.kronor - previousEquity }

    current = Position(
      leaves, pins: ["ingaende-eget-kapital": isContinuous ? previousEquity : nil, "arets-resultat": result])
    self.previous = Position(
      previousLeaves, pins: ["ingaende-eget-kapital": previousOpening, "arets-resultat": previousResult])
    beforePrevious = baseLeaves.map { base in
      let isContinuous = base.equity == previousStart
      return Position(base, pins: ["ingaende-eget-kapital": isContinuous ? previousOpening : nil])
    }
    isPreviousKnown = previous != nil || previousLeaves.values.contains { $0.isSomething }
  }
}

extension Positions.Position {
  /// The balance sheet of those lines, printed by those pins and with kassa och bank as its own rounding.
  fileprivate init(_ leaves: [String: Figure], pins: [String: Int64?]) {
    var given = pins.compactMapValues(\.self)
    given["kassa-och-bank"] = leaves.amount("kassa-och-bank").kronor
    figures = StatementSpec.balanceSheet.finished(leaves, pins: given)
    resultUnits = figures["arets-resultat"]?.printedUnits ?? 0
  }
}

extension SortedBooks {
  /// The year's result, positive for a surplus.
  func result(_ mapping: Mapping) -> Figure {
    books.figure(of(mapping.resultLineIDs), .change, isTurned: true)
  }

  /// Last year's result as the opening balances tell it; nil where the account for it stands empty.
  fileprivate func openingResult(_ mapping: Mapping) -> Figure? {
    let balances = of("eget-kapital").filter { $0.account == mapping.yearResultAccount }
    let figure = books.figure(balances, .opening, isTurned: true)
    return figure.isSomething ? figure : nil
  }

  /// Equity: what stands on its accounts with the result that has not been carried there.
  func equity(_ column: Origin.Column, _ mapping: Mapping) -> Figure {
    books.figure(equityBalances(mapping), column, isTurned: true)
  }

  private func equityBalances(_ mapping: Mapping) -> [Books.Balance] {
    of(["eget-kapital", SortedBooks.transferID] + mapping.resultLineIDs)
  }

  /// The balance sheet's own lines, by id, signed as printed.
  fileprivate func positionFigures(
    _ column: Origin.Column, _ mapping: Mapping, result: Figure?
  ) -> [String: Figure] {
    var figures: [String: Figure] = [:]
    for id in StatementSpec.assetLineIDs { figures[id] = figure(id, column, isTurned: false) }
    for id in StatementSpec.debtLineIDs + StatementSpec.memoLineIDs {
      figures[id] = figure(id, column, isTurned: true)
    }
    let equity = equity(column, mapping)
    figures["arets-resultat"] = result
    guard let result else {
      figures["ingaende-eget-kapital"] = equity
      return figures
    }
    let opening = self.equity(.opening, mapping)
    let difference = Figure(adding: [
      Origin.Operand(sign: "+", title: "Utgående eget kapital", figure: equity),
      Origin.Operand(sign: "−", title: "Årets resultat", figure: result),
    ])
    figures["ingaende-eget-kapital"] = opening.amount == difference.amount ? opening : difference
    return figures
  }
}

extension [String: Figure] {
  /// The amount of a line, zero where there is none.
  func amount(_ id: String) -> Money { self[id]?.amount ?? .zero }

  fileprivate var equity: Money { amount("ingaende-eget-kapital") + amount("arets-resultat") }

  fileprivate var hasDebts: Bool { StatementSpec.debtLineIDs.contains { amount($0) != .zero } }
}

extension Money {
  /// The amount in whole kronor, halves away from zero.
  var kronor: Int64 { rounded(toUnitsOf: 100) }
}
