import Ledger

/// Under which number an imported voucher stands, and whether it has been imported before.
struct ImportNumbering {
  /// A voucher that gets its number when the numbers of the others are known.
  struct Waiting {
    let voucher: Voucher
    let year: YearLedger.Entry
  }

  /// Where a voucher goes.
  enum Place {
    case free(Voucher.Number)
    case waiting
    case overlapping
    /// The whole series seems to be without numbers: these can have theirs at once.
    case flush([Waiting])
  }

  /// What the file has in common with an earlier import, or with vouchers entered here.
  struct Overlap {
    let sequence: Int64
    var first: Voucher.Number
    var last: Voucher.Number
  }

  private struct Series: Hashable {
    let year: Int64
    let series: String
  }

  private final class State {
    var last: Int
    var hasNumbers = false
    var waiting: [Waiting] = []

    init(last: Int) { self.last = last }
  }

  private(set) var overlap: Overlap?
  private let connection: Connection
  private let posting: Posting
  private let sequence: Int64
  private var states: [Series: State] = [:]
  private var latest: (series: Series, state: State)?

  /// So many vouchers of a series may wait before it is taken for one without numbers, as in files to be numbered by
  /// the receiver; it bounds the memory they take.
  private static let waitingMax = 1000

  init(posting: Posting, sequence: Int64) {
    self.connection = posting.connection
    self.posting = posting
    self.sequence = sequence
  }

  /// What waits still, series by series.
  var allWaiting: [Waiting] {
    states.sorted { ($0.key.year, $0.key.series) < ($1.key.year, $1.key.series) }.flatMap(\.value.waiting)
  }

  mutating func place(of voucher: Voucher, printed: String, in year: YearLedger.Entry) throws -> Place {
    let state = try state(of: Series(year: year.id, series: voucher.series))
    guard let number = Int(voucherNumber: printed) else {
      if try isDouble(voucher, printed: printed, in: year) { return .overlapping }
      return wait(voucher, year, state)
    }
    state.hasNumbers = true
    let place = Voucher.Number(series: voucher.series, number: number)
    if number > state.last {
      state.last = number
      return .free(place)
    }
    try posting.flush()
    let holder = try connection.first(
      "SELECT history_sequence FROM standing_voucher WHERE year_id = ? AND series = ? AND number = ?",
      .integer(year.id), .text(voucher.series), .integer(number)
    ) { $0.integer(0) }
    guard let holder else { return .free(place) }
    guard holder != sequence else { return wait(voucher, year, state) }
    note(place, heldBy: holder)
    return .overlapping
  }

  private mutating func state(of series: Series) throws -> State {
    if let latest, latest.series == series { return latest.state }
    let state = try states[series] ?? State(last: lastNumber(in: series))
    states[series] = state
    latest = (series, state)
    return state
  }

  private func wait(_ voucher: Voucher, _ year: YearLedger.Entry, _ state: State) -> Place {
    state.waiting.append(Waiting(voucher: voucher, year: year))
    guard !state.hasNumbers, state.waiting.count >= ImportNumbering.waitingMax else { return .waiting }
    defer { state.waiting = [] }
    return .flush(state.waiting)
  }

  private mutating func note(_ number: Voucher.Number, heldBy holder: Int64) {
    guard let present = overlap else {
      overlap = Overlap(sequence: holder, first: number, last: number)
      return
    }
    guard present.sequence == holder else { return }
    overlap?.first = min(present.first, number)
    overlap?.last = max(present.last, number)
  }

  private func lastNumber(in series: Series) throws -> Int {
    let last = try connection.first(
      "SELECT COALESCE(MAX(number), 0) FROM standing_voucher WHERE year_id = ? AND series = ?",
      .integer(series.year), .text(series.series)
    ) { $0.integer(0) }
    return Int(last ?? 0)
  }

  /// Whether an earlier import has a voucher without a usable number that says the very same: day, text and rows.
  private mutating func isDouble(_ voucher: Voucher, printed: String, in year: YearLedger.Entry) throws -> Bool {
    var candidates: [(number: Voucher.Number, sequence: Int64)] = []
    try connection.each(
      """
      SELECT series, number, history_sequence FROM standing_voucher
      WHERE year_id = ? AND date = ? AND source_number IS NOT NULL AND source_number = ? AND series = ? AND text = ?
        AND history_sequence <> ?
      """, .integer(year.id), .date(voucher.date), .text(printed), .text(voucher.series), .text(voucher.text),
      .integer(sequence)
    ) {
      candidates.append((Voucher.Number(series: $0.text(0), number: Int($0.integer(1))), $0.integer(2)))
    }
    for candidate in candidates {
      let rows = try connection.voucher(candidate.number, in: year)?.voucher.rows
      if rows == voucher.rows {
        note(candidate.number, heldBy: candidate.sequence)
        return true
      }
    }
    return false
  }
}

extension Int {
  /// The number that a file prints, where it is a positive whole number of at most 15 digits: more than any program
  /// numbers by, and far from where one more would overflow.
  init?(voucherNumber text: String) {
    guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let number = Int(text),
      number > 0
    else { return nil }
    self = number
  }
}
