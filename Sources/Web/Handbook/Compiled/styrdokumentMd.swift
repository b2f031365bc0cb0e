// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let styrdokumentMd: StaticString = ##"""
# Styrdokument: vad som gäller i dag

Under **Styrdokument** står förbundsordningen, arbetsordningen, attestordningen och de andra dokumenten som styr förbundet: vilken version som
gäller, vilket beslut den vilar på, och när den ska ses över. Det som inte finns i boken än står under tabellen.

- **Lägg in ett dokument**: text, fil eller båda. Skriv beslutets dag och paragraf och från vilken dag det gäller. Avtal behöver inget beslut.
- **Ny version** på dokumentets sida. De äldre står kvar att läsa. En version som börjar gälla senare väntar till sin dag.
- **Översyn utan ändring** noterar att någon har gått igenom dokumentet, och nästa dag. När dagen har gått står det på startsidan.
- **Gäller inte längre** avslutar dokumentet; det står kvar längst ned.

För förbundsordningen skriver du var de arton punkterna i 9 § finsamlagen står. Sidan säger vilka som saknas.

Förbundschefen väljer om ett dokument visas på [den öppna sidan](oppna-sidan.md).
"""##
}
