import Crypto
import Foundation
import Ledger

/// The second factor: a code that an app reckons from a shared secret and the time (RFC 6238, SHA-1, thirty seconds,
/// six digits: what every app can).
enum TOTP {
  static let secondsPerStep: Int64 = 30
  static let secretByteCount = 20
  static let digitCount = 6

  /// The step in which that moment falls.
  static func step(at moment: Moment) -> Int64 { moment.secondsSince1970 / secondsPerStep }

  /// The code of that step.
  static func code(_ secret: [UInt8], step: Int64, digitCount: Int = TOTP.digitCount) -> String {
    let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
    let mac = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
    let place = Int(mac[mac.count - 1] & 15)
    let number = mac[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let digits = String(number % (0..<digitCount).reduce(UInt32(1)) { power, _ in power * 10 })
    return String(repeating: "0", count: digitCount - digits.utf8.count) + digits
  }

  /// Which step that code is of: this one, or the one before or after, for a telephone's clock is not ours. Nil where it
  /// is of none. All three are compared, whichever it is.
  static func step(of code: String, _ secret: [UInt8], at moment: Moment) -> Int64? {
    let now = step(at: moment)
    let digits = String(decoding: code.utf8.filter { $0 != 32 }, as: UTF8.self)
    let found = [now - 1, now, now + 1].filter { Secret.isEqual(TOTP.code(secret, step: $0), digits) }
    return found.last
  }

  /// What the app reads from the picture.
  static func address(_ secret: [UInt8], mail: String, association: String) -> String {
    let issuer = association.isEmpty ? "finsam" : association
    return "otpauth://totp/\(Percent.encoded(issuer)):\(Percent.encoded(mail))"
      + Percent.query([("secret", base32(secret)), ("issuer", issuer)])
  }

  /// The secret in groups of four, to be typed where the picture cannot be read.
  static func spelled(_ secret: [UInt8]) -> String {
    let letters = Array(base32(secret).utf8)
    let groups = stride(from: 0, to: letters.count, by: 4).map {
      String(decoding: letters[$0..<min($0 + 4, letters.count)], as: UTF8.self)
    }
    return groups.joined(separator: " ")
  }

  /// Base32 (RFC 4648) without padding.
  static func base32(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    var text: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      bits = (bits << 8 | UInt32(byte)) & 0xFFFF
      count += 8
      while count >= 5 {
        count -= 5
        text.append(letters[Int(bits >> UInt32(count) & 31)])
      }
    }
    if count > 0 { text.append(letters[Int(bits << UInt32(5 - count) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }
}
