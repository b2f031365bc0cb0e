import HTTPTypes
import Ledger
import Store

/// The second factor at sign-in: a code from the app, or a recovery code.
enum GiveCode {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    guard try step(asked) != nil else { return again }
    return .page(page(asked, faults: []))
  }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    guard let (step, user) = try step(asked) else { return again }
    let store = asked.office.store
    let patience = Patience.code(user.id)
    let minutes = try patience.minutesLeft(in: store, at: asked.now)
    guard minutes == 0 else {
      return .page(page(asked, faults: [fault(Patience.words(minutes: minutes))]), status: .tooManyRequests)
    }
    // Counted before it is looked at, so that many at the same time are no more than one after another.
    try store.noteAttempt(keys: [patience.key], at: asked.now)
    let code = FormReading(asked.form).secret("kod")
    let isRecovery = RecoveryCode.isOne(code)
    guard
      isRecovery
        ? try store.useRecoveryCode(digest: RecoveryCode.digest(of: code), of: user.id)
        : try isRight(code, of: user, asked)
    else {
      return .page(page(asked, faults: [fault(isRecovery ? wrongRecovery : wrong)]), status: .unprocessableContent)
    }
    try store.forgetAttempts(key: patience.key)
    asked.office.halfway.forgetCode(for: Secret.digest(of: asked.visitor.token))
    let left = try store.credential(of: user.id).recoveryCodeCount
    return try SessionStart.begin(user, asked, back: step.back, notice: isRecovery ? words(left: left) : "")
  }

  /// Whether it is the app's code now, and has not been used.
  static func isRight(_ code: String, of user: User, _ asked: Asked) throws -> Bool {
    guard let secret = try asked.office.store.credential(of: user.id).totpSecret,
      let step = TOTP.step(of: code, secret, at: asked.now)
    else { return false }
    return try asked.office.store.useStep(step, of: user.id)
  }

  private static func step(_ asked: Asked) throws -> (Halfway.Code, User)? {
    guard let step = asked.office.halfway.code(for: Secret.digest(of: asked.visitor.token), at: asked.now),
      let user = try asked.office.store.users().first(where: { $0.id == step.user }), user.isActive,
      try asked.office.store.credential(of: user.id).proof == step.proof
    else { return nil }
    return (step, user)
  }

  private static let again = Answer.see(
    Addresses.signIn.path(), notice: "Det tog mer än tio minuter, eller så har du redan loggat in. Börja om här.")

  private static let wrong =
    "Koden stämmer inte. Skriv de sex siffror som appen visar just nu; varje kod går att använda en gång. "
    + "Kontrollera också att telefonens klocka går rätt."
  private static let wrongRecovery =
    "Reservkoden stämmer inte, eller är redan använd. Varje kod gäller en gång; ta nästa på listan."

  private static func words(left: Int) -> String {
    left == 0
      ? "Det var din sista reservkod. Gör nya under Mitt konto."
      : "Du har \(left) \(left == 1 ? "reservkod" : "reservkoder") kvar. Har du en ny telefon, slå på tvåfaktor på nytt "
        + "under Mitt konto."
  }

  private static func fault(_ words: String) -> FieldFault { FieldFault(field: "kod", message: words) }

  private static func page(_ asked: Asked, faults: [FieldFault]) -> Page {
    GiveCodePage(visitor: asked.visitor, faults: faults).page
  }
}
