/// The fifth schema: what performers expect a year's draw of an insats to end with. Shipped, so never changed; a test
/// holds its SHA-256 still.
enum M0005 {
  static let sql =
    """
    CREATE TABLE performer_forecast (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      insats_id TEXT NOT NULL,
      receiver_id TEXT NOT NULL,
      year INTEGER NOT NULL,
      month INTEGER NOT NULL,
      expected_ore INTEGER NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;

    """ + factTables.map { M0001.refusals(of: $0) }.joined()

  /// The table of facts that is new here.
  static let factTables: [(name: String, hasID: Bool)] = [("performer_forecast", false)]
}
