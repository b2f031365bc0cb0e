// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let internKontrollMd: StaticString = ##"""
# Intern kontroll

Under **Hissen och styrelsen** och **Intern kontroll** står årets plan: vad som kan gå fel, hur troligt och hur illa det är (1–4 var,
och riskvärdet är dem gånger varandra), vad som kontrolleras, hur ofta, av vem och senast när.

1. **Skriv förslaget.** Hämta förra årets kontroller med ett tryck, eller skriv dem en och en. Förslaget kan ändras fritt.
2. **Beslutet.** Förbundschefen för in styrelsens dag och paragraf. Planen beslutas före det år den gäller. Togs beslutet efter årets
   början krävs ett skäl; planen märks och skälet trycks i årsredovisningen.
3. **Resultaten.** Tryck på en kontroll och skriv vad den visade: utan avvikelse, eller en avvikelse med åtgärd. Resultat läggs till
   och ändras aldrig. En kontroll vars dag har passerat utan resultat står på startsidan.
4. **Ändra under året.** En ändring hamnar i ett nytt förslag och gäller när styrelsen har beslutat det. Resultaten följer med
   kontrollens nummer.

Tabellen och en mening om utfallet trycks i årsredovisningens kapitel om styrning och uppföljning. Skriv funktioner, aldrig namn på
deltagare.
"""##
}
