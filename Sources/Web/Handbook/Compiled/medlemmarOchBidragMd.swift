// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let medlemmarOchBidragMd: StaticString = ##"""
# Medlemmar och bidrag

Under **Pengar → Medlemmar och bidrag** finns medlemmarna och vad var och en betalar: från fördelningsnyckeln till den
betalda fakturan. Allt du gör sparas med vem och när, och inget tas bort.

## Medlemmarna

*Lägg till medlem* tar namn, slag och ett kortnamn. Kortnamnet är medlemmens nummer i bokföringens dimension Part, så
det ändras inte sedan. En medlem tas aldrig bort: den **lämnar på en dag**, och det som är bokfört på den står kvar.

Kommer eller lämnar någon mitt i året, gör en ny fördelningsnyckel från den dagen. Då delas året på dagarna: varje nyckel
delar sina dagars del av det hela. Sidan säger till när en nyckel ger en del åt någon som har lämnat, eller ingen del åt
någon som har kommit.

## Fördelningsnyckeln

Staten betalar hälften, regionerna en fjärdedel och kommunerna en fjärdedel (5 § lagen 2003:1210). Försäkringskassan
betalar också Arbetsförmedlingens del. En kommun utanför region betalar hälften (5 a §): lämna regionen tom.

Kommunerna delar efter **överenskomna delar** (40, 20, 20, 10, 10) eller efter **antal invånare**. Invånarna sparas så
som du skrev dem, med år och källa. Välj vad bidragen avrundas till och vem som bär avrundningen; väljer du *Ingen*
debiteras inte det som avrundningen lämnar.

## Årets bidrag

1. Öppna **Medlemsbidrag** för året. Skriv statens belopp, eller det hela, och tryck *Räkna*. Inget är sparat än.
2. Under tabellen står **lagens delar**: vad staten, regionerna och kommunerna betalar och vad som skiljer. Programmet
   ändrar inget för att få det att gå jämnt ut.
3. Välj helår, halvår eller kvartal, skriv beslutet och tryck *Fastställ*.

Så länge ingen faktura är utfärdad kan bidragen fastställas på nytt. Därefter krediteras fakturorna först.

## Fakturorna

Fyll först i **Faktureringsuppgifter** (bankgiro, betalningstid, första fakturanummer) och medlemmarnas uppgifter:
organisationsnummer, adress och den referens som fakturan ska märkas med. Skriv aldrig ett personnamn som referens.

*Utfärda* gör en faktura per medlem för den del av året som står på tur. Numren följer utan luckor. Varje faktura

- bokförs: medlemmens kundfordran i debet, bidraget i kredit. Utfärdas den före årets första dag blir den en
  **förutbetald intäkt**;
- blir en **e-faktura** (Peppol BIS Billing 3), som först prövas mot reglerna. Saknas något utfärdas ingen, och sidan
  säger vad som saknas för vem;
- blir en **tillgänglig PDF**, med e-fakturan inuti.

Filerna sparas byte för byte. Programmet skickar dem inte: hämta XML-filen på fakturans sida och lägg den i den tjänst
som förbundet skickar e-fakturor genom, eller skicka PDF-filen till den som tar emot sådan.

**Vid årsskiftet** föreslår sidan hur de förutbetalda bidragen blir årets intäkter. Öppna det nya räkenskapsåret och
tryck *Bokför*.

## Betalt och obetalt

På fakturans sida står det som är bokfört på medlemmens kundfordran och inte är avprickat: tryck *Pricka av*. Är
betalningen inte bokförd än, skriv dagen och beloppet, så bokförs den mot banken. Rättas verifikationen räknas
betalningen inte längre. Förfallna fakturor är märkta, och står på startsidan.

**Blev något fel?** En utfärdad faktura ändras inte. *Kreditera fakturan* tar tillbaka hela beloppet med en kreditfaktura,
med skälet på; sedan kan medlemmen faktureras på nytt. Är den redan betald säger sidan hur mycket som ska betalas
tillbaka.
"""##
}
