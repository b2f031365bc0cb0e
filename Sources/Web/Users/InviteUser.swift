import Association
import HTTPTypes
import Ledger
import Logging
import Store

/// A new user, who is invited by letter, or by a link that the director hands over.
enum InviteUser {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    .page(try page(asked, UserForm(), faults: []))
  }

  static func save(_ asked: Asked, _: Nothing) async throws -> Answer {
    let store = asked.office.store
    var reading = FormReading(asked.form)
    guard let read = UserForm.read(&reading, asked.form, insatser: try store.association().insatser) else {
      return .page(try page(asked, UserForm(typed: asked.form), faults: reading.faults), status: .unprocessableContent)
    }
    if let other = try store.user(mail: read.mail) {
      let fault = FieldFault(field: "epost", message: MailTaken.words(other))
      return .page(try page(asked, UserForm(typed: asked.form), faults: [fault]), status: .unprocessableContent)
    }
    let user = try store.record(
      user: nil, name: read.name, mail: read.mail, role: read.role, insatser: read.insatser, isActive: true,
      by: asked.actor, at: asked.now)
    return try await invite(user, asked)
  }

  /// A new link for one who has not come in yet, or cannot any more.
  static func again(_ asked: Asked, _ id: Int64) async throws -> Answer {
    guard let user = try asked.office.store.users().first(where: { $0.id.rawValue == id }) else { return .notFound }
    guard user.isActive else {
      return .see(Addresses.user.path(id), notice: "\(user.name) är avstängd. Slå på användaren först.")
    }
    let answer = try await invite(user, asked)
    try asked.office.store.note(.makeLink, of: user, by: asked.actor, at: asked.now)
    return answer
  }

  /// Makes the link, and sends it; where there is no mailer, or it fails, the link is shown, this once.
  private static func invite(_ user: User, _ asked: Asked) async throws -> Answer {
    let office = asked.office
    let link = try InvitationLink.make(for: user, in: office)
    guard let mailer = office.mailer else { return .page(InvitedPage(user: user, link: link, isFailure: false).page) }
    let letter = InvitationLink.invitation(
      link, to: user, association: try office.store.title().name, by: asked.user.name)
    do {
      try await mailer(letter)
    } catch {
      office.log.error("mail", metadata: ["error": "\(String(reflecting: error))"])
      return .page(InvitedPage(user: user, link: link, isFailure: true).page)
    }
    return .see(
      Addresses.user.path(user.id.rawValue),
      notice: "\(user.name) har fått ett brev med en länk som gäller i \(InvitationLink.days) dagar.")
  }

  private static func page(_ asked: Asked, _ form: UserForm, faults: [FieldFault]) throws -> Page {
    let insatser = try asked.office.store.association().insatser
    return NewUserPage(
      visitor: asked.visitor, form: form, insatser: insatser, hasMailer: asked.office.mailer != nil, faults: faults
    ).page
  }
}

/// What is said where a mail address is somebody's already.
enum MailTaken {
  static func words(_ other: User) -> String {
    other.isActive
      ? "\(other.name) har redan adressen \(other.mail). En adress hör till en användare; ange en annan."
      : "\(other.name), som är avstängd, har adressen \(other.mail). Slå på den användaren igen, eller ange en annan adress."
  }
}
