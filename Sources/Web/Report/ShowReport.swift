import Association
import Ledger
import Store

/// The report's desk: how far it is, and the way to every part of it.
enum ShowReport {
  static func show(_ asked: Asked, _ year: Int) async throws -> Answer {
    guard let progress = try await ReportProgress.of(asked, year: year) else {
      return try ReportYears.missing(asked, year)
    }
    let years = try asked.store.fiscalYears().map(\.number)
    let versions = try asked.store.reportVersions(year: year)
    let page = ReportPage(
      progress: progress, years: years, versions: versions,
      openCommentCount: try asked.store.comments(below: "rapport/\(year)").count { $0.ending == nil },
      canWrite: Access.bookkeepers.admits(asked.user),
      hasLastYear: try asked.store.association().hasTexts(year: year - 1))
    return .page(page.page())
  }
}

/// A year that the book does not have.
enum ReportYears {
  /// The way to a year that it has; where there is no year at all, the way to get one.
  static func missing(_ asked: Asked, _ year: Int) throws -> Answer {
    guard asked.path == Addresses.report.path(year) else { return .notFound }
    guard let last = try asked.store.fiscalYears().last?.number else {
      return try ListRequest.noYear(asked, title: "Årsredovisning", section: .report)
    }
    guard last != year else { return .notFound }
    return .see(
      Addresses.report.path(last), notice: "Boken har inget räkenskapsår \(year). Här är årsredovisningen \(last).")
  }
}
