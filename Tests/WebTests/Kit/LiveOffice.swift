import Foundation
import Hummingbird
import HummingbirdTesting
import Ledger
import Store
import TestKit
import Testing

@testable import Web

/// The office on a port of its own, and a real browser that visits it.
enum LiveBrowser {
  static let isThere = BrowserProgram.isRunnable
  static let absence = Testing.Comment(rawValue: BrowserProgram.absence)

  /// Runs one of the programs with those variables, and gives what it printed. It fails the test where the program
  /// does, with all that it said.
  static func run(_ program: String, _ variables: [String: String]) async throws -> String {
    let (code, output) = try await LongWork.run { try BrowserProgram.run(program, variables) }
    #expect(code == 0, "\(program) ended with \(code):\n\(output)")
    return output
  }
}

extension OfficeKit {
  /// Serves the office on a free port while `body` runs. `cookies` are sessions of every role, ready to be used.
  func serve<Value: Sendable>(
    _ body: @escaping @Sendable (_ address: String, _ cookies: [Role: String]) async throws -> Value
  ) async throws -> Value {
    var cookies: [Role: String] = [:]
    for (role, user) in users {
      let token = Secret.make(office.randomBytes)
      try store.start(
        Session(
          digest: Secret.digest(of: token), user: user.id, startedAt: clock.now, lastSeenAt: clock.now,
          endsAt: Moment(secondsSince1970: clock.now.secondsSince1970 + 86_400), agent: "Chromium",
          remote: "127.0.0.1"))
      cookies[role] = token
    }
    let (name, values) = (Cookies.visitor(office.settings), cookies)
    let app = buildApplication(office: office, address: .hostname("127.0.0.1", port: 0))
    return try await app.test(.live) { client in
      guard let port = client.port else { throw CocoaError(.featureUnsupported) }
      return try await body("http://127.0.0.1:\(port)", values.mapValues { "\(name)=\($0)" })
    }
  }

  /// What a browser's program is told of the office.
  static func variables(
    _ address: String, _ cookies: [Role: String], _ more: [String: String] = [:]
  ) throws -> [String: String] {
    let byName = Dictionary(uniqueKeysWithValues: cookies.map { ($0.key.rawValue, $0.value) })
    let json = try JSONEncoder().encode(byName)
    return ["FINSAM_ADDRESS": address, "FINSAM_COOKIES": String(decoding: json, as: UTF8.self)].merging(more) { $1 }
  }
}
