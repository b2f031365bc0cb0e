/// A goal and how it went. Each goal carries its own definition of what counts (domain 8.1).
public struct Goal: Hashable, Sendable {
  /// What kind of goal.
  public enum Kind: String, CaseIterable, Sendable {
    /// Finansiellt mål.
    case financial = "finansiellt"
    /// Individmål.
    case individual = "individ"
    /// Strukturmål.
    case structural = "struktur"
  }

  /// What has to hold for the goal to be reached.
  public enum Rule: Hashable, Sendable {
    /// The share is at least that many per mille.
    case shareAtLeast(permille: Int)
    /// The count is at least that many.
    case countAtLeast(Int)
    /// The first named figure of the report is at least the second.
    case figureAtLeast(figure: String, limit: String)
    /// The first named figure of the report is at most the second.
    case figureAtMost(figure: String, limit: String)
    /// The board judges.
    case judged
  }

  /// One measured outcome of the goal.
  public struct Outcome: Hashable, Sendable {
    /// What is measured, where a goal has more than one measure; else empty.
    public var title: String
    /// How many met it, by sex; nil where nothing is counted, and where it is reckoned and has not been yet.
    public var met: Tally?
    /// Of how many, by sex; nil where the goal counts without a base.
    public var base: Tally?
    /// From which counts it is reckoned; nil where it is typed.
    public var source: Source?

    /// An outcome whose counts are typed.
    public init(title: String = "", met: Tally? = nil, base: Tally? = nil) {
      self.title = title
      self.met = met
      self.base = base
    }

    /// An outcome that is reckoned: `Association.measured` counts it.
    public init(title: String = "", source: Source) {
      self.title = title
      self.source = source
    }
  }

  /// A short name by which figures are named, `mal.<id>`.
  public var id: String
  /// The calendar year it is set for.
  public var year: Int
  /// Which kind.
  public var kind: Kind
  /// Its number and name in the report, `Deltagarmål 1`.
  public var title: String
  /// The goal in words.
  public var text: String
  /// What counts as meeting it: which exit codes, which answers.
  public var definition: String
  /// The rule.
  public var rule: Rule
  /// Which insats it is set for, or empty.
  public var insatsID: String
  /// The outcomes.
  public var outcomes: [Outcome]
  /// The board's judgement where the rule is `judged`: nil while it has not judged.
  public var judgedMet: Bool?
  /// What the association says of it, Markdown with named figures.
  public var comment: String
  /// Why it is not compared with the years before, where what counts has changed; empty where it is.
  public var breakReason: String

  /// A goal.
  public init(
    id: String, year: Int, kind: Kind, title: String, text: String, definition: String = "", rule: Rule,
    insatsID: String = "", outcomes: [Outcome] = [], judgedMet: Bool? = nil, comment: String = "",
    breakReason: String = ""
  ) {
    self.id = id
    self.year = year
    self.kind = kind
    self.title = title
    self.text = text
    self.definition = definition
    self.rule = rule
    self.insatsID = insatsID
    self.outcomes = outcomes
    self.judgedMet = judgedMet
    self.comment = comment
    self.breakReason = breakReason
  }
}
