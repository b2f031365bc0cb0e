/// Who was at a meeting of the board, from which item to which, who served in whose place, and who was disqualified.
/// Said anew as a whole each time something changes; what holds is the last that was said.
public struct Attendance: Hashable, Sendable {
  /// How somebody is at a meeting (lag 2003:1210 § 19 a).
  public enum Mode: String, CaseIterable, Sendable {
    /// In the room.
    case present = "på plats"
    /// By sound and picture.
    case remote = "på distans"
    /// By sound alone, with special reasons.
    case sound = "ljud"
  }

  /// That somebody was there, in one stretch. Who was not there has none.
  public struct Presence: Hashable, Sendable {
    /// Which seat.
    public var seat: Int
    /// How.
    public var mode: Mode
    /// From which item, 1 for the whole meeting.
    public var from: Int
    /// Through which item; nil for the end.
    public var through: Int?

    /// A presence.
    public init(seat: Int, mode: Mode = .present, from: Int = 1, through: Int? = nil) {
      self.seat = seat
      self.mode = mode
      self.from = from
      self.through = through
    }

    func covers(_ item: Int) -> Bool { from <= item && item <= (through ?? .max) }
  }

  /// That a substitute served in the place of a member of the board (tjänstgjorde).
  public struct Service: Hashable, Sendable {
    /// The substitute's seat.
    public var substitute: Int
    /// In the place of which seat.
    public var seat: Int
    /// From which item.
    public var from: Int
    /// Through which item; nil for the end.
    public var through: Int?

    /// A service.
    public init(substitute: Int, for seat: Int, from: Int = 1, through: Int? = nil) {
      self.substitute = substitute
      self.seat = seat
      self.from = from
      self.through = through
    }

    func covers(_ item: Int) -> Bool { from <= item && item <= (through ?? .max) }
    func overlaps(_ other: Service) -> Bool { from <= (other.through ?? .max) && other.from <= (through ?? .max) }
  }

  /// That somebody was disqualified (jävig) in an item, and out of the room while it was handled (KL 6:28–30).
  public struct Conflict: Hashable, Sendable {
    /// Which seat.
    public var seat: Int
    /// Which item.
    public var item: Int
    /// On which ground, in a few words; may be empty.
    public var ground: String

    /// A conflict of interest.
    public init(seat: Int, item: Int, ground: String = "") {
      self.seat = seat
      self.item = item
      self.ground = ground
    }
  }

  /// Who was there.
  public var presences: [Presence]
  /// Who served in whose place.
  public var services: [Service]
  /// Who was disqualified.
  public var conflicts: [Conflict]
  /// The seat that chairs the meeting.
  public var chair: Int
  /// Who keeps the minutes, by function or name.
  public var secretary: String
  /// The seats that adjust the minutes with the chair: none before they are chosen, at most two.
  public var adjusters: [Int]

  /// An attendance.
  public init(
    presences: [Presence], services: [Service] = [], conflicts: [Conflict] = [], chair: Int, secretary: String = "",
    adjusters: [Int] = []
  ) {
    self.presences = presences
    self.services = services
    self.conflicts = conflicts
    self.chair = chair
    self.secretary = secretary
    self.adjusters = adjusters
  }

  /// Whether the seat is at the meeting while an item is handled: there, and not disqualified in it.
  public func isPresent(_ seat: Int, at item: Int) -> Bool {
    presences.contains { $0.seat == seat && $0.covers(item) } && !isDisqualified(seat, at: item)
  }

  /// Whether the seat is disqualified in an item.
  public func isDisqualified(_ seat: Int, at item: Int) -> Bool {
    conflicts.contains { $0.seat == seat && $0.item == item }
  }

  /// The seats that serve while an item is handled, in order: members of the board who are there, and substitutes in the
  /// place of those who are not. Whoever is disqualified is not among them, and the number of members stays what it was.
  public func serving(at item: Int, of seats: [MeetingSeat]) -> [Int] {
    seats.filter { seat in
      guard isPresent(seat.number, at: item) else { return false }
      return !seat.isSubstitute || services.contains { $0.substitute == seat.number && $0.covers(item) }
    }.map(\.number)
  }

  /// How the seat takes part; nil where it does not.
  public func mode(of seat: Int) -> Mode? { presences.first { $0.seat == seat }?.mode }

  /// Refuses what cannot have been: a seat that is none, two in one place, somebody from afar without a decision.
  func check(seats: [MeetingSeat], itemCount: Int, remote: RemoteRule?) throws(MeetingRefusal) {
    let numbers = Set(seats.map(\.number))
    let substitutes = Set(seats.filter(\.isSubstitute).map(\.number))
    let items = 1...max(itemCount, 1)
    func stretch(_ from: Int, _ through: Int?) -> Bool {
      items.contains(from) && through.map { items.contains($0) && $0 >= from } ?? true
    }
    for presence in presences {
      guard numbers.contains(presence.seat) else { throw .seatUnknown(presence.seat) }
      guard presences.filter({ $0.seat == presence.seat }).count == 1 else { throw .presentTwice(presence.seat) }
      guard stretch(presence.from, presence.through) else { throw .stretchBackwards(presence.seat) }
      switch presence.mode {
      case .present: break
      case .remote: guard remote != nil else { throw .remoteUndecided(presence.seat) }
      case .sound:
        guard let remote else { throw .remoteUndecided(presence.seat) }
        guard remote.soundReasons.hasWords else { throw .soundWithoutReasons(presence.seat) }
      }
    }
    for conflict in conflicts {
      guard numbers.contains(conflict.seat) else { throw .seatUnknown(conflict.seat) }
      guard items.contains(conflict.item) else { throw .itemUnknown(conflict.item) }
      guard conflicts.filter({ $0.seat == conflict.seat && $0.item == conflict.item }).count == 1 else {
        throw .disqualifiedTwice(conflict.seat, item: conflict.item)
      }
    }
    try checkServices(seats: numbers, substitutes: substitutes, itemCount: items.upperBound, stretch)
    guard numbers.contains(chair), !substitutes.contains(chair), presences.contains(where: { $0.seat == chair }) else {
      throw .chairAbsent
    }
    guard adjusters.count <= 2, Set(adjusters).count == adjusters.count, !adjusters.contains(chair) else {
      throw .adjustersWrong
    }
    for adjuster in adjusters where !items.contains(where: { serving(at: $0, of: seats).contains(adjuster) }) {
      throw .adjusterNotServing(adjuster)
    }
  }

  private func checkServices(
    seats: Set<Int>, substitutes: Set<Int>, itemCount: Int, _ stretch: (Int, Int?) -> Bool
  ) throws(MeetingRefusal) {
    for (index, service) in services.enumerated() {
      guard seats.contains(service.substitute) else { throw .seatUnknown(service.substitute) }
      guard seats.contains(service.seat) else { throw .seatUnknown(service.seat) }
      guard substitutes.contains(service.substitute), !substitutes.contains(service.seat) else {
        throw .notASubstitute(service.substitute, for: service.seat)
      }
      guard stretch(service.from, service.through) else { throw .stretchBackwards(service.substitute) }
      for other in services[(index + 1)...] where service.overlaps(other) {
        guard service.substitute != other.substitute, service.seat != other.seat else {
          throw .servesTwice(service.substitute)
        }
      }
      for item in service.from...(service.through ?? itemCount) {
        guard !isPresent(service.seat, at: item) else {
          throw .replacedWhilePresent(service.seat, by: service.substitute, item: item)
        }
      }
    }
  }
}
