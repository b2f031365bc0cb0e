// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let historikMd: StaticString = ##"""
# Se vem som gjort vad

**Historik** har en rad för allt som har hänt med boken: vem, när och vad. Öppna en rad för att se vad som ändrades. Filtrera på vem, vad och ord.

Varje rad är bunden till den före med ett avtryck. **Kontrollera boken** räknar om alltihop och säger om något har ändrats utanför programmet. Historiken kan hämtas som fil.
"""##
}
