/// Ledger: money, accounts, vouchers, years. A voucher always balances.
///
/// The room knows no other room, no clock, no file and no Foundation: the same input gives the same value for ever.

/// An amount of Swedish kronor, counted in whole öre. Debit is positive, credit negative, in every room.
///
/// One amount is at most 10 000 000 000 kr (10¹² öre), so that nine million of them can be added in an `Int64`.
public struct Money: Hashable, Comparable, Sendable {
  /// The amount in öre.
  public let ore: Int64

  /// The largest size of one amount that a reader accepts: ten thousand million kronor, in öre.
  public static let oreMax: Int64 = 1_000_000_000_000

  /// An amount of that many öre.
  public init(ore: Int64) { self.ore = ore }

  /// An amount of that many whole kronor.
  public init(kronor: Int64) { self.ore = kronor * 100 }

  /// No money at all.
  public static let zero = Money(ore: 0)

  /// Smaller means further towards credit.
  public static func < (left: Money, right: Money) -> Bool { left.ore < right.ore }

  /// The sum of two amounts.
  public static func + (left: Money, right: Money) -> Money { Money(ore: left.ore + right.ore) }

  /// The difference between two amounts.
  public static func - (left: Money, right: Money) -> Money { Money(ore: left.ore - right.ore) }

  /// The same amount on the other side.
  public static prefix func - (money: Money) -> Money { Money(ore: -money.ore) }

  /// Adds in place.
  public static func += (left: inout Money, right: Money) { left = left + right }

  /// Subtracts in place.
  public static func -= (left: inout Money, right: Money) { left = left - right }

  /// The amount without its sign.
  public var magnitude: Money { Money(ore: abs(ore)) }

  /// The amount in whole units of `oreEach` öre (100 for kronor, 100 000 for thousands), halves away from zero.
  public func rounded(toUnitsOf oreEach: Int64) -> Int64 {
    let half = oreEach / 2
    return ore >= 0 ? (ore + half) / oreEach : -((-ore + half) / oreEach)
  }

  /// Reads `123`, `-123.4` or `123.45`: a point, at most two decimals, no plus sign, no thousand separator.
  ///
  /// Nil where the text has any other form or the amount is larger than `oreMax`.
  public init?(decimal text: some Collection<UInt8>) {
    var rest = text[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    var kronor: Int64 = 0
    var digits = 0
    while let byte = rest.first, byte >= 48, byte <= 57 {
      kronor = kronor * 10 + Int64(byte - 48)
      digits += 1
      guard kronor <= Money.oreMax / 100 else { return nil }
      rest = rest.dropFirst()
    }
    guard digits > 0 else { return nil }
    var ore: Int64 = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      var weight: Int64 = 10
      while let byte = rest.first, byte >= 48, byte <= 57 {
        guard weight > 0 else { return nil }
        ore += Int64(byte - 48) * weight
        weight /= 10
        rest = rest.dropFirst()
      }
    }
    guard rest.isEmpty, kronor * 100 + ore <= Money.oreMax else { return nil }
    self.ore = isNegative ? -(kronor * 100 + ore) : kronor * 100 + ore
  }

  /// The amount as `-123.45`, the form that SIE and our own files use. Always two decimals.
  public var decimalText: String {
    let size = ore.magnitude
    let cents = size % 100
    return "\(ore < 0 ? "-" : "")\(size / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}

extension Sequence where Element == Money {
  /// The sum of all amounts.
  public func sum() -> Money { reduce(.zero, +) }
}
