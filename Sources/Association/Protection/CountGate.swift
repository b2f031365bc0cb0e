/// The one gate through which counts of people leave: page, PDF, data, diagram, sentence.
///
/// A count from one to one less than the threshold is never printed. Others are withheld with it until nobody who reads
/// this release and all before it can say more of it than if everything else of this release were withheld: the least
/// and the greatest that it could be then, it can be still. What has once been printed exactly stays printed, for it is
/// known; what has once been withheld stays withheld, for to print it would tell what was hidden then.
public struct CountGate: Sendable {
  /// Counts from one up to, and not including, this are not printed.
  public let threshold: Int
  private var cells: [CountCell] = []
  private var counts: [Int] = []
  private var printed: [PrintedCount] = []
  private var roles: [CountRole] = []
  private var number: [CountCell: Int] = [:]
  /// The last revision of each name.
  private var revisions: [String: Int] = [:]
  private var relations: [[Disclosure.Term]] = []
  private var places: [[Disclosure.Term]] = []
  private var known: Set<Set<Disclosure.Term>> = []
  /// Those that this release may still withhold.
  private var isFree: [Bool] = []

  /// A gate that has let those releases pass, in order.
  public init(threshold: Int = 5, earlier: [CountRelease] = []) {
    self.threshold = max(threshold, 1)
    for release in earlier {
      for entry in release.entries {
        let index = number[entry.cell] ?? enter(entry.cell, entry.count, entry.role)
        (printed[index], roles[index]) = (entry.printed, entry.role)
      }
      for relation in release.relations { _ = bind(relation) }
    }
  }

  /// What a sheet becomes.
  public struct Released: Hashable, Sendable {
    /// How each count is printed.
    public let printed: [CountCell: PrintedCount]
    /// Small counts of the sheet that what was released before discloses, whatever is withheld now.
    public let disclosed: [CountCell]
    /// What is told that was not told before, for the register.
    public let release: CountRelease
  }

  /// Lets a sheet pass. A relation that does not hold of the true counts binds nobody and is left out. A count that was
  /// released with another value is another count from now on: both are known.
  public mutating func release(_ sheet: CountSheet, year: Int) -> Released {
    var news: Set<Int> = []
    var asked: [(cell: CountCell, index: Int)] = []
    for (cell, entry) in sheet.counts.sorted(by: { $0.key < $1.key }) {
      let (index, isNew) = place(of: cell, entry)
      if isNew { news.insert(index) }
      asked.append((cell, index))
    }
    let latest = Dictionary(uniqueKeysWithValues: asked.map { ($0.cell, cells[$0.index]) })
    func named(_ cell: CountCell) -> CountCell {
      latest[cell] ?? CountCell(cell.name, revision: revisions[cell.name] ?? 0)
    }
    var bound: [CountRelation] = []
    for relation in sheet.relations {
      let relation = CountRelation(relation.plus.map(named), equal: relation.minus.map(named))
      if bind(relation) { bound.append(relation) }
    }
    let disclosed = withhold(news: news, asked: asked.map(\.index))
    isFree = Array(repeating: false, count: cells.count)
    return Released(
      printed: asked.reduce(into: [:]) { $0[$1.cell] = printed[$1.index] },
      disclosed: disclosed.map { cells[$0] }.sorted(),
      release: CountRelease(
        year: year,
        entries: news.sorted().map { index in
          CountRelease.Entry(cell: cells[index], count: counts[index], printed: printed[index], role: roles[index])
        },
        relations: bound))
  }

  /// The place of a count of the sheet, and whether nothing was told of it before.
  private mutating func place(of cell: CountCell, _ entry: CountSheet.Entry) -> (index: Int, isNew: Bool) {
    var revision = revisions[cell.name] ?? 0
    while revision >= 0, let index = number[CountCell(cell.name, revision: revision)] {
      guard counts[index] != entry.count else {
        // What was only a difference before may be printed now.
        guard roles[index] == .slack, entry.role != .slack else { return (index, false) }
        say(entry, at: index)
        return (index, true)
      }
      revision -= 1
    }
    let isFirst = number[CountCell(cell.name)] == nil
    let next = isFirst ? 0 : (revisions[cell.name] ?? 0) + 1
    let index = enter(CountCell(cell.name, revision: next), entry.count, entry.role)
    say(entry, at: index)
    return (index, true)
  }

