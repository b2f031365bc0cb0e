import Association
package import Ledger
package import Press
package import Report
import Statements
package import Store

/// From a book to the statistics of a year: what `finsam statistics` and the office's pages have in common.
package enum StatisticsMaking {
  /// The years of which something is counted, or whose books are kept, the latest last.
  package static func years(of store: Store) throws -> [Int] {
    let association = try store.association()
    let counted =
      association.countTables.map(\.year) + association.surveys.map(\.year) + association.activities.map(\.year)
    return Set(counted + (try store.fiscalYears().map(\.number))).sorted()
  }

  /// The statistics of a year as they would leave now; nil where the year is none. Nothing is kept.
  package static func statistics(of store: Store, year: Int) throws -> Statistics? {
    let association = try store.association()
    let books = try store.fiscalYears().last { $0.number == year }
    guard let period = books ?? FiscalYear(calendarYear: year) else { return nil }
    let cost = try books.flatMap { year in
      costPerParticipant(
        try store.books(of: year), previous: try ReportMaking.previousBooks(of: store, year: year),
        mapping: try ReportMaking.mapping(of: association), association: association)
    }
    return Statistics(of: association, year: period, cost: cost, earlier: try store.countReleases())
  }

  /// Keeps in the register of releases what the statistics tell, before they leave the book.
  /// - Returns: false where something else has left since they were made: then they must be made again.
  package static func release(
    _ statistics: Statistics, of store: Store, by actor: Actor, at moment: Moment
  ) throws -> Bool {
    guard statistics.protection.release.hasNews else { return true }
    return try store.keep(
      statistics.protection.release, knowing: statistics.releaseCount, by: actor, at: moment)
  }

  /// The statistics on their way out of the book: what they tell is in the register.
  package static func released(
    of store: Store, year: Int, by actor: Actor, at moment: Moment
  ) throws -> Statistics? {
    while let statistics = try statistics(of: store, year: year) {
      if try release(statistics, of: store, by: actor, at: moment) { return statistics }
    }
    return nil
  }

  /// The appendix as a validated PDF with its data inside.
  package static func pdf(of statistics: Statistics, press: PDFPress) throws -> [UInt8] {
    let year = statistics.year
    return try press.pdf(
      of: statistics.document,
      attachments: [
        PDFAttachment(
          name: "statistik-\(year).json", mediaType: "application/json",
          description: "Statistiken som data, enligt statistics.schema.json", relationship: .data,
          bytes: StatisticsPress.json(of: statistics)),
        PDFAttachment(
          name: "statistik-\(year).csv", mediaType: "text/csv", description: "Statistikens antal och andelar",
          relationship: .data, bytes: StatisticsPress.csv(of: statistics)),
      ])
  }

  /// A file of the statistics, by its kind.
  package static func file(_ kind: FileKind, of statistics: Statistics, press: PDFPress) throws -> [UInt8] {
    switch kind {
    case .html: HTMLPress.page(statistics.document)
    case .json: StatisticsPress.json(of: statistics)
    case .csv: StatisticsPress.csv(of: statistics)
    case .pdf: try pdf(of: statistics, press: press)
    }
  }

  /// The kinds of file.
  package enum FileKind: String, CaseIterable, Sendable {
    /// Web page.
    case html
    /// Archive PDF.
    case pdf
    /// Data.
    case json
    /// For a spreadsheet.
    case csv
  }
}
