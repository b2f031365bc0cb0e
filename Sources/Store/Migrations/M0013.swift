/// The thirteenth schema: what performers deliver of participants, counts and nothing else, with every step on the way;
/// the public keys by which deliveries are signed; and what performers' exit reasons are in common words. Shipped, so
/// never changed; a test holds its SHA-256 still.
enum M0013 {
  static let sql = tables + factTables.map { M0001.refusals(of: $0) }.joined() + order

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("delivery", true), ("delivery_count", false), ("delivery_step", true), ("delivery_key", true),
    ("delivery_key_insats", false), ("delivery_key_end", false), ("exit_reason", false),
  ]

  private static let tables = """
    CREATE TABLE delivery_key (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      name TEXT NOT NULL CHECK (trim(name) <> ''),
      public_key TEXT NOT NULL UNIQUE CHECK (length(public_key) = 64),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE delivery_key_insats (
      key_id INTEGER NOT NULL REFERENCES delivery_key (id),
      insats_id TEXT NOT NULL CHECK (insats_id <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (key_id, insats_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE delivery_key_end (
      key_id INTEGER PRIMARY KEY REFERENCES delivery_key (id),
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE delivery (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      insats_id TEXT NOT NULL CHECK (insats_id <> ''),
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL CHECK (last_day >= first_day AND last_day / 10000 = first_day / 10000),
      replaces_id INTEGER REFERENCES delivery (id) CHECK (replaces_id < id),
      source TEXT NOT NULL CHECK (source IN ('sida', 'csv', 'xlsx', 'json')),
      key_id INTEGER REFERENCES delivery_key (id),
      signature TEXT CHECK ((signature IS NOT NULL) = (key_id IS NOT NULL) AND length(signature) = 128),
      advice_calls INTEGER CHECK (advice_calls >= 0),
      remark TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX delivery_by_insats ON delivery (insats_id, first_day);
    CREATE TABLE delivery_count (
      delivery_id INTEGER NOT NULL REFERENCES delivery (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      kind TEXT NOT NULL CHECK (kind IN ('ingående', 'nya', 'avslutade', 'pågående', 'kommun', 'ålder', 'remittent',
        'utbildning', 'försörjningstid', 'avslutsorsak', 'volym', 'även', 'tillfrågade', 'svarat', 'bortfall')),
      row_id TEXT NOT NULL,
      title TEXT NOT NULL,
      women INTEGER NOT NULL CHECK (women >= 0),
      men INTEGER NOT NULL CHECK (men >= 0),
      not_stated INTEGER NOT NULL CHECK (not_stated >= 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (delivery_id, position),
      UNIQUE (delivery_id, kind, row_id, title)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE delivery_step (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      delivery_id INTEGER NOT NULL REFERENCES delivery (id),
      step TEXT NOT NULL CHECK (step IN ('delivered', 'returned', 'accepted', 'replaced')),
      text TEXT NOT NULL CHECK ((step = 'returned') = (trim(text) <> '')),
      by_id INTEGER REFERENCES delivery (id) CHECK ((by_id IS NOT NULL) = (step = 'replaced')),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX delivery_step_by_delivery ON delivery_step (delivery_id);
    CREATE VIEW delivery_place AS
      SELECT d.id AS delivery_id, d.insats_id, d.first_day, d.last_day,
        (SELECT s.step FROM delivery_step s WHERE s.delivery_id = d.id ORDER BY s.id DESC LIMIT 1) AS place
      FROM delivery d;
    CREATE TABLE exit_reason (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      insats_id TEXT NOT NULL,
      code TEXT NOT NULL,
      title TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;

    """

  /// What may follow on what, whoever writes.
  private static let order = """
    CREATE TRIGGER delivery_key_insats_in_act BEFORE INSERT ON delivery_key_insats
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM delivery_key WHERE id = NEW.key_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: what a key is for is said with it');
    END;
    CREATE TRIGGER delivery_key_ends_once BEFORE INSERT ON delivery_key_end
    WHEN EXISTS (SELECT 1 FROM delivery_key_end WHERE key_id = NEW.key_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: a key ends once');
    END;
    CREATE TRIGGER delivery_follows BEFORE INSERT ON delivery BEGIN
      SELECT RAISE(ABORT, 'finsam: a delivery stands in the place of one of the same insats')
      WHERE NEW.replaces_id IS NOT NULL
        AND NEW.insats_id IS NOT (SELECT insats_id FROM delivery WHERE id = NEW.replaces_id);
      SELECT RAISE(ABORT, 'finsam: the key is not for the insats, or has ended')
      WHERE NEW.key_id IS NOT NULL AND (
        NOT EXISTS (SELECT 1 FROM delivery_key_insats WHERE key_id = NEW.key_id AND insats_id = NEW.insats_id)
        OR EXISTS (SELECT 1 FROM delivery_key_end WHERE key_id = NEW.key_id));
    END;
    CREATE TRIGGER delivery_count_in_act BEFORE INSERT ON delivery_count
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM delivery WHERE id = NEW.delivery_id)
      OR EXISTS (SELECT 1 FROM delivery_step WHERE delivery_id = NEW.delivery_id)
      OR EXISTS (
        SELECT 1 FROM delivery_count WHERE delivery_id = NEW.delivery_id AND position = NEW.position) BEGIN
      SELECT RAISE(ABORT, 'finsam: what was delivered is sealed');
    END;
    CREATE TRIGGER delivery_step_follows BEFORE INSERT ON delivery_step BEGIN
      SELECT RAISE(ABORT, 'finsam: the step does not follow')
      WHERE NOT COALESCE((
        SELECT CASE NEW.step
          WHEN 'accepted' THEN place = 'delivered'
          WHEN 'returned' THEN place = 'delivered'
          WHEN 'replaced' THEN place IN ('delivered', 'returned', 'accepted')
          ELSE 0 END
        FROM delivery_place WHERE delivery_id = NEW.delivery_id AND place IS NOT NULL), NEW.step = 'delivered');
      SELECT RAISE(ABORT, 'finsam: what replaces a delivery is a later one of the same insats')
      WHERE NEW.step = 'replaced' AND NOT EXISTS (
        SELECT 1 FROM delivery a JOIN delivery b ON b.insats_id = a.insats_id
        WHERE a.id = NEW.delivery_id AND b.id = NEW.by_id AND b.id > a.id);
      SELECT RAISE(ABORT, 'finsam: carried in and new are finished and ongoing')
      WHERE NEW.step = 'delivered' AND EXISTS (
        SELECT 1 FROM (
          SELECT SUM(sign * women) AS women, SUM(sign * men) AS men, SUM(sign * not_stated) AS not_stated FROM (
            SELECT women, men, not_stated,
              CASE kind WHEN 'ingående' THEN 1 WHEN 'nya' THEN 1 WHEN 'avslutade' THEN -1 WHEN 'pågående' THEN -1
                ELSE 0 END AS sign
            FROM delivery_count WHERE delivery_id = NEW.delivery_id))
        WHERE women <> 0 OR men <> 0 OR not_stated <> 0);
      SELECT RAISE(ABORT, 'finsam: one delivery of an insats and a day waits')
      WHERE NEW.step = 'delivered' AND EXISTS (
        SELECT 1 FROM delivery n JOIN delivery_place p ON p.insats_id = n.insats_id AND p.delivery_id <> n.id
        WHERE n.id = NEW.delivery_id AND p.place IN ('delivered', 'returned')
          AND p.first_day <= n.last_day AND p.last_day >= n.first_day);
      SELECT RAISE(ABORT, 'finsam: one delivery of an insats and a day is accepted')
      WHERE NEW.step = 'accepted' AND EXISTS (
        SELECT 1 FROM delivery n JOIN delivery_place p ON p.insats_id = n.insats_id AND p.delivery_id <> n.id
        WHERE n.id = NEW.delivery_id AND p.place = 'accepted'
          AND p.first_day <= n.last_day AND p.last_day >= n.first_day);
    END;

    """
}
