/// The seventh schema: what is needed to invoice members, calls that have been fixed, invoices and their payments.
/// Shipped, so never changed; a test holds its SHA-256 still.
enum M0007 {
  static let sql = association + invoices + factTables.map { M0001.refusals(of: $0) }.joined()

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("contribution_population", false), ("contribution_inhabitants", false), ("member_billing", false),
    ("own_billing", false), ("contribution_call", true), ("contribution_call_share", false), ("member_invoice", true),
    ("member_invoice_document", true), ("member_invoice_payment", true), ("member_invoice_accrual", true),
  ]

  private static let association = """
    CREATE TABLE contribution_population (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      key_position INTEGER NOT NULL,
      year INTEGER NOT NULL,
      source TEXT NOT NULL,
      PRIMARY KEY (history_sequence, key_position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE contribution_inhabitants (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      key_position INTEGER NOT NULL,
      position INTEGER NOT NULL,
      member_id TEXT NOT NULL,
      inhabitants INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, key_position, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE member_billing (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      member_id TEXT NOT NULL,
      organisation_number TEXT NOT NULL,
      street TEXT NOT NULL,
      postal_code TEXT NOT NULL,
      city TEXT NOT NULL,
      endpoint TEXT NOT NULL,
      endpoint_scheme TEXT NOT NULL,
      buyer_reference TEXT NOT NULL,
      channel TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE own_billing (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      street TEXT NOT NULL,
      postal_code TEXT NOT NULL,
      city TEXT NOT NULL,
      endpoint TEXT NOT NULL,
      endpoint_scheme TEXT NOT NULL,
      bankgiro TEXT NOT NULL,
      plusgiro TEXT NOT NULL,
      iban TEXT NOT NULL,
      bic TEXT NOT NULL,
      contact TEXT NOT NULL,
      mail TEXT NOT NULL,
      phone TEXT NOT NULL,
      due_days INTEGER NOT NULL,
      first_invoice_number INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;

    """

  private static let invoices = """
    CREATE TABLE contribution_call (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      total_ore INTEGER NOT NULL,
      decided_on INTEGER,
      paragraph TEXT NOT NULL,
      instalment_count INTEGER NOT NULL CHECK (instalment_count IN (1, 2, 4)),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX contribution_call_by_year ON contribution_call (year);

    CREATE TABLE contribution_call_share (
      call_id INTEGER NOT NULL REFERENCES contribution_call (id),
      position INTEGER NOT NULL,
      member_id TEXT NOT NULL,
      amount_ore INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (call_id, position),
      UNIQUE (call_id, member_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE member_invoice (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      credits_id INTEGER UNIQUE REFERENCES member_invoice (id),
      reason TEXT NOT NULL,
      call_id INTEGER NOT NULL REFERENCES contribution_call (id),
      member_id TEXT NOT NULL,
      year INTEGER NOT NULL,
      instalment INTEGER NOT NULL,
      instalment_count INTEGER NOT NULL,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL,
      issued_on INTEGER NOT NULL,
      due_on INTEGER NOT NULL,
      amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
      is_prepaid INTEGER NOT NULL CHECK (is_prepaid IN (0, 1)),
      voucher_id INTEGER NOT NULL UNIQUE REFERENCES voucher (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      CHECK (instalment BETWEEN 1 AND instalment_count)
    ) STRICT;
    CREATE INDEX member_invoice_by_year ON member_invoice (year, member_id);

    CREATE TRIGGER member_invoice_follows BEFORE INSERT ON member_invoice
    WHEN EXISTS (SELECT 1 FROM member_invoice) AND NEW.id <> 1 + (SELECT MAX(id) FROM member_invoice) BEGIN
      SELECT RAISE(ABORT, 'finsam: the numbers of invoices have no gaps');
    END;
    CREATE TRIGGER member_invoice_once BEFORE INSERT ON member_invoice
    WHEN NEW.credits_id IS NULL AND EXISTS (
      SELECT 1 FROM member_invoice i WHERE i.credits_id IS NULL AND i.year = NEW.year AND i.member_id = NEW.member_id
        AND (i.call_id <> NEW.call_id OR i.instalment = NEW.instalment)
        AND NOT EXISTS (SELECT 1 FROM member_invoice c WHERE c.credits_id = i.id)) BEGIN
      SELECT RAISE(ABORT, 'finsam: the member has been invoiced for it');
    END;
    CREATE TRIGGER member_invoice_credits BEFORE INSERT ON member_invoice
    WHEN NEW.credits_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM member_invoice i WHERE i.id = NEW.credits_id AND i.credits_id IS NULL
        AND i.member_id = NEW.member_id AND i.amount_ore = NEW.amount_ore) BEGIN
      SELECT RAISE(ABORT, 'finsam: a credit invoice takes back the whole of an invoice');
    END;

    CREATE TABLE member_invoice_document (
      id INTEGER PRIMARY KEY,
      invoice_id INTEGER NOT NULL REFERENCES member_invoice (id),
      kind TEXT NOT NULL CHECK (kind IN ('xml', 'pdf')),
      attachment_id INTEGER NOT NULL REFERENCES attachment (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      UNIQUE (invoice_id, kind)
    ) STRICT;

    CREATE TABLE member_invoice_payment (
      id INTEGER PRIMARY KEY,
      invoice_id INTEGER NOT NULL REFERENCES member_invoice (id),
      voucher_id INTEGER NOT NULL REFERENCES voucher (id),
      amount_ore INTEGER NOT NULL CHECK (amount_ore <> 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX member_invoice_payment_by_invoice ON member_invoice_payment (invoice_id);
    CREATE INDEX member_invoice_payment_by_voucher ON member_invoice_payment (voucher_id);

    CREATE TRIGGER member_invoice_payment_fits BEFORE INSERT ON member_invoice_payment
    WHEN EXISTS (SELECT 1 FROM member_invoice WHERE id = NEW.invoice_id AND credits_id IS NOT NULL) BEGIN
      SELECT RAISE(ABORT, 'finsam: a credit invoice is not paid');
    END;

    CREATE TABLE member_invoice_accrual (
      id INTEGER PRIMARY KEY REFERENCES member_invoice (id),
      voucher_id INTEGER NOT NULL REFERENCES voucher (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;

    """
}
