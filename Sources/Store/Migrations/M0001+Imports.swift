extension M0001 {
  static let imports = """
    CREATE TABLE import_file (
      history_sequence INTEGER PRIMARY KEY REFERENCES history (sequence)
        REFERENCES import_content (history_sequence) DEFERRABLE INITIALLY DEFERRED,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      organisation_number TEXT NOT NULL
    ) STRICT;
    CREATE TABLE import_content (
      history_sequence INTEGER PRIMARY KEY REFERENCES import_file (history_sequence),
      sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
      byte_count INTEGER NOT NULL,
      voucher_count INTEGER NOT NULL,
      row_count INTEGER NOT NULL,
      debit_ore INTEGER NOT NULL,
      first_date INTEGER,
      last_date INTEGER
    ) STRICT;
    CREATE TABLE import_chunk (
      history_sequence INTEGER NOT NULL REFERENCES import_file (history_sequence),
      position INTEGER NOT NULL,
      byte_count INTEGER NOT NULL CHECK (byte_count = length(bytes)),
      bytes BLOB NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT;
    CREATE TABLE import_record (
      history_sequence INTEGER NOT NULL REFERENCES import_file (history_sequence),
      position INTEGER NOT NULL,
      line INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;


    """
}
