/// Counts beside the true ones, that stand in the same relations to one another and differ where something is hidden.
///
/// Counts that are known to be the same are one node. `TwinSystem` finds how the nodes may differ.
struct CountTwin: Sendable {
  /// A node in a relation, or a relation of a node: which, and how many times it is added.
  struct Term: Hashable, Sendable {
    let index: Int
    let sign: Int
  }

  /// The true counts.
  private(set) var counts: [Int] = []
  /// Which count stands for each, where some are the same.
  private var heads: [Int] = []
  private var nodes: [Node] = []
  private var relations: [[Term]] = []
  /// By relation that a reader may only take to hold: which guess it belongs to.
  private var guesses: [Int: Int] = [:]
  /// How many counts each attempt may look at, so that no sheet can keep anybody waiting: about half a second's work.
  private static let workMax = 50_000_000

  /// What is known of counts that are the same.
  struct Node: Sendable {
    /// How much more the twin's is.
    var delta = 0
    /// What the twin's may be.
    var range: ClosedRange<Int>
    /// Whether something has been told of it.
    var isTold = false
    /// Whether it must be another, once it is.
    var isSecret = false
    /// What it costs to hide it; nil where it has been told or hidden before.
    var cost: Cost?
    var places: [Term] = []
    /// Which table it is printed in.
    var table: Int
    /// The counts that it stands for.
    var members: [Int]
  }

  /// What it costs that a count is another in the twin.
  struct Cost: Sendable {
    /// At all.
    var any: Int
    /// To come out of this range as well.
    var inside: ClosedRange<Int>
    var outside: Int
    /// For each level of sums below it.
    var perHeight: Int
  }

  /// Takes up a count. Its twin is itself.
  mutating func append(_ count: Int, table: Int) {
    heads.append(counts.count)
    counts.append(count)
    nodes.append(Node(range: count...count, table: table, members: [heads.count - 1]))
  }

  /// The twin's count.
  func count(at index: Int) -> Int { counts[index] + nodes[heads[index]].delta }

  /// Whether the twin's count is another.
  func differs(at index: Int) -> Bool { nodes[heads[index]].delta != 0 }

  /// Says what the twin's count was before.
  mutating func set(_ count: Int, at index: Int) { nodes[heads[index]].delta = count - counts[index] }

  /// Says what has been told of a count: the twin's can be another only where that is as true.
  mutating func fix(_ index: Int, within range: ClosedRange<Int>, isSecret: Bool) {
    let head = heads[index]
    nodes[head].range = nodes[head].isTold ? nodes[head].range.clamped(to: range) : range
    nodes[head].isTold = true
    nodes[head].isSecret = isSecret || nodes[head].isSecret
    nodes[head].cost = nil
  }

  /// Says that nothing has been told of a count yet.
  mutating func free(_ index: Int, threshold: Int, isPrinted: Bool, isSecret: Bool) {
    guard heads[index] == index else { return }
    let count = counts[index]
    let small = 1...max(threshold - 1, 1)
    let any = 0...PrintedCount.most
    nodes[index].isSecret = isSecret
    nodes[index].range = any
    nodes[index].isTold = false
    nodes[index].cost =
      if !isPrinted {
        Cost(any: 0, inside: isSecret ? small : any, outside: 1, perHeight: 0)
      } else if isSecret {
        Cost(any: 0, inside: small, outside: 5, perHeight: 1)
      } else if count == 0 {
        Cost(any: 7, inside: any, outside: 0, perHeight: 6)
      } else {
        Cost(any: 2, inside: threshold...PrintedCount.most, outside: 2, perHeight: 6)
      }
  }

  /// Keeps a relation, which holds of the true counts.
  mutating func bind(_ terms: [Term], guess: Int?) {
    var signs: [Int: Int] = [:]
    for term in terms { signs[heads[term.index], default: 0] += term.sign }
    let terms = signs.filter { $0.value != 0 }.map { Term(index: $0.key, sign: $0.value) }.sorted {
      $0.index < $1.index
    }
    guard terms.count > 1 else { return }
    guesses[relations.count] = guess
    if guess == nil, terms.count == 2, terms[0].sign == -terms[1].sign, join(terms[0].index, terms[1].index) { return }
    for term in terms { nodes[term.index].places.append(Term(index: relations.count, sign: term.sign)) }
    relations.append(terms)
  }

