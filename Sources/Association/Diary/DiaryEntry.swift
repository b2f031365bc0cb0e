public import Ledger

/// Which way a document went.
public enum DiaryDirection: String, CaseIterable, Sendable {
  /// It came in.
  case incoming = "in"
  /// It was sent.
  case outgoing = "ut"
  /// It was made here.
  case made = "upprättad"
}

/// What an entry has to do with: a thing of the book, by its kind and its key.
public struct DiaryLink: Hashable, Sendable {
  /// What kind of thing.
  public enum Kind: String, CaseIterable, Sendable {
    /// An insats, by its id.
    case insats
    /// An application for money, by its id.
    case grant = "ansökan"
    /// A decision of the board, by date and paragraph: `2025-03-12 § 45`.
    case decision = "beslut"
    /// An obstacle, by its id.
    case obstacle = "hinder"
    /// A meeting of the board, by its id.
    case meeting = "möte"
    /// A member, by its id.
    case member = "medlem"
    /// A group, by its id.
    case group = "grupp"
    /// A voucher, by year and number: `2025/A-17`.
    case voucher = "verifikation"
    /// Another entry, by its number: `FS 2025/3`.
    case entry = "post"
    /// A governing document, by its id.
    case document = "styrdokument"
  }

  /// What kind of thing.
  public let kind: Kind
  /// Which one of them.
  public let key: String

  /// A link.
  public init(kind: Kind, key: String) {
    self.kind = kind
    self.key = key
  }
}

/// An entry in the diary, with what has been changed in it since it was made. Nothing of it is ever removed: the number, the
/// day and the direction stand, and every change has its reason.
public struct DiaryEntry: Hashable, Sendable {
  /// What somebody registers.
  public struct Draft: Hashable, Sendable {
    /// The year of the series that it gets its number in.
    public var year: Int
    /// When it came in, was sent or was made (OSL 5:2, 1).
    public var day: CalendarDate
    /// Which way it went.
    public var direction: DiaryDirection
    /// From whom it came, or to whom it was sent (OSL 5:2, 3); empty for what was made here.
    public var party: String
    /// What it is about, in short (OSL 5:2, 4).
    public var subject: String
    /// That it may be secret.
    public var secrecy: SecrecyMark?
    /// Whether its line may stand on the public page.
    public var isPublic: Bool
    /// What it has to do with.
    public var links: [DiaryLink]
    /// Its documents, as the book keeps them: SHA-256.
    public var documents: [String]

    /// What somebody registers.
    public init(
      year: Int, day: CalendarDate, direction: DiaryDirection, party: String = "", subject: String,
      secrecy: SecrecyMark? = nil, isPublic: Bool = false, links: [DiaryLink] = [], documents: [String] = []
    ) {
      self.year = year
      self.day = day
      self.direction = direction
      self.party = party
      self.subject = subject
      self.secrecy = secrecy
      self.isPublic = isPublic
      self.links = links
      self.documents = documents
    }

    /// Refuses what the register may not lack (OSL 5:2).
    public func check(today: CalendarDate) throws(DiaryRefusal) {
      guard !subject.isBlank else { throw .subjectMissing }
      guard !party.isBlank || direction == .made else { throw .partyMissing(direction) }
      guard day <= today else { throw .dayAhead(day) }
      guard year >= day.year, year <= today.year else { throw .yearWrong(year, of: day) }
      guard !isPublic || secrecy == nil else { throw .secretAndPublic }
    }
  }

  /// What can be changed in an entry.
  public enum Change: Hashable, Sendable {
    /// What it is about was written anew.
    case subject(String)
    /// From or to whom was written anew.
    case party(String)
    /// It was marked, or the mark was taken away.
    case secrecy(SecrecyMark?)
    /// Its line was put on the public page, or taken from it.
    case shown(Bool)
    /// Nothing more is to be done with it.
    case closed
    /// It was taken up again.
    case reopened
  }

