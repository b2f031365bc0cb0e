public import Association
public import Ledger

/// What follows a meeting. Each verb is one act. What is refused is thrown as a `MinutesRefusal`, and then nothing has
/// been stored.
extension Store.Writing {
  /// Keeps the secretary's words in the minutes of a meeting, all of them anew; nothing where they say the same.
  public func note(_ notes: MinutesNotes, in meeting: ID<BoardMeeting>) throws {
    let held = try heldMeeting(meeting)
    guard try connection.minutes(where: "m.meeting_id = ?", .integer(meeting.rawValue)).isEmpty else {
      throw MinutesRefusal.closedBefore
    }
    var notes = notes
    let paragraphs = Set(held.decisions.map(\.paragraph))
    notes.paragraphs = notes.paragraphs.filter { paragraphs.contains($0.key) && !$0.value.isEmpty }
    guard try connection.minutesNotes(ofMeeting: meeting.rawValue) != notes else { return }
    let id = try posting.keys.next("minutes_notes")
    _ = try act(.noteMinutes, subject: held.plan.day.text) { act in
      try act.record(
        "minutes_notes", .integer(id), .integer(meeting.rawValue), .text(notes.keptAt), .integer(act.sequence))
      for (paragraph, note) in notes.paragraphs.sorted(by: { $0.key < $1.key }) {
        try act.record(
          "minutes_note", .integer(id), .integer(paragraph), .text(note.proposals), .text(note.propositions),
          .text(note.remark), .integer(act.sequence))
      }
    }
  }

  /// Closes the minutes of a meeting that has ended for adjustment: by who chaired, and those whom the meeting chose.
  @discardableResult
  public func closeMinutes(of meeting: ID<BoardMeeting>) throws -> Int64 {
    let held = try heldMeeting(meeting)
    guard try connection.boardMeetings(meeting.rawValue).first?.place == .closed else {
      throw MinutesRefusal.meetingNotEnded
    }
    guard try connection.minutes(where: "m.meeting_id = ?", .integer(meeting.rawValue)).isEmpty else {
      throw MinutesRefusal.closedBefore
    }
    let notes = try connection.minutesNotes(ofMeeting: meeting.rawValue)
    let closed = try MinutesState.Draft(heldOn: held.plan.day).closed(
      signers: held.minutesSigners(in: try connection.association()),
      gaps: MinutesGap.gaps(in: held, notes: notes), mark: StepMark(by: actor, at: moment))
    return try write(
      closed, kind: .board, meeting: meeting, title: "Styrelsens protokoll \(held.plan.day.text)",
      keptAt: notes.keptAt, document: nil)
  }

  /// Keeps the auditors' minutes of a day, for their adjustment and announcement (lag 2003:1210, 26 §). The first of the
  /// signers led the meeting. `document` is the SHA-256 of the file, where it is kept.
  @discardableResult
  public func closeAuditorsMinutes(
    heldOn: CalendarDate, keptAt: String, signers: [String], document: String? = nil
  ) throws -> Int64 {
    guard keptAt.utf8.contains(where: { $0 > 32 }) else { throw MinutesRefusal.keptAtMissing }
    let closed = try MinutesState.Draft(heldOn: heldOn).closed(
      signers: signers.enumerated().map { index, name in
        MinutesSigner(
          name: name, function: index == 0 ? "Ordförande" : "Revisor", isChair: index == 0, wasPresent: true)
      }, mark: StepMark(by: actor, at: moment))
    return try write(
      closed, kind: .auditors, meeting: nil, title: "Revisorernas protokoll \(heldOn.text)", keptAt: keptAt,
      document: document)
  }

