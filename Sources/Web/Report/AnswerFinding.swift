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
    guard let finding = report.findings.first(where: { $0.code == code && $0.place == place }) else {
      return .see(back, notice: "Anmärkningen finns inte längre. Inget svar behövdes.")
    }
    let isTakenBack = asked.form.has("ta-tillbaka")
    var reading = FormReading(asked.form)
    let reason = reading.text("skal", "Skälet", isRequired: !isTakenBack, isLong: true, byteCountMax: 4000)
    guard isTakenBack || !reading.hasFaults else {
      return .page(
        FindingsPage(
          asked: asked, year: year, findings: [finding], filter: FindingsPage.Filter(), faults: reading.faults,
          typed: reason
        ).page(), status: .unprocessableContent)
    }
    try asked.store.answer(
      FindingAnswer(
        year: year, code: code, place: place, reason: isTakenBack ? "" : reason, by: function(asked.user.role),
        on: asked.today),
      by: asked.actor, at: asked.now)
    return .see(back, notice: isTakenBack ? "Svaret är borttaget." : "Svaret är sparat.")
  }

  /// An answer is printed by function; the history says which user it was.
  private static func function(_ role: Role) -> String { role == .director ? "förbundschef" : "ekonom" }

  private static func path(_ back: String, _ year: Int) -> String {
    let parts = back.split(separator: ":", maxSplits: 1).map { String($0) }
    guard parts.count == 2, parts[0] == "kapitel" else { return Addresses.findings.path(year) }
    return Addresses.chapter.path(Pair(year, parts[1])) + "#anmarkningar-rubrik"
  }
}
