import Association
import Crypto
import CryptoExtras
import Foundation

/// The encryption of a list: AES-256-GCM under a key that scrypt makes of the pass phrase.
///
/// The file is `finsam-raknelista 1\n`, the exponent of scrypt's N (1 byte), the salt (16), a check of the key (16), the
/// nonce (12), and then the encrypted list with its tag (16). All that stands before the nonce is authenticated with it,
/// so a changed head is found as well. The list is padded to whole kilobytes: the length does not tell how many they are.
struct CounterSeal: Sendable {
  let cost: CounterCost
  let salt: [UInt8]
  private let key: SymmetricKey
  /// The first half of the digest of the other half of what scrypt made: it tells a wrong pass phrase from a damaged
  /// file, and to somebody who guesses nothing that the tag does not.
  private let check: [UInt8]

  static let version = Array("1\n".utf8)
  private static let saltByteCount = 16
  private static let checkByteCount = 16
  private static let nonceByteCount = 12
  private static let tagByteCount = 16
  private static let headByteCount =
    CounterMark.bytes.count + version.count + 1 + saltByteCount + checkByteCount
  /// What is encrypted has whole blocks of so many bytes.
  private static let padByteCount = 4096

  /// A new seal under that pass phrase.
  init(phrase: String, cost: CounterCost, randomBytes: (Int) -> [UInt8]) throws {
    try self.init(phrase: phrase, cost: cost, salt: randomBytes(CounterSeal.saltByteCount))
  }

  /// The seal of a file, and what is sealed in it.
  static func open(_ file: [UInt8], phrase: String) throws -> (seal: CounterSeal, content: [UInt8]) {
    guard CounterMark.begins(file) else { throw CounterFile.Refusal.notAList }
    guard file.dropFirst(CounterMark.bytes.count).starts(with: version) else { throw CounterFile.Refusal.newerForm }
    guard file.count >= headByteCount + nonceByteCount + tagByteCount else { throw CounterFile.Refusal.damaged }
    var place = CounterMark.bytes.count + version.count
    func take(_ count: Int) -> [UInt8] {
      defer { place += count }
      return Array(file[place..<(place + count)])
    }
    guard let cost = CounterCost(logRounds: Int(take(1)[0])) else { throw CounterFile.Refusal.damaged }
    let seal = try CounterSeal(phrase: phrase, cost: cost, salt: take(saltByteCount))
    let check = take(checkByteCount)
    guard zip(seal.check, check).reduce(UInt8(0), { $0 | ($1.0 ^ $1.1) }) == 0 else {
      throw CounterFile.Refusal.wrongPhrase
    }
    do {
      let box = try AES.GCM.SealedBox(
        nonce: AES.GCM.Nonce(data: take(nonceByteCount)),
        ciphertext: file[place..<(file.count - tagByteCount)], tag: file.suffix(tagByteCount))
      let padded = try AES.GCM.open(box, using: seal.key, authenticating: seal.head)
      return (seal, padded.reversed().drop { $0 == 32 }.reversed())
    } catch {
      // The phrase is right, so the bytes are not what was written.
      throw CounterFile.Refusal.damaged
    }
  }

  /// The file of that content, under a nonce of its own.
  func file(of content: [UInt8], randomBytes: (Int) -> [UInt8]) throws -> [UInt8] {
    let size = CounterSeal.padByteCount
    let padded = content + [UInt8](repeating: 32, count: size - content.count % size)
    let nonce = randomBytes(CounterSeal.nonceByteCount)
    let box = try AES.GCM.seal(padded, using: key, nonce: AES.GCM.Nonce(data: nonce), authenticating: head)
    return head + nonce + Array(box.ciphertext) + Array(box.tag)
  }

  private var head: [UInt8] {
    CounterMark.bytes + CounterSeal.version + [UInt8(cost.logRounds)] + salt + check
  }

  private init(phrase: String, cost: CounterCost, salt: [UInt8]) throws {
    self.cost = cost
    self.salt = salt
    // The same å is one letter on one keyboard and a letter and a ring on another.
    let bytes = Array(phrase.precomposedStringWithCanonicalMapping.utf8)
    // The library cannot take an empty one; a byte that no form lets through stands for it.
    let made = try KDF.Scrypt.deriveKey(
      from: bytes.isEmpty ? [0] : bytes, salt: salt, outputByteCount: 64, rounds: 1 << cost.logRounds, blockSize: 8,
      parallelism: 1)
    let halves = made.withUnsafeBytes { Array($0) }
    key = SymmetricKey(data: halves.prefix(32))
    check = Array(SHA256.hash(data: halves.suffix(32)).prefix(CounterSeal.checkByteCount))
  }
}
