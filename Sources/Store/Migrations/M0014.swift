/// The fourteenth schema: surveys. Instruments, rounds and what came of them are facts. While a round is open, what is
/// answered is only counted: no row says which answers were given together, which code they came by, or when.
/// Shipped, so never changed; a test holds its SHA-256 still.
///
/// Counts are kept from 2^30 upwards and a code's use as 0 or 1, so that a row takes as many bytes after an answer as
/// before and is written over where it lies: how rows lie in the file tells nothing of the order of answers.
/// `docs/explanation/hur-enkatsvar-halls-anonyma.md` says what this gives and what it does not.
enum M0014 {
  /// What a count of nothing is stored as.
  static let raisedZero: Int64 = 1 << 30

  static let sql = facts + counting + factTables.map { M0001.refusals(of: $0) }.joined() + order

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("survey_instrument", true), ("survey_instrument_question", false), ("survey_instrument_step", false),
    ("survey_round", true), ("survey_asked", false), ("survey_code_batch", false), ("survey_closing", false),
    ("survey_result", false), ("survey_text_verdict", false),
  ]

  private static let facts = """
    CREATE TABLE survey_instrument (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      instrument_key TEXT NOT NULL CHECK (instrument_key <> ''),
      version INTEGER NOT NULL CHECK (version > 0),
      title TEXT NOT NULL CHECK (trim(title) <> ''),
      respondents TEXT NOT NULL,
      introduction TEXT NOT NULL,
      source TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE survey_instrument_question (
      instrument_id INTEGER NOT NULL REFERENCES survey_instrument (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      question_id TEXT NOT NULL CHECK (question_id <> ''),
      text TEXT NOT NULL CHECK (trim(text) <> ''),
      scale TEXT NOT NULL,
      positive_from INTEGER CHECK (positive_from > 1 AND (positive_from IS NULL) = (scale = 'fritext')),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (instrument_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE survey_instrument_step (
      instrument_id INTEGER NOT NULL,
      question INTEGER NOT NULL,
      position INTEGER NOT NULL CHECK (position > 0),
      text TEXT NOT NULL CHECK (trim(text) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (instrument_id, question, position),
      FOREIGN KEY (instrument_id, question) REFERENCES survey_instrument_question (instrument_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE survey_round (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      survey_key TEXT NOT NULL CHECK (survey_key <> ''),
      year INTEGER NOT NULL,
      title TEXT NOT NULL CHECK (trim(title) <> ''),
      insats_id TEXT NOT NULL,
      population TEXT NOT NULL,
      instrument_id INTEGER NOT NULL REFERENCES survey_instrument (id),
      opens_on INTEGER NOT NULL,
      closes_on INTEGER NOT NULL CHECK (closes_on >= opens_on),
      minimum INTEGER NOT NULL CHECK (minimum >= 3),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE survey_asked (
      history_sequence INTEGER PRIMARY KEY REFERENCES history (sequence),
      round_id INTEGER NOT NULL REFERENCES survey_round (id),
      asked INTEGER NOT NULL CHECK (asked > 0)
    ) STRICT;
    CREATE TABLE survey_code_batch (
      history_sequence INTEGER PRIMARY KEY REFERENCES history (sequence),
      round_id INTEGER NOT NULL REFERENCES survey_round (id),
      codes INTEGER NOT NULL CHECK (codes > 0)
    ) STRICT;
    CREATE TABLE survey_closing (
      round_id INTEGER PRIMARY KEY REFERENCES survey_round (id),
      by_link INTEGER NOT NULL CHECK (by_link >= 0),
      on_paper INTEGER NOT NULL CHECK (on_paper >= 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE survey_result (
      round_id INTEGER NOT NULL REFERENCES survey_closing (round_id),
      question INTEGER NOT NULL,
      step INTEGER NOT NULL CHECK (step > 0),
      women INTEGER NOT NULL CHECK (women >= 0),
      men INTEGER NOT NULL CHECK (men >= 0),
      not_stated INTEGER NOT NULL CHECK (not_stated >= 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (round_id, question, step)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE survey_text_verdict (
      text_id TEXT NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('released', 'removed')),
      round_id INTEGER NOT NULL REFERENCES survey_closing (round_id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (text_id, verdict)
    ) STRICT, WITHOUT ROWID;


    """

  /// What is no fact: codes, counts that grow, texts that wait to be read. There is no index but the keys, whose values
  /// nobody chooses: an index on a code's use would lie in the order that codes were used.
  private static let counting = """
    CREATE TABLE survey_invitation (
      digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
      round_id INTEGER NOT NULL REFERENCES survey_round (id),
      is_used INTEGER NOT NULL CHECK (is_used IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE survey_tally (
      round_id INTEGER NOT NULL REFERENCES survey_round (id),
      question INTEGER NOT NULL,
      step INTEGER NOT NULL CHECK (step > 0),
      sex TEXT NOT NULL CHECK (sex IN ('kvinna', 'man', 'uppgift-saknas')),
      raised INTEGER NOT NULL CHECK (raised BETWEEN 1073741824 AND 1073841824),
      PRIMARY KEY (round_id, question, step, sex)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE survey_paper (
      round_id INTEGER PRIMARY KEY REFERENCES survey_round (id),
      raised INTEGER NOT NULL CHECK (raised BETWEEN 1073741824 AND 1073841824)
    ) STRICT;
    CREATE TABLE survey_text (
      text_id TEXT PRIMARY KEY CHECK (length(text_id) = 32),
      round_id INTEGER NOT NULL REFERENCES survey_round (id),
      question INTEGER NOT NULL,
      text TEXT NOT NULL CHECK (trim(text) <> '')
    ) STRICT, WITHOUT ROWID;


    """

  /// How many have answered a round that is open.
  private static func answers(_ round: String) -> String {
    """
    ((SELECT COUNT(*) FROM survey_invitation WHERE round_id = \(round) AND is_used = 1)
      + (SELECT raised - 1073741824 FROM survey_paper WHERE round_id = \(round)))
    """
  }

  private static func isClosed(_ round: String) -> String {
    "EXISTS (SELECT 1 FROM survey_closing WHERE round_id = \(round))"
  }

  /// What may follow on what, whoever writes.
  private static let order = """
    CREATE TRIGGER survey_instrument_follows BEFORE INSERT ON survey_instrument
    WHEN NEW.version <> 1 + (
      SELECT COALESCE(MAX(version), 0) FROM survey_instrument WHERE instrument_key = NEW.instrument_key) BEGIN
      SELECT RAISE(ABORT, 'finsam: versions have no gaps');
    END;
    CREATE TRIGGER survey_instrument_question_in_act BEFORE INSERT ON survey_instrument_question
    WHEN NEW.history_sequence IS NOT (
        SELECT history_sequence FROM survey_instrument WHERE id = NEW.instrument_id)
      OR EXISTS (
        SELECT 1 FROM survey_instrument_question
        WHERE instrument_id = NEW.instrument_id AND (position = NEW.position OR question_id = NEW.question_id)) BEGIN
      SELECT RAISE(ABORT, 'finsam: a version of an instrument is sealed');
    END;
    CREATE TRIGGER survey_instrument_step_in_act BEFORE INSERT ON survey_instrument_step
    WHEN NEW.history_sequence IS NOT (
        SELECT history_sequence FROM survey_instrument WHERE id = NEW.instrument_id)
      OR EXISTS (
        SELECT 1 FROM survey_instrument_step
        WHERE instrument_id = NEW.instrument_id AND question = NEW.question AND position = NEW.position) BEGIN
      SELECT RAISE(ABORT, 'finsam: a version of an instrument is sealed');
    END;
    CREATE TRIGGER survey_round_is_one BEFORE INSERT ON survey_round
    WHEN EXISTS (SELECT 1 FROM survey_round WHERE survey_key = NEW.survey_key AND year = NEW.year) BEGIN
      SELECT RAISE(ABORT, 'finsam: the year has a survey of that name');
    END;
    CREATE TRIGGER survey_asked_of_open BEFORE INSERT ON survey_asked
    WHEN \(isClosed("NEW.round_id")) BEGIN
      SELECT RAISE(ABORT, 'finsam: the survey is closed');
    END;
    CREATE TRIGGER survey_code_batch_of_open BEFORE INSERT ON survey_code_batch
    WHEN \(isClosed("NEW.round_id")) BEGIN
      SELECT RAISE(ABORT, 'finsam: the survey is closed');
    END;
    CREATE TRIGGER survey_closing_is_right BEFORE INSERT ON survey_closing
    WHEN \(isClosed("NEW.round_id"))
      OR NEW.by_link + NEW.on_paper <> \(answers("NEW.round_id"))
      OR NEW.on_paper <> (SELECT raised - 1073741824 FROM survey_paper WHERE round_id = NEW.round_id)
      OR NEW.by_link + NEW.on_paper > (
        SELECT asked FROM survey_asked WHERE round_id = NEW.round_id ORDER BY history_sequence DESC LIMIT 1) BEGIN
      SELECT RAISE(ABORT, 'finsam: a survey is closed once, with the answers that it has');
    END;
    CREATE TRIGGER survey_result_is_counted BEFORE INSERT ON survey_result
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM survey_closing WHERE round_id = NEW.round_id)
      OR EXISTS (
        SELECT 1 FROM survey_result
        WHERE round_id = NEW.round_id AND question = NEW.question AND step = NEW.step)
      OR NEW.women IS NOT (
        SELECT raised - 1073741824 FROM survey_tally
        WHERE round_id = NEW.round_id AND question = NEW.question AND step = NEW.step AND sex = 'kvinna')
      OR NEW.men IS NOT (
        SELECT raised - 1073741824 FROM survey_tally
        WHERE round_id = NEW.round_id AND question = NEW.question AND step = NEW.step AND sex = 'man')
      OR NEW.not_stated IS NOT (
        SELECT raised - 1073741824 FROM survey_tally
        WHERE round_id = NEW.round_id AND question = NEW.question AND step = NEW.step AND sex = 'uppgift-saknas') BEGIN
      SELECT RAISE(ABORT, 'finsam: a result is what was counted');
    END;
    CREATE TRIGGER survey_text_verdict_once BEFORE INSERT ON survey_text_verdict
    WHEN EXISTS (SELECT 1 FROM survey_text_verdict WHERE text_id = NEW.text_id AND verdict = NEW.verdict)
      OR NOT EXISTS (SELECT 1 FROM survey_text WHERE text_id = NEW.text_id AND round_id = NEW.round_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: there is no such text, or that has been said of it');
    END;
    CREATE TRIGGER survey_seal BEFORE INSERT ON history_seal BEGIN
      SELECT RAISE(ABORT, 'finsam: all that was counted is in the result')
      WHERE EXISTS (
        SELECT 1 FROM survey_closing c WHERE c.history_sequence = NEW.sequence
          AND (SELECT 3 * COUNT(*) FROM survey_result WHERE round_id = c.round_id)
            <> (SELECT COUNT(*) FROM survey_tally WHERE round_id = c.round_id));
      SELECT RAISE(ABORT, 'finsam: a survey says how many are asked, and has counters')
      WHERE EXISTS (
        SELECT 1 FROM survey_round r WHERE r.history_sequence = NEW.sequence AND (
          NOT EXISTS (SELECT 1 FROM survey_asked WHERE round_id = r.id)
          OR NOT EXISTS (SELECT 1 FROM survey_paper WHERE round_id = r.id)
          OR (SELECT COUNT(*) FROM survey_tally WHERE round_id = r.id) <> 3 * (
            SELECT COUNT(*) FROM survey_instrument_step WHERE instrument_id = r.instrument_id)));
    END;

    CREATE TRIGGER survey_invitation_is_made BEFORE INSERT ON survey_invitation
    WHEN NEW.is_used <> 0 OR \(isClosed("NEW.round_id"))
      OR EXISTS (SELECT 1 FROM survey_invitation WHERE digest = NEW.digest)
      OR (SELECT COUNT(*) FROM survey_invitation WHERE round_id = NEW.round_id) >= (
        SELECT COALESCE(SUM(codes), 0) FROM survey_code_batch WHERE round_id = NEW.round_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: codes are made by an act, for a survey that is open');
    END;
    CREATE TRIGGER survey_invitation_is_used_once BEFORE UPDATE ON survey_invitation
    WHEN NEW.digest <> OLD.digest OR NEW.round_id <> OLD.round_id OR OLD.is_used <> 0 OR NEW.is_used <> 1
      OR \(isClosed("OLD.round_id")) BEGIN
      SELECT RAISE(ABORT, 'finsam: a code is used once');
    END;
    CREATE TRIGGER survey_invitation_remains BEFORE DELETE ON survey_invitation
    WHEN NOT \(isClosed("OLD.round_id")) BEGIN
      SELECT RAISE(ABORT, 'finsam: codes remain until the survey is closed');
    END;
    CREATE TRIGGER survey_tally_begins BEFORE INSERT ON survey_tally
    WHEN NEW.raised <> 1073741824 OR EXISTS (
        SELECT 1 FROM history_seal s JOIN survey_round r ON r.history_sequence = s.sequence WHERE r.id = NEW.round_id)
      OR EXISTS (
        SELECT 1 FROM survey_tally WHERE round_id = NEW.round_id AND question = NEW.question AND step = NEW.step
          AND sex = NEW.sex) BEGIN
      SELECT RAISE(ABORT, 'finsam: counters begin at nothing, with the survey');
    END;
    CREATE TRIGGER survey_tally_grows BEFORE UPDATE ON survey_tally
    WHEN NEW.round_id <> OLD.round_id OR NEW.question <> OLD.question OR NEW.step <> OLD.step OR NEW.sex <> OLD.sex
      OR NEW.raised <> OLD.raised + 1 OR \(isClosed("OLD.round_id"))
      OR (SELECT SUM(raised - 1073741824) FROM survey_tally WHERE round_id = OLD.round_id AND question = OLD.question)
        >= \(answers("OLD.round_id")) BEGIN
      SELECT RAISE(ABORT, 'finsam: an answer is counted once');
    END;
    CREATE TRIGGER survey_tally_remains BEFORE DELETE ON survey_tally
    WHEN NOT \(isClosed("OLD.round_id")) BEGIN
      SELECT RAISE(ABORT, 'finsam: counters remain until the survey is closed');
    END;
    CREATE TRIGGER survey_paper_begins BEFORE INSERT ON survey_paper
    WHEN NEW.raised <> 1073741824 OR EXISTS (
        SELECT 1 FROM history_seal s JOIN survey_round r ON r.history_sequence = s.sequence WHERE r.id = NEW.round_id)
      OR EXISTS (SELECT 1 FROM survey_paper WHERE round_id = NEW.round_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: counters begin at nothing, with the survey');
    END;
    CREATE TRIGGER survey_paper_grows BEFORE UPDATE ON survey_paper
    WHEN NEW.round_id <> OLD.round_id OR NEW.raised <> OLD.raised + 1 OR \(isClosed("OLD.round_id")) BEGIN
      SELECT RAISE(ABORT, 'finsam: an answer is counted once');
    END;
    CREATE TRIGGER survey_paper_remains BEFORE DELETE ON survey_paper
    WHEN NOT \(isClosed("OLD.round_id")) BEGIN
      SELECT RAISE(ABORT, 'finsam: counters remain until the survey is closed');
    END;
    CREATE TRIGGER survey_text_stays BEFORE UPDATE ON survey_text BEGIN
      SELECT RAISE(ABORT, 'finsam: what somebody wrote is not changed');
    END;

    """
}
