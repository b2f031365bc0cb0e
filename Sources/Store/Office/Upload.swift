public import Ledger

/// A file that has been sent in and not yet been taken into the book: a SIE file being looked at. Not a fact; it is
/// removed when it has been imported, thrown away, or is a day old.
public struct Upload: Hashable, Sendable {
  public let id: ID<Upload>
  public let name: String
  public let byteCount: Int
  public let by: String
  public let at: Moment

  public init(id: ID<Upload>, name: String, byteCount: Int, by: String, at: Moment) {
    self.id = id
    self.name = name
    self.byteCount = byteCount
    self.by = by
    self.at = at
  }
}

extension Store {
  /// Keeps a file that was sent in.
  public func keep(upload bytes: [UInt8], name: String, by actor: Actor, at moment: Moment) throws(Refusal) -> Upload {
    preconditionFailure("M0002")
  }

  public func upload(_ id: ID<Upload>) throws(Refusal) -> Upload? { preconditionFailure("M0002") }

  public func uploads() throws(Refusal) -> [Upload] { preconditionFailure("M0002") }

  /// The file's bytes, a mebibyte at a time.
  public func bytes(of upload: ID<Upload>, _ body: ([UInt8]) throws -> Void) throws { preconditionFailure("M0002") }

  public func remove(_ upload: ID<Upload>) throws(Refusal) { preconditionFailure("M0002") }
}
