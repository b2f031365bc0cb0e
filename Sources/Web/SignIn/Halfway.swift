import Ledger
import Store
import Synchronization

/// What the office remembers of those who are on their way in: nothing of it is a sign-in, and it is gone when the
/// office closes. Each visitor has at most one step of each kind, under the digest of the secret in their cookie.
final class Halfway: Sendable {
  /// One whose password was right, and whose code is awaited.
  struct Code: Sendable {
    let user: ID<User>
    let back: String
    /// What the password and the second factor were then: with others, one begins again.
    let proof: String
  }

  /// One who has been sent to the OIDC provider.
  struct OpenID: Sendable {
    let state: String
    let nonce: String
    let verifier: String
    let back: String
  }

  private struct Kept<Value: Sendable>: Sendable {
    let value: Value
    let endsAt: Int64
  }

  private struct Memory: Sendable {
    var codes: [String: Kept<Code>] = [:]
    var openIDs: [String: Kept<OpenID>] = [:]
    var secrets: [String: Kept<[UInt8]>] = [:]
    var providers: [String: Kept<OpenIDProvider>] = [:]
    var first: Kept<String>?
  }

  /// How long a step may take, in seconds.
  static let secondsMax: Int64 = 600
  /// Far more than are on their way in at once; when so many are, the oldest begin again.
  private static let countMax = 10_000

  private let memory = Mutex(Memory())

  // The code of the second factor.

  func keep(_ code: Code, for digest: String, at now: Moment) { keep(code, digest, now, in: \.codes) }
  func code(for digest: String, at now: Moment) -> Code? { find(digest, now, in: \.codes) }
  func forgetCode(for digest: String) { memory.withLock { _ = $0.codes.removeValue(forKey: digest) } }

  // The OIDC provider.

  func keep(_ openID: OpenID, for digest: String, at now: Moment) { keep(openID, digest, now, in: \.openIDs) }

  /// What the visitor was sent with; once.
  func takeOpenID(for digest: String, at now: Moment) -> OpenID? {
    let found = find(digest, now, in: \.openIDs)
    memory.withLock { _ = $0.openIDs.removeValue(forKey: digest) }
    return found
  }

  /// What a provider says of itself, so that it is not asked at each visit.
  func keep(_ provider: OpenIDProvider, at now: Moment) { keep(provider, provider.issuer, now, in: \.providers) }
  func provider(_ issuer: String, at now: Moment) -> OpenIDProvider? { find(issuer, now, in: \.providers) }

  // A second factor that is being set up.

  func keep(secret: [UInt8], for digest: String, at now: Moment) { keep(secret, digest, now, in: \.secrets) }
  func secret(for digest: String, at now: Moment) -> [UInt8]? { find(digest, now, in: \.secrets) }
  func forgetSecret(for digest: String) { memory.withLock { _ = $0.secrets.removeValue(forKey: digest) } }

  // The first administrator's link.

  func keepFirst(digest: String, endsAt: Moment) {
    memory.withLock { $0.first = Kept(value: digest, endsAt: endsAt.secondsSince1970) }
  }

  func isFirst(_ digest: String, at now: Moment) -> Bool {
    memory.withLock { $0.first.map { $0.value == digest && $0.endsAt > now.secondsSince1970 } ?? false }
  }

  /// Uses the link up: false where somebody else has.
  func takeFirst(_ digest: String, at now: Moment) -> Bool {
    memory.withLock { memory in
      guard let first = memory.first, first.value == digest, first.endsAt > now.secondsSince1970 else { return false }
      memory.first = nil
      return true
    }
  }

  private typealias Place<Value: Sendable> = WritableKeyPath<Memory, [String: Kept<Value>]> & Sendable

  private func keep<Value>(_ value: Value, _ key: String, _ now: Moment, in place: Place<Value>) {
    memory.withLock { memory in
      if memory[keyPath: place].count >= Halfway.countMax {
        memory[keyPath: place] = memory[keyPath: place].filter { $0.value.endsAt > now.secondsSince1970 }
        if memory[keyPath: place].count >= Halfway.countMax,
          let oldest = memory[keyPath: place].min(by: { $0.value.endsAt < $1.value.endsAt })?.key
        {
          memory[keyPath: place].removeValue(forKey: oldest)
        }
      }
      memory[keyPath: place][key] = Kept(value: value, endsAt: now.secondsSince1970 + Halfway.secondsMax)
    }
  }

  private func find<Value>(_ key: String, _ now: Moment, in place: Place<Value>) -> Value? {
    memory.withLock { memory in
      guard let kept = memory[keyPath: place][key], kept.endsAt > now.secondsSince1970 else { return nil }
      return kept.value
    }
  }
}
