import Crypto
import HTTPTypes
import Hummingbird

/// The headers that every answer has.
enum Headers {
  /// Nothing is fetched from anywhere else, no script but our own files runs, nobody frames us.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    + "connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; "
    + "manifest-src 'self'; object-src 'none'"

  static func add(to response: inout Response, isSecure: Bool) {
    func usual(_ name: HTTPField.Name, _ value: String) {
      if response.headers[name] == nil { response.headers[name] = value }
    }
    usual(.contentSecurityPolicy, policy)
    usual(.xContentTypeOptions, "nosniff")
    usual(.referrerPolicy, "same-origin")
    usual(.permissionsPolicy, "camera=(), geolocation=(), microphone=()")
    usual(.crossOriginOpenerPolicy, "same-origin")
    usual(.crossOriginResourcePolicy, "same-origin")
    usual(.cacheControl, "no-store")
    if isSecure { usual(.strictTransportSecurity, "max-age=31536000") }
  }

  /// The policy of a page that carries its style in itself: that style, by its hash, and nothing else.
  static func documentPolicy(for page: [UInt8]) -> String {
    let hashes = styles(in: page).map { "'sha256-\(base64(Array(SHA256.hash(data: $0))))'" }
    return "default-src 'none'; style-src \(hashes.joined(separator: " ")); img-src data:; base-uri 'none'; "
      + "form-action 'none'; frame-ancestors 'self'"
  }

  /// The same for a page with a form on it.
  static func bareForm(for page: [UInt8]) -> String {
    documentPolicy(for: page).replacing(
      "form-action 'none'; frame-ancestors 'self'", with: "form-action 'self'; frame-ancestors 'none'")
  }

  /// What stands in the page's style elements. Text is escaped in our pages, so a tag is a tag.
  private static func styles(in page: [UInt8]) -> [[UInt8]] {
    let (open, close) = (Array("<style>".utf8), Array("</style>".utf8))
    var found: [[UInt8]] = []
    var rest = page[...]
    while let start = rest.firstRange(of: open) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: close) else { break }
      found.append(Array(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return found
  }

  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = (0..<3).map { start + $0 < bytes.count ? UInt32(bytes[start + $0]) : 0 }
      let bits = three[0] << 16 | three[1] << 8 | three[2]
      for place in 0..<4 {
        text.append(
          start + place > bytes.count ? UInt8(ascii: "=") : letters[Int(bits >> (18 - 6 * UInt32(place)) & 63)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
