import Ledger
import Report

/// All that the checks have found in the year's report.
enum ListFindings {
  static func show(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard let report = try await asked.workbench(year)?.report else { return .notFound }
    let filter = FindingsPage.Filter(
      severity: asked.query.choice("allvar"), answered: asked.query.choice("svar"), part: asked.query.choice("del"))
    let kept = report.findings.filter { filter.keeps($0, in: report) }
    return .page(FindingsPage(asked: asked, year: year, report: report, findings: kept, filter: filter).page())
  }
}
