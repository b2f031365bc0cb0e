public import Ledger

/// What each member is asked to pay: the whole divided by a key, in the key's unit, to the last öre.
public struct ContributionCall: Hashable, Sendable {
  /// One member's amount.
  public struct Share: Hashable, Sendable {
    /// Which member.
    public let memberID: String
    /// How much.
    public let amount: Money

    /// One member's amount.
    public init(memberID: String, amount: Money) {
      self.memberID = memberID
      self.amount = amount
    }
  }

  /// The whole that is divided.
  public let total: Money
  /// The amounts, in the order of the key.
  public let shares: [Share]

  /// The whole divided by the key. Each part is rounded to the key's unit; the member that carries the rounding pays
  /// what is left, so that parts that make a whole add up to the whole.
  public init(total: Money, key: ContributionKey) {
    self.total = total
    let unit = max(key.unitOre, 1)
    let exact = key.parts.map { ContributionCall.part($0, of: total) }
    var amounts = exact.map { Money(ore: $0.rounded(toUnitsOf: unit) * unit) }
    // A key that does not make a whole is checked and said elsewhere; here nobody is made to pay what nobody owes.
    let target = key.isWhole ? total : exact.sum()
    if let carrier = key.parts.firstIndex(where: { $0.memberID == key.roundingMemberID }) {
      amounts[carrier] += target - amounts.sum()
    }
    shares = zip(key.parts, amounts).map { Share(memberID: $0.memberID, amount: $1) }
  }

  /// Amounts that have been reckoned or fixed already.
  public init(total: Money, shares: [Share]) {
    self.total = total
    self.shares = shares
  }

  /// The whole of which the state's amount is the state's part, divided by the key (lag 2003:1210 § 5). Nil where the
  /// state has no part in the key.
  public init?(stateAmount: Money, key: ContributionKey, members: [Member]) {
    let state = Set(members.filter { $0.kind == .state }.map(\.id))
    guard let part = Fraction(sumOf: key.parts.filter { state.contains($0.memberID) }), part.numerator > 0 else {
      return nil
    }
    let total = (Int128(stateAmount.ore) * part.denominator * 2 + part.numerator) / (part.numerator * 2)
    guard let ore = Int64(exactly: total) else { return nil }
    self.init(total: Money(ore: ore), key: key)
  }

  /// The amount of one member, zero for one outside the key.
  public func amount(of memberID: String) -> Money {
    shares.filter { $0.memberID == memberID }.map(\.amount).sum()
  }

  /// The amount of all members of a kind: the law's identity is state = 2 × region = 2 × municipalities.
  public func amount(of kind: Member.Kind, among members: [Member]) -> Money {
    members.filter { $0.kind == kind }.map { amount(of: $0.id) }.sum()
  }

  /// A part of the whole to the nearest öre, halves away from zero.
  private static func part(_ part: ContributionKey.Part, of total: Money) -> Money {
    guard part.denominator > 0 else { return .zero }
    let product = Int128(total.ore) * Int128(part.numerator)
    let half = product < 0 ? -Int128(part.denominator) / 2 : Int128(part.denominator) / 2
    return Money(ore: Int64((product + half) / Int128(part.denominator)))
  }
}

extension ContributionKey {
  /// Whether the parts make exactly one whole.
  public var isWhole: Bool { Fraction(sumOf: parts).map { $0.numerator == $0.denominator } ?? false }
}

extension Association {
  /// The key by which members pay for a year that begins that day: the latest valid then, or else the first that
  /// becomes valid within twelve months.
  public func contributionKey(for year: FiscalYear) -> ContributionKey? {
    let valid = contributionKeys.filter { $0.validFrom <= year.first }.max { $0.validFrom < $1.validFrom }
    return valid ?? contributionKeys.filter { year.contains($0.validFrom) }.min { $0.validFrom < $1.validFrom }
  }
}

/// An exact fraction in lowest terms.
private struct Fraction {
  var numerator: Int128 = 0
  var denominator: Int128 = 1

  /// The sum of the parts; nil where a part is no fraction or the terms grow beyond counting.
  init?(sumOf parts: [ContributionKey.Part]) {
    for part in parts {
      guard part.denominator > 0 else { return nil }
      let (left, leftTooLarge) = numerator.multipliedReportingOverflow(by: Int128(part.denominator))
      let (right, rightTooLarge) = denominator.multipliedReportingOverflow(by: Int128(part.numerator))
      let (sum, sumTooLarge) = left.addingReportingOverflow(right)
      let (below, belowTooLarge) = denominator.multipliedReportingOverflow(by: Int128(part.denominator))
      guard !leftTooLarge, !rightTooLarge, !sumTooLarge, !belowTooLarge else { return nil }
      let common = Fraction.commonDivisor(sum.magnitude, below.magnitude)
      numerator = sum / Int128(common)
      denominator = below / Int128(common)
    }
  }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (larger, smaller) = (left, right)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(larger, 1)
  }
}
