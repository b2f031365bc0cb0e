import Foundation
import Synchronization

/// The manual's page of faults, `docs/reference/errors.md`, made from the recorded examples.
public enum ErrorReference {
  /// Codes whose input a test makes, and why it is not kept as a file. The page says so.
  public static let inputsMade: [String: String] = [
    "bank-storlek": "Exemplet är en fil på mer än tjugo miljoner byte.",
    "budgetfil-rader": "Exemplet är en fil med mer än fyrahundra rader.",
    "budgetfil-storlek": "Exemplet är en fil på mer än fyra miljoner byte.",
    "budgetfil-text": "Exemplet är en text på mer än fem hundra byte.",
    "xlsx-celler": "Exemplet är ett kalkylblad med mer än hundra tusen celler.",
    "xlsx-storlek": "Exemplet är ett kalkylblad på mer än åtta miljoner byte.",
    "xlsx-trasig": "Exemplet är ett kalkylblad som saknar sitt blad.",
    "xml-antal": "Exemplet är en fil med en miljon element.",
    "xml-djup": "Exemplet är en fil med element i hundra nivåer.",
    "xml-storlek": "Exemplet är en fil på mer än tjugo miljoner byte.",
    "lista-rader": "Exemplet är en fil med mer än två tusen rader.",
    "lista-storlek": "Exemplet är en fil på mer än en miljon byte.",
    "leverans-cell-text": "Exemplet är en anmärkning på mer än tusen byte.",
    "leverans-rader": "Exemplet är en leverans med mer än tre hundra rader av en grund.",
    "leverans-storlek": "Exemplet är en fil på mer än en miljon byte.",
    "mapp-dubbel-fil": "En mapp på disk kan inte ha samma fil två gånger, men ett arkiv kan.",
    "mapp-for-manga-fel": "Exemplet är en fil med tusen fel.",
    "mapp-storlek": "Exemplet är en fil på mer än en miljon tecken.",
    "sie-rad-for-lang": "Exemplet är en rad på mer än en miljon tecken.",
    "text-langd": "Exemplet är en text på mer än hundra sidor.",
  ]

  /// Codes without an example, and why. The page says so.
  public static let withoutExample: [String: String] = [
    "mapp-bilaga-utan-verifikation":
      "Sägs av `finsam import` när en bilagas namn pekar på en verifikation som inte finns i bokföringsfilerna. Exempel "
      + "saknas, för det behövs en hel mapp med bokföring."
  ]

  /// Whether examples and pages are to be recorded anew.
  public static var isBlessing: Bool { ProcessInfo.processInfo.environment["FINSAM_BLESS"] == "1" }

  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let folder = root.appendingPathComponent("Tests/Golden/errors")
  private static let file = root.appendingPathComponent("docs/reference/errors.md")

  /// Tests of several rooms record examples at the same time: the one that is done last must print the page last.
  private static let pageLock = Mutex(())

  /// The page as it lies in the manual, after `FINSAM_BLESS=1` has written it, and as the examples make it.
  public static func page() throws -> (written: String, made: String) {
    try pageLock.withLock { _ in
      let made = try madePage()
      if isBlessing { try Data(made.utf8).write(to: file, options: .atomic) }
      return (try String(contentsOf: file, encoding: .utf8), made)
    }
  }

