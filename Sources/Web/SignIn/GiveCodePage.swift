import Press

/// Where the second factor is given.
struct GiveCodePage {
  let visitor: Visitor
  let faults: [FieldFault]

  var page: Page {
    Page(
      title: "Skriv koden",
      main: .joined([
        FormPart.summary(of: faults),
        FormPart.form(
          to: Addresses.secondFactor.path(), visitor,
          each: [
            FormPart.field(
              FormPart.Field(
                name: "kod", label: "Kod", hint: "Sex siffror från appen, eller en av dina reservkoder.",
                isRequired: true, autocomplete: "one-time-code",
                others: [.other("autocapitalize", "none"), .other("spellcheck", "false")]), faults: faults),
            FormPart.button("Logga in"),
          ]),
        tag(
          "p", [.class("hint")],
          .text("Har du varken telefonen eller en reservkod? Förbundschefen kan slå av din tvåfaktor.")),
        tag("p", tag("a", [.href(.path(Addresses.signIn.path()))], .text("Börja om"))),
      ]))
  }
}
