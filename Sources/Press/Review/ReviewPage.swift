public import Review

extension ReviewPress {
  /// The report's text with the findings in the margin, as one file.
  public static func html(
    _ review: Review, acrossYears: [Finding] = [], checkedAgainst: [Int: [Int]] = [:], source: String
  ) -> [UInt8] {
    let title = title(review, source: source)
    let shell = PageShell(title: title, running: .init(left: title, right: "", foot: source))
    return shell.page(
      header: tag(
        "header", [.class("cover")], tag("h1", .text(title)), tag("p", .text(summary(review, acrossYears)))),
      navigation: .empty,
      main: body(review, acrossYears: acrossYears, checkedAgainst: checkedAgainst), after: .empty)
  }

  /// The page's heading: `Granskning: Samordningsförbundet Provet, 2023`.
  public static func title(_ review: Review, source: String) -> String {
    "Granskning: \(review.report.organisation ?? source)\(review.report.year.map { ", \($0)" } ?? "")"
  }

  /// How many findings there are, and how much was read.
  public static func summary(_ review: Review, _ more: [Finding]) -> String {
    let count = review.findings.count + more.count
    let figures = review.figures.count
    guard figures > 0 else { return "Inga tal kunde läsas, så inget är kontrollerat." }
    let read = figures == 1 ? "Ett tal är läst" : "\(figures) tal är lästa"
    guard count > 0 else { return hasTables(review) ? "Inget att anmärka. \(read)." : "\(noTables) \(read) i texten." }
    return
      "\(count == 1 ? "1 anmärkning" : "\(count) anmärkningar"). \(read); ett tal som är kontrollerat länkar till det som det är kontrollerat mot."
  }

  /// What is said of a report in which no statement was found: that nothing is wrong with it is not known.
  static let noTables = "Inga tabeller kunde läsas, så inget är kontrollerat."

  /// Whether figures were found in tables, which is where they are checked.
  static func hasTables(_ review: Review) -> Bool { review.figures.contains { $0.statement != "prose" } }

  /// The findings as a list, and the text with them beside it: what page and office show alike. `checkedAgainst` says
  /// for each line the lines that its figures are held against.
  public static func body(
    _ review: Review, acrossYears: [Finding] = [], checkedAgainst: [Int: [Int]] = [:]
  ) -> HTML {
    let findings = (review.findings + acrossYears).enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }.map(\.element)
    return .joined([
      tag("section", tag("h2", [.id("anmarkningar")], .text("Anmärkningar")), list(findings, of: review)),
      tag(
        "section", tag("h2", .text("Rapportens text")),
        ReviewedText(review, findings: findings, checkedAgainst: checkedAgainst).html),
    ])
  }

  private static func list(_ findings: [Finding], of review: Review) -> HTML {
    guard !findings.isEmpty else { return tag("p", .text(hasTables(review) ? "Inget att anmärka." : noTables)) }
    return tag(
      "ol",
      each: findings.enumerated().sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }.map {
        index, finding in
        tag(
          "li", tag("a", [.href(.fragment("anmarkning-\(index + 1)"))], .text("Rad \(finding.place.line)")),
          .text(" (\(finding.severity.swedish)): \(finding.message)"))
      })
  }
}

/// The text of a report line by line: its figures with links, and the findings beside the lines that they are of.
private struct ReviewedText {
  let report: PublishedReport
  let findings: [Int: [(number: Int, finding: Finding)]]
  let findingCount: Int
  let against: [Int: [Int]]
  let figures: [Int: [ReadFigure]]
  let notUnderstood: Set<Int>

  /// `findings` are in the order of the text, and numbered so.
  init(_ review: Review, findings: [Finding], checkedAgainst: [Int: [Int]]) {
    report = review.report
    findingCount = findings.count
    self.findings = Dictionary(
      grouping: findings.enumerated().map { (number: $0.offset + 1, finding: $0.element) }, by: \.finding.place.line)
    var against = checkedAgainst.mapValues { Set($0) }
    for finding in findings {
      for place in finding.related where place.line != finding.place.line {
        against[finding.place.line, default: []].insert(place.line)
        against[place.line, default: []].insert(finding.place.line)
      }
    }
    self.against = against.mapValues { $0.sorted() }
    figures = Dictionary(
      grouping: review.figures.filter { $0.statement != "prose" && $0.value != nil }, by: \.place.line)
    notUnderstood = Set(review.report.notUnderstood.map(\.line))
  }

