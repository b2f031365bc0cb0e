public import Ledger

/// Which vouchers of a year a list shows. An empty filter shows all.
public struct VoucherFilter: Hashable, Sendable {
  public var year: FiscalYear
  /// The first and last month, by their days; nil for the whole year.
  public var from: CalendarDate?
  public var through: CalendarDate?
  /// The accounts, first and last number; one account has both the same.
  public var accounts: ClosedRange<AccountNumber>?
  public var object: ObjectReference?
  /// Words that stand in the voucher's text, its counterparty or a row's text; or its number (`A 17`), or an amount.
  public var text: String

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
  public let number: Voucher.Number
  public let date: CalendarDate
  public let text: String
  public let counterparty: String
  /// The sum of its debits.
  public let sum: Money
  public let documentCount: Int
  public let reverses: Voucher.Number?
  public let reversedBy: Voucher.Number?

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
  public let lines: [VoucherLine]
  /// How many the filter keeps, and the sum of their debits.
  public let count: Int
  public let sum: Money

  public init(lines: [VoucherLine], count: Int, sum: Money) {
    self.lines = lines
    self.count = count
    self.sum = sum
  }
}

/// One account's movements in a period: what stood, each row with what stands after it, what stands.
public struct AccountLedger: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public let number: Voucher.Number
    public let date: CalendarDate
    public let text: String
    public let objects: ObjectSet
    public let amount: Money
    /// What stands on the account after the row.
    public let balance: Money

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

  public let account: Account
  /// What stood at the beginning of the period: a result account begins at nought with the year.
  public let opening: Money
  public let entries: [Entry]
  public let debit: Money
  public let credit: Money
  public var closing: Money { opening + debit - credit }

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
  public let account: Account
  public let opening: Money
  public let debit: Money
  public let credit: Money
  public var closing: Money { opening + debit - credit }

  public init(account: Account, opening: Money, debit: Money, credit: Money) {
    self.account = account
    self.opening = opening
    self.debit = debit
    self.credit = credit
  }
}

/// What an object (an insats, a project) has cost and earned in a period: one line per account, as a trial balance.
public struct ObjectLine: Hashable, Sendable {
  public let object: DeclaredObject
  public let debit: Money
  public let credit: Money
  public let rowCount: Int

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
    preconditionFailure("M0003")
  }

  /// The accounts that moved or stood, each with its rows, in order of number: the huvudbok. At most `rowCountMax`
  /// rows in all; `isWhole` says whether that was all of them.
  public func accountLedgers(
    _ filter: VoucherFilter, rowCountMax: Int
  ) throws(Refusal) -> (ledgers: [AccountLedger], isWhole: Bool) { preconditionFailure("M0003") }

  /// The saldobalans of a period: every account that stood or moved. The filter's text is passed over.
  public func trialBalance(_ filter: VoucherFilter) throws(Refusal) -> [TrialLine] { preconditionFailure("M0003") }

  /// What moved per object of a dimension in the filter's period.
  public func objectLines(_ filter: VoucherFilter, dimension: Dimension) throws(Refusal) -> [ObjectLine] {
    preconditionFailure("M0003")
  }

  /// Vouchers of all years whose number, text, counterparty or sum the words fit, newest first.
  public func searchVouchers(_ words: String, limit: Int) throws(Refusal) -> [(year: FiscalYear, line: VoucherLine)] {
    preconditionFailure("M0003")
  }
}
