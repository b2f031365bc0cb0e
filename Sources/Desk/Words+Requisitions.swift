package import Association
import Ledger
import Report

extension Words {
  /// Why a step of a requisition is not taken, and what to do.
  package static func sentence(_ refusal: RequisitionRefusal) -> String {
    switch refusal {
    case .receiverMissing:
      "Insatsen eller mottagaren saknas. Välj vilken insats det gäller och vem som ska få pengarna."
    case .periodBackwards: "Perioden slutar innan den börjar. Byt plats på månaderna."
    case .periodOutsideYear(let year):
      "Perioden ligger utanför \(year), vars ram pengarna tas ur. Välj månader i \(year), eller gör en rekvisition per år."
    case .amountNotPositive: "Beloppet ska vara större än noll. Skriv vad som kostat; lämna en tom rad tom."
    case .costsDiffer(let amount, let costs):
      "Beloppet är \(Numerals.ore(amount)) men raderna ger \(Numerals.ore(costs)): \(Numerals.ore(amount - costs)) skiljer. "
        + "Rätta en rad, eller lämna beloppet tomt så räknas det ut."
    case .vatTooLarge: "Momsen är större än hela beloppet. Kontrollera den."
    case .overUnexplained(let over, let left):
      "Av ramen är \(Numerals.ore(left)) kvar, så det här går \(Numerals.ore(over)) över. Minska beloppet, eller skriv varför "
        + "ramen överskrids."
    case .unknown: "Rekvisitionen finns inte i boken. Gå till listan över rekvisitioner och välj en som finns där."
    case .doesNotFollow(let place):
      "Rekvisitionen är \(words(place)), och då går det steget inte att ta. Ladda sidan igen och se var den är."
    case .ownRequisition:
      "Den som begärt pengarna får inte attestera själv. Be någon annan med rätt att attestera."
    case .reasonMissing: "Skälet saknas. Skriv det i en mening."
    case .frameExceeded(let over, let year):
      "Kostnaden går \(Numerals.ore(over)) över ramen för \(year). Skriv varför den ändå bokförs; det sparas som ett "
        + "överskridande."
    case .bookedTooEarly(let year):
      "Rekvisitionen tas ur ramen för \(year) och kan inte bokföras före det året. Välj en dag i \(year) eller senare."
    case .accrualTooSmall(let left):
      "Av det upplupna är \(Numerals.ore(left)) kvar. Välj ett belopp som ryms."
    case .nothingToAccrue:
      "Det finns inget att periodisera: inga årsbesked över det bokförda och inga rekvisitioner som väntar."
    }
  }

  /// Where a requisition is: `begärd`, `betald`.
  package static func words(_ place: RequisitionPlace) -> String {
    switch place {
    case .requested: "begärd"
    case .returned: "återsänd med en fråga"
    case .attested: "attesterad"
    case .booked: "bokförd"
    case .paid: "betald"
    case .withdrawn: "återtagen"
    }
  }
}
