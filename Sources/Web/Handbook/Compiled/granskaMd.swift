// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let granskaMd: StaticString = ##"""
# Granska en årsredovisning

`finsam review RAPPORT.pdf` läser en färdig årsredovisning och säger vad som inte stämmer: summor, noter mot räkningar,
kassaflödet, resultatet på alla ställen, procenttal som inte går att få av antalet svar, text som säger annat än
tabellen. Rapporten får komma från vilket förbund som helst. Kör den före underskriften.

- Filen får vara en PDF, en textfil, en webbsida eller rapporten som JSON från finsam. En PDF som är bilder läses med
  textigenkänning; det tar några sekunder per sida.
- Varje anmärkning säger sida och rad, vad som står, vad som räknats fram, skillnaden, vad som kan förklara den och hur
  den troligen rättas. Den säger också hur säker den är.
- `--html granskning.html` skriver rapportens text med anmärkningarna i marginalen.
- `--table nyckeltal.csv` skriver en rad för varje rapport, när du anger flera. Flera rapporter från samma förbund
  jämförs också med varandra.

Ingenting ändras och ingenting skickas. Avrundning i tusental är aldrig en anmärkning. Tal som inte förstås räknas inte
om; de listas.
"""##
}
