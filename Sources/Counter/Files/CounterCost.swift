/// What it costs to make a key of a pass phrase: what somebody who has stolen the file must pay for each guess.
public struct CounterCost: Hashable, Sendable {
  /// The exponent of scrypt's N. r is 8 and p is 1: it takes 1 KiB times N of memory.
  public let logRounds: Int

  /// A cost within what this program is willing to pay; nil for any other, so that no file can hang the machine.
  public init?(logRounds: Int) {
    guard (4...18).contains(logRounds) else { return nil }
    self.logRounds = logRounds
  }

  private init(allowed logRounds: Int) { self.logRounds = logRounds }

  /// OWASP's `N = 2^17, r = 8, p = 1`: 128 MiB and some tenths of a second. The list is opened by one person at a time on
  /// their own machine, so there is memory for it.
  public static let usual = CounterCost(allowed: 17)
}
