extension M0008 {
  static let invoiceTables: [(name: String, hasID: Bool)] = [("received_invoice", true), ("invoice_step", true)]

  /// Received invoices, and what has been done with each, step by step: two attests by two users, none of them whose own
  /// cost it is; then the voucher, then the payment. What is refused stays refused.
  static let invoices = """
    CREATE TABLE received_invoice (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      kind TEXT NOT NULL CHECK (kind IN ('faktura', 'kreditfaktura')),
      number TEXT NOT NULL CHECK (number <> ''),
      supplier TEXT NOT NULL CHECK (supplier <> ''),
      supplier_id TEXT NOT NULL,
      issued INTEGER NOT NULL,
      due INTEGER,
      without_tax_ore INTEGER NOT NULL,
      tax_ore INTEGER NOT NULL,
      rounding_ore INTEGER NOT NULL,
      prepaid_ore INTEGER NOT NULL,
      account TEXT NOT NULL,
      reference TEXT NOT NULL,
      attachment_id INTEGER NOT NULL UNIQUE REFERENCES attachment (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE invoice_step (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      invoice_id INTEGER NOT NULL REFERENCES received_invoice (id),
      step TEXT NOT NULL CHECK (step IN ('acknowledged', 'approved', 'approved-by-chair', 'refused', 'booked', 'paid')),
      user_id INTEGER NOT NULL REFERENCES user (id),
      concerns_user_id INTEGER REFERENCES user (id) CHECK (concerns_user_id IS NULL OR step = 'acknowledged'),
      note TEXT NOT NULL CHECK (trim(note) <> '' OR step NOT IN ('refused', 'approved-by-chair')),
      voucher_id INTEGER REFERENCES voucher (id) CHECK ((voucher_id IS NULL) = (step NOT IN ('booked', 'paid'))),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      CHECK (concerns_user_id IS NULL OR concerns_user_id <> user_id)
    ) STRICT;
    CREATE INDEX invoice_step_by_invoice ON invoice_step (invoice_id);
    CREATE UNIQUE INDEX invoice_step_by_voucher ON invoice_step (voucher_id, step) WHERE voucher_id IS NOT NULL;

    CREATE TRIGGER invoice_step_follows BEFORE INSERT ON invoice_step BEGIN
      SELECT RAISE(ABORT, 'finsam: the step does not follow')
      WHERE COALESCE((SELECT step FROM invoice_step WHERE invoice_id = NEW.invoice_id ORDER BY id DESC LIMIT 1), '')
        NOT IN (
          SELECT value FROM json_each(CASE NEW.step
            WHEN 'acknowledged' THEN '[""]'
            WHEN 'approved' THEN '["acknowledged"]'
            WHEN 'approved-by-chair' THEN '["acknowledged"]'
            WHEN 'refused' THEN '["", "acknowledged", "approved", "approved-by-chair"]'
            WHEN 'booked' THEN '["approved", "approved-by-chair"]'
            ELSE '["booked"]' END));
      SELECT RAISE(ABORT, 'finsam: two attests are by two users, and none of their own costs')
      WHERE NEW.step = 'approved' AND EXISTS (
        SELECT 1 FROM invoice_step
        WHERE invoice_id = NEW.invoice_id AND step = 'acknowledged' AND NEW.user_id IN (user_id, concerns_user_id));
    END;


    """
}
