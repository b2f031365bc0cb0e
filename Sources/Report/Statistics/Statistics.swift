public import Association
public import Ledger
public import Statements

/// A year's statistics of participants, surveys, goals and activities, as they may be told: every count of people in it
/// has passed the gate for small numbers, so a page, an appendix, data and a diagram of it can say no more.
///
/// What is not printed is a value of its own (`Figure.Value.withheld`); a share knows its base; and every figure opens to
/// what it was counted from.
public struct Statistics: Hashable, Sendable {
  /// Women, men, not stated and all. Women and men are nil where sex is stated for nobody, all four where there is
  /// nothing to take a share of.
  public struct BySex: Hashable, Sendable {
    /// Kvinnor.
    public let women: Figure?
    /// Män.
    public let men: Figure?
    /// Uppgift saknas.
    public let notStated: Figure?
    /// Alla.
    public let total: Figure?

    /// Whether nothing is said of anybody.
    public var isEmpty: Bool { women == nil && men == nil && notStated == nil && total == nil }
  }

  /// What a table is counted by.
  public enum Subject: Hashable, Sendable {
    /// Carried in, new, finished and ongoing.
    case flow
    /// One of the common grounds.
    case ground(CountGround)
    /// Anything else that the association counts.
    case other
  }

  /// A row: what it counts, how many, and how large a part of the table's sum; of a table without a sum no parts.
  public struct Row: Hashable, Sendable {
    /// A short name, unique in its table.
    public let id: String
    /// What is counted.
    public let title: String
    /// How many.
    public let counts: BySex
    /// Of all women, of all men, of those not stated, of all.
    public let shares: BySex
    /// How large a part of the row are women, where sex is stated for everybody in it.
    public let shareOfWomen: Figure?
  }

  /// A table of counts.
  public struct Counted: Hashable, Sendable {
    /// The short name of the association's table.
    public let id: String
    /// The heading.
    public let title: String
    /// What it is counted by.
    public let subject: Subject
    /// What the rows are to one another.
    public let kind: CountTable.Kind
    /// The insats counted, or empty for all.
    public let insatsID: String
    /// The heading of the first column.
    public let rowHeading: String
    /// The rows.
    public let rows: [Row]
    /// All rows together, of a table of parts.
    public let sum: Row?
    /// Coverage: who is outside, and why.
    public let remark: String
  }

  /// A part of a whole that is asked of a group: a survey's question, a goal's outcome.
  public struct Proportion: Hashable, Sendable {
    /// A short name.
    public let id: String
    /// What is asked.
    public let title: String
    /// How many of them: positive answers, those who met the goal.
    public let part: BySex
    /// Of how many; nothing where a goal counts without a base.
    public let whole: BySex
    /// The part of the whole.
    public let shares: BySex
  }

  /// A survey.
  public struct SurveyResult: Hashable, Sendable {
    /// The short name of the survey.
    public let id: String
    /// The heading.
    public let title: String
    /// Who was asked.
    public let population: String
    /// The insats, or empty.
    public let insatsID: String
    /// The steps of the scale, lowest first, and from which of them, counted from 1, an answer is positive.
    public let scale: [String]
    /// From which step an answer is positive.
    public let positiveFrom: Int
    /// How many were asked.
    public let asked: Figure
    /// How many answered at all.
    public let answered: Figure
    /// How large a part answered.
    public let rate: Figure?
    /// The questions.
    public let questions: [Proportion]
  }

  /// A goal for participants or structures.
  public struct GoalResult: Hashable, Sendable {
    /// The short name of the goal.
    public let id: String
    /// Its number and name.
    public let title: String
    /// The goal in words.
    public let text: String
    /// What counts as meeting it.
    public let definition: String
    /// The insats, or empty.
    public let insatsID: String
    /// How it went, as far as it may be told.
    public let verdict: GoalVerdict
    /// The outcomes.
    public let outcomes: [Proportion]
  }

  /// Who it is of.
  public let associationName: String
  /// Its organisation number.
  public let organisationNumber: String
  /// The year.
  public let period: FiscalYear
  /// Counts from one up to, and not including, this are not printed.
  public let threshold: Int
  /// The insatser that something is counted of, in the association's order.
  public let insatser: [Insats]
  /// The tables of counts, those of all insatser first.
  public let tables: [Counted]
  /// The surveys.
  public let surveys: [SurveyResult]
  /// The goals for participants and structures that have outcomes.
  public let goals: [GoalResult]
  /// What was done to change structures; nil where nothing is told.
  public let activities: Table?
  /// What each insats cost per participant; nil where the book has no costs, or nobody is counted.
  public let cost: Table?
  /// The same counted year by year.
  public let series: [YearSeries]
  /// Women and men beside one another.
  public let comparisons: [SexComparison]
  /// How its counts of people are protected, and what it tells that was not told before.
  public let protection: CountProtection
  /// How many releases it was made with in mind.
  public let releaseCount: Int

  /// The number of the year.
  public var year: Int { period.number }

  /// Whether there is anything to tell.
  public var isEmpty: Bool {
    tables.isEmpty && surveys.isEmpty && goals.isEmpty && activities == nil && cost == nil
  }

  /// What is told of one insats; the whole, for an empty one.
  public func of(insats id: String) -> [Counted] { tables.filter { $0.insatsID == id } }
}

extension Statistics.Subject {
  /// What a table is counted by, told by its short name or the heading of its rows.
  init(_ table: CountTable) {
    if table.kind == .flow {
      self = .flow
      return
    }
    let words = Set(table.id.split(separator: "-").map { Statistics.Subject.folded(String($0)) })
    let heading = Statistics.Subject.folded(table.rowHeading)
    let found = CountGround.allCases.first { ground in
      let subject = Statistics.Subject.ground(ground)
      return words.contains(subject.id) || heading == subject.id || heading == Statistics.Subject.folded(subject.title)
        || (ground == .exitReason && (words.contains("avslut") || heading == "avslutsanledning"))
    }
    self = found.map { .ground($0) } ?? .other
  }

  /// The short name of the subject, as addresses and data have it: `flode`, `alder`.
  public var id: String {
    switch self {
    case .flow: "flode"
    case .ground(let ground): Statistics.Subject.folded(ground.rawValue)
    case .other: "ovrigt"
    }
  }

  /// What the subject is called.
  public var title: String {
    switch self {
    case .flow: "Ingående, nya, avslutade och pågående"
    case .ground(.municipality): "Kommun"
    case .ground(.age): "Ålder"
    case .ground(.referrer): "Remitterande part"
    case .ground(.education): "Högsta utbildning"
    case .ground(.supportTime): "Tid med offentlig försörjning"
    case .ground(.exitReason): "Avslutsorsak"
    case .other: "Övrigt som räknas"
    }
  }

  /// All subjects, in the order they are told.
  public static let all: [Statistics.Subject] = [.flow] + CountGround.allCases.map { .ground($0) } + [.other]

  /// Lower case, and without the rings and dots of å, ä and ö.
  private static func folded(_ text: String) -> String {
    var folded = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "å", "ä": folded += "a"
      case "ö": folded += "o"
      default: folded.unicodeScalars.append(scalar)
      }
    }
    return folded
  }
}
