import ArgumentParser
import Association
import Desk
import Ledger
import Report
import Store

/// `finsam check BOOK`: what the checks find in the year's report, or an answer to one of them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Kontrollerar årsredovisningen, eller besvarar en anmärkning.")

  @Argument(help: "Bokens fil.")
  var book: String

  @OptionGroup var year: YearOption

  @Flag(name: .long, help: "Skriv anmärkningarna som JSON.")
  var json = false

  @Option(name: .long, help: "Besvara anmärkningen med den här koden.")
  var answer: String?

  @Option(name: .long, help: "Anmärkningens plats, som den visas.")
  var place: String?

  @Option(name: .long, help: "Varför den får stå.")
  var because: String?

  @Option(name: .long, help: "Vem som svarar.")
  var by: String?

  func run() throws {
    let world = World.real()
    let store = try Store(opening: book)
    let fiscalYear = try year.fiscalYear(in: store)
    let report = try ReportMaking.report(of: store, year: fiscalYear)
    if let answer {
      try record(answer, to: report, in: store, world: world)
      return
    }
    if json {
      world.say(try Output.json(report.findings.map(FindingOutput.init)))
    } else {
      for line in FindingList.lines(of: report) { world.say(line) }
    }
    guard report.findings.allSatisfy({ $0.answer != nil || $0.severity == .note }) else { throw Failure(.findings) }
  }

  private func record(_ code: String, to report: AnnualReport, in store: Store, world: World) throws {
    guard let place, let because else {
      throw Failure(.use, "Ett svar behöver platsen och skälet: --answer \(code) --place \"…\" --because \"…\".")
    }
    guard report.findings.contains(where: { $0.code == code && $0.place == place }) else {
      throw Failure(.input, "Det finns ingen anmärkning \(code) på platsen ”\(place)”. Se finsam check utan --answer.")
    }
    try Words.checkText(because, called: "--because")
    let actor = try world.actor(by)
    try store.answer(
      FindingAnswer(
        year: report.year.number, code: code, place: place, reason: because, by: actor.name, on: world.today()),
      by: actor, at: world.now())
    world.say("Anmärkningen \(code) på \(place) är besvarad.")
  }
}

/// A finding as other programs read it.
struct FindingOutput: Encodable {
  let code: String
  let severity: String
  let place: String
  let stated: String
  let expected: String
  let difference: String
  let message: String
  let answer: String?

  init(_ finding: Finding) {
    code = finding.code
    severity = finding.severity.rawValue
    place = finding.place
    stated = finding.stated
    expected = finding.expected
    difference = finding.difference
    message = finding.message
    answer = finding.answer?.reason
  }
}

/// Findings as a person reads them in a terminal.
enum FindingList {
  static func lines(of report: AnnualReport) -> [String] {
    guard !report.findings.isEmpty else { return ["Kontrollerna har inget att anmärka."] }
    let lines = report.findings.flatMap { finding -> [String] in
      let grade =
        switch finding.severity {
        case .error: "fel"
        case .warning: "varning"
        case .note: "upplysning"
        }
      let file = file(of: finding, year: report.year.number).map { " Det ändras i \($0) i förbundsmappen." } ?? ""
      let head = "\(finding.place): \(grade): \(finding.message)\(file) [\(finding.code)]"
      return finding.answer.map { [head, "    Besvarad \($0.on.text) av \($0.by): \(onOneLine($0.reason))"] } ?? [head]
    }
    return lines + ["", summary(of: report)]
  }

  /// Where in the association folder what is missing is told; nil where nothing is missing there.
  private static func file(of finding: Finding, year: Int) -> String? {
    switch finding.code {
    case "obligatoriskt-kapitel-saknar-text":
      finding.place.split(separator: "/").last?.split(separator: ":").first.map { "texter/\(year)/\($0).md" }
    case "budget-saknas": "budget/\(year).yaml"
    case "medlemmar-saknas": "medlemmar.yaml"
    case "revisor-per-part", "underskrift-saknas": "rapport/\(year).yaml"
    default: nil
    }
  }

  /// A reason as it may have been written in a file, on one line.
  private static func onOneLine(_ words: String) -> String {
    words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// One sentence on how many there are of each, and what it makes of the report.
  static func summary(of report: AnnualReport) -> String {
    let open = report.findings.filter { $0.answer == nil }
    let words: [(Diagnostic.Severity, one: String, many: String)] = [
      (.error, "fel", "fel"), (.warning, "varning", "varningar"), (.note, "upplysning", "upplysningar"),
    ]
    let counts = words.map { severity, one, many in
      Words.count(open.count { $0.severity == severity }, one, many)
    }
    let answered = Words.count(report.findings.count - open.count, "besvarad", "besvarade")
    let status = report.status == .draft ? "Rapporten är ett utkast." : "Inget fel står obesvarat: rapporten är färdig."
    return "\(counts.joined(separator: ", ")), \(answered). \(status)"
  }
}
