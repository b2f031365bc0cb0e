import Ledger

/// Puts vouchers in the book, fast: keys of accounts and object sets, the years and their locks, the last number of
/// each series and the totals to be added are held in memory for as long as one transaction lasts.
final class Posting {
  let connection: Connection
  let years: YearLedger
  let keys: KeyRing
  private var nextID: Int64?
  private var totals: [TotalKey: Total] = [:]
  private var counts: [MonthKey: Int64] = [:]

  private var current: (act: Act, rows: Recorder, vouchers: Recorder)?

  /// How many rows and vouchers go in one statement: measured, larger ones gain nothing more.
  private static let rowBatch = 48
  private static let voucherBatch = 16

  private struct TotalKey: Hashable {
    let year: Int64
    let account: Int64
    let objects: Int64
    let month: Int64

    /// One number is hashed instead of four: a book has few years and months, and keys count from 1.
    func hash(into hasher: inout Hasher) {
      hasher.combine((account << 32) ^ (objects << 12) ^ (month << 4) ^ year)
    }
  }

  private struct Total {
    var debit: Int64 = 0
    var credit: Int64 = 0
    var rowCount: Int64 = 0

    mutating func add(_ amount: Int64) {
      if amount < 0 { credit -= amount } else { debit += amount }
      rowCount += 1
    }
  }

  private struct MonthKey: Hashable {
    let year: Int64
    let month: Int64
  }

  /// What a correction says of what it corrects.
  struct Correction {
    let id: Int64
    let reason: String
  }

  init(_ connection: Connection) throws {
    self.connection = connection
    years = try YearLedger(connection)
    keys = KeyRing(connection)
  }

  /// Writes the voucher under that number, and its rows. That they balance is asked when the act is sealed.
  func post(
    _ voucher: Voucher, as number: Voucher.Number, in year: YearLedger.Entry, correcting: Correction? = nil, act: Act
  ) throws -> ID<Voucher> {
    let id = try nextID ?? (connection.first("SELECT COALESCE(MAX(id), 0) + 1 FROM voucher") { $0.integer(0) } ?? 1)
    nextID = id + 1
    let vouchers = try recorders(of: act).vouchers
    vouchers.integer(id)
    vouchers.integer(year.id)
    vouchers.text(number.series)
    vouchers.integer(Int64(number.number))
    vouchers.integer(Int64(voucher.date.yyyymmdd))
    vouchers.integer(voucher.compiledOn.map { Int64($0.yyyymmdd) })
    vouchers.text(voucher.text)
    vouchers.text(voucher.counterparty)
    vouchers.text(voucher.compiledBy)
    switch voucher.source {
    case .entered: source(1, nil, nil)
    case .imported(let series, let printed):
      // What the file says is kept where it is not what we print: most vouchers need no second series and number.
      source(2, series == number.series ? nil : series, printed == String(number.number) ? nil : printed)
    case .balances: source(3, nil, nil)
    case .yearEnd: source(4, nil, nil)
    }
    func source(_ code: Int64, _ series: String?, _ printed: String?) {
      vouchers.integer(code)
      vouchers.text(series)
      vouchers.text(printed)
    }
    vouchers.integer(correcting?.id)
    vouchers.text(correcting?.reason)
    vouchers.integer(act.sequence)
    try vouchers.end()
    let month = Int64(voucher.date.yyyymmdd / 100)
    counts[MonthKey(year: year.id, month: month), default: 0] += 1
    try write(voucher.rows, of: id, in: year.id, month: month, act: act)
    if !voucher.amendments.isEmpty || !voucher.attachments.isEmpty {
      try flush()
      try write(voucher.amendments, of: id, act: act)
      try write(voucher.attachments, of: id, act: act)
    }
    return ID(rawValue: id)
  }

  private func recorders(of act: Act) throws -> (rows: Recorder, vouchers: Recorder) {
    if let current, current.act === act { return (current.rows, current.vouchers) }
    let rows = try act.recorder("voucher_row", batch: Posting.rowBatch)
    let vouchers = try act.recorder("voucher", batch: Posting.voucherBatch)
    current = (act, rows, vouchers)
    return (rows, vouchers)
  }

  /// Writes the vouchers that wait. Whoever asks the database of vouchers calls it first.
  func flush() throws {
    guard let current else { return }
    try current.vouchers.flush()
    try current.rows.flush()
  }

