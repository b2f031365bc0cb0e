import Store

/// The director takes away a second factor whose telephone is lost, and ends sign-ins.
enum EndUserAccess {
  static func secondFactor(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let user = try ShowUser.find(id, asked) else { return .notFound }
    let store = asked.office.store
    try store.setSecondFactor(secret: nil, recoveryDigests: [], of: user.id)
    try store.forgetAttempts(key: Patience.code(user.id).key)
    // Whoever has the telephone may be signed in as well. The director who does it for themself stays.
    for session in try store.sessions(of: user.id, at: asked.now)
    where session.digest != asked.visitor.session?.digest {
      try store.endSession(session.digest)
    }
    asked.office.sessions.forget()
    try store.note(.endSecondFactor, of: user, by: asked.actor, at: asked.now)
    try AccessLetter.secondFactorEnded(of: user, by: asked.user.name, in: asked.office)
    return .see(
      Addresses.user.path(id),
      notice:
        "Tvåfaktorn för \(user.name) är av och inloggningarna avslutade. Be om att den slås på igen vid nästa inloggning."
    )
  }

  static func session(_ asked: Asked, _ place: Pair<Int64, String>) throws -> Answer {
    guard let user = try ShowUser.find(place.first, asked) else { return .notFound }
    let path = Addresses.user.path(place.first)
    let store = asked.office.store
    guard try store.sessions(of: user.id, at: asked.now).contains(where: { $0.digest == place.second }) else {
      return .see(path, notice: "Den inloggningen var redan avslutad.")
    }
    if place.second == asked.visitor.session?.digest { return try SignOut.save(asked, Nothing()) }
    try store.endSession(place.second)
    asked.office.sessions.forget()
    return .see(path, notice: "Inloggningen är avslutad.")
  }
}
