/// Which employer contributions are paid on a fee: it goes by when the person was born, and nothing else of the person
/// is said here.
public enum ContributionClass: String, CaseIterable, Sendable {
  /// All of them.
  case full = "alla"
  /// Only ålderspensionsavgift: one who is old enough when the year begins.
  case pensionOnly = "ålderspension"
  /// None: born 1937 or earlier.
  case none = "inga"

  /// The age at which only ålderspensionsavgift is paid, from the beginning of the year after it is reached
  /// (socialavgiftslagen 2 kap. 27 §): 65 until 2022, 66 in 2023–2025, 67 from 2026.
  private static func age(in year: Int) -> Int { year <= 2022 ? 65 : year <= 2025 ? 66 : 67 }

  /// Who it is for, in a year: `född 1959 eller senare`.
  public func words(in year: Int) -> String {
    let last = year - ContributionClass.age(in: year) - 1
    return switch self {
    case .full: "född \(last + 1) eller senare"
    case .pensionOnly: "född 1938–\(last)"
    case .none: "född 1937 eller tidigare"
    }
  }

  /// The class of one born that year.
  public init(born: Int, in year: Int) {
    let last = year - ContributionClass.age(in: year) - 1
    self = born <= 1937 ? .none : born <= last ? .pensionOnly : .full
  }

  /// The rate that the law has had since 2009, in hundredths of a per cent: 31,42, 10,21, none. A year whose rate is
  /// another is given its own.
  public var usualPermyriad: Int {
    switch self {
    case .full: 3142
    case .pensionOnly: 1021
    case .none: 0
    }
  }
}

/// Another rate than the usual, from a year on.
public struct ContributionRate: Hashable, Sendable {
  /// The first year it holds.
  public let from: Int
  /// For whom.
  public let contributionClass: ContributionClass
  /// The rate in hundredths of a per cent.
  public let permyriad: Int

  /// A rate.
  public init(from year: Int, contributionClass: ContributionClass, permyriad: Int) {
    self.from = year
    self.contributionClass = contributionClass
    self.permyriad = permyriad
  }
}

extension [ContributionRate] {
  /// The rate of a class in a year: the latest that has been given, of two of the same year the last, else the usual.
  public func permyriad(of contributionClass: ContributionClass, in year: Int) -> Int {
    let own = filter { $0.contributionClass == contributionClass && $0.from <= year }
    guard let latest = own.map(\.from).max() else { return contributionClass.usualPermyriad }
    return own.last { $0.from == latest }?.permyriad ?? contributionClass.usualPermyriad
  }
}
