public import Ledger

/// What the association finances: an insats, run by a party.
public struct Insats: Hashable, Sendable {
  /// Which direction it has.
  public enum Kind: String, CaseIterable, Sendable {
    /// Individinriktad.
    case individual = "individ"
    /// Strukturövergripande.
    case structural = "struktur"
    /// Konsultationsteam.
    case consultation = "konsultationsteam"
    /// Förstudie.
    case preStudy = "förstudie"
  }

  /// A short name by which other facts point to it, and its object number in dimension `insats`.
  public var id: String
  /// The name.
  public var name: String
  /// The direction.
  public var kind: Kind
  /// The member that runs it.
  public var ownerID: String
  /// What it is for, who it is for, what it shall reach; one sentence or a few, Markdown.
  public var purpose: String
  /// For whom.
  public var targetGroup: String
  /// First day, if said.
  public var started: CalendarDate?
  /// Last day, if it has ended or will.
  public var ended: CalendarDate?

  /// An insats.
  public init(
    id: String, name: String, kind: Kind, ownerID: String, purpose: String = "", targetGroup: String = "",
    started: CalendarDate? = nil, ended: CalendarDate? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.ownerID = ownerID
    self.purpose = purpose
    self.targetGroup = targetGroup
    self.started = started
    self.ended = ended
  }
}

/// What one receiver of an insats may draw in a year, as the board has granted.
public struct Frame: Hashable, Sendable {
  /// Which insats.
  public var insatsID: String
  /// Which member draws it. Empty where one frame is shared by all receivers.
  public var receiverID: String
  /// The calendar year.
  public var year: Int
  /// How much.
  public var granted: Money
  /// Where it is decided.
  public var decision: Decision

  /// A frame.
  public init(insatsID: String, receiverID: String, year: Int, granted: Money, decision: Decision = Decision()) {
    self.insatsID = insatsID
    self.receiverID = receiverID
    self.year = year
    self.granted = granted
    self.decision = decision
  }
}
