import Store

/// Signing out: the session is ended and the browser gets a new secret.
enum SignOut {
  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    if let session = asked.visitor.session { try asked.office.store.endSession(session.digest) }
    asked.office.sessions.forget()
    return .signedIn(
      token: Secret.make(asked.office.randomBytes),
      .see(Addresses.signIn.path(), notice: "Du är utloggad."))
  }
}
