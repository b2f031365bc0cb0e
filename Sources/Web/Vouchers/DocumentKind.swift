/// What a document is, found in its bytes: what the sender calls it decides nothing that a browser does with it.
enum DocumentKind: String, CaseIterable {
  case pdf = "application/pdf"
  case png = "image/png"
  case jpeg = "image/jpeg"
  case gif = "image/gif"
  case webp = "image/webp"

  /// The kind that the first bytes tell; nil for all else, which a browser saves and never shows.
  init?(_ bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(16))
    func begins(_ start: [UInt8]) -> Bool { head.starts(with: start) }
    if begins(Array("%PDF-".utf8)) {
      self = .pdf
    } else if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if begins([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if begins(Array("GIF87a".utf8)) || begins(Array("GIF89a".utf8)) {
      self = .gif
    } else if begins(Array("RIFF".utf8)), head.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      self = .webp
    } else {
      return nil
    }
  }

  var isPicture: Bool { self != .pdf }

  /// How the type is kept: what the bytes tell, and nothing that the sender says.
  static func mediaType(of bytes: [UInt8]) -> String { DocumentKind(bytes)?.rawValue ?? "application/octet-stream" }
}
