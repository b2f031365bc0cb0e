// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let arsredovisningMd: StaticString = ##"""
# Skriva årsredovisningen

**Årsredovisning** visar kapitlen i mallens ordning, vilka som är klara och vad som återstår.

## Skriva ett kapitel

Öppna kapitlet. Till vänster skriver du, bredvid ser du hur det blir.

![Ett kapitel](bilder/kapitel.png)

- **Siffror skrivs inte, de hämtas.** Välj i listan över siffror; i texten står då till exempel `{{eget-kapital|tkr}}`, och i rapporten beloppet. Ändras bokföringen ändras meningen.
- **Anmärkningar** från kontrollerna står i marginalen: vad som står, vad som var väntat och vad du kan göra. Det som kan stå kvar besvarar du med ett skäl.
- **Kommentarer** hör till ett kapitel eller en siffra. De kan riktas till en person och avslutas, eller föras vidare till nästa år.
- **Klart**: märk kapitlet som klart. Ändras texten efteråt säger sidan det.

Har någon annan sparat medan du skrev visar sidan båda texterna. Inget går förlorat.

## Börja från i fjol

**Hämta texter från i fjol** visar vilka kapitel som hade text. Det du väljer kopieras; det som redan är skrivet rörs inte. Siffror som skrevs för hand i fjol pekas ut.

## Vad styrelsen såg

Spara en version när styrelsen har sett rapporten. Därefter visar kontoret vad som ändrats sedan dess, kapitel för kapitel.

## Bli klar

**Uppgifter** har beslutsdag, paragraf, diarienummer och undertecknare. Sedan hämtar du rapporten som webbsida, PDF för arkivet eller data.
"""##
}
