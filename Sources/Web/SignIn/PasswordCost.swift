/// What it costs to hash a password once: what somebody who has stolen the book must pay for each guess.
///
/// The usual one is OWASP's `N = 2^15, r = 8, p = 3`: 32 MiB at a time, so that two at once leave room for the office
/// (docs/decisions). Each hash says what it cost, so the cost can be raised and old hashes still be read.
public struct PasswordCost: Hashable, Sendable {
  /// The exponent of scrypt's N.
  public let logRounds: Int
  /// scrypt's r.
  public let blockSize: Int
  /// scrypt's p.
  public let parallelism: Int

  /// A cost within what this program is willing to pay; nil for any other, so that no hash in a book can hang it.
  public init?(logRounds: Int, blockSize: Int, parallelism: Int) {
    guard (1...20).contains(logRounds), (1...16).contains(blockSize), (1...16).contains(parallelism) else { return nil }
    self.init(allowed: (logRounds, blockSize, parallelism))
  }

  private init(allowed: (Int, Int, Int)) { (logRounds, blockSize, parallelism) = allowed }

  /// What each new hash costs.
  public static let usual = PasswordCost(allowed: (15, 8, 3))

  /// Whether a hash of this cost is cheaper to guess at than one of the other: in memory or in work.
  func isLess(than other: PasswordCost) -> Bool {
    memory < other.memory || memory * parallelism < other.memory * other.parallelism
  }

  /// In blocks of 128 bytes.
  private var memory: Int { blockSize << logRounds }
}
