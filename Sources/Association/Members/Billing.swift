public import Ledger

/// What is needed to send a member its invoice.
public struct MemberBilling: Hashable, Sendable {
  /// How the member takes its invoices.
  public enum Channel: String, CaseIterable, Sendable {
    /// As an e-invoice, Peppol BIS Billing 3, besides the PDF.
    case peppol = "peppol"
    /// As a PDF alone.
    case pdf = "pdf"
  }

  /// Which member.
  public var memberID: String
  /// Its organisation number, `222000-0000`.
  public var organisationNumber: String
  /// Street or box of the address for invoices.
  public var street: String
  /// Its postal code.
  public var postalCode: String
  /// Its town.
  public var city: String
  /// Its electronic address in Peppol; ten digits where the list is that of Swedish organisation numbers.
  public var endpoint: String
  /// The list that the electronic address stands in, by its code: `0007`, or `0088` for a GLN.
  public var endpointScheme: String
  /// The reference by which the invoice finds its receiver: a code, never a person's name.
  public var buyerReference: String
  /// How it takes its invoices.
  public var channel: Channel

  /// What is said of a member's invoices.
  public init(
    memberID: String, organisationNumber: String = "", street: String = "", postalCode: String = "", city: String = "",
    endpoint: String = "", endpointScheme: String = "0007", buyerReference: String = "", channel: Channel = .peppol
  ) {
    self.memberID = memberID
    self.organisationNumber = organisationNumber
    self.street = street
    self.postalCode = postalCode
    self.city = city
    self.endpoint = endpoint
    self.endpointScheme = endpointScheme
    self.buyerReference = buyerReference
    self.channel = channel
  }
}

/// What the association says of itself on its invoices.
public struct OwnBilling: Hashable, Sendable {
  /// Street or box.
  public var street: String
  /// Its postal code.
  public var postalCode: String
  /// Its town.
  public var city: String
  /// Its electronic address in Peppol.
  public var endpoint: String
  /// The list that the address stands in.
  public var endpointScheme: String
  /// Bankgiro, `123-4567`.
  public var bankgiro: String
  /// Plusgiro, `12 34 56-7`.
  public var plusgiro: String
  /// The account by its international number.
  public var iban: String
  /// The bank by its code.
  public var bic: String
  /// Whom to ask: a function, `Kansliet`.
  public var contact: String
  /// Its mail address.
  public var mail: String
  /// Its telephone.
  public var phone: String
  /// How many days an invoice may be paid in.
  public var dueDays: Int
  /// The number of the first invoice; those after it follow without gaps.
  public var firstInvoiceNumber: Int

  /// Nothing said but the usual thirty days, and numbers from 1.
  public init() {
    street = ""
    postalCode = ""
    city = ""
    endpoint = ""
    endpointScheme = "0007"
    bankgiro = ""
    plusgiro = ""
    iban = ""
    bic = ""
    contact = ""
    mail = ""
    phone = ""
    dueDays = 30
    firstInvoiceNumber = 1
  }
}

extension Association {
  /// What is said of a member's invoices; the usual where nothing is.
  public func billing(of memberID: String) -> MemberBilling {
    memberBilling.first { $0.memberID == memberID } ?? MemberBilling(memberID: memberID)
  }
}

extension Member {
  /// Whether it is a member some day of the year.
  public func isMember(in year: FiscalYear) -> Bool {
    (joined.map { $0 <= year.last } ?? true) && (left.map { $0 >= year.first } ?? true)
  }
}
