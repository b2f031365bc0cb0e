import Association
import Exchange
import Foundation
import Ledger
package import Press
package import Report
package import Store

/// The report's files: `arsredovisning-2022.html`, `.pdf` and `.json`.
package enum ReportFiles {
  /// Writes them in the folder and gives their paths. All are made before any is written, so that files that lie beside
  /// each other say the same; and each is replaced only by one that is whole.
  package static func write(
    _ report: AnnualReport, formats: [String], folder: String, store: Store, press: PDFPress,
    isEngineAlone: Bool = false, progress: (String) -> Void
  ) throws -> [String] {
    let base = URL(fileURLWithPath: folder)
    try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
    // The PDF carries the same bytes that lie beside it.
    let json = formats == ["html"] ? [] : JSONPress.json(of: report)
    let made = try formats.map { format in
      progress("Gör \(format.uppercased()) …")
      defer { progress("") }
      let bytes =
        switch format {
        case "html": HTMLPress.page(report)
        case "json": json
        default: try pdf(of: report, json: json, store: store, press: press, isEngineAlone: isEngineAlone)
        }
      return (name: "arsredovisning-\(report.year.number).\(format)", bytes: bytes)
    }
    return try made.map { file in
      try Data(file.bytes).write(to: base.appendingPathComponent(file.name), options: .atomic)
      return folder == "." ? file.name : folder + "/" + file.name
    }
  }

  /// The report as a validated PDF with its data, balances and ledger inside; `isEngineAlone` for the time of the
  /// engine without them and without the validator.
  package static func pdf(
    of report: AnnualReport, json: [UInt8], store: Store, press: PDFPress, isEngineAlone: Bool = false
  ) throws -> [UInt8] {
    let attachments = isEngineAlone ? [] : try self.attachments(of: report, json: json, store: store)
    return try press.pdf(of: report, attachments: attachments, until: isEngineAlone ? .rendered : .validated)
  }

  /// What travels inside the PDF: the report's data, the balances and the whole ledger of the year.
  private static func attachments(
    of report: AnnualReport, json: [UInt8], store: Store
  ) throws -> [PDFAttachment] {
    guard let source = report.source else { return [] }
    let number = report.year.number
    // The day of the report, not of the run: the same book gives the same bytes.
    let day = report.facts.decision.date ?? report.year.last
    let sie = try Ledgers.sie(of: store, year: report.year, kind: .vouchers, generatedOn: day).value
    return [
      PDFAttachment(
        name: "arsredovisning-\(number).json", mediaType: "application/json",
        description: "Årsredovisningens data: varje siffra med sitt ursprung", relationship: .data,
        bytes: json),
      PDFAttachment(
        name: "saldon-\(number).csv", mediaType: "text/csv", description: "Årets saldon per konto och objekt",
        relationship: .data, bytes: CSVPress.csv(of: source.books)),
      PDFAttachment(
        name: "bokforing-\(number).se", mediaType: "application/octet-stream",
        description: "Årets bokföring som SIE typ 4", relationship: .source, bytes: sie),
    ]
  }
}
