import HTTPTypes
import Store
import Testing

@testable import Web

/// What every answer must have.
enum SecurityHeaders {
  static func expect(
    in reply: Guest.Reply, _ words: String, isSecure: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let policy = reply.headers[.contentSecurityPolicy] ?? ""
    let isGuarded =
      policy.contains("default-src 'none'") && !policy.contains("script-src 'unsafe")
      && (!policy.contains("'unsafe-inline'") || policy.hasPrefix("sandbox"))
    #expect(isGuarded, "\(words): \(policy)", sourceLocation: sourceLocation)
    #expect(reply.headers[.xContentTypeOptions] == "nosniff", "\(words)", sourceLocation: sourceLocation)
    #expect(reply.headers[.referrerPolicy] == "same-origin", "\(words)", sourceLocation: sourceLocation)
    #expect(reply.headers[.cacheControl] != nil, "\(words)", sourceLocation: sourceLocation)
    #expect((reply.headers[.strictTransportSecurity] != nil) == isSecure, "\(words)", sourceLocation: sourceLocation)
    for cookie in reply.headers[values: .setCookie] {
      let isGuarded = cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/")
      #expect(isGuarded, "\(words): a cookie is not guarded", sourceLocation: sourceLocation)
      #expect(cookie.contains("; Secure") == isSecure, "\(words)", sourceLocation: sourceLocation)
    }
  }
}

struct SecurityTests {
  @Test func `no act is done without the visitor's own token, or for another site`() async throws {
    let kit = try OfficeKit()
    let historyBefore = try kit.store.history().count

    try await kit.visit(as: nil) { anybody in
      for door in Door.all where door.method == .post {
        let role = Role.allCases.first { door.access.admits(kit.users[$0]) }
        let guest = try kit.guest(role, beside: anybody)
        let other = try kit.guest(role, beside: anybody)
        let path = DoorSamples.path(of: door)
        let own = Secret.formToken(of: guest.token, isPractising: false)
        let bodies = [
          "", "\(Form.tokenName)=", "\(Form.tokenName)=\(Secret.formToken(of: other.token, isPractising: false))",
          "\(Form.tokenName)=\(Secret.formToken(of: guest.token, isPractising: true))",
          "\(Form.tokenName)=\(guest.token)", "x=\(own)",
        ]
        // A respondent has no token but the code: see `AnswerSurveyTests`.
        for body in bodies where door.access != .respondents {
          let reply = try await guest.send(
            .post, path, headers: [.contentType: "application/x-www-form-urlencoded"], body: Array(body.utf8))
          #expect(reply.status == .forbidden, "\(path) took \(body)")
        }
        for site in ["cross-site", "same-site"] {
          let reply = try await guest.post(path, headers: [.secFetchSite: site])
          #expect(reply.status == .forbidden, "\(path) took a form from \(site)")
        }
        let plain = try await guest.send(
          .post, path, headers: [.contentType: "text/plain"], body: Array("\(Form.tokenName)=\(own)".utf8))
        #expect(plain.status == .badRequest, "\(path) took plain text")
      }
    }

    #expect(try kit.store.history().count == historyBefore)
  }

