/// The sixth schema: which account has which role, where the association chooses another than the shipped chart's.
/// Shipped, so never changed; a test holds its SHA-256 still.
enum M0006 {
  static let sql =
    """
    CREATE TABLE role_account (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      role TEXT NOT NULL,
      account TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;

    """ + factTables.map { M0001.refusals(of: $0) }.joined()

  /// The table of facts that is new here.
  static let factTables: [(name: String, hasID: Bool)] = [("role_account", false)]
}
