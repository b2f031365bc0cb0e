import Counter
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import NIOCore
import Synchronization
import Testing

@testable import Web

/// A performer's counter for one test: a folder of its own and a clock that is moved by hand. It begins on 2 January 2026.
final class CounterVisit: Sendable {
  let folder: URL
  let office: CounterOffice
  let clock: OfficeKit.Clock
  static let password = "tre gula paraplyer vid kajen"

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("finsam-counter-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let clock = OfficeKit.Clock()
    self.clock = clock
    clock.set(day: CounterVisit.day("2026-01-02"))
    var silent = Logger(label: "test")
    silent.logLevel = .critical
    office = CounterOffice(
      path: folder.appendingPathComponent("samsa.raknelista").path, now: { clock.now }, today: { clock.today },
      randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }, log: silent,
      cost: try #require(CounterCost(logRounds: 4)))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("\(text) is no day.") }
    return day
  }

  static let setUp = [
    ("insats", "SAMSA"), ("namn", "Samsa"), ("utforare", "Arbetscentrum"), ("fran", "2025-01-01"),
    ("kommuner", "Karlshamn\nSölvesborg"), ("foljs", "ja"), ("samtal", "ja"), ("volym", "ja"), ("vald", "ja"),
    ("rytm", "kvartal"), ("radera", "6"), ("lange", "18"), ("minuter", "10"), ("nytt-losenord", password),
    ("nytt-losenord-igen", password),
  ]

  /// Visits with a browser's memory of cookies.
  func visit(_ body: @escaping @Sendable (CounterGuest) async throws -> Void) async throws {
    let app = buildApplication(counter: office)
    try await app.test(.router) { client in try await body(CounterGuest(client: client)) }
  }

  /// The same, with a list that has been made.
  func work(_ body: @escaping @Sendable (CounterGuest) async throws -> Void) async throws {
    try await visit { guest in
      let made = try await guest.post("/skapa", CounterVisit.setUp)
      #expect(made.status == .seeOther && made.location == "/installningar", "\(made.body)")
      try await body(guest)
    }
  }
}

/// A browser at the counter.
final class CounterGuest: Sendable {
  let client: any TestClientProtocol
  private let token = Mutex("")

  init(client: any TestClientProtocol) { self.client = client }

  var cookie: String { token.withLock { $0 } }

  func get(_ path: String, headers: HTTPFields = [:]) async throws -> Guest.Reply {
    try await send(.get, path, headers, body: nil)
  }

  /// Sends a form as a page of ours does.
  func post(
    _ path: String, _ fields: [(String, String)] = [], token other: String? = nil, headers: HTTPFields = [:]
  ) async throws -> Guest.Reply {
    if cookie.isEmpty { _ = try await get("/hjalp") }
    let pairs = [(Form.tokenName, other ?? Secret.formToken(of: cookie, isPractising: false))] + fields
    let body = pairs.map { "\(Percent.encoded($0.0))=\(Percent.encoded($0.1))" }.joined(separator: "&")
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    return try await send(.post, path, headers, body: body)
  }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, body: String?
  ) async throws -> Guest.Reply {
    var headers = headers
    if !cookie.isEmpty { headers[.cookie] = "\(CounterReception.cookieName)=\(cookie)" }
    if let body { headers[.contentLength] = "\(body.utf8.count)" }
    let reply = try await client.execute(
      uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
    ) { Guest.Reply($0) }
    for set in reply.headers[values: .setCookie] where set.hasPrefix("\(CounterReception.cookieName)=") {
      let value = set.split(separator: ";")[0].split(separator: "=", maxSplits: 1).last.map { String($0) }
      token.withLock { $0 = value ?? "" }
    }
    return reply
  }
}
