import Association
import Ledger
import TestKit
import Testing

/// What a delivery must agree with, and what is said where it does not.
@Suite struct DeliveryFaultTests {
  static let seeds: [UInt64] = Array(1...200)

  static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("A test's day is a day.") }
    return day
  }

  static let insats = Insats(
    id: "SIRI", name: "Siri", kind: .individual, ownerID: "FK", started: day("2020-03-01"), ended: day("2023-06-30"))

  static func ground(_ accepted: [CountDelivery] = [], exitReasons: [ExitReasonMapping] = []) -> DeliveryGround {
    DeliveryGround(insats: insats, today: day("2026-01-01"), accepted: accepted, exitReasons: exitReasons)
  }

  private static func plain(
    _ first: String = "2022-01-01", _ last: String = "2022-12-31", carried: Int = 10, new: Int = 5, finished: Int = 3
  ) -> CountDelivery {
    func women(_ count: Int) -> Tally { Tally(women: count, men: 0) }
    return CountDelivery(
      insatsID: "SIRI", period: day(first)...day(last),
      flow: Flow(
        carried: women(carried), new: women(new), finished: women(finished), ongoing: women(carried + new - finished)))
  }

  @Test(arguments: seeds) func `a delivery in which everything agrees has no faults`(seed: UInt64) {
    var maker = DeliveryMaker(seed: seed)
    #expect(maker.delivery().faults(against: Self.ground()) == [])
  }

  @Test(arguments: seeds) func `any count of the flow that is changed is found, in its sex`(seed: UInt64) throws {
    var maker = DeliveryMaker(seed: seed)
    var delivery = maker.delivery()
    let row = try #require(Flow.Row.allCases.randomElement(using: &maker.numbers))
    let sex = try #require(Sex.allCases.randomElement(using: &maker.numbers))
    delivery.flow?[row][sex] += 1

    let faults = delivery.faults(against: Self.ground())

    #expect(faults.contains { $0.part == .flow(.ongoing) && $0.sex == sex && $0.weight == .wrong }, "seed \(seed)")
  }

  @Test(arguments: seeds) func `any count of a ground that is changed is found`(seed: UInt64) throws {
    var maker = DeliveryMaker(seed: seed)
    var delivery = maker.delivery()
    guard let ground = CountGround.allCases.first(where: { delivery.grounds[$0] != nil }) else { return }
    delivery.grounds[ground]?[0].tally.women += 1

    let faults = delivery.ownFaults

    #expect(faults.contains { $0.part == .ground(ground) && $0.weight == .wrong }, "seed \(seed)")
  }

  @Test func `the sentence says the figures and what to do`() {
    var delivery = Self.plain()
    delivery.flow?.ongoing.women = 11
    #expect(
      delivery.ownFaults.map(\.message) == [
        "Kvinnor: 10 ingående + 5 nya − 3 avslutade är 12, men pågående är 11. Rätta den siffra som är fel."
      ])
  }

  @Test func `seven whose consent came late are said, and then the ground agrees`() {
    var delivery = Self.plain(new: 20)
    delivery.grounds[.age] = [CountDelivery.Row(id: "30-44", title: "30–44 år", tally: Tally(women: 13, men: 0))]
    #expect(delivery.ownFaults.map(\.part) == [.ground(.age)])
    delivery.coverage = [
      CountDelivery.Coverage(ground: .age, tally: Tally(women: 7, men: 0), reason: "Samtycket kom för sent")
    ]
    #expect(delivery.ownFaults == [])
  }

  @Test func `a ground that is not counted by sex is held against the whole`() {
    var delivery = Self.plain(new: 20)
    delivery.grounds[.municipality] = [
      CountDelivery.Row(id: "A", title: "A", tally: Tally(women: 0, men: 0, notStated: 20))
    ]
    #expect(delivery.ownFaults == [])
    delivery.grounds[.municipality]?[0].tally.notStated = 19
    #expect(delivery.ownFaults.count == 1)
  }

  @Test func `the period lies in one year, within the insats's days, in the past, and on days nobody delivered for`() {
    let faults = { (first: String, last: String) in
      Self.plain(first, last).faults(against: Self.ground()).filter { $0.part == .period }.count
    }
    #expect(faults("2022-01-01", "2022-12-31") == 0)
    #expect(faults("2021-07-01", "2022-06-30") == 1)
    #expect(faults("2020-01-01", "2020-12-31") == 1)
    #expect(faults("2023-01-01", "2023-12-31") == 1)
    let overlapping = Self.plain("2022-06-01", "2022-12-31").faults(
      against: Self.ground([Self.plain("2022-01-01", "2022-06-30")]))
    #expect(overlapping.contains { $0.part == .period && $0.weight == .wrong })
    var late = Self.ground()
    late.today = Self.day("2022-12-30")
    #expect(Self.plain().faults(against: late).map(\.part) == [.period])
    late.insats = nil
    #expect(Self.plain().faults(against: late).map(\.part) == [.insats])
  }

  @Test func `what is carried in is what went on before, or it is said why not`() {
    let before = Self.plain("2022-01-01", "2022-06-30", carried: 4, new: 2, finished: 1)
    var delivery = Self.plain("2022-07-01", "2022-12-31", carried: 6)
    #expect(delivery.faults(against: Self.ground([before])).map(\.weight) == [.wrong])
    delivery.remark = "En deltagare räknades inte i våras."
    #expect(delivery.faults(against: Self.ground([before])).map(\.weight) == [.question])
    #expect(Self.plain("2022-07-01", "2022-12-31", carried: 5).faults(against: Self.ground([before])) == [])
  }

  @Test func `no count is below nought or beyond all counting, and no text is somebody`() {
    var delivery = Self.plain()
    delivery.flow?.new.men = -1
    delivery.flow?.finished.women = .max
    delivery.adviceCalls = -3
    delivery.remark = "Gäller 811228-9874"
    let parts = delivery.ownFaults.map(\.part)
    for part in [DeliveryFault.Part.flow(.new), .flow(.finished), .adviceCalls, .remark] {
      #expect(parts.contains(part))
    }
    #expect(!delivery.ownFaults.contains { $0.message.contains("9874") })
  }

  @Test func `an exit reason that nobody has mapped keeps a delivery from being accepted, not from being made`() throws
  {
    var delivery = Self.plain()
    delivery.grounds[.exitReason] = [CountDelivery.Row(id: "j1", title: "Jobb", tally: Tally(women: 3, men: 0))]
    let mark = StepMark(by: Actor(name: "a"), at: Moment(secondsSince1970: 0))
    let delivered = DeliveryState.Delivered(delivery, mark)

    let faults = delivery.faults(against: Self.ground())
    #expect(faults.map(\.weight) == [.unmapped])
    #expect(throws: DeliveryRefusal.self) { try delivered.accepted(mark, faults: faults) }
    let mapped = Self.ground(exitReasons: [
      ExitReasonMapping(insatsID: "SIRI", code: "j1", title: "Jobb", reason: .work)
    ])
    #expect(delivery.faults(against: mapped) == [])
  }

  @Test func `days that nobody delivered for are found, and are late after a month`() {
    let period = Self.day("2022-01-01")...Self.day("2022-06-30")
    func gaps(_ today: String) -> [DeliveryGap] {
      DeliveryGap.gaps(of: Self.insats, year: 2022, delivered: [period], today: Self.day(today))
    }
    #expect(gaps("2022-05-01") == [])
    #expect(gaps("2022-09-15").map(\.age) == [.running])
    #expect(gaps("2023-01-15").map(\.age) == [.missing])
    #expect(gaps("2023-03-01").map(\.age) == [.late])
    #expect(gaps("2023-03-01").map(\.period) == [Self.day("2022-07-01")...Self.day("2022-12-31")])
    let ended = DeliveryGap.gaps(of: Self.insats, year: 2023, delivered: [], today: Self.day("2024-01-01"))
    #expect(ended.map(\.period) == [Self.day("2023-01-01")...Self.day("2023-06-30")])
  }
}
