import Association
import Ledger
import TestKit
import Testing

struct ContributionCallTests {
  private let members = [
    Member(id: "FK", name: "Försäkringskassan", kind: .state),
    Member(id: "AF", name: "Arbetsförmedlingen", kind: .state),
    Member(id: "REG", name: "Region Blekinge", kind: .region),
    Member(id: "KA", name: "Karlskrona kommun", kind: .municipality),
  ]

  private func key(
    _ parts: [(String, Int64, Int64)], carrier: String, unitOre: Int64 = 100, from: String = "2022-01-01"
  ) throws -> ContributionKey {
    ContributionKey(
      validFrom: try #require(CalendarDate(from)),
      parts: parts.map { ContributionKey.Part(memberID: $0.0, numerator: $0.1, denominator: $0.2) },
      roundingMemberID: carrier, unitOre: unitOre)
  }

  private func blekinge() throws -> ContributionKey {
    try key(
      [
        ("FK", 1, 2), ("REG", 1, 4), ("KA", 40, 400), ("RY", 20, 400), ("KH", 20, 400), ("SB", 10, 400),
        ("OF", 10, 400),
      ],
      carrier: "KA")
  }

  @Test func `Blekinge 2025 calls what it printed`() throws {
    let call = ContributionCall(total: Money(kronor: 13_578_000), key: try blekinge())
    #expect(
      call.shares.map(\.amount)
        == [6_789_000, 3_394_500, 1_357_800, 678_900, 678_900, 339_450, 339_450].map { Money(kronor: $0) })
    #expect(call.amount(of: "RY") == Money(kronor: 678_900))
    #expect(call.amount(of: "X") == .zero)
  }

  @Test func `the state's amount gives the whole, and state is twice the region and twice the municipalities`() throws {
    let key = try key([("FK", 1, 2), ("REG", 1, 4), ("KA", 1, 4)], carrier: "KA")
    let call = try #require(ContributionCall(stateAmount: Money(kronor: 6_940_000), key: key, members: members))

    #expect(call.total == Money(kronor: 13_880_000))
    #expect(call.amount(of: .state, among: members) == Money(kronor: 6_940_000))
    #expect(call.amount(of: .region, among: members) == Money(kronor: 3_470_000))
    #expect(call.amount(of: .municipality, among: members) == Money(kronor: 3_470_000))
  }

  @Test func `a key in which the state has no part cannot tell the whole from the state's amount`() throws {
    let key = try key([("REG", 1, 2), ("KA", 1, 2)], carrier: "KA")
    #expect(ContributionCall(stateAmount: Money(kronor: 1), key: key, members: members) == nil)
  }

  @Test func `one member carries the rounding, and the parts make the whole`() throws {
    let key = try key([("FK", 1, 3), ("REG", 1, 3), ("KA", 1, 3)], carrier: "REG", unitOre: 100_000)
    let call = ContributionCall(total: Money(kronor: 10_000), key: key)
    #expect(call.shares.map(\.amount) == [3000, 4000, 3000].map { Money(kronor: $0) })
  }

  @Test func `a key that does not make a whole is said so and forces nobody to pay the rest`() throws {
    let key = try key([("FK", 1, 2), ("REG", 1, 4), ("KA", 1, 8)], carrier: "KA")
    #expect(!key.isWhole)
    #expect(ContributionCall(total: Money(kronor: 800), key: key).shares.map(\.amount).sum() == Money(kronor: 700))
    #expect(try blekinge().isWhole)
  }

  @Test func `by any key of inhabitants the parts make the whole`() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let people = (0..<Int.random(in: 1...9, using: &random)).map { _ in Int64.random(in: 1...99_999, using: &random) }
      let all = people.reduce(0, +)
      let key = try key(
        [("FK", 1, 2), ("REG", 1, 4)] + people.enumerated().map { ("K\($0.offset)", $0.element, 4 * all) },
        carrier: "K0", unitOre: [1, 100, 100_000].randomElement(using: &random) ?? 1)
      let total = Money(ore: Int64.random(in: 0...2_000_000_000, using: &random))

      #expect(key.isWhole)
      #expect(ContributionCall(total: total, key: key).shares.map(\.amount).sum() == total)
    }
  }

  @Test func `a part that is no fraction takes nothing and stops nothing`() throws {
    let key = try key([("FK", 1, 0), ("REG", 1, 4)], carrier: "REG")
    #expect(!key.isWhole)
    #expect(ContributionCall(total: Money(kronor: 100), key: key).shares.map(\.amount) == [.zero, Money(kronor: 25)])
  }

  @Test func `the key of a year is the latest that was valid when it began`() throws {
    var association = Association(name: "Förbundet", organisationNumber: "222000-0000")
    association.contributionKeys = [
      try key([], carrier: "", from: "2024-01-01"), try key([], carrier: "", from: "2020-01-01"),
      try key([], carrier: "", from: "2025-07-01"),
    ]
    func valid(_ year: Int) throws -> String? {
      association.contributionKey(for: try #require(FiscalYear(calendarYear: year)))?.validFrom.text
    }
    #expect(try valid(2023) == "2020-01-01")
    #expect(try valid(2024) == "2024-01-01")
    #expect(try valid(2026) == "2025-07-01")
    #expect(try valid(2019) == nil)
    #expect(try valid(2020) == "2020-01-01")
  }
}
