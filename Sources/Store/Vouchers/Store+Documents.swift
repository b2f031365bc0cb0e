import Ledger

extension Store {
  /// What is known of the documents with those SHA-256 without reading their bytes, in the order asked for; those that
  /// the book does not keep are left out.
  public func documents(named digests: [String]) throws(Refusal) -> [VoucherDocument] {
    try read { connection in
      try digests.compactMap { digest in
        try connection.first(
          """
          SELECT a.sha256, a.name, a.media_type, a.byte_count, h.actor, h.moment
          FROM attachment a JOIN history h ON h.sequence = a.history_sequence WHERE a.sha256 = ?
          """, .text(digest)
        ) { row in
          VoucherDocument(
            sha256: row.text(0), name: row.text(1), mediaType: row.text(2), byteCount: Int(row.integer(3)),
            by: row.text(4), at: Moment(secondsSince1970: row.integer(5)))
        }
      }
    }
  }
}
