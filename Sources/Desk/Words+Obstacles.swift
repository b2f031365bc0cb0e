package import Association
import Ledger

extension Words {
  /// Why a step with an obstacle was not taken, and what to do.
  package static func sentence(_ refusal: Obstacle.Refusal) -> String {
    switch refusal {
    case .impossible(let kind, let isAnswered):
      isAnswered
        ? "Hindret är redan besvarat, så det går inte att \(verb(kind)). Ladda sidan igen och läs svaret, eller ta upp hindret på nytt."
        : "Hindret väntar på svar, så det går inte att \(verb(kind)). Ladda sidan igen och se var det står."
    case .otherLevel(let said, let stands):
      "Hindret står inte längre hos \(inSentence(said)) utan hos \(inSentence(stands)). Ladda sidan igen och läs vad som har hänt."
    case .noLevelAbove:
      "Det finns ingen nivå över det nationella nätverket. Svara med en lösning eller med skälet till att det inte går."
    case .ownerMissing: "Ingen ägare är angiven. Skriv vilken funktion eller grupp som ska svara."
    case .dueBefore(let due, let day):
      "Senaste svarsdag är \(due.text), före \(day.text). Välj en dag som inte har varit."
    case .wordsMissing(let kind):
      kind == .solution
        ? "Det står inte hur hindret löstes. Skriv det i en mening: svaret går till dem som rapporterade."
        : "Skälet saknas. Skriv det i en mening: svaret går till dem som rapporterade."
    case .decisionMissing:
      "Styrelsen svarar genom beslut. Ange sammanträdesdag och paragraf, som de står i protokollet "
        + "(5 kap. 66 § kommunallagen, 19 § lag 2003:1210)."
    case .joined(let kept): "Hindret är sammanfört med hinder \(kept). Svara där, eller skilj ut det först."
    case .joinedWithItself: "Ett hinder kan inte föras samman med sig självt. Välj ett annat."
    case .keptIsJoined(let kept): "Det hindret är självt sammanfört med hinder \(kept). Välj det i stället."
    case .notJoined: "Hindret är inte sammanfört med något annat. Ladda sidan igen."
    case .unknown: "Hindret finns inte i boken. Gå till listan och välj ett som finns där."
    case .channelEnded: "Rapportlänken är stängd. Be kansliet om en ny."
    case .unknownReference: "Kopplingen är redan borttagen. Ladda sidan igen."
    }
  }

  /// The level inside a sentence: `styrelsen`.
  package static func inSentence(_ level: Obstacle.Level) -> String {
    level == .localGroup ? "den lokala samverkansgruppen" : level.title.lowercased()
  }

  private static func verb(_ kind: Obstacle.Event.Kind) -> String {
    switch kind {
    case .report: "rapportera en gång till"
    case .assignment: "byta ägare eller datum"
    case .solution: "lösa"
    case .refusal: "avslå"
    case .passage: "skicka vidare"
    case .reopening: "ta upp igen"
    }
  }
}
