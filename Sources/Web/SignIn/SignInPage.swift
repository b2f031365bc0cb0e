import Press

/// Where one signs in.
struct SignInPage {
  let visitor: Visitor
  let mail: String
  let back: String
  /// What the OIDC provider is called; empty where there is none.
  let provider: String
  let faults: [FieldFault]

  var page: Page {
    Page(
      title: "Logga in",
      main: .joined([
        FormPart.summary(of: faults),
        FormPart.form(
          to: Addresses.signIn.path(), visitor,
          each: [
            FormPart.hidden("till", back),
            FormPart.field(
              FormPart.Field(
                name: "epost", label: "E-postadress", value: mail, type: "email", isRequired: true,
                autocomplete: "username"), faults: faults),
            FormPart.field(
              FormPart.Field(
                name: "losenord", label: "Lösenord", type: "password", isRequired: true,
                autocomplete: "current-password"), faults: faults),
            FormPart.button("Logga in"),
          ]),
        provider.isEmpty ? .empty : other,
        tag("p", tag("a", [.href(.path(Addresses.forgotten.path()))], .text("Glömt lösenordet"))),
        tag(
          "p", [.class("hint")],
          .text("Har du inget konto? Be förbundschefen bjuda in dig.")),
      ]))
  }

  private var other: HTML {
    tag(
      "p", [.class("other-way")],
      tag(
        "a", [.class("button"), .href(.path(Addresses.openIDStart.path(query: [("till", back)])))],
        .text("Logga in med \(provider)")))
  }
}
