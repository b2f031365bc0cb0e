/// The relations between the counts that may still be moved, solved: some nodes move freely, and each of the others
/// follows from them. So whatever is tried, the relations hold; only ranges and secrets are left to look after.
///
/// Rows follow before sums, and sums before what is printed of all: a move of a row moves other rows before it moves a
/// sum.
struct TwinSystem {
  private let counts: [Int]
  private let nodes: [CountTwin.Node]
  /// Node by column: rows before sums, and what has been told last.
  private let columns: [Int]
  /// By column: what it costs to hide it, beside coming out of its range.
  private let prices: [Int]
  /// By column that follows: the columns it follows from, and how; and what it is where those are nothing.
  private var rows: [Int: (terms: [Int: Int], constant: Int)] = [:]
  /// By column: the rows it stands in, by the column that follows.
  private var users: [Set<Int>]
  /// By column that is free: the columns that follow it, and how many times.
  private var effects: [[(column: Int, factor: Int)]] = []
  private var values: [Int]
  private var weights: [Int]
  private var isSolvable = true
  private var dice: UInt64 = 1
  /// How many counts may still be looked at before it gives up.
  private var work: Int

  init(
    _ counts: [Int], _ nodes: [CountTwin.Node], _ relations: [[CountTwin.Term]], _ heights: [Int],
    around heads: Set<Int>, isTelling: Bool, areZerosLate: Bool, without left: Set<Int>, work: Int
  ) {
    self.work = work
    func isMovable(_ index: Int) -> Bool {
      nodes[index].range.lowerBound < nodes[index].range.upperBound && (isTelling || nodes[index].cost != nil)
    }
    var seen = heads
    var queue = heads.sorted()
    var held: [Int] = []
    var isPassed: Set<Int> = []
    var next = 0
    while next < queue.count {
      let index = queue[next]
      next += 1
      guard isMovable(index) || heads.contains(index) else { continue }
      for place in nodes[index].places where !left.contains(place.index) && isPassed.insert(place.index).inserted {
        held.append(place.index)
        for term in relations[place.index] where seen.insert(term.index).inserted { queue.append(term.index) }
      }
    }
    // Sums come after rows, and what has been told stays if it can. A zero can be a row or a sum: the one prints more,
    // the other leaves more room where most is small.
    func level(_ index: Int) -> Int {
      nodes[index].cost == nil ? .max : heights[index] + (areZerosLate && counts[index] == 0 ? 1 : 0)
    }
    let columns = queue.filter(isMovable).sorted { (level($0), $0) < (level($1), $1) }
    let number = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    self.counts = counts
    self.nodes = nodes
    self.columns = columns
    prices = columns.map { index in nodes[index].cost.map { $0.any + heights[index] * $0.perHeight } ?? 0 }
    users = Array(repeating: [], count: columns.count)
    values = columns.map { nodes[$0].delta }
    weights = Array(repeating: 1, count: columns.count)
    // What is one insats's is solved by its own, rows first; what is the sum of several follows from them.
    let isAcross = Dictionary(
      uniqueKeysWithValues: held.map { ($0, Set(relations[$0].map { nodes[$0.index].table }).count > 2) })
    func precedes(_ left: Int, _ right: Int) -> Bool {
      isAcross[left] == isAcross[right] ? left < right : isAcross[right] == true
    }
    for relation in held.sorted(by: precedes) {
      var terms: [Int: Int] = [:]
      var constant = 0
      for term in relations[relation] {
        if let column = number[term.index] {
          terms[column] = term.sign
        } else {
          constant -= term.sign * nodes[term.index].delta
        }
      }
      add(terms, constant, isAcross: isAcross[relation] == true)
    }
    effects = columns.indices.map { column in
      users[column].sorted().compactMap { user in rows[user]?.terms[column].map { (user, $0) } }
    }
    for (column, row) in rows { values[column] = row.terms.reduce(row.constant) { $0 + $1.value * values[$1.key] } }
  }

  /// What each node that could be moved is now, against the true count.
  var deltas: [(index: Int, delta: Int)] { columns.indices.map { (columns[$0], values[$0]) } }

  /// Whether every secret that may be moved is another.
  var differsAtSecrets: Bool { columns.indices.allSatisfy { !nodes[columns[$0]].isSecret || values[$0] != 0 } }

  /// Adds the equation that those terms come to the constant.
  private mutating func add(_ terms: [Int: Int], _ constant: Int, isAcross: Bool = false) {
    var terms = terms
    var constant = constant
    for (column, sign) in terms {
      guard let row = rows[column] else { continue }
      terms[column] = nil
      constant -= sign * row.constant
      for (other, factor) in row.terms { terms[other, default: 0] += sign * factor }
    }
    terms = terms.filter { $0.value != 0 }
    guard !terms.isEmpty else {
      if constant != 0 { isSolvable = false }
      return
    }
    let possible = terms.keys.filter { abs(terms[$0] ?? 0) == 1 }
    guard let follower = isAcross ? possible.max() : possible.min() else {
      // Only halves of persons could move: nobody does.
      for column in terms.keys.sorted() { add([column: 1], nodes[columns[column]].delta) }
      return
    }
    let sign = terms.removeValue(forKey: follower) ?? 1
    let row = (terms: terms.mapValues { -$0 * sign }, constant: constant * sign)
    for user in users[follower] {
      guard var old = rows[user], let factor = old.terms.removeValue(forKey: follower) else { continue }
      old.constant += factor * row.constant
      for (column, other) in row.terms {
        let sum = old.terms[column, default: 0] + factor * other
        old.terms[column] = sum == 0 ? nil : sum
        if sum == 0 { users[column].remove(user) } else { users[column].insert(user) }
      }
      rows[user] = old
    }
    users[follower] = []
    for column in row.terms.keys { users[column].insert(follower) }
    rows[follower] = row
  }
}

