import Association
import Ledger
import Store
import Testing

@testable import Web

/// A group with members, a meeting that one party missed and a plan that is decided, for tests of whole pages.
enum GroupFill {
  static let group = Group(
    id: "lsg-karlskrona", title: "LSG Karlskrona", kind: .localGroup, memberID: "KARLSKRONA",
    members: [
      GroupMember(function: "Enhetschef", partyID: "FK"), GroupMember(function: "Verksamhetschef", partyID: "REG"),
      GroupMember(name: "Kim Exempel", function: "Socialchef", partyID: "KARLSKRONA"),
    ])

  static func fill(_ kit: OfficeKit) throws {
    let day = try #require(CalendarDate("2022-03-31"))
    let decided = Decision(date: CalendarDate("2021-11-20"), paragraph: "§ 66")
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      var association = try writing.association()
      association.groups.append(group)
      association.localAllocations.append(
        LocalAllocation(year: 2022, amount: Money(kronor: 3_000_000), decision: decided))
      try writing.record(association)
      _ = try writing.hold(
        GroupMeeting.Draft(
          groupID: group.id, day: day, form: .mixed, place: "Rådhuset", notes: "## Läget\n\n- Planen gicks igenom",
          attendances: group.members.map {
            GroupMeeting.Attendance(name: $0.name, function: $0.function, partyID: $0.partyID)
          }), today: kit.clock.today)
      let plan = try writing.beginPlan(
        of: group.id, year: 2022,
        FinsamPlan.Content(
          frame: Money(kronor: 3_300_000), goals: "Fler ska vidare.",
          items: [
            FinsamPlan.Item(title: "", insatsID: "VISA", amount: Money(kronor: 3_100_000)),
            FinsamPlan.Item(title: "Förstudie ungas väg", amount: Money(kronor: 200_000)),
          ]))
      try writing.take(.decided(decided), inPlan: plan, today: kit.clock.today)
    }
  }
}
