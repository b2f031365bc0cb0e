public import Ledger

/// A control of the internkontrollplan: what can go wrong, how likely and how bad it is, and what is done to see it.
public struct Control: Hashable, Sendable {
  /// Its number in the year's plan, from 1: what a result is of, whatever else of it is changed.
  public let number: Int
  /// What can go wrong.
  public let risk: String
  /// How likely, from 1 to 4.
  public let likelihood: Int
  /// How bad, from 1 to 4.
  public let consequence: Int
  /// What is done.
  public let measure: String
  /// How often.
  public let frequency: String
  /// Who, by function.
  public let responsible: String
  /// By when.
  public let due: CalendarDate

  /// A control of a year's plan.
  public init(
    number: Int, risk: String, likelihood: Int, consequence: Int, measure: String, frequency: String,
    responsible: String, due: CalendarDate, year: Int
  ) throws(ControlRefusal) {
    guard risk.hasWords, measure.hasWords, responsible.hasWords else { throw .wordsMissing }
    guard (1...4).contains(likelihood), (1...4).contains(consequence) else { throw .gradeOutside }
    // The last control of a year may be made when the year is over, and until the report is due.
    guard due.year == year || (due.year == year + 1 && due.month <= 3) else { throw .dueOutside(due, year: year) }
    self.number = number
    self.risk = risk
    self.likelihood = likelihood
    self.consequence = consequence
    self.measure = measure
    self.frequency = frequency
    self.responsible = responsible
    self.due = due
  }

  /// The value of the risk: likelihood times consequence, from 1 to 16.
  public var value: Int { likelihood * consequence }
}

/// What a control showed.
public struct ControlResult: Hashable, Sendable {
  /// Of which control.
  public let number: Int
  /// When it was made.
  public let day: CalendarDate
  /// Whether something was not as it should be.
  public let hasDeviation: Bool
  /// What was seen.
  public let words: String
  /// What is done about it.
  public let remedy: String
  /// Who recorded it.
  public let by: String

  /// A result. A deviation says what it is and what is done about it.
  public init(
    number: Int, day: CalendarDate, hasDeviation: Bool, words: String, remedy: String, by: String
  ) throws(ControlRefusal) {
    guard !hasDeviation || (words.hasWords && remedy.hasWords) else { throw .deviationUnexplained }
    self.number = number
    self.day = day
    self.hasDeviation = hasDeviation
    self.words = words
    self.remedy = remedy
    self.by = by
  }
}

/// A year's plan as it was proposed or decided once: every control that it has.
public struct ControlPlan: Hashable, Sendable {
  /// The board's decision on a plan.
  public struct Decided: Hashable, Sendable {
    /// The day.
    public let day: CalendarDate
    /// The paragraph of the minutes.
    public let paragraph: String
    /// Why it was decided when the year had begun; empty where it was decided before.
    public let lateReason: String

    /// A decision on the plan for a year. The plan is decided before the year that it is for (KL 6:6, and what auditors
    /// ask by KL 12:1): one that is not says why.
    public init(
      day: CalendarDate, paragraph: String, lateReason: String, year: Int
    ) throws(ControlRefusal) {
      guard paragraph.hasWords else { throw .paragraphMissing }
      guard day.year < year || lateReason.hasWords else { throw .decidedLate(day, year: year) }
      self.day = day
      self.paragraph = paragraph
      self.lateReason = day.year < year ? "" : lateReason
    }

    /// Whether the year had begun.
    public var isLate: Bool { !lateReason.isEmpty }
    /// The decision as a figure points to it.
    public var decision: Decision { Decision(date: day, paragraph: paragraph) }
  }

  /// The calendar year.
  public let year: Int
  /// The controls, by number.
  public let controls: [Control]
  /// The board's decision; nil for a proposal.
  public let decided: Decided?

  /// A plan.
  public init(year: Int, controls: [Control], decided: Decided?) {
    self.year = year
    self.controls = controls
    self.decided = decided
  }
}

/// A year's internal control: every plan that was proposed or decided, and what the controls have shown.
public struct ControlYear: Hashable, Sendable {
  /// How a control stands.
  public enum State: Hashable, Sendable {
    /// It is to be made by its day.
    case planned
    /// Its day has passed, and it has not been made: so many days ago.
    case overdue(days: Int)
    /// It was made, and all was well.
    case clean(ControlResult)
    /// It was made, and something was not.
    case deviating(ControlResult)
  }

  /// The calendar year.
  public let year: Int
  /// The plans, the first first.
  public let plans: [ControlPlan]
  /// The results, the first first.
  public let results: [ControlResult]

  /// A year.
  public init(year: Int, plans: [ControlPlan], results: [ControlResult]) {
    self.year = year
    self.plans = plans
    self.results = results
  }

  /// The plan that holds: the last that was decided.
  public var standing: ControlPlan? { plans.last { $0.decided != nil } }
  /// The plan that is being written: the last, where it is not decided.
  public var proposal: ControlPlan? { plans.last.flatMap { $0.decided == nil ? $0 : nil } }
  /// The decision by which the year first had a plan.
  public var firstDecision: ControlPlan.Decided? { plans.lazy.compactMap(\.decided).first }

  /// What a control has shown, the first first.
  public func results(of number: Int) -> [ControlResult] { results.filter { $0.number == number } }

  /// How a control stands on a day. A deviation stays until a later result without one.
  public func state(of control: Control, on day: CalendarDate) -> State {
    if let last = results(of: control.number).last { return last.hasDeviation ? .deviating(last) : .clean(last) }
    return control.due < day ? .overdue(days: control.due.days(until: day)) : .planned
  }

  /// The controls of the plan that holds whose day has passed without a result.
  public func overdue(on day: CalendarDate) -> [Control] {
    (standing?.controls ?? []).filter { if case .overdue = state(of: $0, on: day) { true } else { false } }
  }

  /// The number that a new control gets: none that the year has had before.
  public var nextNumber: Int { (plans.flatMap(\.controls).map(\.number).max() ?? 0) + 1 }

  /// Whether a result can be recorded of that control: it stands in the plan that holds.
  public func checkResult(_ result: ControlResult) throws(ControlRefusal) {
    guard let standing else { throw .notDecided(year: year) }
    guard standing.controls.contains(where: { $0.number == result.number }) else { throw .unknown(result.number) }
  }
}

/// Why something of the internal control is not recorded; the words stand in Desk.
public enum ControlRefusal: Error, Hashable, Sendable {
  /// A control does not say what can go wrong, what is done, or who does it.
  case wordsMissing
  /// Likelihood or consequence is not from 1 to 4.
  case gradeOutside
  /// The day lies outside the year and the months in which it is followed up.
  case dueOutside(CalendarDate, year: Int)
  /// The board's paragraph is missing.
  case paragraphMissing
  /// The plan is decided when its year has begun, and does not say why.
  case decidedLate(CalendarDate, year: Int)
  /// There is no proposal to decide.
  case nothingProposed(year: Int)
  /// The year's plan is not decided, so nothing can be followed up.
  case notDecided(year: Int)
  /// A deviation without words or remedy.
  case deviationUnexplained
  /// The plan has no such control.
  case unknown(Int)
  /// A control of the plan is dated after today.
  case dayAhead(CalendarDate)
  /// A plan is dated before the one that it replaces.
  case decidedBefore(CalendarDate)
}
