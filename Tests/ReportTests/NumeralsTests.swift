import Ledger
import Report
import Statements
import Testing

struct NumeralsTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1\u{00A0}000"), (-2_422_563, "\u{2212}2\u{00A0}422\u{00A0}563"),
    (Int64.min, "\u{2212}9\u{00A0}223\u{00A0}372\u{00A0}036\u{00A0}854\u{00A0}775\u{00A0}808"),
  ])
  func `thousands are kept apart by a space that does not break`(number: Int64, text: String) {
    #expect(Numerals.whole(number) == text)
  }

  @Test func `an amount is rounded once, in the unit it is printed in`() {
    let amount = Money(ore: 161_155_450)

    #expect(Numerals.kronor(amount) == "1\u{00A0}611\u{00A0}555\u{00A0}kr")
    #expect(Numerals.thousands(amount) == "1\u{00A0}612\u{00A0}tkr")
    #expect(Numerals.millions(amount) == "1,6\u{00A0}mnkr")
    #expect(Numerals.ore(amount) == "1\u{00A0}611\u{00A0}554,50\u{00A0}kr")
  }

  @Test func `an amount that rounds to nothing has no minus`() {
    #expect(Numerals.kronor(Money(ore: -49)) == "0\u{00A0}kr")
    #expect(Numerals.millions(Money(ore: -4_999_999)) == "0,0\u{00A0}mnkr")
  }

  @Test func `a negative amount smaller than one krona keeps its minus where öre are printed`() {
    #expect(Numerals.ore(Money(ore: -49)) == "\u{2212}0,49\u{00A0}kr")
  }

  @Test func `a share is printed in whole per cent or with one decimal, each from the exact share`() throws {
    let share = try #require(Share(161_155_400, of: 800_183_200))

    #expect(Numerals.percent(share) == "20\u{00A0}%")
    #expect(Numerals.percentWithDecimal(share) == "20,1\u{00A0}%")
  }

  @Test func `a day is written with its month in letters`() throws {
    let day = try #require(CalendarDate("2022-12-31"))

    #expect(Numerals.date(day) == "31\u{00A0}december 2022")
  }

  @Test(arguments: [(0, "noll"), (1, "ett"), (12, "tolv"), (13, "13"), (-1, "\u{2212}1")])
  func `small counts are written in words`(count: Int64, text: String) {
    #expect(Numerals.words(count) == text)
  }
}
