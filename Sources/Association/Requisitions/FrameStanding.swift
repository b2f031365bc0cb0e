public import Ledger

/// How it stands with a frame when a receiver asks for money.
public struct FrameStanding: Hashable, Sendable {
  /// What the board granted for the year; nil where it granted nothing.
  public let granted: Money?
  /// What the ledger has as cost of the year.
  public let used: Money
  /// What has been asked for, is not booked yet, and is no part of an accrual.
  public let pending: Money
  /// What is accrued for the receiver and not asked for yet: it is cost already, and can be asked for without more cost.
  public let accrued: Money

  /// A standing.
  public init(granted: Money?, used: Money, pending: Money = .zero, accrued: Money = .zero) {
    self.granted = granted
    self.used = used
    self.pending = pending
    self.accrued = accrued
  }

  /// What can still be asked for: below nought where more is drawn than was granted.
  public var left: Money { (granted ?? .zero) - used - pending + accrued }

  /// By how much the frame is exceeded when this amount comes too; nought where it is not, or the amount is no more
  /// than what is accrued.
  public func over(after amount: Money) -> Money { amount <= accrued ? .zero : max(amount - left, .zero) }
}
