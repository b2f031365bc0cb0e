public import Ledger

/// A document beside a voucher.
public struct VoucherDocument: Hashable, Sendable {
  public let sha256: String
  public let name: String
  public let mediaType: String
  public let byteCount: Int
  /// Who put it there, and when: with the voucher, or later.
  public let by: String
  public let at: Moment

  public init(sha256: String, name: String, mediaType: String, byteCount: Int, by: String, at: Moment) {
    self.sha256 = sha256
    self.name = name
    self.mediaType = mediaType
    self.byteCount = byteCount
    self.by = by
    self.at = at
  }
}

extension Store {
  /// The documents beside a voucher, those recorded with it first.
  public func documents(of number: Voucher.Number, in year: FiscalYear) throws(Refusal) -> [VoucherDocument] {
    preconditionFailure("M0003")
  }

  /// Puts a document that the book keeps beside a voucher that has been recorded; nothing where it lies there already.
  public func addDocument(
    _ sha256: String, to number: Voucher.Number, in year: FiscalYear, by actor: Actor, at moment: Moment
  ) throws(Refusal) { preconditionFailure("M0003") }

  /// Who recorded a voucher and when: its line of history.
  public func historyLine(of number: Voucher.Number, in year: FiscalYear) throws(Refusal) -> HistoryLine? {
    preconditionFailure("M0003")
  }

  /// A page of the history, latest first, of those acts and actors and with those words in its subject.
  public func historyPage(
    acts: Set<HistoryLine.Act>, actor: String, text: String, offset: Int, limit: Int
  ) throws(Refusal) -> (lines: [HistoryLine], count: Int) { preconditionFailure("M0003") }
}
