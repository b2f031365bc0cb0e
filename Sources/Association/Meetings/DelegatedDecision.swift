public import Ledger

/// A decision taken on the board's behalf (delegationsbeslut), which is reported to the board (lag 2003:1210 § 10).
public struct DelegatedDecision: Hashable, Sendable {
  /// The day it was taken.
  public let day: CalendarDate
  /// Who took it, by function.
  public let by: String
  /// On which ground: the point of the delegation order.
  public let ground: String
  /// What was decided.
  public let words: String

  /// A decision; refused where something is not said.
  public init(day: CalendarDate, by: String, ground: String, words: String) throws(MeetingRefusal) {
    guard by.hasWords, ground.hasWords, words.hasWords else { throw .delegationIncomplete }
    self.day = day
    self.by = by
    self.ground = ground
    self.words = words
  }
}

/// A delegated decision in the book.
public struct KeptDelegatedDecision: Hashable, Sendable {
  /// By which it is known.
  public let id: Int64
  /// What was decided.
  public let decision: DelegatedDecision
  /// The paragraph by which the board was told of it; nil while it waits.
  public let reported: Decision?
  /// Who recorded it, and when.
  public let mark: StepMark

  /// A decision as it is kept.
  public init(id: Int64, decision: DelegatedDecision, reported: Decision?, mark: StepMark) {
    self.id = id
    self.decision = decision
    self.reported = reported
    self.mark = mark
  }
}
