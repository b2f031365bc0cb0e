import Association
import Ledger
import Report

/// What stands on the first page, the same in HTML and PDF.
struct Cover {
  let report: AnnualReport

  /// The name of the document.
  var title: String { report.heading ?? "Årsredovisning \(report.year.number)" }

  /// The period, where it is not the calendar year.
  var period: String {
    report.year == FiscalYear(calendarYear: report.year.number) ? "" : "Räkenskapsåret \(report.year.text)"
  }

  /// Facts and their names, those that are known.
  var facts: [(title: String, value: String)] {
    let decision = report.facts.decision
    var facts = [("Organisationsnummer", report.organisationNumber)]
    if !period.isEmpty { facts.append(("Räkenskapsår", report.year.text)) }
    if let day = decision.date {
      let paragraph = decision.paragraph.isEmpty ? "" : ", \(decision.paragraph)"
      facts.append(("Beslutad av styrelsen", Numerals.date(day) + paragraph))
    }
    if !report.facts.diaryNumber.isEmpty { facts.append(("Diarienummer", report.facts.diaryNumber)) }
    return facts
  }

  /// How many errors are neither mended nor answered.
  var openCount: Int { report.findings.count { $0.severity == .error && $0.answer == nil } }

  /// The mark of a draft, or empty for a report that is complete.
  var draftWords: String {
    guard report.status == .draft else { return "" }
    return openCount == 1
      ? "1 anmärkning är varken åtgärdad eller besvarad."
      : "\(Numerals.whole(Int64(openCount))) anmärkningar är varken åtgärdade eller besvarade."
  }

  func html() -> HTML {
    tag(
      "header", [.class("cover")],
      report.status == .draft
        ? tag(
          "p", [.class("draft")], tag("strong", .text("UTKAST")),
          tag("a", [.href(.fragment("anmarkningar"))], .text(draftWords))) : .empty,
      tag("p", [.class("association")], .text(report.associationName)),
      tag("h1", .text(title)),
      tag("dl", each: facts.map { tag("div", tag("dt", .text($0.title)), tag("dd", .text($0.value))) }))
  }
}
