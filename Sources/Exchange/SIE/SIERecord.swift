public import Ledger

/// One record of a SIE file that is no voucher, by what it says (SIE 4B chapter 11).
public enum SIERecord: Hashable, Sendable {
  /// `#FLAGGA`: 1 when some program has already imported the file.
  case flag(Int)
  /// `#PROGRAM`: what wrote the file.
  case program(name: String, version: String)
  /// `#FORMAT`: the character set, which is always said to be PC8.
  case format(String)
  /// `#GEN`: when the file was written and by whom.
  case generated(on: CalendarDate?, sign: String)
  /// `#SIETYP`.
  case type(Int)
  /// `#PROSA`.
  case comment(String)
  /// `#FTYP`.
  case companyForm(String)
  /// `#FNR`: the writing program's own name for the company.
  case companyID(String)
  /// `#ORGNR`, as written.
  case organisationNumber(String, acquisition: String, activity: String)
  /// `#BKOD`.
  case industry(String)
  /// `#ADRESS`: contact, street, postal address, telephone.
  case address([String])
  /// `#FNAMN`.
  case companyName(String)
  /// `#RAR`: year 0 is this year, −1 the one before.
  case year(index: Int, FiscalYear)
  /// `#TAXAR`.
  case taxYear(String)
  /// `#OMFATTN`.
  case coveredThrough(CalendarDate)
  /// `#KPTYP`.
  case chartType(String)
  /// `#VALUTA`.
  case currency(String)
  /// `#KONTO`.
  case account(AccountNumber, name: String)
  /// `#KTYP`.
  case accountKind(AccountNumber, AccountKind)
  /// `#ENHET`.
  case unit(AccountNumber, String)
  /// `#SRU`.
  case taxCode(AccountNumber, String)
  /// `#DIM`.
  case dimension(Dimension, name: String)
  /// `#UNDERDIM`.
  case subdimension(Dimension, name: String, of: Dimension)
  /// `#OBJEKT`.
  case object(ObjectReference, name: String)
  /// `#IB`, `#UB`, `#RES`, `#OIB`, `#OUB`.
  case balance(SIEBalance)
  /// `#PSALDO`, `#PBUDGET`.
  case period(SIEPeriodBalance)
  /// Any other label, with its fields as they stood.
  case unknown(SIEUnknown)
}

/// A balance of an account, or of an account and one object.
public struct SIEBalance: Hashable, Sendable {
  /// Which balance.
  public enum Kind: String, Hashable, Sendable {
    /// Opening.
    case opening = "IB"
    /// Closing.
    case closing = "UB"
    /// The year's result on an income or cost account.
    case result = "RES"
    /// Opening, for an object.
    case objectOpening = "OIB"
    /// Closing, for an object.
    case objectClosing = "OUB"

    /// Whether it is the balance of an object, not of the whole account.
    var isOfObject: Bool { self == .objectOpening || self == .objectClosing }
  }

  /// Which balance.
  public var kind: Kind
  /// Which year: 0 is this year.
  public var year: Int
  /// The account.
  public var account: AccountNumber
  /// The object, in `#OIB` and `#OUB`.
  public var objects: ObjectSet
  /// The balance, debit positive.
  public var amount: Money
  /// A quantity in thousandths, if any.
  public var quantityThousandths: Int64?

  /// A balance.
  public init(
    kind: Kind, year: Int, account: AccountNumber, objects: ObjectSet = .none, amount: Money,
    quantityThousandths: Int64? = nil
  ) {
    self.kind = kind
    self.year = year
    self.account = account
    self.objects = objects
    self.amount = amount
    self.quantityThousandths = quantityThousandths
  }
}

/// What moved on an account in a month, or was budgeted to move: a change, never a running balance.
public struct SIEPeriodBalance: Hashable, Sendable {
  /// Outcome or budget.
  public enum Kind: String, Hashable, Sendable {
    /// Outcome.
    case outcome = "PSALDO"
    /// Budget.
    case budget = "PBUDGET"
  }

  /// Outcome or budget.
  public var kind: Kind
  /// Which year: 0 is this year.
  public var year: Int
  /// Which month.
  public var month: Month
  /// The account.
  public var account: AccountNumber
  /// The object, or none for the whole account.
  public var objects: ObjectSet
  /// The change, debit positive.
  public var amount: Money
  /// A quantity in thousandths, if any.
  public var quantityThousandths: Int64?

  /// A month's change.
  public init(
    kind: Kind, year: Int, month: Month, account: AccountNumber, objects: ObjectSet = .none, amount: Money,
    quantityThousandths: Int64? = nil
  ) {
    self.kind = kind
    self.year = year
    self.month = month
    self.account = account
    self.objects = objects
    self.amount = amount
    self.quantityThousandths = quantityThousandths
  }
}

/// A record with a label that SIE 4B does not have: kept and written back (SIE 4B 7.1).
public struct SIEUnknown: Hashable, Sendable {
  /// A field as it stood: a text, or a list in braces.
  public enum Field: Hashable, Sendable {
    /// A text, without its quotes.
    case text(String)
    /// What stood between the braces, without its quotes.
    case list([String])
  }

  /// The label without `#`.
  public var label: String
  /// The fields.
  public var fields: [Field]

  /// A record of that label.
  public init(label: String, fields: [Field]) {
    self.label = label
    self.fields = fields
  }
}
