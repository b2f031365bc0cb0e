import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// What we ask the provider: who it is, its keys, the token, and what else it knows of the user.
struct OpenIDClient {
  let settings: OpenIDSettings

  private static let secondsMax: Int64 = 10
  private static let byteCountMax = 1 << 20

  /// What was fetched with the code.
  struct Tokens: Decodable {
    let proof: String
    let access: String?

    private enum CodingKeys: String, CodingKey {
      case proof = "id_token"
      case access = "access_token"
    }
  }

  /// What the provider tells of the user, besides the proof.
  struct UserInfo: Decodable {
    let sub: String
    let email: String?
    let isMailVerified: Bool

    private enum CodingKeys: String, CodingKey {
      case sub, email
      case isMailVerified = "email_verified"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      sub = try container.decode(String.self, forKey: .sub)
      email = try container.decodeIfPresent(String.self, forKey: .email)
      // Some providers write the truth as a word.
      let word = try? container.decode(String.self, forKey: .isMailVerified)
      isMailVerified = (try? container.decode(Bool.self, forKey: .isMailVerified)) ?? (word == "true")
    }
  }

  func discover() async throws(OpenIDFailure) -> OpenIDProvider {
    guard OpenIDProvider.isGuarded(settings.issuer) else { throw .notEncrypted(settings.issuer) }
    let bytes = try await ask(HTTPClientRequest(url: OpenIDProvider.discovery(of: settings.issuer)), for: "discovery")
    return try read(OpenIDProvider.self, bytes, "discovery").examined(for: settings)
  }

  func keys(of provider: OpenIDProvider) async throws(OpenIDFailure) -> OpenIDKeys {
    let bytes = try await ask(HTTPClientRequest(url: provider.keys), for: "keys")
    guard let keys = OpenIDKeys(json: bytes) else { throw .noAnswer("keys") }
    return keys
  }

  func tokens(
    for code: String, verifier: String, back: String, from provider: OpenIDProvider
  ) async throws(OpenIDFailure) -> Tokens {
    var pairs = [
      ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back), ("code_verifier", verifier),
    ]
    var request = HTTPClientRequest(url: provider.token)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
    let isInBody = provider.clientProofs.map { !$0.contains("client_secret_basic") } ?? false
    if settings.clientSecret.isEmpty || isInBody {
      pairs.append(("client_id", settings.clientID))
      if !settings.clientSecret.isEmpty { pairs.append(("client_secret", settings.clientSecret)) }
    } else {
      let both = "\(Percent.encoded(settings.clientID)):\(Percent.encoded(settings.clientSecret))"
      request.headers.add(name: "Authorization", value: "Basic \(Headers.base64(Array(both.utf8)))")
    }
    request.body = .bytes(ByteBuffer(string: String(decoding: Percent.query(pairs).utf8.dropFirst(), as: UTF8.self)))
    return try read(Tokens.self, try await ask(request, for: "token"), "token")
  }

  func userInfo(_ access: String, at address: String) async throws(OpenIDFailure) -> UserInfo {
    var request = HTTPClientRequest(url: address)
    request.headers.add(name: "Authorization", value: "Bearer \(access)")
    return try read(UserInfo.self, try await ask(request, for: "userinfo"), "userinfo")
  }

  /// Follows no redirect: what is secret goes where the provider said, and nowhere else.
  private func ask(_ request: HTTPClientRequest, for what: String) async throws(OpenIDFailure) -> [UInt8] {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    var request = request
    request.headers.replaceOrAdd(name: "Accept", value: "application/json")
    let answer: (status: UInt, bytes: [UInt8])?
    do {
      let response = try await client.execute(request, timeout: .seconds(OpenIDClient.secondsMax))
      let body = try await response.body.collect(upTo: OpenIDClient.byteCountMax)
      answer = (response.status.code, Array(body.readableBytesView))
    } catch {
      // What went wrong on the way may say what was sent; that it did is all that is told.
      answer = nil
    }
    // A client that does not close has nothing more to give.
    try? await client.shutdown()
    guard let answer else { throw .noAnswer(what) }
    guard answer.status == 200 else { throw .noAnswer("\(what) \(answer.status)") }
    return answer.bytes
  }

  private func read<Value: Decodable>(
    _ type: Value.Type, _ bytes: [UInt8], _ what: String
  ) throws(OpenIDFailure) -> Value {
    guard let value = try? JSONDecoder().decode(type, from: Data(bytes)) else { throw .noAnswer(what) }
    return value
  }
}
