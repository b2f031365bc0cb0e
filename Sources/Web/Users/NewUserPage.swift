import Association
import Ledger
import Press
import Store

/// Where somebody is invited.
struct NewUserPage {
  let visitor: Visitor
  let form: UserForm
  let insatser: [Insats]
  let hasMailer: Bool
  let faults: [FieldFault]

  var page: Page {
    Page(
      title: "Bjud in någon", section: .users, trail: [Page.Link("Användare", Addresses.users.path())],
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            hasMailer
              ? "Den du bjuder in får ett brev med en länk och väljer själv sitt lösenord."
              : "Du får en länk att lämna över. Den som följer den väljer själv sitt lösenord.")),
        FormPart.form(
          to: Addresses.newUser.path(), visitor,
          each: form.fields(insatser: insatser, faults: faults) + [FormPart.button("Bjud in")]),
      ]))
  }
}

/// The link to hand over, shown once.
struct InvitedPage {
  let user: User
  let link: String
  /// Whether a letter should have gone and did not.
  let isFailure: Bool

  var page: Page {
    Page(
      title: "Länken till \(user.name)", section: .users,
      trail: [
        Page.Link("Användare", Addresses.users.path()), Page.Link(user.name, Addresses.user.path(user.id.rawValue)),
      ],
      main: .joined([
        isFailure
          ? tag(
            "p", [.class("warning"), .role("alert")],
            .text(
              "Brevet gick inte att skicka. Inbjudan gäller ändå: lämna över länken här nedan, och be den som sköter kontoret "
                + "titta i loggen."))
          : .empty,
        tag(
          "p", [.class("lead")],
          .text(
            "Lämna den till \(user.name) på ett sätt som bara ni två ser. Den gäller en gång, i \(InvitationLink.days) "
              + "dagar, och visas bara nu. Den som har länken kommer in som \(user.name).")),
        FormPart.field(
          FormPart.Field(
            name: "lank", label: "Länk att kopiera", value: link,
            others: [.other("readonly", ""), .other("spellcheck", "false")])),
        tag(
          "p",
          tag(
            "a", [.class("button"), .href(.path(Addresses.user.path(user.id.rawValue)))],
            .text("Jag har kopierat länken"))),
      ]))
  }
}
