public import Association
public import Ledger

/// Meetings of the board: planned, called, opened, decided at, closed. Each verb is one act. What is refused is thrown as a
/// `MeetingRefusal`, and then nothing has been stored.
extension Store.Writing {
  /// Plans a meeting.
  @discardableResult
  public func plan(_ plan: MeetingPlan) throws -> ID<BoardMeeting> {
    _ = try BoardMeeting.Planned(plan)
    try checkNumber(of: plan, besides: nil)
    let id = try posting.keys.next("board_meeting")
    _ = try act(.planMeeting, subject: subject(plan)) { act in
      try act.record("board_meeting", .integer(id), .integer(act.sequence))
      try self.step("planned", of: id, in: act)
      try self.write(plan, of: id, in: act)
    }
    return ID(rawValue: id)
  }

  /// Takes a step, or refuses it with a `MeetingRefusal` where it does not follow or the law forbids it. When the members
  /// were consulted on a budget is read in the book, whatever the event says of it.
  @discardableResult
  public func take(_ event: BoardMeeting.Event, in id: ID<BoardMeeting>) throws -> BoardMeeting {
    let meetings = try connection.boardMeetings()
    guard let present = meetings.first(where: { $0.id == id }) else { throw MeetingRefusal.unknown }
    var event = event
    if case .decided(let draft, _) = event { event = .decided(draft, consultedOn: try consultation(draft, present)) }
    let after = try present.after(event)
    try check(event, of: present, among: meetings)
    let key = id.rawValue
    _ = try act(event.act, subject: subject(after.plan, event)) { act in
      switch event {
      case .planned(let plan): try self.write(plan, of: key, in: act)
      case .called(let day): try self.step("called", of: key, on: day, in: act)
      case .opened(let opening): try self.write(opening, of: key, in: act)
      case .attended(let attendance): try self.write(attendance, of: key, in: act)
      case .decided(let draft, _):
        guard let decision = after.decisions.first(where: { $0.paragraph == draft.paragraph }) else {
          throw MeetingRefusal.paragraphUnknown(draft.paragraph)
        }
        try self.write(decision, of: key, in: act)
      case .struck(let paragraph, let reason):
        try act.record(
          "board_strike", .integer(try self.decisionKey(paragraph, key)), .text(reason), .integer(act.sequence))
      case .reserved(let paragraph, let reservation):
        try act.record(
          "board_reservation", .integer(try self.posting.keys.next("board_reservation")),
          .integer(try self.decisionKey(paragraph, key)), .integer(reservation.seat), .text(reservation.words),
          .integer(act.sequence))
      case .closed(let time): try self.step("closed", of: key, text: time, in: act)
      case .cancelled(let reason): try self.step("cancelled", of: key, text: reason, in: act)
      }
    }
    return after
  }

  /// Records a decision that was taken on the board's behalf; it waits for the next meeting.
  @discardableResult
  public func record(_ decision: DelegatedDecision) throws -> Int64 {
    if let today = moment.dayInSweden, decision.day > today { throw MeetingRefusal.delegationLater(decision.day) }
    let id = try posting.keys.next("delegated_decision")
    _ = try act(.delegatedDecision, subject: "\(decision.day.text) \(decision.by)") {
      try $0.record(
        "delegated_decision", .integer(id), .date(decision.day), .text(decision.by), .text(decision.ground),
        .text(decision.words), .integer($0.sequence))
    }
    return id
  }

  // Within.

  /// When the members were consulted on the budget that an item is about: as the last proposal that was not thrown away
  /// says, else as the association's own figures do.
  private func consultation(_ draft: BoardDecision.Draft, _ meeting: BoardMeeting) throws -> CalendarDate? {
    let agenda = meeting.plan.agenda
    guard agenda.indices.contains(draft.item - 1), case .budget(let year) = agenda[draft.item - 1].kind else {
      return nil
    }
    let proposed = try connection.budgets(year: year).reversed().compactMap { recorded -> CalendarDate? in
      if case .discarded = recorded.version { return nil }
      return recorded.version.proposal.consultedOn
    }
    return try proposed.first
      ?? connection.association().budgets.filter { $0.year == year }.compactMap(\.consultedOn).max()
  }

