public import Association
public import Ledger

/// Reads meetings of the board and folds what was done with them by the same state machine that a person's steps go
/// through.
extension Connection {
  /// The meetings, or the one of that key, in the order that they were planned.
  func boardMeetings(_ id: Int64? = nil) throws -> [BoardMeeting] {
    var events: [Int64: [(sequence: Int64, event: BoardMeeting.Event)]] = [:]
    func add(_ found: [Found]) {
      for one in found { events[one.meeting, default: []].append((one.sequence, one.event)) }
    }
    let key = id.map { Field.integer($0) } ?? .null
    add(try plans(key))
    let attendances = try attendances(key)
    let openings = try openings(key, attendances)
    let openedIn = Set(openings.map(\.sequence))
    add(openings)
    add(
      attendances.filter { !openedIn.contains($0.sequence) }
        .map { Found(meeting: $0.meeting, sequence: $0.sequence, event: .attended($0.attendance)) })
    add(try steps(key))
    add(try decided(key))
    add(try struckAndReserved(key))
    return try events.sorted { $0.key < $1.key }.map { meeting, events in
      let ordered = events.sorted { $0.sequence < $1.sequence }
      guard let first = ordered.first else { throw Store.Refusal.corrupt("board_meeting \(meeting)") }
      do {
        var found = BoardMeeting(id: ID(rawValue: meeting), stage: try BoardMeeting.Stage(beginning: first.event))
        for event in ordered.dropFirst() { found = try found.after(event.event) }
        return found
      } catch {
        throw Store.Refusal.corrupt("board_meeting \(meeting): \(error)")
      }
    }
  }

  private struct Found {
    let meeting: Int64
    let sequence: Int64
    let event: BoardMeeting.Event
  }

  private func day(_ row: Statement, _ column: Int, _ table: String) throws -> CalendarDate {
    guard let day = CalendarDate(yyyymmdd: Int(row.integer(column))) else { throw Store.Refusal.corrupt(table) }
    return day
  }

  private func plans(_ key: Field) throws -> [Found] {
    var documents: [Int64: [Int64: [AgendaItem.Document]]] = [:]
    try each(
      """
      SELECT d.plan_id, d.item, d.sha256, d.name FROM board_plan p JOIN board_item_document d ON d.plan_id = p.id
      WHERE ?1 IS NULL OR p.meeting_id = ?1 ORDER BY d.plan_id, d.item, d.position
      """, key
    ) { row in
      documents[row.integer(0), default: [:]][row.integer(1), default: []].append(
        AgendaItem.Document(sha256: row.text(2), name: row.text(3)))
    }
    var agendas: [Int64: [AgendaItem]] = [:]
    try each(
      """
      SELECT i.plan_id, i.item, i.title, i.kind, i.budget_year, i.background, i.proposal, i.presenter
      FROM board_plan p JOIN board_item i ON i.plan_id = p.id
      WHERE ?1 IS NULL OR p.meeting_id = ?1 ORDER BY i.plan_id, i.item
      """, key
    ) { row in
      guard let kind = AgendaItem.Kind(row.text(3), year: row.optionalInteger(4).map { Int($0) }),
        row.integer(1) == Int64(agendas[row.integer(0)]?.count ?? 0) + 1
      else { throw Store.Refusal.corrupt("board_item \(row.integer(0))") }
      agendas[row.integer(0), default: []].append(
        AgendaItem(
          title: row.text(2), kind: kind, background: row.text(5), proposal: row.text(6), presenter: row.text(7),
          documents: documents[row.integer(0)]?[row.integer(1)] ?? []))
    }
    var found: [Found] = []
    try each(
      """
      SELECT id, meeting_id, number, day, time, place, is_public, remote_day, remote_paragraph, remote_extent,
        sound_reasons, history_sequence FROM board_plan WHERE ?1 IS NULL OR meeting_id = ?1 ORDER BY id
      """, key
    ) { row in
      let remote = try row.optionalInteger(7).map { _ in
        RemoteRule(
          decision: Decision(date: try day(row, 7, "board_plan"), paragraph: row.text(8)), extent: row.text(9),
          soundReasons: row.text(10))
      }
      found.append(
        Found(
          meeting: row.integer(1), sequence: row.integer(11),
          event: .planned(
            MeetingPlan(
              number: Int(row.integer(2)), day: try day(row, 3, "board_plan"), time: row.text(4), place: row.text(5),
              isPublic: row.integer(6) == 1, remote: remote, agenda: agendas[row.integer(0)] ?? []))))
    }
    return found
  }

