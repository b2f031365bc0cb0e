extension M0003 {
  /// What must be unique is so among what stands. `import_content` was made with a unique column and is made anew
  /// without: the same columns and rows, so that what was hashed stays as it was.
  static let unique = """
    CREATE TEMP TABLE import_content_before AS SELECT * FROM import_content;
    DROP TABLE import_content;
    CREATE TABLE import_content (
      history_sequence INTEGER PRIMARY KEY REFERENCES import_file (history_sequence),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      byte_count INTEGER NOT NULL,
      voucher_count INTEGER NOT NULL,
      row_count INTEGER NOT NULL,
      debit_ore INTEGER NOT NULL,
      first_date INTEGER,
      last_date INTEGER
    ) STRICT;
    INSERT INTO import_content SELECT * FROM import_content_before;
    DROP TABLE import_content_before;
    CREATE INDEX import_content_by_digest ON import_content (sha256);
    CREATE TRIGGER import_content_once BEFORE INSERT ON import_content
    WHEN EXISTS (SELECT 1 FROM standing_import WHERE sha256 = NEW.sha256)
      OR EXISTS (SELECT 1 FROM import_content WHERE history_sequence = NEW.history_sequence) BEGIN
      SELECT RAISE(ABORT, 'finsam: the file has been imported');
    END;

    DROP INDEX opening_once;
    CREATE INDEX opening_by_account ON opening (year_id, account_id);
    DROP TRIGGER opening_in_open_year;
    CREATE TRIGGER opening_is_right BEFORE INSERT ON opening BEGIN
      SELECT RAISE(ABORT, 'finsam: the year is closed')
      WHERE (SELECT closes FROM year_lock WHERE year_id = NEW.year_id ORDER BY id DESC LIMIT 1) = 1;
      SELECT RAISE(ABORT, 'finsam: the account has an opening balance')
      WHERE EXISTS (
        SELECT 1 FROM standing_opening
        WHERE year_id = NEW.year_id AND account_id = NEW.account_id AND object_set_id IS NEW.object_set_id);
      SELECT RAISE(ABORT, 'finsam: the year does not stand')
      WHERE EXISTS (SELECT 1 FROM year_undoing WHERE year_id = NEW.year_id);
    END;

    DROP TRIGGER fiscal_year_is_apart;
    CREATE TRIGGER fiscal_year_is_apart BEFORE INSERT ON fiscal_year
    WHEN EXISTS (SELECT 1 FROM standing_year WHERE first_day <= NEW.last_day AND NEW.first_day <= last_day) BEGIN
      SELECT RAISE(ABORT, 'finsam: fiscal years share no day');
    END;

    DROP INDEX voucher_number;
    CREATE INDEX voucher_number ON voucher (year_id, series, number, history_sequence);
    DROP INDEX voucher_reversal;
    CREATE INDEX voucher_reversal ON voucher (reverses_id) WHERE reverses_id IS NOT NULL;
    DROP TRIGGER voucher_is_right;
    CREATE TRIGGER voucher_is_right BEFORE INSERT ON voucher BEGIN
      SELECT RAISE(ABORT, 'finsam: the act is sealed')
      WHERE EXISTS (SELECT 1 FROM history_seal WHERE sequence = NEW.history_sequence);
      SELECT RAISE(ABORT, 'finsam: the keys of vouchers have no gaps')
      WHERE NEW.id <> 1 + (SELECT COALESCE(MAX(id), 0) FROM voucher);
      SELECT RAISE(ABORT, 'finsam: the day is outside the year')
      WHERE NOT EXISTS (
        SELECT 1 FROM fiscal_year
        WHERE id = NEW.year_id AND NEW.date BETWEEN first_day AND last_day
          AND id NOT IN (SELECT year_id FROM year_undoing));
      SELECT RAISE(ABORT, 'finsam: the month is closed')
      WHERE (SELECT closes FROM period_lock WHERE month = NEW.date / 100 ORDER BY id DESC LIMIT 1) = 1;
      SELECT RAISE(ABORT, 'finsam: the year is closed')
      WHERE (SELECT closes FROM year_lock WHERE year_id = NEW.year_id ORDER BY id DESC LIMIT 1) = 1;
      SELECT RAISE(ABORT, 'finsam: numbers are unbroken')
      WHERE NEW.source <> 2 AND NEW.number <> 1 + COALESCE(
        (SELECT MAX(number) FROM standing_voucher WHERE year_id = NEW.year_id AND series = NEW.series), 0);
      SELECT RAISE(ABORT, 'finsam: no file is being imported')
      WHERE NEW.source = 2
        AND NOT EXISTS (SELECT 1 FROM import_file WHERE history_sequence = NEW.history_sequence);
      SELECT RAISE(ABORT, 'finsam: the number is taken')
      WHERE NEW.source = 2 AND EXISTS (
        SELECT 1 FROM standing_voucher
        WHERE year_id = NEW.year_id AND series = NEW.series AND number = NEW.number);
      SELECT RAISE(ABORT, 'finsam: the voucher is reversed already')
      WHERE NEW.reverses_id IS NOT NULL
        AND EXISTS (SELECT 1 FROM standing_voucher WHERE reverses_id = NEW.reverses_id);
    END;


    """

  /// What lists need to be fast: the vouchers of a year by day; how many rows each total has, and how many vouchers
  /// each month. The totals are a cache, reckoned again here from what they are totals of.
  static let lists = """
    CREATE INDEX voucher_day ON voucher (year_id, date, number, history_sequence);

    DROP TABLE period_total;
    CREATE TABLE period_total (
      year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
      account_id INTEGER NOT NULL REFERENCES account (id),
      object_set_id INTEGER NOT NULL,
      month INTEGER NOT NULL,
      debit_ore INTEGER NOT NULL CHECK (debit_ore >= 0),
      credit_ore INTEGER NOT NULL CHECK (credit_ore >= 0),
      row_count INTEGER NOT NULL CHECK (row_count >= 0),
      PRIMARY KEY (year_id, account_id, object_set_id, month)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO period_total
      SELECT v.year_id, r.account_id, COALESCE(r.object_set_id, 0), v.date / 100,
        SUM(MAX(r.amount_ore, 0)), SUM(MAX(-r.amount_ore, 0)), COUNT(*)
      FROM voucher v CROSS JOIN voucher_row r ON r.voucher_id = v.id GROUP BY 1, 2, 3, 4;
    CREATE TABLE period_count (
      year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
      month INTEGER NOT NULL,
      voucher_count INTEGER NOT NULL CHECK (voucher_count >= 0),
      PRIMARY KEY (year_id, month)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO period_count SELECT year_id, date / 100, COUNT(*) FROM voucher GROUP BY 1, 2;


    """
}
