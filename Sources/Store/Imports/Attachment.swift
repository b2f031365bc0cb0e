import Crypto
public import Ledger

/// An underlying document, kept as it came.
public struct Attachment: Hashable, Sendable {
  /// SHA-256 of its bytes, in small hexadecimal: the name by which vouchers point to it.
  public let sha256: String
  /// The file's name.
  public let name: String
  /// What it is: `application/pdf`.
  public let mediaType: String
  /// The bytes.
  public let bytes: [UInt8]
}

extension Store.Writing {
  /// Keeps a document and gives its SHA-256. The same bytes are stored once, under the name they first had.
  @discardableResult
  public func attach(_ bytes: [UInt8], name: String, mediaType: String) throws -> String {
    let digest = SHA256.hash(data: bytes).hexadecimal
    let known = try connection.first("SELECT 1 FROM attachment WHERE sha256 = ?", .text(digest)) { _ in true }
    guard known == nil else { return digest }
    _ = try act(.attachment, subject: name) { act in
      let recorder = try act.recorder("attachment")
      recorder.integer(try self.posting.keys.next("attachment"))
      recorder.text(digest)
      recorder.text(name)
      recorder.text(mediaType)
      recorder.integer(Int64(bytes.count))
      recorder.bytes(bytes)
      recorder.integer(act.sequence)
      try recorder.end()
    }
    return digest
  }
}

extension Store {
  /// Keeps a document and gives its SHA-256. The same bytes are stored once, under the name they first had.
  @discardableResult
  public func attach(
    _ bytes: [UInt8], name: String, mediaType: String, by actor: Actor, at moment: Moment
  ) throws(Refusal) -> String {
    try act(by: actor, at: moment) { try $0.attach(bytes, name: name, mediaType: mediaType) }
  }

  /// The document with that SHA-256, or nil.
  public func attachment(_ digest: String) throws(Refusal) -> Attachment? {
    try read { connection in
      try connection.first(
        "SELECT sha256, name, media_type, bytes FROM attachment WHERE sha256 = ?", .text(digest)
      ) { Attachment(sha256: $0.text(0), name: $0.text(1), mediaType: $0.text(2), bytes: Array($0.bytes(3))) }
    }
  }
}
