/// On which weekday each user wants the weekly mail, and how far each week's has come. No facts: nothing here has a
/// `history_sequence`. Shipped, so never changed; a test holds its SHA-256 still.
enum M0023 {
  static let sql =
    """
    CREATE TABLE weekly_mail_wish (
      user_id INTEGER PRIMARY KEY REFERENCES user (id),
      weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 7)
    ) STRICT;
    CREATE TABLE weekly_mail (
      user_id INTEGER NOT NULL REFERENCES user (id),
      week TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-W[0-9][0-9]'),
      state TEXT NOT NULL CHECK (state IN ('begun', 'sent', 'failed', 'nothing')),
      attempts INTEGER NOT NULL CHECK (attempts > 0),
      thing_count INTEGER NOT NULL CHECK (thing_count >= 0),
      changed_at INTEGER NOT NULL,
      PRIMARY KEY (user_id, week)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER weekly_mail_is_sent_once BEFORE UPDATE ON weekly_mail
    WHEN OLD.state IN ('sent', 'nothing') OR (OLD.state = 'begun') = (NEW.state = 'begun') BEGIN
      SELECT RAISE(ABORT, 'finsam: a week''s mail is sent once');
    END;

    """
}
