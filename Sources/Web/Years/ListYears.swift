import Ledger
import Store

/// The years of the book, and how each stands.
enum ListYears {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let states = try asked.store.yearStates()
    return .page(
      YearListPage(states: states, asked: asked, typed: "\(asked.today.year)", faults: []).page)
  }
}
