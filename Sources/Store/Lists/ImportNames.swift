import Ledger

/// The names that an import gave to accounts, objects and dimensions, as they are before it is undone.
///
/// What a file says that was said before is not recorded again, so a later file may rest on the names of an earlier.
/// Where one stands that came later, all names stay as they are; else those stay that what still stands has no other
/// name for. What stays is recorded again in the act that undoes the import.
struct ImportNames {
  private let connection: Connection
  private let hasLater: Bool
  private var accounts: [(key: Int64, account: Account)] = []
  private var objects: [(key: Int64, name: String)] = []
  private var dimensions: [(key: Int64, name: String)] = []

  init(_ record: ImportRecord, on connection: Connection) throws {
    self.connection = connection
    let sequence = Field.integer(record.receipt.sequence)
    hasLater =
      try connection.first("SELECT 1 FROM standing_import WHERE history_sequence > ?", sequence) { _ in true } ?? false
    let declared = try connection.accountsByKey()
    try connection.each(
      """
      SELECT account_id FROM account_declaration
      WHERE history_sequence = ? AND id IN (SELECT MAX(id) FROM standing_account_declaration GROUP BY account_id)
      ORDER BY id
      """, sequence
    ) { row in
      if let account = declared[row.integer(0)] { accounts.append((row.integer(0), account)) }
    }
    try connection.each(
      """
      SELECT object_id, name FROM object_name
      WHERE history_sequence = ? AND id IN (SELECT MAX(id) FROM standing_object_name GROUP BY object_id) ORDER BY id
      """, sequence
    ) { objects.append(($0.integer(0), $0.text(1))) }
    try connection.each(
      """
      SELECT dimension, name FROM dimension_name
      WHERE history_sequence = ? AND id IN (SELECT MAX(id) FROM standing_dimension_name GROUP BY dimension) ORDER BY id
      """, sequence
    ) { dimensions.append(($0.integer(0), $0.text(1))) }
  }

  /// Records again what stays, when the import has been undone in that act.
  func keep(in act: Act, keys: KeyRing) throws {
    let usedAccounts = try wanted(
      accounts.map(\.key),
      used: "SELECT account_id FROM period_total UNION SELECT account_id FROM standing_opening",
      named: "SELECT account_id FROM standing_account_declaration")
    var id = try keys.next("account_declaration")
    for (key, account) in accounts where usedAccounts.contains(key) {
      try act.record(
        "account_declaration", .integer(id), .integer(key), .text(account.name), .text(account.kind.rawValue),
        account.unit.map { .text($0) } ?? .null, .integer(act.sequence))
      for (position, code) in account.taxCodes.enumerated() {
        try act.record("account_tax_code", .integer(id), .integer(position), .text(code), .integer(act.sequence))
      }
      id += 1
    }
    try keep(
      objects, in: "object_name", act, keys,
      used: "SELECT m.object_id FROM object_set_member m WHERE m.object_set_id IN (\(ImportNames.setsInUse))",
      named: "SELECT object_id FROM standing_object_name")
    try keep(
      dimensions, in: "dimension_name", act, keys,
      used: """
        SELECT o.dimension FROM object o JOIN object_set_member m ON m.object_id = o.id
        WHERE m.object_set_id IN (\(ImportNames.setsInUse))
        """, named: "SELECT dimension FROM standing_dimension_name")
  }

  private static let setsInUse = """
    SELECT object_set_id FROM period_total UNION SELECT object_set_id FROM standing_opening WHERE object_set_id NOT NULL
    """

  private func keep(
    _ names: [(key: Int64, name: String)], in table: String, _ act: Act, _ keys: KeyRing, used: String, named: String
  ) throws {
    let wanted = try wanted(names.map(\.key), used: used, named: named)
    var id = try keys.next(table)
    for (key, name) in names where wanted.contains(key) {
      try act.record(table, .integer(id), .integer(key), .text(name), .integer(act.sequence))
      id += 1
    }
  }

  private func wanted(_ keys: [Int64], used: String, named: String) throws -> Set<Int64> {
    guard !hasLater else { return Set(keys) }
    var wanted: Set<Int64> = []
    try connection.each("SELECT * FROM (\(used)) EXCEPT SELECT * FROM (\(named))") { wanted.insert($0.integer(0)) }
    return wanted
  }
}
