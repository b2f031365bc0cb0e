import HTTPTypes
import Press
import Store

/// What is done with a second factor that is on: it is switched off, or gets new recovery codes. Both ask who one is.
enum EndSecondFactor {
  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    if let refused = try await refusal(asked, field: "losenord-av") { return refused }
    try asked.office.store.setSecondFactor(secret: nil, recoveryDigests: [], of: asked.user.id)
    asked.office.sessions.forget()
    return .see(Addresses.account.path(), notice: "Tvåfaktor är av. Reservkoderna gäller inte längre.")
  }

  static func renewCodes(_ asked: Asked, _: Nothing) async throws -> Answer {
    if let refused = try await refusal(asked, field: "losenord-koder") { return refused }
    let (office, user) = (asked.office, asked.user)
    let codes = RecoveryCode.make(office.randomBytes)
    try office.store.setRecoveryCodes(codes.map { RecoveryCode.digest(of: $0) }, of: user.id)
    return .page(RecoveryCodesPage(codes: codes, words: "De gamla reservkoderna gäller inte längre.").page)
  }

  /// The page again, where what was typed does not say who one is; nil where it does.
  private static func refusal(_ asked: Asked, field: String) async throws -> Answer? {
    let (office, user) = (asked.office, asked.user)
    let credential = try office.store.credential(of: user.id)
    guard credential.totpSecret != nil else {
      return .see(Addresses.ownSecondFactor.path(), notice: "Tvåfaktor är av.")
    }
    let typed = FormReading(asked.form).secret(field)
    guard let words = try await fault(in: typed, credential, asked) else { return nil }
    return .page(
      page(asked, credential, faults: [FieldFault(field: field, message: words)]), status: .unprocessableContent)
  }

  /// Whoever signs in by the provider has no password here, and gives the app's code instead.
  private static func fault(in typed: String, _ credential: Credential, _ asked: Asked) async throws -> String? {
    let (office, user) = (asked.office, asked.user)
    guard credential.passwordHash == nil else { return try await Confirmation.fault(in: typed, of: user, office) }
    let patience = Patience.code(user.id)
    let minutes = try patience.minutesLeft(in: office.store, at: asked.now)
    guard minutes == 0 else { return Patience.words(minutes: minutes) }
    try office.store.noteAttempt(keys: [patience.key], at: asked.now)
    guard try GiveCode.isRight(typed, of: user, asked) else {
      return "Koden stämmer inte. Skriv de sex siffror som appen visar just nu."
    }
    try office.store.forgetAttempts(key: patience.key)
    return nil
  }

  static func page(_ asked: Asked, _ credential: Credential, faults: [FieldFault]) -> Page {
    SecondFactorPage(
      visitor: asked.visitor, recoveryCodeCount: credential.recoveryCodeCount,
      hasPassword: credential.passwordHash != nil, faults: faults
    ).page
  }
}