  /// A change that was made: what, why, by whom and when.
  public struct Changed: Hashable, Sendable {
    /// What.
    public let change: Change
    /// Why.
    public let reason: String
    /// By whom, and when.
    public let mark: StepMark

    /// A change that was made.
    public init(_ change: Change, because reason: String, _ mark: StepMark) {
      self.change = change
      self.reason = reason
      self.mark = mark
    }
  }

  /// The key in the book.
  public let id: ID<DiaryEntry>
  /// The number.
  public let number: DiaryNumber
  /// As it was registered.
  public let first: Draft
  /// Who registered it, and when.
  public let registered: StepMark
  /// What has been changed since, the first first.
  public private(set) var changes: [Changed] = []
  /// What it is about now.
  public private(set) var subject: String
  /// From or to whom.
  public private(set) var party: String
  /// The mark that stands.
  public private(set) var secrecy: SecrecyMark?
  /// Whether it may stand on the public page; never while it is marked.
  public var isPublic: Bool { isShown && secrecy == nil }
  /// Whether nothing more is to be done with it.
  public private(set) var isClosed = false
  /// What it has to do with, those added later too.
  public let links: [DiaryLink]
  /// Its documents, those added later too: SHA-256.
  public let documents: [String]
  private var isShown: Bool

  /// An entry as it was registered, with the links and documents that it has now.
  public init(
    id: ID<DiaryEntry>, number: DiaryNumber, _ draft: Draft, registered: StepMark, links: [DiaryLink]? = nil,
    documents: [String]? = nil
  ) {
    self.id = id
    self.number = number
    self.first = draft
    self.registered = registered
    self.subject = draft.subject
    self.party = draft.party
    self.secrecy = draft.secrecy
    self.isShown = draft.isPublic
    self.links = links ?? draft.links
    self.documents = documents ?? draft.documents
  }

  /// The entry with a change; refused where it changes nothing, or says what may not stand.
  public func changing(_ changed: Changed) throws(DiaryRefusal) -> DiaryEntry {
    guard !changed.reason.isBlank else { throw .reasonMissing }
    var entry = self
    switch changed.change {
    case .subject(let subject):
      guard !subject.isBlank else { throw .subjectMissing }
      guard subject != self.subject else { throw .unchanged }
      entry.subject = subject
    case .party(let party):
      guard !party.isBlank || first.direction == .made else { throw .partyMissing(first.direction) }
      guard party != self.party else { throw .unchanged }
      entry.party = party
    case .secrecy(let secrecy):
      guard secrecy != self.secrecy else { throw .unchanged }
      entry.secrecy = secrecy
      // What has been secret is not shown again because the mark is gone: somebody says so.
      if secrecy != nil { entry.isShown = false }
    case .shown(let isShown):
      guard !isShown || secrecy == nil else { throw .secretAndPublic }
      guard isShown != self.isShown else { throw .unchanged }
      entry.isShown = isShown
    case .closed:
      guard !isClosed else { throw .unchanged }
      entry.isClosed = true
    case .reopened:
      guard isClosed else { throw .unchanged }
      entry.isClosed = false
    }
    entry.changes.append(changed)
    return entry
  }
}

/// Why an entry was not registered, or not changed.
public enum DiaryRefusal: Error, Hashable, Sendable {
  /// It does not say what it is about.
  case subjectMissing
  /// It does not say from or to whom.
  case partyMissing(DiaryDirection)
  /// The day has not been.
  case dayAhead(CalendarDate)
  /// The year of the number is before the day, or has not begun.
  case yearWrong(Int, of: CalendarDate)
  /// It is marked as secret, and would be shown to everybody.
  case secretAndPublic
  /// A change has no reason.
  case reasonMissing
  /// It says so already.
  case unchanged
  /// There is no such entry.
  case unknown
  /// The entry is closed.
  case closed(DiaryNumber)
  /// The letters can begin no series.
  case prefixWrong(String)
  /// The document is not in the book.
  case documentMissing(String)
}

extension String {
  /// Whether there is nothing but blanks in it.
  var isBlank: Bool { !utf8.contains { $0 > 32 } }
}
