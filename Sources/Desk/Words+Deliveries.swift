package import Association
import Ledger

extension Words {
  /// Why a step of a delivery is not taken, and what to do.
  package static func sentence(_ refusal: DeliveryRefusal) -> String {
    switch refusal {
    case .unknown: "Leveransen finns inte i boken. Gå till listan över leveranser och välj en som finns där."
    case .doesNotFollow(let place):
      "Leveransen är \(words(place)), och då går det steget inte att ta. Ladda sidan igen och se var den är."
    case .faulty(let faults): faults.map(\.message).joined(separator: " ")
    case .questionMissing: "Frågan saknas. Skriv den i en mening."
    case .alreadyWaiting(let id):
      "Leverans \(id) gäller några av samma dagar och är inte godkänd än. Rätta den, eller vänta tills den är godkänd."
    case .cannotReplace(let id):
      "Leverans \(id) går inte att rätta: den är av en annan insats eller redan ersatt. Rätta den som gäller nu."
    case .deliveredBefore(let id):
      "De här antalen har lämnats förut, som leverans \(id), och ersatts sedan dess. Om de ska gälla igen: skriv varför i "
        + "anmärkningen."
    case .keyUnknown:
      "Nyckeln som signerat leveransen är inte registrerad för insatsen, eller är spärrad. Förbundet registrerar nycklar "
        + "under Leveranser, Utförarnas nycklar; lämna sedan filen igen. Antalen kan också fyllas i på sidan."
    case .signatureWrong:
      "Signaturen stämmer inte med antalen, så filen har ändrats efter att den signerades. Gör leveransen på nytt."
    case .keyTaken: "Nyckeln är redan registrerad. Varje utförare har en egen nyckel."
    case .keyMalformed:
      "Det är ingen nyckel. Den har 64 tecken, siffror och a till f. Kopiera den ur utförarens program."
    case .keyIncomplete: "Nyckeln ska ha ett namn och minst en insats. Fyll i dem."
    }
  }

  /// `godkänd`.
  package static func words(_ place: DeliveryPlace) -> String {
    switch place {
    case .delivered: "lämnad"
    case .returned: "tillbakaskickad"
    case .accepted: "godkänd"
    case .replaced: "ersatt"
    }
  }

  /// `på sidan`.
  package static func words(_ source: DeliverySource) -> String {
    switch source {
    case .page: "ifylld på sidan"
    case .csv: "CSV-fil"
    case .xlsx: "kalkylblad"
    case .json: "JSON-fil"
    }
  }
}
