package import Association
import Exchange
package import Ledger
package import Report
import Statements
package import Store

/// From a book to its report: what `report`, `check`, `demo` and `statements` have in common.
package enum ReportMaking {
  /// The association's own mapping, or the one we ship for its chart.
  package static func mapping(of association: Association) throws -> Mapping {
    guard !association.mappingSource.isEmpty else { return Mapping.shipped(for: association.chart) }
    let reading = Mapping.read(association.mappingSource)
    guard !reading.hasErrors, let mapping = reading.value else {
      throw Failure(.input, reading.diagnostics.map(\.text).joined(separator: "\n"))
    }
    return mapping
  }

  /// Everything the year's report is made from, read in the book.
  package static func source(of store: Store, year: FiscalYear) throws -> AnnualReport.Source {
    let association = try store.association()
    return AnnualReport.Source(
      association: association,
      books: try store.books(of: year),
      previousBooks: try previousBooks(of: store, year: year),
      mapping: try mapping(of: association),
      vouchers: try store.vouchers(of: year),
      releases: try store.countReleases(), controls: try store.controlYear(year.number),
      groupMeetings: try groupMeetings(of: store),
      plans: try store.finsamPlans().map(\.plan), board: try store.boardRecord())
  }

  /// The meetings of groups that stand.
  package static func groupMeetings(of store: Store) throws -> [GroupMeeting] {
    try store.groupMeetings().filter(\.stands).map(\.meeting)
  }

  /// The books of the latest year in the book before that one, or nil where it is the first.
  package static func previousBooks(of store: Store, year: FiscalYear) throws -> Books? {
    try store.fiscalYears().last { $0.last < year.first }.map { try store.books(of: $0) }
  }

  /// The report, assembled and checked.
  package static func report(of store: Store, year: FiscalYear) throws -> AnnualReport {
    AnnualReport.assembled(from: try source(of: store, year: year)).checked()
  }

  /// Keeps in the register of releases what the report tells of counts of people, before it leaves the book.
  /// - Returns: false where something else has left since the report was made: then it must be made again.
  package static func release(_ report: AnnualReport, of store: Store, by actor: Actor, at moment: Moment) throws
    -> Bool
  {
    guard let protection = report.protection, let source = report.source else { return true }
    guard protection.release.hasNews else { return true }
    return try store.keep(protection.release, knowing: source.releases.count, by: actor, at: moment)
  }

  /// The report on its way out of the book: what it tells is in the register of releases.
  package static func releasedReport(
    of store: Store, year: FiscalYear, by actor: Actor, at moment: Moment
  ) throws -> AnnualReport {
    while true {
      let report = try report(of: store, year: year)
      if try release(report, of: store, by: actor, at: moment) { return report }
    }
  }
}
