/// The twenty-second schema: attest and delegation orders that the bookkeeping obeys, by version; by which point an attest
/// was given; decisions by delegation; the internal control plan, its decisions and results; the plan for documents and
/// what was destroyed by it; the decisions on departures. Shipped, so never changed; a test holds its SHA-256 still.
enum M0022 {
  static let sql =
    orders + controls + retention + factTables.map { M0001.refusals(of: $0) }.joined() + rules

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("order_version", true), ("attest_point", false), ("delegation_point", false), ("attest_ground", true),
    ("grant_delegation", true), ("control_plan", true), ("control_row", false), ("control_result", true),
    ("retention_kind", false), ("destruction", true), ("deviation_decision", false),
  ]

  private static let orders = """
    CREATE TABLE order_version (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      kind TEXT NOT NULL CHECK (kind IN ('attest', 'delegation', 'retention')),
      version INTEGER NOT NULL CHECK (version > 0),
      decided_on INTEGER NOT NULL,
      paragraph TEXT NOT NULL CHECK (trim(paragraph) <> ''),
      valid_from INTEGER NOT NULL CHECK (valid_from >= decided_on),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      UNIQUE (kind, version)
    ) STRICT;
    CREATE TABLE attest_point (
      order_id INTEGER NOT NULL REFERENCES order_version (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      attest TEXT NOT NULL CHECK (attest IN ('mottagning', 'beslut', 'utbetalning')),
      insats_id TEXT CHECK (trim(insats_id) <> ''),
      first_account INTEGER CHECK (first_account IS NULL OR insats_id IS NULL),
      last_account INTEGER CHECK ((last_account IS NULL) = (first_account IS NULL) AND last_account >= first_account),
      giver TEXT NOT NULL CHECK (giver IN ('director', 'bookkeeper', 'board-member', 'user', 'chair')),
      user_id INTEGER REFERENCES user (id) CHECK ((user_id IS NULL) = (giver <> 'user')),
      limit_ore INTEGER CHECK (limit_ore > 0),
      substitutes_for TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (order_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE delegation_point (
      order_id INTEGER NOT NULL REFERENCES order_version (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      number TEXT NOT NULL CHECK (trim(number) <> ''),
      matter TEXT NOT NULL CHECK (trim(matter) <> ''),
      delegate TEXT NOT NULL CHECK (trim(delegate) <> ''),
      limit_ore INTEGER CHECK (limit_ore > 0),
      conditions TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (order_id, position),
      UNIQUE (order_id, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE attest_ground (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      invoice_step_id INTEGER UNIQUE REFERENCES invoice_step (id) DEFERRABLE INITIALLY DEFERRED,
      requisition_step_id INTEGER UNIQUE REFERENCES requisition_step (id) DEFERRABLE INITIALLY DEFERRED
        CHECK ((requisition_step_id IS NULL) <> (invoice_step_id IS NULL)),
      order_id INTEGER NOT NULL,
      position INTEGER NOT NULL,
      amount_ore INTEGER NOT NULL CHECK (amount_ore >= 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      FOREIGN KEY (order_id, position) REFERENCES attest_point (order_id, position)
    ) STRICT;
    CREATE TABLE grant_delegation (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      grant_step_id INTEGER NOT NULL UNIQUE REFERENCES grant_step (id),
      order_id INTEGER NOT NULL,
      position INTEGER NOT NULL,
      amount_ore INTEGER NOT NULL CHECK (amount_ore >= 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      FOREIGN KEY (order_id, position) REFERENCES delegation_point (order_id, position)
    ) STRICT;

    """

  private static let controls = """
    CREATE TABLE control_plan (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      year INTEGER NOT NULL,
      decided_on INTEGER,
      paragraph TEXT NOT NULL CHECK ((trim(paragraph) <> '') = (decided_on IS NOT NULL)),
      late_reason TEXT NOT NULL CHECK (
        CASE WHEN decided_on IS NULL OR decided_on < year * 10000 + 101 THEN late_reason = ''
          ELSE trim(late_reason) <> '' END),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX control_plan_by_year ON control_plan (year);
    CREATE TABLE control_row (
      plan_id INTEGER NOT NULL REFERENCES control_plan (id),
      number INTEGER NOT NULL CHECK (number > 0),
      risk TEXT NOT NULL CHECK (trim(risk) <> ''),
      likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 4),
      consequence INTEGER NOT NULL CHECK (consequence BETWEEN 1 AND 4),
      measure TEXT NOT NULL CHECK (trim(measure) <> ''),
      frequency TEXT NOT NULL,
      responsible TEXT NOT NULL CHECK (trim(responsible) <> ''),
      due INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (plan_id, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE control_result (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      year INTEGER NOT NULL,
      number INTEGER NOT NULL,
      day INTEGER NOT NULL,
      has_deviation INTEGER NOT NULL CHECK (has_deviation IN (0, 1)),
      words TEXT NOT NULL CHECK (has_deviation = 0 OR trim(words) <> ''),
      remedy TEXT NOT NULL CHECK (has_deviation = 0 OR trim(remedy) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX control_result_by_year ON control_result (year);

    """

  private static let retention = """
    CREATE TABLE retention_kind (
      order_id INTEGER NOT NULL REFERENCES order_version (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      title TEXT NOT NULL CHECK (trim(title) <> ''),
      place TEXT NOT NULL CHECK (trim(place) <> ''),
      kept_years INTEGER CHECK (kept_years > 0),
      ground TEXT NOT NULL CHECK (trim(ground) <> ''),
      is_accounting INTEGER NOT NULL CHECK (is_accounting IN (0, 1) AND (is_accounting = 0 OR kept_years IS NULL
        OR kept_years >= 7)),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (order_id, position),
      UNIQUE (order_id, title)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE destruction (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      order_id INTEGER NOT NULL,
      position INTEGER NOT NULL,
      last_year INTEGER NOT NULL,
      words TEXT NOT NULL,
      decided_on INTEGER NOT NULL,
      paragraph TEXT NOT NULL CHECK (trim(paragraph) <> ''),
      day INTEGER NOT NULL CHECK (day >= decided_on),
      by_whom TEXT NOT NULL CHECK (trim(by_whom) <> ''),
      method TEXT NOT NULL CHECK (trim(method) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      FOREIGN KEY (order_id, position) REFERENCES retention_kind (order_id, position)
    ) STRICT;
    CREATE TABLE deviation_decision (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      deviation INTEGER NOT NULL,
      day INTEGER,
      paragraph TEXT NOT NULL,
      PRIMARY KEY (history_sequence, deviation)
    ) STRICT, WITHOUT ROWID;

    """

  /// A table whose rows are written in the act of the row that they are part of.
  private static func isPart(_ table: String, of whole: String, by key: String) -> String {
    """
    CREATE TRIGGER \(table)_in_act BEFORE INSERT ON \(table)
    WHEN (SELECT history_sequence FROM \(whole) WHERE id = NEW.\(key)) IS NOT NEW.history_sequence BEGIN
      SELECT RAISE(ABORT, 'finsam: what was decided gets nothing added');
    END;

    """
  }

  /// The day of an act, in Greenwich: never after the day in Sweden, so that nothing is refused too early.
  private static let dayOfAct = """
    (SELECT CAST(strftime('%Y%m%d', moment, 'unixepoch') AS INTEGER) FROM history WHERE sequence = NEW.history_sequence)
    """

  /// What the database itself refuses.
  private static let rules =
    isPart("attest_point", of: "order_version", by: "order_id")
    + isPart("delegation_point", of: "order_version", by: "order_id")
    + isPart("retention_kind", of: "order_version", by: "order_id")
    + isPart("control_row", of: "control_plan", by: "plan_id")
      + """
      CREATE TRIGGER order_version_follows BEFORE INSERT ON order_version BEGIN
        SELECT RAISE(ABORT, 'finsam: a version follows the last of its kind, and holds after it')
        WHERE NEW.version <> 1 + (SELECT COUNT(*) FROM order_version WHERE kind = NEW.kind)
          OR EXISTS (SELECT 1 FROM order_version WHERE kind = NEW.kind AND valid_from >= NEW.valid_from);
      END;
      CREATE TRIGGER attest_ground_holds BEFORE INSERT ON attest_ground BEGIN
        SELECT RAISE(ABORT, 'finsam: nobody attests more than the order lets them')
        WHERE (SELECT limit_ore FROM attest_point WHERE order_id = NEW.order_id AND position = NEW.position)
          < NEW.amount_ore;
      END;
      CREATE TRIGGER invoice_step_by_order BEFORE INSERT ON invoice_step
      WHEN NEW.step IN ('acknowledged', 'approved', 'approved-by-chair') AND EXISTS (
        SELECT 1 FROM order_version WHERE kind = 'attest' AND valid_from <= \(dayOfAct)) BEGIN
        SELECT RAISE(ABORT, 'finsam: an attest is by a point of the order')
        WHERE NOT EXISTS (
          SELECT 1 FROM attest_ground g JOIN attest_point p ON p.order_id = g.order_id AND p.position = g.position
          JOIN received_invoice i ON i.id = NEW.invoice_id
          WHERE g.invoice_step_id = NEW.id
            AND g.amount_ore = abs(i.without_tax_ore + i.tax_ore + i.rounding_ore)
            AND p.attest = CASE NEW.step WHEN 'acknowledged' THEN 'mottagning' ELSE 'beslut' END
            AND (p.giver = 'chair') = (NEW.step = 'approved-by-chair')
            AND (p.user_id IS NULL OR p.user_id = NEW.user_id)
            AND (p.giver IN ('user', 'chair')
              OR p.giver = (SELECT role FROM user_now WHERE user_id = NEW.user_id)));
      END;
      CREATE TRIGGER requisition_step_by_order BEFORE INSERT ON requisition_step
      WHEN NEW.step = 'attested' AND EXISTS (
        SELECT 1 FROM order_version WHERE kind = 'attest' AND valid_from <= \(dayOfAct)) BEGIN
        SELECT RAISE(ABORT, 'finsam: an attest is by a point of the order')
        WHERE NOT EXISTS (
          SELECT 1 FROM attest_ground g JOIN attest_point p ON p.order_id = g.order_id AND p.position = g.position
          JOIN requisition_version v ON v.requisition_id = NEW.requisition_id AND v.version = NEW.version
          WHERE g.requisition_step_id = NEW.id AND g.amount_ore = v.amount_ore AND p.attest = 'beslut');
      END;
      CREATE TRIGGER grant_delegation_holds BEFORE INSERT ON grant_delegation BEGIN
        SELECT RAISE(ABORT, 'finsam: nothing is decided above what is delegated')
        WHERE (SELECT limit_ore FROM delegation_point WHERE order_id = NEW.order_id AND position = NEW.position)
          < NEW.amount_ore;
      END;
      CREATE TRIGGER control_result_of_decided BEFORE INSERT ON control_result BEGIN
        SELECT RAISE(ABORT, 'finsam: a result is of a control in the plan that was decided')
        WHERE NOT EXISTS (
          SELECT 1 FROM control_row WHERE number = NEW.number AND plan_id = (
            SELECT MAX(id) FROM control_plan WHERE year = NEW.year AND decided_on IS NOT NULL));
      END;
      CREATE TRIGGER destruction_in_time BEFORE INSERT ON destruction BEGIN
        SELECT RAISE(ABORT, 'finsam: nothing is destroyed before its time')
        WHERE NOT EXISTS (
          SELECT 1 FROM retention_kind WHERE order_id = NEW.order_id AND position = NEW.position
            AND kept_years IS NOT NULL AND NEW.day / 10000 > NEW.last_year + kept_years
            AND (is_accounting = 0 OR NEW.decided_on / 10000 > NEW.last_year + 7));
      END;

      """
}
