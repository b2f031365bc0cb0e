import Association
import Ledger
import TestKit
import Testing

/// Who must be there for a meeting to be of all four parties, and which meetings can have been.
struct GroupTests {
  static let members = [
    Member(id: "FK", name: "Försäkringskassan", kind: .state),
    Member(id: "2", name: "Arbetsförmedlingen", kind: .state),
    Member(id: "REG", name: "Region Exempel", kind: .region), Member(id: "A", name: "A kommun", kind: .municipality),
    Member(id: "B", name: "B kommun", kind: .municipality),
  ]

  static let association: Association = {
    var association = Association(name: "Förbundet", organisationNumber: "222000-0000")
    association.members = members
    association.groups = [
      Group(
        id: "lsg-a", title: "LSG A", kind: .localGroup, memberID: "A", from: CalendarDate("2020-01-01"),
        until: CalendarDate("2026-12-31")), Group(id: "natverk", title: "Nätverket", kind: .network),
    ]
    return association
  }()

  private func meeting(
    _ day: String, in group: String = "lsg-a", _ parties: [String], today: String = "2026-02-15"
  ) throws -> GroupMeeting {
    try GroupMeeting(
      GroupMeeting.Draft(
        groupID: group, day: try #require(CalendarDate(day)), form: .inPerson,
        attendances: parties.map { GroupMeeting.Attendance(name: "", function: "Chef", partyID: $0) }),
      in: Self.association, today: try #require(CalendarDate(today)))
  }

  @Test func `four parties are there when each of them is, whoever else came`() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<2_000 {
      let there = Self.members.map(\.id).filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
      let others = Bool.random(using: &random) ? ["", "okänd"] : []
      let own = ["A", "B", nil].randomElement(using: &random) ?? nil
      let parties = FourParties(present: there + others, members: Self.members, municipalityID: own)
      var missing: [Party] = []
      if !there.contains("FK") { missing.append(.socialInsurance) }
      if !there.contains("2") { missing.append(.employmentService) }
      if !there.contains("REG") { missing.append(.region) }
      let hasMunicipality = own.map { there.contains($0) } ?? (there.contains("A") || there.contains("B"))
      if !hasMunicipality { missing.append(.municipality) }
      #expect(parties.missing == missing && parties.isWhole == missing.isEmpty)
    }
  }

  @Test func `a municipality stands for the region where there is none (5 a §)`() {
    let members = Self.members.filter { $0.kind != .region }
    #expect(FourParties(present: ["FK", "2", "A"], members: members).isWhole)
    #expect(FourParties(present: ["FK", "2"], members: members).missing == [.region, .municipality])
  }

  @Test func `the state's two are known by name or short name, and another is neither`() {
    let parties = [("FK", "x"), ("x", "Försäkringskassan Sydost"), ("af", "y"), ("S", "Staten")].map {
      Member(id: $0.0, name: $0.1, kind: .state).party
    }
    #expect(parties == [.socialInsurance, .socialInsurance, .employmentService, nil])
  }

  @Test func `a meeting that cannot have been is refused with the reason`() throws {
    let all = ["FK", "2", "REG", "A"]
    #expect(try meeting("2025-03-31", all).parties(in: Self.association).isWhole)
    let from = CalendarDate("2020-01-01")
    let until = CalendarDate("2026-12-31")
    let early = try #require(CalendarDate("2019-12-31"))
    #expect(throws: GroupMeeting.Refusal.notStanding(early, from: from, until: until)) {
      try meeting("2019-12-31", all)
    }
    #expect(throws: GroupMeeting.Refusal.self) { try meeting("2026-02-16", all) }
    #expect(throws: GroupMeeting.Refusal.nobodyThere) { try meeting("2025-03-31", []) }
    #expect(throws: GroupMeeting.Refusal.unknownParty("C")) { try meeting("2025-03-31", all + ["C"]) }
    #expect(throws: GroupMeeting.Refusal.unknownParty("")) { try meeting("2025-03-31", [""]) }
    #expect(throws: GroupMeeting.Refusal.unknownGroup("x")) { try meeting("2025-03-31", in: "x", all) }
    #expect(try meeting("2010-03-31", in: "natverk", ["B"]).parties(in: Self.association).missing.count == 3)
  }

  @Test func `a guest of no party is welcome, and counts for none`() throws {
    let draft = GroupMeeting.Draft(
      groupID: "natverk", day: try #require(CalendarDate("2025-03-31")), form: .remote,
      attendances: [
        GroupMeeting.Attendance(name: "", function: "Föreläsare", partyID: "", isGuest: true),
        GroupMeeting.Attendance(name: "", function: "Chef", partyID: "FK", isGuest: true),
      ])
    let today = try #require(CalendarDate("2026-02-15"))
    let meeting = try GroupMeeting(draft, in: Self.association, today: today)
    #expect(meeting.parties(in: Self.association).missing == [.employmentService, .region, .municipality])
  }
}
