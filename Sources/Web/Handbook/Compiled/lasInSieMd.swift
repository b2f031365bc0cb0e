// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let lasInSieMd: StaticString = ##"""
# Läsa in en SIE-fil

1. Öppna **Inläsningar**, välj filen (eller dra den dit) och tryck **Granska filen**. Inget lagras än.
2. Granskningen visar vad filen innehåller, vad som inte kan läsas och varför (med rad, regel och vad du kan göra), vad som skiljer i kontoplanen, och om något
   redan är inläst. **Sex summor** står bredvid varandra: stäm av dem mot redovisningsbyråns papper.
3. Tryck **Läs in**. Hela filen läses in, eller inget av den.

![Granskningen av en SIE-fil](bilder/las-in-sie.png)

Är filen stor visas hur långt inläsningen har kommit. Kvittot visar vad som lästes in och har originalfilen, byte för byte.

## Ångra

Blev det fel fil? Öppna inläsningen i listan, skriv ett skäl och tryck **Ångra inläsningen**. Allt den bokförde ångras på en gång, och samma fil kan läsas in igen. Har något
byggts ovanpå (en verifikation är rättad, en månad är stängd, ett bokslut är gjort) säger sidan vad som först måste göras.

## Ut igen

Längst ned på sidan hämtar du ett år som SIE, eller hela boken som en förbundsmapp.
"""##
}
