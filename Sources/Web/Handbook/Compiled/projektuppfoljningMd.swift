// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let projektuppfoljningMd: StaticString = ##"""
# Projektuppföljning: noten som lever

Sidan **Projektuppföljning** är samma tabell som noten i årsredovisningen, för vilken period som helst.

| Kolumn | Vad den säger |
|---|---|
| Beviljat | årets ram enligt styrelsens beslut |
| Avropat | begärt och bokfört i perioden |
| Upplupet | skulder samverkansinsatser som uppkommit i perioden och inte är reglerade |
| Utfall | avropat och upplupet: periodens kostnad enligt bokföringen |
| Kvar | ramen minus det som använts från årets början till periodens slut |
| Prognos | vad hela året väntas kosta, enligt sidan Prognos |
| Kvar enligt prognos | ramen minus prognosen |

En insats med en ram för varje mottagare har en rad för var och en. Delar flera mottagare en ram står de under den, utan egen ram.

**Avstämningen** under tabellen visar konto för konto att utfallet är det som bokföringen har. Rader som är bokförda utan insats står på en egen
rad, *Utan insats*, och göms aldrig. Varje belopp är en länk nedåt. Har en ram överskridits står det överst, och om någon har sagt varför.

Bilden visar det använda mot ramarna månad för månad, med siffrorna i tabellen under den.
"""##
}
