import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Testing

@testable import Web

/// A real OpenID Connect provider, in a process of its own on this machine (`oidc-provider-mock`).
final class ProviderProcess: Sendable {
  let issuer: String
  /// The provider ends when this pipe does, and so with these tests, whatever becomes of them.
  private let life = Pipe()

  /// The provider's own program, with a thread that waits for the end of its life.
  private static let program = """
    import os, runpy, sys, threading
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    runpy.run_module("oidc_provider_mock", run_name="__main__", alter_sys=True)
    """

  static let isThere: Bool = {
    let folder = URL(fileURLWithPath: OfficeKit.python).deletingLastPathComponent()
    return FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("oidc-provider-mock").path)
  }()

  static let absence: Testing.Comment = "oidc-provider-mock is missing: run script/setup --test."

  /// Starts it, with users that each have an address; whether it is verified is said, where it is.
  init(users: [(subject: String, mail: String?, isVerified: Bool?)]) async throws {
    let port = try ProviderProcess.freePort()
    issuer = "http://127.0.0.1:\(port)"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: OfficeKit.python)
    process.arguments = ["-W", "ignore", "-c", Self.program, "--port", "\(port)", "--require-nonce", "true"]
    for user in users {
      var claims: [String: Any] = ["sub": user.subject]
      claims["email"] = user.mail
      claims["email_verified"] = user.isVerified
      let json = try JSONSerialization.data(withJSONObject: claims)
      process.arguments? += ["--user-claims", String(decoding: json, as: UTF8.self)]
    }
    process.standardInput = life
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<200 {
      if (try? await ask(.GET, OpenIDProvider.discovery(of: issuer)))?.status == 200 { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("The provider did not answer within ten seconds.")
  }

  /// What the user's browser does at the provider: signs in as that subject, and is sent back.
  func signIn(as subject: String, at address: String) async throws -> String {
    let answer = try await ask(.POST, address, body: "sub=\(Percent.encoded(subject))")
    return try #require(answer.location, "the provider answered \(answer.status)")
  }

  /// The user says no.
  func deny(at address: String) async throws -> String {
    try #require(try await ask(.POST, address, body: "action=deny").location)
  }

  func ask(_ method: HTTPMethod, _ address: String, body: String = "") async throws -> (status: UInt, location: String?)
  {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    var request = HTTPClientRequest(url: address)
    request.method = method
    if method == .POST {
      request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
      request.body = .bytes(ByteBuffer(string: body))
    }
    let answer: Result<(UInt, String?), any Error>
    do {
      let response = try await client.execute(request, timeout: .seconds(10))
      answer = .success((response.status.code, response.headers.first(name: "Location")))
    } catch {
      answer = .failure(error)
    }
    try await client.shutdown()
    return try answer.get()
  }

  private static func freePort() throws -> UInt16 {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(handle, $0, size) == 0 && getsockname(handle, $0, &size) == 0
      }
    }
    guard isBound else { throw CocoaError(.featureUnsupported) }
    return UInt16(bigEndian: address.sin_port)
  }
}
