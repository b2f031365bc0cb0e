import Ledger

/// Reads vouchers whole: the voucher, its rows, amendments and attachments, and the numbers it points to.
final class VoucherReader {
  private let connection: Connection
  private var accounts: [Int64: AccountNumber] = [:]
  private var sets: [Int64: ObjectSet] = [:]
  private let hasAmendments: Bool
  private let hasAttachments: Bool

  init(_ connection: Connection) throws {
    self.connection = connection
    func any(_ table: String) throws -> Bool {
      try connection.first("SELECT EXISTS (SELECT 1 FROM \(table))") { $0.integer(0) } == 1
    }
    hasAmendments = try any("voucher_amendment")
    hasAttachments = try any("voucher_attachment") || any("voucher_document")
    try connection.each("SELECT id, number FROM account") { accounts[$0.integer(0)] = AccountNumber($0.text(1)) }
    sets = try connection.objectSets()
  }

  static let columns = """
    v.id, v.series, v.number, v.date, v.compiled_on, v.text, v.counterparty, v.compiled_by, v.source,
    v.source_series, v.source_number, v.reason, o.series, o.number, c.series, c.number
    FROM standing_voucher v LEFT JOIN voucher o ON o.id = v.reverses_id
      LEFT JOIN standing_voucher c ON c.reverses_id = v.id
    """

  /// The voucher in the row that the statement stands on, its columns as in `columns`.
  func voucher(_ row: Statement) throws -> PostedVoucher {
    let id = row.integer(0)
    let number = Voucher.Number(series: row.text(1), number: Int(row.integer(2)))
    guard let date = CalendarDate(yyyymmdd: Int(row.integer(3))) else {
      throw Store.Refusal.corrupt("voucher \(number.text)")
    }
    let source: Voucher.Source
    switch row.integer(8) {
    case 1: source = .entered
    case 2:
      source = .imported(
        series: row.optionalText(9) ?? number.series, number: row.optionalText(10) ?? String(number.number))
    case 3: source = .balances
    default: source = .yearEnd
    }
    let draft = Voucher.Draft(
      series: number.series, date: date, text: row.text(5), counterparty: row.text(6),
      compiledOn: row.optionalInteger(4).flatMap { CalendarDate(yyyymmdd: Int($0)) }, compiledBy: row.text(7),
      rows: try rows(of: id), amendments: hasAmendments ? try amendments(of: id) : [],
      attachments: hasAttachments ? try attachments(of: id) : [], source: source)
    do {
      return PostedVoucher(
        id: ID(rawValue: id), number: number, voucher: try Voucher(draft), reverses: self.number(row, 12),
        reversedBy: self.number(row, 14), reason: row.optionalText(11))
    } catch {
      throw Store.Refusal.corrupt("voucher \(number.text)")
    }
  }

  private func number(_ row: Statement, _ column: Int) -> Voucher.Number? {
    row.isNull(column + 1) ? nil : Voucher.Number(series: row.text(column), number: Int(row.integer(column + 1)))
  }

  private func rows(of id: Int64) throws -> [Voucher.Row] {
    var rows: [Voucher.Row] = []
    try connection.each(
      """
      SELECT account_id, object_set_id, amount_ore, text, date, quantity_thousandths, sign
      FROM voucher_row WHERE voucher_id = ? ORDER BY line
      """, .integer(id)
    ) { rows.append(try row($0, 0)) }
    return rows
  }

  private func amendments(of id: Int64) throws -> [Voucher.Amendment] {
    var amendments: [Voucher.Amendment] = []
    try connection.each(
      """
      SELECT kind, account_id, object_set_id, amount_ore, text, date, quantity_thousandths, sign
      FROM voucher_amendment WHERE voucher_id = ? ORDER BY position
      """, .integer(id)
    ) {
      guard let kind = Voucher.Amendment.Kind(rawValue: $0.text(0)) else {
        throw Store.Refusal.corrupt("voucher_amendment \(id)")
      }
      amendments.append(Voucher.Amendment(kind: kind, row: try row($0, 1)))
    }
    return amendments
  }

  /// The voucher's documents: those it was recorded with, and those that have been put beside it since.
  private func attachments(of id: Int64) throws -> [String] {
    var digests: [String] = []
    try connection.each(
      """
      SELECT a.sha256 FROM (
        SELECT attachment_id, 0 AS place, position FROM voucher_attachment WHERE voucher_id = ?1
        UNION ALL SELECT attachment_id, 1, history_sequence FROM voucher_document WHERE voucher_id = ?1
      ) l JOIN attachment a ON a.id = l.attachment_id ORDER BY l.place, l.position
      """, .integer(id)
    ) { digests.append($0.text(0)) }
    return digests
  }

  private func row(_ row: Statement, _ first: Int) throws -> Voucher.Row {
    let objects = row.optionalInteger(first + 1)
    guard let account = accounts[row.integer(first)], let set = objects.map({ sets[$0] }) ?? ObjectSet.none else {
      throw Store.Refusal.corrupt("account \(row.integer(first)), objects \(objects ?? 0)")
    }
    return Voucher.Row(
      account: account, amount: Money(ore: row.integer(first + 2)), objects: set, text: row.text(first + 3),
      date: row.optionalInteger(first + 4).flatMap { CalendarDate(yyyymmdd: Int($0)) },
      quantityThousandths: row.optionalInteger(first + 5), sign: row.text(first + 6))
  }
}

extension Connection {
  func eachVoucher(of year: YearLedger.Entry, _ body: (PostedVoucher) throws -> Void) throws {
    let reader = try VoucherReader(self)
    try each(
      "SELECT \(VoucherReader.columns) WHERE v.year_id = ? ORDER BY v.series, v.number", .integer(year.id)
    ) { try body(try reader.voucher($0)) }
  }

  func voucher(_ number: Voucher.Number, in year: YearLedger.Entry) throws -> PostedVoucher? {
    let reader = try VoucherReader(self)
    return try first(
      "SELECT \(VoucherReader.columns) WHERE v.year_id = ? AND v.series = ? AND v.number = ?", .integer(year.id),
      .text(number.series), .integer(number.number)
    ) { try reader.voucher($0) }
  }

  /// Every set of objects, by its key.
  func objectSets() throws -> [Int64: ObjectSet] {
    var members: [Int64: [ObjectReference]] = [:]
    try each(
      """
      SELECT m.object_set_id, o.dimension, o.object FROM object_set_member m JOIN object o ON o.id = m.object_id
      ORDER BY m.object_set_id, m.position
      """
    ) {
      members[$0.integer(0), default: []].append(
        ObjectReference(dimension: Dimension(number: Int($0.integer(1))), object: $0.text(2)))
    }
    return members.mapValues { ObjectSet($0) }
  }
}
