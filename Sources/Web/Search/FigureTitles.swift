import Association
import Desk
import Ledger
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
        mapping: try ReportMaking.mapping(of: association), vouchers: [])
      return AnnualReport.assembled(from: source).figures.map { Title(name: $0.key, title: $0.value.title) }
        .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
    kept.withLock { $0[key] = Kept(hash: hash, titles: titles) }
    return titles
  }

  private func key(_ store: Store, _ year: FiscalYear) -> String { "\(year.text) \(store.path)" }
}
