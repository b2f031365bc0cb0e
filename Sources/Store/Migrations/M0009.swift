/// The ninth schema: insatser from need to final report, step by step, and what insatser were before. Shipped, so never
/// changed; a test holds its SHA-256 still.
///
/// A case (`grant_case`) has steps, one line of history each; what a step says stands in a table of its own. The
/// triggers refuse a step that the case's state does not know, as `Grant.State` does.
enum M0009 {
  static let sql = names + steps + contents + order + factTables.map { M0001.refusals(of: $0) }.joined()

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("insats_origin", false), ("insats_follow_up", true), ("grant_case", true), ("grant_step", true),
    ("grant_application", false), ("grant_party", false), ("grant_amount", false), ("grant_preparation", false),
    ("grant_decision", false), ("grant_agreement", false), ("grant_report", false), ("grant_answer", false),
  ]

  private static let names = """
    CREATE TABLE insats_origin (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      insats_id TEXT NOT NULL,
      former_id TEXT NOT NULL,
      former_name TEXT NOT NULL,
      since INTEGER,
      words TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE insats_follow_up (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      insats_id TEXT NOT NULL CHECK (insats_id <> ''),
      direction TEXT NOT NULL CHECK (direction IN ('individ', 'struktur')),
      precise_direction TEXT NOT NULL,
      method TEXT NOT NULL CHECK (trim(method) <> ''),
      is_esf INTEGER NOT NULL CHECK (is_esf IN (0, 1)),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX insats_follow_up_by_insats ON insats_follow_up (insats_id);
    CREATE TRIGGER insats_follow_up_is_locked BEFORE INSERT ON insats_follow_up
    WHEN EXISTS (
      SELECT 1 FROM insats_follow_up
      WHERE insats_id = NEW.insats_id
        AND (direction <> NEW.direction OR method <> NEW.method OR is_esf <> NEW.is_esf)) BEGIN
      SELECT RAISE(ABORT, 'finsam: direction, method and ESF are never changed');
    END;


    """

  private static let steps = """
    CREATE TABLE grant_case (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      user_id INTEGER REFERENCES user (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE grant_step (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      case_id INTEGER NOT NULL REFERENCES grant_case (id),
      kind TEXT NOT NULL CHECK (kind IN (
        'application', 'preparation', 'granting', 'rejection', 'withdrawal', 'agreement', 'report', 'acceptance',
        'question')),
      words TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX grant_step_by_case ON grant_step (case_id);
    CREATE INDEX grant_step_by_line ON grant_step (history_sequence);


    """

  private static let contents = """
    CREATE TABLE grant_application (
      step_id INTEGER PRIMARY KEY REFERENCES grant_step (id),
      name TEXT NOT NULL CHECK (trim(name) <> ''),
      kind TEXT NOT NULL,
      owner_id TEXT NOT NULL CHECK (owner_id <> ''),
      need TEXT NOT NULL,
      gap TEXT NOT NULL,
      purpose TEXT NOT NULL,
      target_group TEXT NOT NULL,
      effects TEXT NOT NULL,
      continues_id TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE grant_party (
      step_id INTEGER NOT NULL REFERENCES grant_step (id),
      position INTEGER NOT NULL,
      member_id TEXT NOT NULL CHECK (member_id <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (step_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE grant_amount (
      step_id INTEGER NOT NULL REFERENCES grant_step (id),
      position INTEGER NOT NULL,
      year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
      receiver_id TEXT NOT NULL,
      amount_ore INTEGER NOT NULL CHECK (amount_ore >= 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (step_id, position),
      UNIQUE (step_id, year, receiver_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE grant_preparation (
      step_id INTEGER PRIMARY KEY REFERENCES grant_step (id),
      day INTEGER NOT NULL,
      body TEXT NOT NULL,
      recommendation TEXT NOT NULL CHECK (recommendation IN ('bifall', 'delvis', 'avslag')),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE grant_decision (
      step_id INTEGER PRIMARY KEY REFERENCES grant_step (id),
      follows_id INTEGER UNIQUE REFERENCES grant_decision (step_id),
      day INTEGER NOT NULL,
      paragraph TEXT NOT NULL CHECK (trim(paragraph) <> ''),
      insats_id TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE grant_agreement (
      step_id INTEGER PRIMARY KEY REFERENCES grant_step (id),
      signed_on INTEGER NOT NULL,
      purpose TEXT NOT NULL,
      expectations TEXT NOT NULL,
      rhythm TEXT NOT NULL CHECK (rhythm IN ('månad', 'kvartal', 'tertial', 'halvår', 'slutrapport')),
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL CHECK (last_day >= first_day),
      grace_days INTEGER NOT NULL CHECK (grace_days BETWEEN 0 AND 184),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE grant_report (
      step_id INTEGER PRIMARY KEY REFERENCES grant_step (id),
      day INTEGER NOT NULL,
      is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL CHECK (last_day >= first_day),
      happened TEXT NOT NULL CHECK (trim(happened) <> ''),
      obstacles TEXT NOT NULL,
      goals TEXT NOT NULL,
      permanent TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE grant_answer (
      step_id INTEGER PRIMARY KEY REFERENCES grant_step (id),
      report_id INTEGER NOT NULL UNIQUE REFERENCES grant_report (step_id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;


    """

  /// What a new step must find before it: whether one of a kind stands in the case.
  private static func has(_ kinds: String...) -> String {
    let list = kinds.map { "'\($0)'" }.joined(separator: ", ")
    return "EXISTS (SELECT 1 FROM grant_step WHERE case_id = NEW.case_id AND kind IN (\(list)))"
  }

  private static let last = "(SELECT kind FROM grant_step WHERE case_id = NEW.case_id ORDER BY id DESC LIMIT 1)"

  /// What says what each kind of step holds.
  private static let contentOf = [
    ("application", "grant_application"), ("preparation", "grant_preparation"), ("granting", "grant_decision"),
    ("rejection", "grant_decision"), ("agreement", "grant_agreement"), ("report", "grant_report"),
    ("acceptance", "grant_answer"), ("question", "grant_answer"),
  ]

  private static let order =
    """
    CREATE TRIGGER grant_step_follows BEFORE INSERT ON grant_step BEGIN
      SELECT RAISE(ABORT, 'finsam: the case is closed')
      WHERE \(has("rejection", "withdrawal")) OR EXISTS (
        SELECT 1 FROM grant_step s JOIN grant_answer a ON a.step_id = s.id JOIN grant_report r ON r.step_id = a.report_id
        WHERE s.case_id = NEW.case_id AND s.kind = 'acceptance' AND r.is_final = 1);
      SELECT RAISE(ABORT, 'finsam: the case knows no such step now')
      WHERE NOT CASE NEW.kind
        WHEN 'application' THEN \(last) IS NULL OR \(last) IN ('application', 'preparation')
        WHEN 'preparation' THEN \(last) IS 'application'
        WHEN 'granting' THEN \(last) IS NULL OR \(last) = 'preparation' OR \(has("granting"))
        WHEN 'rejection' THEN \(last) IS 'preparation'
        WHEN 'withdrawal' THEN \(last) IS NOT NULL AND \(last) IN ('application', 'preparation')
        WHEN 'agreement' THEN \(has("granting"))
        WHEN 'report' THEN \(has("agreement"))
        ELSE \(has("report")) END;
      SELECT RAISE(ABORT, 'finsam: a step says why')
      WHERE NEW.kind IN ('withdrawal', 'rejection', 'question') AND trim(NEW.words) = '';
    END;
    CREATE TRIGGER grant_decision_points_back BEFORE INSERT ON grant_decision
    WHEN NEW.follows_id IS NOT (
        SELECT MAX(d.step_id) FROM grant_decision d JOIN grant_step s ON s.id = d.step_id
        WHERE s.case_id = (SELECT case_id FROM grant_step WHERE id = NEW.step_id))
      OR EXISTS (
        SELECT 1 FROM grant_decision d WHERE d.step_id = NEW.follows_id
          AND (d.insats_id <> NEW.insats_id OR d.day > NEW.day))
      OR (NEW.insats_id = '') <> ((SELECT kind FROM grant_step WHERE id = NEW.step_id) = 'rejection') BEGIN
      SELECT RAISE(ABORT, 'finsam: a decision that changes another points back to it, and is for the same insats');
    END;
    CREATE TRIGGER grant_report_in_time BEFORE INSERT ON grant_report BEGIN
      SELECT RAISE(ABORT, 'finsam: the agreement has not begun')
      WHERE NEW.day < (
        SELECT MIN(a.first_day) FROM grant_agreement a JOIN grant_step s ON s.id = a.step_id
        WHERE s.case_id = (SELECT case_id FROM grant_step WHERE id = NEW.step_id));
      SELECT RAISE(ABORT, 'finsam: the period has a report that stands')
      WHERE EXISTS (
        SELECT 1 FROM grant_report r JOIN grant_step s ON s.id = r.step_id
        LEFT JOIN grant_answer a ON a.report_id = r.step_id LEFT JOIN grant_step t ON t.id = a.step_id
        WHERE s.case_id = (SELECT case_id FROM grant_step WHERE id = NEW.step_id) AND r.is_final = NEW.is_final
          AND (r.is_final = 1 OR r.last_day = NEW.last_day) AND t.kind IS NOT 'question');
    END;
    CREATE TRIGGER grant_answer_in_case BEFORE INSERT ON grant_answer
    WHEN (SELECT case_id FROM grant_step WHERE id = NEW.report_id)
      IS NOT (SELECT case_id FROM grant_step WHERE id = NEW.step_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: an answer is to a report of the same case');
    END;
    CREATE TRIGGER history_seal_grants BEFORE INSERT ON history_seal
    WHEN EXISTS (SELECT 1 FROM grant_step WHERE history_sequence = NEW.sequence) BEGIN
      SELECT RAISE(ABORT, 'finsam: a step says what it is')
      WHERE EXISTS (
        SELECT 1 FROM grant_step s WHERE s.history_sequence = NEW.sequence AND NOT CASE s.kind
          WHEN 'withdrawal' THEN 1

    """
    + contentOf.map { kind, table in
      "      WHEN '\(kind)' THEN EXISTS (SELECT 1 FROM \(table) WHERE step_id = s.id)\n"
    }.joined()
      + """
            END);
      END;


      """
    + contentOf.map(\.1).reduce(into: ["grant_party", "grant_amount"]) { if !$0.contains($1) { $0.append($1) } }
    .map { table in
      """
      CREATE TRIGGER \(table)_in_act BEFORE INSERT ON \(table)
      WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM grant_step WHERE id = NEW.step_id) BEGIN
        SELECT RAISE(ABORT, 'finsam: \(table): what a step says is said in its act');
      END;

      """
    }.joined()
}
