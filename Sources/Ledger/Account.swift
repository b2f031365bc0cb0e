/// The number of an account as it stands in the chart: digits in every chart we ship, but kept as text, since real
/// files have leading zeros and letters and no row may be lost for that.
public struct AccountNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number as it is written.
  public let text: String

  /// The account with that number.
  public init(_ text: String) { self.text = text }

  /// The number as it is written.
  public var description: String { text }

  /// Accounts sort as text by byte, which for numbers of one length is the order of the chart.
  public static func < (left: AccountNumber, right: AccountNumber) -> Bool { left.text < right.text }

  /// The leading four digits as a number, by which ranges are asked (`3010` for both 3010 and 30105).
  /// Nil where the account does not begin with four digits.
  public var group: Int? {
    var number = 0
    var count = 0
    for byte in text.utf8.prefix(4) {
      guard byte >= 48, byte <= 57 else { return nil }
      number = number * 10 + Int(byte - 48)
      count += 1
    }
    return count == 4 ? number : nil
  }
}

/// What an account holds (SIE `#KTYP`).
public enum AccountKind: String, CaseIterable, Sendable {
  /// Tillgång.
  case asset = "T"
  /// Skuld, with equity counted in.
  case liability = "S"
  /// Kostnad.
  case cost = "K"
  /// Intäkt.
  case income = "I"

  /// True for what is carried over to next year, false for what makes the year's result.
  public var isBalance: Bool { self == .asset || self == .liability }
}

/// An account of the chart.
public struct Account: Hashable, Sendable {
  /// The number.
  public var number: AccountNumber
  /// The name.
  public var name: String
  /// What it holds.
  public var kind: AccountKind
  /// Codes of the tax form's fields (`#SRU`), as read.
  public var taxCodes: [String]
  /// The unit in which quantities are counted (`#ENHET`), if any.
  public var unit: String?

  /// An account. Where no kind is given, it follows from the first digit as in BAS.
  public init(
    number: AccountNumber, name: String, kind: AccountKind? = nil, taxCodes: [String] = [], unit: String? = nil
  ) {
    self.number = number
    self.name = name
    self.kind = kind ?? Account.usualKind(of: number)
    self.taxCodes = taxCodes
    self.unit = unit
  }

  /// The kind that the first digit tells in both BAS and Kommun-Bas: 1 asset, 2 liability, 3 income, 4 to 8 cost,
  /// but 80 to 83 and 84 as the chart has them: 83 is financial income in BAS and 84 financial cost;
  /// in Kommun-Bas 84 is income and 85 cost. A file's own `#KTYP` always wins.
  public static func usualKind(of number: AccountNumber) -> AccountKind {
    guard let first = number.text.utf8.first else { return .cost }
    switch first {
    case UInt8(ascii: "1"): return .asset
    case UInt8(ascii: "2"): return .liability
    case UInt8(ascii: "3"): return .income
    case UInt8(ascii: "8"): return number.group.map { (8000...8399).contains($0) } == true ? .income : .cost
    default: return .cost
    }
  }
}

/// A chart of accounts: the accounts one association uses, whatever standard they follow.
public struct Chart: Hashable, Sendable {
  /// The standards we ship as data.
  public enum Standard: String, CaseIterable, Sendable {
    /// BAS, the chart of small-business programs.
    case bas = "BAS"
    /// Kommun-Bas, the chart of municipalities and regions (SKR).
    case kommunBas = "Kommun-Bas"
  }

  /// Which standard the numbers follow.
  public var standard: Standard
  /// The accounts in order of number.
  public var accounts: [Account]

  /// A chart of those accounts, sorted by number.
  public init(standard: Standard, accounts: [Account]) {
    self.standard = standard
    self.accounts = accounts.sorted { $0.number < $1.number }
  }

  /// The account with that number, or nil.
  public subscript(number: AccountNumber) -> Account? {
    var low = 0
    var high = accounts.count
    while low < high {
      let middle = (low + high) / 2
      if accounts[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < accounts.count && accounts[low].number == number ? accounts[low] : nil
  }
}
