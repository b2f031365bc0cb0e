import Association
import Ledger
import Statements
import TestKit
import Testing

@testable import Report

/// Women and men beside one another, and what may be said of so few.
struct SexComparisonTests {
  /// Newcombe's own examples, method 10 of table II, to four decimals (Statistics in Medicine 17, 1998).
  static let published: [(Int64, Int64, Int64, Int64, low: Int64, high: Int64)] = [
    (56, 70, 48, 80, 524, 3339), (9, 10, 3, 10, 1705, 8090), (5, 56, 0, 29, -381, 1926), (0, 10, 0, 20, -1611, 2775),
    (10, 10, 0, 10, 6075, 10_000),
  ]

  @Test(arguments: published)
  func `the range is the published one`(
    first: Int64, of firstBase: Int64, second: Int64, and secondBase: Int64, low: Int64, high: Int64
  ) {
    let range = SexComparison.interval(first, of: firstBase, and: second, of: secondBase)

    #expect(abs(range.low - low * 100) <= 60, "\(range)")
    #expect(abs(range.high - high * 100) <= 60, "\(range)")
  }

  @Test func `the range holds the difference, turns with the sexes, and narrows with more people`() {
    var dice = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let (m, n) = (Int64.random(in: 1...400, using: &dice), Int64.random(in: 1...400, using: &dice))
      let (a, b) = (Int64.random(in: 0...m, using: &dice), Int64.random(in: 0...n, using: &dice))
      let range = SexComparison.interval(a, of: m, and: b, of: n)
      let turned = SexComparison.interval(b, of: n, and: a, of: m)
      let more = SexComparison.interval(a * 10, of: m * 10, and: b * 10, of: n * 10)
      let place: Comment = "\(a) of \(m), \(b) of \(n)"
      #expect((range.low...range.high).contains(range.difference), place)
      #expect((-1_000_000...1_000_000).contains(range.low) && range.high <= 1_000_000, place)
      #expect(abs(turned.low + range.high) <= 4 && abs(turned.high + range.low) <= 4, place)
      #expect(more.high - more.low < range.high - range.low, place)
    }
  }

  private func comparisons(_ women: (Int, Int), _ men: (Int, Int)) throws -> [SexComparison] {
    var association = Association(name: "Prov", organisationNumber: "222000-0000")
    association.goals = [
      Goal(
        id: "steg", year: 2022, kind: .individual, title: "Steg", text: "", rule: .shareAtLeast(permille: 500),
        outcomes: [
          .init(met: Tally(women: women.0, men: men.0), base: Tally(women: women.1, men: men.1))
        ])
    ]
    return Statistics(of: association, year: try #require(FiscalYear(calendarYear: 2022))).comparisons
  }

  @Test func `what may be chance is said to be`() throws {
    let comparison = try #require(try comparisons((24, 98), (12, 38)).first)

    #expect(comparison.verdict == .mayBeChance)
    #expect(
      comparison.sentence
        == "Andelen är 8 procentenheter högre bland männen än bland kvinnorna. Skillnaden kan vara en slump: med så här många "
        + "personer kan den ligga från 25 högre bland männen till 9 högre bland kvinnorna.")
  }

  @Test func `what is more than chance is said to be, with how much`() throws {
    let comparison = try #require(try comparisons((80, 100), (40, 100)).first)

    #expect(comparison.verdict == .womenHigher)
    #expect(comparison.sentence.contains("40 procentenheter högre bland kvinnorna"))
    #expect(comparison.sentence.contains("mer än slumpen brukar ge"))
    #expect(comparison.range.lowerBound > 0)
  }

  @Test func `the same is the same`() throws {
    let comparison = try #require(try comparisons((20, 40), (10, 20)).first)

    #expect(comparison.verdict == .equal)
    #expect(comparison.sentence == "Andelen är lika stor bland kvinnorna och männen.")
  }

  @Test(arguments: [((3, 4), (12, 38)), ((24, 98), (2, 38)), ((96, 98), (12, 38)), ((24, 98), (0, 0))])
  func `nothing is said of a handful, or of counts that are not printed`(women: (Int, Int), men: (Int, Int)) throws {
    #expect(try comparisons(women, men) == [])
  }
}
