// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let styrelsenMd: StaticString = ##"""
# Styrelsen: platser, möten och beslut

Under **Styrelsen** står vem som sitter i styrelsen, mötena, besluten och det som andra beslutat på styrelsens vägnar. Ledamöterna läser
sina handlingar där, också i telefonen.

## Platserna

Varje medlem har minst en ledamot och en ersättare, och ersättarna är lika många som ledamöterna (lag 2003:1210 § 10). Sidan säger i ord vad
som fattas, med paragrafen. En ny plats får den vanliga mandattiden, fyra år från 1 april året efter valet (§ 13). Den som lämnar i förtid
får en sista dag; platsen tas aldrig bort, för möten har hållits med den. Skriv användarens e-post på platsen, så vet programmet vem som
sitter på den när personen loggar in.

## Ett möte, steg för steg

1. **Planera.** Under **Möten** och **Nytt möte** skriver du dag, tid och plats. Får ledamöterna delta på distans krävs styrelsens beslut, och
   i vilken utsträckning (§ 19 a). Mötet som fastställer budgeten är offentligt (§ 19).
2. **Dagordning.** Ändra siffran för att flytta en punkt. Varje punkt har bakgrund, förslag till beslut, föredragande och handlingar.
3. **Kallelse.** Skriv ut den, skicka den, och notera dagen.
4. **Öppna.** Kryssa för vilka som är där, vilka ersättare som tjänstgör och för vem, och vem som leder mötet. Paragraferna löper vidare genom
   året; börjar du mitt i ett år skriver du den första själv.
5. **Mötesrummet.** Varje punkt visar hur många som tjänstgör. Fler än hälften av ledamöterna måste göra det, annars går inget att besluta
   (KL 6:27). Den som är jävig får inte vara där när punkten behandlas och räknas inte (KL 6:28–30); en ersättare kan tjänstgöra vid just den
   punkten. För in beslutet med förslag, propositionsordning, omröstning och utfall. Vid lika röster avgör ordföranden, vid val lotten
   (KL 5:56). Reservationer antecknas innan mötet avslutas (KL 4:27).
6. **Avsluta.** Välj justerare och vem som för protokollet först, i närvaron.

Blev ett beslut fel infört? Stryk paragrafen med ett skäl medan mötet är öppet, rätta, och för in den igen med samma nummer. Historiken har
kvar det strukna.

## Budgeten

En punkt av slaget **Budget** kan beslutas först när samrådet med medlemmarna är noterat på budgetens sida, och bara på ett offentligt möte
(§§ 19, 21, 23).

## Beslut som annat pekar på

Varje beslut har en sida som visar vad i boken som vilar på det: budget, ramar, bidrag, årsredovisning, hinder, avvikelser, ordningar och styrdokument. Där du skriver dag och paragraf, till
exempel för ett beviljat belopp, föreslås de införda besluten. Är mötet infört och paragrafen inte finns säger programmet det.

## Delegationsbeslut

För in dem när de fattas: dag, vem, enligt vilken punkt i delegationsordningen, och vad. De som väntar står under punkten om delegationsbeslut
på nästa möte, och är anmälda när den punkten fått sin paragraf (§ 10).

## Arvoden och årsredovisning

På sidan Arvoden hämtar du vilka som var på ett möte. Antalet möten i årsredovisningen är de möten som hållits i boken; en skriven siffra som
är en annan ger en anmärkning.
"""##
}
