public import Association
public import Ledger

/// Meetings of groups, and the local groups' FINSAM plans. Each verb is one act. What is refused is thrown as a
/// `GroupMeeting.Refusal` or a `FinsamPlan.Refusal`, and then nothing has been stored.
extension Store.Writing {
  /// Records a meeting that has been held, or instead of one that is corrected, for that reason.
  @discardableResult
  public func hold(
    _ draft: GroupMeeting.Draft, today: CalendarDate, correcting: Int64? = nil, because reason: String = ""
  ) throws -> Int64 {
    let association = try association()
    let meeting = try GroupMeeting(draft, in: association, today: today)
    if let correcting {
      let old = try standingMeeting(correcting, because: reason)
      guard old.meeting != meeting else { throw GroupMeeting.Refusal.nothingChanged }
      guard old.meeting.draft.groupID == draft.groupID else { throw GroupMeeting.Refusal.unknownMeeting }
    }
    let id = try posting.keys.next("group_meeting")
    let kind: HistoryLine.Act = correcting == nil ? .holdGroupMeeting : .correctGroupMeeting
    _ = try act(kind, subject: subject(draft, association)) { act in
      try act.record(
        "group_meeting", .integer(id), .text(draft.groupID), .date(draft.day), .text(draft.form.rawValue),
        .text(draft.place), .text(draft.notes), correcting.map { .integer($0) } ?? .null,
        .text(correcting == nil ? "" : reason), .integer(act.sequence))
      for (position, attendance) in draft.attendances.enumerated() {
        try act.record(
          "group_attendance", .integer(id), .integer(position), .text(attendance.name), .text(attendance.function),
          .text(attendance.partyID), .integer(attendance.isGuest ? 1 : 0), .integer(act.sequence))
      }
    }
    return id
  }

  /// Says that a meeting that was recorded was not held, and why it was recorded.
  public func withdrawMeeting(_ id: Int64, because reason: String) throws {
    let old = try standingMeeting(id, because: reason)
    _ = try act(.withdrawGroupMeeting, subject: subject(old.meeting.draft, try association())) { act in
      try act.record("group_meeting_end", .integer(id), .text(reason), .integer(act.sequence))
    }
  }

  private func standingMeeting(_ id: Int64, because reason: String) throws -> RecordedMeeting {
    guard let old = try connection.groupMeetings(where: "m.id = ?", .integer(id)).first else {
      throw GroupMeeting.Refusal.unknownMeeting
    }
    if let by = old.correctedBy { throw GroupMeeting.Refusal.corrected(by: by) }
    guard old.withdrawal == nil else { throw GroupMeeting.Refusal.withdrawn }
    guard !reason.isEmpty else { throw GroupMeeting.Refusal.reasonMissing }
    return old
  }

  private func subject(_ draft: GroupMeeting.Draft, _ association: Association) -> String {
    "\(association.groups.first { $0.id == draft.groupID }?.title ?? draft.groupID) \(draft.day.text)"
  }

  /// Begins a local group's plan for a year.
  @discardableResult
  public func beginPlan(of groupID: String, year: Int, _ content: FinsamPlan.Content) throws -> Int64 {
    let association = try association()
    guard let group = association.groups.first(where: { $0.id == groupID }) else {
      throw FinsamPlan.Refusal.unknownGroup(groupID)
    }
    guard group.kind == .localGroup else { throw FinsamPlan.Refusal.notALocalGroup(group.kind) }
    guard try !connection.finsamPlans().contains(where: { $0.plan.groupID == groupID && $0.plan.year == year }) else {
      throw FinsamPlan.Refusal.planStands(year: year)
    }
    let event = FinsamPlan.Event.saved(content, because: "")
    _ = try FinsamPlan.State(beginning: event, insatser: association.insatser)
    let id = try posting.keys.next("finsam_plan")
    _ = try act(.savePlan, subject: "\(group.title) \(year)") { act in
      try act.record("finsam_plan", .integer(id), .text(groupID), .integer(year), .integer(act.sequence))
      try self.write(event, of: id, in: act)
    }
    return id
  }

  /// Takes a step with a plan, or refuses it where the plan's state knows no such step.
  @discardableResult
  public func take(_ event: FinsamPlan.Event, inPlan id: Int64, today: CalendarDate) throws -> LocalPlan {
    guard let present = try connection.finsamPlans(id).first else { throw FinsamPlan.Refusal.unknownPlan }
    let association = try association()
    let plan = present.plan
    let state = try plan.state.after(event, insatser: association.insatser, today: today)
    let title = association.groups.first { $0.id == plan.groupID }?.title ?? plan.groupID
    _ = try act(event.act, subject: "\(title) \(plan.year)") { try self.write(event, of: id, in: $0) }
    return LocalPlan(groupID: plan.groupID, year: plan.year, state: state)
  }

  private func write(_ event: FinsamPlan.Event, of plan: Int64, in act: Act) throws {
    let id = try posting.keys.next("finsam_plan_step")
    let (step, line) = (Field.integer(id), Field.integer(act.sequence))
    var words = ""
    if case .saved(_, let reason) = event { words = reason }
    try act.record("finsam_plan_step", step, .integer(plan), .text(event.kind.rawValue), .text(words), line)
    switch event {
    case .saved(let content, _):
      try act.record("finsam_plan_content", step, .money(content.frame), .text(content.goals), line)
      for (position, item) in content.items.enumerated() {
        try act.record(
          "finsam_plan_item", step, .integer(position), .text(item.title), .text(item.insatsID), .money(item.amount),
          line)
      }
    case .decided(let decision):
      try act.record("finsam_plan_decision", step, .date(decision.date), .text(decision.paragraph), line)
    case .dropped: break
    case .linked(let place, let insatsID):
      try act.record("finsam_plan_link", step, .integer(place), .text(insatsID), line)
    case .followedUp(let text, let day):
      try act.record("finsam_plan_outcome", step, .date(day), .text(text), line)
    }
  }
}

extension FinsamPlan.Event {
  /// What the history calls it.
  fileprivate var act: HistoryLine.Act {
    switch kind {
    case .saved: .savePlan
    case .decided: .decidePlan
    case .dropped: .dropPlanChange
    case .linked: .linkPlan
    case .followedUp: .followUpPlan
    }
  }
}

extension Store {
  /// All meetings of groups, the earliest first: those that are corrected and withdrawn too.
  public func groupMeetings() throws(Refusal) -> [RecordedMeeting] { try read { try $0.groupMeetings() } }

  /// The meetings of one group.
  public func groupMeetings(of groupID: String) throws(Refusal) -> [RecordedMeeting] {
    try read { try $0.groupMeetings(where: "m.group_id = ?", .text(groupID)) }
  }

  /// One meeting, or nil.
  public func groupMeeting(_ id: Int64) throws(Refusal) -> RecordedMeeting? {
    try read { try $0.groupMeetings(where: "m.id = ?", .integer(id)).first }
  }

  /// All FINSAM plans, the first begun first.
  public func finsamPlans() throws(Refusal) -> [RecordedPlan] { try read { try $0.finsamPlans() } }

  /// One plan, or nil.
  public func finsamPlan(_ id: Int64) throws(Refusal) -> RecordedPlan? { try read { try $0.finsamPlans(id).first } }
}
