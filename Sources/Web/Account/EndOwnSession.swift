import Store

/// Ends one of one's own sign-ins, or all but this one.
enum EndOwnSession {
  static func save(_ asked: Asked, _ digest: String) throws -> Answer {
    let store = asked.office.store
    guard try store.sessions(of: asked.user.id, at: asked.now).contains(where: { $0.digest == digest }) else {
      return .see(Addresses.account.path(), notice: "Den inloggningen var redan avslutad.")
    }
    if digest == asked.visitor.session?.digest { return try SignOut.save(asked, Nothing()) }
    try store.endSession(digest)
    asked.office.sessions.forget()
    return .see(Addresses.account.path(), notice: "Inloggningen är avslutad.")
  }

  static func saveAll(_ asked: Asked, _: Nothing) throws -> Answer {
    let store = asked.office.store
    for session in try store.sessions(of: asked.user.id, at: asked.now)
    where session.digest != asked.visitor.session?.digest {
      try store.endSession(session.digest)
    }
    asked.office.sessions.forget()
    return .see(Addresses.account.path(), notice: "Alla andra inloggningar är avslutade.")
  }
}
