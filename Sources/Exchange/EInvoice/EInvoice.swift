public import Ledger

/// An invoice or a credit note in the terms of EN 16931 (BT and BG numbers beside each property), as Peppol BIS Billing 3
/// carries it. What a received one says beyond this stays in its bytes, which are kept as they came.
public struct EInvoice: Hashable, Sendable {
  /// What kind of document it is, by its code in UNTDID 1001 (BT-3).
  public enum Kind: String, CaseIterable, Sendable {
    /// A commercial invoice.
    case invoice = "380"
    /// A credit note; its amounts are positive and take away.
    case creditNote = "381"
  }

  /// What kind it is (BT-3).
  public var kind: Kind
  /// Its number (BT-1).
  public var number: String
  /// When it was issued (BT-2).
  public var issued: CalendarDate
  /// When it is to be paid (BT-9).
  public var due: CalendarDate?
  /// What its sender says (BT-22); empty for nothing.
  public var note: String
  /// The currency of every amount, `SEK` (BT-5).
  public var currency: String
  /// The buyer's reference, by which it finds its receiver (BT-10).
  public var buyerReference: String
  /// The buyer's order number (BT-13).
  public var orderReference: String
  /// The period it is for (BG-14).
  public var period: Period?
  /// The invoices it corrects (BG-3).
  public var preceding: [Preceding]
  /// Who is to be paid (BG-4).
  public var seller: Party
  /// Who is to pay (BG-7).
  public var buyer: Party
  /// How it can be paid (BG-16).
  public var payments: [Payment]
  /// The terms of payment in words (BT-20).
  public var paymentTerms: String
  /// Allowances and charges on the whole (BG-20, BG-21).
  public var adjustments: [Adjustment]
  /// VAT in all (BT-110).
  public var taxTotal: Money
  /// VAT by category and rate (BG-23).
  public var taxes: [Tax]
  /// The sums (BG-22).
  public var totals: Totals
  /// The lines (BG-25).
  public var lines: [Line]
  /// Documents beside it (BG-24).
  public var documents: [Document]

  /// An invoice with its parties, lines and sums; the rest is set after.
  public init(
    kind: Kind = .invoice, number: String, issued: CalendarDate, due: CalendarDate? = nil, currency: String = "SEK",
    seller: Party, buyer: Party, lines: [Line] = [], taxes: [Tax] = [], taxTotal: Money = .zero,
    totals: Totals = Totals()
  ) {
    self.kind = kind
    self.number = number
    self.issued = issued
    self.due = due
    self.note = ""
    self.currency = currency
    self.buyerReference = ""
    self.orderReference = ""
    self.period = nil
    self.preceding = []
    self.seller = seller
    self.buyer = buyer
    self.payments = []
    self.paymentTerms = ""
    self.adjustments = []
    self.taxTotal = taxTotal
    self.taxes = taxes
    self.totals = totals
    self.lines = lines
    self.documents = []
  }
}

extension EInvoice {
  /// A number and the list it stands in: `2220002451` in `0007`, Swedish organisation numbers.
  public struct Identifier: Hashable, Sendable {
    /// The number.
    public var value: String
    /// The list by its code (ISO 6523 or EAS); empty where it says none.
    public var scheme: String

    /// A number in a list.
    public init(_ value: String, scheme: String = "") {
      self.value = value
      self.scheme = scheme
    }

    /// The list of Swedish organisation numbers.
    public static let swedishScheme = "0007"
  }

  /// From the first day to the last.
  public struct Period: Hashable, Sendable {
    /// The first day (BT-73, BT-134).
    public var first: CalendarDate?
    /// The last day (BT-74, BT-135).
    public var last: CalendarDate?

    /// A period.
    public init(first: CalendarDate?, last: CalendarDate?) {
      self.first = first
      self.last = last
    }
  }

  /// An invoice that this one corrects.
  public struct Preceding: Hashable, Sendable {
    /// Its number (BT-25).
    public var number: String
    /// When it was issued (BT-26).
    public var issued: CalendarDate?

    /// An earlier invoice.
    public init(number: String, issued: CalendarDate? = nil) {
      self.number = number
      self.issued = issued
    }
  }

