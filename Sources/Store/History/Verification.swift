public import Ledger

/// What a book was found to be when everything in it was reckoned again.
public struct Verification: Hashable, Sendable {
  /// A line of history that is not what its facts and the line before make it.
  public struct Difference: Hashable, Sendable {
    /// What about the line differs.
    public enum Part: String, Sendable {
      /// Its facts have another digest than the line says.
      case facts
      /// It does not follow on the line before.
      case previous
      /// The line itself has another hash than it says.
      case line
      /// The line is missing: there is a gap, or facts without a line.
      case missing
    }

    /// The line's number.
    public let sequence: Int64
    /// What differs.
    public let part: Part
    /// What the line is about, as it stands: act and subject.
    public let subject: String
    /// The hash that the facts, the line and the line before make.
    public let expected: String
    /// The hash that is stored.
    public let found: String
  }

  /// Something that is not as it must be.
  public enum Finding: Hashable, Sendable {
    /// The first line of history that differs; what comes after it rests on it.
    case history(Difference)
    /// A voucher's debit and credit differ by that much.
    case voucher(Voucher.Number, FiscalYear, difference: Money)
    /// A number is missing in a series numbered here.
    case numberMissing(Voucher.Number, FiscalYear)
    /// A month's total is not the sum of its vouchers' rows.
    case periodTotal(FiscalYear, month: Int, account: AccountNumber, expected: Money, found: Money)
    /// A month's count of vouchers is not how many there are.
    case voucherCount(FiscalYear, month: Int, expected: Int, found: Int)
    /// A year does not open with what the year before closed with when it was ended.
    case opening(FiscalYear, account: AccountNumber, expected: Money, found: Money)
    /// An attachment's bytes are not those it was kept by.
    case attachment(name: String, expected: String, found: String)
    /// An imported file's bytes are not those it was kept by.
    case importedFile(name: String, expected: String, found: String)
    /// A row refers to one that is not there.
    case reference(table: String, row: Int64)
    /// What SQLite itself says of the file.
    case integrity(String)
  }

  /// How many lines of history there are.
  public let lineCount: Int
  /// How many vouchers.
  public let voucherCount: Int
  /// How many rows of facts were hashed.
  public let factCount: Int
  /// The last line's hash: on paper, it tells if the end of the history has been cut off.
  public let lastHash: String
  /// Everything found; empty for a book that is whole.
  public let findings: [Finding]

  /// Whether nothing was found.
  public var isWhole: Bool { findings.isEmpty }

  /// The first line of history that differs, if any does.
  public var firstDifference: Difference? {
    for case .history(let difference) in findings { return difference }
    return nil
  }
}
