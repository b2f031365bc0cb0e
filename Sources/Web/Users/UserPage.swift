import Association
import Ledger
import Press
import Store

/// One user.
struct UserPage {
  let visitor: Visitor
  let user: User
  let form: UserForm
  let state: String
  let insatser: [Insats]
  let hasPassword: Bool
  let hasSecondFactor: Bool
  let seen: String
  let sessions: [SessionTable.Row]
  let mayChange: Bool
  let isSelf: Bool
  let faults: [FieldFault]

  private var id: Int64 { user.id.rawValue }

  var page: Page {
    Page(
      title: user.name, section: .users, trail: [Page.Link("Användare", Addresses.users.path())],
      main: .joined([FormPart.summary(of: faults), facts, mayChange ? changes : .empty]))
  }

  private var facts: HTML {
    let own = insatser.filter { user.insatser.contains($0.id) }.map(\.name)
    var rows = [
      fact("Roll", .text("\(user.role.words). \(user.role.meaning)")), fact("E-postadress", .text(user.mail)),
      fact(
        "Läge",
        user.isActive
          ? (hasPassword || seen != "aldrig" ? .text("Kan logga in") : .text("Inbjuden, har inte valt lösenord än"))
          : tag("span", [.class("badge")], .text("avstängd"))),
      fact("Senaste inloggning", .text(seen)), fact("Tvåfaktor", .text(hasSecondFactor ? "På" : "Av")),
    ]
    if !own.isEmpty { rows.append(fact("Insatser", .text(own.joined(separator: ", ")))) }
    if Access.insiders.admits(visitor.user) {
      rows.append(fact("Ändringar", HistoryLink.html(HistoryLink.user(user.id), for: visitor.user)))
    }
    return tag("dl", [.class("facts")], each: rows)
  }

  private func fact(_ name: String, _ content: HTML) -> HTML {
    tag("div", tag("dt", .text(name)), tag("dd", content))
  }

  private var changes: HTML {
    .joined([
      tag("h2", .text("Ändra")), edit,
      tag("h2", .text("Komma in")), entry,
      tag("h2", .text("Inloggad i")),
      SessionTable(visitor: visitor, caption: "Där \(user.name) är inloggad", rows: sessions) {
        Addresses.userSession.path(Pair(id, $0))
      }.html,
    ])
  }

  private var edit: HTML {
    FormPart.form(
      to: Addresses.user.path(id), visitor,
      each: [FormPart.hidden("fore", state)]
        + form.fields(insatser: insatser, faults: faults)
        + [
          FormPart.box("aktiv", "Får logga in", isTicked: isActive),
          tag(
            "p", [.class("hint")],
            .text("Den som stängs av loggas ut genast. Det som är gjort står kvar i historiken under samma namn.")),
          FormPart.button("Spara"),
        ])
  }

  private var isActive: Bool { user.isActive }

  private var entry: HTML {
    .joined([
      tag(
        "p",
        .text(
          "En ny länk låter \(isSelf ? "dig" : user.name) välja ett nytt lösenord; en tidigare länk slutar att gälla. "
            + "Tvåfaktorn frågas det efter ändå.")),
      tag(
        "div", [.class("toolbar")],
        FormPart.form(
          to: Addresses.userInvitation.path(id), visitor, each: [FormPart.button("Ny länk", kind: "secondary")]),
        hasSecondFactor
          ? FormPart.form(
            to: Addresses.userSecondFactor.path(id), visitor,
            each: [FormPart.button("Slå av tvåfaktor", kind: "danger")]) : .empty),
      hasSecondFactor
        ? tag(
          "p", [.class("hint")],
          .text(
            "Slå av tvåfaktorn bara när du är säker på vem som ber om det, till exempel för att ni ses. "
              + "Alla inloggningar avslutas.")) : .empty,
    ])
  }
}
