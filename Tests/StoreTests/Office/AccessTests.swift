import Ledger
import Testing

@testable import Store

/// What users sign in by, and how long they are let in.
@Suite struct AccessTests {
  private func office() throws -> (book: Book, anna: User, bo: User) {
    let book = try Book()
    let anna = try book.user("Anna", mail: "anna@exempel.se")
    return (book, anna, try book.user("Bo", mail: "bo@exempel.se", as: .bookkeeper))
  }

  @Test func `a password is replaced, and every other session of the user ends`() throws {
    let (book, anna, bo) = try office()
    for name in ["here", "there"] { try book.store.start(.of(anna.id, name)) }
    try book.store.start(.of(bo.id, "bo"))
    #expect(try book.store.credential(of: anna.id) == Credential())

    try book.store.setPassword(hash: "$scrypt$1", of: anna.id, keeping: sha256("here"))

    #expect(try book.store.credential(of: anna.id).passwordHash == "$scrypt$1")
    #expect(try book.store.sessions(of: anna.id, at: .now2).map(\.digest) == [sha256("here")])
    #expect(try book.store.sessions(of: nil, at: .now2).count == 2)
    try book.store.setPassword(hash: "$scrypt$2", of: anna.id, keeping: nil)
    #expect(try book.store.credential(of: anna.id).passwordHash == "$scrypt$2")
    #expect(try book.store.sessions(of: nil, at: .now2).map(\.user) == [bo.id])
  }

  @Test func `a step of the second factor is used once, and never after a later one`() throws {
    let (book, anna, bo) = try office()
    #expect(try !book.store.useStep(10, of: anna.id))

    try book.store.setSecondFactor(secret: [0, 1, 255], recoveryDigests: [], of: anna.id)

    #expect(try book.store.credential(of: anna.id).totpSecret == [0, 1, 255])
    #expect(try book.store.useStep(10, of: anna.id))
    #expect(try !book.store.useStep(10, of: anna.id))
    #expect(try !book.store.useStep(9, of: anna.id))
    #expect(try book.store.useStep(11, of: anna.id))
    #expect(try !book.store.useStep(12, of: bo.id))
    // A new secret begins anew, and to set a password does not touch it.
    try book.store.setSecondFactor(secret: [2], recoveryDigests: [], of: anna.id)
    try book.store.setPassword(hash: "$", of: anna.id, keeping: nil)
    #expect(try book.store.useStep(9, of: anna.id))
    #expect(try !book.store.useStep(9, of: anna.id))
  }

  @Test func `a recovery code is used once, and goes with the second factor`() throws {
    let (book, anna, bo) = try office()
    try book.store.setPassword(hash: "$", of: anna.id, keeping: nil)
    let codes = ["1", "2", "3"].map(sha256)

    try book.store.setSecondFactor(secret: [1], recoveryDigests: codes, of: anna.id)

    #expect(try book.store.credential(of: anna.id).recoveryCodeCount == 3)
    #expect(try !book.store.useRecoveryCode(digest: codes[0], of: bo.id))
    #expect(try book.store.useRecoveryCode(digest: codes[0], of: anna.id))
    #expect(try !book.store.useRecoveryCode(digest: codes[0], of: anna.id))
    #expect(try book.store.credential(of: anna.id).recoveryCodeCount == 2)
    try book.store.setSecondFactor(secret: nil, recoveryDigests: [], of: anna.id)
    #expect(try book.store.credential(of: anna.id) == Credential(passwordHash: "$"))
    #expect(try !book.store.useRecoveryCode(digest: codes[1], of: anna.id))
  }

  @Test func `an identity at a provider is one user's`() throws {
    let (book, anna, bo) = try office()

    try book.store.bind(issuer: "https://id.exempel.se", subject: "17", to: anna.id)

    #expect(try book.store.user(issuer: "https://id.exempel.se", subject: "17") == anna)
    #expect(try book.store.user(issuer: "https://id.exempel.se", subject: "18") == nil)
    #expect(try book.store.user(issuer: "https://annan.exempel.se", subject: "17") == nil)
    try book.store.bind(issuer: "https://id.exempel.se", subject: "17", to: bo.id)
    #expect(try book.store.user(issuer: "https://id.exempel.se", subject: "17") == bo)
  }

