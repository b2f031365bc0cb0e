public import Association
public import Ledger

/// That the number of new participants of an insats in a year has been typed into Försäkringskassan's system Uppföljning
/// Finsam: which number, by whom and when. It goes to an authority and is exact; it is no publication.
public struct HandOver: Hashable, Sendable {
  /// Why it is not recorded.
  public enum Refusal: Error, Hashable, Sendable {
    /// The insats has not been registered in the system.
    case notRegistered
    /// The same number was handed over already.
    case unchanged
  }

  /// Which insats.
  public var insatsID: String
  /// The calendar year.
  public var year: Int
  /// The new participants as they were typed, by legal sex.
  public var counts: Tally
  /// Who typed them.
  public var by: String
  /// When.
  public var at: Moment

  /// A hand-over.
  public init(insatsID: String, year: Int, counts: Tally, by: String, at: Moment) {
    self.insatsID = insatsID
    self.year = year
    self.counts = counts
    self.by = by
    self.at = at
  }
}
