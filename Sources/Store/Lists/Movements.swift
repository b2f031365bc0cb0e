import Ledger

/// What moved in a period: debits, credits, how many rows.
struct Movement {
  var debit: Int64 = 0
  var credit: Int64 = 0
  var rowCount: Int64 = 0

  var change: Int64 { debit - credit }

  mutating func add(_ row: Statement, from column: Int) {
    debit += row.integer(column)
    credit += row.integer(column + 1)
    rowCount += row.integer(column + 2)
  }
}

extension Connection {
  /// What moved in the period per account, by its key: of whole months the totals, of months that are cut the rows.
  func movements(
    of year: YearLedger.Entry, in period: ListPeriod, _ filter: VoucherFilter
  ) throws -> [Int64: Movement] {
    var movements: [Int64: Movement] = [:]
    try eachTotal("t.account_id", joining: "", of: year, in: period, filter) { row in
      movements[row.integer(0), default: Movement()].add(row, from: 1)
    }
    return movements
  }

  /// What moved in the period per object of the dimension.
  func movements(
    of year: YearLedger.Entry, in period: ListPeriod, _ filter: VoucherFilter, per dimension: Dimension
  ) throws -> [String: Movement] {
    var movements: [String: Movement] = [:]
    let join = """
      JOIN object_set_member m ON m.object_set_id = t.object_set_id
      JOIN object o ON o.id = m.object_id AND o.dimension = \(dimension.number)
      """
    try eachTotal("o.object", joining: join, of: year, in: period, filter) { row in
      movements[row.text(0), default: Movement()].add(row, from: 1)
    }
    return movements
  }

  private func eachTotal(
    _ key: String, joining join: String, of year: YearLedger.Entry, in period: ListPeriod, _ filter: VoucherFilter,
    body: (Statement) throws -> Void
  ) throws {
    let rows = ListCondition.rows("t", filter)
    if let months = period.months {
      try each(
        """
        SELECT \(key), SUM(t.debit_ore), SUM(t.credit_ore), SUM(t.row_count) FROM period_total t \(join)
        WHERE t.year_id = ? AND t.month BETWEEN ? AND ? AND \(rows.sql) GROUP BY 1
        """,
        fields: [.integer(year.id), .integer(months.lowerBound), .integer(months.upperBound)] + rows.fields, body)
    }
    for cut in period.cuts {
      let condition = ListCondition.days(cut, of: year) && rows
      try each(
        """
        SELECT \(key), SUM(MAX(t.amount_ore, 0)), SUM(MAX(-t.amount_ore, 0)), COUNT(*)
        FROM standing_voucher v CROSS JOIN voucher_row t ON t.voucher_id = v.id \(join)
        WHERE \(condition.sql) GROUP BY 1
        """, fields: condition.fields, body)
    }
  }

  /// What moved in the period per account and set of objects (nought for none): their keys, debits, credits, rows.
  func eachBalance(
    of year: YearLedger.Entry, in period: ListPeriod, body: (Statement) throws -> Void
  ) throws {
    if let months = period.months {
      try each(
        """
        SELECT account_id, object_set_id, SUM(debit_ore), SUM(credit_ore), SUM(row_count) FROM period_total
        WHERE year_id = ? AND month BETWEEN ? AND ? GROUP BY 1, 2
        """, fields: [.integer(year.id), .integer(months.lowerBound), .integer(months.upperBound)], body)
    }
    for cut in period.cuts {
      let condition = ListCondition.days(cut, of: year)
      try each(
        """
        SELECT t.account_id, COALESCE(t.object_set_id, 0), SUM(MAX(t.amount_ore, 0)), SUM(MAX(-t.amount_ore, 0)), COUNT(*)
        FROM standing_voucher v CROSS JOIN voucher_row t ON t.voucher_id = v.id WHERE \(condition.sql) GROUP BY 1, 2
        """, fields: condition.fields, body)
    }
  }

  /// What stood on the accounts when the period began, by their keys: a result account begins the year at nought.
  func standing(
    of year: YearLedger.Entry, before period: ListPeriod, _ filter: VoucherFilter, _ accounts: [Int64: Account]
  ) throws -> [Int64: Int64] {
    var amounts: [Int64: Int64] = [:]
    let rows = ListCondition.rows("t", filter)
    try each(
      """
      SELECT t.account_id, SUM(t.amount_ore) FROM standing_opening t WHERE t.year_id = ? AND \(rows.sql) GROUP BY 1
      """, fields: [.integer(year.id)] + rows.fields
    ) { row in
      if accounts[row.integer(0)]?.kind.isBalance == true { amounts[row.integer(0)] = row.integer(1) }
    }
    let earlier = period.before(in: year.year)
    guard !earlier.isEmpty else { return amounts }
    for (account, movement) in try movements(of: year, in: earlier, filter) {
      amounts[account, default: 0] += movement.change
    }
    return amounts
  }

  /// Every account that has been met, by its key, as it was declared last.
  func accountsByKey() throws -> [Int64: Account] {
    let declared = Dictionary(try accounts().map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var accounts: [Int64: Account] = [:]
    try each("SELECT id, number FROM account") { row in
      let number = AccountNumber(row.text(1))
      accounts[row.integer(0)] = declared[number] ?? Account(number: number, name: "")
    }
    return accounts
  }
}
