import Association
import Ledger
import Testing

@Suite struct GrantTests {
  static let members = [
    Member(id: "K", name: "Kommunen", kind: .municipality), Member(id: "R", name: "Regionen", kind: .region),
  ]

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  static func application(_ amounts: [GrantAmount]? = nil, owner: String = "K") -> GrantApplication {
    GrantApplication(
      name: "Bryggan", kind: .individual, ownerID: owner, partyIDs: ["R"], need: "Ett behov", purpose: "Ett syfte",
      targetGroup: "Vuxna", amounts: amounts ?? [GrantAmount(year: 2025, receiverID: "K", amount: Money(kronor: 100))])
  }

  static func agreed(_ rhythm: ReportRhythm = .quarter, through last: String = "2025-12-31") throws -> Grant.Agreed {
    let decision = GrantDecision(
      day: try day("2024-11-20"), paragraph: "§ 45", insatsID: "BRO", amounts: application().amounts)
    return try Grant.Granted(registered: decision, members: members).agreed(
      GrantAgreement(
        signedOn: try day("2024-12-01"), purpose: "Ett syfte", expectations: "", rhythm: rhythm,
        first: try day("2025-01-01"), last: try day(last), graceDays: 20))
  }

  @Test func `only members apply and receive, and an application asks for something`() throws {
    #expect(throws: Grant.Refusal.notAMember("FONTÄN")) {
      try Grant.Applied(Self.application(owner: "FONTÄN"), members: Self.members)
    }
    #expect(throws: Grant.Refusal.amountsMissing) {
      try Grant.Applied(Self.application([]), members: Self.members)
    }
    let outside = [GrantAmount(year: 2025, receiverID: "X", amount: Money(kronor: 1))]
    #expect(throws: Grant.Refusal.notAMember("X")) {
      try Grant.Applied(Self.application(outside), members: Self.members)
    }
    let twice = [GrantAmount(year: 2025, amount: Money(kronor: 1)), GrantAmount(year: 2025, amount: Money(kronor: 2))]
    #expect(throws: Grant.Refusal.amountTwice(year: 2025, receiverID: "")) {
      try Grant.Applied(Self.application(twice), members: Self.members)
    }
    let below = [GrantAmount(year: 2025, amount: Money(kronor: -1))]
    #expect(throws: Grant.Refusal.belowNought(year: 2025, receiverID: "")) {
      try Grant.Applied(Self.application(below), members: Self.members)
    }
  }

  @Test func `one who applies alone, for long or for others is warned of and not refused`() {
    var application = Self.application((2025...2028).map { GrantAmount(year: $0, amount: Money(kronor: 1)) })
    application.partyIDs = []
    application.amounts.append(GrantAmount(year: 2025, receiverID: "R", amount: Money(kronor: 1)))

    #expect(application.warnings == [.alone, .years(4), .receiverOutside("R")])
    #expect(Self.application().warnings == [])
  }

  @Test func `each state takes its own steps and refuses every other`() throws {
    let day = try Self.day("2025-03-31")
    let events: [Grant.Event] = [
      .applied(Self.application()),
      .prepared(GrantPreparation(day: day, body: "Gruppen", recommendation: .grant, words: "Bra")),
      .granted(GrantDecision(day: day, paragraph: "§ 1", insatsID: "BRO", amounts: Self.application().amounts)),
      .rejected(GrantRejection(day: day, paragraph: "§ 1", words: "Nej")), .withdrawn("Ångrat"),
      .agreed(
        GrantAgreement(
          signedOn: day, purpose: "", expectations: "", rhythm: .quarter, first: try Self.day("2025-01-01"),
          last: try Self.day("2025-12-31"))),
      .reported(GrantReport(first: try Self.day("2025-01-01"), last: day, happened: "Mycket"), on: day),
    ]
    let (apply, prepare, grant, reject, agree) = (events[0], events[1], events[2], events[3], events[5])
    let applied = try Grant.State(beginning: apply)
    let prepared = try applied.after(prepare)
    let granted = try prepared.after(grant)
    let agreed = try granted.after(agree)
    let allowed: [(Grant.State, Set<Grant.Event.Kind>)] = [
      (applied, [.application, .preparation, .withdrawal]),
      (prepared, [.application, .granting, .rejection, .withdrawal]), (granted, [.granting, .agreement]),
      (agreed, [.granting, .agreement, .report]), (try prepared.after(reject), []),
      (try applied.after(.withdrawn("Ångrat")), []),
    ]

    for (state, kinds) in allowed {
      for event in events {
        if kinds.contains(event.kind) {
          #expect(throws: Never.self, "\(state.kind) \(event.kind)") { try state.after(event) }
        } else {
          #expect(throws: Grant.Refusal.impossible(event.kind, state.kind)) { try state.after(event) }
        }
      }
    }
    #expect(throws: Grant.Refusal.impossible(.agreement, .applied)) { try Grant.State(beginning: agree) }
  }

  @Test func `a changed decision is for the same insats and no older`() throws {
    let agreed = try Self.agreed()
    func decision(_ day: String, _ insats: String) throws -> GrantDecision {
      GrantDecision(day: try Self.day(day), paragraph: "§ 2", insatsID: insats, amounts: [])
    }

    #expect(throws: Grant.Refusal.otherInsats("ANNAN", than: "BRO")) {
      try agreed.changed(try decision("2025-01-01", "ANNAN"), members: Self.members)
    }
    #expect(throws: Grant.Refusal.self) {
      try agreed.changed(try decision("2024-01-01", "BRO"), members: Self.members)
    }
    #expect(try agreed.changed(try decision("2025-05-01", "BRO"), members: Self.members).granted.decisions.count == 2)
  }

  @Test func `reports are asked for by the agreement's rhythm, the first and the last cut off by its days`() throws {
    func periods(_ rhythm: ReportRhythm, through last: String) throws -> [String] {
      try Self.agreed(rhythm, through: last).dues.map { "\($0.first.text) \($0.last.text) \($0.dueOn.text)" }
    }

    #expect(
      try periods(.tertial, through: "2025-10-15") == [
        "2025-01-01 2025-04-30 2025-05-20", "2025-05-01 2025-08-31 2025-09-20", "2025-09-01 2025-10-15 2025-11-04",
        "2025-01-01 2025-10-15 2025-11-04",
      ])
    #expect(try periods(.finalOnly, through: "2025-12-31") == ["2025-01-01 2025-12-31 2026-01-20"])
    #expect(try periods(.month, through: "2026-12-31").count == 25)
    #expect(try periods(.halfYear, through: "2026-12-31").count == 5)
  }

  @Test func `a new agreement takes over from its first day, and what was reported stays`() throws {
    let report = GrantReport(first: try Self.day("2025-01-01"), last: try Self.day("2025-03-31"), happened: "Mycket")
    let reported = try Self.agreed().running(on: try Self.day("2025-04-01")).reported(report).agreed
    var new = reported.standing
    (new.first, new.last, new.rhythm) = (try Self.day("2025-07-01"), try Self.day("2026-06-30"), .halfYear)

    let dues = try reported.renewed(new).dues

    #expect(
      dues.map(\.last.text) == [
        "2025-03-31", "2025-06-30", "2025-12-31", "2026-06-30", "2026-06-30",
      ])
    #expect(dues[0].kept?.report == report && dues.last?.isFinal == true)
  }

  @Test func `a report waits for its answer, is written anew when returned, and stands when accepted`() throws {
    let last = try Self.day("2025-03-31")
    let report = GrantReport(first: try Self.day("2025-01-01"), last: last, happened: "Mycket")
    let running = try Self.agreed().running(on: last)
    #expect(throws: Grant.Refusal.notBegun(try Self.day("2025-01-01"))) {
      try Self.agreed().running(on: try Self.day("2024-12-31"))
    }

    let waiting = try running.reported(report)
    #expect(throws: Grant.Refusal.reportStands(first: report.first, last: last)) { try waiting.reported(report) }
    #expect(throws: Grant.Refusal.questionMissing) {
      try waiting.answered(last, GrantAnswer(isAccepted: false))
    }
    let returned = try waiting.answered(last, GrantAnswer(isAccepted: false, words: "Hur många möten?"))
    let accepted = try returned.reported(report).answered(last, GrantAnswer(isAccepted: true))

    #expect(returned.agreed.dues[0].isWanted && !accepted.agreed.dues[0].isWanted)
    #expect(throws: Grant.Refusal.reportMissing(last: last)) {
      try accepted.answered(last, GrantAnswer(isAccepted: true))
    }
    #expect(throws: Grant.Refusal.reportMissing(last: try Self.day("2025-12-31"))) {
      try accepted.finished(GrantAnswer(isAccepted: true))
    }
  }

  @Test func `a series follows an insats back through names and predecessors, also round a circle`() {
    var association = Association(name: "Förbundet", organisationNumber: "222000-0000")
    association.insatsOrigins = [
      InsatsOrigin(insatsID: "A", formerID: "A", formerName: "Gamla A"),
      InsatsOrigin(insatsID: "B", formerID: "A", formerName: "A"),
      InsatsOrigin(insatsID: "C", formerID: "B", formerName: "B"),
      InsatsOrigin(insatsID: "A", formerID: "C", formerName: "C"),
    ]

    #expect(Set(association.series(of: "C")) == ["C", "B", "A"])
    #expect(association.series(of: "X") == ["X"])
  }
}
