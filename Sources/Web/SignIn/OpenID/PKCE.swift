import Crypto

/// Proof that whoever fetches the token is who sent the visitor away (RFC 7636, S256).
enum PKCE {
  static func challenge(of verifier: String) -> String { base64URL(Array(SHA256.hash(data: Array(verifier.utf8)))) }

  static func base64URL(_ bytes: [UInt8]) -> String {
    let letters = Headers.base64(bytes).utf8.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      case UInt8(ascii: "="): nil
      default: byte
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
