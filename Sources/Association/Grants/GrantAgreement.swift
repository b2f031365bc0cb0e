public import Ledger

/// How often a performer reports (an association's own rule; associations differ: domain 5.2).
public enum ReportRhythm: String, CaseIterable, Sendable {
  /// Each month.
  case month = "månad"
  /// Each quarter.
  case quarter = "kvartal"
  /// Each third of a year.
  case tertial = "tertial"
  /// Each half-year.
  case halfYear = "halvår"
  /// When it ends, and not before.
  case finalOnly = "slutrapport"

  /// How many months lie between two reports; nil where there is only the final one.
  public var monthCount: Int? {
    switch self {
    case .month: 1
    case .quarter: 3
    case .tertial: 4
    case .halfYear: 6
    case .finalOnly: nil
    }
  }
}

/// The agreement (avtal, överenskommelse) with the party that runs an insats.
public struct GrantAgreement: Hashable, Sendable {
  /// When it was signed.
  public var signedOn: CalendarDate
  /// What it is for.
  public var purpose: String
  /// What the association expects of the party.
  public var expectations: String
  /// How often the party reports.
  public var rhythm: ReportRhythm
  /// The first day that it holds.
  public var first: CalendarDate
  /// The last day that it holds.
  public var last: CalendarDate
  /// How many days after the end of its period a report is due.
  public var graceDays: Int

  /// What is usual for `graceDays`: three weeks, so that the month is closed first.
  public static let graceDaysUsual = 21
  /// More than half a year after its period nobody needs a report.
  public static let graceDaysMax = 184

  /// An agreement.
  public init(
    signedOn: CalendarDate, purpose: String, expectations: String, rhythm: ReportRhythm, first: CalendarDate,
    last: CalendarDate, graceDays: Int = GrantAgreement.graceDaysUsual
  ) {
    self.signedOn = signedOn
    self.purpose = purpose
    self.expectations = expectations
    self.rhythm = rhythm
    self.first = first
    self.last = last
    self.graceDays = graceDays
  }

  /// The periods to report, from the agreement's first day: calendar months, quarters, thirds or halves of a year, cut
  /// off by its last day and by that of `end`.
  func periods(through end: CalendarDate) -> [ClosedRange<CalendarDate>] {
    guard let count = rhythm.monthCount, first <= min(last, end) else { return [] }
    let end = min(last, end)
    var periods: [ClosedRange<CalendarDate>] = []
    var start = first
    while start <= end {
      let month = Month(year: start.year, month: ((start.month - 1) / count + 1) * count) ?? Month(of: start)
      let close = min(month.last, end)
      periods.append(start...close)
      guard close < end else { break }
      start = close.next
    }
    return periods
  }
}

/// What a performer tells of a period (lägesrapport), or of the whole (slutrapport). Never of a participant.
public struct GrantReport: Hashable, Sendable {
  /// Whether it is the final one.
  public var isFinal: Bool
  /// The first day that it tells of.
  public var first: CalendarDate
  /// The last day that it tells of.
  public var last: CalendarDate
  /// What has happened; in a final report, what was reached.
  public var happened: String
  /// What hinders.
  public var obstacles: String
  /// How far the goals are.
  public var goals: String
  /// What has become permanent in the parties' own work; empty but in a final report.
  public var permanent: String

  /// A report.
  public init(
    isFinal: Bool = false, first: CalendarDate, last: CalendarDate, happened: String, obstacles: String = "",
    goals: String = "", permanent: String = ""
  ) {
    self.isFinal = isFinal
    self.first = first
    self.last = last
    self.happened = happened
    self.obstacles = obstacles
    self.goals = goals
    self.permanent = permanent
  }
}

/// What the office says of a report.
public struct GrantAnswer: Hashable, Sendable {
  /// Whether it is accepted; else it is returned with a question.
  public var isAccepted: Bool
  /// The question, or a word on the way.
  public var words: String

  /// An answer.
  public init(isAccepted: Bool, words: String = "") {
    self.isAccepted = isAccepted
    self.words = words
  }
}

/// A report as it stands: what was written last for its period, and what has been said of it.
public struct KeptReport: Hashable, Sendable {
  /// The report.
  public var report: GrantReport
  /// The answer; nil while it waits for one.
  public var answer: GrantAnswer?
}

/// A report that an agreement asks for, and how it stands.
public struct ReportDue: Hashable, Sendable {
  /// How it stands.
  public enum State: Hashable, Sendable {
    /// Nothing has been written.
    case missing
    /// It has been returned with a question.
    case returned(KeptReport)
    /// It waits for an answer.
    case waiting(KeptReport)
    /// It has been accepted.
    case accepted(KeptReport)
  }

  /// Whether it is the final report.
  public let isFinal: Bool
  /// The first day that it tells of.
  public let first: CalendarDate
  /// The last day that it tells of.
  public let last: CalendarDate
  /// When it is to be there.
  public let dueOn: CalendarDate
  /// How it stands.
  public let state: State

  /// What has been written, if anything.
  public var kept: KeptReport? {
    switch state {
    case .missing: nil
    case .returned(let kept), .waiting(let kept), .accepted(let kept): kept
    }
  }

  /// Whether the performer has something to do with it: it is missing or returned.
  public var isWanted: Bool {
    switch state {
    case .missing, .returned: true
    case .waiting, .accepted: false
    }
  }

  /// Whether its day has passed without it being there.
  public func isLate(on today: CalendarDate) -> Bool { isWanted && dueOn < today }

  /// Whether it is to be written now: its period is over.
  public func isOpen(on today: CalendarDate) -> Bool { isWanted && last <= today }
}
