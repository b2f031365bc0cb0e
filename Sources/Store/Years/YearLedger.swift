import Ledger

/// The book's years and what is closed, as they stand in a transaction.
final class YearLedger {
  /// A year of the book.
  struct Entry: Hashable {
    let id: Int64
    let year: FiscalYear
    var isClosed: Bool
    var isEnded: Bool
  }

  private let connection: Connection
  private(set) var entries: [Entry] = []
  private(set) var closedMonths: Set<Int> = []
  private var last: Entry?

  init(_ connection: Connection) throws {
    self.connection = connection
    try reload()
  }

  /// Reads anew what an act has changed.
  func reload() throws {
    entries = []
    closedMonths = []
    last = nil
    try connection.each(
      """
      SELECT y.id, first_day, last_day,
        COALESCE((SELECT closes FROM year_lock WHERE year_id = y.id ORDER BY id DESC LIMIT 1), 0),
        EXISTS (SELECT 1 FROM year_end WHERE year_id = y.id)
      FROM standing_year y ORDER BY first_day
      """
    ) { row in
      guard let first = CalendarDate(yyyymmdd: Int(row.integer(1))),
        let last = CalendarDate(yyyymmdd: Int(row.integer(2))), let year = FiscalYear(first: first, last: last)
      else { throw Store.Refusal.corrupt("fiscal_year \(row.integer(0))") }
      entries.append(
        Entry(id: row.integer(0), year: year, isClosed: row.integer(3) != 0, isEnded: row.integer(4) != 0))
    }
    try connection.each(
      "SELECT month FROM period_lock GROUP BY month HAVING MAX(2 * id + closes) % 2 = 1"
    ) { closedMonths.insert(Int($0.integer(0))) }
  }

  func find(_ year: FiscalYear) -> Entry? { entries.first { $0.year == year } }

  func entry(_ year: FiscalYear) throws -> Entry {
    guard let entry = find(year) else { throw Store.Refusal.yearMissing(year) }
    return entry
  }

  /// The year of the day, if it and the month are open.
  func open(on date: CalendarDate) throws -> Entry {
    let entry: Entry
    if let last, last.year.contains(date) {
      entry = last
    } else {
      guard let found = entries.first(where: { $0.year.contains(date) }) else {
        throw Store.Refusal.dateOutsideYears(date)
      }
      last = found
      entry = found
    }
    guard !entry.isClosed else { throw Store.Refusal.yearClosed(entry.year) }
    if !closedMonths.isEmpty, closedMonths.contains(Int(date.yyyymmdd) / 100) {
      throw Store.Refusal.periodClosed(Month(of: date))
    }
    return entry
  }

  /// Opens the year in the book, or finds it there.
  func declare(_ year: FiscalYear, in act: Act) throws -> Entry {
    if let entry = find(year) { return entry }
    if let other = entries.first(where: { $0.year.first <= year.last && year.first <= $0.year.last }) {
      throw Store.Refusal.yearOverlaps(year, existing: other.year)
    }
    let id = try connection.first("SELECT COALESCE(MAX(id), 0) + 1 FROM fiscal_year") { $0.integer(0) } ?? 1
    try act.record(
      "fiscal_year", .integer(id), .date(year.first), .date(year.last), .integer(act.sequence))
    let entry = Entry(id: id, year: year, isClosed: false, isEnded: false)
    entries.append(entry)
    return entry
  }
}
