/// What a reader of everything that has been released can work out of a count that was not printed.
///
/// Counts are whole numbers, so what is possible is shown by example: a value is possible where there is a set of whole
/// counts that has it, that agrees with all that is printed and with all relations, and that keeps the rules by which
/// counts are withheld, which are no secret. Where no example is found within the limits of the search the value is
/// taken to be impossible, so that doubt always protects.
struct Disclosure {
  /// A count in a relation, or a relation that a count is in, with its sign there.
  struct Term: Hashable {
    let index: Int
    let sign: Int
  }

  /// What each count may be, as far as is told of it alone.
  private var lows: [Int]
  private var highs: [Int]
  /// The counts in each relation, and the relations of each count.
  private let cells: [[Term]]
  private let places: [[Term]]

  /// The true counts between searches; the example that is sought during one.
  private var values: [Int]
  /// What each relation is off by, and those that are off.
  private var residual: [Int]
  private var open: [Int] = []
  private var isMoved: [Bool]
  private var steps = 0
  /// The relations that could not be mended, the first dead end first.
  private var stuck: [Int] = []

  /// How many counts one search may move. An example is a chain of a few moves; a search that takes more is lost.
  private static let stepsMax = 1500

  /// Counts with what they are and what is told of them, and the counts of each relation.
  init(counts: [Int], printed: [PrintedCount], relations: [[Term]], places: [[Term]]) {
    values = counts
    lows = printed.map(\.range.lowerBound)
    highs = printed.map(\.range.upperBound)
    cells = relations
    self.places = places
    residual = Array(repeating: 0, count: relations.count)
    isMoved = Array(repeating: false, count: counts.count)
  }

  /// Says something else of a count.
  mutating func tell(_ printed: PrintedCount, of cell: Int) {
    lows[cell] = printed.range.lowerBound
    highs[cell] = printed.range.upperBound
  }

  /// Whether a count is not told exactly.
  func isHidden(_ cell: Int) -> Bool { lows[cell] < highs[cell] }

  /// Whether the count could be `value` for all that is told.
  /// - Returns: nil where it could; else the relations that stood in the way, of which one must have more hidden.
  mutating func obstacles(to value: Int, at cell: Int) -> [Int]? {
    let amount = value - values[cell]
    guard amount != 0 else { return nil }
    steps = 0
    stuck = []
    isMoved[cell] = true
    move(cell, by: amount)
    let isPossible = repair()
    // A search that has found its example leaves it standing: the true counts are put back from its trail.
    for (cell, amount) in trail.reversed() {
      move(cell, by: -amount)
      isMoved[cell] = false
    }
    trail = []
    move(cell, by: -amount)
    isMoved[cell] = false
    return isPossible ? nil : stuck
  }

  /// What the search has moved, in order.
  private var trail: [(cell: Int, amount: Int)] = []

  private mutating func move(_ cell: Int, by amount: Int) {
    values[cell] += amount
    for place in places[cell] {
      let before = residual[place.index]
      let after = before + place.sign * amount
      residual[place.index] = after
      if before == 0, after != 0 {
        open.append(place.index)
      } else if before != 0, after == 0, let index = open.firstIndex(of: place.index) {
        open.swapAt(index, open.count - 1)
        open.removeLast()
      }
    }
  }

  /// Moves hidden counts until every relation holds again; false where it cannot be done, or takes too long.
  private mutating func repair() -> Bool {
    // The relation with the fewest ways out first: it fails soonest.
    var relation = -1
    var ways: [Term] = []
    for candidate in open.sorted() {
      let found = cells[candidate].filter { isHidden($0.index) && !isMoved[$0.index] }
      if relation < 0 || found.count < ways.count { (relation, ways) = (candidate, found) }
    }
    guard relation >= 0 else { return true }
    steps += 1
    guard steps <= Disclosure.stepsMax else { return false }
    // Those in the fewest relations first, for they disturb least, and of them the largest, for they have most room.
    ways.sort { left, right in
      let places = (self.places[left.index].count, self.places[right.index].count)
      if places.0 != places.1 { return places.0 < places.1 }
      let values = (self.values[left.index], self.values[right.index])
      return values.0 == values.1 ? left.index < right.index : values.0 > values.1
    }
    for term in ways {
      let wanted = -residual[relation] * term.sign
      let target = min(max(values[term.index] + wanted, lows[term.index]), highs[term.index])
      let amount = target - values[term.index]
      guard amount != 0 else { continue }
      let depth = trail.count
      trail.append((term.index, amount))
      isMoved[term.index] = true
      move(term.index, by: amount)
      if repair() { return true }
      while trail.count > depth {
        let (cell, amount) = trail.removeLast()
        move(cell, by: -amount)
        isMoved[cell] = false
      }
      guard steps <= Disclosure.stepsMax else { return false }
    }
    if !stuck.contains(relation) { stuck.append(relation) }
    return false
  }
}
