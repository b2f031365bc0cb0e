/// The twentieth schema: what follows a meeting. Words of the secretary's, who is to adjust the minutes and who has, each
/// time a notice was put up, confirmed and taken down; and, outside the facts, the secret addresses of notices and of
/// users' calendars. Shipped, so never changed; a test holds its SHA-256 still.
enum M0020 {
  static let sql = tables + factTables.map { M0001.refusals(of: $0) }.joined() + order

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("minutes_notes", true), ("minutes_note", false), ("minutes", true), ("minutes_signer", false),
    ("minutes_adjustment", false), ("notice_posting", true), ("notice_confirmation", false),
    ("notice_taking_down", false),
  ]

  private static let tables = """
    CREATE TABLE minutes_notes (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      meeting_id INTEGER NOT NULL REFERENCES board_meeting (id),
      kept_at TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX minutes_notes_by_meeting ON minutes_notes (meeting_id);
    CREATE TABLE minutes_note (
      notes_id INTEGER NOT NULL REFERENCES minutes_notes (id),
      paragraph INTEGER NOT NULL CHECK (paragraph > 0),
      proposals TEXT NOT NULL,
      propositions TEXT NOT NULL,
      remark TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (notes_id, paragraph)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE minutes (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      kind TEXT NOT NULL CHECK (kind IN ('styrelse', 'revision')),
      meeting_id INTEGER UNIQUE REFERENCES board_meeting (id) CHECK ((meeting_id IS NOT NULL) = (kind = 'styrelse')),
      held_on INTEGER NOT NULL,
      title TEXT NOT NULL CHECK (trim(title) <> ''),
      kept_at TEXT NOT NULL CHECK (trim(kept_at) <> ''),
      document TEXT REFERENCES attachment (sha256),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE minutes_signer (
      minutes_id INTEGER NOT NULL REFERENCES minutes (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      name TEXT NOT NULL CHECK (trim(name) <> ''),
      function TEXT NOT NULL,
      is_chair INTEGER NOT NULL CHECK (is_chair = (position = 0)),
      seat INTEGER,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (minutes_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE minutes_adjustment (
      minutes_id INTEGER NOT NULL,
      position INTEGER NOT NULL,
      day INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (minutes_id, position),
      FOREIGN KEY (minutes_id, position) REFERENCES minutes_signer (minutes_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE notice_posting (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      minutes_id INTEGER NOT NULL REFERENCES minutes (id),
      member_id TEXT NOT NULL CHECK (member_id <> ''),
      posted_on INTEGER NOT NULL,
      take_down_from INTEGER NOT NULL CHECK (take_down_from > posted_on),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX notice_posting_by_minutes ON notice_posting (minutes_id, member_id);
    CREATE TABLE notice_confirmation (
      posting_id INTEGER PRIMARY KEY REFERENCES notice_posting (id),
      confirmed_by TEXT NOT NULL CHECK (trim(confirmed_by) <> ''),
      day INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE notice_taking_down (
      posting_id INTEGER PRIMARY KEY REFERENCES notice_posting (id),
      day INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE VIEW minutes_adjusted AS
      SELECT a.minutes_id, MAX(a.day) AS day FROM minutes_adjustment a GROUP BY a.minutes_id
      HAVING COUNT(*) = (SELECT COUNT(*) FROM minutes_signer s WHERE s.minutes_id = a.minutes_id) AND COUNT(*) > 1;
    CREATE TABLE notice_link (
      digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
      minutes_id INTEGER NOT NULL REFERENCES minutes (id),
      member_id TEXT NOT NULL,
      UNIQUE (minutes_id, member_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE calendar_key (
      user_id INTEGER PRIMARY KEY REFERENCES user (id),
      digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
      made_at INTEGER NOT NULL
    ) STRICT;

    """

  /// What may follow on what, whoever writes: who adjusts was there (KL 5:69), and nothing is announced before all have
  /// adjusted it (KL 8:12).
  private static let order = """
    CREATE TRIGGER minutes_notes_follow BEFORE INSERT ON minutes_notes
    WHEN EXISTS (SELECT 1 FROM minutes WHERE meeting_id = NEW.meeting_id)
      OR NOT COALESCE((SELECT place FROM board_place WHERE meeting_id = NEW.meeting_id) IN ('opened', 'closed'), 0) BEGIN
      SELECT RAISE(ABORT, 'finsam: minutes are written of a meeting, until they are closed for adjustment');
    END;
    CREATE TRIGGER minutes_note_in_act BEFORE INSERT ON minutes_note
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM minutes_notes WHERE id = NEW.notes_id)
      OR EXISTS (SELECT 1 FROM minutes_note WHERE notes_id = NEW.notes_id AND paragraph = NEW.paragraph) BEGIN
      SELECT RAISE(ABORT, 'finsam: notes are said at once');
    END;
    CREATE TRIGGER minutes_follow BEFORE INSERT ON minutes WHEN NEW.kind = 'styrelse' BEGIN
      SELECT RAISE(ABORT, 'finsam: minutes are closed once')
      WHERE EXISTS (SELECT 1 FROM minutes WHERE meeting_id = NEW.meeting_id);
      SELECT RAISE(ABORT, 'finsam: minutes are of a meeting that has ended, on its day')
      WHERE NOT EXISTS (
        SELECT 1 FROM board_place b JOIN board_plan p ON p.id = b.plan_id
        WHERE b.meeting_id = NEW.meeting_id AND b.place = 'closed' AND p.day = NEW.held_on);
    END;
    CREATE TRIGGER minutes_signer_follows BEFORE INSERT ON minutes_signer BEGIN
      SELECT RAISE(ABORT, 'finsam: who is to adjust minutes is said when they are closed, each once')
      WHERE NEW.history_sequence IS NOT (SELECT history_sequence FROM minutes WHERE id = NEW.minutes_id)
        OR EXISTS (SELECT 1 FROM minutes_signer WHERE minutes_id = NEW.minutes_id
          AND (position = NEW.position OR (name = NEW.name AND seat IS NEW.seat)));
      SELECT RAISE(ABORT, 'finsam: who adjusts minutes was at the meeting (KL 5:69)')
      WHERE (SELECT kind FROM minutes WHERE id = NEW.minutes_id) = 'styrelse' AND NOT EXISTS (
        SELECT 1 FROM minutes m JOIN board_place b ON b.meeting_id = m.meeting_id
        JOIN board_presence p ON p.attendance_id = b.attendance_id AND p.seat = NEW.seat
        WHERE m.id = NEW.minutes_id);
      SELECT RAISE(ABORT, 'finsam: who adjusts minutes has chaired, or was chosen at the meeting')
      WHERE (SELECT kind FROM minutes WHERE id = NEW.minutes_id) = 'styrelse' AND NOT EXISTS (
        SELECT 1 FROM minutes m JOIN board_place b ON b.meeting_id = m.meeting_id
        JOIN board_attendance a ON a.id = b.attendance_id
        WHERE m.id = NEW.minutes_id AND (
          a.chair = NEW.seat
          OR (NEW.is_chair = 0 AND (
            EXISTS (SELECT 1 FROM board_adjuster j WHERE j.attendance_id = a.id AND j.seat = NEW.seat)
            OR EXISTS (SELECT 1 FROM board_standing_decision d
              WHERE d.meeting_id = m.meeting_id AND d.chair = NEW.seat)))));
    END;
    CREATE TRIGGER minutes_adjustment_follows BEFORE INSERT ON minutes_adjustment BEGIN
      SELECT RAISE(ABORT, 'finsam: each adjusts once, from the day of the meeting')
      WHERE EXISTS (
          SELECT 1 FROM minutes_adjustment WHERE minutes_id = NEW.minutes_id AND position = NEW.position)
        OR NEW.day < (SELECT held_on FROM minutes WHERE id = NEW.minutes_id);
      SELECT RAISE(ABORT, 'finsam: the chair and somebody more adjust minutes')
      WHERE (SELECT COUNT(*) FROM minutes_signer WHERE minutes_id = NEW.minutes_id) < 2;
    END;
    CREATE TRIGGER notice_posting_follows BEFORE INSERT ON notice_posting BEGIN
      SELECT RAISE(ABORT, 'finsam: minutes are announced when all have adjusted them (KL 8:12)')
      WHERE NOT EXISTS (
        SELECT 1 FROM minutes_adjusted WHERE minutes_id = NEW.minutes_id AND day <= NEW.posted_on);
      SELECT RAISE(ABORT, 'finsam: a notice is put up again only when it was taken down too early')
      WHERE EXISTS (
        SELECT 1 FROM notice_posting p LEFT JOIN notice_taking_down d ON d.posting_id = p.id
        WHERE p.minutes_id = NEW.minutes_id AND p.member_id = NEW.member_id
          AND (d.day IS NULL OR d.day >= p.take_down_from OR d.day > NEW.posted_on));
    END;
    CREATE TRIGGER notice_confirmation_follows BEFORE INSERT ON notice_confirmation
    WHEN EXISTS (SELECT 1 FROM notice_confirmation WHERE posting_id = NEW.posting_id)
      OR NEW.day < (SELECT posted_on FROM notice_posting WHERE id = NEW.posting_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: a posting is confirmed once, when it is up');
    END;
    CREATE TRIGGER notice_taking_down_follows BEFORE INSERT ON notice_taking_down
    WHEN EXISTS (SELECT 1 FROM notice_taking_down WHERE posting_id = NEW.posting_id)
      OR NEW.day < (SELECT posted_on FROM notice_posting WHERE id = NEW.posting_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: a notice is taken down once, when it is up');
    END;

    """
}
