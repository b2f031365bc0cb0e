public import Ledger

/// The report as it was shown to somebody: its words, line by line, kept so that what has changed since can be told.
public struct ReportVersion: Hashable, Sendable {
  /// A line of the report: a paragraph, a row of a table.
  public struct Line: Hashable, Sendable {
    /// The chapter it stands in.
    public let chapter: String
    /// Its words.
    public let text: String

    /// A line of a chapter.
    public init(chapter: String, text: String) {
      self.chapter = chapter
      self.text = text
    }
  }

  /// The line of history it is, which is also its number.
  public let sequence: Int64
  /// The report's year.
  public let year: Int
  /// What it was for: ”Styrelsens möte 2026-03-12”.
  public let name: String
  /// Who kept it.
  public let by: String
  /// When.
  public let at: Moment

  /// A version as it was kept.
  public init(sequence: Int64, year: Int, name: String, by: String, at: Moment) {
    self.sequence = sequence
    self.year = year
    self.name = name
    self.by = by
    self.at = at
  }
}
