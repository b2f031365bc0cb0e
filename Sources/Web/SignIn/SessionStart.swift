import Ledger
import Store

/// What comes after one has proved who one is.
enum SessionStart {
  /// After the first factor: the code is asked for where the user has one, else they are in.
  static func proceed(
    _ user: User, _ asked: Asked, back: String, asksForCode: Bool = true, notice: String = ""
  ) throws -> Answer {
    let office = asked.office
    let credential = try office.store.credential(of: user.id)
    guard asksForCode, credential.totpSecret != nil else {
      return try begin(user, asked, back: back, notice: notice)
    }
    // A new secret in the cookie, so that whoever knew the old one is not half-way in as well.
    let token = Secret.make(office.randomBytes)
    let code = Halfway.Code(user: user.id, back: back, proof: credential.proof)
    office.halfway.keep(code, for: Secret.digest(of: token), at: asked.now)
    return .signedIn(token: token, .see(Addresses.secondFactor.path()))
  }

  /// Signs the user in: a new session under a new secret; the one that the browser had is ended.
  static func begin(_ user: User, _ asked: Asked, back: String, notice: String = "") throws -> Answer {
    let office = asked.office
    if let old = asked.visitor.session { try office.store.endSession(old.digest) }
    let token = Secret.make(office.randomBytes)
    let now = asked.now
    try office.store.start(
      Session(
        digest: Secret.digest(of: token), user: user.id, startedAt: now, lastSeenAt: now,
        endsAt: Moment(secondsSince1970: now.secondsSince1970 + office.settings.sessionSecondsMax),
        agent: BrowserName.words(asked.agent), remote: asked.remote))
    office.sessions.forget()
    return .signedIn(token: token, .see(back, notice: notice))
  }
}

extension Credential {
  /// What tells whether the password or the second factor has been changed, and nothing else of them.
  var proof: String { Secret.digest(of: "\(passwordHash ?? "")\n\(Secret.hexadecimal(totpSecret ?? []))") }
}
