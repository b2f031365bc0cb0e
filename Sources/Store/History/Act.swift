import Ledger

/// An act under way: the line of history is written first, then its facts through recorders, then the seal with their
/// digest. Without the seal nothing of it can be committed, for the line refers to it by a deferred foreign key.
///
/// The line comes first and the seal in a table of its own because facts point to the line: were the line written
/// last, SQLite would look for its facts in fifty tables at each act.
final class Act {
  let sequence: Int64
  let connection: Connection
  private let line: (moment: Int64, actor: String, act: String, subject: String)
  private var recorders: [String: Recorder] = [:]

  init(
    _ act: HistoryLine.Act, subject: String, by actor: Actor, at moment: Moment, on connection: Connection
  ) throws {
    self.connection = connection
    self.sequence = try connection.first("SELECT COALESCE(MAX(sequence), 0) + 1 FROM history") { $0.integer(0) } ?? 1
    self.line = (moment.secondsSince1970, actor.name, act.rawValue, subject)
    try connection.run(
      "INSERT INTO history VALUES (?, ?, ?, ?, ?, 1)", .integer(sequence), .integer(line.moment), .text(line.actor),
      .text(line.act), .text(line.subject))
  }

  /// The recorder of that table's rows. Rows must be given in order of the table's primary key, for so they are hashed.
  /// Whoever asks for them to be written several at a time sees to it that they are when they must be.
  func recorder(_ table: String, batch: Int = 1) throws -> Recorder {
    if let recorder = recorders[table] { return recorder }
    let recorder = try Recorder(table, batch: batch, on: connection)
    recorders[table] = recorder
    return recorder
  }

  /// Writes one row of a small table.
  func record(_ table: String, _ fields: Field...) throws {
    let recorder = try recorder(table)
    for field in fields { recorder.field(field) }
    try recorder.end()
  }

  /// Writes the digest and the hash. Nothing can be added to the act after that.
  func seal() throws -> HistoryLine {
    for recorder in recorders.values where recorder.waiting > 0 {
      preconditionFailure("Rows are written before their act is sealed.")
    }
    let digest = HistoryLine.digest(of: recorders.map { ($0.key, $0.value.count, $0.value.hash) })
    let previous =
      try connection.first("SELECT hash FROM history_seal WHERE sequence = ?", .integer(sequence - 1)) { $0.text(0) }
      ?? HistoryLine.noHash
    let hash = HistoryLine.hash(
      sequence: sequence, moment: line.moment, actor: line.actor, act: line.act, subject: line.subject, digest: digest,
      previousHash: previous)
    try connection.run(
      "INSERT INTO history_seal VALUES (?, ?, ?, ?, (SELECT COALESCE(MAX(id), 0) FROM voucher))", .integer(sequence),
      .text(digest), .text(previous), .text(hash))
    guard let sealed = try connection.history(of: sequence).first else {
      preconditionFailure("A line of history that has been sealed can be read.")
    }
    return sealed
  }
}
