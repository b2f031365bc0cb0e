import Press

/// Where one who came by a link chooses a password.
struct InvitationPage {
  let visitor: Visitor
  let path: String
  /// Who is invited; nil for the first administrator, who says it.
  let invited: (name: String, mail: String)?
  let name: String
  let mail: String
  let faults: [FieldFault]

  var page: Page {
    Page(
      title: invited.map { "Välkommen, \($0.name)" } ?? "Välkommen till ert kontor",
      main: .joined([
        FormPart.summary(of: faults),
        tag("p", [.class("lead")], .text(lead)),
        FormPart.form(
          to: path, visitor, each: who + PasswordFields.html(faults: faults) + [FormPart.button("Spara och logga in")]),
      ]))
  }

  private var lead: String {
    guard let invited else {
      return "Du blir kontorets första användare, med rollen förbundschef. Sedan kan du bjuda in de andra."
    }
    return "Välj ett lösenord. Du loggar in med \(invited.mail)."
  }

  private var who: [HTML] {
    if let invited {
      // Unseen, for the browser's own keeper of passwords.
      return [
        voidTag(
          "input",
          [
            .other("type", "text"), .other("name", "anvandarnamn"), .other("value", invited.mail),
            .other("autocomplete", "username"), .other("hidden", ""), .other("readonly", ""),
          ])
      ]
    }
    return [
      FormPart.field(
        FormPart.Field(
          name: "namn", label: "Ditt namn", value: name, hint: "Så som det ska stå i historiken.", isRequired: true,
          autocomplete: "name"), faults: faults),
      FormPart.field(
        FormPart.Field(
          name: "epost", label: "Din e-postadress", value: mail, hint: "Den loggar du in med.", type: "email",
          isRequired: true, autocomplete: "username"), faults: faults),
    ]
  }

  /// A link that is good no more.
  static let gone = Page(
    title: "Länken gäller inte längre",
    main: .joined([
      tag(
        "p", [.class("lead")],
        .text(
          "Den är använd, har ersatts av en nyare eller är äldre än \(InvitationLink.days) dagar. Har du redan valt ett "
            + "lösenord kan du logga in. Annars: be förbundschefen om en ny länk, eller be om ett nytt lösenord.")),
      tag(
        "p", tag("a", [.class("button"), .href(.path(Addresses.signIn.path()))], .text("Till inloggningen"))),
    ]))
}

/// The two fields of a new password.
enum PasswordFields {
  static func html(faults: [FieldFault]) -> [HTML] {
    [
      FormPart.field(
        FormPart.Field(
          name: "nytt-losenord", label: "Nytt lösenord", hint: PasswordRules.hint, type: "password", isRequired: true,
          autocomplete: "new-password"), faults: faults),
      FormPart.field(
        FormPart.Field(
          name: "nytt-losenord-igen", label: "Nytt lösenord en gång till", type: "password", isRequired: true,
          autocomplete: "new-password"), faults: faults),
    ]
  }
}