  var html: HTML {
    HTML.written(byteCount: report.lines.count * 160) { writer in
      var page = 1
      let hasPages = report.lines.last.map { $0.place.page > 1 } ?? false
      for line in report.lines where !line.text.trimmedWords.isEmpty {
        if hasPages, line.place.page != page || line.place.line == 1 {
          page = line.place.page
          writer.raw("<p class=\"granskad-sida\">")
          writer.text("Sida \(page)")
          writer.raw("</p>\n")
        }
        write(line, into: &writer)
      }
    }
  }

  private func write(_ line: SourceLine, into writer: inout HTMLWriter) {
    let number = line.place.line
    writer.raw("<div id=\"rad-")
    writer.text(String(number))
    writer.raw("\" class=\"granskad-rad\"><div class=\"granskad-text\">")
    let read = figures[number] ?? []
    writeText(line.text, read, against[number] ?? [], into: &writer)
    if !read.isEmpty {
      writer.raw("<details><summary>")
      writer.text(read.count == 1 ? "1 tal läst" : "\(read.count) tal lästa")
      writer.raw("</summary><p>")
      writer.text(read.map(\.words).joined(separator: "; "))
      writer.raw("</p></details>")
    } else if notUnderstood.contains(number) {
      writer.raw("<p>")
      writer.text("Talen på raden är inte förstådda.")
      writer.raw("</p>")
    }
    writer.raw("</div>")
    if let findings = findings[number] { write(findings, into: &writer) }
    if let lines = against[number], !lines.isEmpty {
      writer.raw("<p class=\"granskad-mot\">")
      writer.text("Kontrollerat mot ")
      for (index, other) in lines.enumerated() {
        if index > 0 { writer.text(", ") }
        writer.raw("<a href=\"#rad-")
        writer.text(String(other))
        writer.raw("\">")
        writer.text("rad \(other)")
        writer.raw("</a>")
      }
      writer.raw("</p>")
    }
    writer.raw("</div>\n")
  }

  /// The line's words, each figure that was read marked, with a link where it is checked.
  private func writeText(_ text: String, _ read: [ReadFigure], _ lines: [Int], into writer: inout HTMLWriter) {
    var rest = text[...]
    for figure in read {
      guard !figure.printed.isEmpty, let found = rest.firstRange(of: figure.printed) else { continue }
      writer.text(String(rest[..<found.lowerBound]))
      if let first = lines.first {
        writer.raw("<a class=\"granskat-tal\" href=\"#rad-")
        writer.text(String(first))
        writer.raw("\">")
        writer.text(figure.printed)
        writer.raw("</a>")
      } else {
        writer.raw("<span class=\"granskat-tal\">")
        writer.text(figure.printed)
        writer.raw("</span>")
      }
      rest = rest[found.upperBound...]
    }
    writer.text(String(rest))
  }

  private func write(_ findings: [(number: Int, finding: Finding)], into writer: inout HTMLWriter) {
    writer.raw("<div class=\"granskning\" role=\"note\">")
    for (number, finding) in findings {
      writer.raw("<p id=\"anmarkning-")
      writer.text(String(number))
      writer.raw("\"><strong>")
      writer.text(finding.severity.swedish)
      writer.raw("</strong> ")
      writer.text(finding.message)
      writer.raw("</p><p class=\"granskad-steg\">")
      if number > 1 { writeStep("Föregående anmärkning", to: number - 1, into: &writer) }
      if number < findingCount { writeStep("Nästa anmärkning", to: number + 1, into: &writer) }
      writer.raw("<a href=\"#anmarkningar\">")
      writer.text("Alla")
      writer.raw("</a></p>")
    }
    writer.raw("</div>")
  }

  private func writeStep(_ words: String, to number: Int, into writer: inout HTMLWriter) {
    writer.raw("<a href=\"#anmarkning-")
    writer.text(String(number))
    writer.raw("\">")
    writer.text(words)
    writer.raw("</a> ")
  }
}

extension ReadFigure {
  /// `Verksamhetens intäkter (2023): 10 000 000 kr, säkerhet 98 %`.
  fileprivate var words: String {
    let column = heading.isEmpty ? "" : " (\(heading))"
    return "\(label)\(column): \(value?.text ?? "–") \(unit.rawValue), säkerhet \(confidence) %"
  }
}

extension String {
  fileprivate var trimmedWords: Substring { self[...].drop { $0 == " " || $0 == "\t" } }
}
