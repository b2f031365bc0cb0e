import Crypto

/// Secrets: 32 bytes that nobody can guess, shown once and kept only as their digest.
enum Secret {
  /// A new secret, as letters and digits that can stand in a cookie and an address.
  static func make(_ randomBytes: (Int) -> [UInt8]) -> String { hexadecimal(randomBytes(32)) }

  /// What is kept of it.
  static func digest(of secret: String) -> String { hexadecimal(SHA256.hash(data: Array(secret.utf8))) }

  /// What a visitor's forms carry: bound to the secret in the cookie and to the book they work in, so that a page of
  /// the one book is never sent to the other.
  static func formToken(of secret: String, isPractising: Bool) -> String {
    let key = SymmetricKey(data: Array(secret.utf8))
    let words = Array((isPractising ? "form practice" : "form").utf8)
    return hexadecimal(HMAC<SHA256>.authenticationCode(for: words, using: key))
  }

  /// Whether two texts are the same, without telling by the time it takes how much of them is.
  static func isEqual(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
