public import Ledger

/// The dokumenthanteringsplan: which documents there are, where they are kept, how long, and on what ground
/// (arkivlagen; lag 2018:597 3 kap. 13–14 §§).
public struct RetentionPlan: Hashable, Sendable {
  /// How long a document is kept.
  public enum Keeping: Hashable, Sendable {
    /// For ever.
    case preserved
    /// So many whole calendar years after the one it belongs to, and then destroyed by a decision.
    case years(Int)
  }

  /// A kind of document.
  public struct Kind: Hashable, Sendable {
    /// What it is.
    public var title: String
    /// Where it is kept, and in which form.
    public var place: String
    /// How long.
    public var keeping: Keeping
    /// On what ground: the law, a board's decision, Riksarkivet's advice.
    public var ground: String
    /// Whether it is accounting information (LKBR 3:13): kept seven years, whatever the plan says.
    public var isAccounting: Bool

    /// A kind of document.
    public init(title: String, place: String, keeping: Keeping, ground: String, isAccounting: Bool) {
      self.title = title
      self.place = place
      self.keeping = keeping
      self.ground = ground
      self.isAccounting = isAccounting
    }
  }

  /// Accounting information is kept until the seventh year after the calendar year in which the fiscal year ended
  /// (LKBR 3:13).
  public static let accountingYears = 7

  /// The kinds, in the plan's own order.
  public let kinds: [Kind]

  /// A plan: every kind says what, where, and why; none of accounting is kept shorter than the law says.
  public init(_ kinds: [Kind]) throws(RetentionRefusal) {
    guard !kinds.isEmpty else { throw .empty }
    for (index, kind) in kinds.enumerated() {
      guard kind.title.hasWords, kind.place.hasWords, kind.ground.hasWords else { throw .kindIncomplete(index + 1) }
      if kinds[..<index].contains(where: { $0.title == kind.title }) { throw .kindTwice(kind.title) }
      if case .years(let years) = kind.keeping {
        guard years > 0 else { throw .yearsNotPositive(kind.title) }
        guard !kind.isAccounting || years >= RetentionPlan.accountingYears else {
          throw .accountingTooShort(kind.title, years: years)
        }
      }
    }
    self.kinds = kinds
  }
}

/// That documents were destroyed: which, of which year, by which decision, when, by whom and how.
public struct Destruction: Hashable, Sendable {
  /// Which kind, by its title in the plan.
  public let title: String
  /// The last calendar year that any of the documents belongs to.
  public let lastYear: Int
  /// What was destroyed, more closely.
  public let words: String
  /// The day of the decision on it.
  public let decidedOn: CalendarDate
  /// The paragraph of that decision.
  public let paragraph: String
  /// When it was done.
  public let day: CalendarDate
  /// Who did it, by function.
  public let by: String
  /// How.
  public let method: String

  /// A destruction under a plan. Refused of what is preserved, of what has not been kept its time, and before a decision.
  public init(
    of kind: RetentionPlan.Kind, lastYear: Int, words: String, decidedOn: CalendarDate, paragraph: String,
    day: CalendarDate, by: String, method: String
  ) throws(RetentionRefusal) {
    guard paragraph.hasWords else { throw .decisionMissing }
    guard by.hasWords, method.hasWords else { throw .wordsMissing }
    guard decidedOn <= day else { throw .beforeDecision(decidedOn: decidedOn, day: day) }
    guard case .years(let years) = kind.keeping else { throw .preserved(kind.title) }
    let free = lastYear + years + 1
    guard decidedOn.year >= free || !kind.isAccounting else {
      throw .accountingKept(kind.title, lastYear: lastYear, until: lastYear + max(years, RetentionPlan.accountingYears))
    }
    guard day.year >= free else { throw .tooEarly(kind.title, lastYear: lastYear, until: lastYear + years) }
    self.title = kind.title
    self.lastYear = lastYear
    self.words = words
    self.decidedOn = decidedOn
    self.paragraph = paragraph
    self.day = day
    self.by = by
    self.method = method
  }

  /// One as the book keeps it.
  public init(
    title: String, lastYear: Int, words: String, decidedOn: CalendarDate, paragraph: String, day: CalendarDate,
    by: String, method: String
  ) {
    self.title = title
    self.lastYear = lastYear
    self.words = words
    self.decidedOn = decidedOn
    self.paragraph = paragraph
    self.day = day
    self.by = by
    self.method = method
  }

  /// The decision as a figure points to it.
  public var decision: Decision { Decision(date: decidedOn, paragraph: paragraph) }
}

/// Why something of the plan for documents is not recorded; the words stand in Desk.
public enum RetentionRefusal: Error, Hashable, Sendable {
  /// The plan says nothing.
  case empty
  /// A kind does not say what, where or why.
  case kindIncomplete(Int)
  /// Two kinds are called the same.
  case kindTwice(String)
  /// A kind is kept for no years.
  case yearsNotPositive(String)
  /// Accounting information is kept shorter than seven years (LKBR 3:13).
  case accountingTooShort(String, years: Int)
  /// The plan that holds has no such kind.
  case kindUnknown(String)
  /// Nothing is destroyed without a decision.
  case decisionMissing
  /// Who did it, or how, is missing.
  case wordsMissing
  /// It was destroyed before it was decided.
  case beforeDecision(decidedOn: CalendarDate, day: CalendarDate)
  /// The kind is preserved.
  case preserved(String)
  /// Accounting information that the law keeps still (LKBR 3:13–14).
  case accountingKept(String, lastYear: Int, until: Int)
  /// Its time is not over.
  case tooEarly(String, lastYear: Int, until: Int)
  /// It is said to have been destroyed after today.
  case dayAhead(CalendarDate)
  /// No plan holds.
  case noPlan(on: CalendarDate)
}
