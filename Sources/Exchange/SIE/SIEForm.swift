/// What a file is and how it is written, told from its bytes before any record is read.
public struct SIEForm: Hashable, Sendable {
  /// What the file is.
  public enum Kind: String, Hashable, Sendable {
    /// SIE 1–4: records that begin with `#`.
    case sie
    /// SIE 5 (XML), which is recognised and not read.
    case sie5
    /// Some other XML.
    case xml
    /// A web page, as a failed download leaves behind.
    case html
    /// A PDF.
    case pdf
    /// A zip archive, which Excel files are too.
    case zip
    /// Text in UTF-16.
    case utf16
    /// Bytes that are no text.
    case binary
    /// Text without a single record.
    case text
    /// Nothing, or nothing but blanks.
    case empty
  }

  /// How lines end.
  public enum LineEnding: String, Hashable, Sendable {
    /// CR LF.
    case crlf = "CRLF"
    /// LF alone.
    case lf = "LF"
    /// CR alone, which the format does not allow but old programs wrote.
    case cr = "CR"
  }

  /// What the file is.
  public var kind: Kind
  /// How its characters are written.
  public var encoding: TextEncoding
  /// How its lines end.
  public var lineEnding: LineEnding
  /// Whether it begins with the UTF-8 byte-order mark.
  public var hasByteOrderMark: Bool
  /// Whether a checksum is opened near its beginning (`#KSUMMA`).
  public var hasChecksum: Bool
  /// How many bytes it has.
  public var byteCount: Int

  /// A form.
  public init(
    kind: Kind = .sie, encoding: TextEncoding = .codePage437, lineEnding: LineEnding = .crlf,
    hasByteOrderMark: Bool = false, hasChecksum: Bool = false, byteCount: Int = 0
  ) {
    self.kind = kind
    self.encoding = encoding
    self.lineEnding = lineEnding
    self.hasByteOrderMark = hasByteOrderMark
    self.hasChecksum = hasChecksum
    self.byteCount = byteCount
  }
}
