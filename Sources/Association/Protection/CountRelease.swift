/// What one release has told: which counts, what they were and how they were printed, and what a reader knows to hold
/// between them. The register of releases is a list of these; the next release reads it first.
public struct CountRelease: Hashable, Sendable {
  /// One count that was let out, or kept back, or that follows from others.
  public struct Entry: Hashable, Sendable {
    /// What is counted.
    public var cell: CountCell
    /// The true count. It never leaves the association's book.
    public var count: Int
    /// What it is in the gate's twin of the association. It never leaves the book either.
    public var twin: Int
    /// How it was printed.
    public var printed: PrintedCount
    /// Whether it stood in the release, as a count or as what is left of one.
    public var role: CountRole

    /// An entry.
    public init(cell: CountCell, count: Int, twin: Int, printed: PrintedCount, role: CountRole) {
      self.cell = cell
      self.count = count
      self.twin = twin
      self.printed = printed
      self.role = role
    }
  }

  /// The year that the counts are of.
  public var year: Int
  /// The counts that are new in this release, by cell.
  public var entries: [Entry]
  /// The relations that are new in this release.
  public var relations: [CountRelation]

  /// A release.
  public init(year: Int, entries: [Entry], relations: [CountRelation]) {
    self.year = year
    self.entries = entries
    self.relations = relations
  }

  /// Whether anything is told that was not told before.
  public var hasNews: Bool { !entries.isEmpty || !relations.isEmpty }
}

/// What a count is in a release.
public enum CountRole: String, CaseIterable, Sendable {
  /// It is printed, if it may be.
  case printed = "tryckt"
  /// It is what is left of a whole when a part is taken away: not printed, but known to who knows both.
  case complement = "rest"
  /// It is how much a whole is more than a part, of which nothing needs to be hidden: those who did not answer.
  case slack = "skillnad"
}

/// Counts of a year on their way out, with what everybody knows to hold between them.
public struct CountSheet: Hashable, Sendable {
  /// A count and what it is.
  public struct Entry: Hashable, Sendable {
    /// How many.
    public var count: Int
    /// What it is.
    public var role: CountRole
  }

  /// The counts by cell.
  public private(set) var counts: [CountCell: Entry] = [:]
  /// What holds between them.
  public private(set) var relations: [CountRelation] = []
  /// What a reader may take to hold, since it happens to: the likeliest first, and what goes together together.
  public private(set) var guesses: [[CountRelation]] = []

  /// An empty sheet.
  public init() {}

  /// Puts a count on the sheet. The first count of a name keeps it.
  public mutating func add(_ count: Int, _ cell: CountCell, role: CountRole = .printed) {
    guard counts[cell] == nil else { return }
    counts[cell] = Entry(count: count, role: role)
  }

  /// Puts a tally on the sheet: its parts make its total.
  public mutating func add(_ tally: Tally, _ cells: TallyCells, role: CountRole = .printed) {
    for (cell, count) in cells.counts(tally) { add(count, cell, role: role) }
    relations.append(CountRelation(parts: [cells.women, cells.men, cells.notStated], make: cells.total))
  }

  /// Says that a reader may take two counts to be the same, since they are as many.
  public mutating func guess(_ left: CountCell, is right: CountCell) {
    guesses.append([CountRelation(parts: [left], make: right)])
  }

  /// Says, sex by sex, that a reader may take tallies to be the same.
  public mutating func guess(_ pairs: [(TallyCells, TallyCells)]) {
    guesses.append(
      pairs.flatMap { pair in (0..<4).map { CountRelation(parts: [pair.0.all[$0]], make: pair.1.all[$0]) } })
  }

  /// Puts all that stands on another sheet on this one; what stands on both stands once.
  public mutating func add(_ other: CountSheet) {
    for (cell, entry) in other.counts { add(entry.count, cell, role: entry.role) }
    relations += other.relations
    guesses += other.guesses
  }

  /// Says what holds.
  public mutating func add(_ relation: CountRelation) { relations.append(relation) }

  /// Says, sex by sex, that one tally is the sum of others.
  public mutating func add(parts: [TallyCells], make total: TallyCells) { add(parts, equal: [total]) }

  /// Says, sex by sex, that tallies come to the same.
  public mutating func add(_ plus: [TallyCells], equal minus: [TallyCells]) {
    for index in 0..<4 { add(CountRelation(plus.map { $0.all[index] }, equal: minus.map { $0.all[index] })) }
  }
}
