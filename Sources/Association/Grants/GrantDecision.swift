public import Ledger

/// What a group of officials says of an application before the board (beredning).
public struct GrantPreparation: Hashable, Sendable {
  /// What it recommends.
  public enum Recommendation: String, CaseIterable, Sendable {
    /// That it be granted as it stands.
    case grant = "bifall"
    /// That some of it be granted.
    case grantInPart = "delvis"
    /// That it be rejected.
    case reject = "avslag"
  }

  /// When.
  public var day: CalendarDate
  /// Which group: beredningsgrupp, lokal samverkansgrupp.
  public var body: String
  /// What it recommends.
  public var recommendation: Recommendation
  /// Why, in its words.
  public var words: String

  /// A recommendation.
  public init(day: CalendarDate, body: String, recommendation: Recommendation, words: String) {
    self.day = day
    self.body = body
    self.recommendation = recommendation
    self.words = words
  }
}

/// What the board has granted (beslut): to which insats, and every frame per year and receiver that stands after it.
/// A decision that changes an earlier one says all frames anew, not the difference.
public struct GrantDecision: Hashable, Sendable {
  /// The day of the meeting.
  public var day: CalendarDate
  /// The paragraph of the minutes, `§ 45`.
  public var paragraph: String
  /// The insats that it is for, by id.
  public var insatsID: String
  /// The frames.
  public var amounts: [GrantAmount]
  /// Conditions, or why it is changed.
  public var words: String

  /// A decision.
  public init(day: CalendarDate, paragraph: String, insatsID: String, amounts: [GrantAmount], words: String = "") {
    self.day = day
    self.paragraph = paragraph
    self.insatsID = insatsID
    self.amounts = amounts
    self.words = words
  }

  /// The decision as a figure points to it.
  public var decision: Decision { Decision(date: day, paragraph: paragraph) }
}

/// That the board has rejected an application, and why.
public struct GrantRejection: Hashable, Sendable {
  /// The day of the meeting.
  public var day: CalendarDate
  /// The paragraph of the minutes.
  public var paragraph: String
  /// Why.
  public var words: String

  /// A rejection.
  public init(day: CalendarDate, paragraph: String, words: String) {
    self.day = day
    self.paragraph = paragraph
    self.words = words
  }
}
