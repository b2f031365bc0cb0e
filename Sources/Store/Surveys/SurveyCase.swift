public import Association
public import Ledger

/// A version of an instrument in the book.
public struct KeptInstrument: Hashable, Sendable {
  /// Its key in the book.
  public let id: ID<SurveyInstrument>
  /// Which version of the instrument of its short name, from 1.
  public let version: Int
  /// What is asked.
  public let instrument: SurveyInstrument
}

/// A survey in the book: what was said when it was opened, and how it stands.
public struct SurveyCase: Hashable, Sendable {
  /// How a survey stands.
  public enum Standing: Hashable, Sendable {
    /// It can be answered, or answers on paper typed in. What has been answered is not told before it is closed: who saw
    /// it before and after one answer would see that answer.
    case open(byLink: Int, onPaper: Int)
    /// It is closed.
    case closed(SurveyOutcome, by: String, at: Moment)
  }

  /// Its key in the book.
  public let id: ID<SurveyRound>
  /// What was said when it was opened.
  public let round: SurveyRound
  /// Which version of the instrument.
  public let version: Int
  /// How many are asked, as it was last said.
  public let asked: Int
  /// How many codes have been made.
  public let codes: Int
  /// How it stands.
  public let standing: Standing

  /// What came of it; nil while it is open.
  public var outcome: SurveyOutcome? {
    if case .closed(let outcome, _, _) = standing { outcome } else { nil }
  }

  /// How many have answered.
  public var answered: Int {
    switch standing {
    case .open(let byLink, let onPaper): byLink + onPaper
    case .closed(let outcome, _, _): outcome.answered
    }
  }

  /// Whether enough have answered for results to be shown, once it is closed.
  public var isLargeEnough: Bool { answered >= round.draft.minimum }
}

/// What somebody wrote to a question of free text.
public struct SurveyText: Hashable, Sendable {
  /// A random name, by which nothing is known of it.
  public let id: String
  /// Which question, counted from 0.
  public let question: Int
  /// What was written.
  public let text: String
  /// Whether a member of staff has read and released it.
  public let isReleased: Bool
}
