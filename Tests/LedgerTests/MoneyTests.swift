import Ledger
import TestKit
import Testing

struct MoneyTests {
  @Test(arguments: [
    ("0", 0), ("7", 700), ("123", 12_300), ("123.4", 12_340), ("123.45", 12_345), ("-123.45", -12_345),
    ("-0.01", -1), ("00012.50", 1250), ("12.", 1200), ("-0", 0), ("10000000000", 1_000_000_000_000),
    ("-10000000000.00", -1_000_000_000_000),
  ])
  func `an amount is read to the öre`(text: String, ore: Int64) {
    #expect(Money(decimal: text.utf8)?.ore == ore)
  }

  @Test(arguments: [
    "", "-", ".", ".5", "+1", "1,5", "1 000", "1.234", "1.2.3", "--1", "1-", "1e5", "0x10", "10000000000.01",
    "99999999999999999999", "１２", "1\u{A0}000", "12 ", " 12", "NaN",
  ])
  func `a text of any other form is no amount`(text: String) {
    #expect(Money(decimal: text.utf8) == nil)
  }

  @Test func `what is written is read back the same`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let money = Money(ore: Int64.random(in: -Money.oreMax...Money.oreMax, using: &random))
      #expect(Money(decimal: money.decimalText.utf8) == money)
    }
  }

  @Test func `any bytes are read without harm, and only as an amount within the bound`() {
    var random = SeededGenerator(seed: 2)
    let usual = Array("0123456789.-".utf8)
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        Bool.random(using: &random)
          ? usual.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
      }
      if let money = Money(decimal: bytes) { #expect(money.magnitude.ore <= Money.oreMax) }
    }
  }

  @Test(arguments: [
    (49, 0), (50, 1), (149, 1), (150, 2), (-49, 0), (-50, -1), (-150, -2), (0, 0), (100, 1),
  ])
  func `half a krona is rounded away from zero`(ore: Int64, kronor: Int64) {
    #expect(Money(ore: ore).rounded(toUnitsOf: 100) == kronor)
  }

  @Test func `thousands of kronor are rounded from the exact amount, not from kronor`() {
    #expect(Money(ore: 49_999).rounded(toUnitsOf: 100_000) == 0)
    #expect(Money(ore: 50_000).rounded(toUnitsOf: 100_000) == 1)
    #expect(Money(kronor: -2_422_563).rounded(toUnitsOf: 100_000) == -2423)
  }

  @Test(arguments: [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (-12_345, "-123.45"), (100, "1.00")])
  func `an amount is written with two decimals and a point`(ore: Int64, text: String) {
    #expect(Money(ore: ore).decimalText == text)
  }

  @Test func `amounts add, subtract and turn`() {
    var money = Money(kronor: 10) + Money(ore: 5)
    money -= Money(ore: 6)
    money += Money(ore: 1)

    #expect(money == Money(kronor: 10))
    #expect(-money < Money.zero)
    #expect([money, -money, money].sum() == money)
    #expect((-money).magnitude == money)
  }
}
