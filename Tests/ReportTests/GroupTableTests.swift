import Association
import Ledger
import Statements
import TestKit
import Testing

@testable import Report

/// The groups' meetings and FINSAM plans in the report.
struct GroupTableTests {
  private static func plan(_ group: String, _ frame: Int64, _ items: [FinsamPlan.Item]) throws -> LocalPlan {
    let draft = try FinsamPlan.Draft(
      FinsamPlan.Content(frame: Money(kronor: frame), items: items), insatser: nil)
    let decided = try draft.decided(Decision(date: CalendarDate("2021-11-19"), paragraph: "§ 46"), today: nil)
    return LocalPlan(groupID: group, year: 2022, state: .decided(decided))
  }

  private static func meeting(_ group: String, _ day: String, _ parties: [String]) throws -> GroupMeeting {
    let source = try source()
    return try GroupMeeting(
      GroupMeeting.Draft(
        groupID: group, day: try #require(CalendarDate(day)), form: .remote,
        attendances: parties.map { GroupMeeting.Attendance(name: "", function: "Chef", partyID: $0) }),
      in: source.association, today: try #require(CalendarDate("2023-02-01")))
  }

  private static func source() throws -> AnnualReport.Source {
    var source = AnnualReport.Source.example
    source.association.groups = [
      Group(id: "lsg-norrby", title: "LSG Norrby", kind: .localGroup, memberID: "NORRBY"),
      Group(id: "lsg-soderby", title: "LSG Söderby", kind: .localGroup, memberID: "SODERBY"),
    ]
    return source
  }

  @Test func `a report without groups' meetings and plans has neither table`() throws {
    let report = AnnualReport.assembled(from: .example)
    #expect(report.table("gruppmoten") == nil && report.table("finsamplaner") == nil)
    var source = try Self.source()
    let draft = try FinsamPlan.Draft(FinsamPlan.Content(frame: Money(kronor: 1)), insatser: nil)
    source.plans = [LocalPlan(groupID: "lsg-norrby", year: 2022, state: .draft(draft))]
    source.groupMeetings = [try Self.meeting("lsg-norrby", "2021-03-01", ["FK"])]
    let other = AnnualReport.assembled(from: source)
    #expect(other.table("gruppmoten") == nil && other.table("finsamplaner") == nil)
  }

  @Test func `each group's meetings are counted, and those of all four parties among them`() throws {
    var source = try Self.source()
    let all = ["FK", "AF", "REG", "NORRBY"]
    source.groupMeetings = [
      try Self.meeting("lsg-norrby", "2022-03-01", all), try Self.meeting("lsg-norrby", "2022-05-01", ["FK"]),
      // Norrby is not the municipality of the group in Söderby.
      try Self.meeting("lsg-soderby", "2022-05-01", all), try Self.meeting("lsg-norrby", "2021-05-01", all),
    ]
    let report = AnnualReport.assembled(from: source)
    let table = try #require(report.table("gruppmoten"))
    #expect(table.rows.map(\.title) == ["LSG Norrby", "LSG Söderby", "Summa"])
    #expect(table.rows.map { $0.cells.map { $0.figure?.count } } == [[2, 1], [1, 0], [3, 1]])
    #expect(report.figures["gruppmoten.lsg-norrby.fyrpart"]?.figure.count == 1)
    #expect(report.chapter("uppfoljning-struktur")?.blocks.contains(.table(table)) == true)
  }

  @Test func `decided plans stand with frame, granted, used and left, and the columns add up as they are printed`()
    throws
  {
    var source = try Self.source()
    source.plans = [
      try Self.plan(
        "lsg-norrby", 3_500_000,
        [
          FinsamPlan.Item(title: "", insatsID: "BRON", amount: Money(kronor: 3_000_000)),
          FinsamPlan.Item(title: "Förstudie", amount: Money(kronor: 500_000)),
        ]),
      try Self.plan(
        "lsg-soderby", 900_000, [FinsamPlan.Item(title: "", insatsID: "KOMPASSEN", amount: Money(kronor: 900_000))]),
    ]
    let report = AnnualReport.assembled(from: source)
    let table = try #require(report.table("finsamplaner"))
    let note = try #require(report.table("projektnot"))
    func amount(_ row: String, _ column: String) -> Money? { table.figure(row, column)?.amount }
    #expect(amount("lsg-norrby", "granted") == Money(kronor: 3_000_000))
    #expect(amount("lsg-norrby", "left") == Money(kronor: 500_000))
    #expect(amount("lsg-soderby", "left") == Money(kronor: -20_000))
    #expect(amount("summa", "frame") == Money(kronor: 4_400_000))
    let bron = note.rows.filter { $0.id.hasPrefix("BRON") }.compactMap { note.figure($0.id, "outcome")?.amount }.sum()
    #expect(amount("lsg-norrby", "outcome") == bron && bron != .zero)
    guard case .ledger? = table.figure("lsg-norrby", "outcome")?.origin else {
      Issue.record("What is used opens down to its vouchers.")
      return
    }
    for column in ["frame", "granted", "outcome", "left"] {
      let printed = table.rows.map { table.figure($0.id, column).flatMap(table.printedUnits) ?? 0 }
      #expect(printed[0] + printed[1] == printed[2], "\(column)")
    }
    #expect(report.figures["finsamplaner.summa.frame"]?.figure.amount == Money(kronor: 4_400_000))
    #expect(report.chapter("insatser")?.blocks.contains(.table(table)) == true)
  }
}
