public import Review

extension ReviewPress {
  /// The report's text with the findings in the margin, as one file.
  public static func html(_ review: Review, acrossYears: [Finding] = [], source: String) -> [UInt8] {
    let report = review.report
    let name = report.organisation ?? source
    let title = "Granskning: \(name)\(report.year.map { ", \($0)" } ?? "")"
    let shell = PageShell(title: title, running: .init(left: title, right: "", foot: source))
    return shell.page(
      header: tag("header", [.class("cover")], tag("h1", .text(title)), tag("p", .text(summary(review, acrossYears)))),
      navigation: .empty,
      main: body(review, acrossYears: acrossYears), after: .empty)
  }

  private static func summary(_ review: Review, _ more: [Finding]) -> String {
    let count = review.findings.count + more.count
    let figures = review.figures.count
    return count == 0
      ? "Inget att anmärka. \(figures) tal är lästa."
      : "\(count == 1 ? "1 anmärkning" : "\(count) anmärkningar"). \(figures) tal är lästa; ett tal som är kontrollerat länkar till det som det är kontrollerat mot."
  }

  /// The findings as a list, and the text with them beside it: what page and office show alike.
  public static func body(_ review: Review, acrossYears: [Finding] = []) -> HTML {
    let all = review.findings + acrossYears
    var byLine: [Int: [(number: Int, finding: Finding)]] = [:]
    for (index, finding) in all.enumerated() { byLine[finding.place.line, default: []].append((index + 1, finding)) }
    var against: [Int: [Int]] = [:]
    for finding in all {
      for place in finding.related where place.line != finding.place.line {
        if against[finding.place.line]?.contains(place.line) != true {
          against[finding.place.line, default: []].append(place.line)
        }
        if against[place.line]?.contains(finding.place.line) != true {
          against[place.line, default: []].append(finding.place.line)
        }
      }
    }
    var read: [Int: [ReadFigure]] = [:]
    for figure in review.figures where figure.statement != "prose" && figure.value != nil {
      read[figure.place.line, default: []].append(figure)
    }
    let understood = Set(review.report.notUnderstood.map(\.line))
    let list =
      all.isEmpty
      ? tag("p", .text("Inget att anmärka."))
      : tag(
        "ol",
        each: all.sorted { ($0.severity, $0.place) < ($1.severity, $1.place) }.map { finding in
          tag(
            "li", tag("a", [.href(.fragment("rad-\(finding.place.line)"))], .text("Rad \(finding.place.line)")),
            .text(" (\(finding.severity.swedish)): \(finding.message)"))
        })
    let lines = HTML.written(byteCount: review.report.lines.count * 160) { writer in
      for line in review.report.lines where !line.text.trimmedWords.isEmpty {
        let number = line.place.line
        writer.raw("<div id=\"rad-")
        writer.text(String(number))
        writer.raw("\" class=\"granskad-rad\"><div class=\"granskad-text\">")
        writer.text(line.text)
        if let figures = read[number] {
          writer.raw("<details><summary>")
          writer.text(figures.count == 1 ? "1 tal läst" : "\(figures.count) tal lästa")
          writer.raw("</summary><p>")
          writer.text(
            figures.map { figure in
              let column = figure.heading.isEmpty ? "" : " (\(figure.heading))"
              return
                "\(figure.label)\(column): \(figure.value?.text ?? "–") \(figure.unit.rawValue), säkerhet \(figure.confidence) %"
            }.joined(separator: "; "))
          writer.raw("</p></details>")
        } else if understood.contains(number) {
          writer.raw("<p>")
          writer.text("Talen på raden är inte förstådda.")
          writer.raw("</p>")
        }
        writer.raw("</div>")
        if let found = byLine[number] {
          writer.raw("<aside class=\"granskning\">")
          for (_, finding) in found {
            writer.raw("<p><strong>")
            writer.text(finding.severity.swedish)
            writer.raw("</strong> ")
            writer.text(finding.message)
            writer.raw("</p>")
          }
          writer.raw("</aside>")
        }
        if let lines = against[number] {
          writer.raw("<p class=\"granskad-mot\">")
          writer.text("Kontrollerat mot ")
          for (index, other) in lines.sorted().enumerated() {
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
    }
    return .joined([
      tag("section", tag("h2", .text("Anmärkningar")), list),
      tag("section", tag("h2", .text("Rapportens text")), lines),
    ])
  }
}

extension String {
  fileprivate var trimmedWords: Substring { self[...].drop { $0 == " " || $0 == "\t" } }
}
