public import Association
public import Ledger

/// Equity at the end of the year, positive: what stands on its accounts with the result that has not been carried
/// there, so it is right whether or not the year has been ended.
public func equity(_ books: Books, mapping: Mapping) -> Figure {
  SortedBooks(books, mapping: mapping).equity(.closing, mapping)
}

/// Total assets at the end of the year.
public func totalAssets(_ books: Books, mapping: Mapping) -> Figure {
  let sorted = SortedBooks(books, mapping: mapping)
  return books.figure(sorted.of(StatementSpec.assetLineIDs), .closing, isTurned: false)
}

/// Soliditet: equity of total assets; nil where there are no assets.
public func solidity(_ books: Books, mapping: Mapping) -> Figure? {
  let equity = equity(books, mapping: mapping)
  let assets = totalAssets(books, mapping: mapping)
  guard let share = Share(of: equity, in: assets) else { return nil }
  return Figure(
    .share(share),
    origin: .formula([
      Origin.Operand(sign: "+", title: "Eget kapital", figure: equity),
      Origin.Operand(sign: "/", title: "Summa tillgångar", figure: assets),
    ]))
}

extension Share {
  /// The share one amount is of another, or nil of an amount that is zero or less.
  init?(of part: Figure, in whole: Figure) {
    guard let part = part.amount, let whole = whole.amount else { return nil }
    self.init(part.ore, of: whole.ore)
  }
}
