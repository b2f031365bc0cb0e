package import Association
import Ledger

extension Words {
  /// Why something was not done in the diary, and what to do.
  package static func sentence(_ refusal: DiaryRefusal) -> String {
    switch refusal {
    case .subjectMissing:
      "Det står inte vad handlingen gäller. Skriv det kort, utan uppgifter som är hemliga (OSL 5 kap. 2 §)."
    case .partyMissing(let direction):
      direction == .outgoing
        ? "Det står inte till vem handlingen har skickats. Skriv mottagaren (OSL 5 kap. 2 §)."
        : "Det står inte från vem handlingen kom. Skriv avsändaren (OSL 5 kap. 2 §)."
    case .dayAhead(let day):
      "\(day.text) har inte varit än. Skriv dagen då handlingen kom in, skickades eller upprättades."
    case .yearWrong(let year, let day):
      "Numret kan inte höra till \(year): handlingen är från \(day.text). Välj handlingens år eller ett senare, dock inte ett "
        + "som inte har börjat."
    case .secretAndPublic:
      "Det som är sekretessmarkerat visas inte på den öppna sidan. Ta bort markeringen eller kryssrutan."
    case .reasonMissing: "Skälet saknas. Skriv varför, så att det går att följa i efterhand."
    case .unchanged: "Så står det redan. Ingenting har sparats."
    case .unknown: "Posten finns inte i diariet. Gå till diariet och välj en som finns."
    case .closed(let number): "\(number.text) är avslutad. Öppna posten igen, och lägg till sedan."
    case .prefixWrong(let prefix):
      "”\(prefix)” kan inte inleda diarienummer. Skriv en till åtta versaler, till exempel FS."
    case .documentMissing: "Handlingen finns inte i boken. Välj filen på nytt."
    }
  }

  /// Why a governing document was not recorded, and what to do.
  package static func sentence(_ refusal: GoverningRefusal) -> String {
    switch refusal {
    case .titleMissing: "Dokumentet har ingen titel. Skriv vad det heter."
    case .contentMissing: "Det finns varken text eller fil. Skriv texten eller välj en fil."
    case .decisionMissing(let kind):
      "\(name(of: kind)) gäller genom beslut. Skriv beslutets dag och paragraf, till exempel § 45."
    case .validBeforeDecision(let day, let decided):
      "Dokumentet kan inte gälla från \(day.text): det beslutades \(decided.text). Skriv en dag som inte är tidigare."
    case .reviewBeforeValid(let day):
      "Nästa översyn är satt till \(day.text), som inte är senare än dagen den räknas från. Skriv en senare dag."
    case .pointsElsewhere: "De arton punkterna i 9 § finsamlagen hör till förbundsordningen. Ta bort dem."
    case .ended(let day): "Dokumentet gäller inte från \(day.text) och ändras inte mer. Skapa ett nytt dokument."
    case .another(let kind):
      "Det finns redan en \(name(of: kind).lowercased()). Lägg in det nya som en version av den, eller avsluta den först."
    case .fileMissing: "Filen finns inte i boken. Välj filen på nytt."
    case .reasonMissing: "Skälet saknas. Skriv varför."
    case .unknown: "Dokumentet finns inte. Gå till styrdokumenten och välj ett som finns."
    case .unchanged: "Versionen är lika den förra. Ingenting har sparats."
    }
  }

  /// Why a file was not laid out for everybody, and what to do.
  package static func sentence(_ refusal: PublicationRefusal) -> String {
    switch refusal {
    case .secret:
      "Filen hör till en post i diariet som är sekretessmarkerad, och läggs inte ut. Pröva sekretessen först."
    case .titleMissing: "Det står inte vad filen är. Skriv en titel."
    case .fileMissing: "Filen finns inte i boken. Välj filen på nytt."
    case .unknown: "Filen är inte utlagd. Ladda om sidan."
    }
  }

  /// What a governing document is.
  package static func name(of kind: GoverningDocument.Kind) -> String {
    switch kind {
    case .charter: "Förbundsordning"
    case .procedure: "Arbetsordning för styrelsen"
    case .delegation: "Delegationsordning"
    case .attest: "Attestordning"
    case .internalControl: "Internkontrollplan"
    case .plan: "Verksamhetsplan"
    case .economy: "Riktlinjer för god ekonomisk hushållning"
    case .funds: "Riktlinjer för medelsförvaltning"
    case .followUp: "Uppföljnings- och utvärderingspolicy"
    case .records: "Dokumenthanteringsplan"
    case .remote: "Beslut om deltagande på distans"
    case .agreement: "Avtal"
    case .processor: "Personuppgiftsbiträdesavtal"
    case .other: "Annat styrdokument"
    }
  }
}
