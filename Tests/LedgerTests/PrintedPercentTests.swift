import Ledger
import TestKit
import Testing

struct PrintedPercentTests {
  @Test(arguments: [
    ("98", 31, false), ("97", 31, true), ("100", 31, true), ("71", 136, true), ("81,4", 40, false), ("80,0", 40, true),
    ("77,8", 27, true), ("84,6", 13, true), ("84,7", 13, false), ("0", 5, true), ("50,000", 2, true),
  ])
  func `a percentage may be of so many, or may not`(text: String, base: Int64, isPossible: Bool) throws {
    let percent = try #require(PrintedPercent(text))
    #expect((percent.parts(of: base) != nil) == isPossible)
    #expect(percent.text == text)
  }

  @Test func `of 31 answers the nearest to 98 per cent are 30 and 31`() throws {
    let near = try #require(PrintedPercent("98 %")).nearest(of: 31)
    #expect(near.map(\.part) == [30, 31] && near.map(\.percent.text) == ["97", "100"])
  }

  @Test(arguments: ["", "%", "101", "-1", "1,2345", "1,2,3", "a", ",5", "5,", "1e2", "١٢"])
  func `what is no percentage is none`(text: String) { #expect(PrintedPercent(text) == nil) }

  @Test func `a percentage that is reckoned is always possible, and is of the counts that gave it`() {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<4000 {
      let whole = Int64.random(in: 1...4000, using: &random)
      let part = Int64.random(in: 0...whole, using: &random)
      let percent = PrintedPercent(part, of: whole, decimals: Int.random(in: 0...2, using: &random))
      #expect(percent.parts(of: whole)?.contains(part) == true, "\(part) of \(whole)")
      #expect(PrintedPercent(percent.text) == percent)
    }
  }

  @Test func `shares of women, men and all that come of whole numbers pass together, by sex or without`() throws {
    var random = SeededGenerator(seed: 42)
    for _ in 0..<1500 {
      let (women, men) = (Int64.random(in: 1...60, using: &random), Int64.random(in: 1...60, using: &random))
      let (part, ofMen) = (Int64.random(in: 0...women, using: &random), Int64.random(in: 0...men, using: &random))
      let decimals = Int.random(in: 0...1, using: &random)
      func percent(_ part: Int64, _ whole: Int64) -> PrintedPercent {
        PrintedPercent(part, of: whole, decimals: decimals)
      }
      let all = percent(part + ofMen, women + men)
      let (left, right) = (percent(part, women), percent(ofMen, men))
      try PrintedShares.examine(all: all, women: left, men: right, base: women + men, bySex: (women, men))
      try PrintedShares.examine(all: all, women: left, men: right, base: women + men)
      try PrintedShares.examine(all: all, women: left, men: right)
    }
  }

  @Test func `shares that cannot stand together are refused, with what is nearest`() throws {
    func percent(_ text: String) -> PrintedPercent { PrintedPercent(text) ?? PrintedPercent(thousandths: 0) }
    // 27 women and 13 men: 77,8 and 84,6 are 21 and 11, which are 32 of 40 and so 80,0.
    try PrintedShares.examine(
      all: percent("80,0"), women: percent("77,8"), men: percent("84,6"), base: 40, bySex: (27, 13))
    #expect(throws: PrintedShares.Impossible.together(nearest: [percent("80,0")])) {
      try PrintedShares.examine(
        all: percent("82,5"), women: percent("77,8"), men: percent("84,6"), base: 40, bySex: (27, 13))
    }
    #expect(throws: PrintedShares.Impossible.outside) {
      try PrintedShares.examine(all: percent("90"), women: percent("61"), men: percent("68"))
    }
    #expect(throws: PrintedShares.Impossible.alone(.all, percent("98"), of: 31)) {
      try PrintedShares.examine(all: percent("98"), base: 31)
    }
    // Of two answers, one a woman's and one a man's, no share of women is a half.
    #expect(throws: PrintedShares.Impossible.together(nearest: [])) {
      try PrintedShares.examine(all: percent("50"), women: percent("50"), men: percent("50"), base: 2)
    }
    #expect(PrintedShares.Impossible.alone(.all, percent("98"), of: 31).words.contains("30 av 31 är 97 %"))
  }
}
