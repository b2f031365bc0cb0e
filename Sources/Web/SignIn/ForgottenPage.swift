import Press

/// Where one asks for a new password.
struct ForgottenPage {
  let visitor: Visitor
  let hasMailer: Bool
  let mail: String
  let faults: [FieldFault]

  var page: Page {
    Page(title: "Glömt lösenordet", main: hasMailer ? form : words)
  }

  private var form: HTML {
    .joined([
      FormPart.summary(of: faults),
      tag("p", [.class("lead")], .text("Vi skickar en länk där du väljer ett nytt.")),
      FormPart.form(
        to: Addresses.forgotten.path(), visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: "epost", label: "E-postadress", value: mail, type: "email", isRequired: true,
              autocomplete: "username"), faults: faults),
          FormPart.button("Skicka länken"),
        ]),
      ForgottenPage.back,
    ])
  }

  private var words: HTML {
    .joined([
      tag(
        "p", [.class("lead")],
        .text(
          "Det här kontoret skickar inga brev. Be förbundschefen om en ny länk: under Användare, ditt namn, finns knappen "
            + "”Ny länk”.")),
      tag(
        "p",
        .text(
          "Är du själv förbundschef och den enda, be den som sköter datorn starta kontoret med "),
        tag("code", .text("finsam serve … --link DIN-ADRESS")), .text(", som skriver en sådan länk.")),
      ForgottenPage.back,
    ])
  }

  /// What is said whether or not anybody has the address.
  static func sent(_ mail: String) -> Page {
    Page(
      title: "Titta i din inkorg",
      main: .joined([
        tag(
          "p", [.class("lead")],
          .text(
            "Har någon i kontoret adressen \(mail) är ett brev på väg dit, med en länk som gäller i "
              + "\(InvitationLink.days) dagar. Kommer inget inom några minuter: titta bland skräpposten, eller fråga "
              + "förbundschefen vilken adress du står med.")),
        back,
      ]))
  }

  private static let back = tag(
    "p", tag("a", [.href(.path(Addresses.signIn.path()))], .text("Till inloggningen")))
}