  @Test func `a door asked in another way says which ways there are`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      for door in Door.all {
        let path = DoorSamples.path(of: door)
        for method in [HTTPRequest.Method.delete, .put, .patch, .options, .trace] {
          let reply = try await guest.send(method, path, headers: [:], body: nil)
          #expect(reply.status == .methodNotAllowed, "\(method) \(path)")
          #expect(reply.headers[.allow]?.contains(door.method.rawValue) == true)
        }
      }
    }
  }

  @Test(arguments: ["/logga-in", "/mitt-konto", "/anvandare", "/finns-inte"])
  func `HEAD gives the head that GET gives, and nothing more`(path: String) async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .director) { guest in
      let (get, head) = (
        try await guest.get(path), try await guest.send(.head, path, headers: [:], body: nil)
      )
      #expect(head.status == get.status)
      #expect(head.headers[.contentType] == get.headers[.contentType])
      #expect(head.bytes.isEmpty)
    }
  }

  @Test func `over TLS every cookie is Secure and the visitor's has a name that no other site can set`() async throws {
    let kit = try OfficeKit { $0.publicAddress = "https://kontor.example.se" }
    try kit.setPassword(for: .director)

    try await kit.visit(as: nil) { guest in
      #expect(guest.cookieName == "__Host-finsam")
      for reply in [
        try await guest.get("/logga-in"), try await guest.signIn("director@example.se").reply,
        try await guest.get("/finns-inte"),
      ] {
        SecurityHeaders.expect(in: reply, "over TLS", isSecure: true)
      }
    }
  }

  @Test func `a body that is larger than the door allows is refused before it is read to its end`() async throws {
    let kit = try OfficeKit()

    let (open, form) = try await kit.visit(as: .bookkeeper) { guest in
      let open = try await guest.post(
        "/logga-in", [("epost", String(repeating: "a", count: Door.openFormBytesMax))])
      // Where files may be sent, what carries none is no larger than a form.
      let form = try await guest.post(
        "/ny-verifikation", [("text", String(repeating: "a", count: Door.formBytesMax))])
      return (open, form)
    }

    #expect(open.status == .contentTooLarge)
    #expect(open.body.contains("högst 16\u{A0}kB"))
    #expect(form.status == .contentTooLarge)
    #expect(form.body.contains("högst 1\u{A0}MB"))
  }

  @Test func `every door that whoever comes may knock on reads next to nothing`() throws {
    let kit = try OfficeKit()

    for door in Door.all where door.method == .post && door.access == .everybody {
      #expect(door.bodyBytesMax(kit.office.settings) <= Door.openFormBytesMax, "\(door.pattern)")
    }
  }

  @Test func `more fields than a form has, and a part that is all head, are refused`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: .bookkeeper) { guest in
      let many = try await guest.post("/ny-verifikation", Array(repeating: ("a", ""), count: Body.fieldCountMax))
      #expect(many.status == .badRequest)
      let type: HTTPFields = [.contentType: "multipart/form-data; boundary=b"]
      let head = "--b\r\nContent-Disposition: form-data; name=\"" + String(repeating: "a", count: 10_000)
      let reply = try await guest.send(
        .post, "/ny-verifikation", headers: type, body: Array((head + "\"\r\n\r\nx\r\n--b--").utf8))
      #expect(reply.status == .badRequest)
    }
    #expect(Percent.pairs(String(repeating: "a&", count: 100_000)).count == Body.fieldCountMax)
    #expect(Multipart.boundary(of: "multipart/form-data; boundary=a\rb") == nil)
  }

  @Test func `a body that is refused unread closes the connection, and one that is read does not`() async throws {
    let kit = try OfficeKit()
    try kit.setPassword(for: .viewer)
    let large = [("epost", String(repeating: "a", count: Door.openFormBytesMax))]

    try await kit.visit(as: .viewer) { guest in
      let stranger = try kit.guest(nil, beside: guest)
      let refused = [
        try await stranger.post("/logga-in", large), try await stranger.post("/mitt-konto/losenord"),
        try await stranger.post("/finns-inte"), try await stranger.post("/halsa"),
        try await guest.post("/anvandare/ny"),
        try await guest.post("/logga-ut", headers: [.secFetchSite: "cross-site"]),
      ]
      for reply in refused { #expect(reply.headers[.connection] == "close", "\(reply.status)") }
      #expect(try await stranger.post("/logga-in", [("epost", "a")]).headers[.connection] == nil)
      #expect(try await stranger.get("/finns-inte").headers[.connection] == nil)
    }
  }

  @Test func `another site gives nobody a cookie, and so signs nobody out`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: nil) { guest in
      // A browser sends no cookie of ours with a form or a picture on another site.
      func ask(_ method: HTTPRequest.Method, _ headers: HTTPFields) async throws -> Guest.Reply {
        let bare = Guest(client: guest.client, token: "", cookieName: "annan")
        let path = method == .post ? "/logga-ut" : "/logga-in"
        return try await bare.send(method, path, headers: headers, body: method == .post ? Array("a=b".utf8) : nil)
      }
      let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
      for headers in [form, [.secFetchSite: "cross-site"], [.secFetchSite: "same-site"], [.origin: "https://ond.se"]] {
        let reply = try await ask(.post, headers)
        #expect(reply.headers[values: .setCookie].isEmpty, "\(headers)")
      }
      #expect(try await ask(.post, [.origin: "https://ond.se"]).status == .forbidden)
      #expect(try await ask(.post, [.secFetchSite: "cross-site"]).status == .forbidden)
      let picture = try await ask(
        .get, [.secFetchSite: "cross-site", .secFetchMode: "no-cors", .secFetchDest: "image"])
      #expect(picture.headers[values: .setCookie].isEmpty)
      // Whoever comes by a link in a letter, or by the address, gets one and can sign in.
      let link: HTTPFields = [.secFetchSite: "cross-site", .secFetchMode: "navigate", .secFetchDest: "document"]
      #expect(try await ask(.get, link).headers[values: .setCookie].count == 1)
      #expect(try await ask(.get, [.secFetchSite: "none"]).headers[values: .setCookie].count == 1)
      #expect(try await ask(.get, [:]).headers[values: .setCookie].count == 1)
    }
  }

  @Test func `one address holds no more connections than an office needs`() {
    let count = ConnectionCount(isLimited: true)
    for _ in 0..<ConnectionCount.countMax { #expect(count.open("192.0.2.1")) }

    #expect(!count.open("192.0.2.1"))
    #expect(count.open("192.0.2.2"))
    count.close("192.0.2.1")
    #expect(count.open("192.0.2.1"))
    for _ in 0...ConnectionCount.countMax { #expect(count.open("127.0.0.1")) }
    let proxied = ConnectionCount(isLimited: false)
    for _ in 0...ConnectionCount.countMax { #expect(proxied.open("192.0.2.1")) }
  }

  @Test func `no secret, no text of a user's and no path with a key stands in the log`() async throws {
    let log = KeptLog()
    let kit = try OfficeKit(log: log.logger)
    try kit.setPassword(for: .director)
    let secret = try kit.setSecondFactor(for: .director)
    let link = try InvitationLink.make(for: try #require(kit.users[.viewer]), in: kit.office)
    let key = String(link.suffix(64))
    var tokens: [String] = []

    tokens = try await kit.visit(as: nil) { guest in
      _ = try await guest.signIn("director@example.se", "ett felaktigt ord")
      let half = try await guest.signIn("director@example.se").guest
      _ = try await half.post("/logga-in/kod", [("kod", "000000")])
      let inside = half.following(try await half.post("/logga-in/kod", [("kod", kit.code(secret))]))
      _ = try await guest.get("/inbjudan/\(key)")
      _ = try await guest.post(
        "/inbjudan/\(key)", [("nytt-losenord", OfficeKit.password), ("nytt-losenord-igen", OfficeKit.password)])
      _ = try await inside.get("/anvandare")
      _ = try await inside.get("/finns-inte/\(key)")
      return [guest.token, half.token, inside.token]
    }

    for secret in tokens + [
      key, OfficeKit.password, "ett felaktigt ord", "000000", TOTP.base32(secret), "director@example.se",
    ] {
      #expect(!log.text.contains(secret))
    }
  }
}
