import Press

/// Where the second factor is set up.
struct SetUpSecondFactorPage {
  let visitor: Visitor
  /// Whether one has just come in for the first time, and may do it later.
  let isWelcome: Bool
  let address: String
  let spelled: String
  /// Whether the password is asked for as well.
  let asksPassword: Bool
  let faults: [FieldFault]

  var page: Page {
    Page(
      title: "Slå på tvåfaktor", section: .account,
      trail: isWelcome ? [] : [Page.Link("Mitt konto", Addresses.account.path())],
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Med tvåfaktor räcker inte lösenordet: du skriver också en kod från en app i telefonen. "
              + "Det tar två minuter att ordna.")),
        steps,
        isWelcome
          ? tag("p", tag("a", [.href(.path(Addresses.start.path()))], .text("Gör det senare, under Mitt konto")))
          : .empty,
      ]))
  }

  private var steps: HTML {
    tag(
      "div", [.class("columns second-factor")],
      tag(
        "div",
        tag("h2", .text("1. Öppna en autentiseringsapp")),
        tag(
          "p",
          .text(
            "Till exempel Aegis, 2FAS, Google Authenticator, Microsoft Authenticator, eller lösenordsappen som redan finns "
              + "i telefonen.")),
        tag("h2", .text("2. Läs in bilden")),
        tag(
          "p",
          .text("Välj att lägga till ett konto i appen och rikta kameran mot bilden. Eller skriv nyckeln för hand:")),
        tag("p", [.class("secret")], tag("code", .text(spelled))),
        tag("h2", .text("3. Skriv koden som appen visar")),
        FormPart.form(
          to: Addresses.ownSecondFactor.path(), visitor,
          each: [
            FormPart.field(
              FormPart.Field(
                name: "kod", label: "Kod", hint: "Sex siffror.", isRequired: true, autocomplete: "one-time-code",
                inputMode: "numeric"), faults: faults),
            asksPassword
              ? FormPart.field(
                FormPart.Field(
                  name: "losenord", label: "Ditt lösenord",
                  hint: "Så att ingen annan slår på tvåfaktor i ditt namn.", type: "password", isRequired: true,
                  autocomplete: "current-password"), faults: faults) : .empty,
            FormPart.button("Slå på"),
          ])),
      tag(
        "div",
        QRPicture.html(
          of: address,
          words: "QR-kod att läsa in med autentiseringsappen. Samma nyckel står som text under steg 2.")))
  }
}

/// The recovery codes, shown once.
struct RecoveryCodesPage {
  let codes: [String]
  let words: String

  var page: Page {
    Page(
      title: "Dina reservkoder", section: .account, trail: [Page.Link("Mitt konto", Addresses.account.path())],
      main: .joined([
        tag("p", [.class("notice"), .role("status")], .text(words)),
        tag(
          "p", [.class("lead")],
          .text(
            "Tappar du telefonen kommer du in med en av de här. Varje kod gäller en gång. De visas bara nu: skriv ut sidan, "
              + "eller spara koderna där du har dina lösenord.")),
        tag("ol", [.class("codes")], each: codes.map { tag("li", tag("code", .text($0))) }),
        tag(
          "p",
          tag("a", [.class("button"), .href(.path(Addresses.start.path()))], .text("Jag har sparat dem, fortsätt"))),
      ]))
  }
}
