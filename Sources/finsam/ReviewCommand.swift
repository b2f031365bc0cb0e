import ArgumentParser
import Desk
import Foundation
import Press
import Review

/// `finsam review REPORT…`: reads published annual reports and says what does not agree.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Granskar publicerade årsredovisningar: läser dem och säger vad som inte stämmer.")

  @Argument(help: "Rapporternas filer: PDF, text, webbsida eller finsams egen JSON.")
  var reports: [String]

  @Flag(name: .long, help: "Skriv anmärkningar och lästa tal som JSON.")
  var json = false

  @Option(name: .long, help: "Skriv en webbsida med rapportens text och anmärkningarna i marginalen hit.")
  var html: String?

  @Option(name: .long, help: "Skriv nyckeltal för alla rapporter hit, som CSV eller, om namnet slutar på .json, JSON.")
  var table: String?

  @Option(
    name: .customLong("take-into"), help: "Visa vad som kan tas ur rapporten in i den här boken som historik.")
  var takeInto: String?

  @Option(name: .long, help: "Ta in det: namnen som visas, med komma mellan, eller allt som boken inte har.")
  var take: String?

  @Option(name: .long, help: "Vem som tar in det.")
  var by: String?

  func run() throws {
    let world = World.real()
    guard html == nil || reports.count == 1 else { throw Failure(.use, "--html gäller en rapport i taget.") }
    if let takeInto {
      guard reports.count == 1, !json, html == nil, table == nil else {
        throw Failure(.use, "--take-into gäller en rapport i taget och skriver inget annat.")
      }
      return try HistoryOfReport(path: reports[0], book: takeInto, take: take, by: by).run(world)
    }
    guard take == nil else { throw Failure(.use, "--take hör till --take-into BOK.") }
    var read: [(source: String, review: Review)] = []
    var problems: [String] = []
    for (index, path) in reports.enumerated() {
      if reports.count > 1 { world.progress("Läser \(index + 1) av \(reports.count): \(path)") }
      do {
        read.append((path, Review(of: try ReportText.read(path: path))))
      } catch let obstacle {
        problems.append("\(path): \(obstacle.sentence)")
      }
    }
    if reports.count > 1 { world.progress("") }
    let across = Review.acrossYears(read.map(\.review))
    try write(read, across, to: world)
    for problem in problems { world.complain(problem) }
    guard problems.isEmpty else { throw Failure(.input) }
    guard read.allSatisfy(\.review.findings.isEmpty), across.allSatisfy(\.isEmpty) else { throw Failure(.findings) }
  }

  private func write(_ read: [(source: String, review: Review)], _ across: [[Finding]], to world: World) throws {
    if let html, let first = read.first {
      try ReviewCommand.write(
        Data(
          ReviewPress.html(
            first.review, acrossYears: across[0], checkedAgainst: first.review.checkedAgainst(), source: first.source)),
        to: html)
    }
    if let table {
      let rows = zip(read, across).map {
        (source: $0.source, review: $0.review, findingCount: $0.review.findings.count + $1.count)
      }
      let bytes =
        table.hasSuffix(".json") ? ReviewPress.tableJSON(rows).line + [10] : Array(ReviewPress.table(rows).utf8)
      try ReviewCommand.write(Data(bytes), to: table)
    }
    if json {
      let values = zip(read, across).map { ReviewPress.json($0.review, source: $0.source, acrossYears: $1) }
      let bytes = reports.count == 1 ? values.first?.line ?? [] : JSON.array(values).line
      world.say(String(decoding: bytes, as: UTF8.self))
      return
    }
    for (index, one) in read.enumerated() {
      if index > 0 { world.say("") }
      for line in ReviewPress.lines(one.review, acrossYears: across[index], source: one.source) { world.say(line) }
    }
  }

  private static func write(_ data: Data, to path: String) throws {
    do { try data.write(to: URL(fileURLWithPath: path)) } catch {
      throw Failure(.file, "Filen \(path) gick inte att skriva.")
    }
  }
}