  /// Records that one of the signers has adjusted the minutes on a day.
  @discardableResult
  public func adjust(_ id: Int64, by position: Int, on day: CalendarDate) throws -> MinutesState {
    let present = try find(id)
    guard case .closed(let closed) = present.state else {
      guard let closed = present.state.closed, closed.signers.indices.contains(position) else {
        throw MinutesRefusal.notASigner
      }
      throw MinutesRefusal.adjustedBefore(closed.signers[position].name)
    }
    let after = try closed.adjusted(by: position, on: day, mark: StepMark(by: actor, at: moment))
    _ = try act(.adjustMinutes, subject: "\(present.title), \(closed.signers[position].name)") {
      try $0.record(
        "minutes_adjustment", .integer(id), .integer(position), .date(day), .integer($0.sequence))
    }
    return after
  }

  /// Records that the notice was put up at a member on a day.
  public func postNotice(_ id: Int64, at memberID: String, on day: CalendarDate) throws {
    let (present, notice, adjusted) = try findNotice(id, memberID)
    let after = try notice.posted(on: day, adjustedOn: adjusted.adjustedOn, today: try today())
    guard let posted = after.standing else { throw MinutesRefusal.notPosted }
    let key = try posting.keys.next("notice_posting")
    _ = try act(.postNotice, subject: try subject(present, memberID)) {
      try $0.record(
        "notice_posting", .integer(key), .integer(id), .text(memberID), .date(day), .date(posted.takeDownFrom),
        .integer($0.sequence))
    }
  }

  /// Records that somebody at the member says that it is up since a day: puts it up first, where nobody has said so.
  public func confirmNotice(
    _ id: Int64, at memberID: String, by name: String, postedOn: CalendarDate? = nil, on day: CalendarDate
  ) throws {
    guard name.utf8.contains(where: { $0 > 32 }) else { throw MinutesRefusal.confirmerMissing }
    let first = try findNotice(id, memberID)
    if first.notice.standing == nil, let postedOn { try postNotice(id, at: memberID, on: postedOn) }
    let (present, notice, _) = try findNotice(id, memberID)
    _ = try notice.confirmed(by: name, on: day, today: try today())
    let key = try postingKey(id, memberID)
    _ = try act(.confirmNotice, subject: try subject(present, memberID)) {
      try $0.record("notice_confirmation", .integer(key), .text(name), .date(day), .integer($0.sequence))
    }
  }

  /// Records that the notice was taken down on a day. Too early is recorded too: then it must be put up anew.
  @discardableResult
  public func takeDownNotice(_ id: Int64, at memberID: String, on day: CalendarDate) throws -> Notice {
    let (present, notice, _) = try findNotice(id, memberID)
    let after = try notice.takenDown(on: day, today: try today())
    let key = try postingKey(id, memberID)
    _ = try act(.takeDownNotice, subject: try subject(present, memberID)) {
      try $0.record("notice_taking_down", .integer(key), .date(day), .integer($0.sequence))
    }
    return after
  }

  // Within.

  private func write(
    _ closed: MinutesState.Closed, kind: MinutesKind, meeting: ID<BoardMeeting>?, title: String, keptAt: String,
    document: String?
  ) throws -> Int64 {
    let id = try posting.keys.next("minutes")
    _ = try act(.closeMinutes, subject: title) { act in
      try act.record(
        "minutes", .integer(id), .text(kind.rawValue), meeting.map { .integer($0.rawValue) } ?? .null,
        .date(closed.heldOn), .text(title), .text(keptAt), document.map { .text($0) } ?? .null,
        .integer(act.sequence))
      for (position, signer) in closed.signers.enumerated() {
        try act.record(
          "minutes_signer", .integer(id), .integer(position), .text(signer.name), .text(signer.function),
          .integer(signer.isChair ? 1 : 0), .integer(signer.seat), .integer(act.sequence))
      }
    }
    return id
  }

  private func heldMeeting(_ id: ID<BoardMeeting>) throws -> BoardMeeting.Opened {
    guard let held = try connection.boardMeetings(id.rawValue).first?.held else { throw MinutesRefusal.unknown }
    return held
  }

