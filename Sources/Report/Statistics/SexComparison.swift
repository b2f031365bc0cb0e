import Association
public import Statements

/// Women and men beside one another: how large a part of each, how far apart, and how far apart they may be for all that
/// so few people can say.
///
/// The range is Newcombe's, of two Wilson intervals at 95 per cent: it is right for small groups and for shares near none
/// and all, where the usual formula is not. It is reckoned in millionths with whole numbers. It is told in words, and of
/// counts that are printed only, so that it can tell no more than they do.
public struct SexComparison: Hashable, Sendable {
  /// What the range says.
  public enum Verdict: String, Hashable, Sendable {
    /// The shares are the same.
    case equal
    /// They differ, by no more than chance may do.
    case mayBeChance
    /// Women's is the larger, by more than chance usually makes it.
    case womenHigher
    /// Men's is the larger.
    case menHigher
  }

  /// Where it stands: `Deltagarmål 1`, `Ålder`.
  public let place: String
  /// What is compared: `Stöd`, `15–29 år`.
  public let title: String
  /// The share of women.
  public let women: Figure
  /// How many women.
  public let womenBase: Figure
  /// The share of men.
  public let men: Figure
  /// How many men.
  public let menBase: Figure
  /// Women's share less men's, in per mille.
  public let differencePermille: Int64
  /// The least and the greatest that it may be, in per mille.
  public let range: ClosedRange<Int64>
  /// What that says.
  public let verdict: Verdict

  /// A comparison of two shares, or nil where one of them is not told or is of fewer than the threshold.
  init?(
    place: String, title: String, part: Statistics.BySex, whole: Statistics.BySex, shares: Statistics.BySex,
    _ protection: CountProtection
  ) {
    guard let women = shares.women, let men = shares.men, let womenShare = women.share, let menShare = men.share,
      let womenBase = whole.women, let menBase = whole.men,
      protection.mayShare(of: Int(womenShare.denominator)), protection.mayShare(of: Int(menShare.denominator)),
      (0...womenShare.denominator).contains(womenShare.numerator),
      (0...menShare.denominator).contains(menShare.numerator)
    else { return nil }
    let interval = SexComparison.interval(
      womenShare.numerator, of: womenShare.denominator, and: menShare.numerator, of: menShare.denominator)
    self.place = place
    self.title = title
    (self.women, self.womenBase, self.men, self.menBase) = (women, womenBase, men, menBase)
    differencePermille = SexComparison.rounded(interval.difference)
    range = SexComparison.rounded(interval.low)...SexComparison.rounded(interval.high)
    // Exactly, for a rounded share may be the same where the shares are not.
    let isEqual =
      Int128(womenShare.numerator) * Int128(menShare.denominator)
      == Int128(menShare.numerator) * Int128(womenShare.denominator)
    verdict =
      isEqual ? .equal : interval.low > 0 ? .womenHigher : interval.high < 0 ? .menHigher : .mayBeChance
  }

  /// What it comes to, in a sentence.
  public var sentence: String {
    guard let women = women.share, let men = men.share else { return "" }
    // The difference is that of the shares as they are printed, so that it can be checked by the reader.
    let points = women.percent - men.percent
    let (low, high) = (SexComparison.points(range.lowerBound), SexComparison.points(range.upperBound))
    let (larger, smaller) = points > 0 ? ("kvinnorna", "männen") : ("männen", "kvinnorna")
    let size = "\(Numerals.whole(abs(points))) \(abs(points) == 1 ? "procentenhet" : "procentenheter")"
    switch verdict {
    case .equal:
      return "Andelen är lika stor bland kvinnorna och männen."
    case .mayBeChance:
      let lead =
        points == 0
        ? "Andelen är ungefär lika stor bland kvinnorna och männen."
        : "Andelen är \(size) högre bland \(larger) än bland \(smaller). Skillnaden kan vara en slump:"
      guard points != 0 else { return lead }
      return "\(lead) med så här många personer kan den ligga från \(SexComparison.words(low)) till "
        + "\(SexComparison.words(high))."
    case .womenHigher, .menHigher:
      let bounds = [abs(low), abs(high)].sorted()
      return
        "Andelen är \(size) högre bland \(larger) än bland \(smaller). Det är mer än slumpen brukar ge: skillnaden "
        + "ligger troligen mellan \(Numerals.whole(bounds[0])) och \(Numerals.whole(bounds[1])) procentenheter."
    }
  }

