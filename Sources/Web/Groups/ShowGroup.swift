import Association
import Desk
import Ledger
import Press
import Report
import Store

/// A group on one page: who sits in it by party, whom it lacks, when it has met and who came, its plan and its cases.
enum ShowGroup {
  static func show(_ asked: Asked, _ id: String) throws -> Answer {
    let association = try asked.store.association()
    guard let group = association.groups.first(where: { $0.id == id }) else { return .notFound }
    let meetings = try asked.store.groupMeetings(of: id)
    let plans = try asked.store.finsamPlans().filter { $0.plan.groupID == id }
    let mayWrite = Access.bookkeepers.admits(asked.user)
    return .page(
      Page(
        title: group.title, section: .groups, trail: [Page.Link("Grupper", Addresses.groups.path())],
        main: .joined([
          MoneyPart.facts([
            ("Vad gruppen är", .text(group.kind.title)),
            ("Kommun", .text(group.memberID.map { GroupPart.member($0, association) } ?? "")),
            ("Finns", .text(GroupPart.span(group.from, group.until))),
          ]),
          mayWrite
            ? tag(
              "p", [.class("toolbar")],
              tag("a", [.class("button"), .href(.path(Addresses.newGroupMeeting.path(id)))], .text("För in ett möte")),
              tag("a", [.href(.path(Addresses.groupChange.path(id)))], .text("Ändra gruppen"))) : .empty,
          seats(group, association, asked.today), held(group, meetings, association),
          group.kind == .localGroup || !plans.isEmpty ? planned(group, plans, asked, mayWrite) : .empty,
          cases(group, association),
        ])))
  }

  private static func seats(_ group: Group, _ association: Association, _ today: CalendarDate) -> HTML {
    let sitting = group.members(on: today)
    let parties = FourParties(
      present: sitting.map(\.partyID), members: association.members, municipalityID: group.memberID)
    let former = group.members.filter { !$0.sits(on: today) }
    func line(_ member: GroupMember) -> HTML {
      let span = GroupPart.span(member.from, member.until)
      return tag(
        "li", .text(GroupPart.person(member.name, member.function)),
        span.isEmpty ? .empty : .text(" ") + tag("span", [.class("quiet")], .text(span)))
    }
    let byParty = GroupPart.byParty(association.members).compactMap { party -> HTML? in
      let own = sitting.filter { $0.partyID == party.id }
      return own.isEmpty ? nil : tag("h3", .text(party.name)) + tag("ul", each: own.map(line))
    }
    let missing = Words.names(parties, association, of: group)
    return tag(
      "section", [.labelled(by: "ledamoter")], tag("h2", [.id("ledamoter")], .text("Vilka som sitter i gruppen")),
      sitting.isEmpty ? tag("p", [.class("empty")], .text("Ingen sitter i gruppen i dag.")) : .joined(byParty),
      missing.isEmpty || sitting.isEmpty
        ? .empty
        : tag("p", [.class("warning")], .text("Saknar ledamot från: \(missing.joined(separator: ", ")).")),
      former.isEmpty
        ? .empty
        : tag(
          "details", tag("summary", .text("Visa dem som inte sitter i dag")),
          tag(
            "ul",
            each: former.map { member in
              tag(
                "li",
                .text(
                  "\(GroupPart.person(member.name, member.function)), \(GroupPart.member(member.partyID, association)) "
                ),
                tag("span", [.class("quiet")], .text(GroupPart.span(member.from, member.until))))
            })))
  }

  private static func held(_ group: Group, _ meetings: [RecordedMeeting], _ association: Association) -> HTML {
    let standing = meetings.filter(\.stands).reversed()
    let whole = standing.count { $0.meeting.parties(in: association).isWhole }
    return tag(
      "section", [.labelled(by: "moten")], tag("h2", [.id("moten")], .text("Möten")),
      standing.isEmpty
        ? tag("p", [.class("empty")], .text("Inget möte är infört."))
        : tag(
          "p",
          .text(
            "\(Words.count(standing.count, "möte", "möten")), \(whole) av dem med alla fyra parter."))
          + MoneyPart.table(
            "Gruppens möten",
            [
              MoneyPart.Column("Dag"), MoneyPart.Column("Parter"), MoneyPart.Column("Hur"),
              MoneyPart.Column("Deltog", isNumber: true),
            ],
            rows: standing.map { recorded in
              let draft = recorded.meeting.draft
              return [
                MoneyPart.link(draft.day.text, Addresses.groupMeeting.path(Pair(group.id, recorded.id))),
                GroupPart.mark(recorded.meeting.parties(in: association), association, of: group),
                .text(GroupPart.form(draft.form)), .text("\(draft.attendances.count)"),
              ]
            }))
  }

  private static func planned(_ group: Group, _ plans: [RecordedPlan], _ asked: Asked, _ mayWrite: Bool) -> HTML {
    let years = Set(plans.map(\.plan.year)).union([asked.today.year, asked.today.year + 1])
    return tag(
      "section", [.labelled(by: "planer")], tag("h2", [.id("planer")], .text("FINSAM-plan")),
      tag(
        "ul",
        each: years.sorted(by: >).compactMap { year -> HTML? in
          let plan = plans.first { $0.plan.year == year }
          guard plan != nil || mayWrite else { return nil }
          return tag(
            "li",
            MoneyPart.link(
              plan == nil ? "Skriv planen för \(year)" : "Planen för \(year)",
              Addresses.finsamPlan.path(Pair(year, group.id))),
            plan.map { .text(" ") + FinsamPlanPart.badge($0.plan.state) } ?? .empty,
            plan.map {
              .text(" ") + tag("span", [.class("quiet")], .text("ram \(Numerals.kronor($0.plan.state.content.frame))"))
            } ?? .empty)
        }))
  }

  /// Consultation cases that are said to be the team's, period by period, the latest first.
  private static func cases(_ group: Group, _ association: Association) -> HTML {
    let own = association.caseCounts.filter { $0.kind == .consultation && $0.groupID == group.id }
      .sorted { ($1.period.lowerBound, $0.ground) < ($0.period.lowerBound, $1.ground) }
    guard group.kind == .consultationTeam || !own.isEmpty else { return .empty }
    let year = own.first?.year
    return tag(
      "section", [.labelled(by: "arenden")], tag("h2", [.id("arenden")], .text("Konsultationsärenden")),
      own.isEmpty
        ? tag(
          "p", [.class("empty")],
          .text("Inga ärenden är räknade. De skrivs under Progression och ärenden, med gruppens namn som team."))
        : MoneyPart.table(
          "Konsultationsärenden per period",
          [MoneyPart.Column("Period"), MoneyPart.Column("Skäl"), MoneyPart.Column("Antal", isNumber: true)],
          rows: own.map { cases in
            [
              .text(FollowUpPart.period(cases.period)), .text(cases.ground),
              .text(Numerals.whole(Int64(cases.count))),
            ]
          })
          + tag(
            "p", [.class("hint")], .text("Arbetsmaterial: här står antalen som de är skrivna. "),
            year.map {
              MoneyPart.link(
                "Alla konsultationsärenden \($0)",
                Addresses.counts.path(Pair($0, FollowUpList.consultations.rawValue)))
            } ?? .empty))
  }
}
