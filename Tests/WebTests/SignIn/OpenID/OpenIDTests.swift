import Foundation
import HTTPTypes
import Ledger
import Store
import Testing

@testable import Web

/// Signing in by a real provider, in a process of its own.
@Suite(.enabled(if: ProviderProcess.isThere, ProviderProcess.absence), .serialized)
struct OpenIDTests {
  private static let provider = Task {
    try await ProviderProcess(users: [
      ("anna-1", "viewer@example.se", true), ("anna-2", "viewer@example.se", true),
      ("bo-1", "bookkeeper@example.se", false),
      ("eva-1", "nobody@example.se", true), ("ulf-1", "auditor@example.se", nil), ("ida-1", nil, nil),
      ("per-1", "performer@example.se", true),
    ])
  }

  /// An office that knows the provider, and whose clock goes right.
  private static func office(
    _ provider: ProviderProcess, log: KeptLog? = nil, change: (inout OpenIDSettings) -> Void = { _ in }
  ) throws -> OfficeKit {
    var openID = OpenIDSettings(
      issuer: provider.issuer, clientID: "finsam å:", clientSecret: "hemlig%hemlis:", name: "Kommunens inloggning")
    change(&openID)
    let kit = try OfficeKit(log: log?.logger) { $0.openID = openID }
    kit.clock.advance(seconds: Int64(Date().timeIntervalSince1970) - kit.clock.now.secondsSince1970)
    return kit
  }

  private static func path(_ address: String) -> String {
    String(address.dropFirst("http://localhost".count))
  }

