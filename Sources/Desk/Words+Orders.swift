package import Association
import Ledger
import Report

extension Words {
  /// Why an order is not recorded, or what it does not let somebody do: with its version, its limit and the figures.
  package static func sentence(_ refusal: OrderRefusal) -> String {
    switch refusal {
    case .paragraphMissing: "Styrelsens paragraf saknas. Skriv den som § 45."
    case .validBeforeDecided(let decided, let valid):
      "Ordningen skulle gälla från \(valid.text) men beslutades \(decided.text). Ingen ordning gäller före beslutet; välj en "
        + "senare första dag."
    case .notAfter(let name):
      "Den nya versionen måste börja gälla efter den förra (\(version(name))), som gäller från \(name.validFrom.text). Det som redan är "
        + "gjort prövas inte på nytt; välj en senare första dag."
    case .empty: "Ordningen har ingen punkt. Skriv minst en."
    case .pointIncomplete(let place):
      "Punkten på rad \(place) säger inte allt. Fyll i nummer, ärende och vem, eller töm raden."
    case .pointTwice(let first, let second):
      "Raderna \(first) och \(second) är samma punkt. Ta bort den ena, eller ge dem olika innehåll."
    case .limitNotPositive(let place):
      "Beloppet på rad \(place) ska vara större än noll. Lämna det tomt om ingen gräns finns."
    case .accountsBackwards(let place): "Kontona på rad \(place) slutar innan de börjar. Skriv till exempel 5000–5999."
    case .attestMissing(let attest):
      "Ingen punkt säger vem som ger \(words(attest)). Skriv minst en, annars kan ingen faktura attesteras."
    case .undelegable(let number, let word):
      "Punkt \(number) gäller verksamhetens \(word). Ärenden om verksamhetens mål, inriktning, omfattning eller kvalitet får inte "
        + "delegeras (10 § lagen 2003:1210; KL 6:38). Skriv om punkten, eller låt styrelsen besluta."
    case .appealDelegated(let number):
      "Punkt \(number) gäller yttranden över överklagade beslut. De får inte delegeras när beslutet är styrelsens (10 § lagen "
        + "2003:1210; KL 6:38). Ta bort punkten."
    case .nobodyNamed(let name):
      "Attestordningen, \(version(name)), gäller, men ingen inloggad användare står för steget. Gör det i kontoret."
    case .mayNotAttest(let attest, let name):
      "Enligt attestordningen (\(version(name))) får du inte ge \(words(attest)). Be någon som ordningen nämner."
    case .overLimit(let attest, let name, let limit, let amount):
      "Enligt attestordningen (\(version(name))) får du ge \(words(attest)) upp till \(Numerals.ore(limit)), men beloppet är "
        + "\(Numerals.ore(amount)). Be någon som får attestera så mycket."
    case .otherCosts(let attest, let name, let kind):
      "Enligt attestordningen (\(version(name))) får den som gav \(words(attest)) inte attestera \(words(kind)). Ändra konteringen om den är fel, "
        + "eller avvisa och låt rätt person attestera."
    case .samePerson(let attest, let name):
      "Enligt attestordningen (\(version(name))) ges \(words(attest)) av en annan person. Be någon annan."
    case .pointUnknown(let number, let name):
      "Delegationsordningen, \(version(name)), har ingen punkt \(number). Välj en punkt som finns, eller skriv styrelsens paragraf."
    case .noOrder(let day):
      "Ingen delegationsordning gällde den \(day.text). Välj en annan dag, eller skriv styrelsens paragraf."
    case .overDelegation(let number, let name, let limit, let amount):
      "Punkt \(number) i delegationsordningen (\(version(name))) ger rätt att besluta upp till \(Numerals.ore(limit)), men beslutet är på "
        + "\(Numerals.ore(amount)). Låt styrelsen besluta."
    }
  }

  /// Which version: `version 2, beslutad 2025-03-14 § 12`.
  package static func version(_ name: OrderName) -> String {
    "version \(name.version), beslutad \(name.decidedOn.text) \(name.paragraph)"
  }

  /// What each attest is called.
  package static func words(_ attest: Attest) -> String {
    switch attest {
    case .reception: "mottagningsattest"
    case .decision: "beslutsattest"
    case .payment: "utbetalning"
    }
  }