  private func write(_ rows: [Voucher.Row], of id: Int64, in year: Int64, month: Int64, act: Act) throws {
    let (recorder, vouchers) = try recorders(of: act)
    var line: Int64 = 0
    for row in rows {
      // The voucher before its rows, which point to it.
      if recorder.waiting == Posting.rowBatch - 1 { try vouchers.flush() }
      line += 1
      let account = try keys.account(row.account, act)
      let objects = try keys.objectSet(row.objects, act)
      let amount = row.amount.ore
      recorder.integer(id)
      recorder.integer(line)
      recorder.integer(account)
      recorder.integer(objects)
      recorder.integer(amount)
      details(of: row, to: recorder, act)
      try recorder.end()
      let key = TotalKey(year: year, account: account, objects: objects ?? 0, month: month)
      totals[key, default: Total()].add(amount)
    }
  }

  private func details(of row: Voucher.Row, to recorder: Recorder, _ act: Act) {
    recorder.textOrNull(row.text)
    recorder.integer(row.date.map { Int64($0.yyyymmdd) })
    recorder.integer(row.quantityThousandths)
    recorder.textOrNull(row.sign)
    recorder.integer(act.sequence)
  }

  private func write(_ amendments: [Voucher.Amendment], of id: Int64, act: Act) throws {
    let recorder = try act.recorder("voucher_amendment")
    for (position, amendment) in amendments.enumerated() {
      let account = try keys.account(amendment.row.account, act)
      let objects = try keys.objectSet(amendment.row.objects, act)
      recorder.integer(id)
      recorder.integer(Int64(position))
      recorder.text(amendment.kind.rawValue)
      recorder.integer(account)
      recorder.integer(objects)
      recorder.integer(amendment.row.amount.ore)
      details(of: amendment.row, to: recorder, act)
      try recorder.end()
    }
  }

  private func write(_ attachments: [String], of id: Int64, act: Act) throws {
    for (position, digest) in attachments.enumerated() {
      let attachment = try connection.first("SELECT id FROM attachment WHERE sha256 = ?", .text(digest)) {
        $0.integer(0)
      }
      guard let attachment else { throw Store.Refusal.unknownAttachment(digest) }
      try act.record(
        "voucher_attachment", .integer(id), .integer(Int64(position)), .integer(attachment), .integer(act.sequence))
    }
  }

  /// The next number in the series: one more than the largest.
  func nextNumber(in series: String, of year: YearLedger.Entry) throws -> Voucher.Number {
    try flush()
    let last = try connection.first(
      "SELECT COALESCE(MAX(number), 0) FROM standing_voucher WHERE year_id = ? AND series = ?", .integer(year.id),
      .text(series)
    ) { $0.integer(0) }
    return Voucher.Number(series: series, number: Int(last ?? 0) + 1)
  }

  /// Writes what waits, and adds what has been posted to the totals per month, in order of their key so that pages are filled one by one.
  func settle() throws {
    try flush()
    current = nil
    guard !counts.isEmpty else { return }
    let statement = try connection.statement(
      """
      INSERT INTO period_total VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET debit_ore = debit_ore + excluded.debit_ore,
        credit_ore = credit_ore + excluded.credit_ore, row_count = row_count + excluded.row_count
      """)
    let sorted = totals.sorted {
      ($0.key.year, $0.key.account, $0.key.objects, $0.key.month)
        < ($1.key.year, $1.key.account, $1.key.objects, $1.key.month)
    }
    for (key, total) in sorted {
      try connection.beforeWrite?()
      let columns = [key.year, key.account, key.objects, key.month, total.debit, total.credit, total.rowCount]
      for (index, column) in columns.enumerated() { statement.bind(column, at: index + 1) }
      _ = try statement.step()
      statement.reset()
    }
    totals.removeAll(keepingCapacity: true)
    try settleCounts()
  }

  private func settleCounts() throws {
    for (key, count) in counts.sorted(by: { ($0.key.year, $0.key.month) < ($1.key.year, $1.key.month) }) {
      try connection.run(
        """
        INSERT INTO period_count VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET voucher_count = voucher_count + excluded.voucher_count
        """, .integer(key.year), .integer(key.month), .integer(count))
    }
    counts.removeAll(keepingCapacity: true)
  }
}
