import Association
import Desk
import Ledger
import Press
import Report
import Store

/// The groups in which the parties meet: how many meetings each has had this year, and whether all four parties came.
enum ListGroups {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    let year = asked.today.year
    let meetings = Dictionary(
      grouping: try asked.store.groupMeetings().filter { $0.stands && $0.meeting.draft.day.year == year },
      by: \.meeting.draft.groupID)
    let standing = association.groups.filter { $0.isStanding(on: asked.today) }
    let ended = association.groups.filter { !$0.isStanding(on: asked.today) }
    let mayWrite = Access.bookkeepers.admits(asked.user)
    return .page(
      Page(
        title: "Grupper", section: .groups, isWide: true,
        main: .joined([
          tag(
            "p", [.class("lead")],
            .text(
              "Där parterna möts mellan styrelsens möten. En äkta fyrpart är ett möte där Försäkringskassan, Arbetsförmedlingen, "
                + "regionen och kommunen alla är med.")),
          tag(
            "p", [.class("toolbar")],
            mayWrite
              ? tag("a", [.class("button"), .href(.path(Addresses.newGroup.path()))], .text("Ny grupp")) : .empty,
            tag("a", [.href(.path(Addresses.finsamPlans.path(WorkingYear.of(asked))))], .text("FINSAM-planer")),
            tag("a", [.href(.path(Addresses.handbookPage.path("grupper.md")))], .text("Handboken om grupper"))),
          association.groups.isEmpty ? tag("p", [.class("empty")], .text("Ingen grupp är inlagd än.")) : .empty,
          .joined(
            Group.Kind.allCases.map { kind in
              let own = standing.filter { $0.kind == kind }
              return own.isEmpty
                ? .empty : tag("h2", .text(heading(kind))) + table(own, asked.today, meetings, association)
            }),
          ended.isEmpty
            ? .empty
            : tag("h2", .text("Grupper som inte finns i dag")) + table(ended, asked.today, meetings, association),
        ])))
  }

  private static func heading(_ kind: Group.Kind) -> String {
    switch kind {
    case .localGroup: "Lokala samverkansgrupper"
    case .preparation: "Beredningsgrupper"
    case .regionalForum: "Regionala forum"
    case .consultationTeam: "Konsultationsteam"
    case .network: "Nätverk"
    case .steering: "Styrgrupper"
    }
  }

  private static func table(
    _ groups: [Group], _ today: CalendarDate, _ meetings: [String: [RecordedMeeting]], _ association: Association
  ) -> HTML {
    MoneyPart.table(
      "Grupper",
      [
        MoneyPart.Column("Grupp"), MoneyPart.Column("Kommun"), MoneyPart.Column("Ledamöter", isNumber: true),
        MoneyPart.Column("Möten \(today.year)", isNumber: true),
        MoneyPart.Column("Med alla fyra parter", isNumber: true),
        MoneyPart.Column("Senaste mötet"),
      ],
      rows: groups.map { group in
        let own = meetings[group.id] ?? []
        return [
          MoneyPart.link(group.title, Addresses.group.path(group.id)),
          .text(group.memberID.map { GroupPart.member($0, association) } ?? "–"),
          .text("\(group.members(on: today).count)"),
          .text("\(own.count)"), .text("\(own.count { $0.meeting.parties(in: association).isWhole })"),
          own.last.map { last in
            MoneyPart.link(last.meeting.draft.day.text, Addresses.groupMeeting.path(Pair(group.id, last.id)))
          } ?? .text("–"),
        ]
      })
  }
}
