public import Ledger

/// A year's call that has been decided: from then on a fact.
public struct FixedCall: Hashable, Sendable {
  /// Its key in the store.
  public let id: ID<FixedCall>
  /// The year it is for.
  public let year: Int
  /// What is divided, and what each member pays.
  public let call: ContributionCall
  /// Where it is decided.
  public let decision: Decision
  /// In how many instalments it is invoiced: 1, 2 or 4.
  public let instalmentCount: Int
  /// Who fixed it.
  public let by: String
  /// When.
  public let at: Moment

  /// A fixed call, as the store gives it.
  public init(
    id: ID<FixedCall>, year: Int, call: ContributionCall, decision: Decision, instalmentCount: Int, by: String,
    at: Moment
  ) {
    self.id = id
    self.year = year
    self.call = call
    self.decision = decision
    self.instalmentCount = instalmentCount
    self.by = by
    self.at = at
  }
}

/// One of the parts in which a year's contribution is invoiced.
public struct Instalment: Hashable, Sendable {
  /// Its number, from 1.
  public let number: Int
  /// How many there are.
  public let count: Int
  /// The first day it is for.
  public let first: CalendarDate
  /// The last.
  public let last: CalendarDate

  /// A part of a year.
  public init(number: Int, count: Int, first: CalendarDate, last: CalendarDate) {
    self.number = number
    self.count = count
    self.first = first
    self.last = last
  }

  /// The numbers of instalments that a year can have: whole year, halves, quarters.
  public static let counts = [1, 2, 4]

  /// The instalments of a year of twelve months; of any other year, one.
  public static func all(of year: FiscalYear, count: Int) -> [Instalment] {
    let months = year.months
    guard months.count == 12, counts.contains(count), count > 1 else {
      return [Instalment(number: 1, count: 1, first: year.first, last: year.last)]
    }
    let length = 12 / count
    return (0..<count).map { index in
      let first = index == 0 ? year.first : months[index * length - 1].last.next
      let last = index + 1 == count ? year.last : months[(index + 1) * length - 1].last
      return Instalment(number: index + 1, count: count, first: first, last: last)
    }
  }

  /// What the instalment is of an amount: equal parts in whole kronor where the amount is, the last one what is left.
  public func amount(of whole: Money) -> Money {
    let unit: Int64 = whole.ore % 100 == 0 ? 100 : 1
    let part = Money(ore: whole.ore / Int64(count) / unit * unit)
    return number < count ? part : whole - Money(ore: part.ore * Int64(count - 1))
  }
}

/// The place of a voucher: its year and number.
public struct InvoiceVoucher: Hashable, Sendable {
  /// The fiscal year by which people call it.
  public let year: Int
  /// The number.
  public let number: Voucher.Number

  /// A voucher's place.
  public init(year: Int, number: Voucher.Number) {
    self.year = year
    self.number = number
  }
}

