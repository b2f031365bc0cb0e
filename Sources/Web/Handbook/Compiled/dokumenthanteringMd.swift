// Written by script/embed from docs/handbok. Do not edit.
// swift-format-ignore-file

extension HandbookFiles {
  static let dokumenthanteringMd: StaticString = ##"""
# Dokumenthantering och gallring

Under **Hissen och styrelsen** och **Dokumenthantering** står vilka handlingar förbundet har, var de förvaras, hur länge och på vilken
grund. Förbundschefen för in planen så som styrelsen har beslutat den; en ny version ersätter den från sin första dag.

Åren räknas efter utgången av det kalenderår som handlingen hör till. Räkenskapsinformation bevaras i minst sju år (LKBR 3:13), så
planen kan inte ange färre, och inget kan antecknas som förstört tidigare.

När något har förstörts antecknas det: handlingstyp, till och med vilket år, beslutets dag och paragraf, när, av vem och hur. Det
som ska bevaras, eller vars tid inte är ute, tas inte emot. Skriv funktioner och pärmnummer, aldrig namn.

Planen gäller papper, filer och system utanför boken. Det som står i boken tas aldrig bort.
"""##
}
