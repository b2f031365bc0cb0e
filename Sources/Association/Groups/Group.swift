public import Ledger

/// A group in which the parties meet beside the board: a local group, the preparation group, a consultation team.
/// It decides nothing of its own (lag 2003:1210 § 10: what is decided is decided by the board or by delegation).
public struct Group: Hashable, Sendable {
  /// What a group is for.
  public enum Kind: String, CaseIterable, Sendable {
    /// Lokal samverkansgrupp: the managers in a municipality, who own its FINSAM plan.
    case localGroup = "lsg"
    /// Beredningsgrupp: one official of each member, who judges applications.
    case preparation = "beredning"
    /// Regionalt forum.
    case regionalForum = "regionalt-forum"
    /// Konsultationsteam: officials of the four parties who advise colleagues.
    case consultationTeam = "konsultationsteam"
    /// Nätverk.
    case network = "natverk"
    /// Styrgrupp of an insats.
    case steering = "styrgrupp"

    /// What it is called, in Swedish.
    public var title: String {
      switch self {
      case .localGroup: "Lokal samverkansgrupp"
      case .preparation: "Beredningsgrupp"
      case .regionalForum: "Regionalt forum"
      case .consultationTeam: "Konsultationsteam"
      case .network: "Nätverk"
      case .steering: "Styrgrupp"
      }
    }
  }

  /// A short name by which other facts point to it: `lsg-storstad`.
  public var id: String
  /// What it is called.
  public var title: String
  /// What it is for.
  public var kind: Kind
  /// The municipality of a local group, as an id of the association's members; nil where it is of no one municipality.
  public var memberID: String?
  /// Since when, if said.
  public var from: CalendarDate?
  /// Until when, if it has ended.
  public var until: CalendarDate?
  /// Who sits in it, in the order they are shown.
  public var members: [GroupMember]

  /// A group.
  public init(
    id: String, title: String, kind: Kind, memberID: String? = nil, from: CalendarDate? = nil,
    until: CalendarDate? = nil, members: [GroupMember] = []
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.memberID = memberID
    self.from = from
    self.until = until
    self.members = members
  }

  /// Whether the group is there on that day.
  public func isStanding(on day: CalendarDate) -> Bool { (from ?? day) <= day && day <= (until ?? day) }

  /// Who sits in it on that day, in order.
  public func members(on day: CalendarDate) -> [GroupMember] { members.filter { $0.sits(on: day) } }
}

/// A place in a group: an official of one of the parties, never a participant.
public struct GroupMember: Hashable, Sendable {
  /// The name; empty where the association writes functions only.
  public var name: String
  /// The function: `Enhetschef`.
  public var function: String
  /// Which party, as an id of the association's members.
  public var partyID: String
  /// Since when, if said.
  public var from: CalendarDate?
  /// Until when, if said.
  public var until: CalendarDate?

  /// A place.
  public init(
    name: String = "", function: String, partyID: String, from: CalendarDate? = nil, until: CalendarDate? = nil
  ) {
    self.name = name
    self.function = function
    self.partyID = partyID
    self.from = from
    self.until = until
  }

  /// Whether the place is held on that day.
  public func sits(on day: CalendarDate) -> Bool { (from ?? day) <= day && day <= (until ?? day) }
}