  private static func words(_ kind: CostKind) -> String {
    let parts = [
      kind.account.map { "konto \($0.text)" } ?? "", kind.insatsID.map { "insats \($0)" } ?? "",
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? "den kostnaden" : "kostnader på " + parts.joined(separator: ", ")
  }

  /// Why something of the internal control is not recorded, and what to do.
  package static func sentence(_ refusal: ControlRefusal) -> String {
    switch refusal {
    case .wordsMissing: "Risk, kontroll och ansvarig ska alla vara ifyllda."
    case .gradeOutside: "Sannolikhet och konsekvens sätts från 1 till 4."
    case .dueOutside(let day, let year):
      "Dagen \(day.text) ligger utanför \(year) och de tre månaderna efter. Välj en dag då kontrollen är gjord före årsredovisningen."
    case .paragraphMissing: "Styrelsens paragraf saknas. Skriv den som § 45."
    case .decidedLate(let day, let year):
      "Planen för \(year) beslutades \(day.text), efter årets början. Planen för intern kontroll beslutas före det år den gäller, så "
        + "att styrelsen har kontroll hela året (KL 6:6) och revisorerna kan pröva den (KL 12:1). Skriv varför den kom sent; det trycks "
        + "i årsredovisningen."
    case .nothingProposed(let year): "Det finns inget förslag för \(year) att besluta. Skriv kontrollerna först."
    case .notDecided(let year): "Planen för \(year) är inte beslutad. För in styrelsens beslut först."
    case .deviationUnexplained: "En avvikelse ska säga vad som var fel och vad som görs åt det. Fyll i båda."
    case .unknown(let number): "Planen har ingen kontroll \(number). Läs in sidan på nytt och välj en som finns."
    case .dayAhead(let day): "Dagen \(day.text) har inte varit än. Välj en dag till och med i dag."
    case .decidedBefore(let day): "Planen som gäller beslutades \(day.text), efter den dagen. Välj en senare dag."
    }
  }

  /// Why something of the plan for documents is not recorded, and what to do.
  package static func sentence(_ refusal: RetentionRefusal) -> String {
    switch refusal {
    case .empty: "Planen har ingen handlingstyp. Skriv minst en."
    case .kindIncomplete(let place):
      "Raden \(place) säger inte allt. Fyll i handlingstyp, var den förvaras och grunden."
    case .kindTwice(let title): "\(title) står två gånger. Ta bort den ena raden."
    case .yearsNotPositive(let title): "\(title): antalet år ska vara minst ett. Skriv bevaras om den aldrig förstörs."
    case .accountingTooShort(let title, let years):
      "\(title) är räkenskapsinformation, som bevaras i sju år efter utgången av det kalenderår då räkenskapsåret avslutades (LKBR "
        + "3:13). \(years) år är för kort."
    case .kindUnknown(let title): "\(title) står inte i planen som gäller. Välj en handlingstyp i listan."
    case .decisionMissing: "Inget förstörs utan beslut. Skriv beslutets dag och paragraf."
    case .wordsMissing: "Skriv vem som förstörde handlingarna och hur."
    case .beforeDecision(let decided, let day):
      "Handlingarna sägs vara förstörda \(day.text), före beslutet \(decided.text). Kontrollera dagarna."
    case .preserved(let title): "\(title) bevaras enligt planen och får inte förstöras."
    case .accountingKept(let title, let lastYear, let until):
      "\(title) är räkenskapsinformation. Det som hör till \(lastYear) bevaras till och med \(until), sju år efter utgången av det "
        + "kalenderår då räkenskapsåret avslutades (LKBR 3:13–14), och ett beslut att förstöra det kan tas först därefter."
    case .tooEarly(let title, let lastYear, let until):
      "\(title) från \(lastYear) ska enligt planen finnas kvar till och med \(until). Vänta till året efter."
    case .dayAhead(let day): "Dagen \(day.text) har inte varit än. Välj en dag till och med i dag."
    case .noPlan(let day): "Ingen dokumenthanteringsplan gällde den \(day.text). För in den beslutade planen först."
    }
  }
}