  @Test func `a session lets in until it ends, and says where it was last seen`() throws {
    let (book, anna, bo) = try office()
    var session = Session.of(anna.id)
    try book.store.start(session)
    try book.store.start(.of(bo.id, "bo"))

    let found = try #require(try book.store.session(session.digest, at: .now2))
    #expect(found.session == session)
    #expect(found.user == anna)
    #expect(try book.store.session(session.digest, at: session.endsAt) == nil)
    #expect(try book.store.session(sha256("another"), at: .now2) == nil)
    #expect(try book.store.sessions(of: nil, at: session.endsAt).isEmpty)

    session.lastSeenAt = .now2
    session.isPractising = true
    try book.store.update(session)
    #expect(try book.store.sessions(of: nil, at: .now2).map(\.user) == [anna.id, bo.id])
    #expect(try book.store.sessions(of: anna.id, at: .now2) == [session])
    var late = session
    late.lastSeenAt = .now1
    try book.store.update(late)
    #expect(try book.store.sessions(of: anna.id, at: .now2) == [session])

    try book.store.endSession(session.digest)
    try book.store.update(session)
    #expect(try book.store.session(session.digest, at: .now2) == nil)
    try book.store.endSessions(of: bo.id)
    #expect(try book.store.sessions(of: nil, at: .now2).isEmpty)
  }

  @Test func `whoever gets another role, or may no longer sign in, is signed out in the same act`() throws {
    let (book, _, bo) = try office()
    try book.store.start(.of(bo.id))
    try book.store.keep(Invitation(digest: sha256("i"), user: bo.id, endsAt: .now2))

    try book.user("Bo Ek", mail: "bo@exempel.se", as: .bookkeeper, over: bo)
    #expect(try book.store.session(sha256("s"), at: .now2)?.user.name == "Bo Ek")
    try book.user("Bo Ek", mail: "bo@exempel.se", as: .viewer, over: bo)
    #expect(try book.store.session(sha256("s"), at: .now2) == nil)
    #expect(try book.store.sessions(of: bo.id, at: .now2).isEmpty)
    #expect(try book.store.invitation(sha256("i"), at: .now1) == nil)

    try book.store.keep(Invitation(digest: sha256("i"), user: bo.id, endsAt: .now2))
    try book.store.start(.of(bo.id))
    try book.user("Bo Ek", mail: "bo@exempel.se", as: .viewer, isActive: false, over: bo)
    #expect(try book.store.sessions(of: bo.id, at: .now2).isEmpty)
    #expect(try book.store.invitation(sha256("i"), at: .now1) == nil)
    // One that is begun all the same lets nobody in.
    try book.store.start(.of(bo.id))
    #expect(try book.store.session(sha256("s"), at: .now2) == nil)
  }

  @Test func `a link dies with a new mail address and with a new password, and not with a new name`() throws {
    let (book, _, bo) = try office()
    func isGood() throws -> Bool { try book.store.invitation(sha256("i"), at: .now1) != nil }
    func keep() throws { try book.store.keep(Invitation(digest: sha256("i"), user: bo.id, endsAt: .now2)) }

    try keep()
    try book.user("Bo Ekman", mail: bo.mail, as: bo.role, over: bo)
    #expect(try isGood())
    try book.user("Bo Ekman", mail: "bo.ekman@exempel.se", as: bo.role, over: bo)
    #expect(try !isGood())

    try keep()
    try book.store.setPassword(hash: "$scrypt$", of: bo.id, keeping: nil)
    #expect(try !isGood())
  }

