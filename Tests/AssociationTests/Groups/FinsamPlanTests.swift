import Association
import Ledger
import TestKit
import Testing

/// The states of a local group's plan, and how plans stand against what is set aside, granted and used.
struct FinsamPlanTests {
  private static let insatser = ["X", "Y", "Z"].map {
    Insats(id: $0, name: "Insats \($0)", kind: .individual, ownerID: "A")
  }

  private static func content(_ random: inout SeededGenerator) -> FinsamPlan.Content {
    FinsamPlan.Content(
      frame: Money(kronor: Int64.random(in: 0...4, using: &random)),
      goals: ["", "Mål"].randomElement(using: &random) ?? "",
      items: (0..<Int.random(in: 0...3, using: &random)).map { _ in
        FinsamPlan.Item(
          title: ["", "Ny insats"].randomElement(using: &random) ?? "",
          insatsID: ["", "X", "Y", "okänd"].randomElement(using: &random) ?? "",
          amount: Money(kronor: Int64.random(in: -1...3, using: &random)))
      })
  }

  static func event(_ random: inout SeededGenerator) -> FinsamPlan.Event {
    let day = CalendarDate(year: 2025, month: 1, day: Int.random(in: 1...20, using: &random))
    switch Int.random(in: 0...7, using: &random) {
    case 0...2: return .saved(content(&random), because: ["", "Skäl"].randomElement(using: &random) ?? "")
    case 3, 4:
      let paragraph = ["§ 1", "§ 2", ""].randomElement(using: &random) ?? ""
      return .decided(Decision(date: Bool.random(using: &random) ? day : nil, paragraph: paragraph))
    case 5: return .dropped
    case 6:
      return .linked(
        place: Int.random(in: -1...3, using: &random), to: ["X", "Z", "okänd"].randomElement(using: &random) ?? "")
    default:
      guard let day else { return .dropped }
      return .followedUp(["", "Det gick"].randomElement(using: &random) ?? "", on: day)
    }
  }

