import HTTPTypes
import Store

/// A new password for oneself. Every other browser is signed out, for it may be that somebody had the old one.
enum ChangePassword {
  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    let (user, office) = (asked.user, asked.office)
    var reading = FormReading(asked.form)
    let old = reading.secret("losenord")
    let new = NewPassword.read(&reading, mail: user.mail, name: user.name)
    if let fault = try await Confirmation.fault(in: old, of: user, office) {
      reading.add(fault, at: "losenord")
    } else if !new.isEmpty, old == new {
      reading.add("Det nya lösenordet är det gamla. Välj ett annat.", at: "nytt-losenord")
    }
    guard !reading.hasFaults else {
      return .page(try ShowAccount.page(asked, faults: reading.faults), status: .unprocessableContent)
    }
    let hash = try await NewPassword.hash(new, office)
    try office.store.setPassword(hash: hash, of: user.id, keeping: asked.visitor.session?.digest)
    office.sessions.forget()
    return .see(
      Addresses.account.path(), notice: "Lösenordet är bytt. Andra webbläsare där du var inloggad är utloggade.")
  }
}

/// Asks one who is signed in for the password once more, before what would open the door to somebody else.
enum Confirmation {
  /// What is wrong with what was typed; nil where it is the user's password.
  static func fault(in password: String, of user: User, _ office: Office) async throws -> String? {
    guard !password.isEmpty else { return "Lösenordet du har nu saknas. Skriv det, så att vi vet att det är du." }
    let check = PasswordCheck(office)
    switch try await LongWork.run({ try check.confirms(password, of: user) }) {
    case .right: return nil
    case .wrong: return "Det är inte lösenordet du har nu. Skriv det du loggar in med."
    case .wait(let minutes): return Patience.words(minutes: minutes)
    }
  }
}
