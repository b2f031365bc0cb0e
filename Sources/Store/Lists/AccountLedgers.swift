import Ledger

extension Connection {
  /// The trial balance of the filter's period.
  func trialBalance(_ filter: VoucherFilter) throws -> [TrialLine] {
    let year = try YearLedger(self).entry(filter.year)
    let period = ListPeriod(filter.year, from: filter.from, through: filter.through)
    guard !period.isEmpty else { return [] }
    let accounts = try accountsByKey()
    let openings = try standing(of: year, before: period, filter, accounts)
    let movements = try movements(of: year, in: period, filter)
    return try Set(openings.keys).union(movements.keys).compactMap { key in
      guard let account = accounts[key] else { throw Store.Refusal.corrupt("account \(key)") }
      let (opening, movement) = (openings[key] ?? 0, movements[key] ?? Movement())
      guard opening != 0 || movement.debit != 0 || movement.credit != 0 else { return nil }
      return TrialLine(
        account: account, opening: Money(ore: opening), debit: Money(ore: movement.debit),
        credit: Money(ore: movement.credit))
    }.sorted { $0.account.number < $1.account.number }
  }

  /// What moved per object of the dimension in the filter's period.
  func objectLines(_ filter: VoucherFilter, dimension: Dimension) throws -> [ObjectLine] {
    let year = try YearLedger(self).entry(filter.year)
    let period = ListPeriod(filter.year, from: filter.from, through: filter.through)
    var names: [String: String] = [:]
    for object in try declaredObjects() where object.reference.dimension == dimension {
      names[object.reference.object] = object.name
    }
    return try movements(of: year, in: period, filter, per: dimension).sorted { $0.key < $1.key }.map { key, movement in
      ObjectLine(
        object: DeclaredObject(
          reference: ObjectReference(dimension: dimension, object: key), name: names[key] ?? key),
        debit: Money(ore: movement.debit), credit: Money(ore: movement.credit), rowCount: Int(movement.rowCount))
    }
  }

  /// The accounts that stood or moved in the filter's period, with at most so many rows in all.
  func accountLedgers(
    _ filter: VoucherFilter, rowCountMax: Int
  ) throws -> (ledgers: [AccountLedger], isWhole: Bool) {
    let year = try YearLedger(self).entry(filter.year)
    let period = ListPeriod(filter.year, from: filter.from, through: filter.through)
    guard !period.isEmpty else { return ([], true) }
    let accounts = try accountsByKey()
    let openings = try standing(of: year, before: period, filter, accounts)
    let movements = try movements(of: year, in: period, filter)
    var drafts: [LedgerDraft] = []
    for key in Set(openings.keys).union(movements.keys) {
      guard let account = accounts[key] else { throw Store.Refusal.corrupt("account \(key)") }
      let draft = LedgerDraft(
        key: key, account: account, opening: openings[key] ?? 0, movement: movements[key] ?? Movement())
      if draft.opening != 0 || draft.movement.rowCount > 0 { drafts.append(draft) }
    }
    drafts.sort { $0.account.number < $1.account.number }
    let words = SearchWords(filter.text)
    let isWhole = try fill(&drafts, of: year, period, filter, words, rowCountMax: rowCountMax)
    return (drafts.filter { words.isEmpty || !$0.entries.isEmpty }.map(\.ledger), isWhole)
  }