  private func checkNumber(of plan: MeetingPlan, besides id: ID<BoardMeeting>?) throws {
    let isTaken = try connection.boardMeetings().contains {
      $0.id != id && $0.place != .cancelled && $0.plan.number == plan.number && $0.day.year == plan.day.year
    }
    if isTaken { throw MeetingRefusal.numberTaken(plan.number, year: plan.day.year) }
  }

  /// What a step must not do to other meetings.
  private func check(
    _ event: BoardMeeting.Event, of meeting: BoardMeeting, among meetings: [BoardMeeting]
  ) throws {
    let others = meetings.filter { $0.id != meeting.id }
    let ofYear = others.filter { $0.day.year == meeting.day.year }
    switch event {
    case .planned(let plan): try checkNumber(of: plan, besides: meeting.id)
    case .opened(let opening):
      if let today = moment.dayInSweden, meeting.day > today { throw MeetingRefusal.notTheDay(meeting.day) }
      if let open = others.first(where: { $0.place == .opened }) {
        throw MeetingRefusal.anotherIsOpen(number: open.plan.number, day: open.day)
      }
      let last = ofYear.filter { $0.day <= meeting.day }.flatMap(\.decisions).map(\.paragraph).max() ?? 0
      guard opening.firstParagraph > last else {
        throw MeetingRefusal.paragraphBehind(opening.firstParagraph, last: last)
      }
    case .decided(let draft, _):
      if ofYear.flatMap(\.decisions).contains(where: { $0.paragraph == draft.paragraph }) {
        throw MeetingRefusal.paragraphTaken(draft.paragraph, year: meeting.day.year)
      }
    case .called, .attended, .struck, .reserved, .closed, .cancelled: break
    }
  }

  private func subject(_ plan: MeetingPlan, _ event: BoardMeeting.Event? = nil) -> String {
    let meeting = "\(plan.day.text) (nr \(plan.number))"
    return switch event {
    case .decided(let draft, _): "§ \(draft.paragraph), \(meeting)"
    case .struck(let paragraph, _), .reserved(let paragraph, _): "§ \(paragraph), \(meeting)"
    default: meeting
    }
  }

  private func decisionKey(_ paragraph: Int, _ meeting: Int64) throws -> Int64 {
    let key = try connection.first(
      "SELECT id FROM board_standing_decision WHERE meeting_id = ? AND paragraph = ?", .integer(meeting),
      .integer(paragraph)
    ) { $0.integer(0) }
    guard let key else { throw MeetingRefusal.paragraphUnknown(paragraph) }
    return key
  }

  private func step(
    _ step: String, of meeting: Int64, on day: CalendarDate? = nil, text: String = "", in act: Act
  ) throws {
    try act.record(
      "board_step", .integer(try posting.keys.next("board_step")), .integer(meeting), .text(step), .date(day),
      .text(text), .integer(act.sequence))
  }

  private func write(_ plan: MeetingPlan, of meeting: Int64, in act: Act) throws {
    let id = try posting.keys.next("board_plan")
    try act.record(
      "board_plan", .integer(id), .integer(meeting), .integer(plan.number), .date(plan.day), .text(plan.time),
      .text(plan.place), .integer(plan.isPublic ? 1 : 0), .date(plan.remote?.decision.date),
      .text(plan.remote?.decision.paragraph ?? ""), .text(plan.remote?.extent ?? ""),
      .text(plan.remote?.soundReasons ?? ""), .integer(act.sequence))
    for (index, item) in plan.agenda.enumerated() {
      try act.record(
        "board_item", .integer(id), .integer(index + 1), .text(item.title), .text(item.kind.word),
        .integer(item.kind.year), .text(item.background), .text(item.proposal), .text(item.presenter),
        .integer(act.sequence))
    }
    for (index, item) in plan.agenda.enumerated() {
      for (position, document) in item.documents.enumerated() {
        try act.record(
          "board_item_document", .integer(id), .integer(index + 1), .integer(position), .text(document.sha256),
          .text(document.name), .integer(act.sequence))
      }
    }
  }

