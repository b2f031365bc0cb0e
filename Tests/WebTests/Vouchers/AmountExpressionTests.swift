import Ledger
import TestKit
import Testing

@testable import Web

struct AmountExpressionTests {
  /// An outcome in the words of the table.
  static func word(_ outcome: AmountExpression.Outcome) -> String {
    switch outcome {
    case .empty: "empty"
    case .amount(let money): "\(money.ore)"
    case .fault(let fault): fault.rawValue
    }
  }

  @Test(arguments: AmountCases.all)
  func `what is typed comes to an amount, or is told why not`(typed: String, outcome: String) {
    #expect(AmountExpressionTests.word(AmountExpression.evaluate(typed)) == outcome, "\(typed)")
  }

  /// Texts of the signs that amounts are made of, and of some that they are not.
  static func random(count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    let signs = Array("0123456789012345,.  +-*/()() −×\u{A0}kr=a".unicodeScalars)
    return (0..<count).map { _ in
      var text = ""
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        if let sign = signs.randomElement(using: &generator) { text.unicodeScalars.append(sign) }
      }
      return text
    }
  }

  @Test func `no text whatever breaks the evaluator`() {
    for text in AmountExpressionTests.random(count: 50_000, seed: 20_260_215) {
      if case .amount(let money) = AmountExpression.evaluate(text) {
        #expect(money.ore.magnitude <= Money.oreMax.magnitude, "\(text)")
      }
    }
    for text in [
      "\0", "\u{FFFF}", "1\u{200D}2", "👩‍👩‍👧", String(repeating: "9", count: 400), String(repeating: "(", count: 400),
    ] {
      if case .amount = AmountExpression.evaluate(text) { Issue.record("\(text) is no amount") }
    }
  }

  @Test func `an amount written by us is read as the same amount`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let money = Money(ore: Int64.random(in: -Money.oreMax...Money.oreMax, using: &generator))
      #expect(AmountExpression.evaluate(AmountText.field(money)) == .amount(money))
    }
  }
}
