import Association
import Ledger

extension Check {
  static let textDropped = Check(
    code: "text-faller-bort", .error,
    question: "Trycks allt som står i förbundets texter?",
    reason: "Text till ett okänt kapitel, bilder, HTML och tabeller som inte finns skulle annars falla bort i tysthet.",
    mend: "Rätta textens namn eller raden i den, så att ingenting faller bort.",
    slips: { report in
      // A name that no figure has is printed as a gap, of which `saknad-siffra` speaks.
      report.textDiagnostics.filter { $0.code != "text-namn" }.map { diagnostic in
        Slip(
          at: diagnostic.reportPlace, stated: diagnostic.excerpt.isEmpty ? "något som inte trycks" : diagnostic.excerpt,
          expected: "text som trycks", severity: diagnostic.severity, diagnostic.message)
      }
    },
    spoil: { report in
      let year = report.year.number
      report.alterAssociation { association in
        association.texts.append(ReportText(year: year, chapterID: "hendelser", markdown: "Nytt år."))
        association.texts.append(
          ReportText(year: year, chapterID: "handelser", markdown: "![Invigning](bild.png)\n\n[[tabell: finns-inte]]"))
      }
    })
}

extension Diagnostic {
  /// Where in the report: the text and its line, as other findings write them.
  fileprivate var reportPlace: String { place.line > 0 ? "\(place.file):\(place.line)" : place.file }
}
