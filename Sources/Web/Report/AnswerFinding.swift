import Association
import HTTPTypes
import Ledger
import Report
import Store

/// Records why a finding may stand, or takes the answer back.
enum AnswerFinding {
  static func save(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard let report = try await asked.workbench(year)?.report else { return .notFound }
    let (code, place) = (asked.form.choice("kod"), asked.form.choice("plats"))
    let back = path(asked.form.choice("tillbaka"), year)
    guard
      let finding = report.findings.first(where: { $0.code == code && $0.place == place })
        ?? coming(code, place, in: report)
    else { return .see(back, notice: "Anmärkningen finns inte längre. Inget svar behövdes.") }
    let isTakenBack = asked.form.has("ta-tillbaka")
    var reading = FormReading(asked.form)
    let reason = reading.text("skal", "Skälet", isRequired: !isTakenBack, isLong: true, byteCountMax: 4000)
    guard isTakenBack || !reading.hasFaults else {
      return .page(
        FindingsPage(
          asked: asked, year: year, report: report, findings: [finding], filter: FindingsPage.Filter(),
          faults: reading.faults, typed: reason
        ).page(), status: .unprocessableContent)
    }
    try asked.store.answer(
      FindingAnswer(
        year: year, code: code, place: place, reason: isTakenBack ? "" : reason, by: function(asked.user.role),
        on: asked.today),
      by: asked.actor, at: asked.now)
    return .see(back, notice: isTakenBack ? "Svaret är borttaget." : "Svaret är sparat.")
  }

  /// A finding at a text that is not saved yet: it is answered before it stands in the report.
  private static func coming(_ code: String, _ place: String, in report: AnnualReport) -> Finding? {
    guard Check.all.contains(where: { $0.code == code }), place.utf8.count <= 200,
      report.chapterID(ofPlace: place) != nil
    else { return nil }
    return Finding(
      code: code, severity: .note, place: place, stated: "", expected: "", message: "Anmärkningen \(code) vid \(place)."
    )
  }

  /// An answer is printed by function; the history says which user it was.
  private static func function(_ role: Role) -> String { role == .director ? "förbundschef" : "ekonom" }

  private static func path(_ back: String, _ year: Int) -> String {
    let parts = back.split(separator: ":", maxSplits: 1).map { String($0) }
    guard parts.count == 2, parts[0] == "kapitel" else { return Addresses.findings.path(year) }
    return Addresses.chapter.path(Pair(year, parts[1])) + "#anmarkningar-rubrik"
  }
}
