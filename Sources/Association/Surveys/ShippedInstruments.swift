/// Instruments of our own, free to use and to change. They are not those of NNS, whose questions are its property and
/// may not be reworded: an association that has an agreement reads them in from a file of its own.
extension SurveyInstrument {
  /// What is shipped, in the order that it is offered.
  public static let shipped: [SurveyInstrument] = [leaving, ongoing, staff, cooperation]

  private static let leaving = made(
    key: "avslut", title: "Till dig som avslutar", respondents: .leaving,
    introduction: "Frågorna handlar om din tid i insatsen. Du svarar anonymt, och du kan hoppa över en fråga.",
    six: [
      ("nytta", "Jag har haft nytta av stödet."),
      ("delaktig", "Jag har fått vara med och bestämma om min egen planering."),
      ("tid", "Det har fått ta den tid jag behövt."),
      ("bemotande", "Jag har blivit bemött med respekt."),
      ("kontakter", "Jag har fått hjälp i mina kontakter med myndigheter och vård."),
      ("erfarenheter", "Personalen har tagit vara på det jag kan och tycker."),
      ("redo", "Jag är mer redo att arbeta eller studera än när jag började."),
      ("framtid", "Jag vet vad som händer efter insatsen."),
    ], last: "Är det något mer du vill säga? Skriv inga namn.")

  private static let ongoing = made(
    key: "pagaende", title: "Till dig som deltar", respondents: .ongoing,
    introduction:
      "Frågorna handlar om hur du har det i insatsen just nu. Du svarar anonymt, och du kan hoppa över en fråga.",
    six: [
      ("nytta", "Jag har nytta av stödet jag får."),
      ("delaktig", "Jag är med och bestämmer om min egen planering."),
      ("tid", "Det får ta den tid jag behöver."),
      ("bemotande", "Jag blir bemött med respekt."),
      ("kontakter", "Jag får hjälp i mina kontakter med myndigheter och vård."),
      ("forstar", "Jag förstår vad som är nästa steg."),
    ], last: "Vad skulle kunna bli bättre? Skriv inga namn.")

  private static let staff = made(
    key: "personal", title: "Till dig som arbetar i insatsen", respondents: .staff,
    introduction: "Frågorna handlar om samarbetet mellan parterna i insatsen. Du svarar anonymt.",
    six: [
      ("uppdrag", "Insatsens uppdrag är tydligt för mig."),
      ("mandat", "Jag har det mandat som arbetet kräver."),
      ("struktur", "Det är klart hur parterna arbetar ihop kring en deltagare."),
      ("vagar", "Jag vet vem jag ska vända mig till hos de andra parterna."),
      ("chef", "Min chef stödjer att jag arbetar tillsammans med de andra parterna."),
      ("helhet", "Deltagarna får ett stöd som hänger ihop."),
      ("larande", "Det vi lär oss i insatsen tas till vara hos parterna."),
    ], last: "Vad hindrar samarbetet, och vad skulle hjälpa? Skriv inga namn.")

  private static let cooperation = made(
    key: "samverkan", title: "Samverkan mellan parterna", respondents: .managers,
    introduction: "Ange för varje påstående hur väl det stämmer, från 1 till 7. Du svarar anonymt.",
    seven: [
      ("ratt-parter", "De som behövs är med när vi möts."),
      ("forberedda", "Vi som kommer från samma part har talat ihop oss innan."),
      ("ideer", "Vi tar fram nya idéer tillsammans."),
      ("larande", "Det som fungerar på ett ställe sprids till de andra."),
      ("tillit", "Vi litar på varandra och kan säga vad vi tycker."),
      ("tillsammans", "Tillsammans löser vi sådant som ingen av oss löser ensam."),
    ], last: "Vad är det viktigaste att göra bättre? Skriv inga namn.")

  private static func made(
    key: String, title: String, respondents: SurveyRespondents, introduction: String, six: [(String, String)] = [],
    seven: [(String, String)] = [], last: String
  ) -> SurveyInstrument {
    do {
      var questions: [Question] = []
      for (id, text) in six { questions.append(try Question(id: id, text: text, scale: SurveyScale(.six))) }
      for (id, text) in seven { questions.append(try Question(id: id, text: text, scale: SurveyScale(.seven))) }
      questions.append(try Question(id: "ovrigt", text: last, scale: SurveyScale(.text)))
      return try SurveyInstrument(
        key: key, title: title, respondents: respondents, introduction: introduction, questions: questions)
    } catch {
      preconditionFailure("What we ship is an instrument: \(error)")
    }
  }
}
