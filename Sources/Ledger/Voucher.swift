/// A verifikation: one business event, the rows that book it and what LKBR 3:9 asks for.
///
/// A value of this type balances: there is no other way to make one. What may still be wrong is a `Voucher.Draft`.
public struct Voucher: Hashable, Sendable {
  /// A row of a voucher.
  public struct Row: Hashable, Sendable {
    /// The account.
    public var account: AccountNumber
    /// The amount, debit positive.
    public var amount: Money
    /// Insats, party and what else the row is sorted by.
    public var objects: ObjectSet
    /// What the row says, where it says something of its own.
    public var text: String
    /// The row's own day, where it is not the voucher's (SIE transdate).
    public var date: CalendarDate?
    /// A quantity in thousandths of the account's unit, if any.
    public var quantityThousandths: Int64?
    /// The signature of whoever made the row, if the file had one.
    public var sign: String

    /// A row.
    public init(
      account: AccountNumber, amount: Money, objects: ObjectSet = .none, text: String = "",
      date: CalendarDate? = nil, quantityThousandths: Int64? = nil, sign: String = ""
    ) {
      self.account = account
      self.amount = amount
      self.objects = objects
      self.text = text
      self.date = date
      self.quantityThousandths = quantityThousandths
      self.sign = sign
    }
  }

  /// A row that the program before us struck out of, or added to, a posted voucher: history, never summed.
  public struct Amendment: Hashable, Sendable {
    /// What was done.
    public enum Kind: String, Sendable {
      /// Struck out (SIE `#BTRANS`).
      case struck
      /// Added (SIE `#RTRANS`); the same row also stands among the voucher's rows.
      case added
    }

    /// What was done.
    public var kind: Kind
    /// To which row, with the date and the signature of whoever did it.
    public var row: Row

    /// An amendment.
    public init(kind: Kind, row: Row) {
      self.kind = kind
      self.row = row
    }
  }

  /// The number in a series, such as A 17.
  public struct Number: Hashable, Comparable, Sendable {
    /// The series: letters or digits, possibly empty in a file of vouchers to be numbered.
    public var series: String
    /// The number in the series, from 1.
    public var number: Int

    /// That number in that series.
    public init(series: String, number: Int) {
      self.series = series
      self.number = number
    }

    /// The number as it is printed, `A 17`.
    public var text: String { series.isEmpty ? "\(number)" : "\(series) \(number)" }

    /// By series, then by number.
    public static func < (left: Number, right: Number) -> Bool {
      left.series == right.series ? left.number < right.number : left.series < right.series
    }
  }

  /// Where a voucher comes from.
  public enum Source: Hashable, Sendable {
    /// Entered here.
    case entered
    /// Read from a file; series and number as they stood there, for they need not be numbers.
    case imported(series: String, number: String)
    /// Made by the program from balances without vouchers: the year's change per account, as one voucher.
    case balances
    /// Made by the year end, which carries the result to equity.
    case yearEnd
  }

  /// The series it is to be numbered in.
  public let series: String
  /// When the event happened.
  public let date: CalendarDate
  /// When the voucher was compiled (LKBR 3:9), where that is known.
  public let compiledOn: CalendarDate?
  /// What it concerns.
  public let text: String
  /// With whom: asked for in every voucher entered here (LKBR 3:9); a SIE file has no field for it.
  public let counterparty: String
  /// Who compiled it (signature).
  public let compiledBy: String
  /// The rows. Empty only in an imported voucher that was empty, which keeps its number.
  public let rows: [Row]
  /// Rows struck or added by the program before us.
  public let amendments: [Amendment]
  /// Underlying documents by their SHA-256, in small hexadecimal.
  public let attachments: [String]
  /// Where it comes from.
  public let source: Source

  /// What a voucher may say before it is known to be right.
  public struct Draft: Hashable, Sendable {
    /// The series it is to be numbered in.
    public var series: String
    /// When the event happened.
    public var date: CalendarDate
    /// When it was compiled.
    public var compiledOn: CalendarDate?
    /// What it concerns.
    public var text: String
    /// With whom.
    public var counterparty: String
    /// Who compiled it (signature).
    public var compiledBy: String
    /// The rows.
    public var rows: [Row]
    /// Rows struck or added by the program before us.
    public var amendments: [Amendment]
    /// Underlying documents by their SHA-256.
    public var attachments: [String]
    /// Where it comes from.
    public var source: Source

