/// One count of people that may be printed, by what it counts: the same name is the same count, in whichever table,
/// sentence or year it is printed. `antal/nya/2025/samsa/kvinnor`.
public struct CountCell: Hashable, Comparable, Sendable {
  /// What is counted.
  public let name: String
  /// Which value of it, where it has been released with one value and then with another: 0 for the first.
  public let revision: Int

  /// The count of that name.
  public init(_ name: String, revision: Int = 0) {
    self.name = name
    self.revision = revision
  }

  /// What the counts of one table have in common: all of the name but the row and the sex.
  var table: String {
    guard let sex = name.lastIndex(of: "/"), let row = name[..<sex].lastIndex(of: "/") else { return name }
    return String(name[..<row])
  }

  /// By name, then by revision.
  public static func < (left: CountCell, right: CountCell) -> Bool {
    left.name == right.name ? left.revision < right.revision : left.name < right.name
  }
}

/// The four counts of a tally: women, men, not stated and all.
public struct TallyCells: Hashable, Sendable {
  /// Kvinnor.
  public let women: CountCell
  /// Män.
  public let men: CountCell
  /// Uppgift saknas.
  public let notStated: CountCell
  /// Alla.
  public let total: CountCell

  /// The cells of what is counted.
  public init(_ name: String) {
    women = CountCell(name + "/kvinnor")
    men = CountCell(name + "/man")
    notStated = CountCell(name + "/uppgift-saknas")
    total = CountCell(name + "/alla")
  }

  /// The four, with what a tally has in them.
  func counts(_ tally: Tally) -> [(cell: CountCell, count: Int)] {
    [(women, tally.women), (men, tally.men), (notStated, tally.notStated), (total, tally.total)]
  }

  /// The table that they stand in.
  var table: String { women.table }

  /// The four in that order.
  var all: [CountCell] { [women, men, notStated, total] }
}

/// What holds between counts, as everybody who reads them knows: those that are added are as many as those that are
/// taken away. A sum is its parts and its total; a flow is carried in and new, finished and ongoing.
public struct CountRelation: Hashable, Sendable {
  /// The counts that are added.
  public let plus: [CountCell]
  /// The counts that are taken away.
  public let minus: [CountCell]

  /// The relation that `plus` and `minus` come to the same.
  public init(_ plus: [CountCell], equal minus: [CountCell]) {
    self.plus = plus
    self.minus = minus
  }

  /// The relation that the parts make the total.
  public init(parts: [CountCell], make total: CountCell) { self.init(parts, equal: [total]) }
}
