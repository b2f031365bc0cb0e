public import Ledger

/// Something somebody has said about a figure, a chapter or a voucher: a comment, or an auditor's question.
public struct Comment: Hashable, Sendable {
  /// How it ended.
  public enum Ending: String, CaseIterable, Sendable {
    /// It has been seen to.
    case resolved
    /// It is carried to next year's report.
    case carried
  }

  /// Its key.
  public let id: ID<Comment>
  /// What it is about: `rapport/2025/kapitel/handelser`, `rapport/2025/siffra/eget-kapital`, `verifikation/2025/A-17`.
  public let place: String
  /// What was said.
  public let text: String
  /// Whom it is for; nil for everybody.
  public let to: ID<User>?
  /// Who said it.
  public let by: String
  /// When.
  public let at: Moment
  /// How it ended, who said so, when, and in what words; nil while it is open.
  public let ending: (ending: Ending, text: String, by: String, at: Moment)?

  /// A comment, and how it ended if it has.
  public init(
    id: ID<Comment>, place: String, text: String, to: ID<User>?, by: String, at: Moment,
    ending: (ending: Ending, text: String, by: String, at: Moment)? = nil
  ) {
    self.id = id
    self.place = place
    self.text = text
    self.to = to
    self.by = by
    self.at = at
    self.ending = ending
  }

  /// The same comment, with the same ending: nothing else of it changes.
  public static func == (left: Comment, right: Comment) -> Bool {
    left.id == right.id && left.ending?.ending == right.ending?.ending
  }

  /// By its key.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
