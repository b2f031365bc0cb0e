import Counter
import Exchange
import HTTPTypes
import Press

/// The set-up of a list, its key, and its password.
enum EditCounterSettings {
  static func show(_ asked: CounterAsked, _: Nothing) throws -> Answer {
    .page(try page(asked, CounterSetupForm(asked.setup), faults: []))
  }

  static func save(_ asked: CounterAsked, _: Nothing) throws -> Answer {
    var reading = FormReading(asked.form)
    let setup = CounterSetupForm.read(&reading, asked.form, before: asked.setup)
    guard let setup, !reading.hasFaults else {
      return .page(
        try page(asked, CounterSetupForm(typed: asked.form), faults: reading.faults), status: .unprocessableContent)
    }
    try asked.change { list in try list.change(setup) }
    return .see(CounterAddresses.settings.path(), notice: "Sparat.")
  }

  static func savePassword(_ asked: CounterAsked, _: Nothing) async throws -> Answer {
    var reading = FormReading(asked.form)
    let old = reading.secret("losenord")
    let password = CounterSetupForm.newPassword(&reading)
    if !reading.hasFaults {
      let (desk, visitor) = (asked.office.desk, CounterAsked.digest(of: asked.visitor.token))
      do {
        try await LongWork.run { try desk.change(password: password, from: old, for: visitor) }
        return .see(
          CounterAddresses.settings.path(),
          notice: "Lösenordet är bytt. Gamla säkerhetskopior öppnas fortfarande med det gamla: radera dem.")
      } catch CounterFile.Refusal.wrongPhrase {
        reading.add(CounterWords.sentence(.wrongPhrase), at: "losenord")
      }
    }
    return .page(
      try page(asked, CounterSetupForm(asked.setup), faults: reading.faults), status: .unprocessableContent)
  }

  private static func page(_ asked: CounterAsked, _ form: CounterSetupForm, faults: [FieldFault]) throws -> Page {
    let key = DeliveryFile.keyText(try asked.opened?.publicKey ?? [])
    return Page(
      title: "Inställningar",
      main: .joined([
        FormPart.summary(of: faults),
        tag("h2", .text("Listans nyckel")),
        tag(
          "p",
          .text(
            "Varje leverans signeras med listans egen nyckel. Lämna den publika nyckeln till förbundet en gång, på ett sätt där "
              + "de vet att det är du, så ser de sedan att leveranserna är era.")),
        MoneyPart.facts([
          ("Publik nyckel", tag("code", .text(key))),
          ("Att läsa upp i telefon", tag("code", .text(fingerprint(of: key)))),
        ]),
        tag("h2", .text("Vad som räknas")),
        FormPart.form(
          to: CounterAddresses.settings.path(), asked.visitor,
          each: form.fields(isNew: false, faults: faults) + [FormPart.button("Spara")]),
        tag("h2", .text("Byt lösenord")),
        FormPart.form(
          to: CounterAddresses.password.path(), asked.visitor,
          each: [
            FormPart.field(
              FormPart.Field(
                name: "losenord", label: "Nuvarande lösenord", type: "password", isRequired: true,
                autocomplete: "current-password"), faults: faults)
          ] + CounterSetupForm.passwordFields(faults: faults) + [FormPart.button("Byt lösenord", kind: "secondary")]),
      ]))
  }

  /// The first sixteen digits of the key by fours.
  private static func fingerprint(of key: String) -> String {
    let digits = Array(key.utf8.prefix(16))
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(decoding: digits[$0..<min($0 + 4, digits.count)], as: UTF8.self) }.joined(separator: " ")
  }
}
