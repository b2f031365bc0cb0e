/// The seventeenth schema: obstacles that ride up and answers that ride down, links by which they are reported without
/// signing in, and the index of words. Shipped, so never changed; a test holds its SHA-256 still.
enum M0017 {
  static let sql = TextIndex.tables + tables + factTables.map { M0001.refusals(of: $0) }.joined() + order

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("obstacle_channel", true), ("obstacle_channel_end", false), ("obstacle", true), ("obstacle_party", false),
    ("obstacle_step", true), ("obstacle_join", true), ("obstacle_reference", true), ("obstacle_reference_end", false),
  ]

  private static let tables = """
    CREATE TABLE obstacle_channel (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      origin_kind TEXT NOT NULL CHECK (origin_kind IN ('insats', 'grupp')),
      origin TEXT NOT NULL CHECK (trim(origin) <> ''),
      digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE obstacle_channel_end (
      channel_id INTEGER PRIMARY KEY REFERENCES obstacle_channel (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE obstacle (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      origin_kind TEXT NOT NULL CHECK (origin_kind IN ('insats', 'grupp', 'kansli')),
      origin TEXT NOT NULL CHECK ((trim(origin) = '') = (origin_kind = 'kansli')),
      channel_id INTEGER REFERENCES obstacle_channel (id),
      user_id INTEGER REFERENCES user (id) CHECK (user_id IS NULL OR channel_id IS NULL),
      subject TEXT NOT NULL CHECK (trim(subject) <> ''),
      stops TEXT NOT NULL CHECK (trim(stops) <> ''),
      others TEXT NOT NULL,
      frequency TEXT NOT NULL CHECK (frequency IN ('vecka', 'månad', 'enstaka')),
      tried TEXT NOT NULL,
      solution TEXT NOT NULL,
      receipt TEXT UNIQUE CHECK (length(receipt) = 64),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX obstacle_by_origin ON obstacle (origin_kind, origin);
    CREATE TABLE obstacle_party (
      obstacle_id INTEGER NOT NULL REFERENCES obstacle (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      member_id TEXT NOT NULL CHECK (member_id <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (obstacle_id, position),
      UNIQUE (obstacle_id, member_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE obstacle_step (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      obstacle_id INTEGER NOT NULL REFERENCES obstacle (id),
      step TEXT NOT NULL CHECK (step IN ('reported', 'assigned', 'solved', 'declined', 'passed', 'reopened')),
      level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
      day INTEGER NOT NULL,
      owner TEXT NOT NULL CHECK ((trim(owner) <> '') = (step IN ('reported', 'assigned', 'passed', 'reopened'))),
      due INTEGER CHECK (due >= day AND (due IS NULL) = (step IN ('solved', 'declined'))),
      words TEXT NOT NULL CHECK ((trim(words) <> '') = (step IN ('solved', 'declined', 'passed', 'reopened'))),
      decided_on INTEGER CHECK (decided_on IS NULL OR step IN ('solved', 'declined', 'passed')),
      paragraph TEXT CHECK (paragraph <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      CHECK ((decided_on IS NULL) = (paragraph IS NULL)),
      CHECK (step <> 'reported' OR level = 0),
      CHECK (step <> 'passed' OR level < 4),
      CHECK (level <> 3 OR decided_on IS NOT NULL OR step NOT IN ('solved', 'declined', 'passed'))
    ) STRICT;
    CREATE INDEX obstacle_step_by_obstacle ON obstacle_step (obstacle_id);
    CREATE TABLE obstacle_join (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      obstacle_id INTEGER NOT NULL REFERENCES obstacle (id),
      kept_id INTEGER REFERENCES obstacle (id) CHECK (kept_id <> obstacle_id),
      day INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX obstacle_join_by_obstacle ON obstacle_join (obstacle_id);
    CREATE TABLE obstacle_reference (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      obstacle_id INTEGER NOT NULL REFERENCES obstacle (id),
      kind TEXT NOT NULL CHECK (kind IN ('insats', 'siffra', 'beslut', 'dokument', 'diarium')),
      value TEXT NOT NULL CHECK (trim(value) <> ''),
      decided_on INTEGER CHECK ((decided_on IS NOT NULL) = (kind = 'beslut')),
      attachment_id INTEGER REFERENCES attachment (id) CHECK ((attachment_id IS NOT NULL) = (kind = 'dokument')),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX obstacle_reference_by_obstacle ON obstacle_reference (obstacle_id);
    CREATE TABLE obstacle_reference_end (
      reference_id INTEGER PRIMARY KEY REFERENCES obstacle_reference (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE VIEW obstacle_place AS
      SELECT o.id AS obstacle_id, s.step, s.level + (s.step = 'passed') AS level,
        s.step IN ('reported', 'assigned', 'passed', 'reopened') AS is_waiting,
        (SELECT j.kept_id FROM obstacle_join j WHERE j.obstacle_id = o.id ORDER BY j.id DESC LIMIT 1) AS kept_id
      FROM obstacle o
      LEFT JOIN obstacle_step s ON s.id = (SELECT MAX(id) FROM obstacle_step WHERE obstacle_id = o.id);

    """

  /// What may follow on what, whoever writes.
  private static let order = """
    CREATE TRIGGER obstacle_channel_ends_once BEFORE INSERT ON obstacle_channel_end
    WHEN EXISTS (SELECT 1 FROM obstacle_channel_end WHERE channel_id = NEW.channel_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: a link ends once');
    END;
    CREATE TRIGGER obstacle_reference_ends_once BEFORE INSERT ON obstacle_reference_end
    WHEN EXISTS (SELECT 1 FROM obstacle_reference_end WHERE reference_id = NEW.reference_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: a reference ends once');
    END;
    CREATE TRIGGER obstacle_by_open_channel BEFORE INSERT ON obstacle
    WHEN EXISTS (SELECT 1 FROM obstacle_channel_end WHERE channel_id = NEW.channel_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the link has ended');
    END;
    CREATE TRIGGER obstacle_party_in_act BEFORE INSERT ON obstacle_party
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM obstacle WHERE id = NEW.obstacle_id)
      OR EXISTS (
        SELECT 1 FROM obstacle_party WHERE obstacle_id = NEW.obstacle_id AND position = NEW.position) BEGIN
      SELECT RAISE(ABORT, 'finsam: what was reported is sealed');
    END;
    CREATE TRIGGER obstacle_step_follows BEFORE INSERT ON obstacle_step BEGIN
      SELECT RAISE(ABORT, 'finsam: the step does not follow')
      WHERE NOT COALESCE((
        SELECT CASE NEW.step
          WHEN 'reported' THEN 0
          WHEN 'reopened' THEN NOT is_waiting
          ELSE is_waiting END
        FROM obstacle_place WHERE obstacle_id = NEW.obstacle_id AND step IS NOT NULL), NEW.step = 'reported');
      SELECT RAISE(ABORT, 'finsam: it stands on another level')
      WHERE NEW.step <> 'reported'
        AND NEW.level IS NOT (SELECT level FROM obstacle_place WHERE obstacle_id = NEW.obstacle_id);
      SELECT RAISE(ABORT, 'finsam: it is joined with another')
      WHERE (SELECT kept_id FROM obstacle_place WHERE obstacle_id = NEW.obstacle_id) IS NOT NULL;
    END;
    CREATE TRIGGER obstacle_join_follows BEFORE INSERT ON obstacle_join BEGIN
      SELECT RAISE(ABORT, 'finsam: it is not joined')
      WHERE NEW.kept_id IS NULL
        AND (SELECT kept_id FROM obstacle_place WHERE obstacle_id = NEW.obstacle_id) IS NULL;
      SELECT RAISE(ABORT, 'finsam: it is joined, or would be with one that is')
      WHERE NEW.kept_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM obstacle_place
        WHERE obstacle_id IN (NEW.obstacle_id, NEW.kept_id) AND kept_id IS NOT NULL);
    END;

    """
}
