// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let bankMd: StaticString = ##"""
# Bank och skattekonto

Sidan **Bank och skattekonto** håller bokföringen mot det som banken och Skatteverket säger. Skillnaden visas alltid, rad
för rad, och när en månad är genomgången säger du till om det: vem och när sparas.

## Läsa in ett kontoutdrag

1. Hämta utdraget från internetbanken som **camt.053** (XML) eller **CSV**; för skattekontot som CSV från Skatteverkets
   e-tjänst. Ett utdrag i PDF eller Excel går inte att läsa.
2. Välj kontot i bokföringen, välj filen och tryck *Läs in*. Filen sparas i boken precis som den kom.
3. Säger filen inget saldo skriver du det utgående saldot från banken. Gäller utdraget längre än till sista radens dag,
   skriv den dagen, så att hela månaden räknas som täckt.

Stämmer inte saldona i filen sparas inget, och sidan säger på vilken rad det skiljer. Två utdrag för samma konto får inte
dela dagar, för då skulle rader räknas två gånger. Fattas ett utdrag mellan två sägs det, och skillnaden står för sig.

## Para ihop

- **Hör troligen ihop**: samma belopp med högst tio dagar emellan, en rad som är summan av flera, eller en verifikation
  och dess rättelse. Tryck *Para ihop* för en, eller *Para ihop alla*. Inget bokförs.
- **På utdraget men inte bokfört**: tryck *Bokför*, skriv motkontot, och raden blir en verifikation och paras ihop. På
  samma sida kan du kryssa för det som redan är bokfört på flera verifikationer.
- **Bokfört men inte på utdraget**: pengar på väg, eller något som är fel. Rätta verifikationen om den är fel.
- En parning som blev fel löses upp med ett skäl, under *Ihopparat*.

## Stämma av en månad

Välj månaden och tryck *Månaden är avstämd*. Skiljer saldona måste du skriva varför. Bokförs det senare något i månaden
står det *Ändrat sedan dess* vid den.
"""##
}