  /// A seller or a buyer.
  public struct Party: Hashable, Sendable {
    /// The legal name (BT-27, BT-44).
    public var name: String
    /// The name it goes by, where another (BT-28, BT-45).
    public var tradingName: String
    /// The electronic address (BT-34, BT-49).
    public var endpoint: Identifier?
    /// The organisation number (BT-30, BT-47).
    public var legalID: Identifier?
    /// The VAT number, `SE222000245101` (BT-31, BT-48); empty for none.
    public var vatID: String
    /// The tax registration in words, `Godkänd för F-skatt` (BT-32); empty for none.
    public var taxRegistration: String
    /// Where it is (BG-5, BG-8).
    public var address: Address
    /// Whom to ask: a function (BT-41, BT-56).
    public var contactName: String
    /// Its telephone (BT-42, BT-57).
    public var contactPhone: String
    /// Its mail address (BT-43, BT-58).
    public var contactMail: String

    /// A party by its name; the rest is set after.
    public init(name: String, endpoint: Identifier? = nil, legalID: Identifier? = nil, address: Address = Address()) {
      self.name = name
      self.tradingName = ""
      self.endpoint = endpoint
      self.legalID = legalID
      self.vatID = ""
      self.taxRegistration = ""
      self.address = address
      self.contactName = ""
      self.contactPhone = ""
      self.contactMail = ""
    }
  }

  /// A postal address.
  public struct Address: Hashable, Sendable {
    /// Street or box (BT-35, BT-50).
    public var street: String
    /// A second line (BT-36, BT-51).
    public var additional: String
    /// The town (BT-37, BT-52).
    public var city: String
    /// The postal code (BT-38, BT-53).
    public var postalCode: String
    /// The country's two letters (BT-40, BT-55).
    public var country: String

    /// An address.
    public init(
      street: String = "", additional: String = "", city: String = "", postalCode: String = "", country: String = "SE"
    ) {
      self.street = street
      self.additional = additional
      self.city = city
      self.postalCode = postalCode
      self.country = country
    }
  }

  /// A way to pay.
  public struct Payment: Hashable, Sendable {
    /// The way by its code in UNTDID 4461: 30 a credit transfer (BT-81).
    public var code: String
    /// What to give the payment so that it is known (BT-83).
    public var reference: String
    /// The account: bankgiro, plusgiro or IBAN (BT-84).
    public var account: String
    /// Where the account is: `SE:BANKGIRO`, `SE:PLUSGIRO` or a BIC (BT-86).
    public var branch: String

    /// A way to pay.
    public init(code: String = "30", reference: String = "", account: String, branch: String = "") {
      self.code = code
      self.reference = reference
      self.account = account
      self.branch = branch
    }

    /// The branch of bankgiro.
    public static let bankgiro = "SE:BANKGIRO"
    /// The branch of plusgiro.
    public static let plusgiro = "SE:PLUSGIRO"
  }

  /// An allowance (less to pay) or a charge (more to pay) on the whole or on a line.
  public struct Adjustment: Hashable, Sendable {
    /// Whether it is a charge.
    public var isCharge: Bool
    /// How much, positive.
    public var amount: Money
    /// Why.
    public var reason: String
    /// Its VAT; nil on a line, whose VAT it shares.
    public var category: Category?

    /// An allowance or a charge.
    public init(isCharge: Bool, amount: Money, reason: String, category: Category? = nil) {
      self.isCharge = isCharge
      self.amount = amount
      self.reason = reason
      self.category = category
    }
  }

  /// What VAT there is on something.
  public struct Category: Hashable, Sendable {
    /// The category by its code: S standard, Z zero, E exempt, AE reverse charge, O outside VAT (BT-118, BT-151).
    public var code: String
    /// The rate in per cent; nil where there is none to say, as outside VAT (BT-119, BT-152).
    public var percent: ExactNumber?

    /// A category.
    public init(code: String, percent: ExactNumber? = nil) {
      self.code = code
      self.percent = percent
    }

    /// Outside VAT.
    public static let outsideVAT = Category(code: "O")
  }

  /// VAT of one category at one rate (BG-23).
  public struct Tax: Hashable, Sendable {
    /// The category and the rate.
    public var category: Category
    /// On how much (BT-116).
    public var taxable: Money
    /// How much (BT-117).
    public var amount: Money
    /// Why there is no VAT, in words (BT-120).
    public var exemptionReason: String
    /// Why there is no VAT, by its code, `VATEX-EU-O` (BT-121).
    public var exemptionCode: String

    /// VAT.
    public init(
      category: Category, taxable: Money, amount: Money, exemptionReason: String = "", exemptionCode: String = ""
    ) {
      self.category = category
      self.taxable = taxable
      self.amount = amount
      self.exemptionReason = exemptionReason
      self.exemptionCode = exemptionCode
    }
  }

