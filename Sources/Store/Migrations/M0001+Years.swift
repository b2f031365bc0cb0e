extension M0001 {
  static let locks = """
    CREATE TABLE period_lock (
      id INTEGER PRIMARY KEY,
      year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
      month INTEGER NOT NULL,
      closes INTEGER NOT NULL CHECK (closes IN (0, 1)),
      reason TEXT NOT NULL CHECK (closes = 1 OR trim(reason) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX period_lock_by_month ON period_lock (month);
    CREATE TABLE year_lock (
      id INTEGER PRIMARY KEY,
      year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
      closes INTEGER NOT NULL CHECK (closes IN (0, 1)),
      reason TEXT NOT NULL CHECK (closes = 1 OR trim(reason) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX year_lock_by_year ON year_lock (year_id);
    CREATE TABLE year_end (
      year_id INTEGER PRIMARY KEY REFERENCES fiscal_year (id),
      next_year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
      voucher_id INTEGER REFERENCES voucher (id),
      year_result_account_id INTEGER NOT NULL REFERENCES account (id),
      retained_account_id INTEGER NOT NULL REFERENCES account (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;

    CREATE TRIGGER period_lock_turns BEFORE INSERT ON period_lock BEGIN
      SELECT RAISE(ABORT, 'finsam: the month stands so already')
      WHERE NEW.closes = COALESCE(
        (SELECT closes FROM period_lock WHERE month = NEW.month ORDER BY id DESC LIMIT 1), 0);
      SELECT RAISE(ABORT, 'finsam: the year is closed')
      WHERE (SELECT closes FROM year_lock WHERE year_id = NEW.year_id ORDER BY id DESC LIMIT 1) = 1;
    END;
    CREATE TRIGGER year_lock_turns BEFORE INSERT ON year_lock BEGIN
      SELECT RAISE(ABORT, 'finsam: the year stands so already')
      WHERE NEW.closes = COALESCE(
        (SELECT closes FROM year_lock WHERE year_id = NEW.year_id ORDER BY id DESC LIMIT 1), 0);
      SELECT RAISE(ABORT, 'finsam: the year has been ended')
      WHERE EXISTS (SELECT 1 FROM year_end WHERE year_id = NEW.year_id);
    END;
    CREATE TRIGGER year_end_once BEFORE INSERT ON year_end
    WHEN EXISTS (SELECT 1 FROM year_end WHERE year_id = NEW.year_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the year has been ended');
    END;
    CREATE TRIGGER opening_in_open_year BEFORE INSERT ON opening
    WHEN (SELECT closes FROM year_lock WHERE year_id = NEW.year_id ORDER BY id DESC LIMIT 1) = 1 BEGIN
      SELECT RAISE(ABORT, 'finsam: the year is closed');
    END;


    """
}
