public import Ledger

/// A percentage beside a goal that is not reckoned here: that of the country for the same year, or one's own of a year
/// that is not in the book. It cannot be one that no whole numbers give.
public struct QuotedShare: Hashable, Sendable {
  /// What it is beside the goal.
  public enum Kind: String, CaseIterable, Sendable {
    /// Another's, to compare with: the country's.
    case comparison = "jämförelse"
    /// One's own, of an earlier year.
    case history = "historik"
  }

  /// Which goal, by its short name.
  public let goalID: String
  /// The calendar year that it is of.
  public let year: Int
  /// Which of the goal's outcomes, from 1.
  public let outcome: Int
  /// What it is beside the goal.
  public let kind: Kind
  /// Whose it is, `Riket`.
  public let title: String
  /// The percentage of all.
  public let all: PrintedPercent
  /// That of women, if said.
  public let women: PrintedPercent?
  /// That of men, if said.
  public let men: PrintedPercent?
  /// Of how many, if said; all of them not stated where the sexes are not.
  public let base: Tally?
  /// Where it is printed.
  public let source: String

  /// A quoted percentage; refused where it cannot be.
  public init(
    goalID: String, year: Int, outcome: Int = 1, kind: Kind, title: String, all: PrintedPercent,
    women: PrintedPercent? = nil, men: PrintedPercent? = nil, base: Tally? = nil, source: String
  ) throws(PrintedShares.Impossible) {
    let bySex = base.flatMap { $0.women + $0.men > 0 ? (women: Int64($0.women), men: Int64($0.men)) : nil }
    try PrintedShares.examine(
      all: all, women: women, men: men, base: base.map { Int64($0.total) }, bySex: bySex)
    self.goalID = goalID
    self.year = year
    self.outcome = outcome
    self.kind = kind
    self.title = title
    self.all = all
    self.women = women
    self.men = men
    self.base = base
    self.source = source
  }

  /// Whether another says the same thing anew: of the same goal, outcome, year and whose it is.
  public func replaces(_ other: QuotedShare) -> Bool {
    goalID == other.goalID && year == other.year && outcome == other.outcome && kind == other.kind
      && title == other.title
  }
}
