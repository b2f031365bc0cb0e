import Association
public import Ledger

/// A file being imported. It lives inside the closure it is given to; what it has recorded is there when the closure
/// ends and the file is found to be neither imported before nor overlapping, and otherwise none of it is.
public final class ImportSession {
  let act: Act
  let posting: Posting
  private let connection: Connection
  private let content: ImportContent
  private var openings: [Int64: [OpeningKey: Money]] = [:]
  private var declaredAccounts: [Account: Bool] = [:]
  private var recordCount = 0
  private var voucherCount = 0
  private var rowCount = 0
  private var debit: Int64 = 0
  private var firstDate: CalendarDate?
  private var lastDate: CalendarDate?
  private var numbering: ImportNumbering

  private let actor: Actor
  private let moment: Moment

  init(
    _ head: ImportHead, by actor: Actor, at moment: Moment, act: Act, posting: Posting, connection: Connection
  ) throws {
    self.actor = actor
    self.moment = moment
    self.act = act
    self.posting = posting
    self.connection = connection
    self.content = ImportContent(act: act)
    self.numbering = ImportNumbering(posting: posting, sequence: act.sequence)
    try act.record(
      "import_file", .integer(act.sequence), .text(head.name), .text(head.kind), .text(head.organisationNumber))
  }

  /// Keeps a piece of the file's original bytes, in order. Give them before the vouchers: then a file that has been
  /// imported before is known for that, whatever else would be said of it.
  public func keep(chunk: UnsafeRawBufferPointer) throws { try content.keep(chunk) }

  /// Keeps a piece of the file's original bytes, in order.
  public func keep(chunk: some Sequence<UInt8>) throws {
    let kept: Void? = try chunk.withContiguousStorageIfAvailable { try content.keep(UnsafeRawBufferPointer($0)) }
    if kept == nil { try Array(chunk).withUnsafeBytes { try content.keep($0) } }
  }

  /// Keeps a record that the reader does not know.
  public func keep(unknownRecord text: String, line: Int) throws {
    try act.record(
      "import_record", .integer(act.sequence), .integer(recordCount), .integer(line), .text(text))
    recordCount += 1
  }

  /// Reverses what stands for the year by its balances alone, to give way to the year itself. The reversals are part of
  /// the import: if it is undone, the year stands by its balances again.
  public func makeRoom(for year: FiscalYear, because reason: String) throws {
    guard let entry = posting.years.find(year) else { return }
    for standing in try connection.balanceVouchers(of: entry) {
      let day = try posting.years.open(on: standing.voucher.date)
      let series = standing.number.series
      let voucher = try standing.voucher.reversal(
        on: standing.voucher.date, series: series, number: standing.number, by: actor, at: moment)
      _ = try posting.post(
        voucher, as: posting.nextNumber(in: series, of: day), in: day,
        correcting: Posting.Correction(id: standing.id.rawValue, reason: reason), act: act)
    }
    try posting.flush()
  }

  /// Opens the year in the book, where it is not there.
  public func declare(_ year: FiscalYear) throws { _ = try posting.years.declare(year, in: act) }

  /// Names an account; recorded where it is new or says something new.
  public func declare(_ account: Account) throws {
    if declaredAccounts.isEmpty {
      for known in try connection.accounts() { declaredAccounts[known] = true }
    }
    guard declaredAccounts.updateValue(true, forKey: account) == nil else { return }
    let key = try posting.keys.account(account.number, act)
    let id = try posting.keys.next("account_declaration")
    try act.record(
      "account_declaration", .integer(id), .integer(key), .text(account.name), .text(account.kind.rawValue),
      account.unit.map { .text($0) } ?? .null, .integer(act.sequence))
    for (position, code) in account.taxCodes.enumerated() {
      try act.record("account_tax_code", .integer(id), .integer(position), .text(code), .integer(act.sequence))
    }
  }

  /// Names an object; recorded where it is new or has a new name.
  public func declare(_ object: DeclaredObject) throws {
    let key = try posting.keys.object(object.reference, act)
    let name = try connection.first(
      "SELECT name FROM standing_object_name WHERE object_id = ? ORDER BY id DESC LIMIT 1", .integer(key)
    ) { $0.text(0) }
    guard name != object.name else { return }
    try act.record(
      "object_name", .integer(try posting.keys.next("object_name")), .integer(key), .text(object.name),
      .integer(act.sequence))
  }

  /// Names a dimension; recorded where it is new or has a new name.
  public func declare(_ dimension: Dimension, name: String) throws {
    let number = Field.integer(dimension.number)
    let present = try connection.first(
      "SELECT name FROM standing_dimension_name WHERE dimension = ? ORDER BY id DESC LIMIT 1", number
    ) { $0.text(0) }
    guard present != name else { return }
    try act.record(
      "dimension_name", .integer(try posting.keys.next("dimension_name")), number, .text(name),
      .integer(act.sequence))
  }

