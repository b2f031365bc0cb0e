/// The fifteenth schema: from which counts goals are reckoned, where their series break and what stands beside them;
/// what kind activities are and when they were; progression, cases and violence screening, counted. Shipped, so never
/// changed; a test holds its SHA-256 still.
enum M0015 {
  static let sql =
    """
    CREATE TABLE goal_source (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      goal INTEGER NOT NULL,
      outcome INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('exits', 'answers', 'row')),
      source_id TEXT NOT NULL,
      row_id TEXT NOT NULL,
      base_id TEXT NOT NULL,
      PRIMARY KEY (history_sequence, goal, outcome)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE goal_source_reason (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      goal INTEGER NOT NULL,
      outcome INTEGER NOT NULL,
      position INTEGER NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      PRIMARY KEY (history_sequence, goal, outcome, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE goal_break (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      goal INTEGER NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      PRIMARY KEY (history_sequence, goal)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE quoted_share (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      goal_id TEXT NOT NULL,
      year INTEGER NOT NULL,
      outcome INTEGER NOT NULL,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      all_thousandths INTEGER NOT NULL CHECK (all_thousandths BETWEEN 0 AND 100000),
      all_decimals INTEGER NOT NULL,
      women_thousandths INTEGER CHECK (women_thousandths BETWEEN 0 AND 100000),
      women_decimals INTEGER CHECK ((women_decimals IS NULL) = (women_thousandths IS NULL)),
      men_thousandths INTEGER CHECK (men_thousandths BETWEEN 0 AND 100000),
      men_decimals INTEGER CHECK ((men_decimals IS NULL) = (men_thousandths IS NULL)),
      base_women INTEGER,
      base_men INTEGER,
      base_not_stated INTEGER,
      source TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE activity_detail (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      activity INTEGER NOT NULL,
      kind TEXT NOT NULL,
      day INTEGER,
      PRIMARY KEY (history_sequence, activity)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE progression (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      insats_id TEXT NOT NULL,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL CHECK (last_day >= first_day),
      instrument TEXT NOT NULL,
      indicator TEXT NOT NULL,
      better_women INTEGER NOT NULL,
      better_men INTEGER NOT NULL,
      better_not_stated INTEGER NOT NULL,
      same_women INTEGER NOT NULL,
      same_men INTEGER NOT NULL,
      same_not_stated INTEGER NOT NULL,
      worse_women INTEGER NOT NULL,
      worse_men INTEGER NOT NULL,
      worse_not_stated INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE case_count (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL CHECK (last_day >= first_day),
      place TEXT NOT NULL,
      ground TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE screening_count (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      insats_id TEXT NOT NULL,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL CHECK (last_day >= first_day),
      asked_women INTEGER NOT NULL,
      asked_men INTEGER NOT NULL,
      asked_not_stated INTEGER NOT NULL,
      answered_women INTEGER NOT NULL,
      answered_men INTEGER NOT NULL,
      answered_not_stated INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;

    """ + factTables.map { M0001.refusals(of: $0) }.joined()

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    "goal_source", "goal_source_reason", "goal_break", "quoted_share", "activity_detail", "progression", "case_count",
    "screening_count",
  ].map { ($0, false) }
}
