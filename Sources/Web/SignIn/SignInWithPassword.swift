import HTTPTypes
import Store

/// Signing in with mail address and password.
enum SignInWithPassword {
  static func show(_ asked: Asked, _: Nothing) -> Answer {
    let back = OwnPath.read(asked.query.choice("till"))
    guard asked.visitor.user == nil else { return .see(back) }
    return .page(page(asked, mail: "", back: back, faults: []))
  }

  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    let back = OwnPath.read(asked.form.choice("till"))
    let typed = asked.form.choice("epost")
    let reading = FormReading(asked.form)
    let password = reading.secret("losenord")
    let missing = [
      typed.isEmpty ? FieldFault(field: "epost", message: "E-postadressen saknas. Fyll i fältet.") : nil,
      password.isEmpty ? FieldFault(field: "losenord", message: "Lösenordet saknas. Fyll i fältet.") : nil,
    ].compactMap { $0 }
    guard missing.isEmpty else {
      return .page(page(asked, mail: typed, back: back, faults: missing), status: .unprocessableContent)
    }
    // What is no address is nobody's, and is counted and answered as such.
    let mail = MailAddress.read(typed) ?? "-"
    guard password.utf8.count <= 4 * PasswordRules.characterCountMax else {
      return refused(asked, mail: typed, back: back, words: wrong)
    }
    let check = PasswordCheck(asked.office)
    let remote = asked.remote
    switch try await LongWork.run({ try check.verdict(mail: mail, password: password, remote: remote) }) {
    case .right(let user): return try SessionStart.proceed(user, asked, back: back)
    case .wrong: return refused(asked, mail: typed, back: back, words: wrong)
    case .wait(let minutes):
      return .page(
        page(
          asked, mail: typed, back: back, faults: [FieldFault(field: "", message: Patience.words(minutes: minutes))]),
        status: .tooManyRequests)
    }
  }

  private static let wrong =
    "E-postadressen och lösenordet hör inte ihop. Kontrollera båda och försök igen, eller välj ett nytt lösenord."

  private static func refused(_ asked: Asked, mail: String, back: String, words: String) -> Answer {
    .page(
      page(asked, mail: mail, back: back, faults: [FieldFault(field: "epost", message: words)]),
      status: .unprocessableContent)
  }

  private static func page(_ asked: Asked, mail: String, back: String, faults: [FieldFault]) -> Page {
    SignInPage(
      visitor: asked.visitor, mail: mail, back: back, provider: asked.office.settings.openID?.name ?? "", faults: faults
    ).page
  }
}
