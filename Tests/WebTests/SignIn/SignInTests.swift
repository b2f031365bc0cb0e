import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct SignInTests {
  @Test func `one who is not signed in comes to the sign-in page and then back to where they were going`() async throws
  {
    let kit = try OfficeKit()
    try kit.setPassword(for: .director)

    try await kit.visit(as: nil) { guest in
      let sent = try await guest.get("/mitt-konto?a=b")
      #expect(sent.status == .seeOther)
      #expect(sent.headers[.location] == "/logga-in?till=%2Fmitt-konto%3Fa%3Db")
      let page = try await guest.following(sent).get(sent.headers[.location] ?? "")
      #expect(page.status == .ok)
      #expect(page.body.contains("value=\"/mitt-konto?a=b\""))

      let (reply, inside) = try await guest.following(sent).signIn("director@example.se", back: "/mitt-konto?a=b")
      #expect(reply.status == .seeOther)
      #expect(reply.headers[.location] == "/mitt-konto?a=b")
      #expect(inside.token != guest.token)
      #expect(try await inside.get("/mitt-konto").status == .ok)
      #expect(try await guest.get("/mitt-konto").status == .seeOther)
    }
  }

  @Test func `the mail address may be typed with capitals and blanks about it`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .director)

    let reply = try await kit.visit(as: nil) { try await $0.signIn(" Director@Example.SE ").reply }

    #expect(reply.status == .seeOther)
    #expect(reply.location == "/")
  }

  @Test(arguments: ["//ont.example", "https://ont.example/", "/\\ont.example"])
  func `signing in leads to no other site`(back: String) async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .director)

    let reply = try await kit.visit(as: nil) { try await $0.signIn("director@example.se", back: back).reply }

    #expect(reply.headers[.location] == "/")
  }

  @Test func `a wrong password, an unknown address, one without a password and one shut out get the very same answer`()
    async throws
  {
    let kit = try OfficeKit()
    try kit.setPassword(for: .director)
    try kit.setPassword(for: .viewer)
    let viewer = try #require(kit.users[.viewer])
    try kit.store.record(
      user: viewer.id, name: viewer.name, mail: viewer.mail, role: .viewer, insatser: [], isActive: false,
      by: Actor(name: "Testet"), at: kit.clock.now)

    let replies = try await kit.visit(as: nil) { guest in
      [
        try await guest.signIn("director@example.se", "fel lösenord här").reply,
        try await guest.signIn("ingen@example.se").reply, try await guest.signIn("auditor@example.se").reply,
        try await guest.signIn("viewer@example.se").reply, try await guest.signIn("inte en adress").reply,
      ]
    }

    for reply in replies {
      #expect(reply.status == .unprocessableContent)
      #expect(reply.body.contains("<a href=\"#epost\">E-postadressen och lösenordet hör inte ihop."))
    }
    // The page gives the address back, and never the password.
    #expect(replies[0].body.contains("value=\"director@example.se\""))
    #expect(!replies[0].body.contains("fel lösenord här"))
  }

  @Test func `what is missing is told at its field, whoever it is`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .director)

    let replies = try await kit.visit(as: nil) { guest in
      [
        try await guest.signIn("director@example.se", "").reply, try await guest.signIn("ingen@example.se", "").reply,
        try await guest.signIn("", "något").reply,
      ]
    }

    #expect(replies.map(\.status) == Array(repeating: .unprocessableContent, count: 3))
    #expect(replies[0].body.contains("id=\"losenord-fel\">Lösenordet saknas."))
    #expect(replies[1].body.contains("id=\"losenord-fel\">Lösenordet saknas."))
    #expect(replies[2].body.contains("id=\"epost-fel\">E-postadressen saknas."))
  }

  @Test func `after five wrong passwords one is told how long to wait, and then comes in`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .director)

    try await kit.visit(as: nil) { guest in
      for _ in 0..<5 { _ = try await guest.signIn("director@example.se", "fel lösenord här") }
      let waiting = try await guest.signIn("director@example.se").reply
      #expect(waiting.status == .tooManyRequests)
      #expect(waiting.body.contains("Vänta 1 minut och försök igen"))
      // Somebody else at the same address is not kept out.
      #expect(try await guest.signIn("ingen@example.se").reply.status == .unprocessableContent)

      kit.clock.advance(seconds: 61)
      #expect(try await guest.signIn("director@example.se").reply.status == .seeOther)
      // What failed before is forgotten.
      #expect(try await guest.signIn("director@example.se", "fel lösenord").reply.status == .unprocessableContent)
    }
  }

  @Test func `one place that tries many addresses must wait as well`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: nil) { guest in
      for number in 0..<30 { _ = try await guest.signIn("a\(number)@example.se") }
      return try await guest.signIn("b@example.se").reply
    }

    #expect(reply.status == .tooManyRequests)
  }

  @Test func `a crowd of attempts at the same moment gets no more than one after another`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .director)

    let statuses = try await kit.visit(as: nil) { guest in
      try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
        for number in 0..<24 {
          group.addTask { try await guest.signIn("director@example.se", "gissning nummer \(number)").reply.status }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
    }

    // Two are looked at at once, so one more than the five may slip through.
    #expect((5...6).contains(statuses.count { $0 == .unprocessableContent }))
    #expect(statuses.count { $0 == .tooManyRequests } >= 18)
  }

  @Test func `a hash that is weaker than today's is made anew at sign-in, and no other browser is signed out`()
    async throws
  {
    let kit = try OfficeKit { settings in
      settings.passwordCost = PasswordCost(logRounds: 5, blockSize: 8, parallelism: 1) ?? .usual
    }
    let director = try #require(kit.users[.director])
    let weak = try PasswordHash(
      of: OfficeKit.password, cost: try #require(PasswordCost(logRounds: 3, blockSize: 8, parallelism: 1)),
      randomBytes: kit.office.randomBytes)
    try kit.store.setPassword(hash: weak.text, of: director.id, keeping: nil)

    try await kit.visit(as: .director) { before in
      #expect(try await before.get("/mitt-konto").status == .ok)
      let stranger = Guest(
        client: before.client, token: Secret.make(kit.office.randomBytes), cookieName: before.cookieName)
      _ = try await stranger.signIn("director@example.se")
      #expect(try await before.get("/mitt-konto").status == .ok)
    }

    let hash = try #require(try kit.store.credential(of: director.id).passwordHash)
    #expect(hash.hasPrefix("$scrypt$ln=5,r=8,p=1$"))
    #expect(try PasswordHash(hash)?.matches(OfficeKit.password) == true)
  }

  @Test func `whoever is no longer signed in is told that what they sent is not saved`() async throws {
    try await OfficeKit().visit(as: nil) { guest in
      let sent = try await guest.post("/aktiviteter/2022", [("aktivitet", "Konferens")])
      let asked = try await guest.get("/aktiviteter/2022")

      #expect(sent.status == .seeOther && sent.notice.contains("Det du skickade är inte sparat"))
      #expect(asked.status == .seeOther && asked.notice == "")
    }
  }

  @Test func `signing out ends the session, so that the old cookie opens nothing`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      let reply = try await guest.post("/logga-ut")
      #expect(reply.location == "/logga-in")
      #expect(reply.notice == "Du är utloggad.")
      #expect(guest.following(reply).token != guest.token)
      #expect(try await guest.get("/mitt-konto").status == .seeOther)
    }

    #expect(try kit.sessionCount(of: .director) == 0)
  }

  @Test func `a session that has not been used for twelve hours, or is thirty days old, is over`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      let fresh = try await guest.get("/mitt-konto")
      #expect(fresh.status == .ok)
      kit.clock.advance(seconds: 13 * 3600)
      let late = try await guest.get("/mitt-konto")
      #expect(late.status == .seeOther)
    }
  }

  @Test func `one who is signed in is not asked to sign in again`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .director) { try await $0.get("/logga-in?till=/anvandare") }

    #expect(reply.headers[.location] == "/anvandare")
  }
}