  /// Says of a new count what can be said of it alone.
  private mutating func say(_ entry: CountSheet.Entry, at index: Int) {
    let isSmall = (1..<threshold).contains(entry.count)
    roles[index] = entry.role
    switch entry.role {
    case .slack: printed[index] = .withheld(atLeast: 0)
    case .complement where !isSmall && entry.count > 0: printed[index] = .withheld(atLeast: threshold)
    case .printed, .complement: printed[index] = isSmall ? .fewer(than: threshold) : .exact(entry.count)
    }
    isFree[index] = entry.role == .printed && entry.count >= threshold
  }

  private mutating func enter(_ cell: CountCell, _ count: Int, _ role: CountRole) -> Int {
    let index = cells.count
    cells.append(cell)
    counts.append(count)
    printed.append(.exact(count))
    roles.append(role)
    isFree.append(false)
    places.append([])
    number[cell] = index
    revisions[cell.name] = max(revisions[cell.name] ?? 0, cell.revision)
    return index
  }

  /// Keeps a relation that holds of counts that are known; false where it is known already or does not hold.
  private mutating func bind(_ relation: CountRelation) -> Bool {
    var signs: [Int: Int] = [:]
    for (cells, sign) in [(relation.plus, 1), (relation.minus, -1)] {
      for cell in cells {
        guard let index = number[cell] else { return false }
        signs[index, default: 0] += sign
      }
    }
    let terms = signs.filter { $0.value != 0 }.map { Disclosure.Term(index: $0.key, sign: $0.value) }
      .sorted { $0.index < $1.index }
    let sum = terms.reduce(0) { $0 + $1.sign * counts[$1.index] }
    guard terms.count > 1, sum == 0, terms.allSatisfy({ abs($0.sign) == 1 }) else { return false }
    // The same the other way round is the same.
    let turned = terms[0].sign > 0 ? terms : terms.map { Disclosure.Term(index: $0.index, sign: -$0.sign) }
    guard known.insert(Set(turned)).inserted else { return false }
    for term in turned { places[term.index].append(Disclosure.Term(index: relations.count, sign: term.sign)) }
    relations.append(turned)
    return true
  }

  private func isSmall(_ index: Int) -> Bool { if case .fewer = printed[index] { true } else { false } }
}

// Withholding more, until what is small is safe.
extension CountGate {
  /// How many searches may be spent on printing again what need not be withheld after all.
  private static let pruningMax = 4000

  /// Withholds more until nobody can say more of a small count than if everything else of the release were withheld.
  /// - Returns: those of which one value only is possible even then.
  private mutating func withhold(news: Set<Int>, asked: [Int]) -> [Int] {
    let region = region(around: asked)
    let targets = region.filter(isSmall)
    guard !targets.isEmpty else { return [] }
    var most = Disclosure(
      counts: counts,
      printed: cells.indices.map { isFree[$0] ? .withheld(atLeast: threshold) : printed[$0] },
      relations: relations, places: places)
    var disclosure = Disclosure(counts: counts, printed: printed, relations: relations, places: places)
    var disclosed: [Int] = []
    var aims: [(target: Int, values: [Int])] = []
    var hidden: [Int] = []
    for target in targets {
      let range = printed[target].range
      let low = range.first { most.obstacles(to: $0, at: target) == nil }
      let high = range.last { most.obstacles(to: $0, at: target) == nil }
      guard let low, let high, low < high else {
        disclosed.append(target)
        continue
      }
      aims.append((target, [low, high]))
      while let obstacles = disclosure.firstObstacles(to: [low, high], at: target),
        let next = choice(among: obstacles, for: target, disclosure)
      {
        printed[next] = .withheld(atLeast: threshold)
        disclosure.tell(printed[next], of: next)
        hidden.append(next)
      }
    }
    printAgain(hidden, aims, &disclosure)
    let isAsked = Set(asked)
    return disclosed.filter(isAsked.contains)
  }

