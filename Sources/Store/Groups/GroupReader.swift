public import Association
public import Ledger

/// A meeting of a group in the book, with what became of it.
public struct RecordedMeeting: Hashable, Sendable {
  /// Its number among the meetings of the book.
  public let id: Int64
  /// The meeting.
  public let meeting: GroupMeeting
  /// The meeting that it is recorded instead of; nil where it corrects none.
  public let corrects: Int64?
  /// Why it corrects that; empty where it corrects none.
  public let reason: String
  /// The meeting that corrects it; nil where it holds.
  public let correctedBy: Int64?
  /// Why it was withdrawn; nil where it was not.
  public let withdrawal: String?
  /// Who recorded it.
  public let by: String
  /// When.
  public let at: Moment
  /// Its line of history.
  public let sequence: Int64

  /// Whether it is neither corrected nor withdrawn.
  public var stands: Bool { correctedBy == nil && withdrawal == nil }
}

/// A FINSAM plan in the book, with its steps.
public struct RecordedPlan: Hashable, Sendable {
  /// A step as it was taken.
  public struct Step: Hashable, Sendable {
    /// What was done.
    public let event: FinsamPlan.Event
    /// By whom.
    public let by: String
    /// When.
    public let at: Moment
    /// Its line of history.
    public let sequence: Int64
  }

  /// Its number among the plans of the book.
  public let id: Int64
  /// The plan.
  public let plan: LocalPlan
  /// What has been done, the first first.
  public let steps: [Step]
}

extension Connection {
  /// The meetings that meet the condition on `m`, the earliest first.
  func groupMeetings(where condition: String = "1", _ fields: Field...) throws -> [RecordedMeeting] {
    var attendances: [Int64: [GroupMeeting.Attendance]] = [:]
    try each(
      """
      SELECT a.meeting_id, a.name, a.function, a.party_id, a.is_guest FROM group_meeting m
      JOIN group_attendance a ON a.meeting_id = m.id WHERE \(condition) ORDER BY a.meeting_id, a.position
      """, fields: fields
    ) { row in
      attendances[row.integer(0), default: []].append(
        GroupMeeting.Attendance(
          name: row.text(1), function: row.text(2), partyID: row.text(3), isGuest: row.integer(4) == 1))
    }
    var meetings: [RecordedMeeting] = []
    try each(
      """
      SELECT m.id, m.group_id, m.day, m.form, m.place, m.notes, m.corrects_id, m.reason, n.id, e.reason, h.actor,
        h.moment, m.history_sequence
      FROM group_meeting m JOIN history h ON h.sequence = m.history_sequence
      LEFT JOIN group_meeting n ON n.corrects_id = m.id LEFT JOIN group_meeting_end e ON e.meeting_id = m.id
      WHERE \(condition) ORDER BY m.day, m.id
      """, fields: fields
    ) { row in
      guard let day = CalendarDate(yyyymmdd: Int(row.integer(2))), let form = GroupMeeting.Form(rawValue: row.text(3))
      else { throw Store.Refusal.corrupt("group_meeting \(row.integer(0))") }
      meetings.append(
        RecordedMeeting(
          id: row.integer(0),
          meeting: GroupMeeting(
            recorded: GroupMeeting.Draft(
              groupID: row.text(1), day: day, form: form, place: row.text(4), notes: row.text(5),
              attendances: attendances[row.integer(0)] ?? [])),
          corrects: row.optionalInteger(6), reason: row.text(7), correctedBy: row.optionalInteger(8),
          withdrawal: row.optionalText(9), by: row.text(10), at: Moment(secondsSince1970: row.integer(11)),
          sequence: row.integer(12)))
    }
    return meetings
  }

