import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

struct SecondFactorTests {
  @Test func `with a second factor the password alone opens nothing, and the code does`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .auditor)
    let secret = try kit.setSecondFactor(for: .auditor)

    try await kit.visit(as: nil) { guest in
      let (reply, half) = try await guest.signIn("auditor@example.se", back: "/mitt-konto")
      #expect(reply.location == "/logga-in/kod")
      #expect(try kit.sessionCount(of: .auditor) == 0)
      #expect(try await half.get("/mitt-konto").status == .seeOther)
      #expect(try await half.get("/logga-in/kod").status == .ok)
      // The cookie from before the password is not half-way in.
      #expect(try await guest.get("/logga-in/kod").status == .seeOther)

      let wrong = try await half.post("/logga-in/kod", [("kod", "000000")])
      #expect(wrong.status == .unprocessableContent)
      #expect(wrong.body.contains("Koden stämmer inte"))

      let right = try await half.post("/logga-in/kod", [("kod", kit.code(secret))])
      #expect(right.headers[.location] == "/mitt-konto")
      #expect(try await half.following(right).get("/mitt-konto").status == .ok)
      // Half-way is over.
      #expect(try await half.post("/logga-in/kod", [("kod", kit.code(secret))]).location == "/logga-in")
    }
  }

  @Test func `a code is good once`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .auditor)
    let secret = try kit.setSecondFactor(for: .auditor)

    try await kit.visit(as: nil) { guest in
      let first = try await guest.signIn("auditor@example.se").guest
      #expect(try await first.post("/logga-in/kod", [("kod", kit.code(secret))]).status == .seeOther)
      let second = try await guest.signIn("auditor@example.se").guest
      #expect(try await second.post("/logga-in/kod", [("kod", kit.code(secret))]).status == .unprocessableContent)
      kit.clock.advance(seconds: 30)
      #expect(try await second.post("/logga-in/kod", [("kod", kit.code(secret))]).status == .seeOther)
    }
  }

  @Test func `a recovery code is good once, and one is told how many are left`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .auditor)
    _ = try kit.setSecondFactor(for: .auditor, recoveryCodes: ["aaaa-bbbb-cccc-dddd", "eeee-ffff-gggg-hhhh"])

    try await kit.visit(as: nil) { guest in
      let first = try await guest.signIn("auditor@example.se").guest
      let reply = try await first.post("/logga-in/kod", [("kod", "AAAA BBBB CCCC DDDD")])
      #expect(reply.status == .seeOther)
      #expect(reply.notice.contains("1 reservkod kvar"))
      let second = try await guest.signIn("auditor@example.se").guest
      let again = try await second.post("/logga-in/kod", [("kod", "aaaa-bbbb-cccc-dddd")])
      #expect(again.status == .unprocessableContent)
      #expect(again.body.contains("Reservkoden stämmer inte"))
    }
  }

  @Test func `guessing codes is no quicker than guessing passwords, however often the password is given`() async throws
  {
    let kit = try OfficeKit()
    try kit.setPassword(for: .auditor)
    let secret = try kit.setSecondFactor(for: .auditor)

    try await kit.visit(as: nil) { guest in
      for _ in 0..<5 {
        let half = try await guest.signIn("auditor@example.se").guest
        _ = try await half.post("/logga-in/kod", [("kod", "000000")])
      }
      let half = try await guest.signIn("auditor@example.se").guest
      let waiting = try await half.post("/logga-in/kod", [("kod", kit.code(secret))])
      #expect(waiting.status == .tooManyRequests)
      kit.clock.advance(seconds: 61)
      #expect(try await half.post("/logga-in/kod", [("kod", kit.code(secret))]).status == .seeOther)
    }
  }

  @Test func `who is half-way for more than ten minutes begins again`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .auditor)
    let secret = try kit.setSecondFactor(for: .auditor)

    try await kit.visit(as: nil) { guest in
      let half = try await guest.signIn("auditor@example.se").guest
      kit.clock.advance(seconds: 601)
      let reply = try await half.post("/logga-in/kod", [("kod", kit.code(secret))])
      #expect(reply.location == "/logga-in")
      #expect(reply.notice.contains("Börja om"))
    }
  }

  @Test func `it is switched on with a picture, a spelled secret and a first code, and gives ten recovery codes once`()
    async throws
  {
    let kit = try OfficeKit()
    let viewer = try #require(kit.users[.viewer])

    try await kit.visit(as: .viewer) { guest in
      let page = try await guest.get("/mitt-konto/tvafaktor")
      #expect(page.body.contains("<svg class=\"qr\""))
      let digest = Secret.digest(of: guest.token)
      let secret = try #require(kit.office.halfway.secret(for: digest, at: kit.clock.now))
      #expect(page.body.contains(TOTP.spelled(secret)))

      let wrong = try await guest.post("/mitt-konto/tvafaktor", [("kod", "123456")])
      #expect(wrong.status == .unprocessableContent)
      #expect(wrong.body.contains(TOTP.spelled(secret)), "the picture stays the same")
      #expect(try kit.store.credential(of: viewer.id).totpSecret == nil)

      let on = try await guest.post("/mitt-konto/tvafaktor", [("kod", kit.code(secret))])
      #expect(on.status == .ok)
      #expect(on.body.contains("Dina reservkoder"))
      #expect(try kit.store.credential(of: viewer.id) == Credential(totpSecret: secret, recoveryCodeCount: 10))
      // The code that switched it on signs nobody in.
      #expect(try !kit.store.useStep(TOTP.step(at: kit.clock.now), of: viewer.id))
      let later = try await guest.get("/mitt-konto/tvafaktor")
      #expect(!later.body.contains(TOTP.spelled(secret)))
    }
  }

  @Test func `whoever has been signed in for a while gives the password to switch it on`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .viewer)
    let viewer = try #require(kit.users[.viewer])

    try await kit.visit(as: .viewer) { guest in
      kit.clock.advance(seconds: 601)
      #expect(try await guest.get("/mitt-konto/tvafaktor").body.contains("Ditt lösenord"))
      let digest = Secret.digest(of: guest.token)
      let secret = try #require(kit.office.halfway.secret(for: digest, at: kit.clock.now))
      let code = ("kod", kit.code(secret))
      let path = "/mitt-konto/tvafaktor"
      let wrong = try await guest.post(path, [code, ("losenord", "ett felaktigt ord")])
      #expect(wrong.status == .unprocessableContent)
      #expect(try kit.store.credential(of: viewer.id).totpSecret == nil)
      #expect(try await guest.post(path, [code, ("losenord", OfficeKit.password)]).status == .ok)
      #expect(try kit.store.credential(of: viewer.id).totpSecret != nil)
    }
  }

  @Test func `a password that is changed meanwhile ends the step before the code`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .auditor)
    let secret = try kit.setSecondFactor(for: .auditor)

    try await kit.visit(as: nil) { guest in
      let half = try await guest.signIn("auditor@example.se").guest
      try kit.setPassword("fyra röda båtar i hamn", for: .auditor)
      #expect(try await half.post("/logga-in/kod", [("kod", kit.code(secret))]).location == "/logga-in")
      #expect(try kit.sessionCount(of: .auditor) == 0)
    }
  }

  @Test func `it is switched off, and its codes renewed, with the password`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .viewer)
    let viewer = try #require(kit.users[.viewer])
    _ = try kit.setSecondFactor(for: .viewer, recoveryCodes: ["aaaa-bbbb-cccc-dddd"])

    try await kit.visit(as: .viewer) { guest in
      let wrong = try await guest.post("/mitt-konto/tvafaktor/avslut", [("losenord-av", "fel lösenord")])
      #expect(wrong.status == .unprocessableContent)
      #expect(wrong.body.contains("Det är inte lösenordet du har nu"))
      #expect(try kit.store.credential(of: viewer.id).totpSecret != nil)

      let codes = try await guest.post("/mitt-konto/tvafaktor/koder", [("losenord-koder", OfficeKit.password)])
      #expect(codes.body.contains("Dina reservkoder"))
      #expect(try kit.store.credential(of: viewer.id).recoveryCodeCount == 10)
      #expect(try !kit.store.useRecoveryCode(digest: RecoveryCode.digest(of: "aaaa-bbbb-cccc-dddd"), of: viewer.id))

      let off = try await guest.post("/mitt-konto/tvafaktor/avslut", [("losenord-av", OfficeKit.password)])
      #expect(off.location == "/mitt-konto")
      #expect(try kit.store.credential(of: viewer.id).totpSecret == nil)
    }
  }

  @Test func `one who has no password here switches it off with a code`() async throws {
    let kit = try OfficeKit()
    let secret = try kit.setSecondFactor(for: .viewer)

    try await kit.visit(as: .viewer) { guest in
      #expect(try await guest.get("/mitt-konto/tvafaktor").body.contains("Kod från appen"))
      let wrong = try await guest.post("/mitt-konto/tvafaktor/avslut", [("losenord-av", "000000")])
      #expect(wrong.status == .unprocessableContent)
      let off = try await guest.post("/mitt-konto/tvafaktor/avslut", [("losenord-av", kit.code(secret))])
      #expect(off.location == "/mitt-konto")
    }
  }
}
