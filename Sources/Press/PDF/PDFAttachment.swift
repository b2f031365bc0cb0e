/// A file that travels inside the PDF: the report's data, the year's balances, the ledger.
public struct PDFAttachment: Hashable, Sendable {
  /// What the file is to the report (PDF/A-3, AFRelationship).
  public enum Relationship: String, Sendable {
    /// What the report was made from.
    case source
    /// Data behind tables and diagrams.
    case data
    /// The same in another form.
    case alternative
    /// Something beside it.
    case supplement
  }

  /// The file's name.
  public var name: String
  /// Its media type, `application/json`.
  public var mediaType: String
  /// What it is, in Swedish.
  public var description: String
  /// What it is to the report.
  public var relationship: Relationship
  /// The bytes.
  public var bytes: [UInt8]

  /// A file.
  public init(name: String, mediaType: String, description: String, relationship: Relationship, bytes: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.description = description
    self.relationship = relationship
    self.bytes = bytes
  }
}
