import HTTPTypes
import Ledger
import Store

/// The page behind a link: the first administrator says who they are; all choose a password. Looking at it uses
/// nothing up, for programs that read mail look at links too.
enum FollowInvitation {
  /// Whom a link is for.
  private enum Guest {
    case first
    case user(User)
  }

  static func show(_ asked: Asked, _ key: String) throws -> Answer {
    guard let guest = try find(key, asked) else { return gone }
    return .page(page(asked, key, guest, faults: []))
  }

  static func save(_ asked: Asked, _ key: String) async throws -> Answer {
    guard let guest = try find(key, asked) else { return gone }
    var reading = FormReading(asked.form)
    var (name, mail) = ("", "")
    switch guest {
    case .first:
      name = reading.text("namn", "Namnet", isRequired: true, byteCountMax: 100)
      mail = NewMail.read(&reading)
    case .user(let user): (name, mail) = (user.name, user.mail)
    }
    let password = NewPassword.read(&reading, mail: mail, name: name)
    guard !reading.hasFaults else {
      return .page(page(asked, key, guest, faults: reading.faults), status: .unprocessableContent)
    }
    let office = asked.office
    let hash = try await NewPassword.hash(password, office)
    // Only now is the link used up; of two at the same time one comes too late.
    let digest = Secret.digest(of: key)
    let user: User
    switch guest {
    case .first:
      guard office.halfway.takeFirst(digest, at: asked.now) else { return gone }
      do {
        user = try office.store.record(
          user: nil, name: name, mail: mail, role: .director, insatser: [], isActive: true, by: Actor(name: name),
          at: asked.now)
      } catch {
        office.halfway.keepFirst(digest: digest, endsAt: InvitationLink.end(from: asked.now))
        throw error
      }
    case .user(let invited):
      guard try office.store.useInvitation(digest, at: asked.now) else { return gone }
      user = invited
    }
    try office.store.setPassword(hash: hash, of: user.id, keeping: nil)
    for patience in [Patience.mail(user.mail, from: asked.remote), Patience.mail(user.mail)] {
      try office.store.forgetAttempts(key: patience.key)
    }
    office.sessions.forget()
    if case .user = guest {
      try office.store.note(.choosePassword, of: user, by: Actor(name: user.name), at: asked.now)
      try AccessLetter.passwordChosen(by: user, in: office)
    }
    // A link does not take the place of the second factor; one who has none is offered it.
    return try SessionStart.proceed(
      user, asked, back: Addresses.ownSecondFactor.path(query: [("valkommen", "ja")]), notice: "Lösenordet är valt.")
  }

  private static func find(_ key: String, _ asked: Asked) throws -> Guest? {
    let digest = Secret.digest(of: key)
    let users = try asked.office.store.users()
    if asked.office.halfway.isFirst(digest, at: asked.now) {
      return users.allSatisfy { !$0.isActive } ? .first : nil
    }
    guard let invitation = try asked.office.store.invitation(digest, at: asked.now) else { return nil }
    return users.first { $0.id == invitation.user && $0.isActive }.map { .user($0) }
  }

  private static let gone = Answer.page(
    InvitationPage.gone, status: .notFound)

  private static func page(_ asked: Asked, _ key: String, _ guest: Guest, faults: [FieldFault]) -> Page {
    var invited: (name: String, mail: String)?
    if case .user(let user) = guest { invited = (user.name, user.mail) }
    return InvitationPage(
      visitor: asked.visitor, path: Addresses.invitation.path(key), invited: invited, name: asked.form.choice("namn"),
      mail: asked.form.choice("epost"), faults: faults
    ).page
  }
}

/// Reads a new password and makes its hash.
enum NewPassword {
  static func read(_ reading: inout FormReading, mail: String, name: String) -> String {
    let password = reading.secret("nytt-losenord")
    if let fault = PasswordRules.fault(in: password, mail: mail, name: name) {
      reading.add(fault, at: "nytt-losenord")
    } else if reading.secret("nytt-losenord-igen") != password {
      reading.add("De två lösenorden är inte lika. Skriv samma en gång till.", at: "nytt-losenord-igen")
    }
    return password
  }

  static func hash(_ password: String, _ office: Office) async throws -> String {
    let (cost, randomBytes) = (office.settings.passwordCost, office.randomBytes)
    return try await LongWork.run {
      try PasswordHash(of: password, cost: cost, randomBytes: randomBytes).text
    }
  }
}

/// Reads a mail address that is to be a user's.
enum NewMail {
  static func read(_ reading: inout FormReading) -> String {
    let typed = reading.text("epost", "E-postadressen", isRequired: true, byteCountMax: MailAddress.byteCountMax)
    guard !typed.isEmpty else { return "" }
    guard let mail = MailAddress.read(typed) else {
      reading.add(MailAddress.fault, at: "epost")
      return ""
    }
    return mail
  }
}
