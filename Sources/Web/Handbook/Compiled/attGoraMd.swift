// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let attGoraMd: StaticString = ##"""
# Att göra: startsidan och årshjulet

Startsidan svarar på frågan *vad behöver jag göra nu?* Det som är försenat står först, sedan det som är på väg.

![Startsidan](bilder/att-gora.png)

- **Årshjulet** har årets hållpunkter: samråd och budget, årsredovisning, moms, och vad lagen säger om var och en. En dag som förbundet har beslutat går före den vanliga.
- **Årsredovisningen** visar hur många delar som är klara och leder dit arbetet återstår.
- **Ekonomin** visar årets resultat, likvida medel och det egna kapitalet mot taket. Varje belopp är en länk till kontona bakom det.
- **Senast** är det som hänt sist i boken.
"""##
}
