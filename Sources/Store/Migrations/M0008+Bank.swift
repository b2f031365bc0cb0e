extension M0008 {
  static let bankTables: [(name: String, hasID: Bool)] = [
    ("bank_statement", true), ("bank_line", true), ("bank_match", true), ("bank_match_line", false),
    ("bank_match_row", false), ("bank_match_ending", false), ("bank_month", true),
  ]

  /// What banks say, and what of it has been found in the ledger. Two statements of an account share no day; a line or a
  /// row is in one standing match; what is matched comes to the same on both sides, which is asked when the act is
  /// sealed.
  static let bank = """
    CREATE TABLE bank_statement (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      account TEXT NOT NULL CHECK (account <> ''),
      bank_account TEXT NOT NULL,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL CHECK (first_day <= last_day),
      opening_ore INTEGER NOT NULL,
      closing_ore INTEGER NOT NULL,
      attachment_id INTEGER NOT NULL REFERENCES attachment (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX bank_statement_by_account ON bank_statement (account, first_day);
    CREATE TABLE bank_line (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      statement_id INTEGER NOT NULL REFERENCES bank_statement (id),
      date INTEGER NOT NULL,
      amount_ore INTEGER NOT NULL CHECK (amount_ore BETWEEN -1000000000000 AND 1000000000000),
      text TEXT NOT NULL,
      counterparty TEXT NOT NULL,
      reference TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX bank_line_by_statement ON bank_line (statement_id);
    CREATE TABLE bank_match (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      account TEXT NOT NULL CHECK (account <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX bank_match_by_act ON bank_match (history_sequence);
    CREATE INDEX bank_match_by_account ON bank_match (account);
    CREATE TABLE bank_match_line (
      match_id INTEGER NOT NULL REFERENCES bank_match (id),
      line_id INTEGER NOT NULL REFERENCES bank_line (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (match_id, line_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX bank_match_line_by_line ON bank_match_line (line_id);
    CREATE TABLE bank_match_row (
      match_id INTEGER NOT NULL REFERENCES bank_match (id),
      voucher_id INTEGER NOT NULL,
      line INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (match_id, voucher_id, line),
      FOREIGN KEY (voucher_id, line) REFERENCES voucher_row (voucher_id, line)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX bank_match_row_by_row ON bank_match_row (voucher_id, line);
    CREATE TABLE bank_match_ending (
      match_id INTEGER PRIMARY KEY REFERENCES bank_match (id),
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE bank_month (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      account TEXT NOT NULL CHECK (account <> ''),
      month INTEGER NOT NULL,
      statement_ore INTEGER NOT NULL,
      ledger_ore INTEGER NOT NULL,
      note TEXT NOT NULL CHECK (statement_ore = ledger_ore OR trim(note) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX bank_month_by_account ON bank_month (account, month);
    CREATE VIEW standing_bank_match AS
      SELECT * FROM bank_match WHERE id NOT IN (SELECT match_id FROM bank_match_ending);

    CREATE TRIGGER bank_statement_is_apart BEFORE INSERT ON bank_statement
    WHEN EXISTS (
      SELECT 1 FROM bank_statement
      WHERE account = NEW.account AND first_day <= NEW.last_day AND NEW.first_day <= last_day) BEGIN
      SELECT RAISE(ABORT, 'finsam: two statements of an account share no day');
    END;
    CREATE TRIGGER bank_line_in_act BEFORE INSERT ON bank_line
    WHEN NOT EXISTS (
      SELECT 1 FROM bank_statement
      WHERE id = NEW.statement_id AND history_sequence = NEW.history_sequence
        AND NEW.date BETWEEN first_day AND last_day) BEGIN
      SELECT RAISE(ABORT, 'finsam: the statement is sealed, or the day is outside it');
    END;
    CREATE TRIGGER bank_match_line_is_open BEFORE INSERT ON bank_match_line
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM bank_match WHERE id = NEW.match_id)
      OR EXISTS (
        SELECT 1 FROM bank_match_line m JOIN standing_bank_match s ON s.id = m.match_id WHERE m.line_id = NEW.line_id)
      OR NOT EXISTS (
        SELECT 1 FROM bank_line l JOIN bank_statement s ON s.id = l.statement_id
        JOIN bank_match b ON b.account = s.account WHERE l.id = NEW.line_id AND b.id = NEW.match_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the line is matched, or another account''s');
    END;
    CREATE TRIGGER bank_match_row_is_open BEFORE INSERT ON bank_match_row
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM bank_match WHERE id = NEW.match_id)
      OR EXISTS (
        SELECT 1 FROM bank_match_row m JOIN standing_bank_match s ON s.id = m.match_id
        WHERE m.voucher_id = NEW.voucher_id AND m.line = NEW.line)
      OR NOT EXISTS (
        SELECT 1 FROM voucher_row r JOIN account a ON a.id = r.account_id JOIN bank_match b ON b.account = a.number
        WHERE r.voucher_id = NEW.voucher_id AND r.line = NEW.line AND b.id = NEW.match_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the row is matched, or another account''s');
    END;
    CREATE TRIGGER bank_match_ends_once BEFORE INSERT ON bank_match_ending
    WHEN EXISTS (SELECT 1 FROM bank_match_ending WHERE match_id = NEW.match_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the match has been let go');
    END;
    CREATE TRIGGER bank_statement_adds_up BEFORE INSERT ON history_seal BEGIN
      SELECT RAISE(ABORT, 'finsam: a statement''s balances and lines add up')
      WHERE EXISTS (
        SELECT 1 FROM bank_statement s WHERE s.history_sequence = NEW.sequence
          AND s.closing_ore - s.opening_ore <> (
            SELECT COALESCE(SUM(l.amount_ore), 0) FROM bank_line l WHERE l.statement_id = s.id));
      SELECT RAISE(ABORT, 'finsam: what is matched comes to the same')
      WHERE EXISTS (
        SELECT 1 FROM bank_match m WHERE m.history_sequence = NEW.sequence AND (
          (SELECT COALESCE(SUM(l.amount_ore), 0) FROM bank_match_line x JOIN bank_line l ON l.id = x.line_id
           WHERE x.match_id = m.id)
          <> (SELECT COALESCE(SUM(r.amount_ore), 0) FROM bank_match_row x
              JOIN voucher_row r ON r.voucher_id = x.voucher_id AND r.line = x.line WHERE x.match_id = m.id)
          OR (SELECT COUNT(*) FROM bank_match_line x WHERE x.match_id = m.id)
            + (SELECT COUNT(*) FROM bank_match_row x WHERE x.match_id = m.id) < 2));
    END;
    CREATE INDEX bank_statement_by_act ON bank_statement (history_sequence);


    """
}
