public import Ledger

/// What a received invoice says, as the book keeps it beside the file itself: what is paid, to whom, and by when.
public struct SupplierInvoice: Hashable, Sendable {
  /// Whether it asks for money or gives some back.
  public enum Kind: String, Sendable {
    /// An invoice.
    case invoice = "faktura"
    /// A credit note: its amounts are positive and take away.
    case creditNote = "kreditfaktura"
  }

  /// Which.
  public var kind: Kind
  /// The supplier's number of it.
  public var number: String
  /// The supplier's name.
  public var supplier: String
  /// The supplier's organisation number; empty where it says none, or one that may not be kept.
  public var supplierID: String
  /// Its day.
  public var issued: CalendarDate
  /// When it is to be paid, if it says.
  public var due: CalendarDate?
  /// Without VAT.
  public var withoutTax: Money
  /// The VAT.
  public var tax: Money
  /// What rounding to whole kronor adds.
  public var rounding: Money
  /// What has been paid already.
  public var prepaid: Money
  /// Where it is paid, in words: `Bankgiro 123-4567`.
  public var account: String
  /// What the payment is marked with.
  public var reference: String

  /// An invoice.
  public init(
    kind: Kind, number: String, supplier: String, supplierID: String, issued: CalendarDate, due: CalendarDate?,
    withoutTax: Money, tax: Money, rounding: Money = .zero, prepaid: Money = .zero, account: String = "",
    reference: String = ""
  ) {
    self.kind = kind
    self.number = number
    self.supplier = supplier
    self.supplierID = supplierID
    self.issued = issued
    self.due = due
    self.withoutTax = withoutTax
    self.tax = tax
    self.rounding = rounding
    self.prepaid = prepaid
    self.account = account
    self.reference = reference
  }

  /// With VAT and rounding: what the supplier's account takes up.
  public var gross: Money { withoutTax + tax + rounding }
  /// What is left to pay; below nought for a credit note.
  public var payable: Money { kind == .invoice ? gross - prepaid : prepaid - gross }
  /// The sign that its amounts have in the ledger: a credit note takes away.
  public var sign: Int64 { kind == .invoice ? 1 : -1 }

  /// Whether another is the same of the same supplier: it must not be paid twice.
  public func isSame(as other: SupplierInvoice) -> Bool {
    let isSupplier =
      supplierID.isEmpty || other.supplierID.isEmpty
      ? supplier.lowercased() == other.supplier.lowercased() : supplierID == other.supplierID
    return isSupplier && number == other.number && kind == other.kind
  }

  /// The member that sent it, by name: what a party sends for an insats is a grant, and comes without VAT.
  public func member(among members: [Member]) -> Member? {
    func plain(_ name: String) -> [UInt8] { name.lowercased().utf8.filter { $0 > 47 } }
    let own = plain(supplier)
    return members.first { member in
      let name = plain(member.name)
      return name.count > 3 && (own.firstRange(of: name) != nil || name.firstRange(of: own) != nil && own.count > 3)
    }
  }
}

/// Something that was done with a received invoice, and by whom.
public struct InvoiceStep: Hashable, Sendable {
  /// What was done.
  public enum Deed: Hashable, Sendable {
    /// Mottagningsattest: what it is for has been received, as ordered. `concerns` is the user whose own cost it is.
    case acknowledged(concerns: Int64?)
    /// Beslutsattest: it is to be paid.
    case approved
    /// Beslutsattest by the chair outside the office, as the note says where.
    case approvedByChair(note: String)
    /// It is not to be paid, and why.
    case refused(reason: String)
    /// It was booked.
    case booked(ID<Voucher>)
    /// It was paid.
    case paid(ID<Voucher>)
  }

  /// What.
  public let deed: Deed
  /// The user's key.
  public let user: Int64
  /// The user's name, as it was.
  public let by: String
  /// When.
  public let at: Moment

  /// A step.
  public init(_ deed: Deed, user: Int64, by: String, at: Moment) {
    self.deed = deed
    self.user = user
    self.by = by
    self.at = at
  }
}

