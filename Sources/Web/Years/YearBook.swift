import Ledger
import Store

/// One year of the book as its pages need it.
struct YearBook {
  let state: YearState
  let counts: [Month: Int]
  let locks: [LockLine]
  let ending: YearEnding?
  /// How many drafts are dated in each month.
  let drafts: [Month: Int]

  /// The year by which people call it, or nil where the book has none.
  static func find(_ number: Int, in store: Store) throws -> YearBook? {
    guard let state = try store.yearStates().first(where: { $0.year.number == number }) else { return nil }
    return YearBook(
      state: state, counts: try store.voucherCounts(of: state.year), locks: try store.locks(of: state.year),
      ending: try store.ending(of: state.year), drafts: try draftCounts(in: state.year, of: store))
  }

  var year: FiscalYear { state.year }
  var number: Int { year.number }

  /// The months in which something can still be recorded.
  var openMonths: [Month] { year.months.filter { !state.isClosed($0) } }

  /// What was last done to the month's lock.
  func lastLock(_ month: Month) -> LockLine? { locks.last { $0.month == month } }

  /// What was last done to the year's.
  var lastYearLock: LockLine? { locks.last { $0.month == nil } }

  /// How many drafts are dated in the year.
  var draftCount: Int { drafts.values.reduce(0, +) }

  /// A draft's day is a text as it was typed; one that is no day belongs nowhere.
  private static func draftCounts(in year: FiscalYear, of store: Store) throws -> [Month: Int] {
    var counts: [Month: Int] = [:]
    for draft in try store.sketches(.draft) {
      guard let day = CalendarDate(typed: draft.sketch.date), year.contains(day) else { continue }
      counts[Month(of: day), default: 0] += 1
    }
    return counts
  }
}
