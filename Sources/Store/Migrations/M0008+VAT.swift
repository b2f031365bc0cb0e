extension M0008 {
  static let vatTables: [(name: String, hasID: Bool)] = [
    ("vat_claim", true), ("vat_claim_row", false), ("vat_credit", false), ("vat_withdrawal", false),
  ]

  /// Applications for compensated VAT. A row is in one standing application, and an application comes to what its rows
  /// do, which is asked when the act is sealed. What has been credited is not withdrawn.
  static let vat = """
    CREATE TABLE vat_claim (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      first_month INTEGER NOT NULL,
      last_month INTEGER NOT NULL CHECK (last_month IN (first_month, first_month + 2)),
      amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
      claimed_on INTEGER NOT NULL CHECK (claimed_on / 100 > last_month AND claimed_on / 10000 <= first_month / 100 + 2),
      voucher_id INTEGER REFERENCES voucher (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX vat_claim_by_act ON vat_claim (history_sequence);
    CREATE TABLE vat_claim_row (
      claim_id INTEGER NOT NULL REFERENCES vat_claim (id),
      voucher_id INTEGER NOT NULL,
      line INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (claim_id, voucher_id, line),
      FOREIGN KEY (voucher_id, line) REFERENCES voucher_row (voucher_id, line)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX vat_claim_row_by_row ON vat_claim_row (voucher_id, line);
    CREATE TABLE vat_credit (
      claim_id INTEGER PRIMARY KEY REFERENCES vat_claim (id),
      credited_on INTEGER NOT NULL,
      amount_ore INTEGER NOT NULL CHECK (amount_ore >= 0),
      voucher_id INTEGER NOT NULL,
      line INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      UNIQUE (voucher_id, line),
      FOREIGN KEY (voucher_id, line) REFERENCES voucher_row (voucher_id, line)
    ) STRICT;
    CREATE TABLE vat_withdrawal (
      claim_id INTEGER PRIMARY KEY REFERENCES vat_claim (id),
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE VIEW standing_vat_claim AS
      SELECT * FROM vat_claim WHERE id NOT IN (SELECT claim_id FROM vat_withdrawal);

    CREATE TRIGGER vat_claim_row_is_free BEFORE INSERT ON vat_claim_row
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM vat_claim WHERE id = NEW.claim_id)
      OR EXISTS (
        SELECT 1 FROM vat_claim_row r JOIN standing_vat_claim c ON c.id = r.claim_id
        WHERE r.voucher_id = NEW.voucher_id AND r.line = NEW.line) BEGIN
      SELECT RAISE(ABORT, 'finsam: the row has been applied for');
    END;
    CREATE TRIGGER vat_credit_is_of_a_claim BEFORE INSERT ON vat_credit
    WHEN EXISTS (SELECT 1 FROM vat_withdrawal WHERE claim_id = NEW.claim_id)
      OR EXISTS (SELECT 1 FROM vat_credit WHERE claim_id = NEW.claim_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the application is withdrawn, or credited');
    END;
    CREATE TRIGGER vat_withdrawal_is_of_a_claim BEFORE INSERT ON vat_withdrawal
    WHEN EXISTS (SELECT 1 FROM vat_credit WHERE claim_id = NEW.claim_id)
      OR EXISTS (SELECT 1 FROM vat_withdrawal WHERE claim_id = NEW.claim_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the application is credited, or withdrawn');
    END;
    CREATE TRIGGER vat_claim_adds_up BEFORE INSERT ON history_seal
    WHEN EXISTS (
      SELECT 1 FROM vat_claim c WHERE c.history_sequence = NEW.sequence AND c.amount_ore <> (
        SELECT COALESCE(SUM(r.amount_ore), 0) FROM vat_claim_row x
        JOIN voucher_row r ON r.voucher_id = x.voucher_id AND r.line = x.line WHERE x.claim_id = c.id)) BEGIN
      SELECT RAISE(ABORT, 'finsam: an application comes to what its rows do');
    END;


    """
}
