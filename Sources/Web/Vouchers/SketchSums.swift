import Ledger
import Report
import Store

/// What a sketch's columns come to as far as they can be read.
struct SketchSums: Hashable {
  let debit: Money
  let credit: Money
  /// Whether every amount could be read.
  let isWhole: Bool

  init(_ sketch: Sketch) {
    var isWhole = true
    func sum(_ texts: [String]) -> Money {
      texts.map { text in
        switch AmountExpression.evaluate(text) {
        case .empty: return Money.zero
        case .amount(let money): return money
        case .fault:
          isWhole = false
          return Money.zero
        }
      }.sum()
    }
    debit = sum(sketch.rows.map(\.debit))
    credit = sum(sketch.rows.map(\.credit))
    self.isWhole = isWhole
  }

  var difference: Money { debit - credit }

  /// Whether it balances, in the word that the page and its style know: `even`, `odd`, or `none` while nothing is typed.
  var state: String {
    guard isWhole, difference == .zero else { return "odd" }
    return debit == .zero ? "none" : "even"
  }

  /// How debit and credit stand, in a sentence; `grid.js` says the same.
  var words: String {
    if !isWhole { return "Ett belopp går inte att räkna ut." }
    if difference == .zero {
      return debit == .zero && credit == .zero
        ? "Inga belopp än." : "Debet och kredit är lika: \(Numerals.ore(debit))."
    }
    let missing = difference > .zero ? "kredit" : "debet"
    return "Skillnaden är \(Numerals.ore(difference.magnitude)): det fattas i \(missing)."
  }
}
