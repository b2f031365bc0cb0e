/// The diary with its series, entries and what is changed in them; the governing documents with their versions; and what
/// is laid out for everybody. Shipped, so never changed; a test holds its SHA-256 still.
enum M0021 {
  static let sql = diary + documents + publications + factTables.map { M0001.refusals(of: $0) }.joined() + order

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("diary_series", true), ("diary_entry", true), ("diary_change", true), ("diary_link", true),
    ("diary_document", true), ("governing_document", true), ("governing_version", true), ("governing_point", false),
    ("governing_review", true), ("governing_end", false), ("governing_showing", true), ("publication", true),
    ("publication_end", false), ("public_page", true),
  ]

  /// `subject`, `party` and `secrecy` of an entry are those that were registered; what stands now is in `diary_now`.
  private static let diary = """
    CREATE TABLE diary_series (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      prefix TEXT NOT NULL CHECK (length(prefix) BETWEEN 1 AND 8),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE diary_entry (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      prefix TEXT NOT NULL CHECK (length(prefix) BETWEEN 1 AND 8),
      year INTEGER NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      day INTEGER NOT NULL CHECK (day / 10000 <= year),
      direction TEXT NOT NULL CHECK (direction IN ('in', 'ut', 'upprättad')),
      party TEXT NOT NULL CHECK (direction = 'upprättad' OR trim(party) <> ''),
      subject TEXT NOT NULL CHECK (trim(subject) <> ''),
      secrecy TEXT NOT NULL,
      is_public INTEGER NOT NULL CHECK (is_public IN (0, 1) AND (is_public = 0 OR secrecy = '')),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      UNIQUE (year, prefix, number)
    ) STRICT;
    CREATE TABLE diary_change (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      entry_id INTEGER NOT NULL REFERENCES diary_entry (id),
      kind TEXT NOT NULL CHECK (kind IN ('subject', 'party', 'secrecy', 'shown', 'place')),
      text TEXT NOT NULL CHECK (
        CASE kind WHEN 'subject' THEN trim(text) <> '' WHEN 'shown' THEN text IN ('ja', 'nej')
          WHEN 'place' THEN text IN ('closed', 'open') ELSE 1 END),
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX diary_change_by_entry ON diary_change (entry_id, kind, id);
    CREATE INDEX diary_entry_shown ON diary_entry (id) WHERE is_public = 1;
    CREATE INDEX diary_change_shown ON diary_change (entry_id) WHERE kind = 'shown';
    CREATE TABLE diary_link (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      entry_id INTEGER NOT NULL REFERENCES diary_entry (id),
      kind TEXT NOT NULL CHECK (kind IN ('insats', 'ansökan', 'beslut', 'hinder', 'möte', 'medlem', 'grupp',
        'verifikation', 'post', 'styrdokument')),
      key TEXT NOT NULL CHECK (key <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      UNIQUE (entry_id, kind, key)
    ) STRICT;
    CREATE INDEX diary_link_by_thing ON diary_link (kind, key);
    CREATE TABLE diary_document (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      entry_id INTEGER NOT NULL REFERENCES diary_entry (id),
      attachment_id INTEGER NOT NULL REFERENCES attachment (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      UNIQUE (entry_id, attachment_id)
    ) STRICT;
    CREATE INDEX diary_document_by_attachment ON diary_document (attachment_id);
    CREATE VIEW diary_now AS
      SELECT e.id, e.prefix, e.year, e.number, e.day, e.direction,
        COALESCE((SELECT c.text FROM diary_change c WHERE c.entry_id = e.id AND c.kind = 'party'
          ORDER BY c.id DESC LIMIT 1), e.party) AS party,
        COALESCE((SELECT c.text FROM diary_change c WHERE c.entry_id = e.id AND c.kind = 'subject'
          ORDER BY c.id DESC LIMIT 1), e.subject) AS subject,
        COALESCE((SELECT c.text FROM diary_change c WHERE c.entry_id = e.id AND c.kind = 'secrecy'
          ORDER BY c.id DESC LIMIT 1), e.secrecy) AS secrecy,
        COALESCE((SELECT c.kind = 'shown' AND c.text = 'ja' FROM diary_change c
          WHERE c.entry_id = e.id AND (c.kind = 'shown' OR (c.kind = 'secrecy' AND c.text <> ''))
          ORDER BY c.id DESC LIMIT 1), e.is_public) AS is_public,
        COALESCE((SELECT c.text = 'closed' FROM diary_change c WHERE c.entry_id = e.id AND c.kind = 'place'
          ORDER BY c.id DESC LIMIT 1), 0) AS is_closed,
        e.history_sequence
      FROM diary_entry e;

    """

  private static let documents = """
    CREATE TABLE governing_document (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      kind TEXT NOT NULL CHECK (kind IN ('förbundsordning', 'arbetsordning', 'delegationsordning', 'attestordning',
        'internkontrollplan', 'verksamhetsplan', 'riktlinjer-geh', 'medelsförvaltning', 'uppföljningspolicy',
        'dokumenthanteringsplan', 'distansbeslut', 'avtal', 'pub-avtal', 'annat')),
      title TEXT NOT NULL CHECK (trim(title) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE governing_version (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      document_id INTEGER NOT NULL REFERENCES governing_document (id),
      number INTEGER NOT NULL CHECK (number > 0),
      text TEXT NOT NULL CHECK (trim(text) <> '' OR attachment_id IS NOT NULL),
      attachment_id INTEGER REFERENCES attachment (id),
      decision_day INTEGER,
      decision_paragraph TEXT NOT NULL,
      valid_from INTEGER NOT NULL,
      review_on INTEGER CHECK (review_on > valid_from),
      remark TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      UNIQUE (document_id, number)
    ) STRICT;
    CREATE TABLE governing_point (
      version_id INTEGER NOT NULL REFERENCES governing_version (id),
      point INTEGER NOT NULL CHECK (point BETWEEN 1 AND 18),
      place TEXT NOT NULL CHECK (trim(place) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (version_id, point)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE governing_review (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      document_id INTEGER NOT NULL REFERENCES governing_document (id),
      day INTEGER NOT NULL,
      next_day INTEGER NOT NULL CHECK (next_day > day),
      note TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX governing_review_by_document ON governing_review (document_id);
    CREATE TABLE governing_end (
      document_id INTEGER PRIMARY KEY REFERENCES governing_document (id),
      day INTEGER NOT NULL,
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE governing_showing (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      document_id INTEGER NOT NULL REFERENCES governing_document (id),
      is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX governing_showing_by_document ON governing_showing (document_id);

    """

  private static let publications = """
    CREATE TABLE publication (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      kind TEXT NOT NULL CHECK (kind IN ('årsredovisning', 'revisionsberättelse', 'budgetförslag', 'budget',
        'protokoll', 'annat')),
      year INTEGER NOT NULL,
      title TEXT NOT NULL CHECK (trim(title) <> ''),
      attachment_id INTEGER NOT NULL REFERENCES attachment (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE publication_end (
      publication_id INTEGER PRIMARY KEY REFERENCES publication (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE public_page (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;

    """

  /// What may follow on what, whoever writes.
  private static let order = """
    CREATE TRIGGER diary_entry_follows BEFORE INSERT ON diary_entry
    WHEN NEW.number <> 1 + COALESCE(
      (SELECT MAX(number) FROM diary_entry WHERE year = NEW.year AND prefix = NEW.prefix), 0) BEGIN
      SELECT RAISE(ABORT, 'finsam: the numbers of the diary have no gaps');
    END;
    CREATE TRIGGER diary_change_follows BEFORE INSERT ON diary_change BEGIN
      SELECT RAISE(ABORT, 'finsam: the change changes nothing')
      WHERE EXISTS (
        SELECT 1 FROM diary_now WHERE id = NEW.entry_id AND NEW.text = CASE NEW.kind
          WHEN 'subject' THEN subject WHEN 'party' THEN party WHEN 'secrecy' THEN secrecy
          WHEN 'shown' THEN iif(is_public, 'ja', 'nej') ELSE iif(is_closed, 'closed', 'open') END);
      SELECT RAISE(ABORT, 'finsam: what is marked as secret is not shown to everybody')
      WHERE NEW.kind = 'shown' AND NEW.text = 'ja'
        AND (SELECT secrecy FROM diary_now WHERE id = NEW.entry_id) <> '';
      SELECT RAISE(ABORT, 'finsam: what is made here alone has no party')
      WHERE NEW.kind = 'party' AND trim(NEW.text) = ''
        AND (SELECT direction FROM diary_entry WHERE id = NEW.entry_id) <> 'upprättad';
    END;
    CREATE TRIGGER governing_version_follows BEFORE INSERT ON governing_version BEGIN
      SELECT RAISE(ABORT, 'finsam: the versions of a document have no gaps')
      WHERE NEW.number <> 1 + COALESCE(
        (SELECT MAX(number) FROM governing_version WHERE document_id = NEW.document_id), 0);
      SELECT RAISE(ABORT, 'finsam: the document has ended')
      WHERE EXISTS (SELECT 1 FROM governing_end WHERE document_id = NEW.document_id);
      SELECT RAISE(ABORT, 'finsam: a governing document is decided')
      WHERE (NEW.decision_day IS NULL OR trim(NEW.decision_paragraph) = '') AND NOT EXISTS (
        SELECT 1 FROM governing_document
        WHERE id = NEW.document_id AND kind IN ('avtal', 'pub-avtal', 'annat'));
    END;
    CREATE TRIGGER governing_point_in_act BEFORE INSERT ON governing_point
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM governing_version WHERE id = NEW.version_id)
      OR EXISTS (SELECT 1 FROM governing_point WHERE version_id = NEW.version_id AND point = NEW.point) BEGIN
      SELECT RAISE(ABORT, 'finsam: the points of a version are said with it');
    END;
    CREATE TRIGGER governing_end_once BEFORE INSERT ON governing_end
    WHEN EXISTS (SELECT 1 FROM governing_end WHERE document_id = NEW.document_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: a document ends once');
    END;
    CREATE TRIGGER publication_is_no_secret BEFORE INSERT ON publication
    WHEN EXISTS (
      SELECT 1 FROM diary_document d JOIN diary_now n ON n.id = d.entry_id
      WHERE d.attachment_id = NEW.attachment_id AND n.secrecy <> '') BEGIN
      SELECT RAISE(ABORT, 'finsam: what is marked as secret is not shown to everybody');
    END;
    CREATE TRIGGER publication_ends_once BEFORE INSERT ON publication_end
    WHEN EXISTS (SELECT 1 FROM publication_end WHERE publication_id = NEW.publication_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: a publication ends once');
    END;

    """
}
