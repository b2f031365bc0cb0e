import ArgumentParser
import Desk
import Exchange
import Foundation
import Ledger
import Press
import Report
import Store

/// `finsam demo`: a whole example, from an association folder to a finished annual report, and a summary of it.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Gör ett helt exempel, från bokföring till årsredovisning.")

  @Option(name: .long, help: "Mappen som exemplet läggs i.")
  var out = "demo"

  func run() throws {
    let world = World.real()
    let folder = URL(fileURLWithPath: out)
    let book = folder.appendingPathComponent("blekinge-2022.finsam").path
    guard !FileManager.default.fileExists(atPath: book) else {
      throw Failure(
        .file, "Det finns redan ett exempel i \(out). Ta bort mappen, eller ange en annan med --out.")
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    world.say("1. Förbundsmappen läggs i \(out)/forbundsmapp")
    let example = folder.appendingPathComponent("forbundsmapp")
    for file in try DemoFiles.all() {
      let target = example.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: target)
    }
    world.say("2. Boken görs av mappen: \(book)")
    let outcome = try FolderImport(
      files: FolderOnDisk.files(below: example.path), book: book, by: world.actor(nil), at: world.now(),
      progress: world.progress
    ).run()
    guard !outcome.hasErrors else { throw Failure(.fault, outcome.diagnostics.map(\.text).joined(separator: "\n")) }
    let vouchers = Words.count(outcome.vouchers, "verifikation", "verifikationer")
    world.say("   \(vouchers), \(Words.count(outcome.transactions, "rad", "rader"))")

    world.say("3. Årsredovisningen skrivs")
    let store = try Store(opening: book)
    try store.markPractice(by: world.actor(nil), at: world.now())
    guard let year = try store.fiscalYears().last else { throw Failure(.fault, "Exemplet har inget räkenskapsår.") }
    let report = try ReportMaking.releasedReport(of: store, year: year, by: world.actor(nil), at: world.now())
    let files = try ReportFiles.write(
      report, formats: ["html", "pdf", "json"], folder: out, store: store, press: world.press,
      progress: world.progress)
    for line in summary(of: report, files: files) { world.say(line) }
  }

  private func summary(of report: AnnualReport, files: [String]) -> [String] {
    let names = [
      "verksamhetens-intakter", "verksamhetens-kostnader", "arets-resultat", "eget-kapital", "soliditet",
      "arets-kassaflode", "balanskravsresultat", "ej-utnyttjat",
    ]
    let figures = names.compactMap { name in
      report.figures[name].map { "   \($0.title): \($0.figure.printed)" }
    }
    return ["", "\(report.associationName), \(report.year.number)"] + figures + ["", FindingList.summary(of: report)]
      + ["", "Öppna rapporten:"] + files.map { "   \($0)" }
  }
}
