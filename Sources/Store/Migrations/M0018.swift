/// The eighteenth schema: the groups in which the parties meet beside the board, who sits in them and when they have met;
/// which team consultation cases were counted in; and the local groups' FINSAM plans, step by step, with what the board
/// has set aside for them. Shipped, so never changed; a test holds its SHA-256 still.
enum M0018 {
  static let sql = nouns + meetings + plans + factTables.map { M0001.refusals(of: $0) }.joined() + order

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("association_group", false), ("association_group_member", false), ("local_allocation", false),
    ("case_count_group", false), ("group_meeting", true), ("group_attendance", false), ("group_meeting_end", false),
    ("finsam_plan", true), ("finsam_plan_step", true), ("finsam_plan_content", false), ("finsam_plan_item", false),
    ("finsam_plan_decision", false), ("finsam_plan_link", false), ("finsam_plan_outcome", false),
  ]

  private static let nouns = """
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
    CREATE TABLE local_allocation (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      year INTEGER NOT NULL,
      amount_ore INTEGER NOT NULL,
      decision_day INTEGER,
      decision_paragraph TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE case_count_group (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      case_count INTEGER NOT NULL,
      group_id TEXT NOT NULL CHECK (group_id <> ''),
      PRIMARY KEY (history_sequence, case_count)
    ) STRICT, WITHOUT ROWID;

    """

  private static let meetings = """
    CREATE TABLE group_meeting (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      group_id TEXT NOT NULL CHECK (group_id <> ''),
      day INTEGER NOT NULL,
      form TEXT NOT NULL CHECK (form IN ('plats', 'distans', 'båda')),
      place TEXT NOT NULL,
      notes TEXT NOT NULL,
      corrects_id INTEGER UNIQUE REFERENCES group_meeting (id) CHECK (corrects_id < id),
      reason TEXT NOT NULL CHECK ((corrects_id IS NOT NULL) = (trim(reason) <> '')),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX group_meeting_by_group ON group_meeting (group_id, day);
    CREATE TABLE group_attendance (
      meeting_id INTEGER NOT NULL REFERENCES group_meeting (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      name TEXT NOT NULL,
      function TEXT NOT NULL CHECK (name <> '' OR function <> ''),
      party_id TEXT NOT NULL CHECK (party_id <> '' OR is_guest = 1),
      is_guest INTEGER NOT NULL CHECK (is_guest IN (0, 1)),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (meeting_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE group_meeting_end (
      meeting_id INTEGER PRIMARY KEY REFERENCES group_meeting (id),
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;

    """

  private static let plans = """
    CREATE TABLE finsam_plan (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      group_id TEXT NOT NULL CHECK (group_id <> ''),
      year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      UNIQUE (group_id, year)
    ) STRICT;
    CREATE TABLE finsam_plan_step (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      plan_id INTEGER NOT NULL REFERENCES finsam_plan (id),
      kind TEXT NOT NULL CHECK (kind IN ('saved', 'decided', 'dropped', 'linked', 'followed-up')),
      words TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX finsam_plan_step_by_plan ON finsam_plan_step (plan_id);
    CREATE TABLE finsam_plan_content (
      step_id INTEGER PRIMARY KEY REFERENCES finsam_plan_step (id),
      frame_ore INTEGER NOT NULL CHECK (frame_ore > 0),
      goals TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE finsam_plan_item (
      step_id INTEGER NOT NULL REFERENCES finsam_plan_content (step_id),
      position INTEGER NOT NULL CHECK (position >= 0),
      title TEXT NOT NULL,
      insats_id TEXT NOT NULL CHECK (insats_id <> '' OR title <> ''),
      amount_ore INTEGER NOT NULL CHECK (amount_ore >= 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (step_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE finsam_plan_decision (
      step_id INTEGER PRIMARY KEY REFERENCES finsam_plan_step (id),
      day INTEGER NOT NULL,
      paragraph TEXT NOT NULL CHECK (trim(paragraph) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE finsam_plan_link (
      step_id INTEGER PRIMARY KEY REFERENCES finsam_plan_step (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      insats_id TEXT NOT NULL CHECK (insats_id <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE finsam_plan_outcome (
      step_id INTEGER PRIMARY KEY REFERENCES finsam_plan_step (id),
      day INTEGER NOT NULL,
      text TEXT NOT NULL CHECK (trim(text) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;

    """

  /// What may follow on what, whoever writes.
  private static let order = """
    CREATE TRIGGER group_meeting_follows BEFORE INSERT ON group_meeting BEGIN
      SELECT RAISE(ABORT, 'finsam: a meeting is corrected by one of the same group')
      WHERE NEW.corrects_id IS NOT NULL
        AND NEW.group_id IS NOT (SELECT group_id FROM group_meeting WHERE id = NEW.corrects_id);
      SELECT RAISE(ABORT, 'finsam: a meeting that is withdrawn is not corrected')
      WHERE EXISTS (SELECT 1 FROM group_meeting_end WHERE meeting_id = NEW.corrects_id);
    END;
    CREATE TRIGGER group_attendance_in_act BEFORE INSERT ON group_attendance
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM group_meeting WHERE id = NEW.meeting_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: who was there is said with the meeting');
    END;
    CREATE TRIGGER group_meeting_ends_once BEFORE INSERT ON group_meeting_end BEGIN
      SELECT RAISE(ABORT, 'finsam: a meeting is withdrawn once, and not where it is corrected')
      WHERE EXISTS (SELECT 1 FROM group_meeting_end WHERE meeting_id = NEW.meeting_id)
        OR EXISTS (SELECT 1 FROM group_meeting WHERE corrects_id = NEW.meeting_id);
    END;
    CREATE TRIGGER finsam_plan_step_follows BEFORE INSERT ON finsam_plan_step BEGIN
      SELECT RAISE(ABORT, 'finsam: the step does not follow')
      WHERE NOT COALESCE((
        SELECT CASE NEW.kind
          WHEN 'saved' THEN 1
          WHEN 'decided' THEN kind = 'saved'
          WHEN 'dropped' THEN kind = 'saved'
            AND EXISTS (SELECT 1 FROM finsam_plan_step WHERE plan_id = NEW.plan_id AND kind = 'decided')
          ELSE kind <> 'saved' END
        FROM finsam_plan_step WHERE plan_id = NEW.plan_id ORDER BY id DESC LIMIT 1), NEW.kind = 'saved');
      SELECT RAISE(ABORT, 'finsam: what is decided is changed for a reason')
      WHERE NEW.kind = 'saved' AND trim(NEW.words) = ''
        AND EXISTS (SELECT 1 FROM finsam_plan_step WHERE plan_id = NEW.plan_id AND kind = 'decided');
      SELECT RAISE(ABORT, 'finsam: a plan takes no more than its frame')
      WHERE NEW.kind = 'decided' AND EXISTS (
        SELECT 1 FROM finsam_plan_content c WHERE c.step_id =
          (SELECT id FROM finsam_plan_step WHERE plan_id = NEW.plan_id ORDER BY id DESC LIMIT 1)
        AND c.frame_ore < (SELECT SUM(amount_ore) FROM finsam_plan_item i WHERE i.step_id = c.step_id));
    END;

    """
    + [
      ("finsam_plan_content", "saved"), ("finsam_plan_item", "saved"), ("finsam_plan_decision", "decided"),
      ("finsam_plan_link", "linked"), ("finsam_plan_outcome", "followed-up"),
    ].map { table, kind in
      """
      CREATE TRIGGER \(table)_in_act BEFORE INSERT ON \(table)
      WHEN NOT EXISTS (
        SELECT 1 FROM finsam_plan_step
        WHERE id = NEW.step_id AND kind = '\(kind)' AND history_sequence = NEW.history_sequence) BEGIN
        SELECT RAISE(ABORT, 'finsam: what a step says is said with it');
      END;

      """
    }.joined()
}
