public import Ledger

/// A grant that somebody decided for the board by a point of the delegation order, within its amount. The board is told
/// of it (lag 2003:1210 10 §).
public struct GrantDelegation: Hashable, Sendable {
  /// When it was taken.
  public let day: CalendarDate
  /// By which version.
  public let order: OrderName
  /// By which point.
  public let point: DelegationOrder.Point
  /// What it is of: the insats.
  public let subject: String
  /// How much.
  public let amount: Money
  /// Who recorded it.
  public let by: String

  /// A decision.
  public init(
    day: CalendarDate, order: OrderName, point: DelegationOrder.Point, subject: String, amount: Money, by: String
  ) {
    self.day = day
    self.order = order
    self.point = point
    self.subject = subject
    self.amount = amount
    self.by = by
  }
}
