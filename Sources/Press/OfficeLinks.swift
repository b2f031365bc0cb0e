public import Ledger

/// Where the printed page leads when it is read inside the office. A page that stands alone has none: its panels then
/// say all there is to say.
public struct OfficeLinks: Sendable {
  /// The path of the report's own page in the office.
  public let report: String
  /// The path of a voucher of the year.
  public let voucher: @Sendable (Voucher.Number) -> String
  /// The path of a document, by its SHA-256.
  public let document: @Sendable (String) -> String
  /// The path of an account's rows of the year.
  public let account: @Sendable (AccountNumber) -> String

  /// Paths from the root.
  public init(
    report: String, voucher: @escaping @Sendable (Voucher.Number) -> String,
    document: @escaping @Sendable (String) -> String, account: @escaping @Sendable (AccountNumber) -> String
  ) {
    self.report = report
    self.voucher = voucher
    self.document = document
    self.account = account
  }
}
