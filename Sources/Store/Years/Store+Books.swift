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
      try connection.each("SELECT dimension, name FROM dimension_name ORDER BY id") {
        names[Dimension(number: Int($0.integer(0)))] = $0.text(1)
      }
      return names
    }
  }
}

extension Connection {
  func books(of entry: YearLedger.Entry) throws -> Books {
    let sets = try objectSets()
    var used: Set<Int64> = []
    var balances: [Books.Balance] = []
    // Ordered in the database by number, so that sorting what is sorted already costs next to nothing.
    try each(
      """
      SELECT a.number, t.objects, SUM(t.opening), SUM(t.debit), SUM(t.credit) FROM (
        SELECT account_id, COALESCE(object_set_id, 0) AS objects, amount_ore AS opening, 0 AS debit, 0 AS credit
        FROM opening WHERE year_id = ?1
        UNION ALL
        SELECT account_id, object_set_id, 0, SUM(debit_ore), SUM(credit_ore)
        FROM period_total WHERE year_id = ?1 GROUP BY account_id, object_set_id
      ) t JOIN account a ON a.id = t.account_id
      GROUP BY a.number, t.objects ORDER BY a.number, t.objects
      """, .integer(entry.id)
    ) { row in
      let key = row.integer(1)
      if key != 0 { used.insert(key) }
      balances.append(
        Books.Balance(
          account: AccountNumber(row.text(0)), objects: sets[key] ?? .none, opening: Money(ore: row.integer(2)),
          debit: Money(ore: row.integer(3)), credit: Money(ore: row.integer(4))))
    }
    let references = Set(used.compactMap { sets[$0] }.flatMap(\.objects))
    let standard = try first(
      "SELECT chart FROM association WHERE history_sequence = (SELECT MAX(history_sequence) FROM association)"
    ) { Chart.Standard(rawValue: $0.text(0)) }
    return Books(
      year: entry.year, chart: Chart(standard: (standard ?? .bas) ?? .bas, accounts: try accounts()),
      objects: try declaredObjects().filter { references.contains($0.reference) }, balances: balances)
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
      WHERE d.id IN (SELECT MAX(id) FROM account_declaration GROUP BY account_id) ORDER BY a.number
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
      WHERE n.id IN (SELECT MAX(id) FROM object_name GROUP BY object_id) ORDER BY o.dimension, o.object
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
