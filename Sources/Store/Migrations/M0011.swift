/// The eleventh schema: budgets on their way to the board's decision. Shipped, so never changed; a test holds its
/// SHA-256 still.
///
/// A version of a year's budget is begun, saved any number of times (each a revision, whole), and takes its steps:
/// consultation, announcement, publication, and last a decision or that it was thrown away. Nothing can be added to a
/// version after its last step, and what was decided must stand in every later edition of the association.
enum M0011 {
  static let sql =
    versions + rules + decided + factTables.map { M0001.refusals(of: $0) }.joined()

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("budget_version", true), ("budget_revision", true), ("budget_revision_line", false), ("budget_step", true),
  ]

  private static let versions = """
    CREATE TABLE budget_version (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
      version INTEGER NOT NULL CHECK (version > 0),
      origin TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX budget_version_by_year ON budget_version (year);
    CREATE TABLE budget_revision (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      version_id INTEGER NOT NULL REFERENCES budget_version (id),
      revision INTEGER NOT NULL CHECK (revision > 0),
      opening_equity_ore INTEGER NOT NULL,
      closing_first_ore INTEGER,
      closing_second_ore INTEGER CHECK (closing_second_ore IS NULL OR closing_first_ore IS NOT NULL),
      closing_third_ore INTEGER CHECK (closing_third_ore IS NULL OR closing_second_ore IS NOT NULL),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX budget_revision_by_version ON budget_revision (version_id);
    CREATE TABLE budget_revision_line (
      revision_id INTEGER NOT NULL REFERENCES budget_revision (id),
      position INTEGER NOT NULL,
      line_id TEXT NOT NULL CHECK (line_id <> ''),
      title TEXT NOT NULL CHECK (trim(title) <> ''),
      line_group TEXT NOT NULL,
      member_id TEXT NOT NULL,
      insats_id TEXT NOT NULL,
      activity_id TEXT NOT NULL,
      first_ore INTEGER NOT NULL,
      second_ore INTEGER NOT NULL,
      third_ore INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (revision_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE budget_step (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      version_id INTEGER NOT NULL REFERENCES budget_version (id),
      revision_id INTEGER NOT NULL REFERENCES budget_revision (id),
      kind TEXT NOT NULL CHECK (kind IN ('consultation', 'announcement', 'publication', 'decision', 'discard')),
      day INTEGER CHECK ((day IS NULL) = (kind = 'discard')),
      meeting_day INTEGER CHECK ((meeting_day IS NULL) = (kind <> 'announcement') AND meeting_day >= day),
      paragraph TEXT NOT NULL CHECK ((paragraph = '') = (kind <> 'decision')),
      note TEXT NOT NULL CHECK (kind <> 'discard' OR trim(note) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX budget_step_by_version ON budget_step (version_id);


    """

  private static let rules = """
    CREATE TRIGGER budget_version_is_alone BEFORE INSERT ON budget_version
    WHEN EXISTS (
      SELECT 1 FROM budget_version v WHERE v.year = NEW.year AND NOT EXISTS (
        SELECT 1 FROM budget_step s WHERE s.version_id = v.id AND s.kind IN ('decision', 'discard'))) BEGIN
      SELECT RAISE(ABORT, 'finsam: the year has another budget that is not decided');
    END;
    CREATE TRIGGER budget_version_is_one BEFORE INSERT ON budget_version
    WHEN EXISTS (
      SELECT 1 FROM budget_version v JOIN budget_step s ON s.version_id = v.id AND s.kind = 'decision'
      WHERE v.year = NEW.year AND v.version >= NEW.version) BEGIN
      SELECT RAISE(ABORT, 'finsam: a version of the budget is decided once');
    END;
    CREATE TRIGGER budget_revision_follows BEFORE INSERT ON budget_revision BEGIN
      SELECT RAISE(ABORT, 'finsam: a decided budget is never changed')
      WHERE EXISTS (
        SELECT 1 FROM budget_step WHERE version_id = NEW.version_id AND kind IN ('decision', 'discard'));
      SELECT RAISE(ABORT, 'finsam: the revisions of a budget have no gaps')
      WHERE NEW.revision <> 1 + (
        SELECT COALESCE(MAX(revision), 0) FROM budget_revision WHERE version_id = NEW.version_id);
    END;
    CREATE TRIGGER budget_revision_line_in_act BEFORE INSERT ON budget_revision_line
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM budget_revision WHERE id = NEW.revision_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the revision is sealed');
    END;
    CREATE TRIGGER budget_step_follows BEFORE INSERT ON budget_step BEGIN
      SELECT RAISE(ABORT, 'finsam: a decided budget is never changed')
      WHERE EXISTS (
        SELECT 1 FROM budget_step WHERE version_id = NEW.version_id AND kind IN ('decision', 'discard'));
      SELECT RAISE(ABORT, 'finsam: a step is taken with the latest revision')
      WHERE NEW.revision_id IS NOT (SELECT MAX(id) FROM budget_revision WHERE version_id = NEW.version_id);
      SELECT RAISE(ABORT, 'finsam: a budget is decided after the members have been consulted')
      WHERE NEW.kind = 'decision' AND NEW.day < COALESCE(
        (SELECT day FROM budget_step WHERE version_id = NEW.version_id AND kind = 'consultation'
         ORDER BY id DESC LIMIT 1), 99999999);
    END;


    """

  /// The rows of the budgets in the edition that the act writes.
  private static func rows(_ noun: String) -> String {
    "(SELECT rows_sequence FROM edition WHERE history_sequence = NEW.sequence AND noun = '\(noun)')"
  }

  /// An act that writes the association's budgets is sealed only with every decided version in them as it was decided.
  private static let decided = """
    CREATE TRIGGER budget_decided_stands BEFORE INSERT ON history_seal
    WHEN EXISTS (
      SELECT 1 FROM edition WHERE history_sequence = NEW.sequence AND rows_sequence = NEW.sequence
        AND noun IN ('budget', 'budget_equity', 'budget_line', 'budget_amount')) BEGIN
      SELECT RAISE(ABORT, 'finsam: a decided budget is never changed')
      WHERE EXISTS (
        SELECT 1 FROM budget_step d JOIN budget_version v ON v.id = d.version_id
          JOIN budget_revision r ON r.id = d.revision_id
        WHERE d.kind = 'decision' AND NOT EXISTS (
          SELECT 1 FROM budget b
          WHERE b.history_sequence = \(rows("budget")) AND b.year = v.year AND b.version = v.version
            AND b.decided_on IS d.day AND b.paragraph = d.paragraph
            AND b.consulted_on IS (
              SELECT day FROM budget_step WHERE version_id = v.id AND kind = 'consultation' ORDER BY id DESC LIMIT 1)
            AND b.expected_opening_equity_ore = r.opening_equity_ore
            AND r.closing_first_ore IS (
              SELECT closing_equity_ore FROM budget_equity
              WHERE history_sequence = \(rows("budget_equity")) AND budget_position = b.position AND position = 0)
            AND r.closing_second_ore IS (
              SELECT closing_equity_ore FROM budget_equity
              WHERE history_sequence = \(rows("budget_equity")) AND budget_position = b.position AND position = 1)
            AND r.closing_third_ore IS (
              SELECT closing_equity_ore FROM budget_equity
              WHERE history_sequence = \(rows("budget_equity")) AND budget_position = b.position AND position = 2)
            AND (SELECT COUNT(*) FROM budget_revision_line WHERE revision_id = r.id) = (
              SELECT COUNT(*) FROM budget_line
              WHERE history_sequence = \(rows("budget_line")) AND budget_position = b.position)
            AND NOT EXISTS (
              SELECT 1 FROM budget_revision_line l WHERE l.revision_id = r.id AND NOT EXISTS (
                SELECT 1 FROM budget_line n
                WHERE n.history_sequence = \(rows("budget_line")) AND n.budget_position = b.position
                  AND n.position = l.position AND n.line_id = l.line_id AND n.title = l.title
                  AND n.line_group = l.line_group AND n.member_id = l.member_id AND n.insats_id = l.insats_id
                  AND n.activity_id = l.activity_id
                  AND l.first_ore IS (
                    SELECT amount_ore FROM budget_amount
                    WHERE history_sequence = \(rows("budget_amount")) AND budget_position = b.position
                      AND line_position = l.position AND position = 0)
                  AND l.second_ore IS (
                    SELECT amount_ore FROM budget_amount
                    WHERE history_sequence = \(rows("budget_amount")) AND budget_position = b.position
                      AND line_position = l.position AND position = 1)
                  AND l.third_ore IS (
                    SELECT amount_ore FROM budget_amount
                    WHERE history_sequence = \(rows("budget_amount")) AND budget_position = b.position
                      AND line_position = l.position AND position = 2)))));
    END;


    """
}
