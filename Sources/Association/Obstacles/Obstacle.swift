public import Ledger

/// A structural obstacle in the lift: reported where it is met, answered on each level that it reaches. On a level it is
/// `Waiting`, with an owner and a day; it is `Answered` when a level has solved or declined it. Each is a type of its own
/// with the verbs that are possible in it, so a level cannot be skipped, and what is answered cannot be passed up.
public enum Obstacle {
  /// The floors of the lift, from the bottom.
  public enum Level: Int, CaseIterable, Comparable, Sendable {
    /// Where the obstacle is met: an insats, a consultation team.
    case frontLine
    /// The local group of managers (LSG).
    case localGroup
    /// The officials who prepare the board's matters.
    case preparation
    /// The association's board.
    case board
    /// The national network.
    case national

    /// The next floor up; none above the national network.
    public var above: Level? { Level(rawValue: rawValue + 1) }

    /// What it is called.
    public var title: String {
      switch self {
      case .frontLine: "Frontlinjen"
      case .localGroup: "Lokal samverkansgrupp"
      case .preparation: "Beredningsgruppen"
      case .board: "Styrelsen"
      case .national: "Nationella nätverket"
      }
    }

    /// By the floor's height.
    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// How often it is met.
  public enum Frequency: String, CaseIterable, Sendable {
    /// Every week.
    case weekly = "vecka"
    /// Every month.
    case monthly = "månad"
    /// Now and then.
    case single = "enstaka"
  }

  /// From where it is reported.
  public enum Origin: Hashable, Sendable {
    /// From an insats, by its id.
    case insats(String)
    /// From a group, by its id or name: a consultation team, an LSG.
    case group(String)
    /// By whoever is signed in, for nobody's part.
    case office
  }

  /// What is said of an obstacle when it is reported. No person is named in it.
  public struct Report: Hashable, Sendable {
    /// From where.
    public var origin: Origin
    /// What it is about, on one line.
    public var subject: String
    /// What stops.
    public var stops: String
    /// The members whose rules or system it is, by id.
    public var memberIDs: [String]
    /// Whose it is besides: an authority that is no member, a law, a supplier. Empty for none.
    public var others: String
    /// How often it is met.
    public var frequency: Frequency
    /// What was tried.
    public var tried: String
    /// What would solve it.
    public var solution: String

    /// A report.
    public init(
      origin: Origin, subject: String, stops: String, memberIDs: [String] = [], others: String = "",
      frequency: Frequency, tried: String = "", solution: String = ""
    ) {
      self.origin = origin
      self.subject = subject
      self.stops = stops
      self.memberIDs = memberIDs
      self.others = others
      self.frequency = frequency
      self.tried = tried
      self.solution = solution
    }

    /// The days that whoever first receives it has, before it is seen to be late: two weeks to give it an owner.
    public static let firstDays = 14
    /// Who owns it until somebody else does.
    public static let firstOwner = "Kansliet"
  }

  /// Who answers on a level, and by when. The owner is a function or a group, never a person.
  public struct Charge: Hashable, Sendable {
    /// Who.
    public var owner: String
    /// The last day.
    public var due: CalendarDate

    /// A charge.
    public init(owner: String, due: CalendarDate) {
      self.owner = owner
      self.due = due
    }

    /// What whoever first receives a report has: the office, and two weeks.
    public static func first(on day: CalendarDate) -> Charge {
      Charge(owner: Report.firstOwner, due: day.adding(days: Report.firstDays))
    }
  }

  /// What a level says: how it was solved, or why it was declined or passed up; with the board's decision, if it is one.
  public struct Verdict: Hashable, Sendable {
    /// The words that ride down to whoever reported.
    public var words: String
    /// The decision, by day and paragraph.
    public var decision: Decision?

    /// A verdict.
    public init(words: String, decision: Decision? = nil) {
      self.words = words
      self.decision = decision
    }
  }

  /// What happens to an obstacle.
  public enum Event: Hashable, Sendable {
    /// It is reported, and somebody is given it.
    case reported(Charge)
    /// Somebody else on the same level is given it, or another day.
    case assigned(Charge)
    /// The level has solved it.
    case solved(Verdict)
    /// The level will not do it.
    case declined(Verdict)
    /// The level passes it up, and says who is to answer there.
    case passedUp(Verdict, to: Charge)
    /// What was answered has come back: the same level takes it up again.
    case reopened(String, Charge)

    /// Which event it is.
    public enum Kind: String, CaseIterable, Sendable {
      /// Reported.
      case report = "reported"
      /// Given to somebody.
      case assignment = "assigned"
      /// Solved.
      case solution = "solved"
      /// Declined.
      case refusal = "declined"
      /// Passed up.
      case passage = "passed"
      /// Taken up again.
      case reopening = "reopened"

      /// Whether a level answers by it.
      public var isAnswer: Bool { [.solution, .refusal, .passage].contains(self) }
    }

    /// Which event it is.
    public var kind: Kind {
      switch self {
      case .reported: .report
      case .assigned: .assignment
      case .solved: .solution
      case .declined: .refusal
      case .passedUp: .passage
      case .reopened: .reopening
      }
    }

    /// Who is given it by the event, if anybody is.
    public var charge: Charge? {
      switch self {
      case .reported(let charge), .assigned(let charge), .passedUp(_, let charge), .reopened(_, let charge): charge
      case .solved, .declined: nil
      }
    }

    /// What the level says by it, if it does.
    public var verdict: Verdict? {
      switch self {
      case .solved(let verdict), .declined(let verdict), .passedUp(let verdict, _): verdict
      case .reopened(let words, _): Verdict(words: words)
      case .reported, .assigned: nil
      }
    }
  }

  /// Why a step is not taken, as facts; the words stand in `Desk/Words+Obstacles.swift`.
  public enum Refusal: Error, Hashable, Sendable {
    /// The state knows no such step.
    case impossible(Event.Kind, isAnswered: Bool)
    /// It does not stand on that level: somebody else has been quicker.
    case otherLevel(Level, standsOn: Level)
    /// There is no level above the national network.
    case noLevelAbove
    /// Nobody is to answer.
    case ownerMissing
    /// The last day is before the first.
    case dueBefore(CalendarDate, CalendarDate)
    /// A level answers with words.
    case wordsMissing(Event.Kind)
    /// The board answers by a decision with its day and paragraph (KL 5:66 through lag 2003:1210 § 19).
    case decisionMissing
    /// It is joined with another, which is answered in its place.
    case joined(Int64)
    /// It cannot be joined with itself.
    case joinedWithItself
    /// What it would be joined with is itself joined with another.
    case keptIsJoined(Int64)
    /// It is not joined with any.
    case notJoined
    /// The book has no such obstacle.
    case unknown
    /// The link for reports has ended, or there is none.
    case channelEnded
    /// The book has no such reference.
    case unknownReference
  }
}
