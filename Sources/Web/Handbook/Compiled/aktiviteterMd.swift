// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let aktiviteterMd: StaticString = ##"""
# Aktiviteter för strukturerna

Under **Uppföljning** och **Aktiviteter** står det som förbundet gör för strukturerna: konferenser, besök, möten. En aktivitet har en
titel, och om du vill en typ, en dag, hur många som deltog, varför den gjordes, vad den gav och hur den gick.

Skriv in en aktivitet längst ned på sidan. Den står genast i årsredovisningen, i tabellen i kapitlet om strukturinriktade insatser.
Kolumnerna Typ och Dag trycks bara när någon aktivitet har dem. Tryck på en aktivitets namn för att ändra den eller ta bort den;
historiken har kvar det som stod.

Skriv aldrig namn på deltagare. Är deltagarna så få att de kan kännas igen trycks ”färre än 5” i stället för antalet. Två aktiviteter
med samma titel skiljs åt av dagen; utan dag frågar en kontroll om det är samma.
"""##
}
