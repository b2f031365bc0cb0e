/// Reads every fact anew and hashes it by the line of history it belongs to. What a table of facts is, its columns and
/// its order are taken from the database itself, as an independent reader of the file would take them.
struct FactReader {
  let connection: Connection
  /// Digests per line of history and table.
  private(set) var digests: [Int64: [String: (count: Int, digest: LineDigest)]] = [:]
  private(set) var factCount = 0

  init(_ connection: Connection) { self.connection = connection }

  /// How many facts are read between two words about how far it has come.
  private static let stride = 10_000

  mutating func read(progress: (Int) -> Void) throws {
    for table in try factTables() { try read(table, progress: progress) }
  }

  private struct Table {
    let name: String
    var columns: [String] = []
    var key: [(place: Int64, column: String)] = []
  }

  /// Tables with a column `history_sequence`: their columns without blobs, and their primary keys.
  private func factTables() throws -> [Table] {
    var tables: [Table] = []
    try connection.each(
      """
      SELECT t.name, c.name, c.type, c.pk FROM sqlite_schema t, pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.name IN (
        SELECT t.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE c.name = 'history_sequence')
      ORDER BY t.name, c.cid
      """
    ) { row in
      if tables.last?.name != row.text(0) { tables.append(Table(name: row.text(0))) }
      let last = tables.count - 1
      if row.integer(3) > 0 { tables[last].key.append((row.integer(3), row.text(1))) }
      if row.text(2) != "BLOB" { tables[last].columns.append(row.text(1)) }
    }
    return tables
  }

  private mutating func read(_ table: Table, progress: (Int) -> Void) throws {
    guard let place = table.columns.firstIndex(of: "history_sequence") else { return }
    let key = table.key.sorted { $0.place < $1.place }.map(\.column).joined(separator: ", ")
    let columnCount = table.columns.count
    var current: (sequence: Int64, digest: LineDigest)?
    var counts: [Int64: Int] = [:]
    try connection.each("SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name) ORDER BY \(key)") { row in
      let sequence = row.integer(place)
      let digest: LineDigest
      if let current, current.sequence == sequence {
        digest = current.digest
      } else {
        digest = digests[sequence]?[table.name]?.digest ?? LineDigest()
        digests[sequence, default: [:]][table.name] = (0, digest)
        current = (sequence, digest)
      }
      for column in 0..<columnCount {
        if row.isNull(column) {
          digest.putNull()
        } else if row.isText(column) {
          digest.put(row.bytes(column))
        } else {
          digest.put(row.integer(column))
        }
      }
      digest.endLine()
      counts[sequence, default: 0] += 1
      factCount += 1
      if factCount % FactReader.stride == 0 { progress(factCount) }
    }
    for (sequence, count) in counts { digests[sequence]?[table.name]?.count = count }
  }

  /// The digest of all facts that belong to the line.
  func digest(of sequence: Int64) -> String {
    HistoryLine.digest(of: (digests[sequence] ?? [:]).map { ($0.key, $0.value.count, $0.value.digest.hash) })
  }
}
