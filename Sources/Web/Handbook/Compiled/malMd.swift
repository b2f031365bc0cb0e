// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let malMd: StaticString = ##"""
# Målen och taket

## Årets mål

Under **Pengar** och **Mål** står årets mål: de finansiella, de för deltagarna och de för strukturerna. Varje mål har en regel, och
bedömningen följer av den: ändras en siffra i bokföringen ändras utfallet här och i årsredovisningen.

- **En siffra mot en annan**: till exempel `eget-kapital` högst `eget-kapital-tak`. Siffrorna har samma namn som i
  årsredovisningens texter, och varje belopp leder ned till konton och verifikationer.
- **En andel** eller **ett antal** är minst så stort. Det som räknas lämnas in med förbundsmappen; här visas det.
- **Styrelsen bedömer**: välj själv om målet är uppnått.

**Pröva regeln** visar hur det går utan att spara. **Hämta mål från förra året** tar med målen utan utfall, bedömning och
kommentar.

## Taket för eget kapital

Under **Kontoret** och **Inställningar** står hur taket räknas: på verksamhetens intäkter eller på medlemsbidragen, med vilka
andelar och vilket trappsteg. Nationella rådets rekommendation från 2013 är 20 procent upp till 7 miljoner kronor och 15 procent av
det som är över. Förbundschefen ändrar; allt som har gällt står kvar med vem och när.
"""##
}
