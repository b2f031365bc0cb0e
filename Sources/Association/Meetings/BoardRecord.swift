import Ledger

/// The meetings of the board that are in the book, and what a decision that something points to is there.
public struct BoardRecord: Hashable, Sendable {
  /// What is known of a decision.
  public enum Finding: Hashable, Sendable {
    /// It is recorded.
    case recorded(BoardMeeting, BoardDecision)
    /// A meeting of that day is recorded, and has no such paragraph.
    case missing(BoardMeeting)
    /// No meeting of that day is recorded, or no day is said.
    case unknown
  }

  /// The meetings, the first first.
  public let meetings: [BoardMeeting]

  /// A record of those meetings.
  public init(_ meetings: [BoardMeeting]) {
    self.meetings = meetings.sorted {
      ($0.day, $0.plan.number, $0.id.rawValue) < ($1.day, $1.plan.number, $1.id.rawValue)
    }
  }

  /// How many meetings of the year have been held and closed.
  public func heldCount(in year: Int) -> Int { meetings.count { $0.place == .closed && $0.day.year == year } }

  /// Every decision with its meeting, the first first.
  public var decisions: [(meeting: BoardMeeting, decision: BoardDecision)] {
    meetings.flatMap { meeting in meeting.decisions.map { (meeting, $0) } }
  }

  /// What is known of a decision.
  public func finding(of decision: Decision) -> Finding {
    guard let day = decision.date else { return .unknown }
    let held = meetings.filter { $0.day == day && $0.held != nil }
    guard let first = held.first else { return .unknown }
    guard let number = decision.paragraphNumber else { return .missing(first) }
    for meeting in held {
      if let found = meeting.decisions.first(where: { $0.paragraph == number }) { return .recorded(meeting, found) }
    }
    return .missing(first)
  }

  /// The recorded decision that is pointed to; nil where there is none.
  public func decision(for decision: Decision) -> BoardDecision? {
    if case .recorded(_, let found) = finding(of: decision) { found } else { nil }
  }
}

extension Decision {
  /// The number in `§ 45`, `45 §` and `45`; nil where there is none, or more than one.
  public var paragraphNumber: Int? {
    let runs = paragraph.utf8.split { !(48...57).contains($0) }
    guard runs.count == 1, runs[0].count <= 6 else { return nil }
    return Int(String(decoding: runs[0], as: UTF8.self))
  }
}
