public import Ledger

/// Something about a delivery that does not hold, where it stands in it.
public struct DeliveryFault: Hashable, Sendable {
  /// How far a delivery comes with it.
  public enum Weight: Hashable, Sendable {
    /// The delivery cannot be made.
    case wrong
    /// The delivery can be made, and not accepted until the exit reason has been mapped.
    case unmapped
    /// The delivery can be made and accepted; whoever accepts it ought to look.
    case question
  }

  /// Which part of a delivery it is about.
  public enum Part: Hashable, Sendable {
    case insats
    case period
    case flow(Flow.Row)
    /// A ground as a whole.
    case ground(CountGround)
    /// A row of a ground, from 0.
    case row(CountGround, Int)
    /// A line on who is outside, from 0.
    case coverage(Int)
    case adviceCalls
    case volume
    case alsoElsewhere
    case asked
    case answered
    case remark
  }

  /// How grave it is.
  public let weight: Weight
  /// Where.
  public let part: Part
  /// In which column; nil where it is about the part as a whole.
  public let sex: Sex?
  /// What is, what was expected, what to do: whole sentences in Swedish, with the figures.
  public let message: String

  init(_ part: Part, _ sex: Sex?, _ message: String, weight: Weight = .wrong) {
    self.weight = weight
    self.part = part
    self.sex = sex
    self.message = message
  }
}

/// What a delivery is held against: the insats, what has been accepted of it, and what its exit reasons mean.
public struct DeliveryGround: Hashable, Sendable {
  /// The insats; nil where the association has none of that name.
  public var insats: Insats?
  /// The day it is held against it.
  public var today: CalendarDate
  /// The accepted deliveries of the insats, without the one that is being corrected.
  public var accepted: [CountDelivery]
  /// What exit reasons mean.
  public var exitReasons: [ExitReasonMapping]

  /// A ground.
  public init(
    insats: Insats?, today: CalendarDate, accepted: [CountDelivery] = [], exitReasons: [ExitReasonMapping] = []
  ) {
    self.insats = insats
    self.today = today
    self.accepted = accepted
    self.exitReasons = exitReasons
  }
}
