/// The register of releases: which counts of people have left the book, and how they were printed.
/// Shipped, so never changed; a test holds its SHA-256 still.
enum M0012 {
  static let sql =
    """
    CREATE TABLE count_release (
      history_sequence INTEGER PRIMARY KEY REFERENCES history (sequence),
      year INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE count_release_cell (
      history_sequence INTEGER NOT NULL REFERENCES count_release (history_sequence),
      position INTEGER NOT NULL,
      cell TEXT NOT NULL CHECK (cell <> ''),
      revision INTEGER NOT NULL CHECK (revision >= 0),
      role TEXT NOT NULL CHECK (role <> ''),
      count INTEGER NOT NULL,
      twin INTEGER NOT NULL CHECK (told <> 'exakt' OR twin = count),
      told TEXT NOT NULL CHECK (told IN ('exakt', 'färre', 'minst', 'streck')),
      bound INTEGER CHECK ((bound IS NULL) = (told = 'exakt')),
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE count_release_term (
      history_sequence INTEGER NOT NULL REFERENCES count_release (history_sequence),
      relation INTEGER NOT NULL,
      position INTEGER NOT NULL,
      sign INTEGER NOT NULL CHECK (sign IN (-1, 1)),
      cell TEXT NOT NULL CHECK (cell <> ''),
      revision INTEGER NOT NULL CHECK (revision >= 0),
      PRIMARY KEY (history_sequence, relation, position)
    ) STRICT, WITHOUT ROWID;

    """ + factTables.map { M0001.refusals(of: $0) }.joined()

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("count_release", false), ("count_release_cell", false), ("count_release_term", false),
  ]
}