  private typealias KeptAttendance = (meeting: Int64, sequence: Int64, attendance: Attendance)

  private func attendances(_ key: Field) throws -> [KeptAttendance] {
    var presences: [Int64: [Attendance.Presence]] = [:]
    var services: [Int64: [Attendance.Service]] = [:]
    var conflicts: [Int64: [Attendance.Conflict]] = [:]
    var adjusters: [Int64: [Int]] = [:]
    func rows(_ columns: String, of table: String, by order: String, _ body: (Statement) throws -> Void) throws {
      try each(
        """
        SELECT x.attendance_id, \(columns) FROM board_attendance a JOIN \(table) x ON x.attendance_id = a.id
        WHERE ?1 IS NULL OR a.meeting_id = ?1 ORDER BY x.attendance_id, \(order)
        """, key, body: body)
    }
    try rows("x.seat, x.mode, x.first_item, x.last_item", of: "board_presence", by: "x.seat") { row in
      guard let mode = Attendance.Mode(rawValue: row.text(2)) else { throw Store.Refusal.corrupt("board_presence") }
      presences[row.integer(0), default: []].append(
        Attendance.Presence(
          seat: Int(row.integer(1)), mode: mode, from: Int(row.integer(3)),
          through: row.optionalInteger(4).map { Int($0) }))
    }
    try rows("x.substitute, x.seat, x.first_item, x.last_item", of: "board_service", by: "x.position") { row in
      services[row.integer(0), default: []].append(
        Attendance.Service(
          substitute: Int(row.integer(1)), for: Int(row.integer(2)), from: Int(row.integer(3)),
          through: row.optionalInteger(4).map { Int($0) }))
    }
    try rows("x.seat, x.item, x.ground", of: "board_conflict", by: "x.seat, x.item") { row in
      conflicts[row.integer(0), default: []].append(
        Attendance.Conflict(seat: Int(row.integer(1)), item: Int(row.integer(2)), ground: row.text(3)))
    }
    try rows("x.seat", of: "board_adjuster", by: "x.position") { row in
      adjusters[row.integer(0), default: []].append(Int(row.integer(1)))
    }
    var found: [KeptAttendance] = []
    try each(
      """
      SELECT id, meeting_id, chair, secretary, history_sequence FROM board_attendance
      WHERE ?1 IS NULL OR meeting_id = ?1 ORDER BY id
      """, key
    ) { row in
      let id = row.integer(0)
      found.append(
        (
          row.integer(1), row.integer(4),
          Attendance(
            presences: presences[id] ?? [], services: services[id] ?? [], conflicts: conflicts[id] ?? [],
            chair: Int(row.integer(2)), secretary: row.text(3), adjusters: adjusters[id] ?? [])
        ))
    }
    return found
  }

  private func openings(_ key: Field, _ attendances: [KeptAttendance]) throws -> [Found] {
    var seats: [Int64: [MeetingSeat]] = [:]
    try each(
      """
      SELECT meeting_id, seat, function, name, member_id, is_substitute FROM board_seat
      WHERE ?1 IS NULL OR meeting_id = ?1 ORDER BY meeting_id, seat
      """, key
    ) { row in
      seats[row.integer(0), default: []].append(
        MeetingSeat(
          number: Int(row.integer(1)), function: row.text(2), name: row.text(3), memberID: row.text(4),
          isSubstitute: row.integer(5) == 1))
    }
    var found: [Found] = []
    try each(
      """
      SELECT meeting_id, member_count, first_paragraph, history_sequence FROM board_opening
      WHERE ?1 IS NULL OR meeting_id = ?1
      """, key
    ) { row in
      let sequence = row.integer(3)
      guard let attendance = attendances.first(where: { $0.sequence == sequence }) else {
        throw Store.Refusal.corrupt("board_opening \(row.integer(0))")
      }
      found.append(
        Found(
          meeting: row.integer(0), sequence: sequence,
          event: .opened(
            BoardMeeting.Opening(
              seats: seats[row.integer(0)] ?? [], memberCount: Int(row.integer(1)),
              firstParagraph: Int(row.integer(2)), attendance: attendance.attendance))))
    }
    return found
  }