  private func find(_ id: Int64) throws -> MinutesCase {
    guard let found = try connection.minutes(where: "m.id = ?", .integer(id)).first else {
      throw MinutesRefusal.unknown
    }
    return found
  }

  private func findNotice(
    _ id: Int64, _ memberID: String
  ) throws -> (minutes: MinutesCase, notice: Notice, adjusted: MinutesState.Adjusted) {
    let present = try find(id)
    guard let adjusted = present.state.adjusted else { throw MinutesRefusal.notAdjusted }
    guard let notice = present.notices.first(where: { $0.memberID == memberID }) else {
      throw MinutesRefusal.noNotice
    }
    return (present, notice, adjusted)
  }

  private func postingKey(_ id: Int64, _ memberID: String) throws -> Int64 {
    let key = try connection.first(
      "SELECT MAX(id) FROM notice_posting WHERE minutes_id = ? AND member_id = ?", .integer(id), .text(memberID)
    ) { $0.optionalInteger(0) }
    guard let key, let key else { throw MinutesRefusal.notPosted }
    return key
  }

  private func subject(_ minutes: MinutesCase, _ memberID: String) throws -> String {
    let member = try connection.association().members.first { $0.id == memberID }
    return "\(minutes.title), \(member?.name ?? memberID)"
  }

  private func today() throws -> CalendarDate {
    guard let today = moment.dayInSweden else { throw Store.Refusal.corrupt("history") }
    return today
  }
}

extension Store {
  // The secret addresses: no facts, for they are made anew and thrown away.

  /// Keeps the digest of the address by which a member confirms its notice; the one before is no longer good.
  public func keepNoticeLink(_ digest: String, minutes: Int64, memberID: String) throws(Refusal) {
    try change { connection in
      try connection.run(
        "DELETE FROM notice_link WHERE minutes_id = ? AND member_id = ?", .integer(minutes), .text(memberID))
      try connection.run(
        "INSERT INTO notice_link VALUES (?, ?, ?)", .text(digest), .integer(minutes), .text(memberID))
    }
  }

  /// Which notice an address is for; nil where it is for none.
  public func noticeLink(_ digest: String) throws(Refusal) -> (minutes: Int64, memberID: String)? {
    try read { connection in
      try connection.first("SELECT minutes_id, member_id FROM notice_link WHERE digest = ?", .text(digest)) {
        ($0.integer(0), $0.text(1))
      }
    }
  }

  /// Keeps the digest of the address of a user's calendar; the one before is no longer good.
  public func keepCalendarKey(_ digest: String, of user: ID<User>, at moment: Moment) throws(Refusal) {
    try change { connection in
      try connection.require(user)
      try connection.run("DELETE FROM calendar_key WHERE user_id = ?", .integer(user.rawValue))
      try connection.run(
        "INSERT INTO calendar_key VALUES (?, ?, ?)", .integer(user.rawValue), .text(digest),
        .integer(moment.secondsSince1970))
    }
  }

  /// Ends the address of a user's calendar.
  public func endCalendarKey(of user: ID<User>) throws(Refusal) {
    try change { try $0.run("DELETE FROM calendar_key WHERE user_id = ?", .integer(user.rawValue)) }
  }

  /// When the address of a user's calendar was made; nil where there is none.
  public func calendarKey(of user: ID<User>) throws(Refusal) -> Moment? {
    try read { connection in
      try connection.first("SELECT made_at FROM calendar_key WHERE user_id = ?", .integer(user.rawValue)) {
        Moment(secondsSince1970: $0.integer(0))
      }
    }
  }

  /// Whose calendar an address is; nil where it is nobody's, or theirs who may not sign in.
  public func calendarUser(_ digest: String) throws(Refusal) -> User? {
    try read { connection in
      let id = try connection.first("SELECT user_id FROM calendar_key WHERE digest = ?", .text(digest)) {
        $0.integer(0)
      }
      guard let id else { return nil }
      return try connection.users(where: "user_id = ?1", .integer(id)).first { $0.isActive }
    }
  }
}
