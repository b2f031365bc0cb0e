import Association
import Ledger
import Press

/// A control as it is typed.
struct ControlForm {
  enum Name {
    static let risk = "risk"
    static let likelihood = "sannolikhet"
    static let consequence = "konsekvens"
    static let measure = "kontroll"
    static let frequency = "ofta"
    static let responsible = "ansvarig"
    static let due = "senast"
  }

  var risk = ""
  var likelihood = ""
  var consequence = ""
  var measure = ""
  var frequency = ""
  var responsible = ""
  var due = ""
  var faults: [FieldFault] = []

  init() {}

  init(_ control: Control) {
    (risk, measure, frequency, responsible) =
      (control.risk, control.measure, control.frequency, control.responsible)
    (likelihood, consequence, due) = ("\(control.likelihood)", "\(control.consequence)", control.due.text)
  }

  /// Reads what was typed; nil where something is wrong.
  static func read(_ form: Form, number: Int, year: Int) throws -> (form: ControlForm, control: Control?) {
    var reading = FormReading(form)
    var typed = ControlForm()
    typed.risk = reading.text(Name.risk, "Risken", isRequired: true, byteCountMax: 500)
    typed.likelihood = form.choice(Name.likelihood)
    typed.consequence = form.choice(Name.consequence)
    typed.measure = reading.text(Name.measure, "Kontrollen", isRequired: true, isLong: true, byteCountMax: 1000)
    typed.frequency = reading.text(Name.frequency, "Hur ofta", byteCountMax: 100)
    typed.responsible = reading.text(Name.responsible, "Ansvarig", isRequired: true, byteCountMax: 100)
    typed.due = form.choice(Name.due).strippedOfBlanks
    let due = reading.date(Name.due, "Dagen", year: year)
    let likelihood = Int(typed: typed.likelihood, in: 1...4)
    let consequence = Int(typed: typed.consequence, in: 1...4)
    if likelihood == nil { reading.add("Sannolikheten är inte vald. Välj 1–4.", at: Name.likelihood) }
    if consequence == nil { reading.add("Konsekvensen är inte vald. Välj 1–4.", at: Name.consequence) }
    typed.faults = reading.faults
    guard !reading.hasFaults, let due, let likelihood, let consequence else { return (typed, nil) }
    do {
      return (
        typed,
        try Control(
          number: number, risk: typed.risk, likelihood: likelihood, consequence: consequence, measure: typed.measure,
          frequency: typed.frequency, responsible: typed.responsible, due: due, year: year)
      )
    } catch {
      let fault = try MoneyFault.of(error)
      var field = ""
      if case .dueOutside = error { field = Name.due }
      typed.faults = [FieldFault(field: field, message: fault.message)]
      return (typed, nil)
    }
  }

  private static let grades: [(value: String, words: String)] = [
    ("", "Välj"), ("1", "1 – liten"), ("2", "2 – viss"), ("3", "3 – stor"), ("4", "4 – mycket stor"),
  ]

  func fields() -> [HTML] {
    [
      FormPart.field(
        FormPart.Field(name: Name.risk, label: "Vad kan gå fel?", value: risk, isRequired: true), faults: faults),
      FormPart.select(
        Name.likelihood, "Sannolikhet", options: ControlForm.grades, chosen: likelihood, hint: "Hur troligt är det?",
        faults: faults),
      FormPart.select(
        Name.consequence, "Konsekvens", options: ControlForm.grades, chosen: consequence,
        hint: "Hur illa blir det? Riskvärdet är sannolikheten gånger konsekvensen.", faults: faults),
      FormPart.area(Name.measure, "Vad kontrolleras, och hur?", value: measure, rows: 2, faults: faults),
      FormPart.field(
        FormPart.Field(
          name: Name.frequency, label: "Hur ofta", value: frequency,
          hint: "Till exempel varje kvartal. Kan lämnas tomt."),
        faults: faults),
      FormPart.field(
        FormPart.Field(
          name: Name.responsible, label: "Ansvarig", value: responsible, hint: "En funktion, till exempel ekonomen",
          isRequired: true), faults: faults),
      FormPart.field(
        FormPart.Field(name: Name.due, label: "Senast klar", value: due, hint: "Till exempel 30 november"),
        faults: faults),
    ]
  }
}
