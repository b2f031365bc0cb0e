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

  @Test func `a municipality and an authority are one row, however performers write them`() throws {
    func tally(_ count: Int) -> Tally { Tally(women: count, men: 0) }
    func delivery(_ insats: String, _ count: Int, _ place: (String, String), _ referrer: String) -> CountDelivery {
      CountDelivery(
        insatsID: insats, period: DeliveryFaultTests.day("2022-01-01")...DeliveryFaultTests.day("2022-12-31"),
        flow: Flow(carried: .none, new: tally(count), finished: .none, ongoing: tally(count)),
        grounds: [
          .municipality: [CountDelivery.Row(id: place.0, title: place.1, tally: tally(count))],
          .referrer: [CountDelivery.Row(id: referrer, title: "Försäkringskassan", tally: tally(count))],
        ])
    }
    let tables = Self.made([
      delivery("SIRI", 12, ("KARLSHAMN", "Karlshamns kommun"), "FK"),
      delivery("VISA", 7, ("karlshamn", "Karlshamn"), "forsakringskassan"),
    ]).tables(year: 2022)

    for (ground, title) in [(CountGround.municipality, "Karlshamns kommun"), (.referrer, "Försäkringskassan")] {
      let table = try #require(tables.first { $0.id == ground.tableID })
      #expect(table.rows.map(\.title) == [title])
      #expect(table.rows.map(\.tally.women) == [19])
    }
  }

  @Test func `where one insats alone has delivered, all insatser tell no more of it than itself`() throws {
    // 5 new, 2 finished and two more at the end than at the beginning: told apart in the two tables, they are solved.
    let flow = Flow(
      carried: Tally(women: 9, men: 6), new: Tally(women: 3, men: 2), finished: Tally(women: 1, men: 1),
      ongoing: Tally(women: 11, men: 7))
    let delivery = CountDelivery(
      insatsID: "SIRI", period: DeliveryFaultTests.day("2022-01-01")...DeliveryFaultTests.day("2022-12-31"), flow: flow)
    var association = Association(name: "Exemplet", organisationNumber: "222000-0000")
    association.countTables = Self.made([delivery]).tables(year: 2022)
    let own = try #require(association.countTables.first { $0.id == "flode-SIRI" })
    let whole = try #require(association.countTables.first { $0.id == "flode" })
    let relations = association.countSheet(year: 2022).relations
    let told = CountProtection(association, year: 2022).release.entries
      .reduce(into: [CountCell: PrintedCount]()) { $0[$1.cell] = $1.printed }

    for (row, same) in zip(own.rows, whole.rows) {
      let (part, all) = (own.cells(of: row), whole.cells(of: same))
      for (cell, other) in [(part.women, all.women), (part.men, all.men), (part.total, all.total)] {
        #expect(relations.contains(CountRelation(parts: [cell], make: other)), "\(cell.name)")
        #expect(told[cell] != nil && told[cell] == told[other], "\(cell.name)")
      }
    }
  }

  @Test func `a row that only some insatser have is still the sum of theirs`() throws {
    func table(_ id: String, _ insats: String, _ rows: [(String, Int)]) -> CountTable {
      CountTable(
        id: id, year: 2022, title: id, kind: .parts, rowHeading: "Kommun", insatsID: insats,
        rows: rows.map { CountTable.Row(id: $0.0, title: $0.0, tally: Tally(women: $0.1, men: 0)) })
    }
    var association = Association(name: "Exemplet", organisationNumber: "222000-0000")
    association.countTables = [
      table("kommun", "", [("a", 42), ("b", 3), ("c", 2)]), table("kommun-SIRI", "SIRI", [("a", 20), ("b", 3)]),
      table("kommun-VISA", "VISA", [("a", 22), ("c", 2)]),
    ]
    let twin = CountProtection(association, year: 2022).release.entries.reduce(into: [CountCell: Int]()) {
      $0[$1.cell] = $1.twin
    }

    for (row, parts) in [("a", ["SIRI", "VISA"]), ("b", ["SIRI"]), ("c", ["VISA"])] {
      let sum = parts.compactMap { twin[TallyCells("antal/kommun-\($0)/2022/\(row)").women] }.reduce(0, +)
      #expect(twin[TallyCells("antal/kommun/2022/\(row)").women] == sum)
    }
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
