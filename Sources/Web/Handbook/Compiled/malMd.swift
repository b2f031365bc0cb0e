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
- **En andel** eller **ett antal** är minst så stort. Vad som räknas står under Utfall, se nedan.
- **Styrelsen bedömer**: välj själv om målet är uppnått.

**Pröva regeln** visar hur det går utan att spara. **Hämta mål från förra året** tar med målen utan utfall, bedömning och
kommentar.

## Utfall som räknas

Ett utfall är ett antal av ett antal. Procenten räknas av programmet och kan inte skrivas. Välj för varje utfall varifrån antalen kommer:

- **Årets avslutade, efter avslutsorsak**: kryssa i de orsaker som räknas som ett steg. Täljare och nämnare tas ur tabellen `avslut`, som
  byggs av utförarnas leveranser eller skrivs in. Orsakerna trycks i årsredovisningen.
- **En enkätfråga**: de positiva av dem som svarade.
- **En rad i en tabell över antal.**
- **Antalen skrivs här**, efter kön om det är känt. Det som räknas ur årets antal kan inte också skrivas.

Är de som räknas färre än gränsen för små antal blir bedömningen *För få för att säga*.

## Över åren

Ett mål med samma korta namn följs år för år, i en tabell och ett diagram i årsredovisningen. Ändras det som räknas – definitionen,
avslutsorsakerna, enkätens skala – bryts serien, och ingen linje dras över brottet. Skriv under **Varför serien bryts** vad som hände, till
exempel att målet om 60 procent ersattes av ett om steg. En ändrad nivå bryter inte serien.

## Jämförelser

Längst ned på målets sida läggs en andel till från någon annan: rikets samma år, eller förbundets egen för ett år som inte finns i
boken. Skriv den som den är tryckt, med källa, och av hur många om det är känt. Andelen prövas: 98 procent av 31 svar finns inte, och
andelarna för kvinnor och män måste kunna ge den för alla. En omöjlig andel sparas inte; de närmaste möjliga sägs.

## Taket för eget kapital

Under **Kontoret** och **Inställningar** står hur taket räknas: på verksamhetens intäkter eller på medlemsbidragen, med vilka
andelar och vilket trappsteg. Nationella rådets rekommendation från 2013 är 20 procent upp till 7 miljoner kronor och 15 procent av
det som är över. Förbundschefen ändrar; allt som har gällt står kvar med vem och när.
"""##
}
