package import Association
import Exchange
import Ledger

extension Words {
  /// Why something about a survey is not done.
  package static func sentence(_ refusal: SurveyRefusal) -> String {
    switch refusal {
    case .notAKey, .titleLength, .questionCount, .questionTwice, .questionText, .wrongSteps, .stepWords, .cutOutside:
      InstrumentWords.sentence(refusal)
    case .daysReversed: "Sista svarsdagen är före den första. Rätta dagarna."
    case .minimumOutside(let range):
      "Minsta gruppen ska vara \(range.lowerBound) till \(range.upperBound) svar. Rätta talet."
    case .askedOutside(let count):
      "Antalet tillfrågade är \(count). Skriv hur många som får enkäten, från 1 till \(SurveyRound.askedMax)."
    case .keyTaken(let key, let year): "En enkät \(year) har redan kortnamnet ”\(key)”. Skriv ett annat."
    case .unknownRound: "Det finns ingen sådan enkät. Gå till enkäterna och välj en där."
    case .roundClosed: "Enkäten är stängd. Inget har sparats."
    case .tooManyCodes(let asked, let made):
      "Det blir \(made) koder, men \(asked) är tillfrågade. Ändra antalet tillfrågade först, eller gör färre koder."
    case .fewerThanCodes(let asked, let made):
      "\(made == 1 ? "En kod är redan gjord" : "\(made) koder är redan gjorda"), och var och en kan ge ett svar. Antalet "
        + "tillfrågade kan därför inte vara \(asked). Skriv minst \(made)."
    case .moreAnswersThanAsked(let answers, let asked):
      "Det blir \(answers) svar, men \(asked) är tillfrågade. Rätta antalet tillfrågade först."
    case .unknownCode: "Koden finns inte. Kontrollera att du har skrivit av den rätt."
    case .codeUsed: "Koden är redan använd. Varje kod kan bara användas en gång."
    case .notYet(let day): "Enkäten öppnar \(day.text). Kom tillbaka då."
    case .tooLate(let day): "Enkäten kunde besvaras till och med \(day.text)."
    case .nothingAnswered: "Inget är besvarat. Svara på minst en fråga."
    case .noSuchAnswer(let question):
      "Svaret på fråga \(question + 1) finns inte bland dem som går att välja. Välj ett annat."
    case .unknownText: "Svaret finns inte längre. Ladda om sidan."
    }
  }
}