  /// Reads the accounts' rows in order of day, as many as are wanted in order of account.
  private func fill(
    _ drafts: inout [LedgerDraft], of year: YearLedger.Entry, _ period: ListPeriod, _ filter: VoucherFilter,
    _ words: SearchWords, rowCountMax: Int
  ) throws -> Bool {
    // How many rows an account has is known beforehand, but not how many of them the words mean.
    var (left, wanted) = (rowCountMax, 0)
    for index in drafts.indices {
      drafts[index].entryCountMax = min(words.isEmpty ? left : rowCountMax, Int(drafts[index].movement.rowCount))
      left -= words.isEmpty ? drafts[index].entryCountMax : 0
      wanted += drafts[index].entryCountMax
    }
    let places = Dictionary(
      uniqueKeysWithValues: drafts.indices.filter { drafts[$0].entryCountMax > 0 }.map { (drafts[$0].key, $0) })
    guard !places.isEmpty else { return drafts.allSatisfy { $0.movement.rowCount == 0 } }
    let sets = try objectSets()
    let meant = words.isEmpty ? ListCondition("1") : .rowMeant(words)
    let condition =
      try ListCondition.days(period.first...period.last, of: year) && months(of: year, filter)
      && ListCondition("r.account_id IN (\(places.keys.map { "\($0)" }.joined(separator: ", ")))")
      && .rows("r", filter)
    try eachWhile(
      """
      SELECT r.account_id, v.series, v.number, v.date, COALESCE(r.text, v.text), r.object_set_id, r.amount_ore,
        \(meant.sql)
      FROM standing_voucher v CROSS JOIN voucher_row r ON r.voucher_id = v.id WHERE \(condition.sql)
      ORDER BY v.date, v.number, v.history_sequence, v.id, r.line
      """, fields: meant.fields + condition.fields
    ) { row in
      guard wanted > 0 else { return false }
      guard let place = places[row.integer(0)], let date = CalendarDate(yyyymmdd: Int(row.integer(3))) else {
        throw Store.Refusal.corrupt("voucher \(row.text(1)) \(row.integer(2))")
      }
      let isAdded = drafts[place].add(row.integer(6), isMeant: row.integer(7) != 0) { amount, balance in
        AccountLedger.Entry(
          number: Voucher.Number(series: row.text(1), number: Int(row.integer(2))), date: date, text: row.text(4),
          objects: row.optionalInteger(5).flatMap { sets[$0] } ?? .none, amount: amount, balance: balance)
      }
      if isAdded { wanted -= 1 }
      return true
    }
    guard words.isEmpty else { return trim(&drafts, to: rowCountMax) }
    return drafts.allSatisfy { $0.entries.count == Int($0.movement.rowCount) }
  }

  /// Leaves out what is more than wanted, the last accounts first; says whether nothing was.
  private func trim(_ drafts: inout [LedgerDraft], to rowCountMax: Int) -> Bool {
    var left = rowCountMax
    var isWhole = true
    for index in drafts.indices {
      isWhole = isWhole && drafts[index].entries.count <= left && !drafts[index].isCut
      drafts[index].entries = Array(drafts[index].entries.prefix(left))
      left -= drafts[index].entries.count
    }
    return isWhole
  }
}

/// An account's ledger being read.
private struct LedgerDraft {
  let key: Int64
  let account: Account
  let opening: Int64
  let movement: Movement
  var entries: [AccountLedger.Entry] = []
  var entryCountMax = 0
  /// Whether more rows were meant than are kept.
  var isCut = false
  private var balance: Int64

  init(key: Int64, account: Account, opening: Int64, movement: Movement) {
    self.key = key
    self.account = account
    self.opening = opening
    self.movement = movement
    balance = opening
  }

  /// Counts a row, and keeps it where it is meant and there is room; says whether it was kept.
  mutating func add(
    _ amount: Int64, isMeant: Bool, _ entry: (_ amount: Money, _ balance: Money) -> AccountLedger.Entry
  ) -> Bool {
    balance += amount
    guard isMeant else { return false }
    guard entries.count < entryCountMax else {
      isCut = true
      return false
    }
    entries.append(entry(Money(ore: amount), Money(ore: balance)))
    return true
  }

  var ledger: AccountLedger {
    AccountLedger(
      account: account, opening: Money(ore: opening), entries: entries, debit: Money(ore: movement.debit),
      credit: Money(ore: movement.credit))
  }
}
