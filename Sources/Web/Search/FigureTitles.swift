import Association
import Desk
import Ledger
import Press
import Report
import Store
import Synchronization

/// What the figures of each year's report are called, kept from one search to the next: to know them the report must
/// be assembled, which takes longer than a search may.
final class FigureTitles: Sendable {
  /// A figure by its name and what it is called.
  struct Title: Hashable {
    let name: String
    let title: String
  }

  private struct Kept {
    /// The last line of history when it was read: what the figures are called follows from the book.
    let hash: String
    let titles: [Title]
  }

  private let kept = Mutex<[String: Kept]>([:])

  /// What is at hand, which may be from before the latest change; nothing where nothing has been read.
  func ready(of store: Store, year: FiscalYear) -> [Title] {
    kept.withLock { $0[key(store, year)]?.titles ?? [] }
  }

  /// What they are called now, read from the book where it has changed.
  func titles(of store: Store, year: FiscalYear) async throws -> [Title] {
    let hash = try store.lastHash()
    let key = key(store, year)
    if let known = kept.withLock({ $0[key] }), known.hash == hash { return known.titles }
    let titles = try await LongWork.run {
      let association = try store.association()
      // What a figure is called does not hang on the vouchers, which may be many.
      let source = AnnualReport.Source(
        association: association, books: try store.books(of: year),
        previousBooks: try ReportMaking.previousBooks(of: store, year: year),
        mapping: try ReportMaking.mapping(of: association), vouchers: [],
        groupMeetings: try ReportMaking.groupMeetings(of: store), plans: try store.finsamPlans().map(\.plan),
        board: try store.boardRecord())
      return AnnualReport.assembled(from: source).figures.withoutTwins.map {
        Title(name: $0.key, title: $0.value.title)
      }
    }
    kept.withLock { $0[key] = Kept(hash: hash, titles: titles) }
    return titles
  }

  private func key(_ store: Store, _ year: FiscalYear) -> String { "\(year.text) \(store.path)" }
}

extension FigureTitles {
  /// What a figure of a year's report is called inside a sentence: `siffran Resultaträkning: Årets resultat`. The titles
  /// of those that every report has are known without the book; another is called by its name.
  static func words(ofFigure text: String, year: Int) -> String {
    guard let workbench = usual(year), let title = FigurePlace(text)?.find(in: workbench)?.title else {
      return "siffran \(text)"
    }
    // The report's own year is said besides.
    let head = ", \(year)"
    return "siffran \(title.hasSuffix(head) ? String(title.dropLast(head.count)) : title)"
  }

  private static let usualByYear = Mutex<[Int: Workbench]>([:])
  /// More years than a book has reports.
  private static let usualCountMax = 30

  /// The report of an association of which nothing is known: it has the figures that every report has.
  private static func usual(_ number: Int) -> Workbench? {
    if let known = usualByYear.withLock({ $0[number] }) { return known }
    let association = Association(name: "", organisationNumber: "")
    // The mapping that is shipped can be read; were it not so, figures would be called by name.
    guard let year = FiscalYear(calendarYear: number), let mapping = try? ReportMaking.mapping(of: association) else {
      return nil
    }
    let books = Books(year: year, chart: Chart.shipped(association.chart), objects: [], balances: [])
    let made = Workbench(
      AnnualReport.Source(
        association: association, books: books, previousBooks: nil, mapping: mapping, vouchers: []))
    usualByYear.withLock { usual in
      if usual.count >= usualCountMax { usual.removeAll() }
      usual[number] = made
    }
    return made
  }
}

extension [String: AnnualReport.NamedFigure] {
  /// The figures by name, those most spoken of first, which have the shortest names. Of those with the same title and the
  /// same value, which nobody could tell apart, the first alone.
  var withoutTwins: [(key: String, value: AnnualReport.NamedFigure)] {
    var seen: [String: Set<String>] = [:]
    func rank(_ name: String) -> Int { name.utf8.count { $0 == UInt8(ascii: ".") } }
    return sorted { left, right in
      let (l, r) = (rank(left.key), rank(right.key))
      return l == r ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8) : l < r
    }.filter { seen[$0.value.title, default: []].insert($0.value.figure.exact).inserted }
  }
}
