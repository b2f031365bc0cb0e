public import Ledger

/// What a bank, or Skatteverket for skattekontot, says has happened on an account in a period.
public struct BankStatement: Hashable, Sendable {
  /// Something that happened on the account.
  public struct Line: Hashable, Sendable {
    /// The day the bank booked it.
    public var date: CalendarDate
    /// What came in, positive, or went out, negative: the sign that the same event has on an asset account.
    public var amount: Money
    /// What the bank calls it.
    public var text: String
    /// Who paid or was paid, where the bank says it.
    public var counterparty: String
    /// The reference that came with the payment: an OCR number, an invoice's number.
    public var reference: String

    /// A line.
    public init(date: CalendarDate, amount: Money, text: String, counterparty: String = "", reference: String = "") {
      self.date = date
      self.amount = amount
      self.text = text
      self.counterparty = counterparty
      self.reference = reference
    }
  }

  /// The bank's own number of the account, as the file prints it; empty where it does not.
  public var account: String
  /// The first day that the statement covers.
  public var first: CalendarDate
  /// The last day that it covers.
  public var last: CalendarDate
  /// What stood on the account before the first line; nil where the file says no balances.
  public var opening: Money?
  /// What happened, the first first.
  public var lines: [Line]

  /// A statement.
  public init(account: String, first: CalendarDate, last: CalendarDate, opening: Money?, lines: [Line]) {
    self.account = account
    self.first = first
    self.last = last
    self.opening = opening
    self.lines = lines
  }

  /// What the lines come to.
  public var change: Money { lines.map(\.amount).sum() }

  /// What stood on the account after the last line; nil where the file says no balances.
  public var closing: Money? { opening.map { $0 + change } }
}