  private func write(_ opening: BoardMeeting.Opening, of meeting: Int64, in act: Act) throws {
    try act.record(
      "board_opening", .integer(meeting), .integer(opening.memberCount), .integer(opening.firstParagraph),
      .integer(act.sequence))
    for seat in opening.seats {
      try act.record(
        "board_seat", .integer(meeting), .integer(seat.number), .text(seat.function), .text(seat.name),
        .text(seat.memberID), .integer(seat.isSubstitute ? 1 : 0), .integer(act.sequence))
    }
    try step("opened", of: meeting, in: act)
    try write(opening.attendance, of: meeting, in: act)
  }

  private func write(_ attendance: Attendance, of meeting: Int64, in act: Act) throws {
    let id = try posting.keys.next("board_attendance")
    let line = Field.integer(act.sequence)
    try act.record(
      "board_attendance", .integer(id), .integer(meeting), .integer(attendance.chair), .text(attendance.secretary), line
    )
    for presence in attendance.presences.sorted(by: { $0.seat < $1.seat }) {
      try act.record(
        "board_presence", .integer(id), .integer(presence.seat), .text(presence.mode.rawValue),
        .integer(presence.from), .integer(presence.through), line)
    }
    // Before the services: a substitute serves for whoever is disqualified.
    for conflict in attendance.conflicts.sorted(by: { ($0.seat, $0.item) < ($1.seat, $1.item) }) {
      try act.record(
        "board_conflict", .integer(id), .integer(conflict.seat), .integer(conflict.item), .text(conflict.ground), line)
    }
    for (position, service) in attendance.services.enumerated() {
      try act.record(
        "board_service", .integer(id), .integer(position), .integer(service.substitute), .integer(service.seat),
        .integer(service.from), .integer(service.through), line)
    }
    for (position, seat) in attendance.adjusters.enumerated() {
      try act.record("board_adjuster", .integer(id), .integer(position), .integer(seat), line)
    }
  }

  /// Those who took it first, for by them the database judges it.
  private func write(_ decision: BoardDecision, of meeting: Int64, in act: Act) throws {
    let id = try posting.keys.next("board_decision")
    let line = Field.integer(act.sequence)
    for seat in decision.serving {
      try act.record(
        "board_part", .integer(id), .integer(seat), .integer(meeting), .integer(decision.said.item),
        .text(decision.vote(of: seat)?.rawValue ?? ""), line)
    }
    let ballot = decision.said.ballot
    var kind = ""
    var counts: [Field] = [.null, .null, .null, .null]
    switch ballot?.votes {
    case .open: kind = "open"
    case .closed(let yes, let no, let abstain, let lot):
      kind = "closed"
      counts = [.integer(yes), .integer(no), .integer(abstain), .integer(lot.map { $0 ? 1 : 0 })]
    case nil: break
    }
    try act.record(
      "board_decision", .integer(id), .integer(meeting), .integer(decision.day.year), .integer(decision.paragraph),
      .integer(decision.said.item), .text(decision.said.wording), .text(decision.said.proposals),
      .text(decision.said.propositions), .text(decision.outcome.rawValue), .integer(decision.chair), .text(kind),
      .text(ballot?.yesMeans ?? ""), .text(ballot?.noMeans ?? ""), .text(ballot?.ifYes.rawValue ?? ""),
      .text(ballot?.ifNo.rawValue ?? ""), counts[0], counts[1], counts[2], counts[3], .date(decision.consultedOn), line)
    guard decision.kind == .delegation else { return }
    // What was decided on the board's behalf up to the meeting is reported by this.
    for waiting in try connection.delegatedDecisions().sorted(by: { $0.id < $1.id })
    where waiting.reported == nil && waiting.decision.day <= decision.day {
      try act.record("delegated_report", .integer(waiting.id), .integer(id), line)
    }
  }
}

extension BoardMeeting.Event {
  /// The act that a line of history calls it by.
  var act: HistoryLine.Act {
    switch self {
    case .planned: .planMeeting
    case .called: .callMeeting
    case .opened: .openMeeting
    case .attended: .attendMeeting
    case .decided: .decideMeeting
    case .struck: .strikeDecision
    case .reserved: .reserveMeeting
    case .closed: .closeMeeting
    case .cancelled: .cancelMeeting
    }
  }
}
