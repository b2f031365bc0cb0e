import Desk
import Ledger
import Report
import Store
import Synchronization

/// The reports that have been assembled lately. A report is taken from here only while the book's last line of history
/// is the one it was assembled after, so it is never older than the book; two who ask at once share one assembly.
final class ReportShelf: Sendable {
  private struct Key: Hashable {
    let path: String
    let year: FiscalYear
    let hash: String
  }

  private struct Place {
    let key: Key
    let work: Task<Workbench, any Error>
  }

  /// A report holds the year's vouchers: this year's, last year's and one in the practice book are enough.
  private static let countMax = 3

  private let places = Mutex<[Place]>([])

  /// The report of the year, assembled and checked.
  func workbench(of store: Store, year: FiscalYear) async throws -> Workbench {
    // What is written while the report is assembled is not in it, or only half of it: then it is assembled again.
    for _ in 0..<3 {
      let key = Key(path: store.path, year: year, hash: try store.lastHash())
      let work = work(key, store)
      do {
        let workbench = try await work.value
        if try store.lastHash() == key.hash { return workbench }
        forget(key)
      } catch {
        forget(key)
        throw error
      }
    }
    return try await ReportShelf.assemble(store, year)
  }

  private func work(_ key: Key, _ store: Store) -> Task<Workbench, any Error> {
    places.withLock { places in
      if let index = places.firstIndex(where: { $0.key == key }) {
        places.append(places.remove(at: index))
        return places[places.count - 1].work
      }
      places.removeAll { $0.key.path == key.path && $0.key.year == key.year }
      if places.count >= ReportShelf.countMax { places.removeFirst() }
      let work = Task { try await ReportShelf.assemble(store, key.year) }
      places.append(Place(key: key, work: work))
      return work
    }
  }

  private func forget(_ key: Key) { places.withLock { $0.removeAll { $0.key == key } } }

  private static func assemble(_ store: Store, _ year: FiscalYear) async throws -> Workbench {
    try await LongWork.run { Workbench(try ReportMaking.source(of: store, year: year)) }
  }
}

extension Asked {
  /// The fiscal year of that number in the visitor's book, or nil.
  func fiscalYear(_ number: Int) throws -> FiscalYear? { try store.fiscalYears().first { $0.number == number } }

  /// The year's report, assembled and checked; nil where the book has no such year.
  func workbench(_ number: Int) async throws -> Workbench? {
    guard let year = try fiscalYear(number) else { return nil }
    return try await office.shelf.workbench(of: store, year: year)
  }
}
