public import Association
public import Ledger

/// What the board granted an insats for a year and what it has drawn of it, as the note of insatser reckons it.
public struct FrameUse: Hashable, Sendable {
  /// Which insats; empty for grants that say no insats.
  public var insatsID: String
  /// The year's frames together; nil where nothing is granted.
  public var granted: Money?
  /// The year's grants to it by the ledger.
  public var drawn: Money
  /// What is left of the frame: below nought where more has been drawn than granted.
  public var left: Money? { granted.map { $0 - drawn } }

  /// What is granted and drawn.
  public init(insatsID: String, granted: Money?, drawn: Money) {
    self.insatsID = insatsID
    self.granted = granted
    self.drawn = drawn
  }
}

/// Every insats with a frame or a grant in the year, in the order of the note: the association's own first, those it
/// does not know after them, grants without an insats last.
public func frameUses(_ books: Books, mapping: Mapping, association: Association) -> [FrameUse] {
  let frames = association.frames.filter { $0.year == books.year.number }
  let costs = insatsCosts(books, mapping: mapping)
  return insatsIDs(association, costs: costs, frames: frames).compactMap { id in
    let granted = frames.filter { $0.insatsID == id }.map(\.granted)
    let drawn = costs.filter { ($0.objects[.insats] ?? "") == id }.map(\.change)
    guard !granted.isEmpty || !drawn.isEmpty else { return nil }
    return FrameUse(insatsID: id, granted: granted.isEmpty ? nil : granted.sum(), drawn: drawn.sum())
  }
}

/// The balances of the result that are grants to insatser.
func insatsCosts(_ books: Books, mapping: Mapping) -> [Books.Balance] {
  SortedBooks(books, mapping: mapping).of(mapping.resultLineIDs)
    .filter { mapping.insatsCosts.counts($0) && $0.change != .zero }
}

/// The insatser that those costs and frames are of, in the order of the note.
func insatsIDs(_ association: Association, costs: [Books.Balance], frames: [Frame]) -> [String] {
  let known = association.insatser.map(\.id)
  let spent = Set(costs.map { $0.objects[.insats] ?? "" } + frames.map(\.insatsID)).subtracting(known)
  return known + spent.sorted { $1.isEmpty || (!$0.isEmpty && $0 < $1) }
}
