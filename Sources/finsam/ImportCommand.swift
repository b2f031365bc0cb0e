import ArgumentParser
import Association
import Desk
import Exchange
import Foundation
import Ledger
import Report
import Store

/// `finsam import PATH --book BOOK`: a SIE file, a balance list or an association folder, all of it or nothing.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Läser in en SIE-fil, en CSV-fil med saldon eller en förbundsmapp.")

  @Argument(help: "Filen eller mappen som läses in.")
  var path: String

  @Option(name: .long, help: "Boken. En förbundsmapp gör boken om den inte finns.")
  var book: String

  @Flag(name: .customLong("dry-run"), help: "Visa vad som skulle läsas in, utan att lagra något.")
  var isDryRun = false

  @Flag(name: .long, help: "Skriv antal och anmärkningar som JSON.")
  var json = false

  @Option(name: .long, help: "Räkenskapsåret, för en CSV-fil med saldon.")
  var year: Int?

  @Option(name: .long, help: "Vem som läser in; står i historiken.")
  var by: String?

  func run() throws {
    let world = World.real()
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.file, "\(path) finns inte. Kontrollera namnet.")
    }
    let outcome =
      isFolder.boolValue
      ? try FolderImport(
        files: FolderOnDisk.files(below: path), book: book, by: world.actor(by), at: world.now(), isDryRun: isDryRun,
        progress: world.progress
      ).run()
      : try importFile(world)
    try tell(outcome, world: world)
  }

  private func importFile(_ world: World) throws -> ImportOutcome {
    let file = FileImport(
      source: .file(path: path), name: URL(fileURLWithPath: path).lastPathComponent, year: year,
      progress: { world.progress($0?.words ?? "") })
    let form = try file.form()
    // A file that is no SIE file is told so before the book is opened.
    if let form, form.kind != .sie { return try file.look(form: form) }
    if isDryRun, let form, !FileManager.default.fileExists(atPath: book) { return try file.look(form: form) }
    let store = try Store(opening: book)
    do {
      return try file.run(form: form, in: store, by: world.actor(by), at: world.now(), isDryRun: isDryRun)
    } catch {
      // Another program is answered in one form, whatever the answer; and who asks what a file holds is told so, also
      // when the book would not take it.
      guard json || isDryRun, let failure = Words.failure(for: error), failure.kind == .input else { throw error }
      var outcome = try form.map { try file.look(form: $0) } ?? ImportOutcome()
      outcome.refusal = failure
      return outcome
    }
  }

  private func tell(_ outcome: ImportOutcome, world: World) throws {
    let isStored = !isDryRun && !outcome.hasErrors
    if json {
      world.say(try Output.json(ImportAnswer(outcome, isStored: isStored)))
    } else {
      for diagnostic in outcome.diagnostics { world.complain(diagnostic.text) }
      for name in outcome.known { world.say("\(name) är redan inläst och har lämnats.") }
      for line in counts(of: outcome) { world.say(line) }
      if let refusal = outcome.refusal { throw refusal }
      world.say(ending(outcome))
    }
    guard !outcome.hasErrors else { throw Failure(.input) }
  }

  private func counts(of outcome: ImportOutcome) -> [String] {
    // A folder may hold nothing new of the ledger.
    guard outcome.accounts + outcome.vouchers + outcome.transactions > 0 else { return [] }
    let counts = [
      Words.count(outcome.accounts, "konto", "konton"),
      Words.count(outcome.vouchers, "verifikation", "verifikationer"),
      Words.count(outcome.transactions, "rad", "rader"),
      "debet \(Numerals.ore(Money(ore: outcome.sumDebitOre)))",
    ]
    let unbalanced = outcome.unbalanced == 0 ? [] : ["\(outcome.unbalanced) i obalans"]
    return [(counts + unbalanced).joined(separator: ", ") + "."]
  }

  private func ending(_ outcome: ImportOutcome) -> String {
    if outcome.hasErrors {
      let count = outcome.diagnostics.filter { $0.severity == .error }.count
      return "Inget har lagrats: \(count) fel. Rätta dem och läs in igen."
    }
    return isDryRun ? "Inget har lagrats: det här visar bara vad som skulle läsas in." : "Inläst i \(book)."
  }
}
