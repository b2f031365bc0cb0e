// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let attGoraMd: StaticString = ##"""
# Att göra: startsidan och årshjulet

Startsidan svarar på frågan *vad behöver jag göra nu?* Det någon har frågat dig och det du själv har påbörjat står först, sedan det som är försenat och det
som är på väg. Det som är äldre än ett år är hopfällt. Den som bara läser ser i stället **På gång i förbundet**, med frågor och årsredovisningen först.

![Startsidan](bilder/att-gora.png)

- **Årshjulet** har årets hållpunkter: samråd och budget, årsredovisning, moms, och vad lagen säger om var och en. En dag som förbundet har beslutat går före den vanliga.
  *Försenat* är det som lagen eller ett beslut har en dag för; *passerat* är det vars dag bara är den brukliga.
- **Årsredovisningen** visar hur många delar som är klara och leder dit arbetet återstår.
- **Ekonomin** visar årets resultat, likvida medel och det egna kapitalet mot taket. Varje belopp är en länk till kontona bakom det.
- **Senast** är det som hänt sist i boken.
"""##
}
