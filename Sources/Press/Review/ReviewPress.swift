import Ledger
public import Review

/// A review of a published report to JSON, text and a web page.
public enum ReviewPress {
  /// The review as other programs read it: `findings`, and what was read under `figures`.
  package static func json(_ review: Review, source: String, acrossYears: [Finding] = []) -> JSON {
    let report = review.report
    return .members([
      "source": .string(source), "organisation": report.organisation.map(JSON.string),
      "organisation_number": report.organisationNumber.map(JSON.string),
      "year": report.year.map { .number(Int64($0)) }, "findings": .array((review.findings + acrossYears).map(finding)),
      "figures": .array(review.figures.map(figure)),
      "contributions": .array(
        report.memberContributions.map {
          .members([
            "member": .string($0.name), "payer": .string($0.payer.rawValue),
            "year": $0.year.map { .number(Int64($0)) }, "kronor": .plain(Number(thousandths: $0.amount).json),
            "page": .number(Int64($0.place.page)), "line": .number(Int64($0.place.line)),
            "confidence": .decimal($0.confidence),
          ])
        }),
      "grants": .array(
        report.grants.map {
          .members([
            "insats": .string($0.name), "year": $0.year.map { .number(Int64($0)) },
            "granted_kronor": .plain(Number(thousandths: $0.granted).json),
            "drawn_kronor": $0.drawn.map { .plain(Number(thousandths: $0).json) } ?? .null,
            "page": .number(Int64($0.place.page)), "line": .number(Int64($0.place.line)),
            "confidence": .decimal($0.confidence),
          ])
        }),
      "goals": .array(
        report.goals.map { goal in
          .members([
            "text": .string(goal.text),
            "numbers": .array(
              goal.numbers.map { .members(["value": .plain($0.value.json), "unit": .string($0.unit.rawValue)]) }),
            "page": .number(Int64(goal.place.page)), "line": .number(Int64(goal.place.line)),
          ])
        }),
      "dates": .array(
        report.dates.map { date in
          .members([
            "meaning": .string(date.meaning.rawValue), "value": date.date.map { .string($0.text) } ?? .null,
            "printed": .string(date.printed), "page": .number(Int64(date.place.page)),
            "line": .number(Int64(date.place.line)),
          ])
        }),
      "signatories": .array(
        report.signatures.map {
          .members(["name": .string($0.name), "role": .string($0.role), "line": .number(Int64($0.place.line))])
        }),
      "headings": .array(
        report.headings.map {
          .members([
            "text": .string($0.text), "page": .number(Int64($0.place.page)), "line": .number(Int64($0.place.line)),
          ])
        }),
      "not_understood": .array(
        report.notUnderstood.map { place in
          .members([
            "page": .number(Int64(place.page)), "line": .number(Int64(place.line)),
            "text": .string(report.line(place.line)?.text ?? ""),
          ])
        }),
    ])
  }

  private static func finding(_ finding: Finding) -> JSON {
    .members([
      "code": .string(finding.code), "kind": .string(finding.kind), "severity": .string(finding.severity.rawValue),
      "page": .number(Int64(finding.place.page)),
      "line": .number(Int64(finding.place.line)), "quote": .string(finding.quote), "stated": .string(finding.stated),
      "expected": .string(finding.expected),
      "difference": .string(finding.difference), "message": .string(finding.message),
      "confidence": .decimal(finding.confidence),
      "related_lines": .list(finding.related.map { .number(Int64($0.line)) }),
    ])
  }

  private static func figure(_ figure: ReadFigure) -> JSON {
    .members([
      "statement": .string(figure.statement), "table": figure.table < 0 ? nil : .number(Int64(figure.table)),
      "key": .string(figure.key), "label": .string(figure.label),
      "column": JSON.words(figure.column), "heading": JSON.words(figure.heading),
      "year": figure.year.map { .number(Int64($0)) }, "value": figure.value.map { .plain($0.json) } ?? .null,
      "unit": .string(figure.unit.rawValue), "printed": .string(figure.printed),
      "page": .number(Int64(figure.place.page)), "line": .number(Int64(figure.place.line)),
      "confidence": .decimal(figure.confidence),
      "checked_against_lines": .list(figure.against.map { .number(Int64($0)) }),
    ])
  }

