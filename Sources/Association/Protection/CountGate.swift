/// The one gate through which counts of people leave: page, PDF, data, diagram, sentence.
///
/// The gate keeps a **twin** of the association: another set of counts, with the same sums, flows and differences, in
/// which every small count is another. A count is printed exactly only where it is the same in both; otherwise it is
/// printed as what they have in common: fewer than the threshold, or nothing. So everything that has ever been printed
/// is as true of the twin as of the association, and nobody who reads it all, knows every relation and reckons as well
/// as can be done, can tell which of the two it is. What has once been told stays told, and the twin with it: it is
/// kept in the register of releases and goes on from year to year.
public struct CountGate: Sendable {
  /// Counts from one up to, and not including, this are not printed.
  public let threshold: Int
  private var cells: [CountCell] = []
  private var printed: [PrintedCount?] = []
  private var tables: [String: Int] = [:]
  private var roles: [CountRole] = []
  private var number: [CountCell: Int] = [:]
  /// The last revision of each name.
  private var revisions: [String: Int] = [:]
  private var twin = CountTwin()
  private var known: Set<Set<CountTwin.Term>> = []
  /// What held in releases before, until it is needed: what was told then stands in it already.
  private var earlier: [CountRelation] = []

  /// A gate that has let those releases pass, in order.
  public init(threshold: Int = 5, earlier: [CountRelease] = []) {
    self.threshold = max(threshold, 1)
    for release in earlier {
      for entry in release.entries {
        let index = number[entry.cell] ?? enter(entry.cell, entry.count, entry.role)
        (printed[index], roles[index]) = (entry.printed, entry.role)
        twin.set(entry.twin, at: index)
        twin.fix(index, within: entry.printed.range, isSecret: isSecret(index))
      }
      self.earlier += release.relations
    }
  }

  /// What a sheet becomes.
  public struct Released: Hashable, Sendable {
    /// How each count is printed.
    public let printed: [CountCell: PrintedCount]
    /// Small counts of the sheet that have no twin: what was released before discloses them, whatever is withheld now.
    public let disclosed: [CountCell]
    /// What is told that was not told before, for the register.
    public let release: CountRelease
  }

  /// Lets a sheet pass. A relation that does not hold of the true counts binds nobody and is left out. A count that was
  /// released with another value is another count from now on: both are known.
  public mutating func release(_ sheet: CountSheet, year: Int) -> Released {
    var news: [Int] = []
    var asked: [(cell: CountCell, index: Int)] = []
    for (cell, entry) in sheet.counts.sorted(by: { $0.key < $1.key }) {
      let (index, isNew) = place(of: cell, entry)
      if isNew { news.append(index) }
      asked.append((cell, index))
    }
    let latest = Dictionary(uniqueKeysWithValues: asked.map { ($0.cell, cells[$0.index]) })
    func named(_ cell: CountCell) -> CountCell {
      latest[cell] ?? CountCell(cell.name, revision: revisions[cell.name] ?? 0)
    }
    var bound: [CountRelation] = []
    var before: Set<CountRelation>?
    for relation in sheet.relations {
      let relation = CountRelation(relation.plus.map(named), equal: relation.minus.map(named))
      guard bind(relation, guess: nil) else { continue }
      if (relation.plus + relation.minus).allSatisfy({ number[$0].map { printed[$0] != nil } ?? false }) {
        // All of it has been told: so may that it holds.
        let told = before ?? Set(earlier)
        before = told
        if told.contains(relation) { continue }
      }
      bound.append(relation)
    }
    for (guess, relations) in sheet.guesses.enumerated() {
      for relation in relations {
        _ = bind(CountRelation(relation.plus.map(named), equal: relation.minus.map(named)), guess: guess)
      }
    }
    let indices = asked.map(\.index)
    var isWhole = twin.part(at: indices)
    if !isWhole {
      // What was told before must move too, as far as what was told of it allows; then what held of it matters.
      for relation in earlier { _ = bind(relation, guess: nil) }
      earlier = []
      isWhole = twin.part(at: indices, guesses: sheet.guesses.count)
    }
    twin.forgetGuesses()
    for index in news {
      let told = common(index)
      printed[index] = told
      twin.fix(index, within: told.range, isSecret: isSecret(index))
    }
    let disclosed = asked.filter { isSecret($0.index) && !(isWhole && twin.differs(at: $0.index)) }
    return Released(
      printed: asked.reduce(into: [:]) { $0[$1.cell] = printed[$1.index] },
      disclosed: disclosed.map { cells[$0.index] }.sorted(),
      release: CountRelease(
        year: year,
        entries: news.sorted().map { index in
          CountRelease.Entry(
            cell: cells[index], count: twin.counts[index], twin: twin.count(at: index),
            printed: printed[index] ?? .withheld(atLeast: 0), role: roles[index])
        },
        relations: bound))
  }

