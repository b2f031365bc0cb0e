public import Ledger

extension Store {
  /// The year's books: openings and totals per month, never the vouchers, so the time does not grow with them.
  public func books(of year: FiscalYear) throws(Refusal) -> Books {
    try read { try $0.books(of: try YearLedger($0).entry(year)) }
  }

  /// The accounts that have been declared, each as it was declared last.
  public func accounts() throws(Refusal) -> [Account] { try read { try $0.accounts() } }

  /// The objects that have been declared, each by its last name.
  public func objects() throws(Refusal) -> [DeclaredObject] { try read { try $0.declaredObjects() } }

  /// The names that files have given to dimensions, each the last.
  public func dimensionNames() throws(Refusal) -> [Dimension: String] {
    try read { connection in
      var names: [Dimension: String] = [:]
      try connection.each("SELECT dimension, name FROM standing_dimension_name ORDER BY id") {
        names[Dimension(number: Int($0.integer(0)))] = $0.text(1)
      }
      return names
    }
  }
}

extension Store {
  /// The year's books as they stood at the end of each month, in one snapshot.
  public func monthEnds(of year: FiscalYear) throws(Refusal) -> [Books] {
    try read { connection in
      try connection.books(of: try YearLedger(connection).entry(year), through: year.months)
    }
  }
}

extension Connection {
  /// The year's books.
  func books(of entry: YearLedger.Entry) throws -> Books {
    try books(of: entry, through: [nil])[0]
  }

  /// The year's books with what has moved through each of those months, nil for all of them, first to last. What they
  /// have in common is read once, and so is each month's movement.
  fileprivate func books(of entry: YearLedger.Entry, through months: [Month?]) throws -> [Books] {
    let (chart, declared) = (try chart(), try declaredObjects())
    return try balances(of: entry, try objectSets(), through: months).map { balances in
      let references = Set(Set(balances.map(\.objects)).flatMap(\.objects))
      return Books(
        year: entry.year, chart: chart, objects: declared.filter { references.contains($0.reference) },
        balances: balances)
    }
  }

  private func chart() throws -> Chart {
    let standard = try first(
      "SELECT chart FROM association WHERE history_sequence = (SELECT MAX(history_sequence) FROM association)"
    ) { Chart.Standard(rawValue: $0.text(0)) }
    return Chart(standard: (standard ?? .bas) ?? .bas, accounts: try accounts())
  }

  /// The year's balances in the order of `Books`, as they were at the end of each of those months: sorted by places in
  /// two short lists, so that what `Books` sorts again, comparing texts, is sorted already.
  private func balances(
    of entry: YearLedger.Entry, _ sets: [Int64: ObjectSet], through months: [Month?]
  ) throws -> [[Books.Balance]] {
    var accounts: [(id: Int64, number: AccountNumber)] = []
    try each("SELECT id, number FROM account ORDER BY number") {
      accounts.append(($0.integer(0), AccountNumber($0.text(1))))
    }
    let accountPlaces = Dictionary(uniqueKeysWithValues: accounts.enumerated().map { ($1.id, $0) })
    var sortedSets: [(id: Int64, set: ObjectSet)] = [(0, .none)]
    for (id, set) in sets.sorted(by: { $0.value < $1.value }) { sortedSets.append((id, set)) }
    let setPlaces = Dictionary(uniqueKeysWithValues: sortedSets.enumerated().map { ($1.id, $0) })
    var amounts: [(place: Int, month: Int64, opening: Int64, debit: Int64, credit: Int64)] = []
    // Where one end is asked for, the months are added up by SQLite.
    let month = months.count == 1 ? "0" : "month"
    try each(
      """
      SELECT account_id, COALESCE(object_set_id, 0), 0, amount_ore, 0, 0 FROM standing_opening WHERE year_id = ?1
      UNION ALL
      SELECT account_id, object_set_id, \(month), 0, SUM(debit_ore), SUM(credit_ore)
      FROM period_total WHERE year_id = ?1 AND month <= ?2 GROUP BY 1, 2, 3
      """, .integer(entry.id), .integer((months.last ?? nil)?.yyyymm ?? 999_999)
    ) { row in
      guard let account = accountPlaces[row.integer(0)], let set = setPlaces[row.integer(1)] else {
        throw Store.Refusal.corrupt("account \(row.integer(0)), objects \(row.integer(1))")
      }
      amounts.append(
        (account * sortedSets.count + set, row.integer(2), row.integer(3), row.integer(4), row.integer(5)))
    }
    amounts.sort { ($0.place, $0.month) < ($1.place, $1.month) }
    return months.map { month in
      let last = month.map { Int64($0.yyyymm) } ?? .max
      var balances: [Books.Balance] = []
      var place = -1
      for amount in amounts where amount.month <= last {
        if amount.place == place {
          balances[balances.count - 1].opening += Money(ore: amount.opening)
          balances[balances.count - 1].debit += Money(ore: amount.debit)
          balances[balances.count - 1].credit += Money(ore: amount.credit)
        } else {
          let (account, set) = amount.place.quotientAndRemainder(dividingBy: sortedSets.count)
          balances.append(
            Books.Balance(
              account: accounts[account].number, objects: sortedSets[set].set, opening: Money(ore: amount.opening),
              debit: Money(ore: amount.debit), credit: Money(ore: amount.credit)))
          place = amount.place
        }
      }
      return balances
    }
  }