  /// Every code of a fault in the input that stands in the sources. Checks of a finished report have a page of their own.
  public static func codesInSources() throws -> Set<String> {
    var codes: Set<String> = []
    let sources = root.appendingPathComponent("Sources")
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path).sorted() {
      let isOfPage = ["Exchange/", "Report/", "finsam/"].contains { path.hasPrefix($0) }
      guard isOfPage, path.hasSuffix(".swift"), !path.hasPrefix("Report/Checks/") else { continue }
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      let code =
        /"((?:sie|csv|mapp|text|budgetfil|xlsx|bank|faktura|xml|leverans|lista)-[a-z0-9-]*[a-z0-9]|enkat-fil|personnummer)"/
      codes.formUnion(text.matches(of: code).map { String($0.output.1) })
    }
    return codes
  }

  private static func madePage() throws -> String {
    var text = """
      # Felmeddelanden

      Allt som finsam säger om det ni lämnar in: SIE-filer, saldolistor, föreningsmappen, texterna, kontoutdragen, e-fakturorna och leveranserna. Varje meddelande
      har ett namn inom hakparenteser sist på raden, och här står det under sitt namn. Det börjar med fil, rad och
      kolumn, och under det visas raden med ett `^` under stället.

      - **Fel**: inget sparas förrän det är rättat.
      - **Varning**: det är läst, men titta på det.
      - **Upplysning**: bra att veta; det hindrar ingenting.

      Vad som granskas i den färdiga rapporten står i [kontrollerna](kontroller.md). Sidan görs av exemplen i
      `Tests/Golden/errors`.

      """
    for (title, prefixes) in groups {
      text += "\n## \(title)\n"
      if prefixes.contains("sie-") { text += "\n\(headRemark)" }
      let examples = ErrorExample.all(startingWith: prefixes).map(\.code)
      let missing = withoutExample.keys.filter { code in prefixes.contains { code.hasPrefix($0) } }
      for code in (examples + missing).sorted() { text += "\n" + (try section(of: ErrorExample(code: code))) }
    }
    return text
  }

  private static let groups: [(title: String, prefixes: [String])] = [
    ("SIE", ["sie-"]), ("CSV", ["csv-"]), ("Föreningsmappen", ["mapp-", "personnummer"]), ("Texter", ["text-"]),
    ("Budgetens filer", ["budgetfil-", "xlsx-"]),
    ("Kontoutdrag", ["bank-"]), ("E-fakturor", ["faktura-"]), ("XML", ["xml-"]), ("Enkätformulär", ["enkat-"]),
    ("Progression, ärenden och våldsscreening", ["lista-"]),
    ("Leveranser", ["leverans-"]),
  ]

  private static func section(of example: ErrorExample) throws -> String {
    let head = "### `\(example.code)`\n\n"
    if let why = withoutExample[example.code] { return head + why + "\n" }
    let told = try example.recordedLines().lazy.compactMap { ErrorMessage($0, code: example.code) }.first
    guard let told else { return head + "Exemplet ger inte det här meddelandet.\n" }
    return head + "**\(told.severity)**\n\n> \(told.escapedMessage)\n\n"
      + (try inputsMade[example.code].map { "\($0)\n" } ?? excerpt(of: example, at: told))
  }

  /// The file that the message points to, or the first one; of a long file twelve lines around the place.
  private static func excerpt(of example: ErrorExample, at told: ErrorMessage) throws -> String {
    let files = try example.files()
    guard let file = files.first(where: { $0.path == told.file }) ?? files.first else { return "Exemplet saknas.\n" }
    guard !file.bytes.isEmpty else { return "`\(file.path)` är tom.\n" }
    var lines = InputText.text(of: file.bytes).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let first = lines.starts(with: usualHead) && lines.count > usualHead.count ? usualHead.count : 0
    let last = lines.count
    let end = told.line > 0 ? min(last, max(first + lineCountMax, told.line + lineCountMax / 2)) : last
    let start = max(first, end - lineCountMax)
    let shown = (start > 0 ? ["…"] : []) + lines[start..<end] + (end < last ? ["…"] : [])
    return "`\(file.path)`:\n\n```text\n\(shown.joined(separator: "\n"))\n```\n"
  }

  /// What most SIE examples begin with; shown once, so that each shows what it is about.
  private static let usualHead = [
    "#FLAGGA 0", "#PROGRAM \"Exempel\" 1", "#FORMAT PC8", "#GEN 20260115", "#SIETYP 4", "#FNAMN \"Förbundet\"",
  ]

  private static var headRemark: String {
    "Där ett exempel börjar med … står de här raderna först i filen:\n\n```text\n"
      + usualHead.joined(separator: "\n") + "\n```\n"
  }

  /// Longer than this an example is no longer read.
  private static let lineCountMax = 12
}
