// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let diariumMd: StaticString = ##"""
# Diariet: registrera handlingar och hitta dem igen

Förbundet är en myndighet. Det som kommer in, skickas ut eller upprättas registreras utan dröjsmål, om det inte är uppenbart av liten betydelse.
Under **Hissen och styrelsen** och **Diarium** står registret år för år.

## Registrera

1. Tryck på **Registrera en handling**. Formuläret går lika bra i telefonen: fotografera brevet under Handlingar.
2. Välj om handlingen kom in, skickades eller upprättades här, dagen, avsändaren eller mottagaren, och skriv kort vad det gäller. Registret ska
   kunna visas, så skriv inget hemligt där.
3. Kan handlingen vara hemlig: välj paragrafen under **Sekretessmarkering**. Markeringen är en påminnelse; sekretessen prövas varje gång någon
   begär ut handlingen.
4. Under **Fler uppgifter** kopplar du till en insats, ett beslut, en medlem, en verifikation eller en annan post.

Posten får nästa nummer, till exempel FS 2026/12. Numren har inga luckor. Förbundschefen väljer bokstäverna längst ned på sidan Diarium.

## Ändra

Inget tas bort. **Ändra med skäl** på postens sida ändrar vad det gäller, parten, sekretessmarkeringen eller om raden visas öppet, och avslutar
eller öppnar posten. Det som stod förut, vem som ändrade och varför står kvar. Handlingar och kopplingar läggs till under **Lägg till**.

## Vem ser vad

Kansliet och revisorerna ser allt. Andra som är inloggade ser av en sekretessmarkerad post bara numret, dagen och att den är markerad; de hittar den
inte genom ord, och dess handlingar öppnas inte.

## Söka

Skriv ord i vilken form som helst: *ansökningar* hittar *ansökan*. Ett nummer, till exempel FS 2025/12, leder rätt från vilket år som helst, och från
sökrutan med Ctrl+K. **Hämta som CSV** ger årets register som fil.

## Filer som inte tas emot

Program, makron, webbsidor, arkiv och filer som inte är det de heter tas inte emot, här eller någon annanstans. Sidan säger varför och vad du gör i
stället: oftast att be om handlingen som PDF. Filnamn med personnummer döper du om först.
"""##
}
