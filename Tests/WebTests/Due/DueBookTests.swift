import Association
import HTTPTypes
import Ledger
import Store
import TestKit
import Testing

@testable import Web

/// One list of what is due, and who is shown what of it.
@Suite struct DueBookTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func things(_ kit: OfficeKit) throws -> [DueThing] {
    try DueBook(kit.store, today: kit.clock.today, now: kit.clock.now).things()
  }

  /// A place of each kind.
  static func place(_ number: Int) -> DueThing.Place { places[number % places.count] }

  static let places: [DueThing.Place] = [
    .deadline(year: 2026, id: "budget"), .wheel(2026), .budget(2027), .vat, .vatStatement(2025), .year(2022),
    .yearEnd(2022), .annualReport(2022), .reportFacts(2022), .reports, .report(1, period: "slut"), .application(1),
    .requisition(1), .invoice(1), .contributions(2026), .delivery(1), .newDelivery(insatsID: "SAMSA"), .survey(1),
    .thing("rapport/2022/kapitel/handelser"), .comments, .obstacle(1), .plan(2026, groupID: "lsg"),
    .board, .boardMeeting(1), .delegated,
  ]

  @Test func `every place is a page of the office, and whoever it admits reaches it`() {
    for place in Self.places {
      let link = DueLink(place)
      let path = String(link.path.split(separator: "?")[0])
      let doors = Door.all.filter { $0.method == .get && PathPattern($0.pattern).values(in: path) != nil }
      let door = doors.first { !$0.pattern.contains("{") } ?? doors.first
      #expect(door != nil, "\(path)")
      #expect(link.access != .roles([]), "\(path)")
      // What is said of the place is what its own door says, or narrower.
      for role in Role.allCases {
        let user = User(id: ID(rawValue: 1), name: "x", mail: "x@example.se", role: role)
        #expect(!link.access.admits(user) || doors.contains { $0.access.admits(user) }, "\(path) \(role)")
      }
    }
  }

  @Test func `the sources give the law's days, agreements, terms, surveys, questions and what waits`() async throws {
    let kit = try OfficeKit()
    var association = try kit.store.association()
    association.seats = [
      Seat(function: "Ordförande", memberID: "RONNEBY", until: try day("2026-03-31")),
      Seat(function: "Ledamot", memberID: "FK", until: try day("2026-03-31")),
    ]
    try kit.store.record(association, by: Actor(name: "Testet"), at: kit.clock.now)
    _ = try kit.store.comment(
      "Stämmer det?", at: "rapport/2022/kapitel/handelser", to: nil, by: Actor(name: "Test auditor"), at: kit.clock.now)
    _ = try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) {
      try $0.open(AnswerSurveyTests.round(), asked: 9)
    }

    let all = try things(kit)

    #expect(all.contains { $0.source == .wheel && $0.title.contains("årsredovisningen för 2025") })
    #expect(all.contains { $0.title == "Mandat i styrelsen går ut: 2 platser" && $0.day?.text == "2026-03-31" })
    #expect(all.contains { $0.source == .survey && $0.title.hasPrefix("Stäng enkäten") })
    let question = try #require(all.first { $0.source == .comment })
    // What somebody has written is told on the page, and not in a title that is sent by mail.
    #expect(question.isAsked && question.detail == "Stämmer det?" && !question.title.contains("Stämmer"))
    let (director, auditor) = (try #require(kit.users[.director]), try #require(kit.users[.auditor]))
    #expect(question.isFor(director) && !question.isFor(auditor))
    #expect(all.contains { $0.source == .comment && !$0.isAsked && $0.isFor(auditor) })

    let wheel = try await kit.visit(as: .viewer) { try await $0.get("/arshjul/2026") }
    #expect(wheel.body.contains("Mandat i styrelsen går ut: 2 platser") && wheel.body.contains("Stäng enkäten"))
    #expect(!wheel.body.contains("Stämmer det?"))
  }

  @Test func `a meeting of the board is called two weeks before it, and what was delegated is reported`() throws {
    let kit = try OfficeKit()
    try kit.store.together(by: Actor(name: "Testet"), at: kit.clock.now) { writing in
      _ = try writing.plan(MeetingPlan(number: 1, day: try day("2026-03-12"), agenda: [AgendaItem(title: "Budget")]))
      _ = try writing.record(
        DelegatedDecision(
          day: try day("2026-02-02"), by: "Förbundschefen", ground: "Delegationsordningen 3", words: "Hyrde en lokal."))
    }

    let meetings = try things(kit).filter { $0.source == .meeting }

    #expect(
      meetings.map(\.title) == [
        "Anmäl ett delegationsbeslut till styrelsen", "Kalla till styrelsens möte 2026-03-12", "Styrelsens möte",
      ])
    #expect(meetings.map { $0.day?.text } == [nil, "2026-02-26", "2026-03-12"])
  }

  @Test func `nobody attests what they asked for, or twice`() throws {
    func user(_ id: Int64, _ name: String, _ role: Role) -> User {
      User(id: ID(rawValue: id), name: name, mail: "x@example.se", role: role)
    }
    let own = DueThing(.requisition, "Attestera", doer: .officeBut("Bo"), place: .requisition(1))
    #expect(!own.isFor(user(1, "Bo", .bookkeeper)) && own.isFor(user(2, "Eva", .director)))
    let second = DueThing(.invoice, "Beslutsattestera", doer: .approvers(except: [2]), place: .invoice(1))
    #expect(!second.isFor(user(2, "Eva", .director)) && second.isFor(user(3, "Ola", .boardMember)))
    #expect(!second.isFor(user(1, "Bo", .bookkeeper)))
    let others = DueThing(
      .report, "Skriv", doer: .performer(insatsID: "A", applicant: 7, name: "Pia"), place: .report(1, period: "slut"))
    #expect(others.isFor(user(7, "Pia", .performer)) && !others.isFor(user(8, "Per", .performer)))
    #expect(!others.isFor(user(7, "Pia", .director)))
  }
}
