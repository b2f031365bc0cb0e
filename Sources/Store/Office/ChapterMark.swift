public import Ledger

/// Whether a chapter of a year's report has been called ready, by whom and when.
public struct ChapterMark: Hashable, Sendable {
  /// The report's year.
  public let year: Int
  /// The chapter, by its id in the template.
  public let chapter: String
  /// Whether it was called ready.
  public let isReady: Bool
  /// Who called it so.
  public let by: String
  /// When.
  public let at: Moment

  /// What was said of a chapter.
  public init(year: Int, chapter: String, isReady: Bool, by: String, at: Moment) {
    self.year = year
    self.chapter = chapter
    self.isReady = isReady
    self.by = by
    self.at = at
  }
}
