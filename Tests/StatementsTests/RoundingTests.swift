import Ledger
import TestKit
import Testing

@testable import Statements

struct RoundingTests {
  @Test func `thirds of a hundred are printed so that they make a hundred`() {
    let parts = [Money(ore: 3333), Money(ore: 3333), Money(ore: 3334)]
    #expect(apportioned(100, over: parts, unitOre: 100) == [33, 33, 34])
  }

  @Test func `the rest goes to the part that was rounded furthest the other way, and never to a part of nothing`() {
    let parts = [Money(ore: 149), Money(ore: 140), .zero, Money(ore: 111)]
    #expect(apportioned(4, over: parts, unitOre: 100) == [2, 1, 0, 1])
  }

  @Test func `costs and income of both signs are shared by the same rule`() {
    #expect(apportioned(0, over: [Money(ore: 1050), Money(ore: -1050)], unitOre: 100) == [11, -11])
    #expect(apportioned(-1, over: [Money(ore: 1049), Money(ore: -1120)], unitOre: 100) == [10, -11])
  }

  @Test func `a target far away is spread evenly and no parts give nothing`() {
    #expect(apportioned(1000, over: [Money(ore: 100), Money(ore: 100)], unitOre: 100) == [500, 500])
    #expect(apportioned(5, over: [], unitOre: 100).isEmpty)
    #expect(apportioned(3, over: [.zero], unitOre: 100) == [3])
  }

  @Test func `any parts make their rounded sum, each less than one unit from its exact amount`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      let parts = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Money(ore: Int64.random(in: -50_000...50_000, using: &random))
      }
      let unit: Int64 = Bool.random(using: &random) ? 100 : 100_000
      let target = parts.sum().rounded(toUnitsOf: unit)
      let printed = apportioned(target, over: parts, unitOre: unit)

      #expect(printed.reduce(0, +) == target)
      for (part, units) in zip(parts, printed) { #expect(abs(units * unit - part.ore) < unit) }
    }
  }

  @Test func `a pinned row is printed as pinned and its neighbours take the rest`() {
    let rounding = ColumnRounding(
      exact: ["a": Money(ore: 140), "b": Money(ore: 140), "s": Money(ore: 280)],
      sums: ["s": [ColumnRounding.Term("+a"), ColumnRounding.Term("+b")]], pins: ["a": 1], unitOre: 100)
    #expect(rounding.printed() == ["a": 1, "b": 2, "s": 3])
  }

  @Test func `a sum all of whose parts are given is their sum`() {
    let rounding = ColumnRounding(
      exact: ["a": Money(ore: 140), "b": .zero, "s": Money(ore: 140)],
      sums: ["s": [ColumnRounding.Term("+a"), ColumnRounding.Term("-b")]], pins: ["a": 2, "s": 1], unitOre: 100)
    #expect(rounding.printed() == ["a": 2, "b": 0, "s": 2])
  }

  @Test func `the policy is said once, under the income statement`() throws {
    let (books, previous) = (try Blekinge.books2022(), try Blekinge.books2021())
    let tables = [
      incomeStatement(books, previous: previous, mapping: Blekinge.mapping),
      balanceSheet(books, previous: previous, mapping: Blekinge.mapping),
      cashFlowStatement(books, previous: previous, mapping: Blekinge.mapping),
    ]
    #expect(tables.map(\.remark) == [roundingPolicySentence, "", ""])
  }
}