    /// A draft. Only series, date and text must be said.
    public init(
      series: String, date: CalendarDate, text: String, counterparty: String = "", compiledOn: CalendarDate? = nil,
      compiledBy: String = "", rows: [Row] = [], amendments: [Amendment] = [], attachments: [String] = [],
      source: Source = .entered
    ) {
      self.series = series
      self.date = date
      self.compiledOn = compiledOn
      self.text = text
      self.counterparty = counterparty
      self.compiledBy = compiledBy
      self.rows = rows
      self.amendments = amendments
      self.attachments = attachments
      self.source = source
    }
  }

  /// Why a draft is no voucher.
  public enum Refusal: Error, Hashable, Sendable {
    /// Debit and credit differ: debit less credit is this much.
    case doesNotBalance(difference: Money)
    /// A voucher entered here has at least two rows.
    case tooFewRows(count: Int)
    /// A voucher entered here says what it concerns.
    case textMissing
    /// A voucher entered here says with whom (LKBR 3:9).
    case counterpartyMissing
    /// An amount is larger than `Money.oreMax`.
    case amountTooLarge(row: Int, amount: Money)
    /// More rows than one voucher may have.
    case tooManyRows(count: Int)
  }

  /// The most rows one voucher may have: what fits a year's summary of 999 accounts with 99 objects each.
  public static let rowCountMax = 100_000

  /// The voucher that the draft says, if it balances and has what LKBR 3:9 asks for.
  public init(_ draft: Draft) throws(Refusal) {
    guard draft.rows.count <= Voucher.rowCountMax else { throw .tooManyRows(count: draft.rows.count) }
    var difference: Int64 = 0
    for (index, row) in draft.rows.enumerated() {
      guard row.amount.ore.magnitude <= UInt64(Money.oreMax) else {
        throw .amountTooLarge(row: index + 1, amount: row.amount)
      }
      difference += row.amount.ore
    }
    guard difference == 0 else { throw .doesNotBalance(difference: Money(ore: difference)) }
    if case .entered = draft.source {
      guard draft.rows.count >= 2 else { throw .tooFewRows(count: draft.rows.count) }
      guard draft.text.utf8.contains(where: { $0 > 32 }) else { throw .textMissing }
      guard draft.counterparty.utf8.contains(where: { $0 > 32 }) else { throw .counterpartyMissing }
    }
    self.series = draft.series
    self.date = draft.date
    self.compiledOn = draft.compiledOn
    self.text = draft.text
    self.counterparty = draft.counterparty
    self.compiledBy = draft.compiledBy
    self.rows = draft.rows
    self.amendments = draft.amendments
    self.attachments = draft.attachments
    self.source = draft.source
  }
}

/// A voucher in the book: with the number it got at commit, and what reverses it or is reversed by it.
public struct PostedVoucher: Hashable, Sendable {
  /// Its key in the store.
  public let id: ID<Voucher>
  /// The number it got at commit.
  public let number: Voucher.Number
  /// What it says.
  public let voucher: Voucher
  /// The number of the voucher that this one reverses, if it is a correction.
  public let reverses: Voucher.Number?
  /// The number of the voucher that reverses this one, if it has been corrected.
  public let reversedBy: Voucher.Number?
  /// Why, when it is a correction.
  public let reason: String?

  /// A posted voucher, as the store gives it.
  public init(
    id: ID<Voucher>, number: Voucher.Number, voucher: Voucher, reverses: Voucher.Number? = nil,
    reversedBy: Voucher.Number? = nil, reason: String? = nil
  ) {
    self.id = id
    self.number = number
    self.voucher = voucher
    self.reverses = reverses
    self.reversedBy = reversedBy
    self.reason = reason
  }
}

extension Voucher {
  /// The voucher that undoes this one: the same rows on the other side, dated on a day the caller has found open.
  ///
  /// A correction states who and when and is seen from the voucher it corrects (LKBR 3:7, 3:10); the store keeps the
  /// pointers both ways. It is compiled when the correction is made, whatever day it is dated (LKBR 3:9).
  public func reversal(
    on date: CalendarDate, series: String, number: Number, by actor: Actor, at moment: Moment
  ) throws(Refusal) -> Voucher {
    let rows = rows.map { row in
      Row(
        account: row.account, amount: -row.amount, objects: row.objects, text: row.text,
        quantityThousandths: row.quantityThousandths.map { -$0 })
    }
    return try Voucher(
      Draft(
        series: series, date: date, text: "Rättelse av \(number.text): \(text)",
        counterparty: counterparty.isEmpty ? "Se \(number.text)" : counterparty,
        compiledOn: moment.dayInSweden, compiledBy: actor.name, rows: rows, attachments: attachments))
  }
}
