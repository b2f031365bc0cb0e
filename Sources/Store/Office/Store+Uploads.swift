public import Ledger

extension Store {
  /// How long a file that was sent in is kept: a day, in seconds.
  private static let uploadSecondsMax: Int64 = 86_400
  /// A mebibyte, as imported files are kept: a file of any size is then read in little memory.
  private static let uploadChunkBytes = 1 << 20

  /// Keeps a file that was sent in, and removes those that are older than a day.
  public func keep(upload bytes: [UInt8], name: String, by actor: Actor, at moment: Moment) throws(Refusal) -> Upload {
    try change { connection in
      let now = moment.secondsSince1970
      try connection.run("DELETE FROM upload WHERE sent_at <= ?", .integer(now - Store.uploadSecondsMax))
      let key = try connection.insert(
        "INSERT INTO upload (name, byte_count, sent_by, sent_at) VALUES (?, ?, ?, ?)", .text(name),
        .integer(bytes.count), .text(actor.name), .integer(now))
      for (position, start) in stride(from: 0, to: bytes.count, by: Store.uploadChunkBytes).enumerated() {
        let chunk = bytes[start..<min(start + Store.uploadChunkBytes, bytes.count)]
        try connection.run(
          "INSERT INTO upload_chunk VALUES (?, ?, ?)", .integer(key), .integer(position), .bytes(Array(chunk)))
      }
      return Upload(id: ID(rawValue: key), name: name, byteCount: bytes.count, by: actor.name, at: moment)
    }
  }

  /// A file that was sent in, or nil where it has been removed.
  public func upload(_ id: ID<Upload>) throws(Refusal) -> Upload? {
    try read { try $0.uploads(where: "id = ?1", .integer(id.rawValue)).first }
  }

  /// The files that were sent in, latest first.
  public func uploads() throws(Refusal) -> [Upload] { try read { try $0.uploads() } }

  /// The file's bytes, a mebibyte at a time; none where it has been removed.
  public func bytes(of upload: ID<Upload>, _ body: ([UInt8]) throws -> Void) throws {
    do {
      try file.read { connection in
        try connection.each(
          "SELECT bytes FROM upload_chunk WHERE upload_id = ? ORDER BY position", .integer(upload.rawValue)
        ) { try body(Array($0.bytes(0))) }
      }
    } catch {
      throw Refusal.known(error)
    }
  }

  /// Removes a file that was sent in; nothing where it is gone already.
  public func remove(_ upload: ID<Upload>) throws(Refusal) {
    try change { try $0.run("DELETE FROM upload WHERE id = ?", .integer(upload.rawValue)) }
  }
}

extension Connection {
  fileprivate func uploads(where condition: String = "?1 IS NULL", _ field: Field = .null) throws -> [Upload] {
    var uploads: [Upload] = []
    try each(
      """
      SELECT id, name, byte_count, sent_by, sent_at FROM upload WHERE \(condition) ORDER BY sent_at DESC, id DESC
      """, field
    ) { row in
      uploads.append(
        Upload(
          id: ID(rawValue: row.integer(0)), name: row.text(1), byteCount: Int(row.integer(2)), by: row.text(3),
          at: Moment(secondsSince1970: row.integer(4))))
    }
    return uploads
  }
}
