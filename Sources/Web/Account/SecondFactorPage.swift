import Press

/// A second factor that is on.
struct SecondFactorPage {
  let visitor: Visitor
  let recoveryCodeCount: Int
  let hasPassword: Bool
  let faults: [FieldFault]

  var page: Page {
    Page(
      title: "Tvåfaktor", section: .account, trail: [Page.Link("Mitt konto", Addresses.account.path())],
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text("Tvåfaktor är på: när du loggar in frågas du efter en kod från appen, eller en reservkod.")),
        tag("h2", .text("Nya reservkoder")),
        tag("p", .text("Du har \(recoveryCodeCount) kvar. Gör du nya slutar de gamla att gälla.")),
        FormPart.form(
          to: Addresses.ownRecoveryCodes.path(), visitor,
          each: [proof("losenord-koder"), FormPart.button("Gör nya reservkoder", kind: "secondary")]),
        tag("h2", .text("Byt telefon, eller slå av")),
        tag("p", .text("Har du en ny telefon: slå av tvåfaktor här och slå sedan på den igen med den nya.")),
        FormPart.form(
          to: Addresses.ownSecondFactorEnd.path(), visitor,
          each: [proof("losenord-av"), FormPart.button("Slå av tvåfaktor", kind: "danger")]),
      ]))
  }

  private func proof(_ name: String) -> HTML {
    hasPassword
      ? FormPart.field(
        FormPart.Field(
          name: name, label: "Ditt lösenord", type: "password", isRequired: true, autocomplete: "current-password"),
        faults: faults)
      : FormPart.field(
        FormPart.Field(
          name: name, label: "Kod från appen", isRequired: true, autocomplete: "one-time-code", inputMode: "numeric"),
        faults: faults)
  }
}
