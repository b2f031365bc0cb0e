// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let prognosMd: StaticString = ##"""
# Prognosen

Sidan **Prognos** säger vad året slutar med, medan det går att göra något åt det: vad varje insats har fått, har använt
och väntas använda, och om eget kapital hamnar över det rekommenderade taket. Är det på väg över står det hur mycket som
behöver beviljas eller betalas tillbaka före årets slut.

- **Välj månad** under *Efter*. Verifikationer efter den räknas inte med, så du kan se hur det såg ut i maj.
- **Pröva** ett belopp för en eller flera insatser och tryck *Pröva beloppen*. Ingenting sparas.
- **Utförarens prognos** skrivs längst ned, av utföraren själv (som bara ser sina egna insatser) eller av kansliet.

Samma prognos skrivs i terminalen av `finsam forecast BOK --month 2025-05`, också som JSON.

## Så räknas den

Det som är bokfört är bokfört. Det som återstår räknas så här, post för post:

1. **Utförarens egen prognos** gäller före vår, den senaste som var känd vid månadens slut.
2. **Annars ramen**, sänkt med den del som insatserna lämnade kvar av ramarna året före.
   Av den kommer så stor del som efter samma månad i fjol (*fjolårets takt*). En insats som är ny har takten av alla
   insatser i fjol; en som börjar eller slutar under året drar bara i sina egna månader; utan fjolår är takten jämn.
3. **Rättat med utfallet.** Låt *u* vara det bokförda, *f* det väntade och *r* den del som återstår enligt takten. Den
   första gissningen är *g = u + r·f*, prognosen *u + r·g*. Så väger årets utfall lika tungt som den del av året som
   har gått (Benktanders metod; Ljungman 1976, Benktander 1976).
4. En prognos är aldrig mindre än det bokförda och aldrig mer än ramen, om inte mer än ramen redan är bokfört.
5. **Medlemsbidragen** är de budgeterade. **Övriga kostnader** är det bokförda och, i jämn takt, det som återstår av
   budgeten: löner och hyra kommer varje månad. **Övriga intäkter och finansnetto** är det bokförda och det som återstår
   av budgeten i fjolårets takt. Utan budget räknas fjolårets utfall.
6. **Taket** räknas av prognosens intäkter eller medlemsbidrag, som förbundet har valt, med rekommendationens två steg.

## Hur fel den har haft

200 år gjorda av slumptal: åtta utförare som skickar sina kostnader varje kvartal, en månad sent, och som använder
62–101 % av sin ram. Felet är i utgående eget kapital, i procent av insatsernas kostnad under året. Det medelfel som
två enkla gissningar har står bredvid: att varje ram används helt, och att året fortsätter som det har börjat. Åren är
gjorda, inte verkliga; ett verkligt förbund kan ha större fel, och störst det år då något nytt börjar.

| Vid slutet av månad | Medelfel | Nio av tio år under | ”Hela ramen används” | ”Som hittills” |
|---:|---:|---:|---:|---:|
| 3 | 6,4 % | 13,3 % | 24,6 % | 99,0 % |
| 5 | 4,4 % | 9,3 % | 24,4 % | 52,0 % |
| 8 | 2,4 % | 5,2 % | 24,2 % | 29,9 % |
| 10 | 1,1 % | 2,4 % | 24,0 % | 11,8 % |
"""##
}
