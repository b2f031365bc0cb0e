public import Ledger

/// A file that has been sent in and not yet been taken into the book: a SIE file being looked at. Not a fact; it is
/// removed when it has been imported, thrown away, or is a day old.
public struct Upload: Hashable, Sendable {
  /// Its key; never another's, though it be removed.
  public let id: ID<Upload>
  /// The file's name.
  public let name: String
  /// How many bytes it has.
  public let byteCount: Int
  /// Who sent it in.
  public let by: String
  /// When.
  public let at: Moment

  /// A file as the book keeps it.
  public init(id: ID<Upload>, name: String, byteCount: Int, by: String, at: Moment) {
    self.id = id
    self.name = name
    self.byteCount = byteCount
    self.by = by
    self.at = at
  }
}
