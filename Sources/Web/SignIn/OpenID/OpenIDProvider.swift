/// What an OIDC provider says of itself (OpenID Connect Discovery 1.0), as far as we ask.
struct OpenIDProvider: Decodable, Hashable, Sendable {
  let issuer: String
  let authorization: String
  let token: String
  let keys: String
  let userInfo: String?
  /// How a client proves itself when it fetches the token.
  let clientProofs: [String]?

  private enum CodingKeys: String, CodingKey {
    case issuer
    case authorization = "authorization_endpoint"
    case token = "token_endpoint"
    case keys = "jwks_uri"
    case userInfo = "userinfo_endpoint"
    case clientProofs = "token_endpoint_auth_methods_supported"
  }

  /// Where an issuer says what it is.
  static func discovery(of issuer: String) -> String {
    let bare = issuer.utf8.last == UInt8(ascii: "/") ? String(decoding: issuer.utf8.dropLast(), as: UTF8.self) : issuer
    return bare + "/.well-known/openid-configuration"
  }

  /// Refuses a provider that is another than the settings say, or that is reached in the open.
  func examined(for settings: OpenIDSettings) throws(OpenIDFailure) -> OpenIDProvider {
    guard issuer.utf8.elementsEqual(settings.issuer.utf8) else {
      throw .notTheProvider(said: issuer, expected: settings.issuer)
    }
    for address in [issuer, authorization, token, keys] + (userInfo.map { [$0] } ?? []) {
      guard OpenIDProvider.isGuarded(address) else { throw .notEncrypted(address) }
    }
    return self
  }

  /// Over TLS; or on this very machine, where there is nobody between.
  static func isGuarded(_ address: String) -> Bool {
    if address.utf8.starts(with: "https://".utf8) { return true }
    return ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { host in
      guard address.utf8.starts(with: host.utf8) else { return false }
      let next = address.utf8.dropFirst(host.utf8.count).first
      return next == nil || next == UInt8(ascii: ":") || next == UInt8(ascii: "/")
    }
  }

  /// Where the visitor is sent to say who they are.
  func start(_ step: Halfway.OpenID, clientID: String, back: String) -> String {
    let query = Percent.query([
      ("response_type", "code"), ("client_id", clientID), ("redirect_uri", back), ("scope", "openid email"),
      ("state", step.state), ("nonce", step.nonce), ("code_challenge", PKCE.challenge(of: step.verifier)),
      ("code_challenge_method", "S256"),
    ])
    // An address may have a query of its own already.
    let joins = authorization.utf8.contains(UInt8(ascii: "?"))
    return authorization + (joins ? "&" + query.utf8.dropFirst().text : query)
  }
}

extension Sequence where Element == UInt8 {
  fileprivate var text: String { String(decoding: Array(self), as: UTF8.self) }
}
