// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let loggaInMd: StaticString = ##"""
# Logga in, lösenord och tvåfaktor

## Första gången

Den som startar kontoret (`finsam serve`) får en länk i terminalen. Öppna den, skriv ditt namn, din e-postadress och ett lösenord, och tryck **Spara och logga in**.
Länken gäller en gång. Du blir förbundschef i kontoret och bjuder in de andra.

Den som är inbjuden får en länk i ett brev, eller av förbundschefen, och gör på samma sätt.

![Inloggningssidan](bilder/logga-in.png)

## Lösenord

Ett lösenord har minst tolv tecken. Några vanliga ord efter varandra är lätta att minnas och svåra att gissa. Du byter det under **Mitt konto**: tryck på ditt
namn högst upp. När du byter loggas alla dina andra inloggningar ut.

Har du glömt det, tryck **Glömt lösenordet** på inloggningssidan. Skickar kontoret brev får du en länk; annars ger förbundschefen dig en ny.

Efter fem felaktiga försök får du vänta en stund. Sidan säger hur länge.

## Tvåfaktor

Slå på tvåfaktor under **Mitt konto**. Läs in bilden med en autentiseringsapp i telefonen, skriv koden som appen visar, och spara de tio reservkoderna på
papper. Från och med då frågar kontoret efter en kod när du loggar in. Har du tappat telefonen skriver du en reservkod i stället; var och en gäller en gång.

## Var du är inloggad

**Mitt konto** visar varje webbläsare som är inloggad som du. Avsluta en du inte känner igen, och byt lösenord.
"""##
}
