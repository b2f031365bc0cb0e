public import Ledger

/// What is said of a meeting of the board before it is held: when, where, whether everybody may listen, how one may take
/// part from afar, and what it will be about.
public struct MeetingPlan: Hashable, Sendable {
  /// Which meeting of the year it is, from 1.
  public var number: Int
  /// The day.
  public var day: CalendarDate
  /// When it begins, `09.00`.
  public var time: String
  /// Where.
  public var place: String
  /// Whether everybody may listen, as at the meeting that decides the budget (lag 2003:1210 § 19).
  public var isPublic: Bool
  /// What the board has decided of taking part from afar; nil where nobody may.
  public var remote: RemoteRule?
  /// What it will be about, in order; an item's number is its place from 1.
  public var agenda: [AgendaItem]

  /// A plan.
  public init(
    number: Int, day: CalendarDate, time: String = "09.00", place: String = "", isPublic: Bool = false,
    remote: RemoteRule? = nil, agenda: [AgendaItem] = []
  ) {
    self.number = number
    self.day = day
    self.time = time
    self.place = place
    self.isPublic = isPublic
    self.remote = remote
    self.agenda = agenda
  }

  /// Refuses what no meeting can be: a number below 1, a time that is none, an item without a title.
  func check() throws(MeetingRefusal) {
    guard number >= 1 else { throw .numberMissing }
    let digits = Array(time.utf8)
    guard digits.count == 5, digits[2] == UInt8(ascii: "."), let hours = Int(time.prefix(2)), (0...23).contains(hours),
      let minutes = Int(time.suffix(2)), (0...59).contains(minutes)
    else { throw .timeMalformed(time) }
    for (index, item) in agenda.enumerated() where !item.title.hasWords { throw .titleMissing(item: index + 1) }
    guard let remote else { return }
    guard let decided = remote.decision.date, remote.decision.paragraph.hasWords, remote.extent.hasWords else {
      throw .remoteExtentMissing
    }
    guard decided <= day else { throw .remoteDecidedLater(decided: decided, meeting: day) }
  }
}

/// The board's decision that its members may take part from afar (lag 2003:1210 § 19 a): sound and picture in real time,
/// and sound alone only with special reasons.
public struct RemoteRule: Hashable, Sendable {
  /// The decision.
  public var decision: Decision
  /// To what extent, in the decision's words: the law asks that it says so.
  public var extent: String
  /// The special reasons for which sound alone is enough; empty where it is not.
  public var soundReasons: String

  /// A rule.
  public init(decision: Decision, extent: String, soundReasons: String = "") {
    self.decision = decision
    self.extent = extent
    self.soundReasons = soundReasons
  }
}

/// Something the board will take up.
public struct AgendaItem: Hashable, Sendable {
  /// What kind of item it is, where something follows from it.
  public enum Kind: Hashable, Sendable {
    /// Nothing follows.
    case ordinary
    /// An election or employment, in which a vote is closed and lots are drawn (KL 5:54, 5:56).
    case election
    /// Decisions taken on the board's behalf are reported (lag 2003:1210 § 10).
    case delegation
    /// The budget of that year is decided (§§ 19, 21, 23).
    case budget(year: Int)
  }

  /// A file that belongs to it, kept in the book.
  public struct Document: Hashable, Sendable {
    /// SHA-256 of its bytes.
    public var sha256: String
    /// The file's name.
    public var name: String

    /// A document.
    public init(sha256: String, name: String) {
      self.sha256 = sha256
      self.name = name
    }
  }

  /// What it is called.
  public var title: String
  /// What kind of item it is.
  public var kind: Kind
  /// Why it is taken up and what there is to know, Markdown.
  public var background: String
  /// What the board is asked to decide, Markdown; empty where it is only informed.
  public var proposal: String
  /// Who presents it, by function.
  public var presenter: String
  /// Its files.
  public var documents: [Document]

  /// An item.
  public init(
    title: String, kind: Kind = .ordinary, background: String = "", proposal: String = "", presenter: String = "",
    documents: [Document] = []
  ) {
    self.title = title
    self.kind = kind
    self.background = background
    self.proposal = proposal
    self.presenter = presenter
    self.documents = documents
  }
}
