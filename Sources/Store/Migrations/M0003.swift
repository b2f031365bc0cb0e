/// The third schema: documents beside vouchers, imports that can be undone, and lists that are fast. Shipped, so never
/// changed; a test holds its SHA-256 still.
///
/// Nothing is deleted when an import is undone: `import_undoing` says that what the act recorded no longer stands, and
/// the views `standing_…` leave it out. So what must be unique is unique among what stands, which an index cannot know
/// but a trigger can: the unique indexes of vouchers, openings and imported bytes become plain ones.
enum M0003 {
  static let sql =
    documents + undoing + unique + lists + factTables.map { M0001.refusals(of: $0) }.joined()
    + M0001.refusals(of: ("import_content", false))

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("voucher_document", false), ("import_undoing", false), ("year_undoing", false),
  ]

  private static let documents = """
    CREATE TABLE voucher_document (
      voucher_id INTEGER NOT NULL REFERENCES voucher (id),
      attachment_id INTEGER NOT NULL REFERENCES attachment (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (voucher_id, attachment_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER voucher_document_once BEFORE INSERT ON voucher_document
    WHEN EXISTS (
        SELECT 1 FROM voucher_document WHERE voucher_id = NEW.voucher_id AND attachment_id = NEW.attachment_id)
      OR EXISTS (
        SELECT 1 FROM voucher_attachment WHERE voucher_id = NEW.voucher_id AND attachment_id = NEW.attachment_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the document lies there already');
    END;


    """

  /// What one act recorded are the vouchers between the last of the line before and its own last.
  private static let ofTheImport = """
    v.id > (SELECT last_voucher_id FROM history_seal WHERE sequence = NEW.import_sequence - 1)
            AND v.id <= (SELECT last_voucher_id FROM history_seal WHERE sequence = NEW.import_sequence)
    """

  private static let undoing = """
    CREATE TABLE import_undoing (
      import_sequence INTEGER PRIMARY KEY REFERENCES history (sequence),
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE year_undoing (
      year_id INTEGER PRIMARY KEY REFERENCES fiscal_year (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;

    CREATE VIEW standing_voucher AS
      SELECT * FROM voucher WHERE history_sequence NOT IN (SELECT import_sequence FROM import_undoing);
    CREATE VIEW standing_opening AS
      SELECT * FROM opening WHERE history_sequence NOT IN (SELECT import_sequence FROM import_undoing);
    CREATE VIEW standing_account_declaration AS
      SELECT * FROM account_declaration WHERE history_sequence NOT IN (SELECT import_sequence FROM import_undoing);
    CREATE VIEW standing_object_name AS
      SELECT * FROM object_name WHERE history_sequence NOT IN (SELECT import_sequence FROM import_undoing);
    CREATE VIEW standing_dimension_name AS
      SELECT * FROM dimension_name WHERE history_sequence NOT IN (SELECT import_sequence FROM import_undoing);
    CREATE VIEW standing_import AS
      SELECT * FROM import_content WHERE history_sequence NOT IN (SELECT import_sequence FROM import_undoing);
    CREATE VIEW standing_year AS
      SELECT * FROM fiscal_year WHERE id NOT IN (SELECT year_id FROM year_undoing);

    CREATE TRIGGER import_undoing_is_right BEFORE INSERT ON import_undoing BEGIN
      SELECT RAISE(ABORT, 'finsam: the import is undone already')
      WHERE EXISTS (SELECT 1 FROM import_undoing WHERE import_sequence = NEW.import_sequence);
      SELECT RAISE(ABORT, 'finsam: only an import can be undone')
      WHERE NOT EXISTS (SELECT 1 FROM import_file WHERE history_sequence = NEW.import_sequence)
        AND NOT EXISTS (
          SELECT 1 FROM voucher v JOIN voucher o ON o.id = v.reverses_id AND o.source = 3
          WHERE \(ofTheImport));
      SELECT RAISE(ABORT, 'finsam: a month is closed')
      WHERE EXISTS (
        SELECT 1 FROM voucher v
        WHERE \(ofTheImport)
          AND (SELECT closes FROM period_lock WHERE month = v.date / 100 ORDER BY id DESC LIMIT 1) = 1);
      SELECT RAISE(ABORT, 'finsam: a year is closed')
      WHERE EXISTS (
          SELECT 1 FROM voucher v
          WHERE \(ofTheImport)
            AND (SELECT closes FROM year_lock WHERE year_id = v.year_id ORDER BY id DESC LIMIT 1) = 1)
        OR EXISTS (
          SELECT 1 FROM opening o WHERE o.history_sequence = NEW.import_sequence
            AND (SELECT closes FROM year_lock WHERE year_id = o.year_id ORDER BY id DESC LIMIT 1) = 1);
      SELECT RAISE(ABORT, 'finsam: a voucher of the import has been reversed')
      WHERE EXISTS (
        SELECT 1 FROM voucher v CROSS JOIN standing_voucher c ON c.reverses_id = v.id
        WHERE \(ofTheImport) AND c.history_sequence <> NEW.import_sequence);
    END;
    CREATE TRIGGER year_undoing_is_right BEFORE INSERT ON year_undoing BEGIN
      SELECT RAISE(ABORT, 'finsam: the year is undone already')
      WHERE EXISTS (SELECT 1 FROM year_undoing WHERE year_id = NEW.year_id);
      SELECT RAISE(ABORT, 'finsam: the year was not declared by an import that is undone')
      WHERE (SELECT history_sequence FROM fiscal_year WHERE id = NEW.year_id)
        NOT IN (SELECT import_sequence FROM import_undoing);
      SELECT RAISE(ABORT, 'finsam: the year is in use')
      WHERE EXISTS (SELECT 1 FROM standing_voucher WHERE year_id = NEW.year_id)
        OR EXISTS (SELECT 1 FROM standing_opening WHERE year_id = NEW.year_id)
        OR EXISTS (SELECT 1 FROM period_lock WHERE year_id = NEW.year_id)
        OR EXISTS (SELECT 1 FROM year_lock WHERE year_id = NEW.year_id)
        OR EXISTS (SELECT 1 FROM year_end WHERE NEW.year_id IN (year_id, next_year_id));
    END;


    """
}
