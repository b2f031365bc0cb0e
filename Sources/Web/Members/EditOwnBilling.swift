import Association
import HTTPTypes
import Ledger
import Press
import Store

/// What the association says of itself on its invoices.
enum EditOwnBilling {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    let billing = association.ownBilling ?? OwnBilling()
    return .page(page(asked, association, values(billing), faults: []))
  }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    var reading = FormReading(asked.form)
    var billing = OwnBilling()
    billing.street = reading.text("gata", "Gatan eller boxen", byteCountMax: 100)
    billing.postalCode = reading.text("postnummer", "Postnumret", byteCountMax: 10)
    billing.city = reading.text("ort", "Orten", byteCountMax: 60)
    billing.endpoint = reading.text("eadress", "Den elektroniska adressen", byteCountMax: 50)
    billing.endpointScheme = asked.form.choice("register") == "0088" ? "0088" : "0007"
    billing.bankgiro = giro(&reading, "bankgiro", "Bankgirot", 7...8)
    billing.plusgiro = giro(&reading, "plusgiro", "Plusgirot", 2...8)
    billing.iban = reading.text("iban", "IBAN", byteCountMax: 42)
    billing.bic = reading.text("bic", "BIC", byteCountMax: 11)
    billing.contact = reading.text("kontakt", "Kontakten", byteCountMax: 60)
    billing.mail = reading.text("epost", "E-postadressen", byteCountMax: 100)
    billing.phone = reading.text("telefon", "Telefonnumret", byteCountMax: 30)
    if let days = Int(typed: asked.form.choice("dagar").strippedOfBlanks, in: 0...365) {
      billing.dueDays = days
    } else {
      reading.add("Betalningstiden är inget antal dagar. Skriv 0 till 365, som regel 30.", at: "dagar")
    }
    if let first = Int(typed: asked.form.choice("forsta").strippedOfBlanks, in: 1...999_999_999) {
      billing.firstInvoiceNumber = first
    } else {
      reading.add("Det första fakturanumret är inget heltal. Skriv till exempel 1 eller 2026001.", at: "forsta")
    }
    guard !reading.hasFaults else {
      let association = try asked.store.association()
      return .page(
        page(asked, association, { asked.form.choice($0) }, faults: reading.faults), status: .unprocessableContent)
    }
    let said = billing
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      association.ownBilling = said
      try writing.record(association)
    }
    return .see(Addresses.ownBilling.path(), notice: "Sparat.")
  }

  private static func giro(
    _ reading: inout FormReading, _ field: String, _ label: String, _ counts: ClosedRange<Int>
  ) -> String {
    let text = reading.text(field, label, byteCountMax: 20)
    let digits = text.utf8.filter { $0 != 45 && $0 != 32 }
    if !text.isEmpty, !counts.contains(digits.count) || !digits.allSatisfy({ (48...57).contains($0) }) {
      reading.add("\(label) är ”\(text)”. Skriv siffrorna, med eller utan bindestreck.", at: field)
    }
    return text
  }

  private static func values(_ billing: OwnBilling) -> (String) -> String {
    let values = [
      "gata": billing.street, "postnummer": billing.postalCode, "ort": billing.city, "eadress": billing.endpoint,
      "register": billing.endpointScheme, "bankgiro": billing.bankgiro, "plusgiro": billing.plusgiro,
      "iban": billing.iban, "bic": billing.bic, "kontakt": billing.contact, "epost": billing.mail,
      "telefon": billing.phone, "dagar": "\(billing.dueDays)", "forsta": "\(billing.firstInvoiceNumber)",
    ]
    return { values[$0] ?? "" }
  }

  private static func page(
    _ asked: Asked, _ association: Association, _ value: (String) -> String, faults: [FieldFault]
  ) -> Page {
    let mayWrite = Access.bookkeepers.admits(asked.user)
    func field(_ name: String, _ label: String, _ hint: String = "") -> HTML {
      FormPart.field(FormPart.Field(name: name, label: label, value: value(name), hint: hint), faults: faults)
    }
    let fields = [
      field("gata", "Gata eller box"), field("postnummer", "Postnummer"), field("ort", "Ort"),
      field("bankgiro", "Bankgiro"), field("plusgiro", "Plusgiro"), field("iban", "IBAN"), field("bic", "BIC"),
      field("kontakt", "Kontakt", "En funktion, till exempel Kansliet"), field("epost", "E-postadress"),
      field("telefon", "Telefon"), field("dagar", "Betalningstid, dagar"),
      field(
        "forsta", "Första fakturanummer",
        "Gäller tills den första fakturan är utfärdad; sedan följer numren utan luckor."),
      field("eadress", "Elektronisk adress (Peppol-id)", "Tomt när den är organisationsnumret"),
      FormPart.select(
        "register", "Adressen är ett",
        options: [(value: "0007", words: "organisationsnummer (0007)"), (value: "0088", words: "GLN (0088)")],
        chosen: value("register"), faults: faults),
    ]
    let year = WorkingYear.of(asked)
    let lead = tag(
      "p",
      .text(
        "Det här står på fakturorna till medlemmarna, tillsammans med \(association.name) och organisationsnumret "
          + "\(association.organisationNumber)."))
    let shown = tag(
      "dl", [.class("facts")],
      each: [("Bankgiro", "bankgiro"), ("Plusgiro", "plusgiro"), ("IBAN", "iban"), ("Betalningstid, dagar", "dagar")]
        .map {
          tag("div", tag("dt", .text($0.0)), tag("dd", .text(value($0.1))))
        })
    return Page(
      title: "Faktureringsuppgifter", section: .members, trail: MemberWords.trail(year),
      main: .joined([
        FormPart.summary(of: faults), lead,
        mayWrite
          ? FormPart.form(to: Addresses.ownBilling.path(), asked.visitor, each: fields + [FormPart.button("Spara")])
          : shown,
      ]))
  }
}
