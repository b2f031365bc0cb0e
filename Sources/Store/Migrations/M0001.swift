/// The first schema. Shipped, so never changed; a test holds its SHA-256 still.
///
/// Two ideas carry it. *Facts*: a table with a column `history_sequence` holds facts. It refuses UPDATE and DELETE, and
/// every row in it belongs to one line of history. *Seals*: a line of history is sealed by its hash when its act is
/// done. A deferred foreign key makes a commit without the seal impossible, a trigger on the seal refuses it while a
/// voucher of the act does not balance, and triggers on the facts refuse whatever would be added to a sealed act.
/// Vouchers are looked at when the act is sealed, all in one pass, and not one by one: what a row costs in an import is
/// for the most part its trigger, and so the trigger asks one thing only.
enum M0001 {
  static let sql =
    history + ledger + locks + imports + association
    + factTables.map { refusals(of: $0) }.joined()

  /// The tables of facts; those whose key is an id of their own also refuse to have a row replaced.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("fiscal_year", true), ("account", true), ("account_declaration", true), ("account_tax_code", false),
    ("dimension_name", true), ("object", true), ("object_name", true), ("object_set", true),
    ("object_set_member", false), ("opening", true), ("attachment", true), ("voucher", true), ("voucher_row", false),
    ("voucher_amendment", false), ("voucher_attachment", false), ("period_lock", true), ("year_lock", true),
    ("year_end", false), ("import_file", false), ("import_content", false), ("import_chunk", false),
    ("import_record", false), ("edition", false), ("association", false), ("setting", false),
    ("mapping_source", false), ("member", false), ("contribution_key", false), ("contribution_part", false),
    ("insats", false), ("frame", false), ("budget", false), ("budget_equity", false), ("budget_line", false),
    ("budget_amount", false), ("goal", false), ("goal_outcome", false), ("count_table", false), ("count_row", false),
    ("survey", false), ("survey_step", false), ("survey_question", false), ("activity", false), ("seat", false),
    ("staff", false), ("meeting_count", false), ("year_figures", false), ("deviation", false),
    ("balance_requirement", false), ("report_facts", false), ("signatory", false), ("quoted_figure", false),
    ("report_text", false), ("finding_answer", false),
  ]

  /// What makes facts of a table's rows. `INSERT OR REPLACE` fires no DELETE trigger, so a key that stands is refused
  /// by a trigger of its own. Vouchers and their rows have it
  /// in one trigger with all else that is asked of them, since each trigger costs.
  static func refusals(of table: (name: String, hasID: Bool)) -> String {
    let name = table.name
    var sql = """
      CREATE TRIGGER \(name)_stays BEFORE UPDATE ON \(name) BEGIN
        SELECT RAISE(ABORT, 'finsam: \(name) holds facts, which are never changed');
      END;
      CREATE TRIGGER \(name)_remains BEFORE DELETE ON \(name) BEGIN
        SELECT RAISE(ABORT, 'finsam: \(name) holds facts, which are never deleted');
      END;

      """
    guard name != "voucher_row", name != "voucher" else { return sql }
    let replaced = table.hasID ? " OR EXISTS (SELECT 1 FROM \(name) WHERE id = NEW.id)" : ""
    sql += """
      CREATE TRIGGER \(name)_is_new BEFORE INSERT ON \(name)
      WHEN EXISTS (SELECT 1 FROM history_seal WHERE sequence = NEW.history_sequence)\(replaced) BEGIN
        SELECT RAISE(ABORT, 'finsam: \(name): the act is sealed, or the row stands');
      END;

      """
    return sql
  }

  private static let history = """
    CREATE TABLE history (
      sequence INTEGER PRIMARY KEY CHECK (sequence > 0)
        REFERENCES history_seal (sequence) DEFERRABLE INITIALLY DEFERRED,
      moment INTEGER NOT NULL,
      actor TEXT NOT NULL,
      act TEXT NOT NULL,
      subject TEXT NOT NULL,
      form_version INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE history_seal (
      sequence INTEGER PRIMARY KEY REFERENCES history (sequence),
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
      hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
      last_voucher_id INTEGER NOT NULL
    ) STRICT;

    CREATE TRIGGER history_follows BEFORE INSERT ON history
    WHEN NEW.sequence <> 1 + (SELECT COALESCE(MAX(sequence), 0) FROM history) BEGIN
      SELECT RAISE(ABORT, 'finsam: history has no gaps');
    END;
    CREATE TRIGGER history_seal_follows BEFORE INSERT ON history_seal
    WHEN EXISTS (SELECT 1 FROM history_seal WHERE sequence = NEW.sequence)
      OR NEW.last_voucher_id <> (SELECT COALESCE(MAX(id), 0) FROM voucher)
      OR NEW.previous_hash <> COALESCE(
        (SELECT hash FROM history_seal WHERE sequence = NEW.sequence - 1),
        '0000000000000000000000000000000000000000000000000000000000000000') BEGIN
      SELECT RAISE(ABORT, 'finsam: a line of history hashes the one before');
    END;
    CREATE TRIGGER history_seal_balances BEFORE INSERT ON history_seal BEGIN
      SELECT RAISE(ABORT, 'finsam: a voucher does not balance')
      WHERE EXISTS (
        SELECT 1 FROM voucher_row
        WHERE voucher_id > COALESCE((SELECT last_voucher_id FROM history_seal WHERE sequence = NEW.sequence - 1), 0)
        GROUP BY voucher_id HAVING SUM(amount_ore) <> 0);
      SELECT RAISE(ABORT, 'finsam: a row belongs to the act of its voucher')
      WHERE EXISTS (
        SELECT 1 FROM voucher_row
        WHERE voucher_id > COALESCE((SELECT last_voucher_id FROM history_seal WHERE sequence = NEW.sequence - 1), 0)
          AND history_sequence <> NEW.sequence);
      SELECT RAISE(ABORT, 'finsam: a voucher has at least two rows')
      WHERE EXISTS (
        SELECT 1 FROM voucher v
        WHERE v.id > COALESCE((SELECT last_voucher_id FROM history_seal WHERE sequence = NEW.sequence - 1), 0)
          AND v.source = 1 AND (SELECT COUNT(*) FROM voucher_row WHERE voucher_id = v.id) < 2);
      SELECT RAISE(ABORT, 'finsam: a reversal undoes its voucher')
      WHERE EXISTS (
        SELECT 1 FROM voucher v
        WHERE v.id > COALESCE((SELECT last_voucher_id FROM history_seal WHERE sequence = NEW.sequence - 1), 0)
          AND v.reverses_id IS NOT NULL AND EXISTS (
            SELECT 1 FROM voucher_row WHERE voucher_id IN (v.id, v.reverses_id)
            GROUP BY account_id, COALESCE(object_set_id, 0) HAVING SUM(amount_ore) <> 0));
    END;
    CREATE TRIGGER history_stays BEFORE UPDATE ON history BEGIN
      SELECT RAISE(ABORT, 'finsam: history is never changed');
    END;
    CREATE TRIGGER history_remains BEFORE DELETE ON history BEGIN
      SELECT RAISE(ABORT, 'finsam: history is never deleted');
    END;
    CREATE TRIGGER history_seal_stays BEFORE UPDATE ON history_seal BEGIN
      SELECT RAISE(ABORT, 'finsam: history is never changed');
    END;
    CREATE TRIGGER history_seal_remains BEFORE DELETE ON history_seal BEGIN
      SELECT RAISE(ABORT, 'finsam: history is never deleted');
    END;


    """
}
