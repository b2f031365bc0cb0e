public import Ledger

extension Store {
  /// All users, by name.
  public func users() throws(Refusal) -> [User] { preconditionFailure("M0002") }

  /// The user with that mail address (any case), or nil.
  public func user(mail: String) throws(Refusal) -> User? { preconditionFailure("M0002") }

  /// Records a user: a new one where `id` is nil, else what has changed; nothing, and no line of history, where
  /// nothing has. Refuses a mail address that another has, and to leave the book without an active director.
  @discardableResult
  public func record(
    user id: ID<User>?, name: String, mail: String, role: Role, insatser: [String], isActive: Bool, by actor: Actor,
    at moment: Moment
  ) throws(Refusal) -> User { preconditionFailure("M0002") }

  // How a user proves who they are.

  public func credential(of user: ID<User>) throws(Refusal) -> Credential { preconditionFailure("M0002") }

  /// Replaces the password's hash, and ends every session of the user but that one.
  public func setPassword(hash: String, of user: ID<User>, keeping session: String?) throws(Refusal) {
    preconditionFailure("M0002")
  }

  /// Sets up the second factor with fresh recovery codes (their SHA-256); nil takes it away.
  public func setSecondFactor(secret: [UInt8]?, recoveryDigests: [String], of user: ID<User>) throws(Refusal) {
    preconditionFailure("M0002")
  }

  /// Uses a time step of the second factor: false where that step or a later one has been used.
  public func useStep(_ step: Int64, of user: ID<User>) throws(Refusal) -> Bool { preconditionFailure("M0002") }

  /// Uses up a recovery code: false where there is none of that digest.
  public func useRecoveryCode(digest: String, of user: ID<User>) throws(Refusal) -> Bool {
    preconditionFailure("M0002")
  }

  /// The user that an identity at an OIDC provider has been bound to, or nil.
  public func user(issuer: String, subject: String) throws(Refusal) -> User? { preconditionFailure("M0002") }

  /// Binds an identity at an OIDC provider to a user.
  public func bind(issuer: String, subject: String, to user: ID<User>) throws(Refusal) { preconditionFailure("M0002") }

  // Sessions, invitations and attempts: what runs out.

  public func start(_ session: Session) throws(Refusal) { preconditionFailure("M0002") }

  /// The session with that digest and its user, if it has not run out and the user is active.
  public func session(_ digest: String, at moment: Moment) throws(Refusal) -> (session: Session, user: User)? {
    preconditionFailure("M0002")
  }

  /// The sessions that have not run out, latest seen first; of one user or of all.
  public func sessions(of user: ID<User>?, at moment: Moment) throws(Refusal) -> [Session] {
    preconditionFailure("M0002")
  }

  /// Notes that a session was seen, or whether it practises.
  public func update(_ session: Session) throws(Refusal) { preconditionFailure("M0002") }

  public func endSession(_ digest: String) throws(Refusal) { preconditionFailure("M0002") }

  /// Ends every session of the user.
  public func endSessions(of user: ID<User>) throws(Refusal) { preconditionFailure("M0002") }

  /// Keeps an invitation; one the user had before is no longer good.
  public func keep(_ invitation: Invitation) throws(Refusal) { preconditionFailure("M0002") }

  /// The invitation with that digest, if it has not run out.
  public func invitation(_ digest: String, at moment: Moment) throws(Refusal) -> Invitation? {
    preconditionFailure("M0002")
  }

  /// Uses an invitation up: false where it was used or has run out.
  public func useInvitation(_ digest: String, at moment: Moment) throws(Refusal) -> Bool {
    preconditionFailure("M0002")
  }

  /// Notes a failed attempt to sign in under each key (a mail address, a remote address), and forgets what is a day old.
  public func noteAttempt(keys: [String], at moment: Moment) throws(Refusal) { preconditionFailure("M0002") }

  /// How many attempts have failed under the key since that moment.
  public func attempts(key: String, since moment: Moment) throws(Refusal) -> Int { preconditionFailure("M0002") }

  public func forgetAttempts(key: String) throws(Refusal) { preconditionFailure("M0002") }

  // The practice book.

  /// Whether the book is for practice and nobody's real one.
  public func isPractice() throws(Refusal) -> Bool { preconditionFailure("M0002") }

  /// Says, once and for ever, that the book is for practice.
  public func markPractice(by actor: Actor, at moment: Moment) throws(Refusal) { preconditionFailure("M0002") }
}

extension Store {
  /// The association's name and organisation number, and nothing else of it: what stands at the top of every page.
  public func title() throws(Refusal) -> (name: String, organisationNumber: String) { preconditionFailure("M0002") }
}
