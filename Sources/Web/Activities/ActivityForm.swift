import Association
import Ledger
import Press

/// An activity as it is typed.
struct ActivityForm {
  enum Name {
    static let title = "aktivitet"
    static let kind = "typ"
    static let day = "dag"
    static let participants = "deltagare"
    static let goal = "mal"
    static let result = "resultat"
    static let verdict = "bedomning"
    static let digest = "avtryck"
  }

  var title = ""
  var kind = ""
  var day = ""
  var participants = ""
  var goal = ""
  var result = ""
  var verdict = ""
  /// The digest of the activity that the form was opened with; empty for a new one.
  var digest = ""
  var faults: [FieldFault] = []

  init() {}

  init(_ activity: Activity) {
    (title, kind, goal, result) = (activity.title, activity.kind, activity.goal, activity.result)
    (day, verdict) = (activity.day?.text ?? "", activity.verdict)
    participants = activity.participants.map { "\($0)" } ?? ""
    digest = ActivityForm.digest(of: activity)
  }

  static func digest(of activity: Activity) -> String { Secret.digest(of: "\(activity)") }

  /// Reads what was typed; nil where something is wrong.
  static func read(_ form: Form, year: Int) -> (form: ActivityForm, activity: Activity?) {
    var reading = FormReading(form)
    var typed = ActivityForm()
    typed.title = reading.text(Name.title, "Aktiviteten", isRequired: true, byteCountMax: 300)
    typed.kind = reading.text(Name.kind, "Typen", byteCountMax: 100)
    typed.day = form.choice(Name.day).strippedOfBlanks
    typed.participants = form.choice(Name.participants).strippedOfBlanks
    typed.goal = reading.text(Name.goal, "Målet", isLong: true, byteCountMax: 2000)
    typed.result = reading.text(Name.result, "Resultatet", isLong: true, byteCountMax: 2000)
    typed.verdict = reading.text(Name.verdict, "Bedömningen", byteCountMax: 100)
    typed.digest = form.choice(Name.digest)
    var day: CalendarDate?
    if !typed.day.isEmpty {
      day = reading.date(Name.day, "Dagen", year: year)
      if let found = day, found.year != year {
        reading.add("Dagen \(found.text) är inte i \(year). Skriv en dag i året, eller byt år.", at: Name.day)
      }
    }
    var participants: Int?
    if !typed.participants.isEmpty {
      participants = Int(typed: typed.participants.replacing(" ", with: ""), in: 0...1_000_000)
      if participants == nil {
        reading.add(
          "Deltagarna är ”\(typed.participants.excerpt)”. Skriv ett antal, till exempel 66, eller lämna fältet tomt.",
          at: Name.participants)
      }
    }
    typed.faults = reading.faults
    guard !reading.hasFaults else { return (typed, nil) }
    return (
      typed,
      Activity(
        year: year, title: typed.title, participants: participants, goal: typed.goal, result: typed.result,
        verdict: typed.verdict, kind: typed.kind, day: day)
    )
  }

  /// The kinds and the verdicts that are offered; others may be typed.
  private static let kinds = [
    "Konferens", "Besök", "Möte", "Utbildning", "Studiebesök", "Kartläggning", "Information", "Nätverk",
  ]
  private static let verdicts = ["God", "Godtagbar", "Svag"]

  /// The fields, in the order of the report's table.
  func fields() -> [HTML] {
    [
      FormPart.hidden(Name.digest, digest),
      FormPart.field(
        FormPart.Field(name: Name.title, label: "Aktivitet", value: title, isRequired: true), faults: faults),
      FormPart.field(
        FormPart.Field(
          name: Name.kind, label: "Typ", value: kind, hint: "Till exempel konferens eller besök. Kan lämnas tomt.",
          others: [.other("list", "typer")]), faults: faults),
      ActivityForm.choices("typer", ActivityForm.kinds),
      FormPart.field(
        FormPart.Field(name: Name.day, label: "Dag", value: day, hint: "Kan lämnas tom."), faults: faults),
      FormPart.field(
        FormPart.Field(
          name: Name.participants, label: "Deltagare", value: participants, hint: "Hur många. Kan lämnas tomt.",
          inputMode: "numeric"), faults: faults),
      FormPart.area(Name.goal, "Mål", value: goal, rows: 2, faults: faults),
      FormPart.area(Name.result, "Resultat", value: result, rows: 2, faults: faults),
      FormPart.field(
        FormPart.Field(
          name: Name.verdict, label: "Bedömning", value: verdict, hint: "Till exempel God. Kan lämnas tom.",
          others: [.other("list", "omdomen")]), faults: faults),
      ActivityForm.choices("omdomen", ActivityForm.verdicts),
    ]
  }

  private static func choices(_ id: String, _ words: [String]) -> HTML {
    tag("datalist", [.id(id)], each: words.map { tag("option", [.other("value", $0)]) })
  }
}