  /// What the count and its twin have in common.
  private func common(_ index: Int) -> PrintedCount {
    let (count, other) = (twin.counts[index], twin.count(at: index))
    if roles[index] == .slack { return .withheld(atLeast: 0) }
    if isSmall(index), count == other || (1..<threshold).contains(other) { return .fewer(than: threshold) }
    if count == other { return .exact(count) }
    return .withheld(atLeast: min(count, other) >= threshold ? threshold : 0)
  }

  /// Whether the count may not be found out.
  private func isSecret(_ index: Int) -> Bool { isSmall(index) && roles[index] != .slack }

  private func isSmall(_ index: Int) -> Bool { (1..<threshold).contains(twin.counts[index]) }

  /// The place of a count of the sheet, and whether nothing was told of it before.
  private mutating func place(of cell: CountCell, _ entry: CountSheet.Entry) -> (index: Int, isNew: Bool) {
    var revision = revisions[cell.name] ?? 0
    while revision >= 0, let index = number[CountCell(cell.name, revision: revision)] {
      guard twin.counts[index] != entry.count else {
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
    // A corrected count differs from its twin as it did before, as long as nothing else is found.
    if let before = number[CountCell(cell.name, revision: next - 1)] {
      twin.set(entry.count + twin.count(at: before) - twin.counts[before], at: index)
    }
    return (index, true)
  }

  /// Says of a new count what its twin may cost.
  private mutating func say(_ entry: CountSheet.Entry, at index: Int) {
    roles[index] = entry.role
    twin.free(index, threshold: threshold, isPrinted: entry.role == .printed, isSecret: isSecret(index))
  }

  private mutating func enter(_ cell: CountCell, _ count: Int, _ role: CountRole) -> Int {
    let index = cells.count
    cells.append(cell)
    printed.append(nil)
    roles.append(role)
    twin.append(count, table: tables[cell.table, default: tables.count])
    tables[cell.table] = tables[cell.table] ?? tables.count
    number[cell] = index
    revisions[cell.name] = max(revisions[cell.name] ?? 0, cell.revision)
    return index
  }

  /// Keeps a relation that holds of counts that are known; false where it is known already or does not hold.
  private mutating func bind(_ relation: CountRelation, guess: Int?) -> Bool {
    var signs: [Int: Int] = [:]
    for (cells, sign) in [(relation.plus, 1), (relation.minus, -1)] {
      for cell in cells {
        guard let index = number[cell] else { return false }
        signs[index, default: 0] += sign
      }
    }
    let terms = signs.filter { $0.value != 0 }.map { CountTwin.Term(index: $0.key, sign: $0.value) }
      .sorted { $0.index < $1.index }
    let sum = terms.reduce(0) { $0 + $1.sign * twin.counts[$1.index] }
    guard terms.count > 1, sum == 0, terms.allSatisfy({ abs($0.sign) == 1 }) else { return false }
    // The same the other way round is the same.
    let turned = terms[0].sign > 0 ? terms : terms.map { CountTwin.Term(index: $0.index, sign: -$0.sign) }
    guard !known.contains(Set(turned)) else { return false }
    if guess == nil { known.insert(Set(turned)) }
    twin.bind(turned, guess: guess)
    return true
  }
}
