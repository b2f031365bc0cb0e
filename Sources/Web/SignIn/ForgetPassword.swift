import HTTPTypes
import Logging
import Store

/// For one who has forgotten the password. The answer is the same whether or not anybody has the address, and comes as
/// soon: the letter is sent afterwards.
enum ForgetPassword {
  static func show(_ asked: Asked, _: Nothing) -> Answer {
    .page(ForgottenPage(visitor: asked.visitor, hasMailer: asked.office.mailer != nil, mail: "", faults: []).page)
  }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let office = asked.office
    guard let mailer = office.mailer else { return show(asked, Nothing()) }
    var reading = FormReading(asked.form)
    let mail = NewMail.read(&reading)
    let place = Patience.letters(from: asked.remote)
    let minutes = try place.minutesLeft(in: office.store, at: asked.now)
    if minutes > 0 { reading.add(Patience.words(minutes: minutes)) }
    guard !reading.hasFaults else {
      return .page(
        ForgottenPage(
          visitor: asked.visitor, hasMailer: true, mail: asked.form.choice("epost"), faults: reading.faults
        ).page, status: minutes > 0 ? .tooManyRequests : .unprocessableContent)
    }
    let letters = Patience.letter(to: mail)
    let isEnough = try letters.minutesLeft(in: office.store, at: asked.now) > 0
    try office.store.noteAttempt(keys: [letters.key, place.key], at: asked.now)
    // Whether anybody has the address is looked up only when the answer is on its way: it would take longer for one who
    // is there.
    Task {
      do {
        guard !isEnough, let user = try office.store.user(mail: mail), user.isActive else { return }
        let link = try InvitationLink.make(for: user, in: office)
        try await mailer(
          InvitationLink.forgotten(link, to: user, association: try office.store.title().name))
      } catch {
        // Whoever asked must not learn from the answer that the letter was to be sent; the log says that it was not.
        office.log.error("mail", metadata: ["error": "\(String(reflecting: error))"])
      }
    }
    return .page(ForgottenPage.sent(mail))
  }
}
