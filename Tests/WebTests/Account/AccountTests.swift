import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct AccountTests {
  @Test func `one's own page says who one is, what one may do, and where one is signed in`() async throws {
    let kit = try OfficeKit()

    let reply = try await kit.visit(as: .performer) { try await $0.get("/mitt-konto") }

    #expect(reply.status == .ok)
    for words in ["Test performer", "performer@example.se", "Utförare. Ser bara sina egna insatser.", "den här"] {
      #expect(reply.body.contains(words), "\(words) is missing")
    }
  }

  @Test func `a new password asks for the old one, and ends the other sessions`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .viewer)

    try await kit.visit(as: nil) { guest in
      let here = try await guest.signIn("viewer@example.se").guest
      let elsewhere = try await guest.signIn("viewer@example.se").guest
      let new = "fyra röda hus vid ån"

      let wrong = try await here.post(
        "/mitt-konto/losenord", [("losenord", "fel"), ("nytt-losenord", "kort"), ("nytt-losenord-igen", "")])
      #expect(wrong.status == .unprocessableContent)
      #expect(wrong.body.contains("2 saker behöver rättas"))
      let same = try await here.post(
        "/mitt-konto/losenord",
        [
          ("losenord", OfficeKit.password), ("nytt-losenord", OfficeKit.password),
          ("nytt-losenord-igen", OfficeKit.password),
        ])
      #expect(same.body.contains("Det nya lösenordet är det gamla"))

      let right = try await here.post(
        "/mitt-konto/losenord",
        [("losenord", OfficeKit.password), ("nytt-losenord", new), ("nytt-losenord-igen", new)])
      #expect(right.location == "/mitt-konto")
      #expect(try await here.get("/mitt-konto").status == .ok)
      #expect(try await elsewhere.get("/mitt-konto").status == .seeOther)
      #expect(try await guest.signIn("viewer@example.se", new).reply.status == .seeOther)
      #expect(try await guest.signIn("viewer@example.se").reply.status == .unprocessableContent)
    }
  }

  @Test func `guessing the old password is limited as signing in is`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .viewer)

    let reply = try await kit.visit(as: .viewer) { guest in
      for _ in 0..<5 { _ = try await guest.post("/mitt-konto/losenord", [("losenord", "fel gissning")]) }
      return try await guest.post("/mitt-konto/losenord", [("losenord", OfficeKit.password)])
    }

    #expect(reply.body.contains("Vänta 1 minut"))
  }

  @Test func `one ends one's own sign-ins: another, all others, and this one`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .viewer)

    try await kit.visit(as: nil) { guest in
      let here = try await guest.signIn("viewer@example.se").guest
      let other = try await guest.signIn("viewer@example.se").guest
      let third = try await guest.signIn("viewer@example.se").guest
      let path = { (guest: Guest) in Addresses.ownSession.path(Secret.digest(of: guest.token)) }

      #expect(try await here.post(path(other)).notice == "Inloggningen är avslutad.")
      #expect(try await other.get("/mitt-konto").status == .seeOther)
      #expect(try await here.post(path(other)).notice == "Den inloggningen var redan avslutad.")
      _ = try await here.post("/mitt-konto/inloggningar")
      #expect(try await third.get("/mitt-konto").status == .seeOther)
      #expect(try await here.get("/mitt-konto").status == .ok)
      #expect(try await here.post(path(here)).location == "/logga-in")
      #expect(try await here.get("/mitt-konto").status == .seeOther)
    }
  }

  @Test func `nobody ends somebody else's sign-in from their own page`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { director in
      let path = Addresses.ownSession.path(Secret.digest(of: director.token))
      let reply = try await kit.visit(as: .viewer) { try await $0.post(path) }
      #expect(reply.notice == "Den inloggningen var redan avslutad.")
      #expect(try await director.get("/mitt-konto").status == .ok)
    }
  }

  @Test(arguments: [
    ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox på Windows"),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 "
        + "Mobile/15E148 Safari/604.1", "Safari på iPhone"
    ),
    (
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 "
        + "Safari/537.36 Edg/126.0.0.0", "Edge på Mac"
    ),
    (
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
      "Chrome på Android"
    ),
    ("", "Okänd webbläsare"), ("curl/8.5.0", "Okänd webbläsare"), ("811228-9874", "Okänd webbläsare"),
  ])
  func `a browser is named in plain words`(agent: String, words: String) {
    #expect(BrowserName.words(agent) == words)
  }
}
