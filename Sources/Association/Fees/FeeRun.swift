public import Ledger

/// What the board is paid at one time: fees, compensation for lost earnings, travel, the tax that is withheld, and the
/// employer contributions that follow (lag 2003:1210 § 11). Those who are paid are named by their seat.
public struct FeeRun: Hashable, Sendable {
  /// What one seat is paid.
  public struct Line: Hashable, Sendable {
    /// The seat's function: Ordförande, Ledamot.
    public var function: String
    /// The member that appointed; empty where it is not said.
    public var memberID: String
    /// Which contributions are paid.
    public var contributionClass: ContributionClass
    /// Their rate in hundredths of a per cent.
    public var permyriad: Int
    /// Arvode.
    public var fee: Money
    /// Förlorad arbetsförtjänst: taxed as pay, and contributions are paid on it.
    public var lostEarnings: Money
    /// Travel at or below what is free of tax.
    public var travel: Money
    /// Preliminary tax withheld.
    public var withheldTax: Money

    /// A line.
    public init(
      function: String, memberID: String = "", contributionClass: ContributionClass, permyriad: Int, fee: Money,
      lostEarnings: Money = .zero, travel: Money = .zero, withheldTax: Money = .zero
    ) {
      self.function = function
      self.memberID = memberID
      self.contributionClass = contributionClass
      self.permyriad = permyriad
      self.fee = fee
      self.lostEarnings = lostEarnings
      self.travel = travel
      self.withheldTax = withheldTax
    }

    /// What contributions and tax are reckoned on.
    public var taxable: Money { fee + lostEarnings }

    /// What is paid out.
    public var paid: Money { taxable + travel - withheldTax }
  }

  /// Why it is no run.
  public enum Refusal: Error, Hashable, Sendable {
    /// Nobody is paid anything.
    case nothingToPay
    /// An amount is below nought.
    case negative(line: Int)
    /// More tax is withheld than there is to tax.
    case tooMuchTax(line: Int)
    /// A seat is not named.
    case functionMissing(line: Int)
  }

  /// The day it is paid.
  public let paidOn: CalendarDate
  /// What it is for: `Arvoden kvartal 1`.
  public let text: String
  /// The lines.
  public let lines: [Line]

  /// A run, or why it is none.
  public init(paidOn: CalendarDate, text: String, lines: [Line]) throws(Refusal) {
    guard lines.contains(where: { $0.taxable + $0.travel > .zero }) else { throw .nothingToPay }
    for (index, line) in lines.enumerated() {
      guard line.fee >= .zero, line.lostEarnings >= .zero, line.travel >= .zero, line.withheldTax >= .zero,
        (0...10_000).contains(line.permyriad)
      else { throw .negative(line: index + 1) }
      guard line.withheldTax <= line.taxable else { throw .tooMuchTax(line: index + 1) }
      guard line.function.utf8.contains(where: { $0 > 32 }) else { throw .functionMissing(line: index + 1) }
    }
    self.paidOn = paidOn
    self.text = text
    self.lines = lines
  }

  /// All fees.
  public var fees: Money { lines.map(\.fee).sum() }
  /// All compensation for lost earnings.
  public var lostEarnings: Money { lines.map(\.lostEarnings).sum() }
  /// All travel.
  public var travel: Money { lines.map(\.travel).sum() }
  /// All tax withheld.
  public var withheldTax: Money { lines.map(\.withheldTax).sum() }
  /// What is paid out.
  public var paid: Money { lines.map(\.paid).sum() }

  /// The employer contributions: each class's part reckoned exactly on what it was paid, and the öre of the sum dropped,
  /// as in the declaration, which is in whole kronor.
  public var contributions: Money {
    let exact = lines.reduce(Int128(0)) { $0 + Int128($1.taxable.ore) * Int128($1.permyriad) } / 10_000
    return Money(ore: Int64(exact / 100) * 100)
  }

  /// The rows of its voucher, on the association's accounts; what is paid out goes from the account of that role.
  public func rows(in association: Association, from role: AccountRole) -> [Voucher.Row] {
    func row(_ role: AccountRole, _ amount: Money) -> Voucher.Row {
      Voucher.Row(account: association.accountNumber(for: role), amount: amount)
    }
    return [
      row(.boardFees, fees), row(.lostEarnings, lostEarnings), row(.travel, travel),
      row(.boardContributions, contributions), row(.withheldTax, -withheldTax),
      row(.contributionsOwed, -contributions), row(role, -paid),
    ].filter { $0.amount != .zero }
  }
}

/// A run as the book keeps it.
public struct KeptFeeRun: Hashable, Sendable {
  /// Its key in the book.
  public let id: ID<FeeRun>
  /// What was paid.
  public let run: FeeRun
  /// The employer contributions as they were booked.
  public let contributions: Money
  /// Its voucher.
  public let voucher: ID<Voucher>
  /// Whether the voucher has been reversed, or stands no more.
  public let isUndone: Bool
  /// Who made it.
  public let by: String
  /// When.
  public let at: Moment

  /// A run as it is kept.
  public init(
    id: ID<FeeRun>, run: FeeRun, contributions: Money, voucher: ID<Voucher>, isUndone: Bool, by: String, at: Moment
  ) {
    self.id = id
    self.run = run
    self.contributions = contributions
    self.voucher = voucher
    self.isUndone = isUndone
    self.by = by
    self.at = at
  }
}