  /// The plans with their steps folded to the state they are in; one of them where it is named.
  func finsamPlans(_ id: Int64? = nil) throws -> [RecordedPlan] {
    let only = id.map { Field.integer($0) } ?? .null
    let parts = try PlanParts(self, only)
    var steps: [Int64: [RecordedPlan.Step]] = [:]
    try each(
      """
      SELECT s.id, s.plan_id, s.kind, s.words, h.actor, h.moment, s.history_sequence
      FROM finsam_plan_step s JOIN history h ON h.sequence = s.history_sequence
      WHERE s.plan_id = COALESCE(?1, s.plan_id) ORDER BY s.id
      """, only
    ) { row in
      guard let kind = FinsamPlan.Event.Kind(rawValue: row.text(2)),
        let event = parts.event(of: row.integer(0), kind, words: row.text(3))
      else { throw Store.Refusal.corrupt("finsam_plan_step \(row.integer(0))") }
      steps[row.integer(1), default: []].append(
        RecordedPlan.Step(
          event: event, by: row.text(4), at: Moment(secondsSince1970: row.integer(5)), sequence: row.integer(6)))
    }
    var plans: [RecordedPlan] = []
    try each("SELECT id, group_id, year FROM finsam_plan WHERE id = COALESCE(?1, id) ORDER BY id", only) { row in
      let steps = steps[row.integer(0)] ?? []
      guard let first = steps.first else { throw Store.Refusal.corrupt("finsam_plan \(row.integer(0))") }
      var state = try FinsamPlan.State(beginning: first.event)
      for step in steps.dropFirst() { state = try state.after(step.event) }
      plans.append(
        RecordedPlan(
          id: row.integer(0), plan: LocalPlan(groupID: row.text(1), year: Int(row.integer(2)), state: state),
          steps: steps))
    }
    return plans
  }
}

/// What the steps of plans say, by step.
private struct PlanParts {
  private var contents: [Int64: FinsamPlan.Content] = [:]
  private var decisions: [Int64: Decision] = [:]
  private var links: [Int64: (place: Int, insatsID: String)] = [:]
  private var outcomes: [Int64: (text: String, day: CalendarDate)] = [:]

  init(_ connection: Connection, _ only: Field) throws {
    func each(_ table: String, _ body: (Statement) throws -> Void) throws {
      try connection.each(
        """
        SELECT t.* FROM \(table) t JOIN finsam_plan_step s ON s.id = t.step_id
        WHERE s.plan_id = COALESCE(?1, s.plan_id) ORDER BY t.step_id, 2
        """, only, body: body)
    }
    func day(_ row: Statement) throws -> CalendarDate {
      guard let day = CalendarDate(yyyymmdd: Int(row.integer(1))) else {
        throw Store.Refusal.corrupt("finsam_plan_step \(row.integer(0))")
      }
      return day
    }
    try each("finsam_plan_content") { row in
      contents[row.integer(0)] = FinsamPlan.Content(frame: Money(ore: row.integer(1)), goals: row.text(2))
    }
    try each("finsam_plan_item") { row in
      contents[row.integer(0)]?.items.append(
        FinsamPlan.Item(title: row.text(2), insatsID: row.text(3), amount: Money(ore: row.integer(4))))
    }
    try each("finsam_plan_decision") { row in
      decisions[row.integer(0)] = Decision(date: try day(row), paragraph: row.text(2))
    }
    try each("finsam_plan_link") { row in links[row.integer(0)] = (Int(row.integer(1)), row.text(2)) }
    try each("finsam_plan_outcome") { row in outcomes[row.integer(0)] = (row.text(2), try day(row)) }
  }

  func event(of step: Int64, _ kind: FinsamPlan.Event.Kind, words: String) -> FinsamPlan.Event? {
    switch kind {
    case .saved: contents[step].map { .saved($0, because: words) }
    case .decided: decisions[step].map { .decided($0) }
    case .dropped: .dropped
    case .linked: links[step].map { .linked(place: $0.place, to: $0.insatsID) }
    case .followedUp: outcomes[step].map { .followedUp($0.text, on: $0.day) }
    }
  }
}
