import Crypto
import Foundation
import Ledger
import Testing

@testable import Web

/// The proof of who has signed in at the provider: what is looked at before anything of it is believed.
struct IDTokenTests {
  private static let now: Int64 = 1_771_146_000
  private static let expected = IDToken.Expected(
    issuer: "https://login.example.se", clientID: "finsam", nonce: "nonsen",
    now: Moment(secondsSince1970: now))

  /// A provider with one key of its own.
  private struct Provider {
    let key = P256.Signing.PrivateKey()

    func keys(_ change: (inout [String: Any]) -> Void = { _ in }) throws -> OpenIDKeys {
      let point = Array(key.publicKey.rawRepresentation)
      var member: [String: Any] = [
        "kty": "EC", "crv": "P-256", "kid": "ett", "x": PKCE.base64URL(Array(point[..<32])),
        "y": PKCE.base64URL(Array(point[32...])),
      ]
      change(&member)
      // Beside it stand keys that we have no use for, and that we must not stumble over.
      let strangers: [[String: Any]] = [
        ["kty": "oct", "k": "aGVtbGlndA", "kid": "två"],
        ["kty": "RSA", "alg": "RSA-OAEP-256", "use": "enc", "n": "AQ", "e": "AQAB"],
        ["kty": "framtid"],
      ]
      let json = try JSONSerialization.data(withJSONObject: ["keys": strangers + [member]])
      return try #require(OpenIDKeys(json: Array(json)))
    }

    func token(_ claims: [String: Any], header: [String: Any] = ["alg": "ES256", "kid": "ett"]) throws -> String {
      let parts = try [header, claims].map { PKCE.base64URL(Array(try JSONSerialization.data(withJSONObject: $0))) }
      let signed = parts.joined(separator: ".")
      let signature = try key.signature(for: Data(signed.utf8)).rawRepresentation
      return signed + "." + PKCE.base64URL(Array(signature))
    }
  }

  private static func claims(_ change: [String: Any?] = [:]) -> [String: Any] {
    var claims: [String: Any] = [
      "iss": "https://login.example.se", "sub": "anna-1", "aud": "finsam", "exp": now + 300, "iat": now,
      "nonce": "nonsen", "email": "anna@example.se", "email_verified": true,
    ]
    for (name, value) in change { claims[name] = value }
    return claims
  }

  private static func doubt(_ claims: [String: Any?]) async throws -> OpenIDFailure? {
    let provider = Provider()
    do {
      _ = try await IDToken.read(try provider.token(Self.claims(claims)), keys: try provider.keys(), expected)
      return nil
    } catch {
      return error as? OpenIDFailure
    }
  }

  @Test func `a proof that is whole says who it is about`() async throws {
    let provider = Provider()

    let proof = try await IDToken.read(
      try provider.token(Self.claims()), keys: try provider.keys(), Self.expected)

    #expect((proof.subject, proof.mail, proof.isMailVerified) == ("anna-1", "anna@example.se", true))
  }

  @Test func `a key without a name, the only one that can sign, is tried`() async throws {
    let provider = Provider()

    let proof = try await IDToken.read(
      try provider.token(Self.claims(), header: ["alg": "ES256"]),
      keys: try provider.keys { $0["kid"] = nil }, Self.expected)

    #expect(proof.subject == "anna-1")
  }

  @Test func `a list of audiences is taken where the proof was made for us, and the truth may be a word`() async throws
  {
    #expect(try await Self.doubt(["aud": ["finsam"]]) == nil)
    #expect(try await Self.doubt(["aud": ["finsam", "annan"], "azp": "finsam"]) == nil)
    #expect(try await Self.doubt(["email_verified": "true"]) == nil)
    #expect(try await Self.doubt(["exp": Double(Self.now) + 300.5]) == nil)
  }

  @Test func `a proof for somebody else, from somebody else, of another time or another sign-in is refused`()
    async throws
  {
    #expect(try await Self.doubt(["iss": "https://ont.example"]) == .untrusted(.issuer))
    #expect(try await Self.doubt(["iss": "https://login.example.se/"]) == .untrusted(.issuer))
    #expect(try await Self.doubt(["aud": "annan"]) == .untrusted(.audience))
    #expect(try await Self.doubt(["aud": [String]()]) == .untrusted(.audience))
    #expect(try await Self.doubt(["aud": ["finsam", "annan"]]) == .untrusted(.audience))
    #expect(try await Self.doubt(["azp": "annan"]) == .untrusted(.audience))
    #expect(try await Self.doubt(["exp": Self.now - 61]) == .untrusted(.time))
    #expect(try await Self.doubt(["exp": 1e300]) == .untrusted(.time))
    #expect(try await Self.doubt(["iat": Self.now + 61]) == .untrusted(.time))
    #expect(try await Self.doubt(["nbf": Self.now + 61]) == .untrusted(.time))
    #expect(try await Self.doubt(["nonce": "annat"]) == .untrusted(.nonce))
    #expect(try await Self.doubt(["nonce": Any?.none]) == .untrusted(.nonce))
    #expect(try await Self.doubt(["sub": ""]) == .untrusted(.subject))
  }

