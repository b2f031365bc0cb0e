public import Ledger

/// A table of participants by some ground and sex: counts, never persons.
public struct CountTable: Hashable, Sendable {
  /// A row: what it counts and how many.
  public struct Row: Hashable, Sendable {
    /// A short name by which figures are named, `antal.<table>.<row>`.
    public var id: String
    /// What the row counts.
    public var title: String
    /// How many, by sex.
    public var tally: Tally

    /// A row.
    public init(id: String, title: String, tally: Tally) {
      self.id = id
      self.title = title
      self.tally = tally
    }
  }

  /// What the rows are to one another.
  public enum Kind: String, CaseIterable, Sendable {
    /// The rows are parts of a whole: age bands, municipalities. The table prints their sum.
    case parts = "delar"
    /// Carried in, new, finished, ongoing, in that order by row id (`ingående`, `nya`, `avslutade`, `pågående`):
    /// carried in + new − finished = ongoing, by sex.
    case flow = "flöde"
    /// The rows stand for themselves and are not added.
    case separate = "fristående"
  }

  /// A short name.
  public var id: String
  /// The calendar year.
  public var year: Int
  /// The heading.
  public var title: String
  /// What the rows are to one another.
  public var kind: Kind
  /// The heading of the first column, `Ålder`.
  public var rowHeading: String
  /// The insats counted, or empty for all.
  public var insatsID: String
  /// The rows.
  public var rows: [Row]
  /// What the reader must know: coverage, who is outside. Printed under the table.
  public var remark: String
  /// The accepted deliveries that the table follows from, by the ids of the book; empty where it was typed. Only a typed
  /// table is a fact of its own.
  public var deliveryIDs: [Int64]

  /// A table.
  public init(
    id: String, year: Int, title: String, kind: Kind, rowHeading: String, insatsID: String = "", rows: [Row],
    remark: String = "", deliveryIDs: [Int64] = []
  ) {
    self.id = id
    self.year = year
    self.title = title
    self.kind = kind
    self.rowHeading = rowHeading
    self.insatsID = insatsID
    self.rows = rows
    self.remark = remark
    self.deliveryIDs = deliveryIDs
  }
}

/// A survey's answers, counted. A percentage is never typed: it is answers over answers.
public struct Survey: Hashable, Sendable {
  /// One question.
  public struct Question: Hashable, Sendable {
    /// A short name by which figures are named, `enkat.<survey>.<question>`.
    public var id: String
    /// The question, in the association's own words.
    public var text: String
    /// How many answered positively by the survey's cut, by sex.
    public var positive: Tally
    /// How many answered this question, by sex.
    public var answered: Tally

    /// A question.
    public init(id: String, text: String, positive: Tally, answered: Tally) {
      self.id = id
      self.text = text
      self.positive = positive
      self.answered = answered
    }
  }

  /// A short name.
  public var id: String
  /// The calendar year.
  public var year: Int
  /// The heading.
  public var title: String
  /// The steps of the scale, lowest first.
  public var scale: [String]
  /// From which step, counted from 1, an answer is positive.
  public var positiveFrom: Int
  /// Who was asked.
  public var population: String
  /// How many were asked.
  public var asked: Int
  /// How many answered at all.
  public var answered: Int
  /// The insats, or empty.
  public var insatsID: String
  /// The questions.
  public var questions: [Question]

  /// A survey.
  public init(
    id: String, year: Int, title: String, scale: [String], positiveFrom: Int, population: String, asked: Int,
    answered: Int, insatsID: String = "", questions: [Question]
  ) {
    self.id = id
    self.year = year
    self.title = title
    self.scale = scale
    self.positiveFrom = positiveFrom
    self.population = population
    self.asked = asked
    self.answered = answered
    self.insatsID = insatsID
    self.questions = questions
  }
}

/// Something done to change structures: a conference, a visit, a meeting with members.
public struct Activity: Hashable, Sendable {
  /// The calendar year.
  public var year: Int
  /// What was done.
  public var title: String
  /// How many took part, or nil where nobody is counted.
  public var participants: Int?
  /// Why.
  public var goal: String
  /// What came of it.
  public var result: String
  /// How it went, in the association's words (`God`); empty where not judged.
  public var verdict: String
  /// What kind of thing it was, in the association's words (`Konferens`); empty where not said.
  public var kind: String
  /// When, if it was on one day and is said.
  public var day: CalendarDate?

  /// An activity.
  public init(
    year: Int, title: String, participants: Int? = nil, goal: String = "", result: String = "", verdict: String = "",
    kind: String = "", day: CalendarDate? = nil
  ) {
    self.year = year
    self.title = title
    self.participants = participants
    self.goal = goal
    self.result = result
    self.verdict = verdict
    self.kind = kind
    self.day = day
  }
}
