import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// Opens a survey: which form, to whom, between which days, and how few answers are never shown.
enum OpenSurvey {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked, faults: [])) }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    var reading = FormReading(asked.form)
    let instrument = try choices(asked).first { $0.value == asked.form.choice("formular") }?.instrument
    if instrument == nil { reading.add("Formuläret är inte valt. Välj ett i listan.", at: "formular") }
    let title = reading.text("rubrik", "Rubriken", isRequired: true, byteCountMax: SurveyInstrument.textBytesMax)
    let key = reading.text("kortnamn", "Kortnamnet", byteCountMax: 100)
    let population = reading.text("malgrupp", "Vilka som tillfrågas", byteCountMax: SurveyInstrument.textBytesMax)
    let year = Int(typed: asked.form.choice("ar").strippedOfBlanks, in: 2004...2150)
    if year == nil { reading.add("Året är inget år. Skriv det med fyra siffror, till exempel 2025.", at: "ar") }
    let insats = asked.form.choice("insats")
    if !insats.isEmpty, !association.insatser.contains(where: { $0.id == insats }) {
      reading.add("Insatsen finns inte. Välj en i listan.", at: "insats")
    }
    let count = number(&reading, asked, "tillfragade", "Antalet tillfrågade", in: 1...SurveyRound.askedMax)
    let minimum = number(&reading, asked, "minst", "Minsta gruppen", in: SurveyRound.minimumRange)
    let opens = reading.date("oppnar", "Första svarsdagen", year: year)
    let closes = reading.date("stanger", "Sista svarsdagen", year: year)
    guard let instrument, let year, let count, let minimum, let opens, let closes, !reading.hasFaults else {
      return .page(try page(asked, faults: reading.faults), status: .unprocessableContent)
    }
    let draft = SurveyRound.Draft(
      key: key.isEmpty ? instrument.key : key, title: title, year: year, insatsID: insats, population: population,
      opens: opens, closes: closes, minimum: minimum)
    var id: Int64 = 0
    let faults = try SurveyPart.attempt(asked) {
      id = try $0.open(try SurveyRound(draft, asking: instrument), asked: count).rawValue
    }
    guard faults.isEmpty else { return .page(try page(asked, faults: faults), status: .unprocessableContent) }
    return .see(Addresses.survey.path(id), notice: "Enkäten är öppnad. Gör koder, eller skriv in svar på papper.")
  }

  static func number(
    _ reading: inout FormReading, _ asked: Asked, _ field: String, _ label: String, in range: ClosedRange<Int>
  ) -> Int? {
    let typed = asked.form.choice(field).strippedOfBlanks
    let number = Int(typed: typed, in: range)
    if number == nil {
      reading.add(
        "\(label) är ”\(typed.excerpt)”. Skriv ett heltal från \(range.lowerBound) till \(range.upperBound).", at: field
      )
    }
    return number
  }

  /// The latest version of each form in the book, and what is shipped and has not been used or changed.
  static func choices(_ asked: Asked) throws -> [(value: String, words: String, instrument: SurveyInstrument)] {
    let kept = try asked.store.surveyInstruments()
    let latest = Dictionary(grouping: kept, by: \.instrument.key).values.compactMap { versions in
      versions.max { $0.version < $1.version }
    }
    let own = latest.sorted { $0.id.rawValue < $1.id.rawValue }.map {
      (
        value: $0.instrument.key, words: "\($0.instrument.title) (version \($0.version))", instrument: $0.instrument
      )
    }
    let shipped = SurveyInstrument.shipped.filter { one in !own.contains { $0.value == one.key } }.map {
      (value: $0.key, words: "\($0.title) (finsams egna frågor)", instrument: $0)
    }
    return own + shipped
  }

  private static func page(_ asked: Asked, faults: [FieldFault]) throws -> Page {
    let association = try asked.store.association()
    let form = asked.form
    let year = WorkingYear.of(asked)
    let choices = try choices(asked)
    func value(_ name: String, _ usual: String) -> String { form.has(name) ? form.choice(name) : usual }
    func field(_ name: String, _ label: String, _ usual: String = "", hint: String = "", isRequired: Bool = true)
      -> HTML
    {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: value(name, usual), hint: hint, isRequired: isRequired),
        faults: faults)
    }
    return Page(
      title: "Ny enkät", section: .surveys, trail: SurveyPart.trail(),
      main: .joined([
        FormPart.summary(of: faults),
        FormPart.form(
          to: Addresses.newSurvey.path(), asked.visitor,
          each: [
            FormPart.select(
              "formular", "Formulär", options: choices.map { ($0.value, $0.words) },
              chosen: value("formular", asked.query.choice("formular")), faults: faults),
            field("rubrik", "Rubrik i årsredovisningen"),
            field(
              "kortnamn", "Kortnamn",
              hint: "Samma varje år, så att åren kan jämföras. Lämna tomt för formulärets eget.",
              isRequired: false),
            field("ar", "År", "\(year)"),
            FormPart.select(
              "insats", "Insats",
              options: [(value: "", words: "Hela förbundet")] + association.insatser.map { ($0.id, $0.name) },
              chosen: form.choice("insats"), faults: faults),
            field(
              "malgrupp", "Vilka som tillfrågas", hint: "Till exempel: Alla som avslutade under året", isRequired: false
            ),
            field(
              "tillfragade", "Antal tillfrågade",
              hint: "Hur många som får enkäten. Det kan ändras så länge den är öppen."),
            field("oppnar", "Första svarsdagen", asked.today.text),
            field("stanger", "Sista svarsdagen", "\(max(year, asked.today.year))-12-31"),
            field(
              "minst", "Minsta gruppen", "\(SurveyRound.minimumUsual)",
              hint: "Svarar färre visas inget resultat för någon."),
            FormPart.button("Öppna enkäten"),
          ]),
      ]))
  }
}
