import Association
import Ledger

/// What is said of the report itself, as it stands in a form: a value that may be wrong.
struct FactsForm: Sendable {
  /// A line of the signature page.
  struct Signatory: Sendable, Hashable {
    var function = ""
    var name = ""
    var appointedBy = ""

    var isEmpty: Bool { function.isEmpty && name.isEmpty && appointedBy.isEmpty }
  }

  var decidedOn = ""
  var paragraph = ""
  var diaryNumber = ""
  var signedOn = ""
  var signatories: [Signatory] = []
  var auditors: [Signatory] = []
  /// The digest of the facts that the form was opened with.
  var digest = ""
  var faults: [FieldFault] = []

  /// More than any board or any association's auditors.
  private static let rowCountMax = 60

  /// The facts as they are stored.
  init(_ facts: ReportFacts) {
    func row(_ signatory: ReportFacts.Signatory) -> Signatory {
      Signatory(function: signatory.function, name: signatory.name, appointedBy: signatory.appointedBy)
    }
    decidedOn = facts.decision.date?.text ?? ""
    paragraph = facts.decision.paragraph
    diaryNumber = facts.diaryNumber
    signedOn = facts.signedOn?.text ?? ""
    signatories = facts.signatories.map(row)
    auditors = facts.auditors.map(row)
    digest = FactsForm.digest(of: facts)
  }

  static func digest(of facts: ReportFacts) -> String { Secret.digest(of: "\(facts)") }

  /// Reads the form: the facts, or what is wrong with what was typed.
  static func read(_ form: Form, year: Int) -> (form: FactsForm, facts: ReportFacts?) {
    var reading = FormReading(form)
    var typed = FactsForm(ReportFacts(year: year))
    typed.digest = form.choice("avtryck")
    typed.decidedOn = form.choice("beslutsdag").strippedOfBlanks
    typed.paragraph = reading.text("paragraf", "Paragrafen", byteCountMax: 60)
    typed.diaryNumber = reading.text("diarienummer", "Diarienumret", byteCountMax: 60)
    typed.signedOn = form.choice("underskriven").strippedOfBlanks
    typed.signatories = rows("ledamot", "ledamöter", &reading, form)
    typed.auditors = rows("revisor", "revisorer", &reading, form)
    let decidedOn = typed.decidedOn.isEmpty ? nil : reading.date("beslutsdag", "Beslutsdagen")
    let signedOn = typed.signedOn.isEmpty ? nil : reading.date("underskriven", "Dagen för underskrift")
    if let decidedOn, let signedOn, signedOn < decidedOn {
      reading.add(
        "Den är underskriven \(signedOn.text) men beslutad \(decidedOn.text). Underskriften kan inte komma före beslutet.",
        at: "underskriven")
    }
    typed.faults = reading.faults
    guard !reading.hasFaults else { return (typed, nil) }
    func signatory(_ row: Signatory) -> ReportFacts.Signatory {
      ReportFacts.Signatory(function: row.function, name: row.name, appointedBy: row.appointedBy)
    }
    return (
      typed,
      ReportFacts(
        year: year, decision: Decision(date: decidedOn, paragraph: typed.paragraph), signedOn: signedOn,
        diaryNumber: typed.diaryNumber, signatories: typed.signatories.map(signatory),
        auditors: typed.auditors.map(signatory))
    )
  }

  /// The rows that say anything; each must say a function, for that is what is printed.
  private static func rows(
    _ field: String, _ label: String, _ reading: inout FormReading, _ form: Form
  ) -> [Signatory] {
    let functions = reading.texts("\(field)-funktion", "Funktionen bland \(label)", byteCountMax: 120)
    let names = reading.texts("\(field)-namn", "Namnet bland \(label)", byteCountMax: 120)
    let appointed = reading.texts("\(field)-utsedd", "Vem som har utsett bland \(label)", byteCountMax: 200)
    guard functions.count <= rowCountMax else {
      reading.add("Listan över \(label) är för lång: högst \(rowCountMax) rader får plats.")
      return []
    }
    let rows = functions.indices.map { index in
      Signatory(
        function: functions[index], name: names.indices.contains(index) ? names[index] : "",
        appointedBy: appointed.indices.contains(index) ? appointed[index] : "")
    }
    for (index, row) in rows.enumerated() where row.function.isEmpty && !row.isEmpty {
      reading.add(
        "Rad \(index + 1) bland \(label) saknar funktion. Skriv till exempel Ledamot, eller töm raden.",
        at: "\(field)-funktion-\(index + 1)")
    }
    return rows.filter { !$0.isEmpty }
  }
}
