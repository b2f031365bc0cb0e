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

  public let id: ID<Comment>
  /// What it is about: `rapport/2025/kapitel/handelser`, `rapport/2025/siffra/eget-kapital`, `verifikation/2025/A-17`.
  public let place: String
  public let text: String
  /// Whom it is for; nil for everybody.
  public let to: ID<User>?
  public let by: String
  public let at: Moment
  /// How it ended, who said so, when, and in what words; nil while it is open.
  public let ending: (ending: Ending, text: String, by: String, at: Moment)?

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

  public static func == (left: Comment, right: Comment) -> Bool {
    left.id == right.id && left.ending?.ending == right.ending?.ending
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// Whether a chapter of a year's report has been called ready, by whom and when.
public struct ChapterMark: Hashable, Sendable {
  public let year: Int
  public let chapter: String
  public let isReady: Bool
  public let by: String
  public let at: Moment

  public init(year: Int, chapter: String, isReady: Bool, by: String, at: Moment) {
    self.year = year
    self.chapter = chapter
    self.isReady = isReady
    self.by = by
    self.at = at
  }
}

/// The report as it was shown to somebody: its words, line by line, kept so that what has changed since can be told.
public struct ReportVersion: Hashable, Sendable {
  /// A line of the report: a paragraph, a row of a table.
  public struct Line: Hashable, Sendable {
    public let chapter: String
    public let text: String

    public init(chapter: String, text: String) {
      self.chapter = chapter
      self.text = text
    }
  }

  /// The line of history it is, which is also its number.
  public let sequence: Int64
  public let year: Int
  /// What it was for: ”Styrelsens möte 2026-03-12”.
  public let name: String
  public let by: String
  public let at: Moment

  public init(sequence: Int64, year: Int, name: String, by: String, at: Moment) {
    self.sequence = sequence
    self.year = year
    self.name = name
    self.by = by
    self.at = at
  }
}

extension Store {
  /// The comments at a place and below it (`rapport/2025` has those of all its chapters), the first first.
  public func comments(below place: String) throws(Refusal) -> [Comment] { preconditionFailure("M0002") }

  public func comment(_ id: ID<Comment>) throws(Refusal) -> Comment? { preconditionFailure("M0002") }

  @discardableResult
  public func comment(
    _ text: String, at place: String, to: ID<User>?, by actor: Actor, at moment: Moment
  ) throws(Refusal) -> ID<Comment> { preconditionFailure("M0002") }

  /// Ends a comment; refuses one that has ended.
  public func end(
    _ comment: ID<Comment>, as ending: Comment.Ending, text: String, by actor: Actor, at moment: Moment
  ) throws(Refusal) { preconditionFailure("M0002") }

  /// How each chapter of the year's report stands; chapters nobody has marked are left out.
  public func chapterMarks(year: Int) throws(Refusal) -> [String: ChapterMark] { preconditionFailure("M0002") }

  public func mark(
    chapter: String, year: Int, isReady: Bool, by actor: Actor, at moment: Moment
  ) throws(Refusal) { preconditionFailure("M0002") }

  /// Keeps the report's words as they were shown.
  @discardableResult
  public func keepVersion(
    of year: Int, name: String, lines: [ReportVersion.Line], by actor: Actor, at moment: Moment
  ) throws(Refusal) -> ReportVersion { preconditionFailure("M0002") }

  /// The versions of a year's report, the first first.
  public func reportVersions(year: Int) throws(Refusal) -> [ReportVersion] { preconditionFailure("M0002") }

  public func lines(ofVersion sequence: Int64) throws(Refusal) -> [ReportVersion.Line] {
    preconditionFailure("M0002")
  }
}
