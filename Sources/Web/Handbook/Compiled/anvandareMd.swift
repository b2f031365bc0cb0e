// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let anvandareMd: StaticString = ##"""
# Bjuda in användare och välja roller

Bara förbundschefen ändrar användare. Öppna **Användare** i menyn och tryck **Bjud in någon**. Skriv namn och e-postadress och välj roll.

- **Förbundschef**: allt, även användare och inställningar.
- **Ekonom**: bokföringen, inläsningar och årsredovisningen.
- **Utförare**: ser sina egna insatser och inget annat.
- **Styrelseledamot**: läser allt och kommenterar.
- **Revisor**: läser allt, även historiken, och skriver bara frågor.
- **Läsare**: läser bokföringen och årsredovisningen.

Exakt vilken sida varje roll når står i [tabellen över roller](../reference/roller.md).

Skickar kontoret brev får den inbjudna en länk. Annars visas länken en gång, så att du kan kopiera den och ge den vidare. Den gäller i sju dagar.

På en användares sida byter du roll, ger en ny länk, slår av tvåfaktor för den som tappat sin telefon, och avslutar inloggningar. Den som slutar tar du ur bruk:
namnet står kvar i historiken, men ingen kan logga in med det. Kontoret har alltid minst en förbundschef.
"""##
}
