import Association
import Foundation
import Ledger
import TestKit
import Testing

@testable import Store

/// Insatser from need to final report, as the book keeps them and refuses to keep them.
@Suite struct GrantStoreTests {
  private static func members() -> Association {
    var association = Association.example
    association.members = ["K", "R", "FK"].map { Member(id: $0, name: $0, kind: .municipality) }
    association.insatser = ["A", "B", "C"].map { Insats(id: $0, name: "Insats \($0)", kind: .individual, ownerID: "K") }
    return association
  }

  @Test func `the ninth migration is what was shipped`() {
    let digest = LineDigest()
    digest.put(M0009.sql)
    #expect(digest.hash == "94a34ef104cb783fc575de328b988694e2ab257f9834b7b32ddb0b33fd97b2a1")
  }

  private static func application() -> GrantApplication {
    GrantApplication(
      name: "Bryggan", kind: .structural, ownerID: "K", partyIDs: ["R", "FK"], need: "Behov", gap: "Glapp",
      purpose: "Syfte", targetGroup: "Grupp", effects: "Effekter", continuesID: "B",
      amounts: [
        GrantAmount(year: 2024, receiverID: "K", amount: Money(ore: 100_001)),
        GrantAmount(year: 2025, amount: Money(ore: 7)),
      ])
  }

  private static func events() throws -> [Grant.Event] {
    let agreement = GrantAgreement(
      signedOn: try day("2024-01-10"), purpose: "Syfte", expectations: "Att ni kommer", rhythm: .tertial,
      first: try day("2024-01-01"), last: try day("2024-12-31"), graceDays: 14)
    let report = GrantReport(
      first: try day("2024-01-01"), last: try day("2024-04-30"), happened: "Hänt", obstacles: "Hinder", goals: "Mål")
    let final = GrantReport(
      isFinal: true, first: try day("2024-01-01"), last: try day("2024-12-31"), happened: "Nått", permanent: "Består")
    return [
      .applied(application()), .applied(application()),
      .prepared(
        GrantPreparation(day: try day("2023-10-01"), body: "Gruppen", recommendation: .grantInPart, words: "Bra")),
      .granted(
        GrantDecision(
          day: try day("2023-11-01"), paragraph: "§ 4", insatsID: "A", amounts: application().amounts, words: "Villkor")
      ),
      .agreed(agreement),
      .granted(
        GrantDecision(
          day: try day("2024-02-01"), paragraph: "§ 9", insatsID: "A",
          amounts: [GrantAmount(year: 2024, receiverID: "R", amount: Money(ore: 55))], words: "Flyttat")),
      .reported(report, on: try day("2024-05-01")),
      .answered(last: report.last, isFinal: false, GrantAnswer(isAccepted: false, words: "Hur?")),
      .reported(report, on: try day("2024-05-02")),
      .answered(last: report.last, isFinal: false, GrantAnswer(isAccepted: true, words: "")),
      .reported(final, on: try day("2025-01-10")),
      .answered(last: final.last, isFinal: true, GrantAnswer(isAccepted: true, words: "Tack")),
    ]
  }

