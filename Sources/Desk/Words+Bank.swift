package import Association
import Ledger
import Report

extension Words {
  /// Why something about the bank was not done, and what to do.
  package static func sentence(_ refusal: BankRefusal) -> String {
    switch refusal {
    case .overlaps(let other):
      "Utdraget delar dagar med ett som redan är inläst, \(other.first.text)–\(other.last.text), och raderna skulle räknas "
        + "två gånger. Hämta ett utdrag från banken som börjar dagen efter \(other.last.text), eller slutar före "
        + "\(other.first.text)."
    case .balanceMissing:
      "Filen säger inget saldo. Skriv det utgående saldot från banken, så att avstämningen går att göra."
    case .unknown:
      "Raden finns inte på kontot, eller är redan upplöst. Läs in sidan på nytt och välj bland det som står där."
    case .alreadyMatched:
      "Något av det valda är redan ihopparat. Läs in sidan på nytt, eller lös upp den gamla parningen först."
    case .sumsDiffer(let lines, let rows):
      "Raderna på utdraget är tillsammans \(Numerals.ore(lines)) men de bokförda \(Numerals.ore(rows)). Välj rader som blir "
        + "lika mycket."
    case .nothingChosen: "Inget att para ihop är valt. Kryssa för minst en rad till."
    case .monthNotCovered(let month):
      "Inget kontoutdrag täcker hela \(MonthName.text(month)). Läs in ett utdrag som går till månadens sista dag."
    case .noteMissing(let difference):
      "Bokföringen och banken skiljer \(Numerals.ore(difference)). Skriv vad skillnaden beror på."
    }
  }
}