  @Test(arguments: ["iss", "sub", "aud", "exp"])
  func `a proof that lacks what it must say is refused`(claim: String) async throws {
    #expect(try await Self.doubt([claim: Any?.none]) != nil)
  }

  @Test func `a proof that another has signed, or that has been changed, is refused`() async throws {
    let (provider, stranger) = (Provider(), Provider())
    let keys = try provider.keys()
    let token = try provider.token(Self.claims())
    let parts = token.split(separator: ".").map { String($0) }
    let other = PKCE.base64URL(
      Array(try JSONSerialization.data(withJSONObject: Self.claims(["sub": "nagon-annan"]))))

    for forged in [
      try stranger.token(Self.claims()), "\(parts[0]).\(other).\(parts[2])", "\(parts[0]).\(parts[1]).",
      "\(parts[0]).\(parts[1]).AAAA",
    ] {
      await #expect(throws: OpenIDFailure.untrusted(.signature)) {
        try await IDToken.read(forged, keys: keys, Self.expected)
      }
    }
  }

  @Test(arguments: ["none", "None", "NONE", "HS256", "HS512", "", "ES256K"])
  func `a proof that is not signed by a public key of the provider's is refused`(algorithm: String) async throws {
    let provider = Provider()
    let keys = try provider.keys()
    let signed = try provider.token(Self.claims(), header: ["alg": algorithm, "kid": "ett"])
    let parts = signed.split(separator: ".").map { String($0) }

    for token in [signed, "\(parts[0]).\(parts[1])."] {
      await #expect(throws: OpenIDFailure.untrusted(.algorithm)) {
        try await IDToken.read(token, keys: keys, Self.expected)
      }
    }
  }

  @Test(arguments: ["RS256", "ES384", "EdDSA"])
  func `a proof whose head names another kind of key than the provider's is refused`(algorithm: String) async throws {
    let provider = Provider()
    let keys = try provider.keys()
    let token = try provider.token(Self.claims(), header: ["alg": algorithm, "kid": "ett"])

    await #expect(throws: OpenIDFailure.untrusted(.signature)) {
      try await IDToken.read(token, keys: keys, Self.expected)
    }
  }

  @Test(arguments: [
    "", "a", "a.b", "a.b.c", "a.b.c.d", "e30.e30.", "e30=.e30=.AA==", String(repeating: "a", count: 100_000),
  ])
  func `what is no proof at all is refused`(text: String) async throws {
    let keys = try Provider().keys()

    await #expect(throws: OpenIDFailure.self) { try await IDToken.read(text, keys: keys, Self.expected) }
  }

  @Test func `PKCE is as RFC 7636 has it, appendix B`() {
    #expect(
      PKCE.challenge(of: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    )
  }

  @Test(arguments: [
    ("https://login.example.se", true), ("http://127.0.0.1:9400", true), ("http://localhost/x", true),
    ("http://[::1]:80", true), ("http://login.example.se", false), ("http://127.0.0.1.ont.example", false),
    ("http://localhost.ont.example", false), ("http://127.0.0.1@ont.example", false), ("ftp://x", false), ("", false),
  ])
  func `a provider is reached over TLS, or on this machine`(address: String, isGuarded: Bool) {
    #expect(OpenIDProvider.isGuarded(address) == isGuarded)
  }

  @Test func `every failure has words that say what to do`() {
    let failures: [OpenIDFailure] = [
      .noAnswer("token"), .notTheProvider(said: "a", expected: "b"), .notEncrypted("http://x"), .unknownReturn,
      .denied(""), .denied("access_denied"), .untrusted(.nonce), .mailMissing, .mailNotVerified("a@example.se"),
      .notInvited("a@example.se"), .boundToAnother("a@example.se"),
    ]
    for failure in failures {
      #expect(failure.words(provider: "Kommunen").hasSuffix("."))
      #expect(!failure.kind.contains("@"))
    }
  }
}
