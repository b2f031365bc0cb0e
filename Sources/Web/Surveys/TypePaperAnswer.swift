import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// Types in an answer on paper: a number per question, Tab between, Enter saves and begins the next.
enum TypePaperAnswer {
  static func show(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let survey = try open(asked, id) else { return .notFound }
    return .page(page(asked, survey, form: Form(), faults: []))
  }

  static func save(_ asked: Asked, _ id: Int64) throws -> Answer {
    guard let survey = try open(asked, id) else { return .notFound }
    let form = sexInFull(asked.form)
    let read = SurveyAnswerForm(form, to: survey.round.instrument)
    var faults = read.faults
    if let answer = read.answer {
      do {
        try asked.store.answer(answer, onPaper: survey.id, randomBytes: asked.office.randomBytes)
        let count = try asked.store.surveyCase(survey.id)?.answered ?? 0
        return .see(
          Addresses.surveyPaper.path(id),
          notice: "Svaret är sparat. Nu finns \(SurveyPart.rate(count, of: survey.asked)).")
      } catch {
        guard case .survey(let refusal) = error else { throw error }
        faults = [FieldFault(field: "", message: Words.sentence(refusal))]
      }
    }
    return .page(page(asked, survey, form: asked.form, faults: faults), status: .unprocessableContent)
  }

  private static func open(_ asked: Asked, _ id: Int64) throws -> SurveyCase? {
    try asked.store.surveyCase(ID(rawValue: id)).flatMap { $0.outcome == nil ? $0 : nil }
  }

  /// `k` and `m` stand for kvinna and man.
  private static func sexInFull(_ form: Form) -> Form {
    Form(
      fields: form.pairs.map { name, value in
        guard name == SurveyAnswerForm.Name.sex else { return (name, value) }
        return switch value.strippedOfBlanks.lowercased() {
        case "k", "kvinna": (name, SurveySex.woman.rawValue)
        case "m", "man": (name, SurveySex.man.rawValue)
        default: (name, "")
        }
      })
  }

  private static func page(_ asked: Asked, _ survey: SurveyCase, form: Form, faults: [FieldFault]) -> Page {
    let instrument = survey.round.instrument
    var isFirst = true
    let rows = instrument.questions.enumerated().map { index, question -> HTML in
      let others: [Attribute] = isFirst ? [.other("autofocus", "")] : []
      isFirst = false
      if question.scale.kind == .text {
        let name = "\(SurveyAnswerForm.Name.text)\(index + 1)"
        return FormPart.area(
          name, "\(index + 1). \(question.text)", value: form.choice(name),
          hint: "Skriv inga namn eller andra uppgifter om personer.", rows: 3, faults: faults, others: others)
      }
      let name = "\(SurveyAnswerForm.Name.step)\(index + 1)"
      let steps = question.scale.steps.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: ", ")
      return FormPart.field(
        FormPart.Field(
          name: name, label: "\(index + 1). \(question.text)", value: form.choice(name),
          hint: question.scale.kind == .seven ? "1 till 7" : steps, inputMode: "numeric",
          others: others + [.other("size", "3")]), faults: faults)
    }
    let sex = FormPart.field(
      FormPart.Field(
        name: SurveyAnswerForm.Name.sex, label: "Kön", value: form.choice(SurveyAnswerForm.Name.sex),
        hint: "k för kvinna, m för man, tomt om det inte är ifyllt", others: [.other("size", "3")]))
    return Page(
      title: "Svar på papper", section: .surveys, trail: SurveyPart.trail(survey),
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Skriv stegets nummer för varje fråga, och lämna tomt där inget är ifyllt. Tabb går till nästa, Enter sparar. "
              + "Hittills finns \(SurveyPart.rate(survey.answered, of: survey.asked)).")),
        tag(
          "p", [.class("hint")],
          .text("Ett sparat svar räknas in direkt och går inte att ta fram eller ändra. Förvara inte papperet efteråt.")
        ),
        tag(
          "div", [.class("paper")],
          FormPart.form(
            to: Addresses.surveyPaper.path(survey.id.rawValue), asked.visitor,
            each: rows + [instrument.respondents.areParticipants ? sex : .empty, FormPart.button("Spara svaret")])),
      ]))
  }
}
