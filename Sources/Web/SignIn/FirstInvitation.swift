import Ledger
import Store

extension Office {
  /// A link that makes the first administrator, to be printed in the terminal; nil where the book has a user who may
  /// sign in. It is good once, for seven days, and as long as the office is open; a new one is made at each start.
  ///
  /// Nothing is recorded until the link is followed: whoever does it says name and mail address, and becomes director.
  public func firstInvitation(at address: String? = nil) throws -> String? {
    guard try store.users().allSatisfy({ !$0.isActive }) else { return nil }
    let key = Secret.make(randomBytes)
    halfway.keepFirst(digest: Secret.digest(of: key), endsAt: InvitationLink.end(from: now()))
    return (address ?? settings.publicAddress) + Addresses.invitation.path(key)
  }

  /// A link by which that user chooses a new password, for whoever sits at the machine to hand over; nil where no user
  /// who may sign in has the address. The one they had before is no longer good.
  public func invitation(for mail: String, at address: String? = nil) throws -> String? {
    guard let user = try store.user(mail: mail), user.isActive else { return nil }
    let link = try InvitationLink.make(for: user, in: self, at: address)
    try store.note(.makeLink, of: user, by: Actor(name: "finsam serve --link"), at: now())
    return link
  }
}

/// The links by which somebody comes in without a password.
enum InvitationLink {
  static let days: Int64 = 7

  static func end(from now: Moment) -> Moment {
    Moment(secondsSince1970: now.secondsSince1970 + days * 86_400)
  }

  /// Makes one for a user; the one they had before is no longer good.
  static func make(for user: User, in office: Office, at address: String? = nil) throws -> String {
    let key = Secret.make(office.randomBytes)
    try office.store.keep(
      Invitation(digest: Secret.digest(of: key), user: user.id, endsAt: end(from: office.now())))
    return (address ?? office.settings.publicAddress) + Addresses.invitation.path(key)
  }

  /// The letter to one who is invited.
  static func invitation(_ link: String, to user: User, association: String, by name: String) -> Office.Mail {
    Office.Mail(
      to: user.mail, subject: "Du är inbjuden till \(association)s kontor",
      text: """
        Hej \(user.name)!

        \(name) har bjudit in dig till \(association)s kontor i finsam. Följ länken och välj ett lösenord:

        \(link)

        Länken gäller en gång och i \(days) dagar. Vidarebefordra inte det här brevet: den som har länken kommer in som du.

        Vet du inte vad det gäller kan du bortse från brevet.
        """)
  }

  /// The letter to one who has forgotten the password.
  static func forgotten(_ link: String, to user: User, association: String) -> Office.Mail {
    Office.Mail(
      to: user.mail, subject: "Nytt lösenord till \(association)s kontor",
      text: """
        Hej \(user.name)!

        Någon, troligen du, har bett om ett nytt lösenord till \(association)s kontor i finsam. Välj det här:

        \(link)

        Länken gäller en gång och i \(days) dagar. Var det inte du kan du bortse från brevet; ditt lösenord är som det var.
        """)
  }
}
