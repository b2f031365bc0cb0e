import Association
import Ledger

extension Store.Writing {
  /// Writes the tables in which the association differs from what stood before, and for every table under which
  /// sequence its rows now stand. So one answered finding costs one table, not the whole association once more.
  func write(_ association: Association, over present: Association?, in act: Act) throws {
    let before = present == nil ? [:] : try connection.edition()
    var edition: [String: Int64] = [:]
    for noun in Noun.all {
      let rows = noun.rows(association)
      if let present, let standing = before[noun.table], rows == noun.rows(present) {
        edition[noun.table] = standing
        continue
      }
      edition[noun.table] = act.sequence
      let recorder = try act.recorder(noun.table)
      for row in rows {
        recorder.integer(act.sequence)
        for field in row { recorder.field(field) }
        try recorder.end()
      }
    }
    // By name, for that is the table's key.
    for (noun, sequence) in edition.sorted(by: { $0.key < $1.key }) {
      try act.record("edition", .integer(act.sequence), .text(noun), .integer(sequence))
    }
  }
}

extension Connection {
  /// For each table of the association, under which sequence its rows stand: now, or after a line of history.
  func edition(asOf sequence: Int64 = .max) throws -> [String: Int64] {
    var edition: [String: Int64] = [:]
    try each(
      """
      SELECT noun, rows_sequence FROM edition
      WHERE history_sequence = (SELECT MAX(history_sequence) FROM edition WHERE history_sequence <= ?)
      """, .integer(sequence)
    ) { edition[$0.text(0)] = $0.integer(1) }
    return edition
  }

  func association() throws -> Association {
    guard let association = try association(asOf: .max) else { throw Store.Refusal.corrupt("edition") }
    return association
  }

  func association(asOf sequence: Int64) throws -> Association? {
    let edition = try edition(asOf: sequence)
    guard !edition.isEmpty else { return nil }
    var association = Association(name: "", organisationNumber: "")
    for noun in Noun.all {
      guard let sequence = edition[noun.table] else { continue }
      let positions = (2...noun.depth + 1).map { "\($0)" }.joined(separator: ", ")
      try each(
        "SELECT * FROM \(noun.table) WHERE history_sequence = ? ORDER BY \(positions)", .integer(sequence)
      ) { row in
        var reader = FieldReader(table: noun.table, fields: (1..<row.columnCount).map { row.field($0) })
        try noun.read(&association, &reader)
      }
    }
    association.obstacleYears = try obstacleYears(asOf: sequence)
    let accepted = try acceptedDeliveries(asOf: sequence)
    guard !accepted.isEmpty else { return association }
    return association.with(
      Deliveries(accepted, insatser: association.insatser, exitReasons: association.exitReasons))
  }
}