  /// Prints what was withheld on the way and need not be, totals first, as long as every small count stays as safe.
  private mutating func printAgain(
    _ hidden: [Int], _ aims: [(target: Int, values: [Int])], _ disclosure: inout Disclosure
  ) {
    guard hidden.count * aims.count <= CountGate.pruningMax else { return }
    for index in hidden.sorted(by: { cost($0) > cost($1) }) {
      disclosure.tell(.exact(counts[index]), of: index)
      let isSafe = aims.allSatisfy { disclosure.firstObstacles(to: $0.values, at: $0.target) == nil }
      if isSafe { printed[index] = .exact(counts[index]) } else { disclosure.tell(printed[index], of: index) }
    }
  }

  /// The counts that hang together with those of the sheet by counts that are, or may be, withheld.
  private func region(around asked: [Int]) -> [Int] {
    var isSeen = Array(repeating: false, count: cells.count)
    var isPassed = Array(repeating: false, count: relations.count)
    var queue = asked
    for index in asked { isSeen[index] = true }
    var next = 0
    while next < queue.count {
      let index = queue[next]
      next += 1
      guard isFree[index] || printed[index].count == nil else { continue }
      for place in places[index] where !isPassed[place.index] {
        isPassed[place.index] = true
        for term in relations[place.index] where !isSeen[term.index] {
          isSeen[term.index] = true
          queue.append(term.index)
        }
      }
    }
    return queue.sorted { cells[$0] < cells[$1] }
  }

  /// The count to withhold next: in the first relation that stood in the way and has one to spare, the least that is
  /// lost. Zeros say nothing of anybody and are kept.
  private func choice(among obstacles: [Int], for target: Int, _ disclosure: Disclosure) -> Int? {
    for relation in obstacles {
      if let best = best(in: relation, for: target, disclosure) { return best }
    }
    // The way out may be further off than the search came: any relation that hangs together with the count.
    var isPassed = Set(places[target].map(\.index))
    var queue = places[target].map(\.index)
    var next = 0
    while next < queue.count {
      let relation = queue[next]
      next += 1
      if let best = best(in: relation, for: target, disclosure) { return best }
      for term in relations[relation] where disclosure.isHidden(term.index) {
        for place in places[term.index] where isPassed.insert(place.index).inserted { queue.append(place.index) }
      }
    }
    return nil
  }

  private func best(in relation: Int, for target: Int, _ disclosure: Disclosure) -> Int? {
    let spare = relations[relation].map(\.index).filter { index in
      isFree[index] && index != target && !disclosure.isHidden(index)
    }
    return spare.min { left, right in
      let opened = (opening(left, besides: relation, disclosure), opening(right, besides: relation, disclosure))
      let costs = (cost(left), cost(right))
      if costs.0.0 != costs.1.0 { return costs.0.0 < costs.1.0 }
      return opened.0 == opened.1 ? costs.0 < costs.1 : opened.0 < opened.1
    }
  }

  /// How many other relations would have their first hidden count: each of them will ask for one more.
  private func opening(_ index: Int, besides relation: Int, _ disclosure: Disclosure) -> Int {
    places[index].count { place in
      place.index != relation && !relations[place.index].contains { disclosure.isHidden($0.index) }
    }
  }

  /// What is lost by withholding a count: totals are what people read first, and a count without room to be less hides
  /// little.
  private func cost(_ index: Int) -> (Int, Int, Int, Int) {
    let isTotal = places[index].contains { place in
      let terms = relations[place.index]
      return terms.count > 2 && terms.count { $0.sign == place.sign } == 1
    }
    return (isTotal ? 1 : 0, counts[index] >= 2 * threshold ? 0 : 1, counts[index], index)
  }
}

extension Disclosure {
  /// What stands in the way of the first of the values that is not possible; nil where all are.
  mutating func firstObstacles(to values: [Int], at cell: Int) -> [Int]? {
    for value in values {
      if let obstacles = obstacles(to: value, at: cell) { return obstacles }
    }
    return nil
  }
}
