import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct UserTests {
  private static func form(
    _ name: String, _ mail: String, _ role: Role, _ more: [(String, String)] = []
  ) -> [(String, String)] {
    [("namn", name), ("epost", mail), ("roll", role.rawValue)] + more
  }

  private static func path(_ user: User) -> String { Addresses.user.path(user.id.rawValue) }

  @Test(arguments: [Role.director, .auditor, .bookkeeper])
  func `the list says who may sign in, with what role, and when they last did`(role: Role) async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: role) { try await $0.get("/anvandare") }

    #expect(reply.status == .ok)
    for other in Role.allCases { #expect(reply.body.contains(other.words)) }
    #expect(reply.body.contains("2026-02-15 kl. 10.00"))
    #expect(reply.body.contains("aldrig"))
    #expect(reply.body.contains("Bjud in någon") == (role == .director))
  }

  @Test func `without a mailer the director gets the link to hand over, once, and it works`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      #expect(try await guest.get("/anvandare/ny").status == .ok)
      let reply = try await guest.post("/anvandare/ny", Self.form("Åsa Ek", "asa@example.se", .bookkeeper))
      #expect(reply.status == .ok)
      let link = try #require(reply.body.firstMatch(of: /http:\/\/localhost(\/inbjudan\/[0-9a-f]{64})/)?.1)
      let stranger = Guest(
        client: guest.client, token: Secret.make(kit.office.randomBytes), cookieName: guest.cookieName)
      let done = try await stranger.post(
        String(link), [("nytt-losenord", OfficeKit.password), ("nytt-losenord-igen", OfficeKit.password)])
      #expect(try await stranger.following(done).get("/mitt-konto").body.contains("Åsa Ek"))
    }

    let user = try #require(try kit.store.user(mail: "asa@example.se"))
    #expect((user.role, user.isActive) == (.bookkeeper, true))
  }

  @Test func `with a mailer the invited gets a letter, and the link is not on the page`() async throws {
    let kit = try OfficeKit(hasMailer: true)

    let reply = try await kit.visit(as: .director) {
      try await $0.post("/anvandare/ny", Self.form("Åsa Ek", "asa@example.se", .viewer))
    }

    #expect(reply.status == .seeOther)
    #expect(reply.notice.contains("har fått ett brev"))
    let letter = try #require(kit.mails.all.first)
    #expect(letter.to == "asa@example.se")
    #expect(letter.text.contains("http://localhost/inbjudan/"))
    #expect(letter.text.contains("Test director har bjudit in dig"))
  }

  @Test func `a performer is bound to insatser, and a form with faults comes back as it was typed`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      let none = try await guest.post("/anvandare/ny", Self.form("Bo", "bo@example.se", .performer))
      #expect(none.status == .unprocessableContent)
      #expect(none.body.contains("Kryssa för minst en"))
      let wrong = try await guest.post(
        "/anvandare/ny", [("namn", "Bo 19121212-1212"), ("epost", "bo"), ("roll", "kung")])
      #expect(wrong.body.contains("3 saker behöver rättas"))
      #expect(wrong.body.contains("value=\"bo\""))
      let taken = try await guest.post("/anvandare/ny", Self.form("Bo", "VIEWER@example.se", .viewer))
      #expect(taken.body.contains("Test viewer har redan adressen"))
      let right = try await guest.post(
        "/anvandare/ny", Self.form("Bo", "bo@example.se", .performer, [("insats", "SAMSA"), ("insats", "FINNS-INTE")]))
      #expect(right.status == .ok)
    }

    #expect(try kit.store.user(mail: "bo@example.se")?.insatser == ["SAMSA"])
  }

  @Test func `the director changes name, role and insatser, and the user is signed out of the old role`() async throws {
    let kit = try OfficeKit()
    let viewer = try #require(kit.users[.viewer])

    try await kit.visit(as: .viewer) { viewing in
      #expect(try await viewing.get("/mitt-konto").status == .ok)
      try await kit.visit(as: .director) { guest in
        #expect(try await guest.get(Self.path(viewer)).body.contains("value=\"Test viewer\""))
        let reply = try await guest.post(
          Self.path(viewer),
          Self.form("Åsa Ek", "asa@example.se", .performer, [("insats", "SAMSA"), ("aktiv", "ja")])
            + [("fore", UserState.digest(of: viewer))])
        #expect(reply.notice == "Sparat.")
      }
      #expect(try await viewing.get("/mitt-konto").status == .seeOther)
    }

    let now = try #require(try kit.store.user(mail: "asa@example.se"))
    #expect((now.id, now.name, now.role, now.insatser) == (viewer.id, "Åsa Ek", .performer, ["SAMSA"]))
  }

  @Test func `one who is shut out is signed out at once`() async throws {
    let kit = try OfficeKit()
    let viewer = try #require(kit.users[.viewer])

    try await kit.visit(as: .viewer) { viewing in
      #expect(try await viewing.get("/mitt-konto").status == .ok)
      try await kit.visit(as: .director) { guest in
        _ = try await guest.post(
          Self.path(viewer),
          Self.form(viewer.name, viewer.mail, .viewer) + [("fore", UserState.digest(of: viewer))])
      }
      #expect(try await viewing.get("/mitt-konto").status == .seeOther)
    }

    #expect(try kit.store.user(mail: viewer.mail)?.isActive == false)
  }

  @Test func `of two who change the same user the later is told what the earlier did, and nothing is lost`()
    async throws
  {
    let kit = try OfficeKit()
    let viewer = try #require(kit.users[.viewer])
    let before = UserState.digest(of: viewer)

    try await kit.visit(as: .director) { guest in
      _ = try await guest.post(
        Self.path(viewer), Self.form("Åsa Ek", viewer.mail, .viewer, [("aktiv", "ja"), ("fore", before)]))
      let late = try await guest.post(
        Self.path(viewer), Self.form("Åsa Ekman", viewer.mail, .viewer, [("aktiv", "ja"), ("fore", before)]))
      #expect(late.status == .unprocessableContent)
      #expect(late.body.contains("Nu står: Åsa Ek, "))
      #expect(late.body.contains("value=\"Åsa Ekman\""))
      let state = try #require(late.body.firstMatch(of: /name="fore" value="([0-9a-f]+)"/)?.1)
      let again = try await guest.post(
        Self.path(viewer), Self.form("Åsa Ekman", viewer.mail, .viewer, [("aktiv", "ja"), ("fore", String(state))]))
      #expect(again.notice == "Sparat.")
    }
  }

  @Test(arguments: [Role.viewer, .director])
  func `the last director neither leaves the role nor is shut out`(role: Role) async throws {
    let kit = try OfficeKit()
    let director = try #require(kit.users[.director])
    let active = role == .director ? [] : [("aktiv", "ja")]

    let reply = try await kit.visit(as: .director) {
      try await $0.post(
        Self.path(director),
        Self.form(director.name, director.mail, role, active + [("fore", UserState.digest(of: director))]))
    }

    #expect(reply.status == .unprocessableContent)
    #expect(reply.body.contains("är den enda förbundschefen"))
  }

  @Test func `the director takes away a second factor and ends a sign-in`() async throws {
    let kit = try OfficeKit()
    let viewer = try #require(kit.users[.viewer])
    _ = try kit.setSecondFactor(for: .viewer)

    try await kit.visit(as: .viewer) { viewing in
      try await kit.visit(as: .director) { guest in
        #expect(try await guest.get(Self.path(viewer)).body.contains("Slå av tvåfaktor"))
        _ = try await guest.post(Addresses.userSecondFactor.path(viewer.id.rawValue))
      }
      #expect(try await viewing.get("/mitt-konto").status == .seeOther)
    }
    #expect(try kit.store.credential(of: viewer.id).totpSecret == nil)
    let line = try #require(try kit.store.history().last)
    #expect(line.act == .endSecondFactor)
    #expect(HistoryWords.sentence(line) == "Slog av tvåfaktor för användaren \(viewer.name)")
    try await kit.visit(as: .viewer) { viewing in
      let path = Addresses.userSession.path(Pair(viewer.id.rawValue, Secret.digest(of: viewing.token)))
      _ = try await kit.visit(as: .director) { try await $0.post(path) }
      #expect(try await viewing.get("/mitt-konto").status == .seeOther)
    }
  }

  @Test func `a new link and a password chosen by it stand in the history, and the user is told by letter`()
    async throws
  {
    let kit = try OfficeKit(hasMailer: true)
    let viewer = try #require(kit.users[.viewer])

    try await kit.visit(as: .director) { guest in
      _ = try await guest.post(Addresses.userInvitation.path(viewer.id.rawValue))
      #expect(try kit.store.history().last?.act == .makeLink)
      let words = try #require(kit.mails.all.last?.text.split(separator: "\n"))
      let link = try #require(words.first { $0.contains("/inbjudan/") })
      let stranger = try kit.guest(nil, beside: guest)
      _ = try await stranger.post(
        "/inbjudan/\(link.suffix(64))",
        [("nytt-losenord", OfficeKit.password), ("nytt-losenord-igen", OfficeKit.password)])
    }

    let line = try #require(try kit.store.history().last)
    #expect(line.act == .choosePassword)
    #expect(line.actor.name == viewer.name)
    while kit.mails.all.count < 2 { await Task.yield() }
    let letter = try #require(kit.mails.all.last)
    #expect(letter.to == viewer.mail)
    #expect(letter.subject == "Ett nytt lösenord är valt")
  }

  @Test func `the auditor reads a user and gets no button, and no list of where they are signed in`() async throws {
    let kit = try OfficeKit()
    let viewer = try #require(kit.users[.viewer])

    let reply = try await kit.visit(as: .auditor) { try await $0.get(Self.path(viewer)) }

    #expect(reply.status == .ok)
    #expect(!reply.body.contains("Spara"))
    #expect(!reply.body.contains("Inloggad i"))
  }

  @Test func `a user that there is not is said to be none`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      for path in ["/anvandare/999", "/anvandare/999/inbjudan", "/anvandare/999/tvafaktor"] {
        let reply = path.hasSuffix("999") ? try await guest.get(path) : try await guest.post(path)
        #expect(reply.status == .notFound)
      }
    }
  }

  @Test func `a letter that could not be sent is said, and the link is shown instead`() async throws {
    let kit = try OfficeKit { $0.publicAddress = "http://localhost" }
    let office = Office(
      store: kit.store, now: kit.office.now, today: kit.office.today, randomBytes: kit.office.randomBytes,
      log: kit.office.log, press: kit.office.press, mailer: { _ in throw SendmailFailure.refused(status: 75) },
      settings: kit.office.settings)

    let reply = try await kit.visit(as: .director, office: office) {
      try await $0.post("/anvandare/ny", Self.form("Åsa Ek", "asa@example.se", .viewer))
    }

    #expect(reply.body.contains("Brevet gick inte att skicka"))
    #expect(reply.body.contains("http://localhost/inbjudan/"))
  }

  @Test func `one who has been invited and has not chosen a password is marked so, and the history says added`()
    async throws
  {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      _ = try await guest.post("/anvandare/ny", [("namn", "Nya Ada"), ("epost", "ada@example.se"), ("roll", "viewer")])
      #expect(try await guest.get("/anvandare").body.contains("inbjuden</span>"))
      let history = try await guest.get("/historik")
      #expect(history.body.contains("Lade till användaren Nya Ada"))
      let line = try #require(try kit.store.history().last)
      #expect(try await guest.get("/historik/\(line.sequence)").body.contains("<h1>Lade till användaren Nya Ada"))
    }
  }
}
