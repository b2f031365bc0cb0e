import Association
import Foundation
import Ledger
import TestKit
import Testing

@testable import Store

/// Groups' meetings and FINSAM plans as the book keeps them and refuses to keep them.
@Suite struct GroupStoreTests {
  private static let group = Group(id: "lsg-a", title: "LSG A", kind: .localGroup, memberID: "A")

  private static func association() -> Association {
    var association = Association.example
    association.members = [
      Member(id: "FK", name: "Försäkringskassan", kind: .state), Member(id: "A", name: "A kommun", kind: .municipality),
    ]
    association.insatser = ["X", "Y"].map { Insats(id: $0, name: "Insats \($0)", kind: .individual, ownerID: "A") }
    association.groups = [group, Group(id: "natverk", title: "Nätverket", kind: .network)]
    return association
  }

  private static func draft(_ date: String, in group: String = "lsg-a", notes: String = "") throws -> GroupMeeting.Draft
  {
    GroupMeeting.Draft(
      groupID: group, day: try day(date), form: .mixed, place: "Rådhuset", notes: notes,
      attendances: [
        GroupMeeting.Attendance(name: "Namn", function: "Chef", partyID: "A"),
        GroupMeeting.Attendance(name: "", function: "Handläggare", partyID: "FK"),
        GroupMeeting.Attendance(name: "", function: "Gäst", partyID: "", isGuest: true),
      ])
  }

  @Test func `the eighteenth migration is what was shipped`() {
    let digest = LineDigest()
    digest.put(M0018.sql)
    #expect(digest.hash == "4ed55369d01c70343022ad7744ad69dfdfbccf07ebcdf695c7f509bb30542273")
  }

