public import Ledger

/// What a performer expects a year's draw of an insats to end with, as told after one of its months.
public struct PerformerForecast: Hashable, Sendable {
  /// Which insats.
  public var insatsID: String
  /// Which receiver's part; empty where the frame is shared.
  public var receiverID: String
  /// The calendar year.
  public var year: Int
  /// The last month whose outcome it rests on.
  public var month: Month
  /// What the whole year is expected to cost.
  public var expected: Money
  /// Why, in the performer's words.
  public var reason: String

  /// A performer's forecast.
  public init(
    insatsID: String, receiverID: String = "", year: Int, month: Month, expected: Money, reason: String = ""
  ) {
    self.insatsID = insatsID
    self.receiverID = receiverID
    self.year = year
    self.month = month
    self.expected = expected
    self.reason = reason
  }
}
