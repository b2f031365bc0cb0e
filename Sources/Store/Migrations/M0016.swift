/// What has been typed into Försäkringskassan's system Uppföljning Finsam of an insats and a year.
/// Shipped, so never changed; a test holds its SHA-256 still.
enum M0016 {
  static let sql =
    """
    CREATE TABLE hand_over (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      insats_id TEXT NOT NULL CHECK (insats_id <> ''),
      year INTEGER NOT NULL,
      women INTEGER NOT NULL CHECK (women >= 0),
      men INTEGER NOT NULL CHECK (men >= 0),
      not_stated INTEGER NOT NULL CHECK (not_stated >= 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX hand_over_by_insats ON hand_over (year, insats_id);
    CREATE TRIGGER hand_over_is_of_a_registered_insats BEFORE INSERT ON hand_over
    WHEN NOT EXISTS (SELECT 1 FROM insats_follow_up WHERE insats_id = NEW.insats_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: what is handed over is of an insats that stands in the system');
    END;

    """ + factTables.map { M0001.refusals(of: $0) }.joined()

  /// The table of facts that is new here.
  static let factTables: [(name: String, hasID: Bool)] = [("hand_over", true)]
}
