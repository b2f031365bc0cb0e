/// A year in the lift, level by level: what the annual report tells of the obstacles. It follows from what was reported
/// and answered, and is no fact of its own.
public struct ObstacleYear: Hashable, Sendable {
  /// One level's year.
  public struct Floor: Hashable, Sendable {
    /// How many came to the level: reported there, or passed up to it, or taken up again.
    public var arrived = 0
    /// How many it solved.
    public var solved = 0
    /// How many it declined.
    public var declined = 0
    /// How many it passed up.
    public var passedUp = 0
    /// How many waited there when the year had ended. Those joined with another wait no more.
    public var waiting = 0

    /// A level where nothing has happened.
    public init() {}

    /// How many it answered.
    public var answered: Int { solved + declined + passedUp }
  }

  /// The year.
  public let year: Int
  /// How many times an obstacle was reported in the year, also one that others had met before.
  public var reported = 0
  /// Each level's, from the bottom.
  public var floors = Obstacle.Level.allCases.map { _ in Floor() }

  /// A year in which nothing has happened.
  public init(year: Int) { self.year = year }

  /// One level's.
  public subscript(level: Obstacle.Level) -> Floor {
    get { floors[level.rawValue] }
    set { floors[level.rawValue] = newValue }
  }

  /// How it stands a year after in which nothing has happened yet: what waited waits.
  public func carried(to year: Int) -> ObstacleYear {
    var next = ObstacleYear(year: year)
    for level in Obstacle.Level.allCases { next[level].waiting = self[level].waiting }
    return next
  }

  /// How many were solved, on whatever level.
  public var solved: Int { floors.reduce(0) { $0 + $1.solved } }
  /// How many were declined.
  public var declined: Int { floors.reduce(0) { $0 + $1.declined } }
  /// How many answers were given, passages up included.
  public var answered: Int { floors.reduce(0) { $0 + $1.answered } }
  /// How many waited when the year had ended.
  public var waiting: Int { floors.reduce(0) { $0 + $1.waiting } }
  /// Whether there is nothing to tell.
  public var isEmpty: Bool { reported == 0 && answered == 0 && waiting == 0 }
}

extension Association {
  /// What became of obstacles in the year; nil where there is nothing to tell.
  public func obstacles(in year: Int) -> ObstacleYear? {
    guard let last = obstacleYears.last(where: { $0.year <= year }) else { return nil }
    let told = last.year == year ? last : last.carried(to: year)
    return told.isEmpty ? nil : told
  }
}