  /// The sums (BG-22). Those that may be left out are nil where they are.
  public struct Totals: Hashable, Sendable {
    /// Of the lines (BT-106).
    public var lines: Money
    /// Of allowances on the whole (BT-107).
    public var allowances: Money?
    /// Of charges on the whole (BT-108).
    public var charges: Money?
    /// Without VAT (BT-109).
    public var withoutTax: Money
    /// With VAT (BT-112).
    public var withTax: Money
    /// Already paid (BT-113).
    public var prepaid: Money?
    /// Rounding to whole kronor (BT-114).
    public var rounding: Money?
    /// To pay (BT-115).
    public var payable: Money

    /// Sums of an invoice without VAT, allowances and prepayment.
    public init(_ amount: Money = .zero) {
      lines = amount
      withoutTax = amount
      withTax = amount
      payable = amount
    }
  }

  /// A line (BG-25).
  public struct Line: Hashable, Sendable {
    /// Its number (BT-126).
    public var id: String
    /// What it is (BT-153).
    public var name: String
    /// More of what it is (BT-154).
    public var description: String
    /// How many (BT-129).
    public var quantity: ExactNumber
    /// The unit by its code, `C62` for one (BT-130).
    public var unit: String
    /// The price of one, without VAT (BT-146).
    public var price: ExactNumber
    /// How many the price is for (BT-149).
    public var priceQuantity: ExactNumber?
    /// The line's sum, without VAT (BT-131).
    public var amount: Money
    /// Its VAT.
    public var category: Category
    /// The period it is for (BG-26).
    public var period: Period?
    /// The buyer's account (BT-133).
    public var buyerAccount: String
    /// Allowances and charges on it (BG-27, BG-28).
    public var adjustments: [Adjustment]

    /// A line of one whole.
    public init(id: String, name: String, amount: Money, category: Category) {
      self.id = id
      self.name = name
      self.description = ""
      self.quantity = ExactNumber(digits: 1, decimals: 0)
      self.unit = "C62"
      self.price = ExactNumber(digits: amount.ore, decimals: 2)
      self.priceQuantity = nil
      self.amount = amount
      self.category = category
      self.period = nil
      self.buyerAccount = ""
      self.adjustments = []
    }
  }

  /// A document beside it (BG-24).
  public struct Document: Hashable, Sendable {
    /// Its number or name (BT-122).
    public var id: String
    /// What it is (BT-123).
    public var description: String
    /// The name of a file that came inside (BT-125); empty where none did.
    public var fileName: String
    /// Its media type.
    public var mediaType: String
    /// Where it lies (BT-124).
    public var address: String

    /// A document.
    public init(
      id: String, description: String = "", fileName: String = "", mediaType: String = "", address: String = ""
    ) {
      self.id = id
      self.description = description
      self.fileName = fileName
      self.mediaType = mediaType
      self.address = address
    }
  }
}

/// A decimal number held exactly: quantities, prices and rates, which may have more decimals than money.
public struct ExactNumber: Hashable, Sendable {
  /// All digits as one whole number.
  public let digits: Int64
  /// How many of them stand after the point, 0 to 12.
  public let decimals: Int

  /// That many digits, the last `decimals` of them after the point.
  public init(digits: Int64, decimals: Int) {
    self.digits = digits
    self.decimals = min(max(decimals, 0), ExactNumber.decimalsMax)
  }

  /// The most decimals a number has here.
  public static let decimalsMax = 12

  /// Reads `12`, `-1.50` or `+0.25` as XML writes decimals; nil for anything else, or for more than 18 digits.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var digits: Int64 = 0
    var decimals = 0
    var count = 0
    var isAfterPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
        continue
      }
      guard byte >= 48, byte <= 57, count < 18 else { return nil }
      digits = digits * 10 + Int64(byte - 48)
      count += 1
      if isAfterPoint { decimals += 1 }
    }
    guard count > 0, decimals <= ExactNumber.decimalsMax else { return nil }
    self.digits = isNegative ? -digits : digits
    self.decimals = decimals
  }

  /// The number as XML writes it: a point, no blanks, as many decimals as it was given.
  public var text: String {
    guard decimals > 0 else { return "\(digits)" }
    let size = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(decimals + 1 - size.utf8.count, 0)) + size
    return (digits < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// The number in millionths of a millionth (10⁻¹²), by which two are compared and added whatever their decimals.
  public var trillionths: Int128 {
    (0..<(ExactNumber.decimalsMax - decimals)).reduce(Int128(digits)) { number, _ in number * 10 }
  }

  /// The amount of so many kronor, halves of an öre away from zero; nil where it is too large.
  public var money: Money? {
    let ore: Int128 = 10_000_000_000
    let half = digits < 0 ? -ore / 2 : ore / 2
    return Int64(exactly: (trillionths + half) / ore).map { Money(ore: $0) }
  }
}