  @Test func `a meeting comes back as it was said, and a correction points to what it corrects`() throws {
    let book = try Book(Self.association())
    let today = try day("2026-02-15")
    let first = try Self.draft("2025-03-31", notes: "# Rubrik")
    let second = try Self.draft("2025-03-30", notes: "Rättat")
    let id = try book.store.together(by: .tester, at: .now1) { try $0.hold(first, today: today) }
    let other = try book.store.together(by: .tester, at: .now2) {
      try $0.hold(second, today: today, correcting: id, because: "Fel dag")
    }
    try book.reopen()

    let meetings = try book.store.groupMeetings(of: "lsg-a")
    #expect(meetings.map(\.meeting.draft) == [second, first] && meetings.map(\.stands) == [true, false])
    #expect(meetings[0].corrects == id && meetings[0].reason == "Fel dag" && meetings[1].correctedBy == other)
    #expect(try book.store.groupMeeting(id)?.by == Actor.tester.name)

    func refused(_ refusal: GroupMeeting.Refusal, _ body: (Store.Writing) throws -> Void) {
      #expect(throws: refusal) { try book.store.together(by: .tester, at: .now2, body) }
    }
    refused(.corrected(by: other)) { _ = try $0.hold(first, today: today, correcting: id, because: "Igen") }
    refused(.reasonMissing) { _ = try $0.hold(first, today: today, correcting: other) }
    refused(.nothingChanged) { _ = try $0.hold(second, today: today, correcting: other, because: "Skäl") }
    refused(.unknownMeeting) {
      _ = try $0.hold(try Self.draft("2025-03-30", in: "natverk"), today: today, correcting: other, because: "Skäl")
    }
    refused(.unknownMeeting) { try $0.withdrawMeeting(99, because: "Skäl") }
    try book.store.together(by: .tester, at: .now2) { try $0.withdrawMeeting(other, because: "Aldrig hållet") }
    refused(.withdrawn) { _ = try $0.hold(first, today: today, correcting: other, because: "Skäl") }
    #expect(try book.store.groupMeetings().allSatisfy { !$0.stands })
    #expect(
      try book.store.history().map(\.act).suffix(3) == [.holdGroupMeeting, .correctGroupMeeting, .withdrawGroupMeeting])
    #expect(try book.store.verify().findings == [])
  }

  /// Steps that may or may not be possible.
  private static func event(_ random: inout SeededGenerator) throws -> FinsamPlan.Event {
    let date = try day("2025-01-\(Int.random(in: 10...20, using: &random))")
    switch Int.random(in: 0...6, using: &random) {
    case 0, 1:
      return .saved(
        FinsamPlan.Content(
          frame: Money(ore: Int64.random(in: 0...500, using: &random)), goals: "Mål",
          items: (0..<Int.random(in: 0...2, using: &random)).map { place in
            FinsamPlan.Item(
              title: "Plan \(place)", insatsID: ["", "X", "Z"].randomElement(using: &random) ?? "",
              amount: Money(ore: Int64.random(in: 0...200, using: &random)))
          }), because: ["", "Skäl"].randomElement(using: &random) ?? "")
    case 2, 3: return .decided(Decision(date: date, paragraph: ["§ 1", ""].randomElement(using: &random) ?? ""))
    case 4: return .dropped
    case 5: return .linked(place: Int.random(in: 0...2, using: &random), to: "Y")
    default: return .followedUp("Det gick", on: date)
    }
  }

  @Test func `whatever is tried, the book has the state that the steps lead to, and no step that was refused`() throws {
    let today = try day("2025-01-18")
    for seed in 1...6 {
      var random = SeededGenerator(seed: UInt64(seed))
      let book = try Book(Self.association())
      var content = FinsamPlan.Content(frame: Money(kronor: 1))
      content.items = [FinsamPlan.Item(title: "Förstudie", amount: Money(ore: 50))]
      let begun = content
      let id = try book.store.together(by: .tester, at: .now1) {
        try $0.beginPlan(of: "lsg-a", year: 2025, begun)
      }
      var events: [FinsamPlan.Event] = [.saved(begun, because: "")]
      var state = try FinsamPlan.State(beginning: events[0])
      for _ in 0..<25 {
        let event = try Self.event(&random)
        let insatser = Self.association().insatser
        // What the pure state refuses the book refuses with the same words.
        let expected: Result<FinsamPlan.State, FinsamPlan.Refusal> = Result { () throws(FinsamPlan.Refusal) in
          try state.after(event, insatser: insatser, today: today)
        }
        switch expected {
        case .success(let next):
          let plan = try book.store.together(by: .tester, at: .now2) {
            try $0.take(event, inPlan: id, today: today)
          }
          #expect(plan.state == next)
          state = next
          events.append(event)
        case .failure(let refusal):
          #expect(throws: refusal) {
            try book.store.together(by: .tester, at: .now2) { _ = try $0.take(event, inPlan: id, today: today) }
          }
        }
      }
      try book.reopen()
      let kept = try #require(try book.store.finsamPlan(id))
      #expect(kept.plan.state == state && kept.steps.map(\.event) == events, "\(seed)")
      #expect(try book.store.verify().findings == [], "\(seed)")
    }
  }

  @Test func `a plan is a local group's, one for each year`() throws {
    let book = try Book(Self.association())
    let content = FinsamPlan.Content(frame: Money(kronor: 1))
    try book.store.together(by: .tester, at: .now1) { _ = try $0.beginPlan(of: "lsg-a", year: 2025, content) }
    func refused(_ refusal: FinsamPlan.Refusal, _ body: (Store.Writing) throws -> Void) {
      #expect(throws: refusal) { try book.store.together(by: .tester, at: .now2, body) }
    }
    refused(.planStands(year: 2025)) { _ = try $0.beginPlan(of: "lsg-a", year: 2025, content) }
    refused(.notALocalGroup(.network)) { _ = try $0.beginPlan(of: "natverk", year: 2025, content) }
    refused(.unknownGroup("x")) { _ = try $0.beginPlan(of: "x", year: 2025, content) }
    refused(.noFrame) { _ = try $0.beginPlan(of: "lsg-a", year: 2026, FinsamPlan.Content(frame: .zero)) }
    #expect(try book.store.finsamPlans().count == 1)
  }

  @Test func `what would break a rule is refused by the database`() throws {
    let book = try Book(Self.association())
    let today = try day("2026-02-15")
    let decision = Decision(date: try day("2025-01-01"), paragraph: "§ 1")
    try book.store.together(by: .tester, at: .now1) { writing in
      let meeting = try writing.hold(try Self.draft("2025-03-31"), today: today)
      _ = try writing.hold(
        try Self.draft("2025-03-30"), today: today, correcting: meeting, because: "Fel dag")
      let withdrawn = try writing.hold(try Self.draft("2025-05-01"), today: today)
      try writing.withdrawMeeting(withdrawn, because: "Aldrig hållet")
      let content = FinsamPlan.Content(
        frame: Money(ore: 10), items: [FinsamPlan.Item(title: "Ny", amount: Money(ore: 10))])
      let plan = try writing.beginPlan(of: "lsg-a", year: 2025, content)
      try writing.take(.decided(decision), inPlan: plan, today: today)
      let over = FinsamPlan.Content(
        frame: Money(ore: 9), items: [FinsamPlan.Item(title: "Ny", amount: Money(ore: 10))])
      let other = try writing.beginPlan(of: "lsg-a", year: 2026, over)
      #expect(throws: FinsamPlan.Refusal.overFrame(planned: Money(ore: 10), frame: Money(ore: 9))) {
        try writing.take(.decided(decision), inPlan: other, today: today)
      }
    }
    let now = "(SELECT MAX(sequence) FROM history)"
    let line = "INSERT INTO history SELECT MAX(sequence) + 1, 0, 'x', 'group-meeting', 'x', 1 FROM history;"
    func meeting(_ group: String, corrects: String, reason: String = "x") -> String {
      "INSERT INTO group_meeting VALUES (9, '\(group)', 20250101, 'plats', '', '', \(corrects), '\(reason)', \(now))"
    }
    func step(_ plan: Int, _ kind: String, words: String = "") -> String {
      "INSERT INTO finsam_plan_step VALUES (90, \(plan), '\(kind)', '\(words)', \(now));"
    }
    let attacks: [(sql: String, words: String)] = [
      ("UPDATE group_meeting SET notes = 'x'", "never changed"), ("DELETE FROM group_attendance", "never deleted"),
      ("UPDATE finsam_plan_content SET frame_ore = 999", "never changed"),
      (meeting("lsg-a", corrects: "1"), "UNIQUE"), (meeting("natverk", corrects: "2"), "same group"),
      (meeting("lsg-a", corrects: "3"), "withdrawn is not corrected"),
      (meeting("lsg-a", corrects: "2", reason: " "), "CHECK"), (meeting("lsg-a", corrects: "NULL"), "CHECK"),
      ("INSERT INTO group_attendance VALUES (2, 9, 'x', '', 'A', 0, \(now))", "with the meeting"),
      (
        meeting("lsg-a", corrects: "NULL", reason: "")
          + "; INSERT INTO group_attendance VALUES (9, 0, '', '', 'A', 0, \(now))",
        "CHECK"
      ),
      (
        meeting("lsg-a", corrects: "NULL", reason: "")
          + "; INSERT INTO group_attendance VALUES (9, 0, 'x', '', '', 0, \(now))",
        "CHECK"
      ),
      ("INSERT INTO group_meeting_end VALUES (1, 'x', \(now))", "withdrawn once"),
      ("INSERT INTO group_meeting_end VALUES (3, 'x', \(now))", "withdrawn once"),
      ("INSERT INTO finsam_plan VALUES (9, 'lsg-a', 2025, \(now))", "UNIQUE"),
      (step(1, "decided"), "does not follow"), (step(1, "dropped"), "does not follow"),
      (step(2, "linked"), "does not follow"), (step(2, "followed-up"), "does not follow"),
      (step(2, "dropped"), "does not follow"), (step(1, "saved"), "for a reason"),
      (step(2, "decided"), "no more than its frame"),
      ("INSERT INTO finsam_plan_content VALUES (2, 5, '', \(now))", "said with it"),
      (
        step(1, "saved", words: "x") + "INSERT INTO finsam_plan_decision VALUES (90, 20250101, 'x', \(now))",
        "said with it"
      ),
      ("INSERT INTO finsam_plan_item VALUES (1, 5, 'x', '', 5, \(now))", "said with it"),
      (step(1, "saved", words: "x") + "INSERT INTO finsam_plan_content VALUES (90, 0, '', \(now))", "CHECK"),
    ]
    for attack in attacks {
      let said = #expect(throws: (any Error).self, "\(attack.sql)") { try book.attack(line + attack.sql) }
      let words = said.map { "\($0)" } ?? ""
      #expect(words.contains(attack.words), "\(attack.sql): \(words)")
    }
    #expect(try book.store.verify().findings == [])
  }
}
