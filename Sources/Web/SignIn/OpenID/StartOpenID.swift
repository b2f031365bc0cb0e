import HTTPTypes
import Logging

/// Sends the visitor to the provider, with what only this browser and the provider will know.
enum StartOpenID {
  static func show(_ asked: Asked, _: Nothing) async throws -> Answer {
    let back = OwnPath.read(asked.query.choice("till"))
    guard asked.visitor.user == nil else { return .see(back) }
    guard let settings = asked.office.settings.openID else { return .notFound }
    let office = asked.office
    do {
      let provider = try await provider(settings, office)
      let step = Halfway.OpenID(
        state: Secret.make(office.randomBytes), nonce: Secret.make(office.randomBytes),
        verifier: Secret.make(office.randomBytes), back: back)
      office.halfway.keep(step, for: Secret.digest(of: asked.visitor.token), at: asked.now)
      return .see(provider.start(step, clientID: settings.clientID, back: returnAddress(office)))
    } catch {
      return refused(error, settings, asked)
    }
  }

  /// What the provider says of itself; asked at most once in ten minutes.
  static func provider(_ settings: OpenIDSettings, _ office: Office) async throws(OpenIDFailure) -> OpenIDProvider {
    if let known = office.halfway.provider(settings.issuer, at: office.now()) { return known }
    let provider = try await OpenIDClient(settings: settings).discover()
    office.halfway.keep(provider, at: office.now())
    return provider
  }

  /// Where the provider sends the visitor back; it must be registered there.
  static func returnAddress(_ office: Office) -> String {
    office.settings.publicAddress + Addresses.openIDReturn.path()
  }

  static func refused(_ failure: OpenIDFailure, _ settings: OpenIDSettings, _ asked: Asked) -> Answer {
    asked.office.log.warning("openid", metadata: ["refused": "\(failure.kind)"])
    return .page(OpenIDRefusedPage.page(failure.words(provider: settings.name)), status: .forbidden)
  }
}
