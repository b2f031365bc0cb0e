import Ledger
import Report

/// Amounts as they stand in fields and columns: without the unit, which the column's heading or the page says.
enum AmountText {
  /// `12 500,50`, with the space that keeps a number on one line. `AmountExpression` reads it as the same amount.
  static func field(_ amount: Money) -> String {
    let cents = amount.ore.magnitude % 100
    let whole = Numerals.whole(Int64(amount.ore.magnitude / 100))
    return "\(amount.ore < 0 ? Numerals.minus : "")\(whole),\(cents < 10 ? "0" : "")\(cents)"
  }
}
