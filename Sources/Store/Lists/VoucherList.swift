public import Ledger

/// Which vouchers of a year a list shows. An empty filter shows all.
public struct VoucherFilter: Hashable, Sendable {
  /// The year.
  public var year: FiscalYear
  /// The first day; nil for the year's own.
  public var from: CalendarDate?
  /// The last day; nil for the year's own.
  public var through: CalendarDate?
  /// The accounts, first and last number; one account has both the same.
  public var accounts: ClosedRange<AccountNumber>?
  /// The object that a row is sorted by.
  public var object: ObjectReference?
  /// Words that stand in the voucher's text, its counterparty or a row's text; or its number (`A 17`), or an amount.
  public var text: String

  /// A filter; where nothing but the year is given it keeps all.
  public init(
    year: FiscalYear, from: CalendarDate? = nil, through: CalendarDate? = nil,
    accounts: ClosedRange<AccountNumber>? = nil, object: ObjectReference? = nil, text: String = ""
  ) {
    self.year = year
    self.from = from
    self.through = through
    self.accounts = accounts
    self.object = object
    self.text = text
  }
}

/// One line of a list of vouchers.
public struct VoucherLine: Hashable, Sendable {
  /// The number.
  public let number: Voucher.Number
  /// When the event happened.
  public let date: CalendarDate
  /// What it concerns.
  public let text: String
  /// With whom.
  public let counterparty: String
  /// The sum of its debits.
  public let sum: Money
  /// How many documents lie beside it.
  public let documentCount: Int
  /// The voucher that it reverses, if it is a correction.
  public let reverses: Voucher.Number?
  /// The voucher that reverses it, if it has been corrected.
  public let reversedBy: Voucher.Number?

  /// A line.
  public init(
    number: Voucher.Number, date: CalendarDate, text: String, counterparty: String, sum: Money, documentCount: Int,
    reverses: Voucher.Number?, reversedBy: Voucher.Number?
  ) {
    self.number = number
    self.date = date
    self.text = text
    self.counterparty = counterparty
    self.sum = sum
    self.documentCount = documentCount
    self.reverses = reverses
    self.reversedBy = reversedBy
  }
}

/// A page of a list of vouchers, newest first.
public struct VoucherPage: Hashable, Sendable {
  /// The page's vouchers.
  public let lines: [VoucherLine]
  /// How many the filter keeps in all.
  public let count: Int
  /// The sum of the debits of all that the filter keeps.
  public let sum: Money

  /// A page.
  public init(lines: [VoucherLine], count: Int, sum: Money) {
    self.lines = lines
    self.count = count
    self.sum = sum
  }
}

/// One account's movements in a period: what stood, each row with what stands after it, what stands.
public struct AccountLedger: Hashable, Sendable {
  /// A row on the account.
  public struct Entry: Hashable, Sendable {
    /// The number of its voucher.
    public let number: Voucher.Number
    /// The voucher's day.
    public let date: CalendarDate
    /// What the row says, or where it says nothing of its own, what its voucher says.
    public let text: String
    /// What the row is sorted by.
    public let objects: ObjectSet
    /// The amount, debit positive.
    public let amount: Money
    /// What stands on the account after the row.
    public let balance: Money

    /// A row.
    public init(
      number: Voucher.Number, date: CalendarDate, text: String, objects: ObjectSet, amount: Money, balance: Money
    ) {
      self.number = number
      self.date = date
      self.text = text
      self.objects = objects
      self.amount = amount
      self.balance = balance
    }
  }

  /// The account.
  public let account: Account
  /// What stood at the beginning of the period: a result account begins at nought with the year.
  public let opening: Money
  /// Its rows in order of day, or those of them that were asked for.
  public let entries: [Entry]
  /// All debits of the period, those of rows that are not shown too.
  public let debit: Money
  /// All credits of the period, as a positive amount.
  public let credit: Money
  /// What stood at the end of the period.
  public var closing: Money { opening + debit - credit }

  /// An account's ledger.
  public init(account: Account, opening: Money, entries: [Entry], debit: Money, credit: Money) {
    self.account = account
    self.opening = opening
    self.entries = entries
    self.debit = debit
    self.credit = credit
  }
}

/// One account's line in a trial balance.
public struct TrialLine: Hashable, Sendable {
  /// The account.
  public let account: Account
  /// What stood at the beginning of the period: a result account begins at nought with the year.
  public let opening: Money
  /// The period's debits.
  public let debit: Money
  /// The period's credits, as a positive amount.
  public let credit: Money
  /// What stood at the end of the period.
  public var closing: Money { opening + debit - credit }

  /// A line.
  public init(account: Account, opening: Money, debit: Money, credit: Money) {
    self.account = account
    self.opening = opening
    self.debit = debit
    self.credit = credit
  }
}

/// What an object (an insats, a project) has cost and earned in a period. A filter with that object gives its accounts,
/// as a trial balance.
public struct ObjectLine: Hashable, Sendable {
  /// The object; one that has never been named has its number for a name.
  public let object: DeclaredObject
  /// The period's debits.
  public let debit: Money
  /// The period's credits, as a positive amount.
  public let credit: Money
  /// How many rows.
  public let rowCount: Int

  /// A line.
  public init(object: DeclaredObject, debit: Money, credit: Money, rowCount: Int) {
    self.object = object
    self.debit = debit
    self.credit = credit
    self.rowCount = rowCount
  }
}

extension Store {
  /// A page of the year's vouchers, newest day first and highest number first within it.
  public func voucherPage(_ filter: VoucherFilter, offset: Int, limit: Int) throws(Refusal) -> VoucherPage {
    try read { try $0.voucherPage(filter, offset: offset, limit: limit) }
  }

  /// The accounts that moved or stood, each with its rows, in order of number: the huvudbok. At most `rowCountMax`
  /// rows in all, those of the first accounts; `isWhole` says whether that was all of them. Sums and balances count
  /// every row of the period, also those that are not shown; where the filter has a text, only rows that it means are
  /// shown, and only accounts that have any.
  public func accountLedgers(
    _ filter: VoucherFilter, rowCountMax: Int
  ) throws(Refusal) -> (ledgers: [AccountLedger], isWhole: Bool) {
    try read { try $0.accountLedgers(filter, rowCountMax: rowCountMax) }
  }

  /// The saldobalans of a period: every account that stood or moved. The filter's text is passed over.
  public func trialBalance(_ filter: VoucherFilter) throws(Refusal) -> [TrialLine] {
    try read { try $0.trialBalance(filter) }
  }

  /// What moved per object of a dimension in the filter's period. The filter's text is passed over.
  public func objectLines(_ filter: VoucherFilter, dimension: Dimension) throws(Refusal) -> [ObjectLine] {
    try read { try $0.objectLines(filter, dimension: dimension) }
  }

  /// Vouchers of all years whose number, text, counterparty or sum the words fit: those of that number first, then
  /// the others, the newest first.
  public func searchVouchers(_ words: String, limit: Int) throws(Refusal) -> [(year: FiscalYear, line: VoucherLine)] {
    try read { try $0.searchVouchers(words, limit: limit) }
  }
}
