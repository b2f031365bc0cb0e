import ArgumentParser
import Desk
import Foundation
import Press
import Report
import Statements
import Store

/// `finsam statistics BOOK --year Y`: the year's statistics, as they may be told.
struct StatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics",
    abstract: "Visar årets statistik över deltagare, enkäter, mål och aktiviteter, med små antal skyddade.")

  @Argument(help: "Bokens fil.")
  var book: String

  @Option(name: .long, help: "Kalenderåret, till exempel 2025.")
  var year: Int

  @Flag(name: .long, help: "Skriv statistiken som JSON, enligt docs/reference/statistics.schema.json.")
  var json = false

  @Option(name: .long, help: "Skriv statistikbilagan som webbsida i den filen.")
  var html: String?

  @Option(name: .long, help: "Skriv statistikbilagan som arkiv-PDF i den filen.")
  var pdf: String?

  @Option(name: .long, help: "Skriv antal och andelar som CSV i den filen.")
  var csv: String?

  func run() throws {
    let world = World.real()
    let store = try Store(opening: book)
    let years = try StatisticsMaking.years(of: store)
    guard years.contains(year),
      let statistics = try StatisticsMaking.released(of: store, year: year, by: world.actor(nil), at: world.now())
    else {
      let known = years.map { String($0) }.joined(separator: ", ")
      throw Failure(
        .input,
        years.isEmpty
          ? "Boken har inga uppgifter om deltagare ännu. Läs in en förbundsmapp med finsam import, eller ta emot en leverans."
          : "Boken har ingenting räknat för \(year). Den har \(known).")
    }
    let files: [(StatisticsMaking.FileKind, String)] = [(.html, html), (.pdf, pdf), (.csv, csv)].compactMap {
      kind, path in path.map { (kind, $0) }
    }
    // All are made before any is written, so that files that lie beside each other say the same.
    let made = try files.map { kind, path in
      world.progress("Gör \(kind.rawValue.uppercased()) …")
      defer { world.progress("") }
      return (path: path, bytes: try StatisticsMaking.file(kind, of: statistics, press: world.press))
    }
    for file in made { try Data(file.bytes).write(to: URL(fileURLWithPath: file.path), options: .atomic) }
    if json {
      FileHandle.standardOutput.write(Data(StatisticsPress.json(of: statistics)))
    } else if made.isEmpty {
      world.say(StatisticsCommand.text(statistics))
    } else {
      for file in made { world.say(file.path) }
    }
  }

  /// The statistics in a terminal.
  private static func text(_ statistics: Statistics) -> String {
    var lines = ["Statistik \(statistics.year), \(statistics.associationName)", ""]
    for chapter in statistics.document.chapters {
      for block in chapter.blocks {
        switch block {
        case .table(let table):
          lines.append(TerminalTable.text(table))
          if !table.remark.isEmpty { lines.append(table.remark) }
          lines.append("")
        case .paragraph(let inlines) where chapter.id == "om":
          lines.append(inlines.plainText)
          lines.append("")
        default: break
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
