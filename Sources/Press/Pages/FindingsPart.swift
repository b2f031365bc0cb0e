import Association
package import Ledger
package import Report

/// What the checks found, printed after a draft and outside the report proper.
package struct FindingsPart {
  /// The heading, in every printer.
  static let title = "Anmärkningar"
  /// What the section is, in every printer.
  static let lead =
    "Den här listan hör inte till årsredovisningen. Den försvinner när varje fel är åtgärdat eller besvarat."

  let findings: [Finding]

  /// The grade in words.
  package static func words(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .note: "Upplysning"
    case .warning: "Varning"
    case .error: "Fel"
    }
  }

  /// What to do, from the check with that code; empty for a code of none.
  package static func mend(_ code: String) -> String { Check.all.first { $0.code == code }?.mend ?? "" }

  /// What stands and what should, or empty.
  package static func measured(_ finding: Finding) -> String {
    var parts: [String] = []
    if !finding.stated.isEmpty { parts.append("Det står: \(finding.stated).") }
    if !finding.expected.isEmpty { parts.append("Väntat: \(finding.expected).") }
    if !finding.difference.isEmpty { parts.append("Skillnad: \(finding.difference).") }
    return parts.joined(separator: " ")
  }

  /// The answer in words, or empty.
  package static func answer(_ finding: Finding) -> String {
    finding.answer.map { "Besvarad av \($0.by) \($0.on.text): \($0.reason)" } ?? ""
  }

  func html() -> HTML {
    tag(
      "aside", [.class("findings"), .id("anmarkningar"), .labelled(by: "anmarkningar-rubrik")],
      tag("h2", [.id("anmarkningar-rubrik")], .text(FindingsPart.title)),
      tag("p", [.class("lead")], .text(FindingsPart.lead)),
      tag("ol", each: findings.map(item)))
  }

  private func item(_ finding: Finding) -> HTML {
    func paragraph(_ name: StaticString, _ words: String) -> HTML {
      words.isEmpty ? .empty : tag("p", [.class(name)], .text(words))
    }
    let grade: StaticString =
      switch finding.severity {
      case .error where finding.answer == nil: "grade error"
      case .warning where finding.answer == nil: "grade warning"
      default: "grade"
      }
    return tag(
      "li",
      tag(
        "p", [.class("head")], tag("span", [.class(grade)], .text(FindingsPart.words(finding.severity))), .raw(" "),
        tag("code", .text(finding.place))),
      paragraph("message", finding.message), paragraph("measured", FindingsPart.measured(finding)),
      paragraph("mend", FindingsPart.mend(finding.code)), paragraph("answer", FindingsPart.answer(finding)))
  }
}
