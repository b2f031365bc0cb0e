/// How a count of people is printed. What is not printed exactly can still be read, and added up.
public enum PrintedCount: Hashable, Sendable {
  /// The count itself.
  case exact(Int)
  /// At least one, and fewer than that many.
  case fewer(than: Int)
  /// At least that many, for those who are left of the whole are too few to be told.
  case atLeast(Int)
  /// Not printed, so that another count cannot be reckoned from it; at least that many.
  case withheld(atLeast: Int)

  /// Where the count lies, as far as a reader is told.
  public var range: ClosedRange<Int> {
    switch self {
    case .exact(let count): count...count
    case .fewer(let threshold): 1...max(threshold - 1, 1)
    case .atLeast(let least), .withheld(let least): least...max(least, PrintedCount.most)
    }
  }

  /// The count, where it is printed.
  public var count: Int? { if case .exact(let count) = self { count } else { nil } }

  /// More than anybody counts.
  public static let most = 1 << 40
}
