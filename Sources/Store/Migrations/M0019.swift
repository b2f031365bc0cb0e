/// The nineteenth schema: the board. Its seats' order and accounts; its meetings with every plan, call, attendance,
/// decision, reservation and strike; and what was decided on its behalf and reported to it. Shipped, so never changed; a
/// test holds its SHA-256 still.
enum M0019 {
  static let sql = tables + factTables.map { M0001.refusals(of: $0) }.joined() + order + law

  /// The tables of facts that are new here.
  static let factTables: [(name: String, hasID: Bool)] = [
    ("seat_detail", false), ("board_meeting", true), ("board_plan", true), ("board_item", false),
    ("board_item_document", false), ("board_step", true), ("board_opening", false), ("board_seat", false),
    ("board_attendance", true), ("board_presence", false), ("board_service", false), ("board_conflict", false),
    ("board_adjuster", false), ("board_decision", true), ("board_part", false), ("board_strike", false),
    ("board_reservation", true), ("delegated_decision", true), ("delegated_report", false),
  ]

  private static let tables = """
    CREATE TABLE seat_detail (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      seat INTEGER NOT NULL,
      substitute_order INTEGER,
      account TEXT NOT NULL,
      PRIMARY KEY (history_sequence, seat)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE board_meeting (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE board_plan (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      meeting_id INTEGER NOT NULL REFERENCES board_meeting (id),
      number INTEGER NOT NULL CHECK (number > 0),
      day INTEGER NOT NULL,
      time TEXT NOT NULL CHECK (length(time) = 5),
      place TEXT NOT NULL,
      is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
      remote_day INTEGER CHECK (remote_day <= day),
      remote_paragraph TEXT NOT NULL CHECK ((remote_day IS NOT NULL) = (trim(remote_paragraph) <> '')),
      remote_extent TEXT NOT NULL CHECK ((remote_day IS NOT NULL) = (trim(remote_extent) <> '')),
      sound_reasons TEXT NOT NULL CHECK (remote_day IS NOT NULL OR sound_reasons = ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX board_plan_by_meeting ON board_plan (meeting_id);
    CREATE TABLE board_item (
      plan_id INTEGER NOT NULL REFERENCES board_plan (id),
      item INTEGER NOT NULL CHECK (item > 0),
      title TEXT NOT NULL CHECK (trim(title) <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'election', 'delegation', 'budget')),
      budget_year INTEGER CHECK ((budget_year IS NOT NULL) = (kind = 'budget')),
      background TEXT NOT NULL,
      proposal TEXT NOT NULL,
      presenter TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (plan_id, item)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE board_item_document (
      plan_id INTEGER NOT NULL,
      item INTEGER NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      sha256 TEXT NOT NULL REFERENCES attachment (sha256),
      name TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (plan_id, item, position),
      FOREIGN KEY (plan_id, item) REFERENCES board_item (plan_id, item)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE board_step (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      meeting_id INTEGER NOT NULL REFERENCES board_meeting (id),
      step TEXT NOT NULL CHECK (step IN ('planned', 'called', 'opened', 'closed', 'cancelled')),
      day INTEGER CHECK ((day IS NOT NULL) = (step = 'called')),
      text TEXT NOT NULL CHECK (step NOT IN ('closed', 'cancelled') OR trim(text) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX board_step_by_meeting ON board_step (meeting_id);
    CREATE TABLE board_opening (
      meeting_id INTEGER PRIMARY KEY REFERENCES board_meeting (id),
      member_count INTEGER NOT NULL CHECK (member_count > 0),
      first_paragraph INTEGER NOT NULL CHECK (first_paragraph > 0),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE board_seat (
      meeting_id INTEGER NOT NULL REFERENCES board_meeting (id),
      seat INTEGER NOT NULL CHECK (seat > 0),
      function TEXT NOT NULL,
      name TEXT NOT NULL,
      member_id TEXT NOT NULL,
      is_substitute INTEGER NOT NULL CHECK (is_substitute IN (0, 1)),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (meeting_id, seat)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE board_attendance (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      meeting_id INTEGER NOT NULL REFERENCES board_meeting (id),
      chair INTEGER NOT NULL,
      secretary TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      FOREIGN KEY (meeting_id, chair) REFERENCES board_seat (meeting_id, seat)
    ) STRICT;
    CREATE INDEX board_attendance_by_meeting ON board_attendance (meeting_id);
    CREATE TABLE board_presence (
      attendance_id INTEGER NOT NULL REFERENCES board_attendance (id),
      seat INTEGER NOT NULL,
      mode TEXT NOT NULL CHECK (mode IN ('på plats', 'på distans', 'ljud')),
      first_item INTEGER NOT NULL CHECK (first_item > 0),
      last_item INTEGER CHECK (last_item >= first_item),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (attendance_id, seat)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE board_service (
      attendance_id INTEGER NOT NULL REFERENCES board_attendance (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      substitute INTEGER NOT NULL,
      seat INTEGER NOT NULL CHECK (seat <> substitute),
      first_item INTEGER NOT NULL CHECK (first_item > 0),
      last_item INTEGER CHECK (last_item >= first_item),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (attendance_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE board_conflict (
      attendance_id INTEGER NOT NULL REFERENCES board_attendance (id),
      seat INTEGER NOT NULL,
      item INTEGER NOT NULL CHECK (item > 0),
      ground TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (attendance_id, seat, item)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE board_adjuster (
      attendance_id INTEGER NOT NULL REFERENCES board_attendance (id),
      position INTEGER NOT NULL CHECK (position IN (0, 1)),
      seat INTEGER NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (attendance_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE board_decision (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      meeting_id INTEGER NOT NULL REFERENCES board_meeting (id),
      year INTEGER NOT NULL,
      paragraph INTEGER NOT NULL CHECK (paragraph > 0),
      item INTEGER NOT NULL,
      wording TEXT NOT NULL CHECK (trim(wording) <> ''),
      proposals TEXT NOT NULL,
      propositions TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('bifall', 'avslag', 'återremiss', 'bordläggning', 'noterades')),
      chair INTEGER NOT NULL,
      ballot TEXT NOT NULL CHECK (ballot IN ('', 'open', 'closed')),
      yes_means TEXT NOT NULL CHECK ((ballot <> '') = (trim(yes_means) <> '')),
      no_means TEXT NOT NULL CHECK ((ballot <> '') = (trim(no_means) <> '')),
      if_yes TEXT NOT NULL,
      if_no TEXT NOT NULL,
      yes INTEGER CHECK ((yes IS NOT NULL) = (ballot = 'closed') AND yes >= 0),
      no INTEGER CHECK ((no IS NOT NULL) = (ballot = 'closed') AND no >= 0),
      abstain INTEGER CHECK ((abstain IS NOT NULL) = (ballot = 'closed') AND abstain >= 0),
      lot INTEGER CHECK (lot IS NULL OR (lot IN (0, 1) AND yes = no)),
      consulted_on INTEGER,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE INDEX board_decision_by_paragraph ON board_decision (year, paragraph);
    CREATE INDEX board_decision_by_meeting ON board_decision (meeting_id);
    CREATE TABLE board_part (
      decision_id INTEGER NOT NULL REFERENCES board_decision (id) DEFERRABLE INITIALLY DEFERRED,
      seat INTEGER NOT NULL,
      meeting_id INTEGER NOT NULL,
      item INTEGER NOT NULL,
      vote TEXT NOT NULL CHECK (vote IN ('', 'ja', 'nej', 'avstår')),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (decision_id, seat),
      FOREIGN KEY (meeting_id, seat) REFERENCES board_seat (meeting_id, seat)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE board_strike (
      decision_id INTEGER PRIMARY KEY REFERENCES board_decision (id),
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE board_reservation (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      decision_id INTEGER NOT NULL REFERENCES board_decision (id),
      seat INTEGER NOT NULL,
      text TEXT NOT NULL,
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      UNIQUE (decision_id, seat)
    ) STRICT;
    CREATE TABLE delegated_decision (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      day INTEGER NOT NULL,
      taken_by TEXT NOT NULL CHECK (trim(taken_by) <> ''),
      ground TEXT NOT NULL CHECK (trim(ground) <> ''),
      text TEXT NOT NULL CHECK (trim(text) <> ''),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence)
    ) STRICT;
    CREATE TABLE delegated_report (
      delegated_id INTEGER NOT NULL REFERENCES delegated_decision (id),
      decision_id INTEGER NOT NULL REFERENCES board_decision (id),
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      PRIMARY KEY (delegated_id, decision_id)
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW board_place AS
      SELECT m.id AS meeting_id,
        (SELECT s.step FROM board_step s WHERE s.meeting_id = m.id ORDER BY s.id DESC LIMIT 1) AS place,
        (SELECT MAX(p.id) FROM board_plan p WHERE p.meeting_id = m.id) AS plan_id,
        (SELECT MAX(a.id) FROM board_attendance a WHERE a.meeting_id = m.id) AS attendance_id
      FROM board_meeting m;
    CREATE VIEW board_standing_decision AS
      SELECT * FROM board_decision d WHERE NOT EXISTS (SELECT 1 FROM board_strike s WHERE s.decision_id = d.id);

    """

