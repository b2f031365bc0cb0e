import Ledger
import Store

/// The visitor comes back from the provider: the proof is fetched and examined, and whoever it is about is signed in if
/// they are a user here. No user is ever made by signing in.
enum FinishOpenID {
  static func show(_ asked: Asked, _: Nothing) async throws -> Answer {
    guard let settings = asked.office.settings.openID else { return .notFound }
    do {
      let (user, back) = try await find(asked, settings)
      // The provider has its own second factor, and knows when it was last asked for; ours is asked for as well only
      // where the settings say that the provider has none.
      return try SessionStart.proceed(user, asked, back: back, asksForCode: settings.asksForSecondFactor)
    } catch let failure as OpenIDFailure {
      return StartOpenID.refused(failure, settings, asked)
    }
  }

  private static func find(_ asked: Asked, _ settings: OpenIDSettings) async throws -> (User, back: String) {
    let office = asked.office
    guard let step = office.halfway.takeOpenID(for: Secret.digest(of: asked.visitor.token), at: asked.now),
      Secret.isEqual(asked.query.choice("state"), step.state)
    else { throw OpenIDFailure.unknownReturn }
    let error = asked.query.choice("error")
    guard error.isEmpty else { throw OpenIDFailure.denied(plain(error)) }
    // Which provider answers (RFC 9207), where it says.
    let issuer = asked.query.choice("iss")
    guard issuer.isEmpty || issuer == settings.issuer else { throw OpenIDFailure.untrusted(.issuer) }
    let code = asked.query.choice("code")
    guard !code.isEmpty else { throw OpenIDFailure.denied("") }
    let provider = try await StartOpenID.provider(settings, office)
    let client = OpenIDClient(settings: settings)
    let tokens = try await client.tokens(
      for: code, verifier: step.verifier, back: StartOpenID.returnAddress(office), from: provider)
    let proof = try await IDToken.read(
      tokens.proof, keys: try await client.keys(of: provider),
      IDToken.Expected(issuer: settings.issuer, clientID: settings.clientID, nonce: step.nonce, now: asked.now))
    return (try await user(of: proof, tokens: tokens, provider: provider, client: client, asked), step.back)
  }

  /// Whom the identity is bound to; at the first sign-in, whoever is invited with the address that the provider vouches
  /// for. Thereafter the address may change on either side, and whoever gets it after them is not taken for them.
  private static func user(
    of proof: IDToken, tokens: OpenIDClient.Tokens, provider: OpenIDProvider, client: OpenIDClient, _ asked: Asked
  ) async throws -> User {
    let store = asked.office.store
    if let bound = try store.user(issuer: provider.issuer, subject: proof.subject) {
      guard bound.isActive else { throw OpenIDFailure.notInvited(bound.mail) }
      return bound
    }
    let (typed, isVerified) = try await mail(of: proof, tokens: tokens, provider: provider, client: client)
    guard let mail = MailAddress.read(typed) else { throw OpenIDFailure.mailMissing }
    guard isVerified else { throw OpenIDFailure.mailNotVerified(mail) }
    guard let user = try store.user(mail: mail), user.isActive else { throw OpenIDFailure.notInvited(mail) }
    guard try !store.isBound(user.id, issuer: provider.issuer) else { throw OpenIDFailure.boundToAnother(mail) }
    try store.bind(issuer: provider.issuer, subject: proof.subject, to: user.id)
    return user
  }

  /// The address in the proof, else what the provider says when it is asked with the access that came with it.
  private static func mail(
    of proof: IDToken, tokens: OpenIDClient.Tokens, provider: OpenIDProvider, client: OpenIDClient
  ) async throws -> (String, isVerified: Bool) {
    if let mail = proof.mail { return (mail, proof.isMailVerified) }
    guard let address = provider.userInfo, let access = tokens.access else { throw OpenIDFailure.mailMissing }
    let more = try await client.userInfo(access, at: address)
    guard more.sub == proof.subject else { throw OpenIDFailure.untrusted(.subject) }
    guard let mail = more.email else { throw OpenIDFailure.mailMissing }
    return (mail, more.isMailVerified)
  }

  /// A provider's error is a word of letters; anything else is not repeated.
  private static func plain(_ error: String) -> String {
    let isWord = error.utf8.allSatisfy { (97...122).contains($0) || $0 == UInt8(ascii: "_") }
    return isWord && error.utf8.count <= 60 ? error : ""
  }
}
