import Association
import HTTPTypes
import Ledger
import Press
import Store

/// Records a meeting of a group that has been held; corrects one, or takes one back that was not.
enum HoldGroupMeeting {
  static func showNew(_ asked: Asked, _ id: String) throws -> Answer {
    let association = try asked.store.association()
    guard let group = association.groups.first(where: { $0.id == id }) else { return .notFound }
    return .page(page(asked, nil, GroupMeetingForm(group, association, today: asked.today)))
  }

  static func saveNew(_ asked: Asked, _ id: String) throws -> Answer {
    let association = try asked.store.association()
    guard let group = association.groups.first(where: { $0.id == id }) else { return .notFound }
    return try save(asked, nil, GroupMeetingForm(group, association, typed: asked.form, today: asked.today))
  }

  static func showCorrection(_ asked: Asked, _ place: Pair<String, Int64>) throws -> Answer {
    guard let (group, meeting, association) = try find(asked, place) else { return .notFound }
    guard meeting.stands else { return .see(Addresses.groupMeeting.path(place)) }
    return .page(
      page(
        asked, meeting,
        GroupMeetingForm(group, association, correcting: meeting.meeting, today: asked.today)))
  }

  static func saveCorrection(_ asked: Asked, _ place: Pair<String, Int64>) throws -> Answer {
    guard let (group, meeting, association) = try find(asked, place) else { return .notFound }
    let form = GroupMeetingForm(
      group, association, correcting: meeting.meeting, typed: asked.form, today: asked.today)
    return try save(asked, meeting, form)
  }

  static func withdraw(_ asked: Asked, _ place: Pair<String, Int64>) throws -> Answer {
    guard let (_, meeting, _) = try find(asked, place) else { return .notFound }
    var reading = FormReading(asked.form)
    let reason = reading.text(GroupMeetingForm.Name.reason, "Skälet", isRequired: true)
    var faults = reading.faults
    if faults.isEmpty {
      faults = try GroupPart.attempt(asked) { try $0.withdrawMeeting(meeting.id, because: reason) }
    }
    guard faults.isEmpty else { return try ShowGroupMeeting.page(asked, place, faults: faults) }
    return .see(Addresses.group.path(place.first), notice: "Mötet är borttaget. Historiken har kvar det.")
  }

  /// The meeting at that place, with its group.
  static func find(
    _ asked: Asked, _ place: Pair<String, Int64>
  ) throws -> (group: Group, meeting: RecordedMeeting, association: Association)? {
    let association = try asked.store.association()
    guard let group = association.groups.first(where: { $0.id == place.first }),
      let meeting = try asked.store.groupMeeting(place.second), meeting.meeting.draft.groupID == group.id
    else { return nil }
    return (group, meeting, association)
  }

  private static func save(_ asked: Asked, _ corrected: RecordedMeeting?, _ typed: GroupMeetingForm) throws -> Answer {
    var form = typed
    if form.guests.wantsMore(asked.form) { return .page(page(asked, corrected, form)) }
    let read = form.read(today: asked.today)
    var id: Int64 = 0
    if let read {
      form.faults = try GroupPart.attempt(asked) {
        id = try $0.hold(read.draft, today: asked.today, correcting: corrected?.id, because: read.reason)
      }
    }
    guard form.faults.isEmpty else { return .page(page(asked, corrected, form), status: .unprocessableContent) }
    return .see(
      Addresses.groupMeeting.path(Pair(form.group.id, id)),
      notice: corrected == nil ? "Mötet är infört." : "Mötet är rättat. Det som stod förut finns kvar.")
  }

  private static func page(_ asked: Asked, _ corrected: RecordedMeeting?, _ form: GroupMeetingForm) -> Page {
    let group = form.group
    return Page(
      title: corrected.map { "Rätta mötet \($0.meeting.draft.day.text)" } ?? "Ett möte med \(group.title)",
      section: .groups,
      trail: [
        Page.Link("Grupper", Addresses.groups.path()), Page.Link(group.title, Addresses.group.path(group.id)),
      ],
      main: .joined([
        FormPart.summary(of: form.faults),
        FormPart.form(
          to: corrected.map { Addresses.groupMeetingCorrection.path(Pair(group.id, $0.id)) }
            ?? Addresses.newGroupMeeting.path(group.id), asked.visitor,
          each: form.fields() + [FormPart.button(corrected == nil ? "För in mötet" : "Rätta mötet")]),
      ]))
  }
}
