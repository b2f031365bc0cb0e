extension M0002 {
  /// How users prove who they are, and what they are let in by. No facts: nothing here has a `history_sequence`.
  static let access = """
    CREATE TABLE credential (
      user_id INTEGER PRIMARY KEY REFERENCES user (id),
      password_hash TEXT CHECK (password_hash <> ''),
      totp_secret BLOB CHECK (length(totp_secret) > 0),
      totp_last_step INTEGER CHECK (totp_last_step IS NULL OR totp_secret IS NOT NULL),
      signed_in_at INTEGER
    ) STRICT;
    CREATE TABLE recovery_code (
      user_id INTEGER NOT NULL REFERENCES user (id),
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      PRIMARY KEY (user_id, digest)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE openid_identity (
      issuer TEXT NOT NULL CHECK (issuer <> ''),
      subject TEXT NOT NULL CHECK (subject <> ''),
      user_id INTEGER NOT NULL REFERENCES user (id),
      PRIMARY KEY (issuer, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE session (
      digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
      user_id INTEGER NOT NULL REFERENCES user (id),
      started_at INTEGER NOT NULL,
      last_seen_at INTEGER NOT NULL CHECK (last_seen_at >= started_at),
      ends_at INTEGER NOT NULL,
      agent TEXT NOT NULL,
      remote TEXT NOT NULL,
      is_practising INTEGER NOT NULL CHECK (is_practising IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX session_by_user ON session (user_id);
    CREATE TABLE invitation (
      digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
      user_id INTEGER NOT NULL UNIQUE REFERENCES user (id),
      ends_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE attempt (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL,
      moment INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX attempt_by_key ON attempt (key, moment);
    CREATE INDEX attempt_by_moment ON attempt (moment);


    """

  /// What is half written, and what has been sent in and not taken into the book. The keys are never used again: a
  /// page that is still open somewhere over what has been thrown away must not find another in its place.
  static let desk = """
    CREATE TABLE sketch (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      revision INTEGER NOT NULL CHECK (revision > 0),
      kind TEXT NOT NULL CHECK (kind IN ('draft', 'template')),
      name TEXT NOT NULL,
      series TEXT NOT NULL,
      date TEXT NOT NULL,
      text TEXT NOT NULL,
      counterparty TEXT NOT NULL,
      corrects TEXT NOT NULL,
      reason TEXT NOT NULL,
      changed_by TEXT NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE sketch_row (
      sketch_id INTEGER NOT NULL REFERENCES sketch (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      account TEXT NOT NULL,
      insats TEXT NOT NULL,
      party TEXT NOT NULL,
      debit TEXT NOT NULL,
      credit TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (sketch_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sketch_document (
      sketch_id INTEGER NOT NULL REFERENCES sketch (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      sha256 TEXT NOT NULL REFERENCES attachment (sha256),
      PRIMARY KEY (sketch_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE upload (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      byte_count INTEGER NOT NULL CHECK (byte_count >= 0),
      sent_by TEXT NOT NULL,
      sent_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE upload_chunk (
      upload_id INTEGER NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (upload_id, position)
    ) STRICT;


    """
}
