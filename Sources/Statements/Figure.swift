public import Association
public import Ledger

/// Statements: from balances to resultaträkning, balansräkning, kassaflöde, driftredovisning, notes and key figures.
/// A statement is a table whose every figure remembers where it comes from.

/// A part of a whole that knows both, so that no percentage can be written without its base (slip E20).
public struct Share: Hashable, Sendable {
  /// The part.
  public let numerator: Int64
  /// The whole.
  public let denominator: Int64

  /// The share, or nil of a whole that is zero or less.
  public init?(_ numerator: Int64, of denominator: Int64) {
    guard denominator > 0 else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The share in per mille, halves away from zero.
  public var permille: Int64 { Share.divided(numerator, times: 1000, by: denominator) }

  /// The share in whole per cent, halves away from zero, rounded once from the exact share.
  public var percent: Int64 { Share.divided(numerator, times: 100, by: denominator) }

  private static func divided(_ numerator: Int64, times factor: Int64, by denominator: Int64) -> Int64 {
    let (high, low) = Int64(numerator.magnitude).multipliedFullWidth(by: factor)
    let product = Int128(high) << 64 | Int128(low)
    let size = Int64((product + Int128(denominator) / 2) / Int128(denominator))
    return numerator < 0 ? -size : size
  }
}

/// Where a figure comes from, all the way down.
public indirect enum Origin: Hashable, Sendable {
  /// Which of a balance's three amounts is taken.
  public enum Column: String, Hashable, Sendable {
    /// What stood at the beginning of the year.
    case opening = "ingående"
    /// The year's change.
    case change = "förändring"
    /// What stands at the end.
    case closing = "utgående"
  }

  /// One balance that a figure is summed from.
  public struct LedgerPart: Hashable, Sendable {
    /// The account.
    public var account: AccountNumber
    /// The account's name.
    public var accountName: String
    /// The objects, or `.none`.
    public var objects: ObjectSet
    /// The amount as the ledger has it, debit positive.
    public var amount: Money

    /// A part.
    public init(account: AccountNumber, accountName: String, objects: ObjectSet, amount: Money) {
      self.account = account
      self.accountName = accountName
      self.objects = objects
      self.amount = amount
    }
  }

  /// An operand of a formula: its sign in the sum, its name and its figure.
  public struct Operand: Hashable, Sendable {
    /// `+`, `−`, `×`, `/`.
    public var sign: String
    /// What it is called.
    public var title: String
    /// The figure.
    public var figure: Figure

    /// An operand.
    public init(sign: String, title: String, figure: Figure) {
      self.sign = sign
      self.title = title
      self.figure = figure
    }
  }

  /// Summed from the ledger of a year: which column, and whether the sign is turned for print.
  case ledger(year: Int, column: Column, isTurned: Bool, parts: [LedgerPart])
  /// Reckoned from other figures.
  case formula([Operand])
  /// A fact of the association: what it is (`Beviljad ram Samsa 2022`) and where it is decided or typed.
  case fact(title: String, source: String)
  /// Nothing: the figure is zero because there is nothing to sum.
  case nothing(why: String)
}

/// A number in the report: its exact value, how it is printed where it stands, and where it comes from.
public struct Figure: Hashable, Sendable {
  /// The kinds of number.
  public enum Value: Hashable, Sendable {
    /// Money, printed sign and all.
    case amount(Money)
    /// A count.
    case count(Int64)
    /// A share, printed in per cent.
    case share(Share)
    /// A day.
    case date(CalendarDate)
    /// A figure quoted as somebody else printed it.
    case quoted(String)
    /// A figure that is not printed, so that nobody can be recognised.
    case withheld(Withheld)
  }

  /// What is told in place of a figure of people that is too small to be printed, or would disclose one that is.
  public enum Withheld: Hashable, Sendable {
    /// A count: `färre än 5`, `minst 27`, or nothing.
    case count(PrintedCount)
    /// A share: at least so much, or nothing.
    case share(atLeast: Share?)
    /// An amount per head.
    case amount
  }

  /// The exact value, with the sign it is printed by.
  public var value: Value
  /// For an amount in a table: the whole number printed, in the table's unit, when the rounding policy has set it.
  /// Nil means: round the exact amount.
  public var printedUnits: Int64?
  /// Where it comes from.
  public var origin: Origin

  /// A figure.
  public init(_ value: Value, printedUnits: Int64? = nil, origin: Origin) {
    self.value = value
    self.printedUnits = printedUnits
    self.origin = origin
  }

  // The optimiser of Swift 6.3.1 stops with an ownership error where these are inlined into a guard of another module.

  /// The amount, if the figure is one.
  @inline(never)
  public var amount: Money? { if case .amount(let money) = value { money } else { nil } }
  /// The count, if the figure is one.
  @inline(never)
  public var count: Int64? { if case .count(let count) = value { count } else { nil } }
  /// What is told in place of the figure, if it is withheld.
  @inline(never)
  public var withheld: Withheld? { if case .withheld(let withheld) = value { withheld } else { nil } }
  /// The share, if the figure is one.
  @inline(never)
  public var share: Share? { if case .share(let share) = value { share } else { nil } }
}
