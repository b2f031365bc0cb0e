import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Store

/// A meeting of a group: who was there by party, whether all four parties were, and what was noted.
enum ShowGroupMeeting {
  static func show(_ asked: Asked, _ place: Pair<String, Int64>) throws -> Answer {
    try page(asked, place, faults: [])
  }

  static func page(_ asked: Asked, _ place: Pair<String, Int64>, faults: [FieldFault]) throws -> Answer {
    guard let (group, recorded, association) = try HoldGroupMeeting.find(asked, place) else { return .notFound }
    let draft = recorded.meeting.draft
    let parties = recorded.meeting.parties(in: association)
    let mayWrite = recorded.stands && Access.bookkeepers.admits(asked.user)
    return .page(
      Page(
        title: "\(group.title) \(draft.day.text)", section: .groups,
        trail: [Page.Link("Grupper", Addresses.groups.path()), Page.Link(group.title, Addresses.group.path(group.id))],
        main: .joined([
          FormPart.summary(of: faults), standing(recorded, group),
          MoneyPart.facts([
            ("Fyra parter", GroupPart.mark(parties, association, of: group)), ("Dag", .text(draft.day.text)),
            ("Hölls", .text(GroupPart.form(draft.form))), ("Var", .text(draft.place)),
            ("Infört", .text("\(SwedishTime.text(recorded.at)), \(recorded.by)")),
          ]),
          tag("h2", .text("Vilka som var med")), came(draft, association),
          draft.notes.isEmpty
            ? .empty
            : tag("h2", .text("Anteckningar")) + GroupPart.notes(draft.notes, title: "Anteckningar"),
          mayWrite ? change(asked, place, faults) : .empty,
        ])), status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  /// That the meeting is not as it stands any more, or what it stands instead of.
  private static func standing(_ recorded: RecordedMeeting, _ group: Group) -> HTML {
    var words: [HTML] = []
    if let other = recorded.correctedBy {
      words.append(
        tag(
          "p", [.class("warning")], .text("Mötet är rättat. "),
          MoneyPart.link("Se det som gäller", Addresses.groupMeeting.path(Pair(group.id, other))), .text(".")))
    }
    if let reason = recorded.withdrawal {
      words.append(tag("p", [.class("warning")], .text("Mötet är borttaget: \(reason)")))
    }
    if let other = recorded.corrects {
      words.append(
        tag(
          "p", .text("Rättat: \(recorded.reason) "),
          MoneyPart.link("Se det som stod förut", Addresses.groupMeeting.path(Pair(group.id, other))), .text(".")))
    }
    return .joined(words)
  }

  private static func came(_ draft: GroupMeeting.Draft, _ association: Association) -> HTML {
    let known = GroupPart.byParty(association.members).map { (id: $0.id, name: $0.name) }
    // A member that has been taken away since is still said, by its short name.
    let others = Set(draft.attendances.map(\.partyID)).subtracting(known.map(\.id)).sorted()
      .map { (id: $0, name: $0.isEmpty ? "Övriga" : $0) }
    return .joined(
      (known + others).compactMap { party -> HTML? in
        let own = draft.attendances.filter { $0.partyID == party.id }
        guard !own.isEmpty else { return nil }
        return tag("h3", .text(party.name))
          + tag(
            "ul",
            each: own.map {
              tag("li", .text(GroupPart.person($0.name, $0.function) + ($0.isGuest ? " (gäst)" : "")))
            })
      })
  }

  private static func change(_ asked: Asked, _ place: Pair<String, Int64>, _ faults: [FieldFault]) -> HTML {
    tag(
      "p", [.class("toolbar")],
      tag("a", [.class("button"), .href(.path(Addresses.groupMeetingCorrection.path(place)))], .text("Rätta mötet")))
      + tag(
        "details", faults.isEmpty ? [] : [.other("open", "")], tag("summary", .text("Ta bort mötet")),
        tag("p", .text("För ett möte som har förts in av misstag. Historiken har kvar det.")),
        FormPart.form(
          to: Addresses.groupMeetingWithdrawal.path(place), asked.visitor,
          each: [
            FormPart.field(
              FormPart.Field(
                name: GroupMeetingForm.Name.reason, label: "Varför?",
                value: asked.form.choice(GroupMeetingForm.Name.reason), isRequired: true), faults: faults),
            FormPart.button("Ta bort mötet", kind: "secondary"),
          ]))
  }
}
