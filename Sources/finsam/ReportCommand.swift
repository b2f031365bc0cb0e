import ArgumentParser
import Desk
import Foundation
import Report
import Store

/// `finsam report BOOK`: the annual report as web page, archive PDF and data.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Gör årsredovisningen: HTML, PDF och JSON.")

  @Argument(help: "Bokens fil.")
  var book: String

  @OptionGroup var year: YearOption

  @Option(name: .long, help: "Mappen som rapporten skrivs i.")
  var out = "."

  @Option(name: .long, help: "Bara dessa format, skilda av komma: html, pdf, json.")
  var only = "html,pdf,json"

  @Flag(name: .long, help: "Sammanfatta vad som gjordes som JSON.")
  var json = false

  @Flag(name: .customLong("engine-alone"), help: "Kör bara PDF-motorn, för mätning.")
  var engineAlone = false

  func run() throws {
    let world = World.real()
    let formats = only.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    guard !formats.isEmpty, formats.allSatisfy({ ["html", "pdf", "json"].contains($0) }) else {
      throw Failure(.use, "--only tar html, pdf och json, skilda av komma; där stod ”\(only)”.")
    }
    let store = try Store(opening: book)
    let fiscalYear = try year.fiscalYear(in: store)
    let report = try ReportMaking.releasedReport(
      of: store, year: fiscalYear, by: world.actor(nil), at: world.now())
    let written = try ReportFiles.write(
      report, formats: formats, folder: out, store: store, press: world.press, isEngineAlone: engineAlone,
      progress: world.progress)
    if json {
      world.say(
        try Output.json(
          ReportOutput(
            files: written, status: report.status.rawValue, findings: report.findings.map(FindingOutput.init))
        ))
      return
    }
    for line in written { world.say(line) }
    world.say(FindingList.summary(of: report))
    if report.status == .draft { world.say("Se vad som återstår: finsam check \(book) --year \(year.year)") }
  }
}

private struct ReportOutput: Encodable {
  let files: [String]
  let status: String
  let findings: [FindingOutput]
}
