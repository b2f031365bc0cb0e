package import Association
import Ledger

extension Words {
  /// What is said of a step with minutes that was not taken.
  package static func sentence(_ refusal: MinutesRefusal) -> String {
    switch refusal {
    case .unknown: "Protokollet finns inte i boken."
    case .meetingNotEnded: "Mötet är inte avslutat. Avsluta mötet först; sedan kan protokollet lämnas till justering."
    case .closedBefore: "Protokollet är redan lämnat till justering och ändras inte mer."
    case .notClosed: "Protokollet är inte lämnat till justering."
    case .incomplete(let gaps):
      "Protokollet saknar det här: " + gaps.map { "\($0.place): \($0.sentence) (\($0.law))" }.joined(separator: " ")
    case .tooFewSigners(let count, let hasChair):
      hasChair
        ? "Utöver ordföranden ska minst \(MinutesRules.adjusterCountMin) justera, och nu är det \(count) "
          + "(kommunallagen 5 kap. 69 § genom 6 kap. 35 §)."
        : "Ordföranden ska justera protokollet (kommunallagen 5 kap. 69 § genom 6 kap. 35 §). Ange en ordförande."
    case .signerTwice(let name): "\(name) är angiven två gånger. Var och en justerar en gång."
    case .absent(let name):
      "\(name) var inte med på mötet och kan inte justera protokollet (kommunallagen 5 kap. 69 § genom 6 kap. 35 §)."
    case .notASigner: "Bara ordföranden och de som mötet har valt justerar protokollet (kommunallagen 5 kap. 69 §)."
    case .adjustedBefore(let name): "\(name) har redan justerat protokollet."
    case .beforeMeeting(let day, let held): "Dagen \(day.text) är före mötet, som hölls \(held.text)."
    case .ahead(let day, let today): "Dagen \(day.text) har inte kommit; i dag är det \(today.text)."
    case .notAdjusted:
      "Protokollet är inte justerat, så det finns inget att anslå (lag 2003:1210, 19 §, kommunallagen 8 kap. 12 §)."
    case .noNotice:
      "Medlemmen har ingen anslagstavla för förbundet: bara kommuner och regioner anslår (lag 2003:1210, 19 §)."
    case .beforeAdjustment(let day, let adjusted):
      "Dagen \(day.text) är före justeringen \(adjusted.text). Anslaget sätts upp när protokollet är justerat "
        + "(kommunallagen 8 kap. 12 §)."
    case .postedBefore(let day): "Anslaget sitter redan uppe, sedan \(day.text)."
    case .notPosted: "Anslaget sitter inte uppe. Skriv först vilken dag det sattes upp."
    case .confirmedBefore: "Uppsättningen är redan bekräftad."
    case .keptAtMissing: "Skriv var protokollet förvaras: anslaget måste säga det (kommunallagen 8 kap. 12 §)."
    case .confirmerMissing: "Skriv vem som bekräftar, med namn eller funktion."
    case .beforePosting(let day, let posted): "Dagen \(day.text) är före \(posted.text), då anslaget sattes upp."
    case .linkUnknown: "Länken gäller inte. Be förbundet om en ny."
    }
  }
}
