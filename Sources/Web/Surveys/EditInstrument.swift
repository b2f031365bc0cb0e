import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// A new instrument, or a new version of one: a row for each question with its scale and its cut.
enum EditInstrument {
  private enum Name {
    static let key = "kortnamn"
    static let title = "rubrik"
    static let respondents = "vilka"
    static let introduction = "inledning"
    static let source = "kalla"
    static let rows = "rader"
    static let id = "id-"
    static let text = "fraga-"
    static let scale = "skala-"
    static let steps = "steg-"
    static let cut = "positivt-"
  }

  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let key = asked.query.choice("fran")
    let from =
      try asked.store.surveyInstruments().last { $0.instrument.key == key }?.instrument
      ?? SurveyInstrument.shipped.first { $0.key == key }
    return .page(page(asked, from.map(form) ?? Form(), faults: []))
  }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    if asked.form.choice("gor") == "rader" {
      let count = rowCount(asked.form) + 5
      return .page(page(asked, asked.form, faults: [], count: count))
    }
    var reading = FormReading(asked.form)
    let key = reading.text(Name.key, "Kortnamnet", isRequired: true, byteCountMax: 100)
    let title = reading.text(Name.title, "Rubriken", isRequired: true, byteCountMax: SurveyInstrument.textBytesMax)
    let respondents = SurveyRespondents(rawValue: asked.form.choice(Name.respondents))
    if respondents == nil { reading.add("Det är inte sagt vilka som tillfrågas. Välj i listan.", at: Name.respondents) }
    let introduction = reading.text(
      Name.introduction, "Inledningen", isLong: true, byteCountMax: SurveyInstrument.introductionBytesMax)
    let source = reading.text(Name.source, "Källan", byteCountMax: SurveyInstrument.textBytesMax)
    var questions: [SurveyInstrument.Question] = []
    for row in 1...rowCount(asked.form) {
      if let question = question(&reading, asked.form, row) { questions.append(question) }
    }
    var faults = reading.faults
    if let respondents, faults.isEmpty {
      do {
        let instrument = try SurveyInstrument(
          key: key, title: title, respondents: respondents, introduction: introduction, source: source,
          questions: questions)
        let kept = try asked.store.together(by: asked.actor, at: asked.now) { try $0.keep(instrument) }
        return .see(
          Addresses.instrument.path(kept.id.rawValue), notice: "Formuläret är sparat som version \(kept.version).")
      } catch {
        guard let refusal = error as? SurveyRefusal else { throw error }
        faults = [FieldFault(field: "", message: Words.sentence(refusal))]
      }
    }
    return .page(page(asked, asked.form, faults: faults), status: .unprocessableContent)
  }

  private static func question(_ reading: inout FormReading, _ form: Form, _ row: Int) -> SurveyInstrument.Question? {
    let text = reading.text(
      "\(Name.text)\(row)", "Fråga \(row)", byteCountMax: SurveyInstrument.textBytesMax)
    let id = reading.text("\(Name.id)\(row)", "Kortnamnet på fråga \(row)", byteCountMax: 100)
    let steps = reading.text("\(Name.steps)\(row)", "Stegen i fråga \(row)", byteCountMax: 1400)
    guard !text.isEmpty || !id.isEmpty else { return nil }
    let typed = form.choice("\(Name.cut)\(row)").strippedOfBlanks
    let cut = Int(typed: typed, in: 0...99)
    if cut == nil, !typed.isEmpty {
      reading.add("Fråga \(row): ”\(typed.excerpt)” är inget steg. Skriv stegets nummer.", at: "\(Name.cut)\(row)")
      return nil
    }
    do {
      let kind = SurveyScale.Kind(rawValue: form.choice("\(Name.scale)\(row)")) ?? .six
      let words = steps.split(separator: ";").map { String($0).strippedOfBlanks }
      return try SurveyInstrument.Question(
        id: id.isEmpty ? "fraga-\(row)" : id, text: text, scale: SurveyScale(kind, steps: words), positiveFrom: cut)
    } catch {
      reading.add("Fråga \(row): \(Words.sentence(error))", at: "\(Name.text)\(row)")
      return nil
    }
  }

  private static func rowCount(_ form: Form) -> Int {
    Int(typed: form.choice(Name.rows), in: 1...SurveyInstrument.questionCountMax) ?? 8
  }

  /// An instrument as the fields of its form.
  private static func form(_ instrument: SurveyInstrument) -> Form {
    var fields: [(name: String, value: String)] = [
      (Name.key, instrument.key), (Name.title, instrument.title), (Name.respondents, instrument.respondents.rawValue),
      (Name.introduction, instrument.introduction), (Name.source, instrument.source),
      (Name.rows, "\(min(instrument.questions.count + 2, SurveyInstrument.questionCountMax))"),
    ]
    for (index, question) in instrument.questions.enumerated() {
      let row = index + 1
      let usual = try? SurveyScale(question.scale.kind)
      fields += [
        ("\(Name.id)\(row)", question.id), ("\(Name.text)\(row)", question.text),
        ("\(Name.scale)\(row)", question.scale.kind.rawValue),
        (
          "\(Name.steps)\(row)",
          usual?.steps == question.scale.steps ? "" : question.scale.steps.joined(separator: "; ")
        ), ("\(Name.cut)\(row)", question.positiveFrom.map { "\($0)" } ?? ""),
      ]
    }
    return Form(fields: fields)
  }

  private static func page(_ asked: Asked, _ form: Form, faults: [FieldFault], count: Int? = nil) -> Page {
    let count = min(count ?? rowCount(form), SurveyInstrument.questionCountMax)
    func field(_ name: String, _ label: String, hint: String = "", isRequired: Bool = false) -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: form.choice(name), hint: hint, isRequired: isRequired),
        faults: faults)
    }
    let rows = (1...count).map { row in
      tag(
        "fieldset", [.class("survey-row")], tag("legend", .text("Fråga \(row)")),
        field("\(Name.text)\(row)", "Frågan"), field("\(Name.id)\(row)", "Kortnamn"),
        FormPart.select(
          "\(Name.scale)\(row)", "Skala",
          options: SurveyScale.Kind.allCases.map { ($0.rawValue, SurveyPart.words($0)) },
          chosen: form.choice("\(Name.scale)\(row)"), faults: faults),
        field("\(Name.steps)\(row)", "Egna steg, lägst först"), field("\(Name.cut)\(row)", "Positivt från steg"))
    }
    return Page(
      title: form.choice(Name.key).isEmpty ? "Nytt formulär" : "Formulär: ny version", section: .surveys,
      trail: SurveyPart.trail() + [Page.Link("Formulär", Addresses.instruments.path())], isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        FormPart.form(
          to: Addresses.newInstrument.path(), asked.visitor,
          each: [
            FormPart.hidden(Name.rows, "\(count)"),
            field(
              Name.key, "Kortnamn", hint: "Samma kortnamn som ett formulär i boken ger en ny version av det.",
              isRequired: true),
            field(Name.title, "Rubrik för den som svarar", isRequired: true),
            FormPart.select(
              Name.respondents, "Vilka som tillfrågas",
              options: SurveyRespondents.allCases.map { ($0.rawValue, SurveyPart.words($0)) },
              chosen: form.choice(Name.respondents), faults: faults),
            FormPart.area(
              Name.introduction, "Inledning", value: form.choice(Name.introduction), rows: 3, faults: faults),
            field(Name.source, "Källa", hint: "Vems frågorna är, om de inte är förbundets egna."),
            tag(
              "p", [.class("hint")],
              .text(
                "Egna steg skiljs med semikolon; lämna tomt för skalans vanliga. Tomt under ”Positivt från steg” ger skalans "
                  + "vanliga gräns. Kön frågas sist i enkäter till deltagare och ska inte stå bland frågorna.")),
          ] + rows + [
            tag(
              "p", [.class("toolbar")], FormPart.button("Spara formuläret"),
              FormPart.button("Fler frågor", name: "gor", value: "rader", kind: "secondary"))
          ]),
      ]))
  }
}