  /// The whole way: to the provider, in there, and back.
  private static func signIn(
    _ subject: String, at provider: ProviderProcess, _ guest: Guest, back: String = ""
  ) async throws -> (reply: Guest.Reply, guest: Guest) {
    let start = try await guest.get(Addresses.openIDStart.path(query: [("till", back)]))
    #expect(start.status == .seeOther)
    let returned = try await provider.signIn(as: subject, at: try #require(start.headers[.location]))
    let reply = try await guest.get(Self.path(returned))
    return (reply, guest.following(reply))
  }

  @Test func `an invited user signs in by the provider, and comes back to where they were going`() async throws {
    let provider = try await Self.provider.value
    let kit = try Self.office(provider)
    let viewer = try #require(kit.users[.viewer])

    try await kit.visit(as: nil) { guest in
      #expect(try await guest.get("/logga-in").body.contains("Logga in med Kommunens inloggning"))
      let (reply, inside) = try await Self.signIn("anna-1", at: provider, guest, back: "/mitt-konto")
      #expect(reply.headers[.location] == "/mitt-konto")
      #expect(inside.token != guest.token)
      #expect(try await inside.get("/mitt-konto").body.contains("viewer@example.se"))
      #expect(try await guest.get("/mitt-konto").status == .seeOther)
    }

    #expect(try kit.store.user(issuer: provider.issuer, subject: "anna-1")?.id == viewer.id)
    let issuer = provider.issuer
    #expect(try kit.store.isBound(viewer.id, issuer: issuer))
  }

  @Test func `once bound one is known by the provider's own name for one, whatever the address has become`()
    async throws
  {
    let provider = try await Self.provider.value
    let kit = try Self.office(provider)
    let viewer = try #require(kit.users[.viewer])

    try await kit.visit(as: nil) { guest in
      _ = try await Self.signIn("anna-1", at: provider, guest)
      try kit.store.record(
        user: viewer.id, name: viewer.name, mail: "ny@example.se", role: .viewer, insatser: [], isActive: true,
        by: Actor(name: "Testet"), at: kit.clock.now)
      let (reply, inside) = try await Self.signIn("anna-1", at: provider, guest)
      #expect(reply.status == .seeOther)
      #expect(try await inside.get("/mitt-konto").body.contains("ny@example.se"))
    }
  }

  @Test func `whoever gets the address after another does not get their place`() async throws {
    let provider = try await Self.provider.value
    let kit = try Self.office(provider)

    try await kit.visit(as: nil) { guest in
      _ = try await Self.signIn("anna-1", at: provider, guest)
      let reply = try await Self.signIn("anna-2", at: provider, guest).reply
      #expect(reply.status == .forbidden)
      #expect(reply.body.contains("redan kopplad till ett annat konto"))
    }
  }

  @Test(arguments: [
    ("eva-1", "Ingen i kontoret har adressen nobody@example.se"),
    ("bo-1", "har inte bekräftat att bookkeeper@example.se"),
    ("ulf-1", "har inte bekräftat"), ("ida-1", "sa inte vilken e-postadress du har"),
  ])
  func `nobody becomes a user by signing in, and an address that nobody vouches for is none`(
    subject: String, words: String
  ) async throws {
    let provider = try await Self.provider.value
    let kit = try Self.office(provider)
    let before = try kit.store.users()

    let reply = try await kit.visit(as: nil) { try await Self.signIn(subject, at: provider, $0).reply }

    #expect(reply.status == .forbidden)
    #expect(reply.body.contains(words))
    #expect(try kit.store.users() == before)
    #expect(try kit.store.sessions(of: nil, at: kit.clock.now).isEmpty)
  }

  @Test func `one who is shut out is shut out here too`() async throws {
    let provider = try await Self.provider.value
    let kit = try Self.office(provider)
    let viewer = try #require(kit.users[.viewer])

    try await kit.visit(as: nil) { guest in
      _ = try await Self.signIn("anna-1", at: provider, guest)
      try kit.store.record(
        user: viewer.id, name: viewer.name, mail: viewer.mail, role: .viewer, insatser: [], isActive: false,
        by: Actor(name: "Testet"), at: kit.clock.now)
      #expect(try await Self.signIn("anna-1", at: provider, guest).reply.status == .forbidden)
    }
  }

  @Test func `an answer with another state, from another browser, twice, or too late is refused`() async throws {
    let provider = try await Self.provider.value
    let kit = try Self.office(provider)

    try await kit.visit(as: nil) { guest in
      let stranger = Guest(
        client: guest.client, token: Secret.make(kit.office.randomBytes), cookieName: guest.cookieName)
      func answer() async throws -> String {
        let start = try await guest.get("/logga-in/openid")
        return Self.path(try await provider.signIn(as: "anna-1", at: try #require(start.headers[.location])))
      }
      func isRefused(_ reply: Guest.Reply) -> Bool {
        reply.status == .forbidden && reply.body.contains("Svaret hör inte till någon inloggning")
      }

      let tampered = try await answer().replacing(/state=[0-9a-f]{4}/, with: "state=0000")
      #expect(isRefused(try await guest.get(tampered)))
      #expect(isRefused(try await stranger.get(try await answer())))
      let good = try await answer()
      #expect(try await guest.get(good).status == .seeOther)
      #expect(isRefused(try await guest.get(good)))
      let late = try await answer()
      kit.clock.advance(seconds: 601)
      #expect(isRefused(try await guest.get(late)))
      #expect(isRefused(try await guest.get("/logga-in/openid/svar?code=a&state=b")))
    }
  }

  @Test func `a proof that was made for another sign-in, or changed on the way, is refused`() async throws {
    let provider = try await Self.provider.value
    let kit = try Self.office(provider)
    let settings = try #require(kit.office.settings.openID)
    let client = OpenIDClient(settings: settings)
    let known = try await client.discover()
    let step = Halfway.OpenID(
      state: "s", nonce: "rätt nonsen", verifier: Secret.make(kit.office.randomBytes), back: "/")
    let back = StartOpenID.returnAddress(kit.office)
    let returned = try await provider.signIn(
      as: "anna-1", at: known.start(step, clientID: settings.clientID, back: back))
    let query = Form(fields: Percent.pairs(returned.split(separator: "?")[1]))
    #expect(query.choice("state") == "s")
    let tokens = try await client.tokens(
      for: query.choice("code"), verifier: step.verifier, back: back, from: known)
    let keys = try await client.keys(of: known)
    func expected(nonce: String = "rätt nonsen", clientID: String = settings.clientID) -> IDToken.Expected {
      IDToken.Expected(issuer: settings.issuer, clientID: clientID, nonce: nonce, now: kit.clock.now)
    }

    let proof = try await IDToken.read(tokens.proof, keys: keys, expected())
    #expect((proof.subject, proof.mail, proof.isMailVerified) == ("anna-1", "viewer@example.se", true))
    await #expect(throws: OpenIDFailure.untrusted(.nonce)) {
      try await IDToken.read(tokens.proof, keys: keys, expected(nonce: "annat"))
    }
    await #expect(throws: OpenIDFailure.untrusted(.audience)) {
      try await IDToken.read(tokens.proof, keys: keys, expected(clientID: "annan"))
    }
    let parts = tokens.proof.split(separator: ".").map { String($0) }
    let claims = try #require(JSONPart.read([String: Loose].self, base64URL: parts[1].utf8))
    #expect(claims["sub"]?.text == "anna-1")
    let forged = PKCE.base64URL(
      Array(
        #"{"iss":"\#(settings.issuer)","sub":"anna-2","aud":"finsam","exp":\#(kit.clock.now.secondsSince1970 + 60),"nonce":"x"}"#
          .utf8))
    await #expect(throws: OpenIDFailure.untrusted(.signature)) {
      try await IDToken.read("\(parts[0]).\(forged).\(parts[2])", keys: keys, expected())
    }
    let none = PKCE.base64URL(Array(#"{"alg":"none","typ":"JWT"}"#.utf8))
    for unsigned in ["\(none).\(parts[1]).", "\(none).\(parts[1]).\(parts[2])"] {
      await #expect(throws: OpenIDFailure.untrusted(.algorithm)) {
        try await IDToken.read(unsigned, keys: keys, expected())
      }
    }
  }

  /// A claim of any kind, as far as it is a text.
  private struct Loose: Decodable {
    let text: String?
    init(from decoder: any Decoder) throws { text = try? decoder.singleValueContainer().decode(String.self) }
  }

  @Test func `the code is worth nothing without what only we know`() async throws {
    let provider = try await Self.provider.value
    let kit = try Self.office(provider)
    let client = OpenIDClient(settings: try #require(kit.office.settings.openID))
    let known = try await client.discover()

    await #expect(throws: OpenIDFailure.self) {
      try await client.tokens(for: "gissad", verifier: "v", back: "http://localhost/x", from: known)
    }
  }

  @Test func `whoever says no at the provider is told that nobody signed in`() async throws {
    let provider = try await Self.provider.value
    let kit = try Self.office(provider)

    let reply = try await kit.visit(as: nil) { guest in
      let start = try await guest.get("/logga-in/openid")
      let state = try #require(start.headers[.location]?.firstMatch(of: /state=([0-9a-f]+)/)?.1)
      return try await guest.get("/logga-in/openid/svar?error=access_denied&state=\(state)")
    }

    #expect(reply.status == .forbidden)
    #expect(reply.body.contains("Kommunens inloggning loggade inte in dig (svaret var ”access_denied”)"))
  }

  @Test func `our own second factor is asked for only where the settings say so`() async throws {
    let provider = try await Self.provider.value
    let usual = try Self.office(provider)
    _ = try usual.setSecondFactor(for: .viewer)
    let strict = try Self.office(provider) { $0.asksForSecondFactor = true }
    _ = try strict.setSecondFactor(for: .viewer)

    let open = try await usual.visit(as: nil) { try await Self.signIn("anna-1", at: provider, $0).reply }
    let asked = try await strict.visit(as: nil) { try await Self.signIn("anna-1", at: provider, $0).reply }

    #expect(open.location == "/")
    #expect(asked.location == "/logga-in/kod")
  }

  @Test func `a provider that calls itself something else than the settings do is not used`() async throws {
    let provider = try await Self.provider.value
    let kit = try Self.office(provider) { $0.issuer = provider.issuer.replacing("127.0.0.1", with: "localhost") + "/" }

    let reply = try await kit.visit(as: nil) { try await $0.get("/logga-in/openid") }

    #expect(reply.status == .forbidden)
    #expect(reply.body.contains("openid-utfardare"))
  }

  @Test func `a provider that does not answer is said not to, and the password still opens`() async throws {
    let provider = try await Self.provider.value
    let kit = try Self.office(provider) { $0.issuer = "http://127.0.0.1:1" }

    let reply = try await kit.visit(as: nil) { try await $0.get("/logga-in/openid") }

    #expect(reply.status == .forbidden)
    #expect(reply.body.contains("svarade inte som väntat"))
  }

  @Test func `neither the secret, the code, the token nor anybody's address stands in the log`() async throws {
    let provider = try await Self.provider.value
    let log = KeptLog()
    let kit = try Self.office(provider, log: log)

    let returned = try await kit.visit(as: nil) { guest in
      _ = try await Self.signIn("anna-1", at: provider, guest)
      _ = try await Self.signIn("eva-1", at: provider, guest)
      let start = try await guest.get("/logga-in/openid")
      let returned = try await provider.signIn(as: "bo-1", at: try #require(start.headers[.location]))
      _ = try await guest.get(Self.path(returned))
      return returned
    }

    let query = Form(fields: Percent.pairs(returned.split(separator: "?")[1]))
    #expect(log.text.contains("refused=mail not verified") || log.text.contains("mail not verified"))
    for secret in [query.choice("code"), query.choice("state"), "hemlig%hemlis", "@example.se"] {
      #expect(!log.text.contains(secret))
    }
  }

  @Test func `an office without a provider has no such door`() async throws {
    let kit = try OfficeKit()

    try await kit.visit(as: nil) { guest in
      for path in ["/logga-in/openid", "/logga-in/openid/svar"] {
        let reply = try await guest.get(path)
        #expect(reply.status == .notFound)
      }
      let page = try await guest.get("/logga-in")
      #expect(!page.body.contains("Logga in med"))
    }
  }
}
