import Ledger
import Press
import Report

/// The list of findings, with what it is narrowed by; also the one finding whose answer could not be kept.
struct FindingsPage {
  struct Filter: Sendable {
    /// `fel`, `varning`, `upplysning`, or empty for all.
    var severity = ""
    /// `obesvarade`, `besvarade`, or empty for all.
    var answered = ""
    /// `bokforing` for what is in no chapter, or empty for all.
    var part = ""

    func keeps(_ finding: Finding, in report: AnnualReport) -> Bool {
      let name =
        switch finding.severity {
        case .error: "fel"
        case .warning: "varning"
        case .note: "upplysning"
        }
      guard severity.isEmpty || severity == name else { return false }
      guard answered.isEmpty || (answered == "besvarade") == (finding.answer != nil) else { return false }
      return part != "bokforing" || report.chapterID(ofPlace: finding.place) == nil
    }
  }

  /// The most findings on the page: many more than any report has had.
  private static let findingCountMax = 300

  let asked: Asked
  let year: Int
  /// What the findings are of.
  let report: AnnualReport
  let findings: [Finding]
  let filter: Filter
  var faults: [FieldFault] = []
  /// The answer as it was typed, where it could not be kept.
  var typed = ""

  func page() -> Page {
    Page(
      title: "Anmärkningar på årsredovisningen \(year)", section: .report, trail: ReportWords.trail(year),
      main: HTML.joined([FormPart.summary(of: faults), faults.isEmpty ? lead() + form() : .empty, list()]))
  }

  private func lead() -> HTML {
    let open = report.findings.filter { $0.severity == .error && $0.answer == nil }.count
    let words =
      switch open {
      case 0: "Varje fel är rättat eller besvarat."
      case 1: "Ett fel är varken rättat eller besvarat, så årsredovisningen heter utkast."
      default: "\(open) fel är varken rättade eller besvarade, så årsredovisningen heter utkast."
      }
    return tag("p", [.class("lead")], .text(words))
  }

  private func form() -> HTML {
    tag(
      "form", [.class("filter"), .other("method", "get"), .other("action", Addresses.findings.path(year))],
      FormPart.select(
        "allvar", "Allvar",
        options: [("", "Alla"), ("fel", "Fel"), ("varning", "Varningar"), ("upplysning", "Upplysningar")],
        chosen: filter.severity),
      FormPart.select(
        "svar", "Svar", options: [("", "Alla"), ("obesvarade", "Obesvarade"), ("besvarade", "Besvarade")],
        chosen: filter.answered),
      FormPart.select(
        "del", "Del", options: [("", "Hela rapporten"), ("bokforing", "Bokföringen och uppgifterna")],
        chosen: filter.part),
      FormPart.button("Visa", kind: "secondary"))
  }

  private func list() -> HTML {
    guard faults.isEmpty else { return HTML.joined(findings.map(again)) }
    guard !findings.isEmpty else {
      return tag("p", [.class("empty")], .text("Inga anmärkningar att visa här."))
    }
    let shown = findings.prefix(FindingsPage.findingCountMax)
    let count = findings.count == 1 ? "En anmärkning" : "\(findings.count) anmärkningar"
    return tag("p", .text(shown.count < findings.count ? "\(count); här visas de \(shown.count) första" : count))
      + tag(
        "ul", [.class("finding-list")],
        each: shown.map {
          FindingPart(finding: $0, place: FindingPlace($0, in: report, year: year), year: year, back: "", asked: asked)
            .item()
        })
  }

  /// The finding whose answer could not be kept, with what was typed.
  private func again(_ finding: Finding) -> HTML {
    tag("p", .text(finding.message))
      + FormPart.form(
        to: Addresses.findings.path(year), asked.visitor,
        each: [
          FormPart.hidden("kod", finding.code), FormPart.hidden("plats", finding.place),
          FormPart.hidden("tillbaka", asked.form.choice("tillbaka")),
          FormPart.area("skal", "Varför får det stå så?", value: typed, faults: faults),
          FormPart.button("Spara svaret"),
        ])
  }

}
