public import Ledger

/// Input VAT that is compensated (lag 2005:807, kommunmoms): what lies on the account, what of it has been applied for,
/// and what has been credited on skattekontot.
public struct VATBook: Hashable, Sendable {
  /// A row on the account.
  public struct Row: Hashable, Sendable {
    /// Which row of which voucher.
    public let place: BankBook.Row.Place
    /// The voucher's number.
    public let number: Voucher.Number
    /// The voucher's day, which decides the month.
    public let date: CalendarDate
    /// The VAT, positive for what is to be compensated.
    public let amount: Money
    /// The row's text, else the voucher's.
    public let text: String
    /// Who charged it.
    public let counterparty: String
    /// Whether the voucher moves money from skattekontot too: it is a credit, and nothing to apply for.
    public let isCredit: Bool

    /// A row.
    public init(
      place: BankBook.Row.Place, number: Voucher.Number, date: CalendarDate, amount: Money, text: String,
      counterparty: String, isCredit: Bool
    ) {
      self.place = place
      self.number = number
      self.date = date
      self.amount = amount
      self.text = text
      self.counterparty = counterparty
      self.isCredit = isCredit
    }
  }

  /// The rows, by day. Those that a claim or a credit of ours posted are not among them.
  public let rows: [Row]
  /// The applications that stand, by period.
  public let claims: [VATClaim]

  /// What lies on the account, and what has been applied for.
  public init(rows: [Row], claims: [VATClaim]) {
    self.rows = rows.sorted { ($0.date, $0.place) < ($1.date, $1.place) }
    self.claims = claims.sorted { ($0.period, $0.id.rawValue) < ($1.period, $1.id.rawValue) }
  }

  /// What has not been applied for.
  public var unclaimed: [Row] {
    let claimed = Set(claims.flatMap(\.rows))
    let credited = Set(claims.compactMap { $0.credit?.row })
    return rows.filter { !$0.isCredit && !claimed.contains($0.place) && !credited.contains($0.place) }
  }

  /// What has not been applied for, month by month.
  public var unclaimedMonths: [(month: Month, amount: Money)] {
    Dictionary(grouping: unclaimed) { Month(of: $0.date) }.map { ($0.key, $0.value.map(\.amount).sum()) }
      .sorted { $0.0 < $1.0 }
  }

  /// The years in which there was something to apply for and all of it has been.
  public var claimedYears: Set<Int> {
    Set(claims.map(\.period.first.year)).subtracting(unclaimed.map(\.date.year))
  }
}

/// The period of an application: a calendar month, or three that make a quarter (lag 2005:807).
public struct VATPeriod: Hashable, Comparable, Sendable {
  /// The first month.
  public let first: Month
  /// The last month: the same, or two later.
  public let last: Month

  /// A month.
  public init(_ month: Month) {
    first = month
    last = month
  }

  /// A quarter, from 1 to 4; nil for no quarter.
  public init?(quarter: Int, of year: Int) {
    guard (1...4).contains(quarter), let first = Month(year: year, month: quarter * 3 - 2),
      let last = Month(year: year, month: quarter * 3)
    else { return nil }
    (self.first, self.last) = (first, last)
  }

  /// The period between two months, where it is one.
  public init?(first: Month, last: Month) {
    if first == last {
      self.init(first)
    } else {
      guard let quarter = VATPeriod(quarter: (first.month + 2) / 3, of: first.year), quarter.first == first,
        quarter.last == last
      else { return nil }
      self = quarter
    }
  }

  /// Whether the day lies in it.
  public func contains(_ day: CalendarDate) -> Bool { (first...last).contains(Month(of: day)) }

  /// The last day to apply: at the end of the second year after the one the period lies in.
  public var deadline: CalendarDate {
    guard let day = CalendarDate(year: first.year + 2, month: 12, day: 31) else {
      preconditionFailure("A year has a last day.")
    }
    return day
  }

  /// `2025-03`, or `2025 kvartal 1`.
  public var text: String { first == last ? first.text : "\(first.year) kvartal \((first.month + 2) / 3)" }

  /// By first month, then last.
  public static func < (left: VATPeriod, right: VATPeriod) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }
}

/// An application for compensation.
public struct VATClaim: Hashable, Sendable {
  /// That it was credited.
  public struct Credit: Hashable, Sendable {
    /// The day on skattekontot.
    public let on: CalendarDate
    /// How much.
    public let amount: Money
    /// The row on the account that it is booked by.
    public let row: BankBook.Row.Place
    /// Who said so.
    public let by: String

    /// A credit.
    public init(on day: CalendarDate, amount: Money, row: BankBook.Row.Place, by: String) {
      self.on = day
      self.amount = amount
      self.row = row
      self.by = by
    }
  }

  /// Its key in the book.
  public let id: ID<VATClaim>
  /// What it is for.
  public let period: VATPeriod
  /// The rows that it is for.
  public let rows: [BankBook.Row.Place]
  /// What they came to.
  public let amount: Money
  /// The day it was sent to Skatteverket.
  public let claimedOn: CalendarDate
  /// The voucher that moved it to another account; nil where what has been applied for lies on the same account.
  public let voucher: ID<Voucher>?
  /// That it was credited; nil until then.
  public let credit: Credit?
  /// Who made it.
  public let by: String
  /// When.
  public let at: Moment

  /// An application.
  public init(
    id: ID<VATClaim>, period: VATPeriod, rows: [BankBook.Row.Place], amount: Money, claimedOn: CalendarDate,
    voucher: ID<Voucher>?, credit: Credit?, by: String, at: Moment
  ) {
    self.id = id
    self.period = period
    self.rows = rows
    self.amount = amount
    self.claimedOn = claimedOn
    self.voucher = voucher
    self.credit = credit
    self.by = by
    self.at = at
  }
}

/// Why something about compensated VAT was not done, as facts; the words stand in Desk.
public enum VATRefusal: Error, Hashable, Sendable {
  /// There is nothing to apply for in the period, or it comes to less than nothing.
  case nothingToClaim(VATPeriod)
  /// The last day has passed: the compensation is nought.
  case tooLate(VATPeriod)
  /// The period has not ended on the day it is said to have been applied for.
  case tooEarly(VATPeriod)
  /// There is no such application, or it has been withdrawn.
  case unknown
  /// It has been credited already.
  case alreadyCredited
  /// The voucher has no row of that amount on the account, or it is used.
  case noSuchCredit
}
