import Foundation
import HTTPTypes
import Ledger
import Logging
import Store
import Synchronization
import Testing

@testable import Web

extension OfficeKit {
  static let password = "tre gula båtar i hamn"

  /// Gives the user of that role a password.
  func setPassword(_ password: String = OfficeKit.password, for role: Role) throws {
    let user = try #require(users[role])
    let hash = try PasswordHash(of: password, cost: office.settings.passwordCost, randomBytes: office.randomBytes)
    try store.setPassword(hash: hash.text, of: user.id, keeping: nil)
  }

  /// Gives the user of that role a second factor and those recovery codes.
  func setSecondFactor(for role: Role, recoveryCodes: [String] = []) throws -> [UInt8] {
    let secret = office.randomBytes(TOTP.secretByteCount)
    try store.setSecondFactor(
      secret: secret, recoveryDigests: recoveryCodes.map { RecoveryCode.digest(of: $0) },
      of: try #require(users[role]).id)
    return secret
  }

  func code(_ secret: [UInt8]) -> String { TOTP.code(secret, step: TOTP.step(at: clock.now)) }

  func sessionCount(of role: Role) throws -> Int {
    try store.sessions(of: try #require(users[role]).id, at: clock.now).count
  }
}

extension Guest {
  /// The same browser, with the cookie that the answer set.
  func following(_ reply: Reply) -> Guest {
    let cookies = reply.headers[values: .setCookie].compactMap { cookie -> String? in
      let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
      return pair.count == 2 && String(pair[0]) == cookieName ? String(pair[1]) : nil
    }
    return Guest(client: client, token: cookies.last ?? token, cookieName: cookieName)
  }

  /// Signs in and gives the answer and the browser after it.
  func signIn(
    _ mail: String, _ password: String = OfficeKit.password, back: String = ""
  ) async throws -> (reply: Reply, guest: Guest) {
    let reply = try await post(
      Addresses.signIn.path(), [("epost", mail), ("losenord", password), ("till", back)])
    return (reply, following(reply))
  }
}

/// A log that is kept, so that it can be read.
final class KeptLog: Sendable {
  private let kept = Mutex<[String]>([])

  var text: String { kept.withLock { $0.joined(separator: "\n") } }

  var logger: Logger {
    var logger = Logger(label: "kept") { _ in Handler(log: self) }
    logger.logLevel = .trace
    return logger
  }

  private struct Handler: LogHandler {
    let log: KeptLog
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      log.kept.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:]) \(metadata)") }
    }
  }
}