  func accounts() throws -> [Account] {
    var codes: [Int64: [String]] = [:]
    try each("SELECT declaration_id, code FROM account_tax_code ORDER BY declaration_id, position") {
      codes[$0.integer(0), default: []].append($0.text(1))
    }
    var accounts: [Account] = []
    try each(
      """
      SELECT a.number, d.name, d.kind, d.unit, d.id FROM account_declaration d JOIN account a ON a.id = d.account_id
      WHERE d.id IN (SELECT MAX(id) FROM standing_account_declaration GROUP BY account_id) ORDER BY a.number
      """
    ) {
      accounts.append(
        Account(
          number: AccountNumber($0.text(0)), name: $0.text(1), kind: AccountKind(rawValue: $0.text(2)),
          taxCodes: codes[$0.integer(4)] ?? [], unit: $0.optionalText(3)))
    }
    return accounts
  }

  func declaredObjects() throws -> [DeclaredObject] {
    var objects: [DeclaredObject] = []
    try each(
      """
      SELECT o.dimension, o.object, n.name FROM object_name n JOIN object o ON o.id = n.object_id
      WHERE n.id IN (SELECT MAX(id) FROM standing_object_name GROUP BY object_id) ORDER BY o.dimension, o.object
      """
    ) {
      objects.append(
        DeclaredObject(
          reference: ObjectReference(dimension: Dimension(number: Int($0.integer(0))), object: $0.text(1)),
          name: $0.text(2)))
    }
    return objects
  }
}

extension Store {
  /// The year's books as if the year were that period of it: what stood when it began, and what has moved in it. A result
  /// account begins at nought. Nil ends are the year's own.
  public func books(of year: FiscalYear, from: CalendarDate?, through: CalendarDate?) throws(Refusal) -> Books {
    try read { try $0.books(of: try YearLedger($0).entry(year), from: from, through: through) }
  }
}

extension Connection {
  fileprivate func books(of entry: YearLedger.Entry, from: CalendarDate?, through: CalendarDate?) throws -> Books {
    let period = ListPeriod(entry.year, from: from, through: through)
    let whole = try books(of: entry)
    guard from != nil || through != nil else { return whole }
    let moved = try balances(of: entry, in: period, whole.chart)
    let earlier = period.before(in: entry.year)
    let before = earlier.isEmpty ? [:] : try balances(of: entry, in: earlier, whole.chart)
    return Books(
      year: whole.year, chart: whole.chart, objects: whole.objects,
      balances: whole.balances.map { balance in
        let key = BalanceKey(account: balance.account, objects: balance.objects)
        let movement = moved[key] ?? Movement()
        let isKept = whole.kind(of: balance.account).isBalance
        return Books.Balance(
          account: balance.account, objects: balance.objects,
          opening: isKept ? balance.opening + Money(ore: before[key]?.change ?? 0) : .zero,
          debit: Money(ore: movement.debit), credit: Money(ore: movement.credit))
      })
  }

  private struct BalanceKey: Hashable {
    let account: AccountNumber
    let objects: ObjectSet
  }

  private func balances(
    of entry: YearLedger.Entry, in period: ListPeriod, _ chart: Chart
  ) throws -> [BalanceKey: Movement] {
    let (accounts, sets) = (try accountsByKey(), try objectSets())
    var movements: [BalanceKey: Movement] = [:]
    try eachBalance(of: entry, in: period) { row in
      guard let account = accounts[row.integer(0)] else { throw Store.Refusal.corrupt("account \(row.integer(0))") }
      let key = BalanceKey(account: account.number, objects: sets[row.integer(1)] ?? .none)
      movements[key, default: Movement()].add(row, from: 2)
    }
    return movements
  }
}
