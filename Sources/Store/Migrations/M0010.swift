/// The tenth schema: what performers ask to be paid and every step on the way to the payment, overruns of frames that
/// have been said, money paid back, what performers say that a year cost, and year-end accruals. Shipped, so never
/// changed; a test holds its SHA-256 still.
enum M0010 {
  static let sql = requisitions + accruals + factTables.map { M0001.refusals(of: $0) }.joined() + order

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("requisition", true), ("requisition_version", false), ("requisition_cost", false),
    ("requisition_document", false), ("requisition_step", true), ("frame_overrun", true), ("repayment", true),
    ("final_cost", true), ("accrual", true), ("accrual_row", false), ("frame_return", false), ("accrual_release", true),
  ]

  /// A requisition, its versions with their cost reports and documents, and its steps. A step that has posted a voucher
  /// which has been reversed leads back to where it came from.
  private static let requisitions = """
    CREATE TABLE requisition (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      year INTEGER NOT NULL,
      insats_id TEXT NOT NULL CHECK (insats_id <> ''),
      receiver_id TEXT NOT NULL CHECK (receiver_id <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX requisition_by_year ON requisition (year, insats_id);
    CREATE TABLE requisition_version (
      requisition_id INTEGER NOT NULL REFERENCES requisition (id),
      version INTEGER NOT NULL CHECK (version > 0),
      first_month INTEGER NOT NULL,
      last_month INTEGER NOT NULL CHECK (last_month >= first_month),
      amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
      vat_ore INTEGER NOT NULL CHECK (vat_ore >= 0 AND vat_ore < amount_ore),
      note TEXT NOT NULL,
      over_ore INTEGER NOT NULL CHECK (over_ore >= 0),
      over_reason TEXT NOT NULL CHECK (over_ore = 0 OR trim(over_reason) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (requisition_id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE requisition_cost (
      requisition_id INTEGER NOT NULL,
      version INTEGER NOT NULL,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (requisition_id, version, position),
      FOREIGN KEY (requisition_id, version) REFERENCES requisition_version (requisition_id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE requisition_document (
      requisition_id INTEGER NOT NULL,
      version INTEGER NOT NULL,
      position INTEGER NOT NULL,
      attachment_id INTEGER NOT NULL REFERENCES attachment (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (requisition_id, version, position),
      FOREIGN KEY (requisition_id, version) REFERENCES requisition_version (requisition_id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE requisition_step (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      requisition_id INTEGER NOT NULL,
      version INTEGER NOT NULL,
      step TEXT NOT NULL CHECK (step IN ('requested', 'returned', 'attested', 'booked', 'paid', 'withdrawn')),
      text TEXT NOT NULL CHECK (step NOT IN ('returned', 'withdrawn') OR trim(text) <> ''),
      voucher_id INTEGER REFERENCES voucher (id) CHECK ((voucher_id IS NOT NULL) = (step IN ('booked', 'paid'))),
      settled_ore INTEGER NOT NULL CHECK (settled_ore >= 0 AND (settled_ore = 0 OR step = 'booked')),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      FOREIGN KEY (requisition_id, version) REFERENCES requisition_version (requisition_id, version)
    ) STRICT;
    CREATE INDEX requisition_step_by_requisition ON requisition_step (requisition_id);
    CREATE INDEX requisition_step_by_voucher ON requisition_step (voucher_id);
    CREATE VIEW requisition_place AS
      SELECT s.requisition_id,
        CASE WHEN s.voucher_id IS NOT NULL
          AND EXISTS (SELECT 1 FROM standing_voucher r WHERE r.reverses_id = s.voucher_id)
        THEN CASE s.step WHEN 'booked' THEN 'attested' ELSE 'booked' END ELSE s.step END AS place
      FROM requisition_step s
      WHERE s.id = (SELECT MAX(t.id) FROM requisition_step t WHERE t.requisition_id = s.requisition_id);
    CREATE TABLE frame_overrun (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      year INTEGER NOT NULL,
      insats_id TEXT NOT NULL,
      receiver_id TEXT NOT NULL,
      over_ore INTEGER NOT NULL CHECK (over_ore > 0),
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      requisition_id INTEGER REFERENCES requisition (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX frame_overrun_by_year ON frame_overrun (year, insats_id);
    CREATE TABLE repayment (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      year INTEGER NOT NULL,
      insats_id TEXT NOT NULL CHECK (insats_id <> ''),
      receiver_id TEXT NOT NULL CHECK (receiver_id <> ''),
      amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      voucher_id INTEGER NOT NULL REFERENCES voucher (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;


    """

  /// What performers say that a year cost, what is accrued of it, and what becomes of that.
  private static let accruals = """
    CREATE TABLE final_cost (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      year INTEGER NOT NULL,
      insats_id TEXT NOT NULL CHECK (insats_id <> ''),
      receiver_id TEXT NOT NULL CHECK (receiver_id <> ''),
      amount_ore INTEGER NOT NULL CHECK (amount_ore >= 0),
      note TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX final_cost_by_year ON final_cost (year, insats_id);
    CREATE TABLE accrual (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      year INTEGER NOT NULL,
      voucher_id INTEGER NOT NULL REFERENCES voucher (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE accrual_row (
      accrual_id INTEGER NOT NULL REFERENCES accrual (id),
      position INTEGER NOT NULL,
      insats_id TEXT NOT NULL CHECK (insats_id <> ''),
      receiver_id TEXT NOT NULL CHECK (receiver_id <> ''),
      booked_ore INTEGER NOT NULL,
      amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
      ground TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (accrual_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE frame_return (
      accrual_id INTEGER NOT NULL REFERENCES accrual (id),
      position INTEGER NOT NULL,
      insats_id TEXT NOT NULL,
      receiver_id TEXT NOT NULL,
      granted_ore INTEGER NOT NULL,
      outcome_ore INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (accrual_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE accrual_release (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      year INTEGER NOT NULL,
      insats_id TEXT NOT NULL,
      receiver_id TEXT NOT NULL,
      amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      voucher_id INTEGER NOT NULL REFERENCES voucher (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE VIEW standing_accrual AS
      SELECT * FROM accrual a
      WHERE NOT EXISTS (SELECT 1 FROM standing_voucher r WHERE r.reverses_id = a.voucher_id);
    CREATE VIEW accrual_movement AS
      SELECT a.year, r.insats_id, r.receiver_id, r.amount_ore
      FROM accrual_row r JOIN standing_accrual a ON a.id = r.accrual_id
      UNION ALL
      SELECT q.year, q.insats_id, q.receiver_id, -s.settled_ore
      FROM requisition_step s JOIN requisition q ON q.id = s.requisition_id
      WHERE s.settled_ore > 0
        AND NOT EXISTS (SELECT 1 FROM standing_voucher v WHERE v.reverses_id = s.voucher_id)
      UNION ALL
      SELECT l.year, l.insats_id, l.receiver_id, -l.amount_ore FROM accrual_release l
      WHERE NOT EXISTS (SELECT 1 FROM standing_voucher v WHERE v.reverses_id = l.voucher_id);


    """

  /// What may follow on what, whoever writes.
  private static let order = """
    CREATE TRIGGER requisition_version_follows BEFORE INSERT ON requisition_version
    WHEN NEW.version <> 1 + (
      SELECT COALESCE(MAX(version), 0) FROM requisition_version WHERE requisition_id = NEW.requisition_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: versions have no gaps');
    END;
    CREATE TRIGGER requisition_cost_in_act BEFORE INSERT ON requisition_cost
    WHEN NEW.history_sequence IS NOT (
        SELECT history_sequence FROM requisition_version
        WHERE requisition_id = NEW.requisition_id AND version = NEW.version)
      OR EXISTS (
        SELECT 1 FROM requisition_cost
        WHERE requisition_id = NEW.requisition_id AND version = NEW.version AND position = NEW.position) BEGIN
      SELECT RAISE(ABORT, 'finsam: what was asked for is sealed');
    END;
    CREATE TRIGGER requisition_document_in_act BEFORE INSERT ON requisition_document
    WHEN NEW.history_sequence IS NOT (
        SELECT history_sequence FROM requisition_version
        WHERE requisition_id = NEW.requisition_id AND version = NEW.version)
      OR EXISTS (
        SELECT 1 FROM requisition_document
        WHERE requisition_id = NEW.requisition_id AND version = NEW.version AND position = NEW.position) BEGIN
      SELECT RAISE(ABORT, 'finsam: what was asked for is sealed');
    END;
    CREATE TRIGGER requisition_step_follows BEFORE INSERT ON requisition_step BEGIN
      SELECT RAISE(ABORT, 'finsam: the step does not follow')
      WHERE NOT COALESCE((
        SELECT CASE NEW.step
          WHEN 'returned' THEN place IN ('requested', 'attested')
          WHEN 'attested' THEN place = 'requested'
          WHEN 'booked' THEN place = 'attested'
          WHEN 'paid' THEN place = 'booked'
          WHEN 'withdrawn' THEN place IN ('requested', 'returned', 'attested')
          ELSE place = 'returned' END
        FROM requisition_place WHERE requisition_id = NEW.requisition_id), NEW.step = 'requested');
      SELECT RAISE(ABORT, 'finsam: a step is of the last version')
      WHERE NEW.version IS NOT (
        SELECT MAX(version) FROM requisition_version WHERE requisition_id = NEW.requisition_id);
      SELECT RAISE(ABORT, 'finsam: a cost report adds up')
      WHERE NEW.step = 'requested' AND (
        SELECT amount_ore FROM requisition_version
        WHERE requisition_id = NEW.requisition_id AND version = NEW.version) IS NOT (
        SELECT SUM(amount_ore) FROM requisition_cost
        WHERE requisition_id = NEW.requisition_id AND version = NEW.version);
      SELECT RAISE(ABORT, 'finsam: nobody attests what they have asked for')
      WHERE NEW.step = 'attested' AND EXISTS (
        SELECT 1 FROM requisition_step s JOIN history h ON h.sequence = s.history_sequence
        WHERE s.requisition_id = NEW.requisition_id AND s.step = 'requested'
          AND h.actor = (SELECT actor FROM history WHERE sequence = NEW.history_sequence));
      SELECT RAISE(ABORT, 'finsam: the voucher is of the amount')
      WHERE NEW.voucher_id IS NOT NULL AND (
        SELECT SUM(amount_ore) FROM voucher_row WHERE voucher_id = NEW.voucher_id AND amount_ore > 0) IS NOT (
        SELECT amount_ore FROM requisition_version
        WHERE requisition_id = NEW.requisition_id AND version = NEW.version);
      SELECT RAISE(ABORT, 'finsam: a voucher is of one step')
      WHERE NEW.voucher_id IS NOT NULL
        AND EXISTS (SELECT 1 FROM requisition_step WHERE voucher_id = NEW.voucher_id);
      SELECT RAISE(ABORT, 'finsam: no more is settled than is accrued')
      WHERE NEW.settled_ore > 0 AND NEW.settled_ore > COALESCE((
        SELECT SUM(m.amount_ore) FROM accrual_movement m JOIN requisition q
          ON q.year = m.year AND q.insats_id = m.insats_id AND q.receiver_id = m.receiver_id
        WHERE q.id = NEW.requisition_id), 0);
    END;
    CREATE TRIGGER accrual_row_in_act BEFORE INSERT ON accrual_row
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM accrual WHERE id = NEW.accrual_id)
      OR EXISTS (SELECT 1 FROM accrual_row WHERE accrual_id = NEW.accrual_id AND position = NEW.position) BEGIN
      SELECT RAISE(ABORT, 'finsam: the accrual is sealed');
    END;
    CREATE TRIGGER frame_return_in_act BEFORE INSERT ON frame_return
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM accrual WHERE id = NEW.accrual_id)
      OR EXISTS (SELECT 1 FROM frame_return WHERE accrual_id = NEW.accrual_id AND position = NEW.position) BEGIN
      SELECT RAISE(ABORT, 'finsam: the accrual is sealed');
    END;
    CREATE TRIGGER accrual_release_is_there BEFORE INSERT ON accrual_release
    WHEN NEW.amount_ore > COALESCE((
      SELECT SUM(amount_ore) FROM accrual_movement
      WHERE year = NEW.year AND insats_id = NEW.insats_id AND receiver_id = NEW.receiver_id), 0) BEGIN
      SELECT RAISE(ABORT, 'finsam: no more is released than is accrued');
    END;

    """
}