  /// Adds to the opening balance of an account and set of objects. Compared with what the year has, and recorded
  /// where it has none, when the file is done.
  public func open(
    _ year: FiscalYear, account: AccountNumber, objects: ObjectSet = .none, amount: Money
  ) throws {
    let entry = try posting.years.entry(year)
    openings[entry.id, default: [:]][OpeningKey(account: account, objects: objects), default: .zero] += amount
  }

  /// Adds a voucher. One that is imported keeps its series and number; where the number is no positive whole number,
  /// or the file has it twice, it gets the next number of the series when the file is done, so that it shifts no other.
  public func add(_ voucher: Voucher) throws {
    let entry = try posting.years.open(on: voucher.date)
    guard case .imported(_, let printed) = voucher.source else {
      try post(voucher, as: posting.nextNumber(in: voucher.series, of: entry), in: entry)
      return
    }
    switch try numbering.place(of: voucher, printed: printed, in: entry) {
    case .free(let number): try post(voucher, as: number, in: entry)
    case .waiting: break
    case .overlapping: break
    case .flush(let waiting): try postWaiting(waiting)
    }
  }

  private func post(_ voucher: Voucher, as number: Voucher.Number, in entry: YearLedger.Entry) throws {
    _ = try posting.post(voucher, as: number, in: entry, act: act)
    voucherCount += 1
    rowCount += voucher.rows.count
    for row in voucher.rows where row.amount.ore > 0 { debit += row.amount.ore }
    if firstDate.map({ voucher.date < $0 }) ?? true { firstDate = voucher.date }
    if lastDate.map({ voucher.date > $0 }) ?? true { lastDate = voucher.date }
  }

  private func postWaiting(_ waiting: [ImportNumbering.Waiting]) throws {
    for waiting in waiting {
      try post(waiting.voucher, as: posting.nextNumber(in: waiting.voucher.series, of: waiting.year), in: waiting.year)
    }
  }

  /// What stands to say when the file is done: that it was imported before, or overlaps; else its openings and what
  /// it held are recorded.
  func finish() throws {
    try content.finish()
    try refuseKnownBytes()
    if let overlap = numbering.overlap {
      let earlier = try connection.imports(where: "f.history_sequence = ?1", .integer(overlap.sequence)).first
      throw Store.Refusal.overlaps(earlier, first: overlap.first, last: overlap.last)
    }
    try postWaiting(numbering.allWaiting)
    for entry in posting.years.entries {
      if let amounts = openings[entry.id] { try posting.open(entry, with: amounts, in: act) }
    }
    try act.record(
      "import_content", .integer(act.sequence), .text(content.sha256), .integer(content.byteCount),
      .integer(voucherCount), .integer(rowCount), .integer(debit), .date(firstDate), .date(lastDate))
  }

  /// Refuses bytes that have been imported, if they have all been kept.
  func refuseKnownBytes() throws {
    guard content.byteCount > 0 else { return }
    if let receipt = try connection.standingImport(ofDigest: content.sha256) {
      throw Store.Refusal.alreadyImported(receipt)
    }
  }
}

extension Store.Writing {
  /// Imports a file: `body` hands over what it says. All of it is recorded or nothing.
  @discardableResult
  public func importFile(_ head: ImportHead, _ body: (ImportSession) throws -> Void) throws -> ImportReceipt {
    let have = try connection.association().organisationNumber
    if let one = have.organisationDigits, let other = head.organisationNumber.organisationDigits, one != other {
      throw Store.Refusal.wrongBook(have: have, got: head.organisationNumber)
    }
    let sequence = try act(.importFile, subject: head.name) { act in
      let session = try ImportSession(
        head, by: self.actor, at: self.moment, act: act, posting: self.posting, connection: self.connection)
      do {
        try body(session)
      } catch {
        // The same file once more runs into whatever it did the first time: a number that is taken, a month that has
        // been closed since. What helps is to say that it is the same file.
        try session.refuseKnownBytes()
        throw error
      }
      try session.finish()
      return act.sequence
    }.value
    guard let receipt = try connection.imports(where: "f.history_sequence = ?1", .integer(sequence)).first else {
      preconditionFailure("An import that has been recorded can be read.")
    }
    return receipt
  }
}

extension Store {
  /// Imports a file in one transaction: `body` hands over what it says; an error it throws stores nothing.
  @discardableResult
  public func importFile(
    _ head: ImportHead, by actor: Actor, at moment: Moment, _ body: (ImportSession) throws -> Void
  ) throws -> ImportReceipt {
    try together(by: actor, at: moment) { try $0.importFile(head, body) }
  }
}

extension String {
  /// The last ten digits, by which two ways of writing an organisation number are compared; nil where there are fewer.
  fileprivate var organisationDigits: [UInt8]? {
    let digits = utf8.filter { $0 >= 48 && $0 <= 57 }
    return digits.count >= 10 ? Array(digits.suffix(10)) : nil
  }
}
