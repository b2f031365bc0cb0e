extension M0001 {
  static let ledger = """
    CREATE TABLE fiscal_year (
      id INTEGER PRIMARY KEY,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL CHECK (first_day <= last_day),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TRIGGER fiscal_year_is_apart BEFORE INSERT ON fiscal_year
    WHEN EXISTS (SELECT 1 FROM fiscal_year WHERE first_day <= NEW.last_day AND NEW.first_day <= last_day) BEGIN
      SELECT RAISE(ABORT, 'finsam: fiscal years share no day');
    END;

    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE account_declaration (
      id INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES account (id),
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('T', 'S', 'K', 'I')),
      unit TEXT,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX account_declaration_by_account ON account_declaration (account_id);
    CREATE TABLE account_tax_code (
      declaration_id INTEGER NOT NULL REFERENCES account_declaration (id),
      position INTEGER NOT NULL,
      code TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (declaration_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE dimension_name (
      id INTEGER PRIMARY KEY,
      dimension INTEGER NOT NULL,
      name TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE object (
      id INTEGER PRIMARY KEY,
      dimension INTEGER NOT NULL,
      object TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      UNIQUE (dimension, object)
    ) STRICT;
    CREATE TABLE object_name (
      id INTEGER PRIMARY KEY,
      object_id INTEGER NOT NULL REFERENCES object (id),
      name TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE object_set (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      key TEXT NOT NULL UNIQUE,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE object_set_member (
      object_set_id INTEGER NOT NULL REFERENCES object_set (id),
      position INTEGER NOT NULL,
      object_id INTEGER NOT NULL REFERENCES object (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (object_set_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE opening (
      id INTEGER PRIMARY KEY,
      year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
      account_id INTEGER NOT NULL REFERENCES account (id),
      object_set_id INTEGER REFERENCES object_set (id),
      amount_ore INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE UNIQUE INDEX opening_once ON opening (year_id, account_id, COALESCE(object_set_id, 0));

    CREATE TABLE attachment (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
      name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      byte_count INTEGER NOT NULL CHECK (byte_count = length(bytes)),
      bytes BLOB NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;

    CREATE TABLE voucher (
      id INTEGER PRIMARY KEY,
      year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
      series TEXT NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      date INTEGER NOT NULL,
      compiled_on INTEGER,
      text TEXT NOT NULL,
      counterparty TEXT NOT NULL,
      compiled_by TEXT NOT NULL,
      source INTEGER NOT NULL CHECK (source BETWEEN 1 AND 4),
      source_series TEXT CHECK (source_series IS NULL OR source = 2),
      source_number TEXT CHECK (source_number IS NULL OR source = 2),
      reverses_id INTEGER REFERENCES voucher (id),
      reason TEXT CHECK ((reason IS NULL) = (reverses_id IS NULL) AND reason <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE UNIQUE INDEX voucher_number ON voucher (year_id, series, number);
    CREATE UNIQUE INDEX voucher_reversal ON voucher (reverses_id) WHERE reverses_id IS NOT NULL;
    CREATE INDEX voucher_odd_number ON voucher (year_id, date) WHERE source_number IS NOT NULL;

    CREATE TABLE voucher_row (
      voucher_id INTEGER NOT NULL REFERENCES voucher (id),
      line INTEGER NOT NULL,
      account_id INTEGER NOT NULL REFERENCES account (id),
      object_set_id INTEGER REFERENCES object_set (id),
      amount_ore INTEGER NOT NULL CHECK (amount_ore BETWEEN -1000000000000 AND 1000000000000),
      text TEXT,
      date INTEGER,
      quantity_thousandths INTEGER,
      sign TEXT,
      history_sequence INTEGER NOT NULL,
      PRIMARY KEY (voucher_id, line)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE voucher_amendment (
      voucher_id INTEGER NOT NULL REFERENCES voucher (id),
      position INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('struck', 'added')),
      account_id INTEGER NOT NULL REFERENCES account (id),
      object_set_id INTEGER REFERENCES object_set (id),
      amount_ore INTEGER NOT NULL,
      text TEXT,
      date INTEGER,
      quantity_thousandths INTEGER,
      sign TEXT,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (voucher_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE voucher_attachment (
      voucher_id INTEGER NOT NULL REFERENCES voucher (id),
      position INTEGER NOT NULL,
      attachment_id INTEGER NOT NULL REFERENCES attachment (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (voucher_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER voucher_row_in_act BEFORE INSERT ON voucher_row
    WHEN NEW.voucher_id <= (SELECT last_voucher_id FROM history_seal ORDER BY sequence DESC LIMIT 1) BEGIN
      SELECT RAISE(ABORT, 'finsam: the voucher is sealed');
    END;
    CREATE TRIGGER voucher_amendment_in_act BEFORE INSERT ON voucher_amendment
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM voucher WHERE id = NEW.voucher_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the voucher is sealed');
    END;
    CREATE TRIGGER voucher_attachment_in_act BEFORE INSERT ON voucher_attachment
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM voucher WHERE id = NEW.voucher_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the voucher is sealed');
    END;

    CREATE TRIGGER voucher_is_right BEFORE INSERT ON voucher BEGIN
      SELECT RAISE(ABORT, 'finsam: the act is sealed')
      WHERE EXISTS (SELECT 1 FROM history_seal WHERE sequence = NEW.history_sequence);
      SELECT RAISE(ABORT, 'finsam: the keys of vouchers have no gaps')
      WHERE NEW.id <> 1 + (SELECT COALESCE(MAX(id), 0) FROM voucher);
      SELECT RAISE(ABORT, 'finsam: the day is outside the year')
      WHERE NOT EXISTS (
        SELECT 1 FROM fiscal_year WHERE id = NEW.year_id AND NEW.date BETWEEN first_day AND last_day);
      SELECT RAISE(ABORT, 'finsam: the month is closed')
      WHERE (SELECT closes FROM period_lock WHERE month = NEW.date / 100 ORDER BY id DESC LIMIT 1) = 1;
      SELECT RAISE(ABORT, 'finsam: the year is closed')
      WHERE (SELECT closes FROM year_lock WHERE year_id = NEW.year_id ORDER BY id DESC LIMIT 1) = 1;
      SELECT RAISE(ABORT, 'finsam: numbers are unbroken')
      WHERE NEW.source <> 2 AND NEW.number <> 1 + COALESCE(
        (SELECT MAX(number) FROM voucher WHERE year_id = NEW.year_id AND series = NEW.series), 0);
      SELECT RAISE(ABORT, 'finsam: no file is being imported')
      WHERE NEW.source = 2
        AND NOT EXISTS (SELECT 1 FROM import_file WHERE history_sequence = NEW.history_sequence);
      SELECT RAISE(ABORT, 'finsam: the number is taken')
      WHERE NEW.source = 2 AND EXISTS (
        SELECT 1 FROM voucher WHERE year_id = NEW.year_id AND series = NEW.series AND number = NEW.number);
      SELECT RAISE(ABORT, 'finsam: the voucher is reversed already')
      WHERE NEW.reverses_id IS NOT NULL AND EXISTS (SELECT 1 FROM voucher WHERE reverses_id = NEW.reverses_id);
    END;

    CREATE TABLE period_total (
      year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
      account_id INTEGER NOT NULL REFERENCES account (id),
      object_set_id INTEGER NOT NULL,
      month INTEGER NOT NULL,
      debit_ore INTEGER NOT NULL CHECK (debit_ore >= 0),
      credit_ore INTEGER NOT NULL CHECK (credit_ore >= 0),
      PRIMARY KEY (year_id, account_id, object_set_id, month)
    ) STRICT, WITHOUT ROWID;


    """
}
