import HTTPTypes
import Ledger
import Store

/// The second factor: set up with an app, confirmed by its first code, and then recovery codes to keep.
enum SetUpSecondFactor {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let credential = try asked.office.store.credential(of: asked.user.id)
    guard credential.totpSecret == nil else {
      return .page(EndSecondFactor.page(asked, credential, faults: []))
    }
    return .page(try page(asked, secret(asked), faults: []))
  }

  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    let (office, user) = (asked.office, asked.user)
    guard try office.store.credential(of: user.id).totpSecret == nil else {
      return .see(Addresses.ownSecondFactor.path(), notice: "Tvåfaktor är redan på.")
    }
    let secret = secret(asked)
    if try asksPassword(asked) {
      let typed = FormReading(asked.form).secret("losenord")
      if let words = try await Confirmation.fault(in: typed, of: user, office) {
        let fault = FieldFault(field: "losenord", message: words)
        return .page(try page(asked, secret, faults: [fault]), status: .unprocessableContent)
      }
    }
    guard let step = TOTP.step(of: FormReading(asked.form).secret("kod"), secret, at: asked.now) else {
      let words = "Koden stämmer inte. Skriv de sex siffror som appen visar just nu, och kontrollera telefonens klocka."
      return .page(
        try page(asked, secret, faults: [FieldFault(field: "kod", message: words)]), status: .unprocessableContent)
    }
    let codes = RecoveryCode.make(office.randomBytes)
    try office.store.setSecondFactor(
      secret: secret, recoveryDigests: codes.map { RecoveryCode.digest(of: $0) }, of: user.id)
    _ = try office.store.useStep(step, of: user.id)
    office.halfway.forgetSecret(for: key(asked))
    office.sessions.forget()
    return .page(
      RecoveryCodesPage(codes: codes, words: "Tvåfaktor är på. Nästa gång du loggar in frågas du efter en kod.").page)
  }

  /// How long after signing in nobody asks who one is, in seconds.
  private static let freshSecondsMax: Int64 = 600

  /// Whether the password is asked for once more: somebody else may sit down at a browser that has been signed in for
  /// a while, and would shut its owner out. Whoever signs in by the provider alone has none.
  private static func asksPassword(_ asked: Asked) throws -> Bool {
    let startedAt = asked.visitor.session?.startedAt.secondsSince1970 ?? 0
    guard asked.now.secondsSince1970 - startedAt > freshSecondsMax else { return false }
    return try asked.office.store.credential(of: asked.user.id).passwordHash != nil
  }

  /// The secret that is being set up: the same until it is confirmed, so that a mistyped code does not change the picture.
  private static func secret(_ asked: Asked) -> [UInt8] {
    let halfway = asked.office.halfway
    let secret = halfway.secret(for: key(asked), at: asked.now) ?? asked.office.randomBytes(TOTP.secretByteCount)
    halfway.keep(secret: secret, for: key(asked), at: asked.now)
    return secret
  }

  private static func key(_ asked: Asked) -> String { Secret.digest(of: asked.visitor.token) }

  private static func page(_ asked: Asked, _ secret: [UInt8], faults: [FieldFault]) throws -> Page {
    SetUpSecondFactorPage(
      visitor: asked.visitor, isWelcome: asked.query.has("valkommen"),
      address: TOTP.address(secret, mail: asked.user.mail, association: try asked.office.store.title().name),
      spelled: TOTP.spelled(secret), asksPassword: try asksPassword(asked), faults: faults
    ).page
  }
}
