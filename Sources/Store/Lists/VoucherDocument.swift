public import Ledger

/// A document beside a voucher.
public struct VoucherDocument: Hashable, Sendable {
  /// SHA-256 of its bytes, by which the book keeps it.
  public let sha256: String
  /// The file's name.
  public let name: String
  /// What it is: `application/pdf`.
  public let mediaType: String
  /// How many bytes.
  public let byteCount: Int
  /// Who put it there: with the voucher, or later.
  public let by: String
  /// When.
  public let at: Moment

  /// A document.
  public init(sha256: String, name: String, mediaType: String, byteCount: Int, by: String, at: Moment) {
    self.sha256 = sha256
    self.name = name
    self.mediaType = mediaType
    self.byteCount = byteCount
    self.by = by
    self.at = at
  }
}

extension Store.Writing {
  /// Puts a document that the book keeps beside a voucher that has been recorded; nothing where it lies there already.
  /// It changes nothing of what was booked, so the month and the year may be closed.
  public func addDocument(_ sha256: String, to number: Voucher.Number, in year: FiscalYear) throws {
    guard let voucher = try connection.voucherID(number, in: posting.years.entry(year)) else {
      throw Store.Refusal.unknownVoucher(number, year)
    }
    let attachment = try connection.first("SELECT id FROM attachment WHERE sha256 = ?", .text(sha256)) { $0.integer(0) }
    guard let attachment else { throw Store.Refusal.unknownAttachment(sha256) }
    let lies = try connection.first(
      """
      SELECT 1 FROM voucher_attachment WHERE voucher_id = ?1 AND attachment_id = ?2
      UNION ALL SELECT 1 FROM voucher_document WHERE voucher_id = ?1 AND attachment_id = ?2
      """, .integer(voucher), .integer(attachment)
    ) { _ in true }
    guard lies == nil else { return }
    _ = try act(.document, subject: "\(number.text) (\(year.number))") {
      try $0.record("voucher_document", .integer(voucher), .integer(attachment), .integer($0.sequence))
    }
  }
}

extension Store {
  /// The documents beside a voucher, those recorded with it first.
  public func documents(of number: Voucher.Number, in year: FiscalYear) throws(Refusal) -> [VoucherDocument] {
    try read { connection in
      guard let voucher = try connection.voucherID(number, in: YearLedger(connection).entry(year)) else {
        throw Refusal.unknownVoucher(number, year)
      }
      var documents: [VoucherDocument] = []
      try connection.each(
        """
        SELECT a.sha256, a.name, a.media_type, a.byte_count, h.actor, h.moment
        FROM (
          SELECT attachment_id, 0 AS place, position, history_sequence FROM voucher_attachment WHERE voucher_id = ?1
          UNION ALL
          SELECT attachment_id, 1, history_sequence, history_sequence FROM voucher_document WHERE voucher_id = ?1
        ) d JOIN attachment a ON a.id = d.attachment_id JOIN history h ON h.sequence = d.history_sequence
        ORDER BY d.place, d.position
        """, .integer(voucher)
      ) { row in
        documents.append(
          VoucherDocument(
            sha256: row.text(0), name: row.text(1), mediaType: row.text(2), byteCount: Int(row.integer(3)),
            by: row.text(4), at: Moment(secondsSince1970: row.integer(5))))
      }
      return documents
    }
  }

  /// Puts a document that the book keeps beside a voucher that has been recorded; nothing where it lies there already.
  /// It changes nothing of what was booked, so the month and the year may be closed.
  public func addDocument(
    _ sha256: String, to number: Voucher.Number, in year: FiscalYear, by actor: Actor, at moment: Moment
  ) throws(Refusal) {
    try act(by: actor, at: moment) { try $0.addDocument(sha256, to: number, in: year) }
  }
}
