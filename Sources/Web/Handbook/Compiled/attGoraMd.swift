// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let attGoraMd: StaticString = ##"""
# Att göra: startsidan och årshjulet

Startsidan svarar på frågan *vad behöver jag göra nu?* Det någon har frågat dig och det du själv har påbörjat står först, sedan det som är försenat och det
som är på väg. Det som är äldre än ett år är hopfällt. Den som bara läser ser i stället **På gång i förbundet**, med frågor och årsredovisningen först.

![Startsidan](bilder/att-gora.png)

- **Väntar på dig** är det som någon annan väntar på: en rekvisition att attestera, en faktura, en ansökan, en rapport att läsa, en leverans att godkänna. Det som har
  väntat mer än två veckor är märkt.
- **Årshjulet** har årets hållpunkter: samråd och budget, årsredovisning, moms, och vad lagen säger om var och en. En dag som förbundet har beslutat går före den vanliga.
  *Försenat* är det som lagen eller ett beslut har en dag för; *passerat* är det vars dag bara är den brukliga.
  I hjulet står också styrelsens möten och när de ska kallas, avtal som går ut, mandat i styrelsen, enkäter som öppnar och stänger, fakturor och rapporter: i bilden som små prickar utanför ringen.
- **Årsredovisningen** visar hur många delar som är klara och leder dit arbetet återstår.
- **Ekonomin** visar årets resultat, likvida medel och det egna kapitalet mot taket. Varje belopp är en länk till kontona bakom det.
- **Senast** är det som hänt sist i boken.

## Veckobrevet

En gång i veckan kommer ett brev med det som just du har att göra: vad, senast när och en länk. Det som ligger längre fram än två veckor räknas bara. Har du inget
att göra kommer inget brev, och det någon har skrivit till dig står aldrig i brevet, bara att det väntar.

På **Mitt konto** väljer du vilken veckodag det kommer, eller stänger av det; den som inte har valt får det på måndagar. Kontoret skickar från klockan sju. Går ett brev
inte att skicka prövas det igen, högst tre gånger i veckan. Breven kräver att kontoret kan skicka e-post (inställningarna `sendmail` och `avsandare`).
"""##
}