  @Test func `how a user got or lost a way in stands in the history, as theirs and without a secret`() throws {
    let (book, _, bo) = try office()

    for act in [HistoryLine.Act.makeLink, .endSecondFactor, .choosePassword] {
      try book.store.note(act, of: bo, by: Actor(name: "Chefen"), at: .now2)
    }

    let lines = try book.store.history(of: .user(bo.id)).prefix(3)
    #expect(lines.map(\.act) == [.choosePassword, .endSecondFactor, .makeLink])
    #expect(lines.allSatisfy { $0.subject == bo.name && $0.actor.name == "Chefen" })
    #expect(try book.store.user(mail: bo.mail) == bo)
    #expect(try book.store.verify().isWhole)
  }

  @Test func `sessions and invitations that have run out are forgotten when somebody signs in`() throws {
    let (book, anna, bo) = try office()
    try book.store.start(.of(bo.id, "short", seconds: 10))
    try book.store.keep(Invitation(digest: sha256("i"), user: bo.id, endsAt: .now2))

    var session = Session.of(anna.id)
    session = Session(
      digest: session.digest, user: anna.id, startedAt: .now2, lastSeenAt: .now2, endsAt: session.endsAt,
      agent: session.agent, remote: session.remote)
    try book.store.start(session)

    #expect(try book.ask("SELECT COUNT(*) FROM session") == ["1"])
    #expect(try book.ask("SELECT COUNT(*) FROM invitation") == ["0"])
  }

  @Test func `an invitation is used once, before it ends, and the newest is the only one`() throws {
    let (book, anna, _) = try office()
    let first = Invitation(digest: sha256("first"), user: anna.id, endsAt: .now2)
    let second = Invitation(digest: sha256("second"), user: anna.id, endsAt: .now2)

    try book.store.keep(first)
    #expect(try book.store.invitation(first.digest, at: .now1) == first)
    try book.store.keep(second)
    #expect(try book.store.invitation(first.digest, at: .now1) == nil)
    #expect(try book.store.invitation(second.digest, at: .now2) == nil)
    #expect(try !book.store.useInvitation(second.digest, at: .now2))
    #expect(try book.store.useInvitation(second.digest, at: .now1))
    #expect(try !book.store.useInvitation(second.digest, at: .now1))
    #expect(try book.store.invitation(second.digest, at: .now1) == nil)
  }

  @Test func `failed attempts are counted under each key, and forgotten after a day`() throws {
    let (book, _, _) = try office()
    let mail = "anna@exempel.se"

    try book.store.noteAttempt(keys: [mail, "192.0.2.1"], at: .now1)
    try book.store.noteAttempt(keys: [mail], at: .now2)

    #expect(try book.store.attempts(key: mail, since: .now1) == 2)
    #expect(try book.store.attempts(key: mail, since: .now2) == 1)
    #expect(try book.store.attempts(key: "192.0.2.1", since: .now1) == 1)
    #expect(try book.store.attempts(key: "bo@exempel.se", since: .now1) == 0)
    try book.store.noteAttempt(keys: ["192.0.2.1"], at: Moment.now1.later(by: 86_400))
    #expect(try book.store.attempts(key: mail, since: .now1) == 1)
    #expect(try book.store.attempts(key: "192.0.2.1", since: .now1) == 1)
    try book.store.forgetAttempts(key: mail)
    #expect(try book.store.attempts(key: mail, since: .now1) == 0)
  }

  @Test func `nothing of how somebody signs in stands in the history`() throws {
    let (book, anna, _) = try office()
    let hash = try book.store.lastHash()

    try book.store.setPassword(hash: "$", of: anna.id, keeping: nil)
    try book.store.setSecondFactor(secret: [1], recoveryDigests: [sha256("1")], of: anna.id)
    try book.store.bind(issuer: "i", subject: "s", to: anna.id)
    try book.store.start(.of(anna.id))
    try book.store.keep(Invitation(digest: sha256("i"), user: anna.id, endsAt: .now2))
    try book.store.noteAttempt(keys: ["x"], at: .now1)

    #expect(try book.store.lastHash() == hash)
    #expect(try book.store.verify().findings == [])
    for table in ["credential", "recovery_code", "openid_identity", "session", "invitation", "attempt"] {
      try book.attack("DELETE FROM \(table)")
    }
    #expect(try book.store.lastHash() == hash)
    #expect(try book.store.verify().findings == [])
  }
}
