import Association
import Ledger
import Statements
import Testing

struct EquityTests {
  @Test func `soliditet of Blekinge 2022 is 20,1 per cent and of 2021 44,7`() throws {
    let now = try #require(solidity(try Blekinge.books2022(), mapping: Blekinge.mapping))
    #expect(now.share == Share(161_155_400, of: 800_183_200))
    #expect(now.share?.permille == 201)
    #expect(try #require(solidity(try Blekinge.books2021(), mapping: Blekinge.mapping)).share?.permille == 447)
  }

  @Test func `equity is the same before and after the year has been ended`() throws {
    #expect(equity(try Blekinge.books2021(), mapping: Blekinge.mapping).amount == Money(kronor: 4_034_117))
    let open = try books(
      2021, [Entry(1930, opening: 10, change: 5), Entry(2068, opening: -10), Entry(3981, change: -5)])
    let ended = try books(
      2021,
      [
        Entry(1930, opening: 10, change: 5), Entry(2068, opening: -10), Entry(3981, change: -5), Entry(8999, change: 5),
        Entry(2069, change: -5),
      ])
    #expect(equity(open, mapping: Blekinge.mapping).amount == Money(kronor: 15))
    #expect(equity(ended, mapping: Blekinge.mapping).amount == Money(kronor: 15))
  }

  @Test func `without assets there is no soliditet`() throws {
    #expect(solidity(try books(2022, []), mapping: Blekinge.mapping) == nil)
  }

  @Test(arguments: [
    (13_880_000, 2_432_000, 4_034_117, -1_602_117), (13_880_000, 2_432_000, 1_611_554, 820_446),
    (13_848_000, 2_427_200, 1_953_815, 473_385), (13_848_000, 2_427_200, 4_214_100, -1_786_900),
    (13_577_999, 2_386_700, 5_377_109, -2_990_409), (14_311_000, 2_496_650, 6_561_484, -4_064_834),
    (5_222_000, 1_044_400, 801_162, 243_238), (14_784_000, 2_567_600, 2_904_000, -336_400),
  ])
  func `the cap is 20 per cent up to seven million and 15 above`(base: Int64, cap: Int64, equity: Int64, room: Int64) {
    let amount = equityCapAmount(base: Money(kronor: base), settings: Settings())
    #expect(amount.rounded(toUnitsOf: 100) == cap)
    #expect((amount - Money(kronor: equity)).rounded(toUnitsOf: 100) == room)
  }

  @Test func `nothing to reckon on gives no cap, and the step is the association's to choose`() {
    var settings = Settings()
    #expect(equityCapAmount(base: .zero, settings: settings) == .zero)
    #expect(equityCapAmount(base: Money(kronor: -5), settings: settings) == .zero)
    settings.capStep = Money(kronor: 100)
    settings.capHighPermille = 0
    #expect(equityCapAmount(base: Money(kronor: 1000), settings: settings) == Money(kronor: 20))
  }

  @Test func `the table of the cap says base, cap, equity, room and share`() throws {
    var association = Blekinge.association()
    let (books, previous) = (try Blekinge.books2022(), try Blekinge.books2021())
    let table = equityCap(books, previous: previous, mapping: Blekinge.mapping, association: association)
    #expect(table.column() == [13_880_000, 2_432_000, 1_611_554, 820_446])
    #expect(table.figure("andel")?.share?.permille == 116)
    #expect(table.printed("utrymme", "previous") == -1_602_118)

    association.settings.capBase = .contributions
    let other = equityCap(books, previous: previous, mapping: Blekinge.mapping, association: association)
    #expect(other.printed("underlag", "previous") == 13_880_000)
    #expect(other.printed("utrymme", "previous") == -1_602_117)
    #expect(other.faultySum == nil)
  }
}
