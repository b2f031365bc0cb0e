// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let leveranserMd: StaticString = ##"""
# Leveranser: antal deltagare från utförarna

En utförare lämnar antal, aldrig personer. Under **Leveranser** står vad som saknas, vad som är sent, vad som väntar och vad som gäller.

## Lämna (utföraren)

Välj **Lämna** vid din insats. Fyll i perioden och flödet: **ingående + nya − avslutade = pågående**, för kvinnor, män och ej angivet. Det
som inte är räknat lämnas tomt; ingen är 0. Kommun, ålder, remittent, utbildning, tid med försörjning och avslutsanledning öppnas var för
sig. Raderna i en uppdelning ska ge hela antalet.

- **Bortfall.** Saknas någon, till exempel 7 vars samtycke kom för sent, skriv hur många, i vilken uppdelning och varför.
- **Räknas i en annan insats också.** Skriv hur många du vet. De tas bort när unika personer räknas.
- **Räkna samman** visar summor och fel utan att lämna något. Allt du skrivit står kvar.
- **Fil i stället.** Hämta en CSV-fil eller ett kalkylblad med insatsens rader, fyll i och skicka. Är något fel står rad och kolumn, och
  inget sparas. En JSON-fil ur `finsam counter` går lika bra.

Samma antal två gånger blir en leverans. Nya antal för samma dagar rättar den förra.

## Godkänna eller fråga (kansliet)

Öppna leveransen. Antalen visas som de lämnades, också små; det är arbetsmaterial. **Godkänn**, eller skicka tillbaka med en fråga som
utföraren svarar på med en ny leverans. Skiljer ingående från det som var pågående förra perioden måste utföraren ha skrivit varför.

En godkänd leverans ändras inte. Den rättas med en ny, och den gamla gäller tills den nya är godkänd. Har styrelsen fått se siffrorna
(en sparad version av årsredovisningen) märks den gamla **ändrad efter att styrelsen såg den**.

## Avslutsanledningar

Utförarna har egna listor. Under **Avslutsanledningar** säger du vilken gemensam anledning var och en är. Innan dess kan leveransen inte
godkännas.

## Utförarnas nycklar

En leverans ur `finsam counter` är signerad. Under **Utförarnas nycklar** registrerar du verksamhetens publika nyckel och vilka insatser
den gäller. En nyckel som spärras godtas inte längre; det den har signerat står kvar.

## Var antalen hamnar

De godkända leveranserna blir tabeller i årsredovisningen: `flode` och `flode-<insats>`, `kommun`, `alder`, `remittent`, `utbildning`,
`forsorjningstid`, `avslut`, `unika` och `bortfall`. De skrivs inte för hand; en egen tabell med samma namn får stå tillbaka. Små antal skyddas där.
Öppna en siffra i årsredovisningen, så leder den ned till leveransen.

En kommun eller remittent blir en rad om utförarna har samma kortnamn eller samma namn på den; stora och små bokstäver spelar ingen roll.
Heter den olika, som *Regionen* hos den ena och *Region Blekinge* hos den andra, blir det två rader: be utföraren byta namn under **Val i
listan** i sin räknelista.
"""##
}
