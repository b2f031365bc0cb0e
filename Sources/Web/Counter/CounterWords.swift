import Association
import Counter
import Desk
import Ledger
import Report

/// The words of the counter's pages: for refusals, choices, periods and reminders.
enum CounterWords {
  static func sentence(_ refusal: CounterRefusal) -> String {
    switch refusal {
    case .unknown(let number):
      "Nummer \(number) finns inte i listan, eller är raderat. Gå till listan och välj ett som finns."
    case .exitBeforeEntry(let entry, let exit):
      "Sista dagen, \(exit.text), ligger före inskrivningen, \(entry.text). Rätta en av dagarna."
    case .notOut(let number): "Nummer \(number) är inte avslutat, så det finns inget avslut att ta tillbaka."
    case .notScreened(let number): "För nummer \(number) står det inte att frågorna har ställts."
    case .screenedOutside(let day):
      "Frågorna om våld ställdes \(day.text), som inte ligger mellan inskrivningen och sista dagen. Rätta den av dagarna som "
        + "är fel."
    case .dayAhead(let day): "Dagen \(day.text) har inte varit än. Skriv in det när det har hänt."
    case .dayClosed(let day, let through):
      "Antalen till och med \(through.text) är levererade, och det de räknades av är raderat, så \(day.text) kan inte räknas om. "
        + "Är leveransen fel, säg det till förbundet; skriv här en dag efter \(through.text)."
    case .unknownChoice(let ground): "\(title(ground)) är inget av det som kan väljas. Välj i listan."
    case .choiceInUse(let ground, let title, let count):
      "”\(title)” under \(self.title(ground).lowercased()) används av \(Words.count(count, "deltagare", "deltagare")) och kan inte "
        + "tas bort. Låt raden stå; du kan byta ordalydelse."
    case .periodNotEnded(let last, let today):
      "Perioden slutar \(last.text) och i dag är det \(today.text). Gör leveransen när perioden är slut."
    case .periodTooEarly(let begins):
      "Listan räknar från \(begins.text). Välj en period som börjar då eller senare."
    case .periodAcrossYears(let last):
      "Perioden går över ett årsskifte. Gör en leverans till och med 31 december och en för \(last.year)."
    case .periodOverlaps(let other):
      "Perioden delar dagar med \(period(other)), som är levererad. Välj samma period för att rätta den, eller en som inte "
        + "delar dagar med den."
    }
  }

  static func sentence(_ refusal: CounterFile.Refusal) -> String {
    switch refusal {
    case .missing: "Listans fil finns inte längre där den låg. Lägg tillbaka den, eller öppna säkerhetskopian."
    case .exists: "Det finns redan en lista där. Lås upp den i stället."
    case .notAList: "Filen är ingen räknelista. Stäng programmet och ange listans fil."
    case .newerForm: "Listan är gjord av en nyare version av finsam. Uppdatera programmet och öppna den igen."
    case .wrongPhrase:
      "Lösenordet stämmer inte. Kontrollera stora och små bokstäver och att tangentbordet är svenskt, och försök igen."
    case .damaged:
      "Lösenordet är rätt, men filen är skadad och kan inte läsas. Lägg tillbaka din säkerhetskopia av filen."
    case .changedMeanwhile:
      "Ett annat program har ändrat listan sedan du låste upp den. Lås upp den på nytt och gör ändringen igen."
    case .notReadable: "Filen kan inte läsas. Kontrollera att du får läsa den och mappen den ligger i."
    case .notWritable: "Filen kan inte skrivas. Kontrollera att du får skriva i mappen och att disken inte är full."
    case .tooLarge: "Filen är större än någon lista blir. Kontrollera att det är rätt fil."
    }
  }

  static func title(_ ground: CountGround) -> String {
    switch ground {
    case .municipality: "Kommun"
    case .age: "Ålder"
    case .referrer: "Remitterad av"
    case .education: "Högsta utbildning"
    case .supportTime: "Tid med offentlig försörjning"
    case .exitReason: "Avslutsorsak"
    }
  }

  static func word(_ sex: CounterSex) -> String {
    switch sex {
    case .woman: "Kvinna"
    case .man: "Man"
    case .notStated: "Ej angivet"
    }
  }

  static func word(_ rhythm: CounterRhythm) -> String {
    switch rhythm {
    case .month: "Varje månad"
    case .quarter: "Varje kvartal"
    case .third: "Varje tertial (fyra månader)"
    case .half: "Varje halvår"
    case .year: "Varje år"
    }
  }

  static func period(_ period: ClosedRange<CalendarDate>) -> String {
    "\(period.lowerBound.text)–\(period.upperBound.text)"
  }

  /// What the page of plain counts is called.
  static func extras(_ setup: CounterSetup) -> String {
    switch (setup.countsAdvice, setup.countsVolume) {
    case (true, true): "Samtal och volym"
    case (false, true): "Volym"
    default: "Rådgivande samtal"
    }
  }

  static func months(_ count: Int) -> String { Words.count(count, "månad", "månader") }

  static func tally(_ tally: Tally) -> String {
    "\(tally.total) (kvinnor \(tally.women), män \(tally.men), ej angivet \(tally.notStated))"
  }

  static func sentence(_ remark: CounterRemark) -> String {
    switch remark {
    case .deliveredBefore(let made, true):
      "Perioden levererades \(made.text) med samma antal. Du behöver inte leverera den igen."
    case .deliveredBefore(let made, false):
      "Perioden levererades \(made.text) med andra antal. En ny leverans rättar den; förbundet ser båda."
    case .gap(let after?, let before):
      "Dagarna mellan \(after.text) och \(before.text) är inte levererade. Leverera dem också."
    case .gap(nil, let before):
      "Tiden före \(before.text) är inte levererad. Börja med den första perioden."
    case .broken(let before, let ongoing, let carried):
      "Förra leveransen (\(period(before))) slutade med \(tally(ongoing)) pågående, men den här börjar med \(tally(carried)). "
        + "Något har rättats sedan dess: leverera den perioden på nytt också."
    case .changedSince(let other):
      "Antalen för \(period(other)) är inte längre de som levererades. Leverera den perioden på nytt."
    }
  }
}
