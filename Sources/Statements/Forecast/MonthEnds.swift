public import Ledger

/// A year's books as they stood at the end of each of its months: what a forecast learns the year's rhythm from.
public struct MonthEnds: Hashable, Sendable {
  /// The year.
  public let year: FiscalYear
  /// The books at the end of each month, first to last. A voucher counts from the month of its day.
  public let books: [Books]

  /// A year by its months, first to last. Nil where there is not one book for each month of the year.
  public init?(year: FiscalYear, books: [Books]) {
    guard books.count == year.months.count else { return nil }
    self.year = year
    self.books = books
  }

  /// Where in the year the month is, from 0; nil for a month outside it.
  public func index(of month: Month) -> Int? { year.months.firstIndex(of: month) }
}

/// How much of a year's whole had come by the end of each month: the rhythm of last year, or an even one.
struct Rhythm: Hashable, Sendable {
  /// What had come by the end of each month; the last is the whole, and more than nought.
  private let cumulative: [Int64]
  /// Whether it was learned, and is not the even one.
  let isLearned: Bool

  /// The rhythm of those amounts, cumulative and month by month, of what happens in the months of `span` alone. An even
  /// one where they do not make a whole.
  init(_ amounts: [Money], monthCount: Int, span: ClosedRange<Int>? = nil) {
    let span = span ?? 0...max(monthCount - 1, 0)
    // What went out and came back within the year is no rhythm: a part is between nought and the whole.
    let whole = max(amounts.last?.ore ?? 0, 0)
    let known = amounts.map { min(max($0.ore, 0), whole) }
    let steps = known.indices.map { span.contains($0) ? known[$0] - ($0 == 0 ? 0 : known[$0 - 1]) : 0 }
    isLearned = known.count == monthCount && steps.reduce(0, +) > 0
    let weights = isLearned ? steps : (0..<max(monthCount, 1)).map { span.contains($0) ? 1 : 0 }
    var sum: Int64 = 0
    cumulative = weights.map { weight in
      sum += weight
      return sum
    }
  }

  private var whole: Int64 { cumulative[cumulative.count - 1] }

  /// What part of the amount is still to come after that month (by its place in the year), halves away from zero.
  func remainder(of amount: Money, after index: Int) -> Money {
    Rhythm.part(of: amount, whole - cumulative[index], of: whole)
  }

  /// What part of what remained after the first month has come by the end of the second.
  func progress(of amount: Money, from index: Int, to later: Int) -> Money {
    let left = whole - cumulative[index]
    // Where nothing came after that month last year, what comes all the same is spread evenly.
    return left > 0
      ? Rhythm.part(of: amount, cumulative[later] - cumulative[index], of: left)
      : Rhythm.part(of: amount, Int64(later - index), of: Int64(max(cumulative.count - 1 - index, 1)))
  }

  private static func part(of amount: Money, _ numerator: Int64, of denominator: Int64) -> Money {
    guard denominator > 0 else { return .zero }
    let product = Int128(amount.ore) * Int128(numerator)
    let half = Int128(denominator) / 2 * (product < 0 ? -1 : 1)
    return Money(ore: Int64((product + half) / Int128(denominator)))
  }
}
