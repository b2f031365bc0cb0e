import Logging
import Store

/// The letters that tell a user that their way into the office has been changed, so that whoever did not do it learns
/// of it. Sent afterwards, where there is a mailer; nobody waits for them, and nothing depends on them.
enum AccessLetter {
  static func secondFactorEnded(of user: User, by name: String, in office: Office) throws {
    send(
      Office.Mail(
        to: user.mail, subject: "Tvåfaktorn är avslagen",
        text: """
          Hej \(user.name)!

          \(name) har slagit av tvåfaktorn för din inloggning till \(try office.store.title().name)s kontor i finsam, och du \
          är utloggad överallt. Slå på den igen under Mitt konto nästa gång du loggar in.

          Har du inte bett om det ska du höra av dig till förbundschefen.
          """), from: office)
  }

  static func passwordChosen(by user: User, in office: Office) throws {
    send(
      Office.Mail(
        to: user.mail, subject: "Ett nytt lösenord är valt",
        text: """
          Hej \(user.name)!

          Ett lösenord till \(try office.store.title().name)s kontor i finsam har valts med en länk som är skickad till dig.

          Var det inte du ska du genast höra av dig till förbundschefen.
          """), from: office)
  }

  private static func send(_ letter: Office.Mail, from office: Office) {
    guard let mailer = office.mailer else { return }
    Task {
      do {
        try await mailer(letter)
      } catch {
        office.log.error("mail", metadata: ["error": "\(String(reflecting: error))"])
      }
    }
  }
}
