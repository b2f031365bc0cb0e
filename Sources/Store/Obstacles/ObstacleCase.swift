public import Association
public import Ledger

/// An obstacle in the book: what was reported, every step up and down, and what it is joined with.
public struct ObstacleCase: Hashable, Sendable {
  /// A step as it was taken.
  public struct Step: Hashable, Sendable {
    /// Its number among all steps of the book.
    public let id: Int64
    /// What was done.
    public let event: Obstacle.Event
    /// Which level did it.
    public let level: Obstacle.Level
    /// On which day.
    public let day: CalendarDate
    /// By whom.
    public let by: String
    /// When.
    public let at: Moment
  }

  /// Something laid to it.
  public struct Reference: Hashable, Sendable {
    /// Its number among all references of the book.
    public let id: Int64
    /// What.
    public let reference: ObstacleReference
  }

  /// Its number.
  public let id: Int64
  /// What was said of it.
  public let report: Obstacle.Report
  /// The user who reported it, where one did who was signed in.
  public let user: ID<User>?
  /// The link that it was reported by, where it was.
  public let channel: Int64?
  /// What has been done, the first first.
  public let steps: [Step]
  /// How it stands by its own steps. One that is joined with another is answered there.
  public let state: Obstacle.State
  /// The obstacle it is joined with; nil for one that stands by itself.
  public let keptID: Int64?
  /// The obstacles that are joined with it, straight or by another.
  public let joinedIDs: [Int64]
  /// What is laid to it.
  public let references: [Reference]

  /// How many reports there are of it.
  public var reportCount: Int { joinedIDs.count + 1 }
  /// The day it was reported.
  public var day: CalendarDate {
    guard let first = steps.first else { preconditionFailure("An obstacle begins with its report.") }
    return first.day
  }
  /// Whether somebody should have answered it by now.
  public func isLate(on today: CalendarDate) -> Bool {
    keptID == nil && (state.waiting?.isLate(on: today) ?? false)
  }
}

/// A link by which obstacles are reported without signing in.
public struct ObstacleChannel: Hashable, Sendable {
  /// Its number.
  public let id: Int64
  /// From where it reports.
  public let origin: Obstacle.Origin
  /// By whom it was made.
  public let by: String
  /// When.
  public let at: Moment
  /// Whether it can be used no more.
  public let isEnded: Bool
  /// How many reports have come by it.
  public let reportCount: Int
}

extension Obstacle.Origin {
  /// What the book calls its sort, and its name.
  var fields: (kind: String, name: String) {
    switch self {
    case .insats(let id): ("insats", id)
    case .group(let id): ("grupp", id)
    case .office: ("kansli", "")
    }
  }

  init?(kind: String, name: String) {
    switch kind {
    case "insats": self = .insats(name)
    case "grupp": self = .group(name)
    case "kansli": self = .office
    default: return nil
    }
  }
}
