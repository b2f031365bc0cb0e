extension M0008 {
  static let feeTables: [(name: String, hasID: Bool)] = [
    ("contribution_rate", true), ("fee_run", true), ("fee_line", false),
  ]

  /// What the board has been paid, by seat. A run has a voucher of the same act, and what was booked as employer
  /// contributions is what the lines and their rates come to, in whole kronor.
  static let fees = """
    CREATE TABLE contribution_rate (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      from_year INTEGER NOT NULL CHECK (from_year BETWEEN 1900 AND 2199),
      class TEXT NOT NULL CHECK (class IN ('alla', 'ålderspension', 'inga')),
      permyriad INTEGER NOT NULL CHECK (permyriad BETWEEN 0 AND 10000),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE fee_run (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      paid_on INTEGER NOT NULL,
      text TEXT NOT NULL CHECK (trim(text) <> ''),
      contributions_ore INTEGER NOT NULL CHECK (contributions_ore >= 0 AND contributions_ore % 100 = 0),
      voucher_id INTEGER NOT NULL UNIQUE REFERENCES voucher (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX fee_run_by_act ON fee_run (history_sequence);
    CREATE TABLE fee_line (
      run_id INTEGER NOT NULL REFERENCES fee_run (id),
      position INTEGER NOT NULL,
      function TEXT NOT NULL CHECK (trim(function) <> ''),
      member_id TEXT NOT NULL,
      class TEXT NOT NULL CHECK (class IN ('alla', 'ålderspension', 'inga')),
      permyriad INTEGER NOT NULL CHECK (permyriad BETWEEN 0 AND 10000),
      fee_ore INTEGER NOT NULL CHECK (fee_ore >= 0),
      lost_earnings_ore INTEGER NOT NULL CHECK (lost_earnings_ore >= 0),
      travel_ore INTEGER NOT NULL CHECK (travel_ore >= 0),
      withheld_tax_ore INTEGER NOT NULL CHECK (withheld_tax_ore BETWEEN 0 AND fee_ore + lost_earnings_ore),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (run_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER fee_line_in_act BEFORE INSERT ON fee_line
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM fee_run WHERE id = NEW.run_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the run is sealed');
    END;
    CREATE TRIGGER fee_run_adds_up BEFORE INSERT ON history_seal
    WHEN EXISTS (
      SELECT 1 FROM fee_run f WHERE f.history_sequence = NEW.sequence AND f.contributions_ore <> 100 * (
        SELECT COALESCE(SUM((fee_ore + lost_earnings_ore) * permyriad), 0) / 1000000 FROM fee_line
        WHERE run_id = f.id)) BEGIN
      SELECT RAISE(ABORT, 'finsam: employer contributions are what the lines come to');
    END;


    """
}
