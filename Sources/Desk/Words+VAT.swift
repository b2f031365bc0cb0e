package import Association
import Ledger

extension Words {
  /// Why something about compensated VAT was not done, and what to do.
  package static func sentence(_ refusal: VATRefusal) -> String {
    switch refusal {
    case .nothingToClaim(let period):
      "Det finns ingen moms kvar att söka för \(period.text). Kontrollera perioden, eller bokför momsen först."
    case .tooLate(let period):
      "Ansökan för \(period.text) skulle ha kommit in senast \(period.deadline.text), och ersättningen är därför noll kronor. "
        + "Boka momsen som kostnad i stället (lag 2005:807)."
    case .tooEarly(let period):
      "Perioden \(period.text) är inte slut den dagen. Sök dagen efter \(period.last.last.text) eller senare."
    case .unknown: "Ansökan finns inte, eller är tillbakatagen. Gå till sidan Moms och välj bland dem som står där."
    case .alreadyCredited: "Ansökan är redan krediterad. Rätta verifikationen om den är fel."
    case .noSuchCredit:
      "Verifikationen har ingen rad i kredit på kontot för sökt moms, eller raden hör till en annan ansökan. Välj en annan."
    }
  }
}
