/// The fourth schema: what the association says of the deadlines in its yearly wheel. Shipped, so never changed; a test
/// holds its SHA-256 still.
enum M0004 {
  static let sql =
    """
    CREATE TABLE deadline_fact (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      year INTEGER NOT NULL,
      id TEXT NOT NULL,
      title TEXT NOT NULL,
      day INTEGER,
      done_on INTEGER,
      note TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;

    """ + factTables.map { M0001.refusals(of: $0) }.joined()

  /// The table of facts that is new here.
  static let factTables: [(name: String, hasID: Bool)] = [("deadline_fact", false)]
}