  /// Makes one node of two counts that are the same, unless both have been told, with different twins.
  private mutating func join(_ first: Int, _ second: Int) -> Bool {
    let (kept, gone) = nodes[first].cost == nil ? (first, second) : (second, first)
    guard nodes[gone].cost != nil || nodes[gone].delta == nodes[kept].delta else { return false }
    for place in nodes[gone].places {
      var signs: [Int: Int] = [:]
      for term in relations[place.index] { signs[term.index == gone ? kept : term.index, default: 0] += term.sign }
      relations[place.index] = signs.filter { $0.value != 0 }.map { Term(index: $0.key, sign: $0.value) }
        .sorted { $0.index < $1.index }
      nodes[kept].places.removeAll { $0.index == place.index }
      if let sign = signs[kept], sign != 0 { nodes[kept].places.append(Term(index: place.index, sign: sign)) }
    }
    nodes[kept].range = nodes[kept].range.clamped(to: nodes[gone].range)
    nodes[kept].isSecret = nodes[kept].isSecret || nodes[gone].isSecret
    if var cost = nodes[kept].cost, let other = nodes[gone].cost {
      cost.any += other.any
      cost.inside = cost.inside.clamped(to: other.inside)
      cost.outside += other.outside
      cost.perHeight = max(cost.perHeight, other.perHeight)
      nodes[kept].cost = cost
    }
    nodes[gone].places = []
    for index in nodes[gone].members { heads[index] = kept }
    nodes[kept].members += nodes[gone].members
    nodes[gone].members = []
    return true
  }

  /// Makes the twin stand in every relation of those counts, and differ at every secret among them, while what has been
  /// told stays as it is and what a reader may guess holds.
  /// - Returns: whether that can be done; if not, nothing is changed.
  mutating func part(at indices: [Int]) -> Bool {
    let (heads, heights) = (Set(indices.map { self.heads[$0] }), heights())
    return [true, false].contains { areZerosLate in
      part(around: heads, heights, isTelling: false, areZerosLate: areZerosLate, without: [], isLast: false) == true
    }
  }

  /// Makes the twin stand in every relation of those counts, and differ at every secret among them. What has been told
  /// may be another in the twin than it was, where that is as true. Where what a reader may guess leaves a secret no
  /// room, it must be chance that two counts are as many: the guess that is in the way is let go, or where no one guess
  /// is, the least likely ones.
  /// - Returns: whether it stands in every relation. A secret that cannot differ, does not.
  mutating func part(at indices: [Int], guesses count: Int) -> Bool {
    let (heads, heights) = (Set(indices.map { self.heads[$0] }), heights())
    let single = (0..<count).suffix(4).reversed().map { Set([$0]) }
    let several = [count * 3 / 4, count / 2, 0].filter { $0 < count }.map { Set($0..<count) }
    for left in [[]] + single + several {
      for isTelling in [false, true] {
        let isLast = isTelling && left.count == count
        let isWhole = part(
          around: heads, heights, isTelling: isTelling, areZerosLate: false, without: left, isLast: isLast)
        if let isWhole { return isWhole }
      }
    }
    return false
  }

  /// - Returns: nil, and changes nothing, where it does not come out whole and is not the last attempt.
  private mutating func part(
    around heads: Set<Int>, _ heights: [Int], isTelling: Bool, areZerosLate: Bool, without left: Set<Int>, isLast: Bool
  ) -> Bool? {
    let without = Set(guesses.filter { left.contains($0.value) }.keys)
    var system = TwinSystem(
      counts, nodes, relations, heights, around: heads, isTelling: isTelling, areZerosLate: areZerosLate,
      without: without, work: CountTwin.workMax)
    let isWhole = system.solve()
    guard isLast || (isWhole && system.differsAtSecrets) else { return nil }
    for (index, delta) in system.deltas { nodes[index].delta = delta }
    return isWhole
  }

  /// Forgets what a reader of one sheet may guess.
  mutating func forgetGuesses() {
    for relation in guesses.keys {
      for term in relations[relation] { nodes[term.index].places.removeAll { $0.index == relation } }
      relations[relation] = []
    }
    guesses = [:]
  }

  /// How many levels of sums there are below each node.
  private func heights() -> [Int] {
    var heights: [Int?] = Array(repeating: nil, count: nodes.count)
    func height(_ index: Int) -> Int {
      if let height = heights[index] { return height }
      heights[index] = 0
      var most = 0
      for place in nodes[index].places {
        let terms = relations[place.index]
        guard terms.count > 2, terms.count(where: { $0.sign.signum() == place.sign.signum() }) == 1 else { continue }
        for term in terms where term.index != index { most = max(most, 1 + height(term.index)) }
      }
      heights[index] = most
      return most
    }
    return nodes.indices.map(height)
  }
}
