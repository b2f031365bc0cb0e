import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// Where a survey is answered: by whoever has a code that has not been used, without signing in. Nothing is asked of the
/// visitor and nothing is kept but the answers, each counted by itself.
enum AnswerSurvey {
  /// Some free texts of the largest size, as browsers encode them.
  static let bodyBytesMax = 64 << 10
  static let code = "kod"

  static func begin(_ asked: Asked, _: Nothing) throws -> Answer {
    .bare(RespondentPage(asked).codeForm(typed: "", fault: ""))
  }

  /// From a code that was typed by hand to its page.
  static func find(_ asked: Asked, _: Nothing) throws -> Answer {
    let typed = asked.form.choice(code)
    guard let code = SurveyCode(typed: typed) else {
      let fault =
        "Koden har sexton siffror och bokstäver, i fyra grupper. Skriv av den från papperet en gång till."
      return .bare(
        RespondentPage(asked).codeForm(typed: String(typed.prefix(40)), fault: fault), status: .unprocessableContent)
    }
    return .see(Addresses.answer.path(code.text))
  }

  static func show(_ asked: Asked, _ typed: String) throws -> Answer {
    switch try admit(asked, typed) {
    case .turnedAway(let answer): answer
    case .admitted(let survey, _): .bare(RespondentPage(asked).questions(survey, path: asked.path))
    }
  }

  static func save(_ asked: Asked, _ typed: String) throws -> Answer {
    let (survey, digest): (SurveyCase, String)
    switch try admit(asked, typed) {
    case .turnedAway(let answer): return answer
    case .admitted(let found, let code): (survey, digest) = (found, code)
    }
    let read = SurveyAnswerForm(asked.form, to: survey.round.instrument)
    guard let answer = read.answer else {
      return .bare(
        RespondentPage(asked).questions(survey, path: asked.path, form: asked.form, faults: read.faults),
        status: .unprocessableContent)
    }
    do {
      try asked.office.store.answer(
        answer, code: digest, on: asked.today, randomBytes: asked.office.randomBytes)
    } catch {
      // The same form sent twice at once: the one that came first is counted.
      guard case .survey(let refusal) = error else { throw error }
      return refused(asked, refusal)
    }
    return .see(Addresses.answered.path())
  }

  static func thank(_ asked: Asked, _: Nothing) throws -> Answer {
    .bare(
      RespondentPage(asked).words(
        "Tack för ditt svar!",
        "Svaret är sparat och koden är förbrukad. Du kan stänga sidan."))
  }

  private enum Admission {
    case admitted(SurveyCase, digest: String)
    case turnedAway(Answer)
  }

  private static func admit(_ asked: Asked, _ typed: String) throws -> Admission {
    let (office, now) = (asked.office, asked.now)
    guard !office.doorkeeper.isTired(of: asked.remote, at: now) else {
      return .turnedAway(
        .bare(
          RespondentPage(asked).words(
            "Vänta en stund",
            "Det har kommit många koder som inte finns härifrån. Försök igen om en timme."), status: .tooManyRequests))
    }
    guard let code = SurveyCode(typed: typed), let (survey, isUsed) = try office.store.surveyCase(code: code.digest)
    else {
      office.doorkeeper.noteMiss(from: asked.remote, at: now)
      return .turnedAway(refused(asked, .unknownCode))
    }
    guard !isUsed else { return .turnedAway(refused(asked, .codeUsed)) }
    do {
      try survey.round.admit(on: asked.today)
    } catch {
      return .turnedAway(refused(asked, error))
    }
    return .admitted(survey, digest: code.digest)
  }

  private static func refused(_ asked: Asked, _ refusal: SurveyRefusal) -> Answer {
    let page = RespondentPage(asked)
    return switch refusal {
    case .codeUsed:
      .bare(
        page.words(
          "Svaret är redan lämnat",
          "Den här koden är använd. Varje kod går att svara med en gång, och svaret går inte att ändra eftersom ingen "
            + "kan se vilket som är ditt. Tack för att du har svarat!"), status: .gone)
    case .unknownCode:
      .bare(
        page.words(
          "Koden finns inte",
          "Kontrollera att den är rätt avskriven. Är enkäten stängd gäller inga koder längre.", isBeginningOffered: true
        ), status: .notFound)
    default: .bare(page.words("Enkäten går inte att besvara nu", Words.sentence(refusal)), status: .gone)
    }
  }
}
