public import Association
public import Ledger

/// Minutes in the book, as far as they have come.
public struct MinutesCase: Hashable, Sendable {
  /// By which they are known; nil until they are closed for adjustment.
  public let id: Int64?
  /// Whose they are.
  public let kind: MinutesKind
  /// The meeting they are of; nil for the auditors'.
  public let meeting: ID<BoardMeeting>?
  /// What they are called: `Styrelsens protokoll 2026-03-12`.
  public let title: String
  /// The secretary's words, and where the minutes are kept.
  public let notes: MinutesNotes
  /// How far they have come.
  public let state: MinutesState
  /// The notice of each member municipality and region; empty until they are adjusted.
  public let notices: [Notice]
  /// The SHA-256 of the file with the auditors' minutes; nil where there is none.
  public let document: String?

  /// When what was decided gains force.
  public var gainsForce: GainsForce { GainsForce(adjusted: state.adjusted, notices: notices) }
}

extension Connection {
  /// Minutes that are closed for adjustment, or adjusted, that meet the condition on `m`; first held first.
  func minutes(where condition: String = "1", _ fields: Field...) throws -> [MinutesCase] {
    var signers: [Int64: [MinutesSigner]] = [:]
    try each(
      """
      SELECT s.minutes_id, s.name, s.function, s.is_chair, s.seat FROM minutes m
      JOIN minutes_signer s ON s.minutes_id = m.id WHERE \(condition) ORDER BY s.minutes_id, s.position
      """, fields: fields
    ) { row in
      // The database lets nobody be a signer who was not there.
      signers[row.integer(0), default: []].append(
        MinutesSigner(
          name: row.text(1), function: row.text(2), isChair: row.integer(3) == 1, wasPresent: true,
          seat: row.optionalInteger(4).map { Int($0) }))
    }
    var adjustments: [Int64: [Adjustment]] = [:]
    try each(
      """
      SELECT a.minutes_id, a.position, a.day, h.actor, h.moment FROM minutes m
      JOIN minutes_adjustment a ON a.minutes_id = m.id JOIN history h ON h.sequence = a.history_sequence
      WHERE \(condition) ORDER BY a.history_sequence
      """, fields: fields
    ) { row in
      adjustments[row.integer(0), default: []].append(
        Adjustment(
          position: Int(row.integer(1)), day: try minutesDay(row, 2), mark: minutesMark(row, 3)))
    }
    let postings = try noticePostings(condition, fields)
    let association = try association()
    var found: [MinutesCase] = []
    try each(
      """
      SELECT m.id, m.kind, m.meeting_id, m.held_on, m.title, m.kept_at, m.document, h.actor, h.moment FROM minutes m
      JOIN history h ON h.sequence = m.history_sequence WHERE \(condition) ORDER BY m.held_on, m.id
      """, fields: fields
    ) { row in
      let id = row.integer(0)
      guard let kind = MinutesKind(rawValue: row.text(1)) else { throw Store.Refusal.corrupt("minutes \(id)") }
      var notes = MinutesNotes()
      if let meeting = row.optionalInteger(2) { notes = try minutesNotes(ofMeeting: meeting) }
      notes.keptAt = row.text(5)
      do {
        var state = MinutesState.closed(
          try MinutesState.Draft(heldOn: try minutesDay(row, 3)).closed(
            signers: signers[id] ?? [], mark: minutesMark(row, 7)))
        for adjustment in adjustments[id] ?? [] {
          guard case .closed(let closed) = state else { throw Store.Refusal.corrupt("minutes \(id)") }
          state = try closed.adjusted(by: adjustment.position, on: adjustment.day, mark: adjustment.mark)
        }
        found.append(
          MinutesCase(
            id: id, kind: kind, meeting: row.optionalInteger(2).map { ID(rawValue: $0) }, title: row.text(4),
            notes: notes, state: state,
            notices: try notices(state, postings[id] ?? [:], association: association, id),
            document: row.isNull(6) ? nil : row.text(6)))
      } catch {
        throw error is MinutesRefusal ? Store.Refusal.corrupt("minutes \(id): \(error)") : error
      }
    }
    return found
  }

