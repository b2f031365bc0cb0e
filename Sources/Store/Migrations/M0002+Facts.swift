extension M0002 {
  /// A user is what was last said of them. Mail addresses are kept in small letters, so that they can be compared.
  static let users = """
    CREATE TABLE user (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE user_statement (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      user_id INTEGER NOT NULL REFERENCES user (id),
      name TEXT NOT NULL CHECK (trim(name) <> ''),
      mail TEXT NOT NULL CHECK (mail <> '' AND mail = lower(mail) AND mail NOT GLOB '*[ÅÄÖ]*'),
      role TEXT NOT NULL CHECK (role IN ('director', 'bookkeeper', 'performer', 'board-member', 'auditor', 'viewer')),
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX user_statement_by_user ON user_statement (user_id);
    CREATE INDEX user_statement_by_mail ON user_statement (mail);
    CREATE TABLE user_insats (
      statement_id INTEGER NOT NULL REFERENCES user_statement (id),
      position INTEGER NOT NULL,
      insats_id TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (statement_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW user_now AS
      SELECT s.user_id, s.id AS statement_id, s.name, s.mail, s.role, s.is_active FROM user_statement s
      WHERE s.id = (SELECT MAX(t.id) FROM user_statement t WHERE t.user_id = s.user_id);

    CREATE TRIGGER user_statement_follows BEFORE INSERT ON user_statement
    WHEN NEW.id <> 1 + (SELECT COALESCE(MAX(id), 0) FROM user_statement) BEGIN
      SELECT RAISE(ABORT, 'finsam: what is said of users has no gaps');
    END;
    CREATE TRIGGER user_mail_is_one BEFORE INSERT ON user_statement
    WHEN NEW.is_active = 1 AND EXISTS (
      SELECT 1 FROM user_now WHERE mail = NEW.mail AND is_active = 1 AND user_id <> NEW.user_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: another active user has the mail address');
    END;
    CREATE TRIGGER user_director_remains BEFORE INSERT ON user_statement
    WHEN NOT (NEW.role = 'director' AND NEW.is_active = 1)
      AND EXISTS (SELECT 1 FROM user_now WHERE role = 'director' AND is_active = 1)
      AND NOT EXISTS (
        SELECT 1 FROM user_now WHERE role = 'director' AND is_active = 1 AND user_id <> NEW.user_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the last active director remains');
    END;
    CREATE TRIGGER user_insats_in_act BEFORE INSERT ON user_insats
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM user_statement WHERE id = NEW.statement_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: what was said of the user is sealed');
    END;


    """

  /// Who said it and when stands in the line of history.
  static let said = """
    CREATE TABLE comment (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      place TEXT NOT NULL CHECK (place <> ''),
      text TEXT NOT NULL CHECK (trim(text) <> ''),
      to_user_id INTEGER REFERENCES user (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX comment_by_place ON comment (place);
    CREATE TABLE comment_ending (
      comment_id INTEGER PRIMARY KEY REFERENCES comment (id),
      ending TEXT NOT NULL CHECK (ending IN ('resolved', 'carried')),
      text TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TRIGGER comment_ends_once BEFORE INSERT ON comment_ending
    WHEN EXISTS (SELECT 1 FROM comment_ending WHERE comment_id = NEW.comment_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: the comment has ended');
    END;
    CREATE TABLE chapter_mark (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      year INTEGER NOT NULL,
      chapter TEXT NOT NULL CHECK (chapter <> ''),
      is_ready INTEGER NOT NULL CHECK (is_ready IN (0, 1)),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX chapter_mark_by_chapter ON chapter_mark (year, chapter);
    CREATE TABLE report_version (
      history_sequence INTEGER PRIMARY KEY REFERENCES history (sequence),
      year INTEGER NOT NULL,
      name TEXT NOT NULL
    ) STRICT;
    CREATE INDEX report_version_by_year ON report_version (year);
    CREATE TABLE report_version_line (
      history_sequence INTEGER NOT NULL REFERENCES report_version (history_sequence),
      position INTEGER NOT NULL,
      chapter TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE practice_mark (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;


    """
}
