import Foundation
import JWTKit
import Ledger

/// What the provider proves: who has signed in there. Its signature, and every claim that binds it to us, is looked at
/// before anything of it is used.
struct IDToken: Sendable {
  let subject: String
  let mail: String?
  let isMailVerified: Bool

  /// What a proof must be about.
  struct Expected: Sendable {
    let issuer: String
    let clientID: String
    let nonce: String
    let now: Moment
  }

  /// The algorithms we take: all by public key. Neither `none` nor one with a shared secret is among them.
  private static let algorithms: Set<String> = [
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
  ]
  /// How far the provider's clock may be from ours, in seconds.
  private static let clockSeconds: Int64 = 60
  private static let byteCountMax = 64 << 10

  /// Reads a proof that the keys of the provider have signed.
  static func read(_ token: String, keys: OpenIDKeys, _ expected: Expected) async throws(OpenIDFailure) -> IDToken {
    guard token.utf8.count <= byteCountMax, let head = try? DefaultJWTParser().getTokenParts(Array(token.utf8)).header,
      let header = JSONPart.read(Header.self, base64URL: head)
    else { throw .untrusted(.unreadable) }
    guard let algorithm = header.alg, algorithms.contains(algorithm) else { throw .untrusted(.algorithm) }
    let claims: Claims
    do {
      claims = try await keys.collection().verify(token, as: Claims.self)
    } catch {
      let isUnreadable = (error as? JWTError)?.errorType == .malformedToken
      throw .untrusted(isUnreadable ? .unreadable : .signature)
    }
    return try claims.examined(expected)
  }

  private struct Header: Decodable {
    let alg: String?
  }

  /// The claims, as they are sent.
  struct Claims: JWTPayload {
    var iss: String
    var sub: String
    var aud: OneOrMany
    var exp: ExpirationClaim
    var iat: IssuedAtClaim?
    var nbf: NotBeforeClaim?
    var nonce: String?
    var azp: String?
    var email: String?
    var isMailVerified: BoolClaim?

    private enum CodingKeys: String, CodingKey {
      case iss, sub, aud, exp, iat, nbf, nonce, azp, email
      case isMailVerified = "email_verified"
    }

    /// The signature is all that the library is asked for: what the claims must be is said in `examined`.
    func verify(using algorithm: some JWTAlgorithm) {}

    func examined(_ expected: Expected) throws(OpenIDFailure) -> IDToken {
      guard iss.utf8.elementsEqual(expected.issuer.utf8) else { throw .untrusted(.issuer) }
      guard aud.all.contains(expected.clientID), aud.all.count == 1 || azp != nil,
        azp.map({ $0 == expected.clientID }) ?? true
      else { throw .untrusted(.audience) }
      let now = expected.now.secondsSince1970
      guard IDToken.seconds(exp.value) > now - clockSeconds, IDToken.seconds(exp.value) < now + 366 * 86_400,
        iat.map({ IDToken.seconds($0.value) <= now + clockSeconds }) ?? true,
        nbf.map({ IDToken.seconds($0.value) <= now + clockSeconds }) ?? true
      else { throw .untrusted(.time) }
      guard let nonce, Secret.isEqual(nonce, expected.nonce) else { throw .untrusted(.nonce) }
      guard (1...255).contains(sub.utf8.count) else { throw .untrusted(.subject) }
      return IDToken(subject: sub, mail: email, isMailVerified: isMailVerified?.value ?? false)
    }
  }

  /// Whole seconds; a time beyond all calendars is the beginning of time, and so refused.
  private static func seconds(_ date: Date) -> Int64 { Int64(exactly: date.timeIntervalSince1970.rounded(.down)) ?? 0 }
}

/// A claim that may be one word or a list of them. The library's own falls on an empty list.
struct OneOrMany: Codable, Sendable {
  let all: [String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    all = try (try? container.decode(String.self)).map { [$0] } ?? container.decode([String].self)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(all)
  }
}

/// JSON in the parts of a token.
enum JSONPart {
  static func read<Value: Decodable>(_ type: Value.Type, base64URL: some Sequence<UInt8>) -> Value? {
    var letters = base64URL.map { byte in
      switch byte {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: byte
      }
    }
    letters += Array(repeating: UInt8(ascii: "="), count: (4 - letters.count % 4) % 4)
    guard let bytes = Data(base64Encoded: Data(letters)) else { return nil }
    return try? JSONDecoder().decode(type, from: bytes)
  }
}