  /// What may follow on what, whoever writes.
  private static let order = """
    CREATE TRIGGER board_step_follows BEFORE INSERT ON board_step BEGIN
      SELECT RAISE(ABORT, 'finsam: the step does not follow')
      WHERE NOT COALESCE((
        SELECT CASE NEW.step
          WHEN 'called' THEN place = 'planned'
          WHEN 'opened' THEN place = 'called'
          WHEN 'closed' THEN place = 'opened'
          WHEN 'cancelled' THEN place IN ('planned', 'called')
          ELSE 0 END
        FROM board_place WHERE meeting_id = NEW.meeting_id AND place IS NOT NULL), NEW.step = 'planned');
      SELECT RAISE(ABORT, 'finsam: the call is sent before the meeting, with an agenda')
      WHERE NEW.step = 'called' AND NOT EXISTS (
        SELECT 1 FROM board_place b JOIN board_plan p ON p.id = b.plan_id JOIN board_item i ON i.plan_id = p.id
        WHERE b.meeting_id = NEW.meeting_id AND p.day >= NEW.day);
      SELECT RAISE(ABORT, 'finsam: another meeting is open')
      WHERE NEW.step = 'opened' AND EXISTS (SELECT 1 FROM board_place WHERE place = 'opened');
      SELECT RAISE(ABORT, 'finsam: a meeting is opened with the seats of the board')
      WHERE NEW.step = 'opened' AND NOT EXISTS (
        SELECT 1 FROM board_opening o JOIN board_seat s ON s.meeting_id = o.meeting_id AND s.is_substitute = 0
        WHERE o.meeting_id = NEW.meeting_id
        GROUP BY o.meeting_id HAVING COUNT(*) <= o.member_count);
    END;
    CREATE TRIGGER board_plan_follows BEFORE INSERT ON board_plan BEGIN
      SELECT RAISE(ABORT, 'finsam: a meeting that has ended is as it was')
      WHERE (SELECT place FROM board_place WHERE meeting_id = NEW.meeting_id) IN ('closed', 'cancelled');
      SELECT RAISE(ABORT, 'finsam: the number of the year is taken')
      WHERE EXISTS (
        SELECT 1 FROM board_place b JOIN board_plan p ON p.id = b.plan_id
        WHERE b.meeting_id <> NEW.meeting_id AND COALESCE(b.place, '') <> 'cancelled'
          AND p.number = NEW.number AND p.day / 10000 = NEW.day / 10000);
      SELECT RAISE(ABORT, 'finsam: the day of an open meeting stays')
      WHERE (SELECT place FROM board_place WHERE meeting_id = NEW.meeting_id) = 'opened'
        AND NEW.day IS NOT (
          SELECT p.day FROM board_plan p WHERE p.meeting_id = NEW.meeting_id ORDER BY p.id DESC LIMIT 1);
    END;
    CREATE TRIGGER board_item_in_act BEFORE INSERT ON board_item
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM board_plan WHERE id = NEW.plan_id)
      OR EXISTS (SELECT 1 FROM board_item WHERE plan_id = NEW.plan_id AND item = NEW.item) BEGIN
      SELECT RAISE(ABORT, 'finsam: an agenda is said with its plan');
    END;
    CREATE TRIGGER board_item_document_in_act BEFORE INSERT ON board_item_document
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM board_plan WHERE id = NEW.plan_id)
      OR EXISTS (SELECT 1 FROM board_item_document
        WHERE plan_id = NEW.plan_id AND item = NEW.item AND position = NEW.position) BEGIN
      SELECT RAISE(ABORT, 'finsam: an agenda is said with its plan');
    END;
    CREATE TRIGGER board_opening_once BEFORE INSERT ON board_opening
    WHEN (SELECT place FROM board_place WHERE meeting_id = NEW.meeting_id) IS NOT 'called'
      OR EXISTS (SELECT 1 FROM board_opening WHERE meeting_id = NEW.meeting_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: a meeting is opened once, after the call');
    END;
    CREATE TRIGGER board_seat_in_act BEFORE INSERT ON board_seat
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM board_opening WHERE meeting_id = NEW.meeting_id)
      OR EXISTS (SELECT 1 FROM board_seat WHERE meeting_id = NEW.meeting_id AND seat = NEW.seat) BEGIN
      SELECT RAISE(ABORT, 'finsam: the seats are said when the meeting is opened');
    END;
    CREATE TRIGGER board_attendance_follows BEFORE INSERT ON board_attendance
    WHEN (SELECT place FROM board_place WHERE meeting_id = NEW.meeting_id) IS NOT 'opened'
      OR (SELECT is_substitute FROM board_seat WHERE meeting_id = NEW.meeting_id AND seat = NEW.chair) <> 0 BEGIN
      SELECT RAISE(ABORT, 'finsam: who is there is said of a meeting that is open');
    END;
    CREATE TRIGGER board_presence_in_act BEFORE INSERT ON board_presence BEGIN
      SELECT RAISE(ABORT, 'finsam: an attendance is said at once')
      WHERE NEW.history_sequence IS NOT (SELECT history_sequence FROM board_attendance WHERE id = NEW.attendance_id)
        OR EXISTS (SELECT 1 FROM board_presence WHERE attendance_id = NEW.attendance_id AND seat = NEW.seat);
      SELECT RAISE(ABORT, 'finsam: there is no such seat')
      WHERE NOT EXISTS (
        SELECT 1 FROM board_attendance a JOIN board_seat s ON s.meeting_id = a.meeting_id
        WHERE a.id = NEW.attendance_id AND s.seat = NEW.seat);
      SELECT RAISE(ABORT, 'finsam: the board has not decided that one may take part from afar')
      WHERE NEW.mode <> 'på plats' AND NOT EXISTS (
        SELECT 1 FROM board_attendance a JOIN board_place b ON b.meeting_id = a.meeting_id
        JOIN board_plan p ON p.id = b.plan_id
        WHERE a.id = NEW.attendance_id AND p.remote_day IS NOT NULL
          AND (NEW.mode <> 'ljud' OR trim(p.sound_reasons) <> ''));
    END;
    CREATE TRIGGER board_service_in_act BEFORE INSERT ON board_service BEGIN
      SELECT RAISE(ABORT, 'finsam: an attendance is said at once')
      WHERE NEW.history_sequence IS NOT (SELECT history_sequence FROM board_attendance WHERE id = NEW.attendance_id)
        OR EXISTS (SELECT 1 FROM board_service WHERE attendance_id = NEW.attendance_id AND position = NEW.position);
      SELECT RAISE(ABORT, 'finsam: a substitute serves in the place of a member of the board')
      WHERE NOT EXISTS (
        SELECT 1 FROM board_attendance a JOIN board_seat s ON s.meeting_id = a.meeting_id AND s.seat = NEW.substitute
        JOIN board_seat m ON m.meeting_id = a.meeting_id AND m.seat = NEW.seat
        WHERE a.id = NEW.attendance_id AND s.is_substitute = 1 AND m.is_substitute = 0);
      SELECT RAISE(ABORT, 'finsam: a substitute serves in one place, and one in each')
      WHERE EXISTS (
        SELECT 1 FROM board_service o WHERE o.attendance_id = NEW.attendance_id
          AND (o.substitute = NEW.substitute OR o.seat = NEW.seat)
          AND o.first_item <= COALESCE(NEW.last_item, 1000000) AND NEW.first_item <= COALESCE(o.last_item, 1000000));
    END;
    CREATE TRIGGER board_service_of_absent BEFORE INSERT ON board_service
    WHEN EXISTS (
      SELECT 1 FROM board_attendance a JOIN board_place b ON b.meeting_id = a.meeting_id
      JOIN board_item i ON i.plan_id = b.plan_id
        AND i.item BETWEEN NEW.first_item AND COALESCE(NEW.last_item, 1000000)
      JOIN board_presence p ON p.attendance_id = a.id AND p.seat = NEW.seat
        AND i.item BETWEEN p.first_item AND COALESCE(p.last_item, 1000000)
      WHERE a.id = NEW.attendance_id AND NOT EXISTS (
        SELECT 1 FROM board_conflict c WHERE c.attendance_id = a.id AND c.seat = NEW.seat AND c.item = i.item)) BEGIN
      SELECT RAISE(ABORT, 'finsam: who is there is not replaced');
    END;
    CREATE TRIGGER board_conflict_in_act BEFORE INSERT ON board_conflict
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM board_attendance WHERE id = NEW.attendance_id)
      OR EXISTS (SELECT 1 FROM board_conflict
        WHERE attendance_id = NEW.attendance_id AND seat = NEW.seat AND item = NEW.item) BEGIN
      SELECT RAISE(ABORT, 'finsam: an attendance is said at once');
    END;
    CREATE TRIGGER board_adjuster_in_act BEFORE INSERT ON board_adjuster
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM board_attendance WHERE id = NEW.attendance_id)
      OR EXISTS (SELECT 1 FROM board_adjuster
        WHERE attendance_id = NEW.attendance_id AND (position = NEW.position OR seat = NEW.seat)) BEGIN
      SELECT RAISE(ABORT, 'finsam: an attendance is said at once');
    END;
    CREATE TRIGGER board_strike_follows BEFORE INSERT ON board_strike
    WHEN EXISTS (SELECT 1 FROM board_strike WHERE decision_id = NEW.decision_id)
      OR (SELECT b.place FROM board_decision d JOIN board_place b ON b.meeting_id = d.meeting_id
        WHERE d.id = NEW.decision_id) IS NOT 'opened' BEGIN
      SELECT RAISE(ABORT, 'finsam: a decision is struck out once, while the meeting is open');
    END;
    CREATE TRIGGER delegated_report_follows BEFORE INSERT ON delegated_report
    WHEN NEW.history_sequence IS NOT (SELECT history_sequence FROM board_decision WHERE id = NEW.decision_id)
      OR EXISTS (SELECT 1 FROM delegated_report r JOIN board_standing_decision d ON d.id = r.decision_id
        WHERE r.delegated_id = NEW.delegated_id) BEGIN
      SELECT RAISE(ABORT, 'finsam: a delegated decision is reported once, by a decision of the board');
    END;

    """

