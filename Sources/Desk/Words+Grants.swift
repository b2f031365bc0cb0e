package import Association
import Ledger

extension Words {
  /// Why a step in an insats's case was not taken, and what to do.
  package static func sentence(_ refusal: Grant.Refusal) -> String {
    switch refusal {
    case .notAMember(let id):
      id.isEmpty
        ? "Ansökan har ingen huvudman. Välj den medlem som söker."
        : "\(id) är inte medlem i förbundet, och bara medlemmar kan söka och ta emot medel. Välj en medlem."
    case .amountsMissing: "Ansökan säger inte vad som söks. Skriv minst ett belopp med sitt år."
    case .belowNought(let year, _): "Ett belopp för \(year) är under noll. Skriv ett belopp som inte är det."
    case .amountTwice(let year, let receiver):
      "\(year) och \(receiver.isEmpty ? "gemensamt för alla" : receiver) står två gånger. Slå ihop raderna till en."
    case .impossible(let step, let state):
      "\(name(of: step)) går inte att lägga till: ärendet är \(name(of: state)). \(way(from: state))"
    case .decisionOlder(let day, let than):
      "Beslutet är från \(day.text), men det som det ändrar är från \(than.text). Kontrollera dagen."
    case .otherInsats(let id, let than):
      "Beslutet gäller \(id), men det som det ändrar gäller \(than). Välj samma insats."
    case .agreementBackwards(let first, let last):
      "Avtalet gäller från \(first.text) till \(last.text), som är tidigare. Kontrollera dagarna."
    case .notBegun(let first): "Avtalet gäller från \(first.text), så det finns inget att rapportera än."
    case .reportUnasked(let first, let last):
      "Avtalet har ingen rapport för \(first.text)–\(last.text). Välj en av perioderna i listan."
    case .reportStands(let first, let last):
      "Rapporten för \(first.text)–\(last.text) är redan inlämnad. Den skrivs om bara om kansliet skickar tillbaka den."
    case .reportMissing(let last): "Ingen rapport till och med \(last.text) väntar på svar. Se listan över rapporter."
    case .questionMissing: "Frågan saknas. Skriv vad utföraren behöver ändra eller svara på."
    }
  }

  /// What a step is called.
  package static func name(of step: Grant.Event.Kind) -> String {
    switch step {
    case .application: "Ansökan"
    case .preparation: "Beredning"
    case .granting: "Beslut"
    case .rejection: "Avslag"
    case .withdrawal: "Återkallelse"
    case .agreement: "Avtal"
    case .report: "Rapport"
    case .acceptance: "Godkänd rapport"
    case .question: "Återsänd rapport"
    }
  }

  /// What a state is called, in a sentence.
  package static func name(of state: Grant.State.Kind) -> String {
    switch state {
    case .applied: "ansökt"
    case .prepared: "berett"
    case .rejected: "avslaget"
    case .withdrawn: "återkallat"
    case .granted: "beviljat"
    case .agreed: "avtalat"
    case .finished: "slutredovisat"
    }
  }

  private static func way(from state: Grant.State.Kind) -> String {
    switch state {
    case .applied: "Nästa steg är beredningen."
    case .prepared: "Nästa steg är styrelsens beslut."
    case .rejected, .withdrawn: "Skriv en ny ansökan om den ska prövas igen."
    case .granted: "Nästa steg är avtalet."
    case .agreed: "Nu återstår rapporterna."
    case .finished: "Det är avslutat; en fortsättning är en ny ansökan."
    }
  }
}