  /// The findings as a person reads them in a terminal, the gravest first.
  public static func lines(_ review: Review, acrossYears: [Finding], source: String) -> [String] {
    let report = review.report
    let name = [report.organisation, report.year.map(String.init)].compactMap { $0 }.joined(separator: ", ")
    let figures = review.figures
    let inTables = figures.count { $0.statement != "prose" }
    var lines = [
      "\(source): \(name.isEmpty ? "okänd rapport" : name). Läste \(inTables) tal i \(report.tables.count) tabeller och \(figures.count - inTables) tal i text."
    ]
    if report.isCut { lines.append("Texten är längre än vad som läses; resten är inte granskad.") }
    let all = (review.findings + acrossYears).enumerated().sorted {
      ($0.element.severity, $0.element.place, $0.offset) < ($1.element.severity, $1.element.place, $1.offset)
    }.map(\.element)
    for finding in all {
      let page = report.lines.last.map { $0.place.page > 1 } == true ? "sida \(finding.place.page), " : ""
      lines.append("")
      lines.append("\(source):\(finding.place.line): \(finding.severity.swedish): \(finding.message) [\(finding.code)]")
      lines.append("    \(page)rad \(finding.place.line): \(shortened(finding.quote))")
      lines.append("    står: \(finding.stated)   räknat: \(finding.expected)   säkerhet: \(finding.confidence) %")
    }
    lines.append("")
    if all.isEmpty {
      lines.append(inTables == 0 ? noTables : "Inget att anmärka.")
    } else {
      let counts = Finding.Severity.allCases.compactMap { severity -> String? in
        let count = all.count { $0.severity == severity }
        return count == 0 ? nil : "\(count) \(severity.swedish)"
      }
      lines.append(
        "\(all.count == 1 ? "1 anmärkning" : "\(all.count) anmärkningar"): \(counts.joined(separator: ", ")).")
    }
    return lines
  }

  private static func shortened(_ text: String) -> String {
    text.utf8.count <= 160 ? text : String(text.prefix(150)) + " …"
  }

  /// A table of key figures, one report a line.
  public static func table(_ reviews: [(source: String, review: Review, findingCount: Int)]) -> String {
    let names = reviews.first?.review.keyFigures.map(\.name) ?? []
    var text =
      (["source", "organisation", "organisation_number", "year"] + names + ["findings"]).joined(separator: ";") + "\n"
    for (source, review, count) in reviews {
      let report = review.report
      let cells =
        [source, report.organisation ?? "", report.organisationNumber ?? "", report.year.map(String.init) ?? ""]
        + review.keyFigures.map { $0.value?.json ?? "" } + [String(count)]
      text +=
        cells.map { cell in
          cell.contains(where: { $0 == ";" || $0 == "\"" || $0.isNewline })
            ? "\"\(cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"" : cell
        }.joined(separator: ";") + "\n"
    }
    return text
  }

  /// The same table as JSON.
  package static func tableJSON(_ reviews: [(source: String, review: Review, findingCount: Int)]) -> JSON {
    .array(
      reviews.map { source, review, count in
        .members([
          "source": .string(source), "organisation": review.report.organisation.map(JSON.string),
          "organisation_number": review.report.organisationNumber.map(JSON.string),
          "year": review.report.year.map { .number(Int64($0)) },
          "figures": .array(
            review.keyFigures.map {
              .members(["name": .string($0.name), "value": $0.value.map { .plain($0.json) } ?? .null])
            }), "findings": .number(Int64(count)),
        ])
      })
  }
}
