// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let grupperMd: StaticString = ##"""
# Grupper och deras möten

Under **Hissen och styrelsen** och **Grupper** står de grupper där parterna möts mellan styrelsens möten: lokala samverkansgrupper,
beredningsgruppen, regionala forum, konsultationsteam, nätverk och styrgrupper.

## Lägga in en grupp

Välj **Ny grupp**. En lokal samverkansgrupp får sin kommun. Skriv vilka som sitter i gruppen, med namn, funktion eller båda, och vilken
part var och en kommer från. Den som slutar får en sista dag; då finns det kvar vem som satt när. En grupp som upphör får också en
sista dag och tas inte bort.

Gruppens sida säger vilken av de fyra parterna som saknas bland ledamöterna.

## Föra in ett möte

Öppna gruppen och välj **För in ett möte**. Skriv dagen, kryssa för dem som var med och skriv gäster för sig. Ett möte förs in när det
har hållits.

Var alla fyra parter med, Försäkringskassan, Arbetsförmedlingen, regionen och kommunen, märks mötet *alla fyra parter*. Annars säger
sidan vem som saknades. En gäst räknas för sin part. I en lokal samverkansgrupp är det gruppens egen kommun som ska vara med.

Anteckningarna kan ha rubriker och listor. Skriv aldrig något om en deltagare; ett personnummer tas inte emot.

## Rätta ett möte

Det som har förts in ändras inte. **Rätta mötet** gör ett nytt som pekar tillbaka på det gamla med sitt skäl, och **Ta bort mötet** säger
varför det aldrig borde ha förts in. Historiken har kvar allt.

## Konsultationsärenden

Skriv ärendena under **Progression och ärenden** med konsultationsteamets namn som team. Då står de på teamets sida, period för period.

## I årsredovisningen

Årets möten står i kapitlet om strukturinriktade insatser: hur många möten varje grupp har haft, och hur många av dem med alla fyra
parter. Utan möten trycks ingen tabell.

Läs vidare: [FINSAM-planer](finsamplaner.md).
"""##
}
