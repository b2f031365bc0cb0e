import Association
import Desk
import Ledger
import Press

/// The fields of one respondent's answers, read alike where a respondent answers and where paper is typed in.
struct SurveyAnswerForm {
  /// The names of the fields; a question's is followed by its number, from 1.
  enum Name {
    static let step = "fraga"
    static let text = "text"
    static let sex = "kon"
  }

  /// What was answered, where nothing is wrong.
  let answer: SurveyAnswer?
  let faults: [FieldFault]

  /// Reads a form. A step is a number in the scale's order; nothing, or a hyphen, is no answer.
  init(_ form: Form, to instrument: SurveyInstrument) {
    var reading = FormReading(form)
    var steps: [Int?] = []
    var texts: [String] = []
    for (index, question) in instrument.questions.enumerated() {
      let field = "\(Name.step)\(index + 1)"
      let count = question.scale.steps.count
      var step: Int?
      let typed = form.choice(field).strippedOfBlanks
      if count > 0, !typed.isEmpty, typed != "-" {
        step = Int(typed: typed, in: 1...count)
        if step == nil {
          reading.add(
            "Fråga \(index + 1): ”\(typed.excerpt)” är inget steg. Skriv ett tal från 1 till \(count).", at: field)
        }
      }
      steps.append(step)
      texts.append(
        question.scale.kind == .text
          ? reading.text(
            "\(Name.text)\(index + 1)", "Svaret på fråga \(index + 1)", isLong: true,
            byteCountMax: SurveyAnswer.textBytesMax) : "")
    }
    let sex = SurveySex(rawValue: form.choice(Name.sex)) ?? .notStated
    var answer: SurveyAnswer?
    if !reading.hasFaults {
      do {
        answer = try SurveyAnswer(steps, texts: texts, sex: sex, to: instrument)
      } catch {
        reading.add(Words.sentence(error))
      }
    }
    self.answer = answer
    faults = reading.faults
  }
}
