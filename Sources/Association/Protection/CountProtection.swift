/// How every count of people in one report is printed: what the gate has made of the year's counts, with everything
/// released before in mind.
public struct CountProtection: Hashable, Sendable {
  /// Counts from one up to, and not including, this are not printed.
  public let threshold: Int
  /// Small counts that what was released before discloses.
  public let disclosed: [CountCell]
  /// What the report tells that was not told before: for the register, when the report leaves.
  public let release: CountRelease
  private let printed: [CountCell: PrintedCount]

  /// The protection of a year's counts after those releases. `costed` are the insatser whose cost is printed per head.
  public init(
    _ association: Association, year: Int, earlier: [CountRelease] = [], costed: Set<String> = []
  ) {
    self.init(
      association.countSheet(year: year, costed: costed), threshold: association.settings.smallCountBelow, year: year,
      earlier: earlier)
  }

  /// The protection of the counts on a sheet, that of a year's statistics, after those releases.
  public init(_ sheet: CountSheet, threshold below: Int, year: Int, earlier: [CountRelease] = []) {
    var gate = CountGate(threshold: below, earlier: earlier)
    let released = gate.release(sheet, year: year)
    threshold = gate.threshold
    disclosed = released.disclosed
    release = released.release
    printed = released.printed
  }

  /// How a count is printed. A count that has not passed the gate is withheld.
  public func printed(_ count: Int, _ cell: CountCell) -> PrintedCount {
    guard let printed = printed[cell] else { return .withheld(atLeast: 0) }
    // Two counts of one name: only the first has passed.
    if let exact = printed.count, exact != count { return .withheld(atLeast: 0) }
    return printed
  }

  /// How a part of a whole is printed: where all but a few are in it, and the whole is known, it is at least the whole
  /// without those few.
  public func printed(_ count: Int, part: CountCell, rest: CountCell, whole: CountCell) -> PrintedCount {
    let own = printed(count, part)
    guard case .withheld(let least) = own, let base = printed[whole]?.count,
      case .fewer(let threshold)? = printed[rest], base - threshold + 1 > max(least, 0)
    else { return own }
    return .atLeast(base - threshold + 1)
  }

  /// Whether a share of that many may be told: of fewer than the threshold it tells of single persons.
  public func mayShare(of base: Int) -> Bool { base >= threshold }
}
