import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: `$scrypt$ln=15,r=8,p=3$salt$hash`, salt and hash in base64 without padding.
///
/// Hashing takes a third of a second and 32 MiB: only inside `LongWork`.
struct PasswordHash {
  let cost: PasswordCost
  private let salt: [UInt8]
  private let hash: [UInt8]

  static let saltByteCount = 16
  private static let hashByteCount = 32

  /// The hash of a new password.
  init(of password: String, cost: PasswordCost, randomBytes: (Int) -> [UInt8]) throws {
    self.cost = cost
    salt = randomBytes(PasswordHash.saltByteCount)
    hash = try PasswordHash.derive(password, salt: salt, cost: cost)
  }

  /// What stands in a book; nil where it is no hash of ours.
  init?(_ text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
    let numbers = parts[2].split(separator: ",").map { $0.split(separator: "=") }
    guard numbers.count == 3, numbers.allSatisfy({ $0.count == 2 }), numbers.map({ $0[0] }) == ["ln", "r", "p"],
      let logRounds = Int(numbers[0][1]), let blockSize = Int(numbers[1][1]), let parallelism = Int(numbers[2][1]),
      let cost = PasswordCost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism),
      let salt = PasswordHash.decoded(parts[3]), let hash = PasswordHash.decoded(parts[4]),
      salt.count >= 8, hash.count == PasswordHash.hashByteCount
    else { return nil }
    self.cost = cost
    self.salt = salt
    self.hash = hash
  }

  /// As it stands in the book.
  var text: String {
    let bare: ([UInt8]) -> String = { bytes in
      String(decoding: Headers.base64(bytes).utf8.filter { $0 != UInt8(ascii: "=") }, as: UTF8.self)
    }
    return "$scrypt$ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)$\(bare(salt))$\(bare(hash))"
  }

  /// Whether that is the password. Takes the same time whatever the answer is.
  func matches(_ password: String) throws -> Bool {
    let other = try PasswordHash.derive(password, salt: salt, cost: cost)
    return zip(hash, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func derive(_ password: String, salt: [UInt8], cost: PasswordCost) throws -> [UInt8] {
    // The same å is one letter on one keyboard and a letter and a ring on another.
    let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
    // The library cannot take an empty one; a byte that no form lets through stands for it.
    let key = try KDF.Scrypt.deriveKey(
      from: bytes.isEmpty ? [0] : bytes, salt: salt, outputByteCount: hashByteCount, rounds: 1 << cost.logRounds,
      blockSize: cost.blockSize, parallelism: cost.parallelism)
    return key.withUnsafeBytes { Array($0) }
  }

  private static func decoded(_ text: Substring) -> [UInt8]? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    return Data(base64Encoded: text + padding).map { Array($0) }
  }
}