// Ranges and secrets.
extension TwinSystem {
  /// Moves what is free until every node is within its range and every secret is another, and then as little is hidden
  /// as can be seen from where it stands.
  /// - Returns: whether every node is within its range and every relation holds.
  mutating func solve() -> Bool {
    guard isSolvable else { return false }
    var wrong = columns.indices.filter { fault(values[$0], at: $0) > 0 }
    var (tries, fewest) = (0, Int.max)
    while !wrong.isEmpty {
      if wrong.count < fewest { (tries, fewest) = (600 + 10 * wrong.count, wrong.count) }
      guard tries > 0, work > 0 else { break }
      tries -= 1
      dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = tries % 4 == 0 ? Int(truncatingIfNeeded: dice >> 33) % wrong.count : 0
      let column = wrong[place]
      guard fault(values[column], at: column) > 0 else {
        wrong.remove(at: place)
        continue
      }
      let moves = moves(of: column)
      work -= moves.reduce(0) { $0 + effects[$1.column].count + 1 }
      let best = moves.min { $0.gain < $1.gain }
      guard let best, best.gain < 0 else {
        // Nothing helps as it stands: what is wrong here weighs more from now on.
        weights[column] += 1
        guard let best, tries % 3 == 0 else {
          wrong.append(wrong.remove(at: place))
          continue
        }
        let moved = move(best.column, best.step)
        note(moved, in: &wrong)
        continue
      }
      let moved = move(best.column, best.step)
      note(moved, in: &wrong)
    }
    tidy()
    return columns.indices.allSatisfy { nodes[columns[$0]].range.contains(counts[columns[$0]] + values[$0]) }
  }

  private func note(_ moved: [Int], in wrong: inout [Int]) {
    for column in moved where fault(values[column], at: column) > 0 && !wrong.contains(column) { wrong.append(column) }
  }

  /// Takes back what has been hidden for nothing: by single steps, and by two that together are better.
  private mutating func tidy() {
    for index in weights.indices { weights[index] = 1000 }
    let free = columns.indices.filter { rows[$0] == nil }
    for _ in 0..<4 {
      var isBetter = false
      for column in free where work > 0 {
        work -= 100 * (effects[column].count + 1)
        for step in [1, -1, 2, -2] {
          let gain = gain(of: step, at: column)
          guard gain < 80 else { continue }
          let moved = move(column, step)
          if gain < 0 {
            isBetter = true
            continue
          }
          let hidden = moved.filter { values[$0] != 0 }
          let second = hidden.prefix(4).flatMap { moves(of: $0) }.min { $0.gain < $1.gain }
          if let second, gain + second.gain < 0 {
            _ = move(second.column, second.step)
            isBetter = true
          } else {
            _ = move(column, -step)
          }
        }
      }
      guard isBetter else { return }
    }
  }

  /// The steps of free columns that move a column, and what each gains.
  private func moves(of column: Int) -> [(column: Int, step: Int, gain: Int)] {
    var free = rows[column].map { Array($0.terms.keys).sorted() } ?? [column]
    // Of many, the cheapest and some of the others.
    if free.count > 24 {
      let start = Int(truncatingIfNeeded: dice >> 40) % (free.count - 12)
      free = Array(free.prefix(12)) + free[(12 + start)...].prefix(12)
    }
    return free.flatMap { column in [1, -1, 2, -2].map { (column, $0, gain(of: $0, at: column)) } }
  }

  /// What is lost, less what is won, by a step of a free column; below nothing is good.
  private func gain(of step: Int, at column: Int) -> Int {
    var gain = loss(values[column] + step, at: column) - loss(values[column], at: column)
    for (user, factor) in effects[column] {
      gain += loss(values[user] + factor * step, at: user) - loss(values[user], at: user)
    }
    return gain
  }

  /// Takes a step, and says which columns it moved.
  private mutating func move(_ column: Int, _ step: Int) -> [Int] {
    values[column] += step
    for (user, factor) in effects[column] { values[user] += factor * step }
    return [column] + effects[column].map(\.column)
  }

  private func loss(_ value: Int, at column: Int) -> Int {
    120 * weights[column] * fault(value, at: column) + price(value, at: column)
  }

  /// How wrong it is that a column is so much more than the true count.
  private func fault(_ value: Int, at column: Int) -> Int {
    let node = nodes[columns[column]]
    let twin = counts[columns[column]] + value
    if twin < node.range.lowerBound { return 1 + node.range.lowerBound - twin }
    if twin > node.range.upperBound { return 1 + twin - node.range.upperBound }
    return node.isSecret && value == 0 ? 1 : 0
  }

  private func price(_ value: Int, at column: Int) -> Int {
    guard value != 0 else { return 0 }
    let node = nodes[columns[column]]
    let far = 2 * abs(value) - 2
    guard let cost = node.cost else { return far }
    let isInside = cost.inside.contains(counts[columns[column]] + value)
    return prices[column] + far + (isInside ? 0 : cost.outside)
  }
}