  @Test func `whatever is tried, what is decided is within its frame, has a decision and changes by a new one alone`() {
    let today = CalendarDate("2025-01-15")
    var taken: Set<FinsamPlan.Event.Kind> = []
    var refused: Set<FinsamPlan.Event.Kind> = []
    for seed in 1...400 {
      var random = SeededGenerator(seed: UInt64(seed))
      var state: FinsamPlan.State?
      for _ in 0..<40 {
        let event = Self.event(&random)
        let next: FinsamPlan.State
        do {
          next =
            try state?.after(event, insatser: Self.insatser, today: today)
            ?? FinsamPlan.State(beginning: event, insatser: Self.insatser)
        } catch {
          refused.insert(event.kind)
          continue
        }
        taken.insert(event.kind)
        let (before, after) = (state?.decided?.versions ?? [], next.decided?.versions ?? [])
        #expect(after.count == before.count + (event.kind == .decided ? 1 : 0))
        if event.kind != .linked { #expect(Array(after.prefix(before.count)) == before) }
        #expect(after.dropFirst().allSatisfy { !$0.reason.isEmpty })
        for version in after {
          #expect(version.content.planned <= version.content.frame && version.content.frame > .zero)
          #expect(version.decision.date.map { $0 <= today ?? $0 } == true && !version.decision.paragraph.isEmpty)
        }
        #expect(
          after.map(\.decision.date?.yyyymmdd).elementsEqual(
            after.map(\.decision.date?.yyyymmdd).sorted { ($0 ?? 0) < ($1 ?? 0) }))
        // What holds does not move while a change is written.
        if next.kind == .changing { #expect(next.content == after.last?.content) }
        state = next
      }
    }
    #expect(taken == Set(FinsamPlan.Event.Kind.allCases) && refused == taken)
  }

  @Test func `an insats is linked without a new decision, and never over another`() throws {
    let content = FinsamPlan.Content(
      frame: Money(kronor: 10),
      items: [
        FinsamPlan.Item(title: "Ny", amount: Money(kronor: 4)),
        FinsamPlan.Item(title: "", insatsID: "X", amount: Money(kronor: 6)),
      ])
    let decision = Decision(date: CalendarDate("2025-01-01"), paragraph: "§ 1")
    let decided = try FinsamPlan.Draft(content, insatser: Self.insatser).decided(decision, today: nil)
    let linked = try decided.linked(place: 0, to: "Y", insatser: Self.insatser)
    #expect(linked.standing.content.items.map(\.insatsID) == ["Y", "X"] && linked.versions.count == 1)
    #expect(throws: FinsamPlan.Refusal.nothingToLink(place: 1)) {
      try linked.linked(place: 0, to: "Z", insatser: Self.insatser)
    }
    #expect(throws: FinsamPlan.Refusal.insatsTwice("X")) {
      try decided.linked(place: 0, to: "X", insatser: Self.insatser)
    }
  }

  // The year.

  private static let towns = ["KARLSKRONA", "KARLSHAMN", "RONNEBY", "SOLVESBORG", "OLOFSTROM"]

  /// Five municipalities with a local group each, and 12,7 mnkr set aside for them.
  private static func blekinge(_ frames: [Int64]) throws -> (association: Association, plans: [LocalPlan]) {
    var association = Association(name: "Förbundet", organisationNumber: "222000-0000")
    association.members = towns.map { Member(id: $0, name: $0, kind: .municipality) }
    association.groups = towns.map { Group(id: "lsg-\($0)", title: "LSG \($0)", kind: .localGroup, memberID: $0) }
    association.insatser = towns.map { Insats(id: "I-\($0)", name: "Insats \($0)", kind: .individual, ownerID: $0) }
    association.localAllocations = [
      LocalAllocation(
        year: 2026, amount: Money(kronor: 12_700_000),
        decision: Decision(date: CalendarDate("2025-11-20"), paragraph: "§ 60"))
    ]
    let plans = try zip(towns, frames).map { town, frame in
      LocalPlan(
        groupID: "lsg-\(town)", year: 2026,
        state: .draft(
          try FinsamPlan.Draft(
            FinsamPlan.Content(
              frame: Money(kronor: frame),
              items: [
                FinsamPlan.Item(title: "", insatsID: "I-\(town)", amount: Money(kronor: frame - 100_000)),
                FinsamPlan.Item(title: "Förstudie", amount: Money(kronor: 100_000)),
              ]), insatser: association.insatser)))
    }
    return (association, plans)
  }

  @Test func `12,7 mnkr over five groups: what is granted draws on the frames, and all of it is told`() throws {
    var (association, plans) = try Self.blekinge([5_000_000, 2_500_000, 2_500_000, 1_350_000, 1_350_000])
    association.frames = [
      Frame(insatsID: "I-KARLSKRONA", receiverID: "KARLSKRONA", year: 2026, granted: Money(kronor: 3_000_000)),
      Frame(insatsID: "I-KARLSKRONA", receiverID: "FK", year: 2026, granted: Money(kronor: 900_000)),
      Frame(insatsID: "I-KARLSKRONA", receiverID: "", year: 2025, granted: Money(kronor: 7_000_000)),
      Frame(insatsID: "I-OLOFSTROM", receiverID: "OLOFSTROM", year: 2026, granted: Money(kronor: 1_400_000)),
      Frame(insatsID: "ANNAN", receiverID: "", year: 2026, granted: Money(kronor: 999_000)),
    ]
    let year = PlanYear(
      association, year: 2026, plans: plans.shuffled(),
      drawn: ["I-KARLSKRONA": Money(kronor: 1_234_567), "ANNAN": Money(kronor: 5)])

    #expect(year.plans.map(\.groupID) == Self.towns.map { "lsg-\($0)" })
    #expect(year.frames == Money(kronor: 12_700_000) && year.undistributed == .zero && year.over == .zero)
    #expect(year.plans[0].granted == Money(kronor: 3_900_000) && year.plans[0].remaining == Money(kronor: 1_100_000))
    #expect(year.plans[0].drawn == Money(kronor: 1_234_567) && year.drawn == Money(kronor: 1_234_567))
    #expect(year.plans[4].isOverdrawn && year.plans[4].remaining == Money(kronor: -50_000))
    #expect(year.granted == Money(kronor: 5_300_000) && year.decidedFrames == .zero)
    #expect(year.plans.flatMap(\.lines).map(\.planned).sum() == Money(kronor: 12_700_000))
  }

  @Test func `plans that together have more than is set aside say by how much`() throws {
    let (association, plans) = try Self.blekinge([5_300_000, 2_500_000, 2_500_000, 1_350_000, 1_350_000])
    let year = PlanYear(association, year: 2026, plans: plans)
    #expect(year.over == Money(kronor: 300_000) && year.undistributed == Money(kronor: -300_000))
    var unsaid = association
    unsaid.localAllocations = []
    #expect(PlanYear(unsaid, year: 2026, plans: plans).undistributed == nil)
  }

  @Test func `what several plans share is divided to the öre, none lost and none twice`() throws {
    for seed in 1...300 {
      var random = SeededGenerator(seed: UInt64(seed))
      var (association, _) = try Self.blekinge([200_000, 200_000, 200_000, 200_000, 200_000])
      let sharers = Array(Self.towns.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random)))
      let plans = try sharers.map { town in
        LocalPlan(
          groupID: "lsg-\(town)", year: 2026,
          state: .draft(
            try FinsamPlan.Draft(
              FinsamPlan.Content(
                frame: Money(kronor: 9),
                items: [
                  FinsamPlan.Item(
                    title: "", insatsID: "I-RONNEBY",
                    amount: Money(ore: Int64([0, 0, 1, 333, 900_000_000_00].randomElement(using: &random) ?? 0)))
                ]), insatser: nil)))
      }
      let (granted, drawn) = (
        Money(ore: Int64.random(in: 0...999_999_999_99, using: &random)),
        Money(ore: Int64.random(in: -500...999_999_99, using: &random))
      )
      association.frames = [Frame(insatsID: "I-RONNEBY", receiverID: "", year: 2026, granted: granted)]
      let year = PlanYear(association, year: 2026, plans: plans, drawn: ["I-RONNEBY": drawn])
      #expect(year.granted == granted && year.drawn == drawn, "\(seed)")
      #expect(year.plans.flatMap(\.lines).allSatisfy { $0.isShared == (sharers.count > 1) && $0.granted >= .zero })
    }
  }
}
