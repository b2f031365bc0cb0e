// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let enkaterMd: StaticString = ##"""
# Enkäter

Sidan **Enkäter** håller enkäter till deltagare, insatspersonal, chefer, styrelse och remittenter. De är anonyma: varje svar
räknas in för sig, och ingen kan se vem som har svarat vad.

1. **Välj formulär.** Fyra egna följer med: deltagare som avslutar, deltagare som pågår, personal, och samverkan på en skala
   från 1 till 7. De kan användas som de är, ändras i en ny version, eller bytas mot egna. Varje fråga har sin skala och sin
   gräns för vad som räknas som positivt.
2. **Öppna enkäten** (Ny enkät): år, insats, hur många som tillfrågas, svarsdagar och minsta gruppen (5 om inget annat sägs).
   Samma kortnamn varje år gör att åren kan jämföras.
3. **Gör koder.** En kod gäller för ett svar. Bladet som visas skrivs ut och klipps isär: varje lapp har en QR-kod, en kod att
   skriva för hand på `/svara` och sista dagen. Koderna sparas inte och visas bara en gång. Dela ut dem så att ingen vet vem
   som fick vilken, till exempel ur en hög.
4. **Svar på papper** skrivs in på sidan *Svar på papper*: ett tal för varje fråga, Tabb till nästa, Enter sparar.
5. **Stäng enkäten** när den är klar. Då räknas resultatet in i årsredovisningen, med svarsfrekvens, antal svar vid varje
   procent och skydd av små antal. Har färre än minsta gruppen svarat visas inget, och det som skrevs i fritext tas bort oläst.
6. **Läs fritextsvaren.** Inget visas för andra förrän någon har släppt det. Personnummer går inte att skicka in; det som kan
   vara namn, telefonnummer eller e-post är markerat. Ta bort det som kan kännas igen.

Medan enkäten är öppen visas inga svar, bara hur många de är. Den som tittade före och efter ett svar skulle annars se det.

**Jämför över år** visar varje fråga år för år. Ändras frågans ord, skalan eller gränsen bryts serien, och det står varför.
Resultaten finns i texter som `{{enkat.<kortnamn>.<fråga>}}`, och tabellen som `enkat-<kortnamn>`.

## NNS frågor

Frågorna i NNS indikatorer är NNS egna och följer inte med. Ett förbund som har avtal läser in dem på **Formulär** ur en egen
fil. En fil innehåller ett formulär, i YAML (eller JSON, med samma nycklar):

```yaml
enkät: deltagare-avslut
rubrik: Till dig som avslutar
målgrupp: deltagare-avslut
inledning: Du svarar anonymt.
källa: Vems frågorna är
frågor:
  - id: exempel
    fråga: Här står frågan, ordagrant.
    skala: sex-steg
    steg: [Steg ett, Steg två, Steg tre, Steg fyra, Steg fem, Steg sex]
    positivt-från: 5
  - id: mer
    fråga: Vill du säga något mer?
    skala: fritext
```

| Nyckel | Kan vara |
|---|---|
| `målgrupp` | `deltagare-pagaende`, `deltagare-avslut`, `insatspersonal`, `chefer`, `styrelse`, `remittenter` |
| `skala` | `sex-steg`, `frekvens` (aldrig till alltid), `1-7`, `ja-nej`, `egen` (2 till 11 steg), `fritext` |
| `steg` | stegens ord, lägst först; för `1-7` räcker orden vid de två ändarna. Utelämnas för skalans vanliga |
| `positivt-från` | stegets nummer; utelämnas för det vanliga: 5 av sex steg, 4 för frekvens, 5 av sju, ja |

Kön frågas alltid sist i enkäter till deltagare, frivilligt, och ska inte stå bland frågorna.
"""##
}