  /// What the law forbids, whoever writes: nothing is decided without a quorum (KL 6:27), by somebody who does not serve or
  /// is disqualified (KL 6:30), of a budget without consultation or behind closed doors (lag 2003:1210 §§ 19, 23), or with
  /// equal votes where the chair has not voted (KL 4:25, 5:56).
  private static let law = """
    CREATE TRIGGER board_part_serves BEFORE INSERT ON board_part BEGIN
      SELECT RAISE(ABORT, 'finsam: who took a decision is said with it')
      WHERE EXISTS (SELECT 1 FROM board_decision WHERE id = NEW.decision_id)
        OR EXISTS (SELECT 1 FROM board_part WHERE decision_id = NEW.decision_id AND seat = NEW.seat);
      SELECT RAISE(ABORT, 'finsam: who decides serves at the item')
      WHERE NOT EXISTS (
        SELECT 1 FROM board_place b
        JOIN board_presence p ON p.attendance_id = b.attendance_id AND p.seat = NEW.seat
        JOIN board_seat s ON s.meeting_id = b.meeting_id AND s.seat = NEW.seat
        WHERE b.meeting_id = NEW.meeting_id AND NEW.item BETWEEN p.first_item AND COALESCE(p.last_item, 1000000)
          AND (s.is_substitute = 0 OR EXISTS (
            SELECT 1 FROM board_service v WHERE v.attendance_id = b.attendance_id AND v.substitute = NEW.seat
              AND NEW.item BETWEEN v.first_item AND COALESCE(v.last_item, 1000000))));
      SELECT RAISE(ABORT, 'finsam: who is disqualified decides nothing')
      WHERE EXISTS (
        SELECT 1 FROM board_place b JOIN board_conflict c ON c.attendance_id = b.attendance_id
        WHERE b.meeting_id = NEW.meeting_id AND c.seat = NEW.seat AND c.item = NEW.item);
    END;
    CREATE TRIGGER board_decision_is_lawful BEFORE INSERT ON board_decision BEGIN
      SELECT RAISE(ABORT, 'finsam: the board decides at a meeting that is open')
      WHERE (SELECT place FROM board_place WHERE meeting_id = NEW.meeting_id) IS NOT 'opened';
      SELECT RAISE(ABORT, 'finsam: the paragraph of the year is taken')
      WHERE EXISTS (SELECT 1 FROM board_standing_decision WHERE year = NEW.year AND paragraph = NEW.paragraph);
      SELECT RAISE(ABORT, 'finsam: the paragraph is of the year of the meeting, and not before its first')
      WHERE NOT EXISTS (
        SELECT 1 FROM board_place b JOIN board_plan p ON p.id = b.plan_id
        JOIN board_opening o ON o.meeting_id = b.meeting_id
        WHERE b.meeting_id = NEW.meeting_id AND p.day / 10000 = NEW.year AND NEW.paragraph >= o.first_paragraph);
      SELECT RAISE(ABORT, 'finsam: a decision is about an item of the agenda')
      WHERE NOT EXISTS (
        SELECT 1 FROM board_place b JOIN board_item i ON i.plan_id = b.plan_id
        WHERE b.meeting_id = NEW.meeting_id AND i.item = NEW.item);
      SELECT RAISE(ABORT, 'finsam: more than half of the members serve')
      WHERE 2 * (SELECT COUNT(*) FROM board_part
          WHERE decision_id = NEW.id AND meeting_id = NEW.meeting_id AND item = NEW.item)
        <= (SELECT member_count FROM board_opening WHERE meeting_id = NEW.meeting_id);
      SELECT RAISE(ABORT, 'finsam: who took a decision is of its meeting and item')
      WHERE EXISTS (SELECT 1 FROM board_part
        WHERE decision_id = NEW.id AND (meeting_id <> NEW.meeting_id OR item <> NEW.item));
      SELECT RAISE(ABORT, 'finsam: who chairs serves')
      WHERE NOT EXISTS (SELECT 1 FROM board_part WHERE decision_id = NEW.id AND seat = NEW.chair);
      SELECT RAISE(ABORT, 'finsam: a budget is decided in public, after consultation')
      WHERE EXISTS (
        SELECT 1 FROM board_place b JOIN board_plan p ON p.id = b.plan_id
        JOIN board_item i ON i.plan_id = p.id AND i.item = NEW.item
        WHERE b.meeting_id = NEW.meeting_id AND i.kind = 'budget'
          AND (p.is_public = 0 OR NEW.consulted_on IS NULL OR NEW.consulted_on > p.day));
      SELECT RAISE(ABORT, 'finsam: a vote is closed in elections and open else')
      WHERE NEW.ballot <> '' AND (NEW.ballot = 'closed') <> (
        SELECT i.kind = 'election' FROM board_place b JOIN board_item i ON i.plan_id = b.plan_id AND i.item = NEW.item
        WHERE b.meeting_id = NEW.meeting_id);
      SELECT RAISE(ABORT, 'finsam: everybody who serves votes or abstains')
      WHERE (NEW.ballot = 'open' AND EXISTS (SELECT 1 FROM board_part WHERE decision_id = NEW.id AND vote = ''))
        OR (NEW.ballot = 'closed' AND NEW.yes + NEW.no + NEW.abstain <> (
          SELECT COUNT(*) FROM board_part WHERE decision_id = NEW.id))
        OR (NEW.ballot <> 'open' AND EXISTS (
          SELECT 1 FROM board_part WHERE decision_id = NEW.id AND vote IN ('ja', 'nej')))
        OR (NEW.ballot = 'closed' AND EXISTS (SELECT 1 FROM board_part WHERE decision_id = NEW.id AND vote <> ''))
        OR NOT EXISTS (SELECT 1 FROM board_part WHERE decision_id = NEW.id AND vote <> 'avstår')
        OR (NEW.ballot = 'closed' AND NEW.yes + NEW.no = 0);
      SELECT RAISE(ABORT, 'finsam: at equal votes the chair decides, or the lot')
      WHERE (NEW.ballot = 'closed' AND NEW.yes = NEW.no AND NEW.lot IS NULL)
        OR (NEW.ballot = 'open'
          AND (SELECT COUNT(*) FROM board_part WHERE decision_id = NEW.id AND vote = 'ja')
            = (SELECT COUNT(*) FROM board_part WHERE decision_id = NEW.id AND vote = 'nej')
          AND (SELECT vote FROM board_part WHERE decision_id = NEW.id AND seat = NEW.chair) = 'avstår');
    END;
    CREATE TRIGGER board_reservation_follows BEFORE INSERT ON board_reservation BEGIN
      SELECT RAISE(ABORT, 'finsam: a reservation is notified before the meeting ends')
      WHERE (SELECT b.place FROM board_standing_decision d JOIN board_place b ON b.meeting_id = d.meeting_id
        WHERE d.id = NEW.decision_id) IS NOT 'opened';
      SELECT RAISE(ABORT, 'finsam: who reserves themselves took part')
      WHERE NOT EXISTS (
        SELECT 1 FROM board_part WHERE decision_id = NEW.decision_id AND seat = NEW.seat AND vote <> 'avstår');
    END;

    """
}