  /// So many percentage points, and whose share is the higher.
  private static func words(_ points: Int64) -> String {
    if points == 0 { return "ingen skillnad alls" }
    return "\(Numerals.whole(abs(points))) högre bland \(points > 0 ? "kvinnorna" : "männen")"
  }

  /// Per mille as whole percentage points, halves away from zero.
  private static func points(_ permille: Int64) -> Int64 {
    permille < 0 ? -((-permille + 5) / 10) : (permille + 5) / 10
  }

  /// Millionths as per mille, halves away from zero.
  private static func rounded(_ millionths: Int64) -> Int64 {
    millionths < 0 ? -((-millionths + 500) / 1000) : (millionths + 500) / 1000
  }
}

// The reckoning.
extension SexComparison {
  private static let one: Int128 = 1_000_000
  /// The square of 1.959964, the quantile of 97.5 per cent, in millionths.
  private static let zSquared: Int128 = 3_841_459

  /// The difference of two shares and Newcombe's range of it (Statistics in Medicine 17, 1998, method 10), in millionths.
  static func interval(
    _ first: Int64, of firstBase: Int64, and second: Int64, of secondBase: Int64
  ) -> (difference: Int64, low: Int64, high: Int64) {
    let (left, right) = (wilson(first, of: firstBase), wilson(second, of: secondBase))
    let difference = left.share - right.share
    func root(_ one: Int128, _ other: Int128) -> Int128 { squareRoot(one * one + other * other) }
    let low = difference - root(left.share - left.low, right.high - right.share)
    let high = difference + root(left.high - left.share, right.share - right.low)
    return (Int64(difference), Int64(low), Int64(high))
  }

  /// A share and Wilson's range of it, in millionths.
  private static func wilson(_ part: Int64, of base: Int64) -> (share: Int128, low: Int128, high: Int128) {
    let (part, base) = (Int128(part), Int128(base))
    // (a + z²/2 ± √(z²·a(n−a)/n + z⁴/4)) / (n + z²)
    let middle = part * one + zSquared / 2
    let half = squareRoot(zSquared * one * part * (base - part) / base + zSquared * zSquared / 4)
    let divisor = base * one + zSquared
    return (
      share: part * one / base, low: max(middle - half, 0) * one / divisor,
      high: min((middle + half) * one / divisor, one)
    )
  }

  /// The whole part of a square root, by Newton's way.
  private static func squareRoot(_ number: Int128) -> Int128 {
    guard number > 1 else { return max(number, 0) }
    var guess = Int128(1) << ((128 - number.leadingZeroBitCount + 1) / 2)
    while true {
      let next = (guess + number / guess) / 2
      guard next < guess else { return guess }
      guess = next
    }
  }
}

// What is compared.
extension SexComparison {
  /// All that is told of women and men in the year: the goals, the surveys, and the grounds of all insatser.
  static func all(
    tables: [Statistics.Counted], surveys: [Statistics.SurveyResult], goals: [Statistics.GoalResult],
    _ protection: CountProtection
  ) -> [SexComparison] {
    let ofGoals = goals.flatMap { goal in
      goal.outcomes.compactMap { outcome in
        SexComparison(
          place: goal.title, title: outcome.title.isEmpty ? "Uppnådde målet" : outcome.title, part: outcome.part,
          whole: outcome.whole, shares: outcome.shares, protection)
      }
    }
    let ofSurveys = surveys.flatMap { survey in
      survey.questions.compactMap { question in
        SexComparison(
          place: survey.title, title: question.title, part: question.part, whole: question.whole,
          shares: question.shares, protection)
      }
    }
    let ofTables = tables.filter(\.insatsID.isEmpty).flatMap { table in
      // Of two parts one says what the other does.
      (table.rows.count == 2 ? Array(table.rows.prefix(1)) : table.rows).compactMap { row in
        table.sum.flatMap { sum in
          SexComparison(
            place: table.title, title: row.title, part: row.counts, whole: sum.counts, shares: row.shares, protection)
        }
      }
    }
    return ofGoals + ofSurveys + ofTables
  }
}