  /// The steps that say all there is to say of themselves.
  private func steps(_ key: Field) throws -> [Found] {
    var found: [Found] = []
    try each(
      """
      SELECT meeting_id, step, day, text, history_sequence FROM board_step
      WHERE step IN ('called', 'closed', 'cancelled') AND (?1 IS NULL OR meeting_id = ?1)
      """, key
    ) { row in
      let event: BoardMeeting.Event =
        switch row.text(1) {
        case "called": .called(on: try day(row, 2, "board_step"))
        case "closed": .closed(at: row.text(3))
        default: .cancelled(because: row.text(3))
        }
      found.append(Found(meeting: row.integer(0), sequence: row.integer(4), event: event))
    }
    return found
  }

  private func decided(_ key: Field) throws -> [Found] {
    var votes: [Int64: [Int: BoardDecision.Vote]] = [:]
    try each(
      """
      SELECT decision_id, seat, vote FROM board_part
      WHERE vote <> '' AND (?1 IS NULL OR meeting_id = ?1) ORDER BY decision_id, seat
      """, key
    ) { row in
      guard let vote = BoardDecision.Vote(rawValue: row.text(2)) else { throw Store.Refusal.corrupt("board_part") }
      votes[row.integer(0), default: [:]][Int(row.integer(1))] = vote
    }
    var found: [Found] = []
    try each(
      """
      SELECT id, meeting_id, paragraph, item, wording, proposals, propositions, outcome, chair, ballot, yes_means,
        no_means, if_yes, if_no, yes, no, abstain, lot, consulted_on, history_sequence
      FROM board_decision WHERE ?1 IS NULL OR meeting_id = ?1 ORDER BY id
      """, key
    ) { row in
      let table = "board_decision \(row.integer(0))"
      let given = votes[row.integer(0)] ?? [:]
      guard let outcome = BoardDecision.Outcome(rawValue: row.text(7)) else { throw Store.Refusal.corrupt(table) }
      var draft = BoardDecision.Draft(
        paragraph: Int(row.integer(2)), item: Int(row.integer(3)), wording: row.text(4), proposals: row.text(5),
        propositions: row.text(6), outcome: outcome, chair: Int(row.integer(8)))
      if row.text(9).isEmpty {
        draft.abstaining = Set(given.keys)
      } else {
        guard let ifYes = BoardDecision.Outcome(rawValue: row.text(12)),
          let ifNo = BoardDecision.Outcome(rawValue: row.text(13))
        else { throw Store.Refusal.corrupt(table) }
        let said: BoardDecision.Ballot.Votes =
          row.text(9) == "open"
          ? .open(given)
          : .closed(
            yes: Int(row.integer(14)), no: Int(row.integer(15)), abstain: Int(row.integer(16)),
            lotSaysYes: row.optionalInteger(17).map { $0 == 1 })
        draft.ballot = BoardDecision.Ballot(
          yesMeans: row.text(10), noMeans: row.text(11), ifYes: ifYes, ifNo: ifNo, votes: said)
      }
      let consulted = try row.optionalInteger(18).map { _ in try day(row, 18, table) }
      found.append(
        Found(
          meeting: row.integer(1), sequence: row.integer(19), event: .decided(draft, consultedOn: consulted)))
    }
    return found
  }

