import Association
import Ledger
import TestKit
import Testing

/// The tables that follow from accepted deliveries.
@Suite struct DeliveredTableTests {
  private static func deliveries(seed: UInt64) -> [CountDelivery] {
    var maker = DeliveryMaker(seed: seed)
    return ["SIRI", "SKAPA", "VISA"].map { maker.delivery(insatsID: $0) }
  }

  private static func made(_ deliveries: [CountDelivery], exitReasons: [ExitReasonMapping] = []) -> Deliveries {
    Deliveries(
      deliveries.enumerated().map { Deliveries.Accepted(id: Int64($0.offset + 1), $0.element) },
      insatser: [Insats(id: "SIRI", name: "Siri", kind: .individual, ownerID: "FK")], exitReasons: exitReasons)
  }

  @Test(arguments: DeliveryFaultTests.seeds)
  func `the flow over all is the sum of the insatser, and every ground comes to the whole it divides`(seed: UInt64)
    throws
  {
    let deliveries = Self.deliveries(seed: seed)
    let tables = Self.made(deliveries).tables(year: 2022)

    let whole = try #require(tables.first { $0.id == "flode" })
    for (index, row) in Flow.Row.allCases.enumerated() {
      #expect(whole.rows[index].tally == deliveries.compactMap { $0.flow?[row] }.sum())
    }
    for ground in CountGround.allCases {
      guard let table = tables.first(where: { $0.id == ground.tableID }) else { continue }
      #expect(table.sum == deliveries.compactMap { $0.flow?[ground.whole] }.sum(), "\(ground) seed \(seed)")
      #expect(Set(table.rows.map(\.id)).count == table.rows.count)
    }
    if let unique = tables.first(where: { $0.id == "unika" }) {
      #expect(unique.sum == whole.rows[0].tally + whole.rows[1].tally)
    }
    #expect(tables.allSatisfy { !$0.deliveryIDs.isEmpty })
    #expect(Self.made(deliveries).tables(year: 2021) == [])
  }

  @Test(arguments: DeliveryFaultTests.seeds) func `no remark beneath a table tells how many`(seed: UInt64) {
    // A count beside the table would pass the gate by.
    for table in Self.made(Self.deliveries(seed: seed)).tables(year: 2022) {
      #expect(!table.remark.utf8.contains { $0 >= 48 && $0 <= 57 }, "\(table.remark)")
    }
  }

  @Test func `two periods of a year are one flow, and exit reasons are added in common words`() throws {
    func tally(_ count: Int) -> Tally { Tally(women: count, men: 1) }
    func half(_ first: String, _ last: String, _ carried: Int, _ ongoing: Int) -> CountDelivery {
      CountDelivery(
        insatsID: "SIRI", period: DeliveryFaultTests.day(first)...DeliveryFaultTests.day(last),
        flow: Flow(carried: tally(carried), new: tally(4), finished: tally(2), ongoing: tally(ongoing)),
        grounds: [
          .exitReason: [
            CountDelivery.Row(id: "j1", title: "Jobb", tally: tally(1)),
            CountDelivery.Row(id: "arbete", title: "Arbete", tally: Tally(women: 1, men: 0)),
          ]
        ])
    }
    let made = Self.made(
      [half("2022-07-01", "2022-12-31", 5, 7), half("2022-01-01", "2022-06-30", 3, 5)],
      exitReasons: [ExitReasonMapping(insatsID: "SIRI", code: "j1", title: "Jobb", reason: .work)])

    let flow = try #require(made.tables(year: 2022).first { $0.id == "flode-SIRI" })
    #expect(flow.rows.map(\.tally.women) == [3, 8, 4, 7])
    let reasons = try #require(made.tables(year: 2022).first { $0.id == "avslut" })
    #expect(reasons.rows.map(\.id) == ["arbete"])
    #expect(reasons.rows.map(\.tally.women) == [4])
    #expect(
      made.tables(year: 2022, insatsID: "SIRI").first { $0.id == "avslut-SIRI" }?.rows.map(\.id) == ["j1", "arbete"])
  }

  @Test func `a typed table gives way to a delivered one of its name, and is kept`() {
    var association = Association(name: "Exemplet", organisationNumber: "222000-0000")
    let typed = CountTable(id: "flode", year: 2022, title: "Skriven", kind: .flow, rowHeading: "Rad", rows: [])
    let other = CountTable(id: "egen", year: 2022, title: "Egen", kind: .separate, rowHeading: "Rad", rows: [])
    association.countTables = [typed, other]

    let with = association.with(Self.made(Self.deliveries(seed: 7)))

    #expect(with.countTables.first { $0.id == "flode" }?.deliveryIDs.isEmpty == false)
    #expect(Set(with.typedCountTables) == [typed, other])
    #expect(with.with(delivered: []).countTables == [other, typed])
  }
}
