import Association
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import NIOCore
import Press
import Store
import Synchronization
import TestKit
import Testing

@testable import Web

/// An office for one test: a book of its own with the whole example association, a clock that stands still until it is
/// moved, and a user of each role.
final class OfficeKit: Sendable {
  let folder: URL
  let store: Store
  let clock: Clock
  let office: Office
  let users: [Role: User]
  /// The mails that were sent.
  let mails: Mails

  /// A clock that is moved by hand. It begins on 15 February 2026, 09.00: the example's year 2022 is over.
  final class Clock: Sendable {
    private let moment = Mutex<Int64>(1_771_146_000)
    private let day = Mutex<CalendarDate?>(CalendarDate(yyyymmdd: 20_260_215))
    var now: Moment { Moment(secondsSince1970: moment.withLock { $0 }) }
    var today: CalendarDate {
      guard let day = day.withLock({ $0 }) else { preconditionFailure("The test's day is a day.") }
      return day
    }
    func advance(seconds: Int64) { moment.withLock { $0 += seconds } }
    func set(day: CalendarDate) { self.day.withLock { $0 = day } }
  }

  final class Mails: Sendable {
    private let sent = Mutex<[Office.Mail]>([])
    var all: [Office.Mail] { sent.withLock { $0 } }
    func send(_ mail: Office.Mail) { sent.withLock { $0.append(mail) } }
  }

  /// Which book the office has.
  enum Book: String {
    /// The whole example association.
    case example
    /// A book with a name and nothing else.
    case new
  }

  init(
    _ book: Book = .example, hasMailer: Bool = false, hasUsers: Bool = true, log: Logger? = nil,
    change: (inout Office.Settings) -> Void = { _ in }
  ) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("finsam-web-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("forbund.finsam").path
    let clock = Clock()
    self.clock = clock
    switch book {
    case .example:
      try FileManager.default.copyItem(atPath: try OfficeKit.exampleBook.get(), toPath: path)
      store = try Store(opening: path)
    case .new:
      store = try Store.create(
        at: path, association: Association(name: "Nya förbundet", organisationNumber: "222000-0000"),
        by: Actor(name: "Testet"), at: clock.now)
    }
    let mails = Mails()
    self.mails = mails
    var settings = Office.Settings(
      publicAddress: "http://localhost", practicePath: folder.appendingPathComponent("ovning.finsam").path)
    // A hash that costs next to nothing: what it should cost is tested where it is made.
    settings.passwordCost = try #require(PasswordCost(logRounds: 4, blockSize: 8, parallelism: 1))
    change(&settings)
    var users: [Role: User] = [:]
    for role in hasUsers ? Role.allCases : [] {
      users[role] = try store.record(
        user: nil, name: "Test \(role.rawValue)", mail: "\(role.rawValue)@example.se", role: role,
        insatser: role == .performer ? ["SAMSA"] : [], isActive: true, by: Actor(name: "Testet"), at: clock.now)
    }
    self.users = users
    var silent = Logger(label: "test")
    silent.logLevel = .critical
    office = Office(
      store: store, now: { clock.now }, today: { clock.today },
      randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }, log: log ?? silent,
      press: PDFPress(python: OfficeKit.python, fontFolder: "/usr/share/fonts/truetype/lato"),
      mailer: hasMailer ? { @Sendable mail in mails.send(mail) } : nil, settings: settings)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The example's book, made once and copied for each test. The process removes it when it ends.
  private static let exampleBook = Result<String, any Error> {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("finsam-example-\(UUID().uuidString)").path
    let outcome = try FolderImport(
      files: try DemoFiles.all(), book: path, by: Actor(name: "Exemplet"), at: Moment(secondsSince1970: 1_700_000_000)
    ).run()
    #expect(!outcome.hasErrors)
    return path
  }

  static let python = BrowserProgram.python

  /// The checkout.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Visits the office as a role, or as nobody, without a socket.
  func visit<Value>(
    as role: Role?, office other: Office? = nil, _ body: @escaping @Sendable (Guest) async throws -> Value
  ) async throws -> Value {
    let token = Secret.make(office.randomBytes)
    if let role { try startSession(of: role, token: token) }
    let app = buildApplication(office: other ?? office)
    return try await app.test(.router) { client in
      try await body(Guest(client: client, token: token, cookieName: Cookies.visitor(self.office.settings)))
    }
  }

  /// Signs the user of that role in, with that secret in the cookie.
  func startSession(of role: Role, token: String) throws {
    guard let user = users[role] else { return }
    try store.start(
      Session(
        digest: Secret.digest(of: token), user: user.id, startedAt: clock.now, lastSeenAt: clock.now,
        endsAt: Moment(secondsSince1970: clock.now.secondsSince1970 + 86_400), agent: "test", remote: "127.0.0.1"))
  }
}

/// Somebody at the office's door.
struct Guest: Sendable {
  let client: any TestClientProtocol
  /// The secret in the cookie.
  let token: String
  let cookieName: String
  /// Whether the pages it has open were made in the practice book: their forms carry another token.
  var isPractising = false

  /// The same visitor with a page of the practice book open.
  var practising: Guest {
    var guest = self
    guest.isPractising = true
    return guest
  }

  /// What its forms carry.
  var formToken: String { Secret.formToken(of: token, isPractising: isPractising) }

  /// What the office answered.
  struct Reply {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let bytes: [UInt8]
    var body: String { String(decoding: bytes, as: UTF8.self) }
    /// Where one is sent, without the query.
    var location: String { headers[.location]?.split(separator: "?").first.map { String($0) } ?? "" }
    /// The words that are shown once on the page one is sent to.
    var notice: String {
      let cookie = headers[values: .setCookie].first { $0.hasPrefix(Cookies.notice + "=") }
      let value = cookie?.split(separator: ";").first?.split(separator: "=", maxSplits: 1).last
      return value.flatMap { Percent.decoded($0) } ?? ""
    }

    init(_ response: TestResponse) {
      status = response.status
      headers = response.headers
      bytes = Array(response.body.readableBytesView)
    }
  }

  func get(_ path: String, headers: HTTPFields = [:]) async throws -> Reply {
    try await send(.get, path, headers: headers, body: nil)
  }

  /// Sends a form with the visitor's token in it.
  func post(_ path: String, _ fields: [(String, String)] = [], headers: HTTPFields = [:]) async throws -> Reply {
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    let all = [(Form.tokenName, formToken)] + fields
    let text = all.map { "\(Percent.encoded($0.0))=\(Percent.encoded($0.1))" }.joined(separator: "&")
    return try await send(.post, path, headers: headers, body: Array(text.utf8))
  }

  /// Sends a form with files.
  func upload(
    _ path: String, _ fields: [(String, String)] = [],
    files: [(field: String, name: String, type: String, bytes: [UInt8])]
  ) async throws -> Reply {
    let boundary = "grans1234567890"
    var bytes: [UInt8] = []
    for (name, value) in [(Form.tokenName, formToken)] + fields {
      bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    for file in files {
      bytes += Array(
        ("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n"
          + "Content-Type: \(file.type)\r\n\r\n").utf8)
      bytes += file.bytes + Array("\r\n".utf8)
    }
    bytes += Array("--\(boundary)--\r\n".utf8)
    return try await send(
      .post, path, headers: [.contentType: "multipart/form-data; boundary=\(boundary)"], body: bytes)
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, body: [UInt8]?
  ) async throws -> Reply {
    var headers = headers
    headers[.cookie] = "\(cookieName)=\(token)" + (headers[.cookie].map { "; \($0)" } ?? "")
    return try await client.execute(
      uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) }
    ) { Reply($0) }
  }
}