  /// The secretary's words in the minutes of a meeting, as last written.
  func minutesNotes(ofMeeting meeting: Int64) throws -> MinutesNotes {
    var notes = MinutesNotes()
    let last = try first(
      "SELECT id, kept_at FROM minutes_notes WHERE meeting_id = ? ORDER BY id DESC LIMIT 1", .integer(meeting)
    ) { ($0.integer(0), $0.text(1)) }
    guard let (id, keptAt) = last else { return notes }
    notes.keptAt = keptAt
    try each(
      "SELECT paragraph, proposals, propositions, remark FROM minutes_note WHERE notes_id = ? ORDER BY paragraph",
      .integer(id)
    ) { row in
      notes.paragraphs[Int(row.integer(0))] = MinutesNotes.Note(
        proposals: row.text(1), propositions: row.text(2), remark: row.text(3))
    }
    return notes
  }

  /// One notice for each member that has a board of its own on the day of the adjustment, and for each where one has been
  /// put up.
  private func notices(
    _ state: MinutesState, _ postings: [String: [Notice.Posting]], association: Association, _ id: Int64
  ) throws -> [Notice] {
    guard let adjusted = state.adjusted else { return [] }
    let members = association.noticeMembers(on: adjusted.adjustedOn).map(\.id)
    let others = postings.keys.filter { !members.contains($0) }.sorted()
    return try (members + others).map { member in
      var notice = Notice(memberID: member)
      for posting in postings[member] ?? [] {
        do {
          notice = try notice.repeating(posting, adjustedOn: adjusted.adjustedOn)
        } catch {
          throw Store.Refusal.corrupt("minutes \(id), \(member): \(error)")
        }
      }
      return notice
    }
  }

  private func noticePostings(_ condition: String, _ fields: [Field]) throws -> [Int64: [String: [Notice.Posting]]] {
    var postings: [Int64: [String: [Notice.Posting]]] = [:]
    try each(
      """
      SELECT p.minutes_id, p.member_id, p.posted_on, c.confirmed_by, c.day, d.day FROM minutes m
      JOIN notice_posting p ON p.minutes_id = m.id
      LEFT JOIN notice_confirmation c ON c.posting_id = p.id LEFT JOIN notice_taking_down d ON d.posting_id = p.id
      WHERE \(condition) ORDER BY p.id
      """, fields: fields
    ) { row in
      postings[row.integer(0), default: [:]][row.text(1), default: []].append(
        Notice.Posting(
          postedOn: try minutesDay(row, 2),
          confirmation: row.isNull(3) ? nil : Notice.Confirmation(by: row.text(3), day: try minutesDay(row, 4)),
          takenDownOn: row.isNull(5) ? nil : try minutesDay(row, 5)))
    }
    return postings
  }

  private func minutesDay(_ row: Statement, _ column: Int) throws -> CalendarDate {
    guard let day = CalendarDate(yyyymmdd: Int(row.integer(column))) else { throw Store.Refusal.corrupt("minutes") }
    return day
  }

  private func minutesMark(_ row: Statement, _ column: Int) -> StepMark {
    StepMark(by: Actor(name: row.text(column)), at: Moment(secondsSince1970: row.integer(column + 1)))
  }
}

extension Store {
  /// The minutes of a meeting that has been opened, as far as they have come; nil for any other.
  public func minutes(of meeting: BoardMeeting) throws(Refusal) -> MinutesCase? {
    try read { connection in
      if let closed = try connection.minutes(where: "m.meeting_id = ?", .integer(meeting.id.rawValue)).first {
        return closed
      }
      guard meeting.held != nil else { return nil }
      return MinutesCase(
        id: nil, kind: .board, meeting: meeting.id, title: "Styrelsens protokoll \(meeting.day.text)",
        notes: try connection.minutesNotes(ofMeeting: meeting.id.rawValue),
        state: .draft(MinutesState.Draft(heldOn: meeting.day)), notices: [], document: nil)
    }
  }

  /// Minutes that are closed for adjustment, or adjusted; nil where there are none of that id.
  public func minutes(_ id: Int64) throws(Refusal) -> MinutesCase? {
    try read { try $0.minutes(where: "m.id = ?", .integer(id)).first }
  }

  /// All minutes that are closed for adjustment, or adjusted, first held first.
  public func minutes() throws(Refusal) -> [MinutesCase] { try read { try $0.minutes() } }
}