/// How far a received invoice has come. Each state carries what led to it, and only the steps that lead on from it are
/// taken: the rest is refused with the reason.
public enum InvoiceState: Hashable, Sendable {
  /// It has come, and nobody has looked at it.
  case received
  /// What it is for has been received.
  case acknowledged(InvoiceStep)
  /// It is to be paid.
  case approved(InvoiceStep, InvoiceStep)
  /// It is booked, and not paid.
  case booked(InvoiceStep, InvoiceStep, voucher: ID<Voucher>)
  /// It is paid.
  case paid(InvoiceStep, InvoiceStep, voucher: ID<Voucher>, payment: ID<Voucher>)
  /// It is not to be paid.
  case refused(InvoiceStep, reason: String)

  /// The state after a step, or why the step is not taken. `canApprove` are those who could approve it in the office: the
  /// chair's word from outside is taken only where nobody can.
  public func after(
    _ step: InvoiceStep, canApprove: Set<Int64> = []
  ) throws(InvoiceRefusal) -> InvoiceState {
    switch (self, step.deed) {
    case (.received, .acknowledged(let concerned)):
      guard concerned != step.user else { throw .ownCost }
      return .acknowledged(step)
    case (.acknowledged(let first), .approved):
      guard first.user != step.user else { throw .sameUser }
      guard first.concerned != step.user else { throw .ownCost }
      return .approved(first, step)
    case (.acknowledged(let first), .approvedByChair(let note)):
      guard note.utf8.contains(where: { $0 > 32 }) else { throw .noteMissing }
      guard canApprove.subtracting([first.user, first.concerned ?? first.user]).isEmpty else {
        throw .othersCanApprove
      }
      return .approved(first, step)
    case (.approved(let first, let second), .booked(let voucher)):
      return .booked(first, second, voucher: voucher)
    case (.booked(let first, let second, let voucher), .paid(let payment)):
      return .paid(first, second, voucher: voucher, payment: payment)
    case (.received, .refused(let reason)), (.acknowledged, .refused(let reason)), (.approved, .refused(let reason)):
      guard reason.utf8.contains(where: { $0 > 32 }) else { throw .reasonMissing }
      return .refused(step, reason: reason)
    default: throw .notNow(self.words)
    }
  }

  /// How it stands, in words.
  public var words: String {
    switch self {
    case .received: "mottagen"
    case .acknowledged: "mottagningsattesterad"
    case .approved: "beslutsattesterad"
    case .booked: "bokförd"
    case .paid: "betald"
    case .refused: "avvisad"
    }
  }

  /// Whether nothing more is to be done.
  public var isDone: Bool {
    switch self {
    case .paid, .refused: true
    default: false
    }
  }
}

extension InvoiceStep {
  /// The user whose own cost it is, as the first attest says.
  fileprivate var concerned: Int64? { if case .acknowledged(let user) = deed { user } else { nil } }
}

/// Why a step was not taken with an invoice, as facts; the words stand in Desk.
public enum InvoiceRefusal: Error, Hashable, Sendable {
  /// There is no such invoice.
  case unknown
  /// The very same file has been received.
  case alreadyReceived
  /// The step does not follow from how it stands.
  case notNow(String)
  /// The same user has given the first attest.
  case sameUser
  /// It is the user's own cost.
  case ownCost
  /// Somebody in the office can approve it, and so shall.
  case othersCanApprove
  /// Where the chair's approval is said is missing.
  case noteMissing
  /// Why it is refused is missing.
  case reasonMissing
  /// What is booked does not come to the invoice.
  case sumDiffers(booked: Money, invoice: Money)
}

/// A received invoice as the book keeps it.
public struct KeptInvoice: Hashable, Sendable {
  /// Its key in the book.
  public let id: ID<SupplierInvoice>
  /// What it says.
  public let invoice: SupplierInvoice
  /// SHA-256 of the file, which the book keeps byte for byte.
  public let document: String
  /// Who received it.
  public let by: String
  /// When.
  public let at: Moment
  /// What has been done with it, the first first.
  public let steps: [InvoiceStep]
  /// How it stands.
  public let state: InvoiceState

  /// An invoice as it is kept.
  public init(
    id: ID<SupplierInvoice>, invoice: SupplierInvoice, document: String, by: String, at: Moment, steps: [InvoiceStep],
    state: InvoiceState
  ) {
    self.id = id
    self.invoice = invoice
    self.document = document
    self.by = by
    self.at = at
    self.steps = steps
    self.state = state
  }
}
