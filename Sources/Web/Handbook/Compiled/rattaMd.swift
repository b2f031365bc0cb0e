// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let rattaMd: StaticString = ##"""
# Rätta en verifikation

Inget som bokförts kan ändras eller tas bort. Öppna verifikationen, tryck **Rätta**, skriv varför och välj en dag i en öppen månad.
Rättelsen säger att den är upprättad den dag den görs, vilken dag den än dateras.

![Rätta en verifikation](bilder/ratta.png)

- **Vänd** gör en ny verifikation med samma rader på andra sidan, så att de två tar ut varandra.
- **Vänd och gör en ny** öppnar dessutom ett utkast med de gamla raderna, som du ändrar och bokför.

De två verifikationerna pekar på varandra för alltid, med skälet, vem och när.
"""##
}
