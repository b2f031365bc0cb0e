public import Ledger

/// Who looks in the diary.
public enum DiarySight: Hashable, Sendable {
  /// The office and the auditors (KL 12:9): all of it.
  case insiders
  /// Others who are signed in: all but what a marked entry holds.
  case readers
  /// Everybody: the lines that are marked public.
  case everybody
}

/// A line of the register as one may see it (OSL 5:2). What may not be seen is not in it, so no page can print it: of a
/// marked entry there is the number, the day, and that it is marked.
public struct DiaryLine: Hashable, Sendable {
  /// What a marked entry keeps from all but the office and the auditors.
  public struct Content: Hashable, Sendable {
    /// Which way it went.
    public let direction: DiaryDirection
    /// From or to whom.
    public let party: String
    /// What it is about.
    public let subject: String
    /// Whether nothing more is to be done with it.
    public let isClosed: Bool
    /// Whether its line stands on the public page.
    public let isPublic: Bool

    /// A content.
    public init(direction: DiaryDirection, party: String, subject: String, isClosed: Bool, isPublic: Bool) {
      self.direction = direction
      self.party = party
      self.subject = subject
      self.isClosed = isClosed
      self.isPublic = isPublic
    }
  }

  /// The key in the book.
  public let id: ID<DiaryEntry>
  /// The number.
  public let number: DiaryNumber
  /// When it came in, was sent or was made.
  public let day: CalendarDate
  /// Whether it is marked as secret.
  public let isMarked: Bool
  /// The rest; nil where it is withheld.
  public let content: Content?

  /// The line as it is seen; nil where it is not seen at all.
  public init?(_ entry: DiaryEntry, seenBy sight: DiarySight) {
    self.init(
      id: entry.id, number: entry.number, day: entry.first.day, isMarked: entry.secrecy != nil,
      Content(
        direction: entry.first.direction, party: entry.party, subject: entry.subject, isClosed: entry.isClosed,
        isPublic: entry.isPublic), seenBy: sight)
  }

  /// The line of an entry whose facts are given; nil where it is not seen at all.
  public init?(
    id: ID<DiaryEntry>, number: DiaryNumber, day: CalendarDate, isMarked: Bool, _ content: Content,
    seenBy sight: DiarySight
  ) {
    if sight == .everybody, isMarked || !content.isPublic { return nil }
    self.id = id
    self.number = number
    self.day = day
    self.isMarked = isMarked
    self.content = isMarked && sight != .insiders ? nil : content
  }
}
