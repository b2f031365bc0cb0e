/// The eighteenth schema: the groups in which the parties meet beside the board and who sits in them, and which team
/// consultation cases were counted in. Shipped, so never changed; a test holds its SHA-256 still.
enum M0018 {
  static let sql =
    """
    CREATE TABLE association_group (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      group_id TEXT NOT NULL,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      member_id TEXT,
      from_day INTEGER,
      until_day INTEGER,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE association_group_member (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      group_position INTEGER NOT NULL,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      function TEXT NOT NULL,
      party_id TEXT NOT NULL,
      from_day INTEGER,
      until_day INTEGER,
      PRIMARY KEY (history_sequence, group_position, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE case_count_group (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      case_count INTEGER NOT NULL,
      group_id TEXT NOT NULL CHECK (group_id <> ''),
      PRIMARY KEY (history_sequence, case_count)
    ) STRICT, WITHOUT ROWID;

    """ + factTables.map { M0001.refusals(of: $0) }.joined()

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] =
    ["association_group", "association_group_member", "case_count_group"].map { ($0, false) }
}
