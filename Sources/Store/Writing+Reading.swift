public import Association
import Crypto
public import Ledger

/// What an act must know of the book it writes in, read in its own transaction.
extension Store.Writing {
  /// The association as it is now: what a later save is held against, so that nobody's words are written over unseen.
  public func association() throws -> Association { try connection.association() }

  /// The book's fiscal years, first year first.
  public func fiscalYears() throws -> [FiscalYear] { try YearLedger(connection).entries.map(\.year) }

  /// The year's vouchers that stand for its balances alone and have not been reversed.
  public func balanceVouchers(of year: FiscalYear) throws -> [PostedVoucher] {
    try connection.balanceVouchers(of: YearLedger(connection).entry(year))
  }

  /// The import of a file with those bytes, or nil where it has not been imported or the import has been undone.
  public func importReceipt(ofBytes bytes: [UInt8]) throws -> ImportReceipt? {
    try connection.standingImport(ofDigest: SHA256.hash(data: bytes).hexadecimal)
  }
}

extension Connection {
  /// The year's vouchers that stand for its balances alone and have not been reversed.
  func balanceVouchers(of entry: YearLedger.Entry) throws -> [PostedVoucher] {
    var numbers: [Voucher.Number] = []
    try each("SELECT series, number FROM standing_voucher WHERE year_id = ? AND source = 3", .integer(entry.id)) {
      numbers.append(Voucher.Number(series: $0.text(0), number: Int($0.integer(1))))
    }
    return try numbers.compactMap { try voucher($0, in: entry) }.filter { $0.reversedBy == nil }
  }
}

extension Store {
  /// All documents in the book, the first kept first.
  public func attachments() throws(Refusal) -> [Attachment] {
    try read { connection in
      var attachments: [Attachment] = []
      try connection.each("SELECT sha256, name, media_type, bytes FROM attachment ORDER BY id") {
        attachments.append(
          Attachment(sha256: $0.text(0), name: $0.text(1), mediaType: $0.text(2), bytes: Array($0.bytes(3))))
      }
      return attachments
    }
  }
}
