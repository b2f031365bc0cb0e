public import Ledger

/// What an insats was before: it has had another name, or goes on from another insats (”Skapa med” → ”Skapa med 2.0”).
public struct InsatsOrigin: Hashable, Sendable {
  /// Which insats.
  public var insatsID: String
  /// The insats that it goes on from; its own id where it has only changed its name.
  public var formerID: String
  /// What it was called.
  public var formerName: String
  /// From which day it is what it is now.
  public var since: CalendarDate?
  /// Why.
  public var words: String

  /// What an insats was before.
  public init(
    insatsID: String, formerID: String, formerName: String, since: CalendarDate? = nil, words: String = ""
  ) {
    self.insatsID = insatsID
    self.formerID = formerID
    self.formerName = formerName
    self.since = since
    self.words = words
  }

  /// Whether only the name has changed.
  public var isRenaming: Bool { insatsID == formerID }
}