  @Test func `every step comes back as it was taken, with who and when, and the whole verifies`() throws {
    let book = try Book(Self.members())
    let events = try Self.events()
    let id = try book.store.together(by: .tester, at: .now1) { try $0.begin(events[0]) }
    for event in events.dropFirst() {
      _ = try book.store.together(by: .tester, at: .now2) { try $0.take(event, in: id) }
    }

    try book.reopen()
    let grant = try #require(try book.store.grantCase(id))

    #expect(grant.steps.map(\.event) == events)
    #expect(grant.steps.allSatisfy { $0.by == Actor.tester.name })
    #expect(grant.state.kind == .finished && grant.insatsID == "A")
    #expect(
      try book.store.association().frames == [
        Frame(
          insatsID: "A", receiverID: "R", year: 2024, granted: Money(ore: 55),
          decision: Decision(date: try day("2024-02-01"), paragraph: "§ 9"))
      ])
    #expect(try book.ask("SELECT follows_id IS NULL FROM grant_decision ORDER BY 1") == ["0", "1"])
    #expect(try book.store.verify().findings == [])
    #expect(try VerifyTests.script(book.path).code == 0)
    // Every table of facts of the schema has a row now, and refuses to have it changed.
    for table in M0009.factTables.map(\.name) where !table.hasPrefix("insats_") {
      #expect(try book.ask("SELECT COUNT(*) > 0 FROM \(table)") == ["1"], "\(table)")
      #expect(throws: (any Error).self) { try book.attack("DELETE FROM \(table)") }
    }
  }

  @Test func `the database refuses the steps that the state refuses, whoever writes`() throws {
    let events = try Self.events()
    let kinds: [Grant.Event.Kind] = [
      .application, .preparation, .granting, .rejection, .withdrawal, .agreement, .report,
    ]
    let rejection = Grant.Event.rejected(GrantRejection(day: try day("2024-06-01"), paragraph: "§ 1", words: "Nej"))
    let paths: [[Grant.Event]] =
      (1...6).map { Array(events.prefix($0)) } + [events, Array(events.prefix(3)) + [rejection]]
      + [[events[0], .withdrawn("Ångrat")]]
    for path in paths {
      let book = try Book(Self.members())
      let id = try book.store.together(by: .tester, at: .now1) { try $0.begin(path[0]) }
      for event in path.dropFirst() {
        _ = try book.store.together(by: .tester, at: .now1) { try $0.take(event, in: id) }
      }
      let state = try #require(try book.store.grantCase(id)).state
      for kind in kinds {
        let all = events + [rejection, .withdrawn("Ångrat")]
        let event = try #require(all.last { $0.kind == kind && !$0.isFinalReport })
        let isAllowed = (try? state.after(event)) != nil
        let said = Self.message { try book.attack(Self.bareStep(kind)) }
        let words = "\(state.kind): \(kind) gave \(said)"
        // A step that is known stands until the commit, which wants its seal.
        #expect(said.contains(isAllowed ? "FOREIGN KEY" : "finsam: the case"), "\(words)")
      }
    }
  }

  /// A line of history with a step of the first case and nothing else.
  private static func bareStep(_ kind: Grant.Event.Kind) -> String {
    """
    INSERT INTO history SELECT MAX(sequence) + 1, 1700000000, 'x', 'grant-application', 'x', 1 FROM history;
    INSERT INTO grant_step SELECT MAX(s.id) + 1, 1, '\(kind.rawValue)', 'skäl', (SELECT MAX(sequence) FROM history)
    FROM grant_step s;
    """
  }

  private static func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing"
    } catch {
      return "\(error)"
    }
  }

  @Test func `what is locked at Försäkringskassan is locked here too`() throws {
    let book = try Book(Self.members())
    var followUp = InsatsFollowUp(
      insatsID: "A", direction: .individual, preciseDirection: "Rehab", method: "Antal", isESF: false)
    func record() throws { try book.store.together(by: .tester, at: .now1) { try $0.record(followUp) } }
    try record()
    followUp.preciseDirection = "Förrehabilitering"
    try record()

    #expect(try book.store.followUps() == [followUp])
    followUp.isESF = true
    #expect(throws: Store.Refusal.self) { try record() }
    #expect(try book.store.followUps().map(\.isESF) == [false])
  }

  @Test(arguments: 0..<25)
  func `whatever is decided in whatever order, the frames are the sum of the standing decisions`(seed: UInt64) throws {
    var lot = SeededGenerator(seed: seed)
    let book = try Book(Self.members())
    var ids: [ID<GrantCase>] = []
    for round in 0..<40 {
      let event = try Self.event(round, &lot)
      let before = try book.store.lastHash()
      do {
        try book.store.together(by: .tester, at: .now1) { writing in
          if ids.isEmpty || Int.random(in: 0..<6, using: &lot) == 0 {
            ids.append(try writing.begin(event))
          } else if let id = ids.randomElement(using: &lot) {
            try writing.take(event, in: id)
          }
        }
      } catch is Grant.Refusal {
        #expect(try book.store.lastHash() == before)
      }
      let sums = Self.sums(
        try book.store.grantCases().flatMap { grant in
          grant.state.granted.map { granted in
            granted.standing.amounts.map { ("\(granted.standing.insatsID) \($0.year) \($0.receiverID)", $0.amount) }
          } ?? []
        })
      let frames = Self.sums(
        try book.store.association().frames.map { ("\($0.insatsID) \($0.year) \($0.receiverID)", $0.granted) })
      try #require(frames == sums, "seed \(seed), round \(round)")
    }
    #expect(try book.store.verify().findings == [])
  }

  private static func sums(_ amounts: [(String, Money)]) -> [String: Money] {
    Dictionary(amounts, uniquingKeysWith: +)
  }

  private static func event(_ round: Int, _ lot: inout SeededGenerator) throws -> Grant.Event {
    let amounts = (2024...2026).compactMap { year -> GrantAmount? in
      guard Bool.random(using: &lot) else { return nil }
      return GrantAmount(
        year: year, receiverID: ["", "K", "R"].randomElement(using: &lot) ?? "",
        amount: Money(kronor: Int64.random(in: 0...3, using: &lot)))
    }
    let all = try events()
    switch Int.random(in: 0..<5, using: &lot) {
    case 0:
      var application = application()
      if !amounts.isEmpty { application.amounts = amounts }
      return .applied(application)
    case 1: return all[2]
    case 2, 3:
      let insats = ["A", "B"].randomElement(using: &lot) ?? "A"
      return .granted(
        GrantDecision(day: try day("2024-03-01"), paragraph: "§ \(round)", insatsID: insats, amounts: amounts))
    default: return all[4]
    }
  }
}

extension Grant.Event {
  fileprivate var isFinalReport: Bool { if case .reported(let report, _) = self { report.isFinal } else { false } }
}
