import Ledger
import Store

/// Whether a mail address and a password belong together. Runs inside `LongWork`, two at once at most, and counts
/// there: a crowd of requests at the same time gets no more attempts than one after another.
struct PasswordCheck: Sendable {
  enum Verdict: Sendable {
    case right(User)
    case wrong
    case wait(minutes: Int64)
  }

  let store: Store
  let cost: PasswordCost
  let now: Moment
  let randomBytes: @Sendable (Int) -> [UInt8]

  init(_ office: Office) {
    store = office.store
    cost = office.settings.passwordCost
    now = office.now()
    randomBytes = office.randomBytes
  }

  /// At sign-in. An address that nobody has is answered as a wrong password is, after the same work.
  func verdict(mail: String, password: String, remote: String) throws -> Verdict {
    let limits = [Patience.mail(mail, from: remote), Patience.mail(mail), Patience.remote(remote)]
    if let minutes = try limits.map({ try $0.minutesLeft(in: store, at: now) }).max(), minutes > 0 {
      return .wait(minutes: minutes)
    }
    let user = try store.user(mail: mail).flatMap { $0.isActive ? $0 : nil }
    let isRight = try matches(password, hash: user.map { try store.credential(of: $0.id).passwordHash } ?? nil)
    guard let user, isRight else {
      try store.noteAttempt(keys: limits.map(\.key), at: now)
      return .wrong
    }
    try store.forgetAttempts(key: Patience.mail(mail, from: remote).key)
    try store.forgetAttempts(key: Patience.mail(mail).key)
    try renew(password, of: user)
    return .right(user)
  }

  /// For one who is signed in and says who they are once more.
  func confirms(_ password: String, of user: User) throws -> Verdict {
    let limit = Patience.confirmation(user.id)
    let minutes = try limit.minutesLeft(in: store, at: now)
    guard minutes == 0 else { return .wait(minutes: minutes) }
    guard try matches(password, hash: try store.credential(of: user.id).passwordHash) else {
      try store.noteAttempt(keys: [limit.key], at: now)
      return .wrong
    }
    try store.forgetAttempts(key: limit.key)
    return .right(user)
  }

  private func matches(_ password: String, hash: String?) throws -> Bool {
    guard let hash = hash.flatMap({ PasswordHash($0) }) else {
      // The same work as for a password that is kept, so that the time tells nothing.
      _ = try PasswordHash(of: password, cost: cost, randomBytes: randomBytes)
      return false
    }
    return try hash.matches(password)
  }

  /// A hash that cost less than one does today is made anew, while the password is at hand.
  private func renew(_ password: String, of user: User) throws {
    guard let text = try store.credential(of: user.id).passwordHash, let kept = PasswordHash(text),
      kept.cost.isLess(than: cost)
    else { return }
    let hash = try PasswordHash(of: password, cost: cost, randomBytes: randomBytes)
    try store.renewHash(from: text, to: hash.text, of: user.id)
  }
}
