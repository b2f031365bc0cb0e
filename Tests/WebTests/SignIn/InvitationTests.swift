import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct InvitationTests {
  private static func path(_ link: String) -> String { String(link.dropFirst("http://localhost".count)) }

  @Test func `the first start gives a link, and whoever follows it becomes director`() async throws {
    let kit = try OfficeKit(hasUsers: false)
    let link = try #require(try kit.office.firstInvitation())
    #expect(link.hasPrefix("http://localhost/inbjudan/"))

    try await kit.visit(as: nil) { guest in
      let page = try await guest.get(Self.path(link))
      #expect(page.body.contains("Välkommen till ert kontor"))
      #expect(try kit.store.users().isEmpty, "nothing is recorded until the link is followed")

      let wrong = try await guest.post(Self.path(link), [("namn", ""), ("epost", "fel"), ("nytt-losenord", "kort")])
      #expect(wrong.status == .unprocessableContent)
      #expect(wrong.body.contains("3 saker behöver rättas"))
      #expect(wrong.body.contains("value=\"fel\""))

      let reply = try await guest.post(
        Self.path(link),
        [
          ("namn", "Eva Ek"), ("epost", "Eva@Example.se"), ("nytt-losenord", OfficeKit.password),
          ("nytt-losenord-igen", OfficeKit.password),
        ])
      #expect(reply.location == "/mitt-konto/tvafaktor")
      let inside = guest.following(reply)
      #expect(try await inside.get("/mitt-konto/tvafaktor?valkommen=ja").body.contains("Gör det senare"))
      #expect(try await inside.get("/anvandare").status == .ok)
      #expect(try await guest.get(Self.path(link)).status == .notFound)
      #expect(try await guest.signIn("eva@example.se").reply.status == .seeOther)
    }

    let user = try #require(try kit.store.users().first)
    #expect((user.name, user.mail, user.role) == ("Eva Ek", "eva@example.se", .director))
    #expect(try kit.office.firstInvitation() == nil)
  }

  @Test func `of two who follow the first link one becomes director`() async throws {
    let kit = try OfficeKit(hasUsers: false)
    let link = try #require(try kit.office.firstInvitation())

    let statuses = try await kit.visit(as: nil) { guest in
      try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
        for number in 0..<4 {
          group.addTask {
            try await guest.post(
              Self.path(link),
              [
                ("namn", "Eva \(number)"), ("epost", "e\(number)@example.se"), ("nytt-losenord", OfficeKit.password),
                ("nytt-losenord-igen", OfficeKit.password),
              ]
            ).status
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
    }

    #expect(statuses.count { $0 == .seeOther } == 1)
    #expect(try kit.store.users().count == 1)
  }

  @Test func `a restart gives a new first link, and the old one is good no more`() async throws {
    let kit = try OfficeKit(hasUsers: false)
    let old = try #require(try kit.office.firstInvitation())
    let new = try #require(try kit.office.firstInvitation(at: "https://kontor.example.se"))
    #expect(new.hasPrefix("https://kontor.example.se/inbjudan/"))

    let status = try await kit.visit(as: nil) { try await $0.get(Self.path(old)).status }

    #expect(status == .notFound)
  }

  @Test func `a link is good for seven days, is not used up by being looked at, and is good once`() async throws {
    let kit = try OfficeKit()
    let viewer = try #require(kit.users[.viewer])
    let path = Self.path(try InvitationLink.make(for: viewer, in: kit.office))
    let form = [("nytt-losenord", OfficeKit.password), ("nytt-losenord-igen", OfficeKit.password)]

    try await kit.visit(as: nil) { guest in
      for _ in 0..<3 { #expect(try await guest.get(path).status == .ok) }
      let unlike = try await guest.post(path, [form[0], ("nytt-losenord-igen", "något annat")])
      #expect(unlike.body.contains("De två lösenorden är inte lika"))
      let reply = try await guest.post(path, form)
      #expect(reply.location == "/mitt-konto/tvafaktor")
      #expect(try await guest.get(path).status == .notFound)
      #expect(try await guest.post(path, form).status == .notFound)
    }
    let old = Self.path(try InvitationLink.make(for: viewer, in: kit.office))
    kit.clock.advance(seconds: 7 * 86_400 + 1)
    let status = try await kit.visit(as: nil) { try await $0.post(old, form).status }
    #expect(status == .notFound)
  }

  @Test func `a link ends the sessions there were, and does not take the place of the second factor`() async throws {
    let kit = try OfficeKit()
    let viewer = try #require(kit.users[.viewer])
    _ = try kit.setSecondFactor(for: .viewer)
    let path = Self.path(try InvitationLink.make(for: viewer, in: kit.office))

    try await kit.visit(as: .viewer) { before in
      let guest = Guest(
        client: before.client, token: Secret.make(kit.office.randomBytes), cookieName: before.cookieName)
      let reply = try await guest.post(
        path, [("nytt-losenord", OfficeKit.password), ("nytt-losenord-igen", OfficeKit.password)])
      #expect(reply.location == "/logga-in/kod")
      #expect(try await before.get("/mitt-konto").status == .seeOther)
    }
  }

  @Test func `one who is shut out comes in by no link`() async throws {
    let kit = try OfficeKit()
    let viewer = try #require(kit.users[.viewer])
    let path = Self.path(try InvitationLink.make(for: viewer, in: kit.office))
    try kit.store.record(
      user: viewer.id, name: viewer.name, mail: viewer.mail, role: .viewer, insatser: [], isActive: false,
      by: Actor(name: "Testet"), at: kit.clock.now)

    let status = try await kit.visit(as: nil) { try await $0.get(path).status }

    #expect(status == .notFound)
  }

  @Test func `whoever sits at the machine can make a link for one who cannot come in`() throws {
    let kit = try OfficeKit()

    #expect(try kit.office.invitation(for: "Director@example.se")?.hasPrefix("http://localhost/inbjudan/") == true)
    #expect(try kit.office.invitation(for: "ingen@example.se") == nil)
  }

  @Test func `the answer to a forgotten password is the same whether or not anybody has the address`() async throws {
    let kit = try OfficeKit(hasMailer: true)

    let (known, unknown) = try await kit.visit(as: nil) { guest in
      (
        try await guest.post("/glomt-losenord", [("epost", "viewer@example.se")]),
        try await guest.post("/glomt-losenord", [("epost", "nobody@example.se")])
      )
    }

    #expect(known.status == .ok)
    #expect(unknown.status == .ok)
    #expect(known.body.replacing("viewer@", with: "nobody@") == unknown.body)
    while kit.mails.all.isEmpty { await Task.yield() }
    let letter = try #require(kit.mails.all.first)
    #expect(letter.to == "viewer@example.se")
    let link = try #require(letter.text.split(separator: "\n").first { $0.hasPrefix("http://localhost/inbjudan/") })
    #expect(try await kit.visit(as: nil) { try await $0.get(Self.path(String(link))).status } == .ok)
  }

  @Test func `nobody's inbox is filled, and one who asks too often is told to wait`() async throws {
    let kit = try OfficeKit(hasMailer: true)

    try await kit.visit(as: nil) { guest in
      for _ in 0..<10 {
        #expect(try await guest.post("/glomt-losenord", [("epost", "viewer@example.se")]).status == .ok)
      }
      let waiting = try await guest.post("/glomt-losenord", [("epost", "viewer@example.se")])
      #expect(waiting.status == .tooManyRequests)
    }

    while kit.mails.all.count < 3 { await Task.yield() }
    #expect(kit.mails.all.count == 3)
  }

  @Test func `without a mailer one is told whom to ask`() async throws {
    let kit = try OfficeKit()

    let (page, answer) = try await kit.visit(as: nil) { guest in
      (try await guest.get("/glomt-losenord"), try await guest.post("/glomt-losenord", [("epost", "a@example.se")]))
    }

    #expect(page.body.contains("Be förbundschefen om en ny länk"))
    #expect(answer.body.contains("Be förbundschefen om en ny länk"))
  }
}
