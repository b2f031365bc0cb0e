import Desk
import HTTPTypes
import Ledger
import Press
import Report

/// The report as a file: PDF, web page, data.
enum MakeReportFile {
  static func show(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    let types = ["pdf": "application/pdf", "html": "text/html; charset=utf-8", "json": "application/json"]
    guard let type = types[place.second], let report = try await asked.workbench(place.first)?.report else {
      return .notFound
    }
    // What leaves is in the register first; where something else has left since, the report is made again.
    guard try ReportMaking.release(report, of: asked.store, by: asked.actor, at: asked.now) else {
      return try await show(asked, place)
    }
    let (store, press, kind) = (asked.store, asked.office.press, place.second)
    let bytes: [UInt8]
    do {
      bytes = try await LongWork.run {
        switch kind {
        case "html": HTMLPress.page(report)
        case "json": JSONPress.json(of: report)
        default: try ReportFiles.pdf(of: report, json: JSONPress.json(of: report), store: store, press: press)
        }
      }
    } catch let failure as PDFPress.Failure {
      return refused(failure.sentence, asked, place.first)
    }
    return .file(FileAnswer(bytes: bytes, name: "arsredovisning-\(place.first).\(kind)", mediaType: type))
  }

  /// What stood in the way, in words: beside the link where the script asks, else on a page.
  private static func refused(_ words: String, _ asked: Asked, _ year: Int) -> Answer {
    if asked.isScript { return .piece(.text(words), status: .unprocessableContent) }
    let main =
      tag("p", [.class("faults")], .text(words))
      + tag("p", tag("a", [.href(.path(Addresses.report.path(year)))], .text("Tillbaka till årsredovisningen")))
    return .page(
      Page(title: "PDF-filen kunde inte göras", section: .report, trail: ReportWords.trail(year), main: main),
      status: .unprocessableContent)
  }
}