  private func struckAndReserved(_ key: Field) throws -> [Found] {
    var found: [Found] = []
    try each(
      """
      SELECT d.meeting_id, d.paragraph, s.reason, s.history_sequence FROM board_strike s
      JOIN board_decision d ON d.id = s.decision_id WHERE ?1 IS NULL OR d.meeting_id = ?1
      """, key
    ) { row in
      found.append(
        Found(
          meeting: row.integer(0), sequence: row.integer(3),
          event: .struck(paragraph: Int(row.integer(1)), because: row.text(2))))
    }
    try each(
      """
      SELECT d.meeting_id, d.paragraph, r.seat, r.text, r.history_sequence FROM board_reservation r
      JOIN board_decision d ON d.id = r.decision_id WHERE ?1 IS NULL OR d.meeting_id = ?1
      """, key
    ) { row in
      found.append(
        Found(
          meeting: row.integer(0), sequence: row.integer(4),
          event: .reserved(
            paragraph: Int(row.integer(1)),
            BoardDecision.Reservation(seat: Int(row.integer(2)), words: row.text(3)))))
    }
    return found
  }

  /// The decisions taken on the board's behalf, the first first, each with the paragraph that it was reported by.
  func delegatedDecisions() throws -> [KeptDelegatedDecision] {
    var found: [KeptDelegatedDecision] = []
    try each(
      """
      SELECT g.id, g.day, g.taken_by, g.ground, g.text, h.actor, h.moment, p.day, d.paragraph
      FROM delegated_decision g JOIN history h ON h.sequence = g.history_sequence
      LEFT JOIN (SELECT r.delegated_id, s.meeting_id, s.paragraph FROM delegated_report r
        JOIN board_standing_decision s ON s.id = r.decision_id) d ON d.delegated_id = g.id
      LEFT JOIN board_place b ON b.meeting_id = d.meeting_id LEFT JOIN board_plan p ON p.id = b.plan_id
      ORDER BY g.day, g.id
      """
    ) { row in
      do {
        let decision = try DelegatedDecision(
          day: try day(row, 1, "delegated_decision"), by: row.text(2), ground: row.text(3), words: row.text(4))
        found.append(
          KeptDelegatedDecision(
            id: row.integer(0), decision: decision,
            reported: try row.optionalInteger(7).map { _ in
              Decision(date: try day(row, 7, "board_plan"), paragraph: "§ \(row.integer(8))")
            }, mark: StepMark(by: Actor(name: row.text(5)), at: Moment(secondsSince1970: row.integer(6)))))
      } catch {
        throw Store.Refusal.corrupt("delegated_decision \(row.integer(0))")
      }
    }
    return found
  }
}

extension AgendaItem.Kind {
  init?(_ word: String, year: Int?) {
    switch (word, year) {
    case ("ordinary", nil): self = .ordinary
    case ("election", nil): self = .election
    case ("delegation", nil): self = .delegation
    case ("budget", let year?): self = .budget(year: year)
    default: return nil
    }
  }

  var word: String {
    switch self {
    case .ordinary: "ordinary"
    case .election: "election"
    case .delegation: "delegation"
    case .budget: "budget"
    }
  }

  var year: Int? { if case .budget(let year) = self { year } else { nil } }
}

extension Store {
  /// The meetings of the board that are in the book, and what they decided.
  public func boardRecord() throws(Refusal) -> BoardRecord { try read { BoardRecord(try $0.boardMeetings()) } }

  /// A meeting of the board; nil where there is none of that key.
  public func boardMeeting(_ id: ID<BoardMeeting>) throws(Refusal) -> BoardMeeting? {
    try read { try $0.boardMeetings(id.rawValue).first }
  }

  /// The recorded decision that is pointed to; nil where there is none.
  public func boardDecision(for decision: Decision) throws(Refusal) -> BoardDecision? {
    try boardRecord().decision(for: decision)
  }

  /// The decisions taken on the board's behalf, the first first, with the paragraph by which the board was told.
  public func delegatedDecisions() throws(Refusal) -> [KeptDelegatedDecision] {
    try read { try $0.delegatedDecisions() }
  }
}
