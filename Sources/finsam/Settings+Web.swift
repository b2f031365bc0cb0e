import Desk
import Foundation
import Web

/// What the office asks of the settings.
extension Settings {
  /// What sends mail, or nil where nothing is set up: links are then shown to be copied.
  func mailer() -> Office.Mailer? {
    let (program, sender) = (value("sendmail"), value("avsandare"))
    return program.isEmpty || sender.isEmpty ? nil : Office.sendmail(path: program, from: sender)
  }

  /// The provider that users may sign in by, or nil. The secret stands in a file of its own, so that it is printed by
  /// no command and stands in no environment.
  func openID() throws -> OpenIDSettings? {
    let issuer = value("openid-utfardare")
    guard !issuer.isEmpty else { return nil }
    let path = value("openid-hemlighet")
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Failure(
        .use,
        "Filen \(path) med hemligheten för OpenID Connect gick inte att läsa. Ange den i inställningen openid-hemlighet."
      )
    }
    let secret = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    var settings = OpenIDSettings(
      issuer: issuer, clientID: value("openid-klient"), clientSecret: secret, name: value("openid-namn"))
    settings.asksForSecondFactor = value("openid-tvafaktor") == "ja"
    return settings
  }
}