/// An invoice to a member, or the credit invoice that takes one back. What has been issued is never changed.
public struct MemberInvoice: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    /// It asks for an instalment.
    case invoice
    /// It takes back the whole of an invoice, because of something.
    case credit(of: Int64, because: String)
  }

  /// A payment that has been matched with it: positive when paid, negative when paid back.
  public struct Payment: Hashable, Sendable {
    /// How much.
    public let amount: Money
    /// Which day.
    public let paidOn: CalendarDate
    /// The voucher that books it.
    public let voucher: InvoiceVoucher

    /// A payment.
    public init(amount: Money, paidOn: CalendarDate, voucher: InvoiceVoucher) {
      self.amount = amount
      self.paidOn = paidOn
      self.voucher = voucher
    }
  }

  /// A document of it that is kept as it was issued.
  public struct Document: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Sendable {
      /// The e-invoice.
      case xml = "xml"
      /// The PDF.
      case pdf = "pdf"
    }

    /// What it is.
    public let kind: Kind
    /// Its SHA-256, by which the book keeps it.
    public let sha256: String

    /// A document.
    public init(kind: Kind, sha256: String) {
      self.kind = kind
      self.sha256 = sha256
    }
  }

  /// What an invoice says before it has been issued.
  public struct Draft: Hashable, Sendable {
    /// To whom.
    public var memberID: String
    /// The call it is for.
    public var callID: ID<FixedCall>
    /// The year it is for.
    public var year: Int
    /// Which part of it.
    public var instalment: Instalment
    /// When it is issued.
    public var issued: CalendarDate
    /// When it is to be paid.
    public var due: CalendarDate
    /// How much.
    public var amount: Money

    /// An invoice to be issued.
    public init(
      memberID: String, callID: ID<FixedCall>, year: Int, instalment: Instalment, issued: CalendarDate,
      due: CalendarDate, amount: Money
    ) {
      self.memberID = memberID
      self.callID = callID
      self.year = year
      self.instalment = instalment
      self.issued = issued
      self.due = due
      self.amount = amount
    }
  }

  /// Its number in the series without gaps.
  public let number: Int64
  /// What it is.
  public let kind: Kind
  /// What it says.
  public let draft: Draft
  /// The voucher that books it.
  public let voucher: InvoiceVoucher
  /// Whether that voucher booked it as income of a year to come.
  public let isPrepaid: Bool
  /// The voucher that has moved it to the income of its year.
  public var accrual: InvoiceVoucher?
  /// The credit invoice that has taken it back.
  public var creditedBy: Int64?
  /// What has been paid.
  public var payments: [Payment]
  /// What is kept of it.
  public var documents: [Document]
  /// The line of history that issued it: what parties were called then can be read as of that line.
  public let sequence: Int64
  /// Who issued it.
  public let by: String

  /// An issued invoice, as the store gives it.
  public init(
    number: Int64, kind: Kind, draft: Draft, voucher: InvoiceVoucher, isPrepaid: Bool,
    accrual: InvoiceVoucher? = nil, creditedBy: Int64? = nil, payments: [Payment] = [], documents: [Document] = [],
    sequence: Int64, by: String
  ) {
    self.number = number
    self.kind = kind
    self.draft = draft
    self.voucher = voucher
    self.isPrepaid = isPrepaid
    self.accrual = accrual
    self.creditedBy = creditedBy
    self.payments = payments
    self.documents = documents
    self.sequence = sequence
    self.by = by
  }

  /// How an invoice stands.
  public enum State: Hashable, Sendable {
    /// It is a credit invoice: nothing is to be paid of it.
    case credit
    /// It has been taken back, and nothing was paid.
    case credited
    /// It has been taken back or paid too much: so much is to be paid back.
    case toPayBack(Money)
    /// It has been paid.
    case paid
    /// It can be paid for so many days more.
    case open(days: Int)
    /// It should have been paid so many days ago.
    case overdue(days: Int)
  }

  /// What is left to pay; negative where something is to be paid back.
  public var left: Money {
    let asked: Money
    if case .credit = kind { asked = .zero } else { asked = creditedBy == nil ? draft.amount : .zero }
    return asked - payments.map(\.amount).sum()
  }

  /// How it stands on a day.
  public func state(on today: CalendarDate) -> State {
    if case .credit = kind { return .credit }
    if left < .zero { return .toPayBack(-left) }
    if left == .zero { return creditedBy == nil ? .paid : .credited }
    let days = today.days(until: draft.due)
    return days < 0 ? .overdue(days: -days) : .open(days: days)
  }

  /// Whether it asks for its instalment still: it is an invoice that has not been taken back.
  public var stands: Bool { kind == .invoice && creditedBy == nil }

  /// What the payer is to give the payment: the invoice's number and a check digit (the Luhn algorithm), so that the
  /// bank finds a slip of the pen.
  public static func reference(of number: Int64) -> String {
    let digits = String(number).utf8.map { Int($0) - 48 }
    let check = (0...9).first { CheckDigit.isRight(digits + [$0]) } ?? 0
    return "\(number)\(check)"
  }
}

/// Why something cannot be done with members' invoices, as facts.
public enum MemberInvoiceRefusal: Error, Hashable, Sendable {
  /// The year has a call whose invoices stand.
  case callInvoiced(year: Int, count: Int)
  /// The instalment has been invoiced to the member.
  case alreadyInvoiced(member: String, number: Int64)
  /// There is no such invoice.
  case unknown(number: Int64)
  /// It is a credit invoice, or has been credited already.
  case cannotCredit(number: Int64)
  /// More than is left.
  case paysTooMuch(number: Int64, left: Money, amount: Money)
  /// The voucher does not credit the member's receivable with so much that is not matched already.
  case notAPayment(InvoiceVoucher, free: Money)
  /// Nothing waits to be moved to the year's income.
  case nothingToAccrue(year: Int)
}
