public import Ledger

/// What was counted while a SIE file was read.
public struct SIESummary: Hashable, Sendable {
  /// A voucher whose rows do not add up to zero.
  public struct Unbalanced: Hashable, Sendable {
    /// Its series.
    public var series: String
    /// Its number.
    public var number: String
    /// The line it begins on.
    public var line: Int
    /// Debit less credit.
    public var difference: Money
  }

  /// How many accounts the file declares, each number once.
  public var accounts = 0
  /// How many vouchers (`#VER`).
  public var vouchers = 0
  /// How many rows in their final state (`#TRANS`).
  public var transactions = 0
  /// The sum of all debit rows, in öre.
  public var sumDebitOre: Int64 = 0
  /// The sum of all credit rows as a positive amount, in öre.
  public var sumCreditOre: Int64 = 0
  /// How many vouchers do not balance.
  public var unbalancedCount = 0
  /// The vouchers that do not balance; the first `unbalancedKeptMax` of them.
  public var unbalanced: [Unbalanced] = []
  /// How many vouchers have no rows.
  public var emptyVouchers = 0

  /// How many unbalanced vouchers are listed; the rest are counted.
  public static let unbalancedKeptMax = 10_000

  /// Nothing counted.
  public init() {}

  /// What a file that has been read or made holds.
  public init(_ file: SIEFile) {
    var accounts: Set<AccountNumber> = []
    for entry in file.entries {
      if case .account(let number, _) = entry.record { accounts.insert(number) }
    }
    self.accounts = accounts.count
    for voucher in file.vouchers { count(voucher) }
  }

  /// Counts a voucher.
  mutating func count(_ voucher: SIEVoucher) {
    vouchers += 1
    transactions += voucher.rows.count
    if voucher.rows.isEmpty { emptyVouchers += 1 }
    var difference: Int64 = 0
    for row in voucher.rows {
      let ore = row.amount.ore
      difference &+= ore
      if ore > 0 { sumDebitOre &+= ore } else { sumCreditOre &-= ore }
    }
    guard difference != 0 else { return }
    unbalancedCount += 1
    guard unbalanced.count < Self.unbalancedKeptMax else { return }
    unbalanced.append(
      Unbalanced(
        series: voucher.series, number: voucher.number, line: voucher.line, difference: Money(ore: difference)))
  }
}
