public import Ledger

/// A document that governs the association, with every version it has had (domain 9.1).
public struct GoverningDocument: Hashable, Sendable {
  /// What the document is.
  public enum Kind: String, CaseIterable, Sendable {
    /// Förbundsordning (finsamlagen § 9).
    case charter = "förbundsordning"
    /// Arbetsordning för styrelsen.
    case procedure = "arbetsordning"
    /// Delegationsordning (§ 10).
    case delegation = "delegationsordning"
    /// Attestordning.
    case attest = "attestordning"
    /// Internkontrollplan.
    case internalControl = "internkontrollplan"
    /// Verksamhetsplan with the budget.
    case plan = "verksamhetsplan"
    /// Riktlinjer för god ekonomisk hushållning (KL 11:1).
    case economy = "riktlinjer-geh"
    /// Riktlinjer för medelsförvaltning (KL 11:2–3).
    case funds = "medelsförvaltning"
    /// Uppföljnings- och utvärderingspolicy.
    case followUp = "uppföljningspolicy"
    /// Dokumenthanteringsplan.
    case records = "dokumenthanteringsplan"
    /// The board's decision on remote attendance (§ 19 a).
    case remote = "distansbeslut"
    /// An agreement.
    case agreement = "avtal"
    /// An agreement with one who handles personal data (GDPR article 28).
    case processor = "pub-avtal"
    /// Another.
    case other = "annat"
  }

  /// What a version says: a text, a file that the book keeps, or both.
  public struct Content: Hashable, Sendable {
    /// The text; empty where there is a file alone.
    public var text: String
    /// The file's SHA-256; nil where there is a text alone.
    public var file: String?

    /// A content.
    public init(text: String = "", file: String? = nil) {
      self.text = text
      self.file = file
    }
  }

  /// What is said of a version.
  public struct Draft: Hashable, Sendable {
    /// What it says.
    public var content: Content
    /// The decision by which it was adopted; an agreement may have none.
    public var decision: Decision
    /// The first day that it holds.
    public var validFrom: CalendarDate
    /// When it is next to be looked through; nil where nobody has said.
    public var reviewOn: CalendarDate?
    /// What is new in it.
    public var remark: String
    /// Where in a förbundsordning each of the eighteen points of § 9 stands.
    public var points: [CharterPoint: String]

    /// What is said of a version.
    public init(
      content: Content, decision: Decision = Decision(), validFrom: CalendarDate, reviewOn: CalendarDate? = nil,
      remark: String = "", points: [CharterPoint: String] = [:]
    ) {
      self.content = content
      self.decision = decision
      self.validFrom = validFrom
      self.reviewOn = reviewOn
      self.remark = remark
      self.points = points
    }

    /// Refuses what a version may not lack.
    public func check(_ kind: Kind) throws(GoverningRefusal) {
      guard !content.text.isBlank || content.file != nil else { throw .contentMissing }
      if kind.isDecided {
        guard let day = decision.date, !decision.paragraph.isBlank else { throw .decisionMissing(kind) }
        // A förbundsordning is the members' and may be said to hold from an earlier day.
        guard day <= validFrom || kind == .charter else { throw .validBeforeDecision(validFrom, decided: day) }
      }
      if let reviewOn, reviewOn <= validFrom { throw .reviewBeforeValid(reviewOn) }
      guard points.isEmpty || kind == .charter else { throw .pointsElsewhere }
    }
  }

  /// A version: its number from 1, what was said of it, and who recorded it when.
  public struct Version: Hashable, Sendable {
    /// Its number, from 1 without gaps.
    public let number: Int
    /// What was said of it.
    public let draft: Draft
    /// Who recorded it, and when.
    public let mark: StepMark

    /// A version.
    public init(number: Int, _ draft: Draft, _ mark: StepMark) {
      self.number = number
      self.draft = draft
      self.mark = mark
    }
  }

  /// That somebody looked the document through and left it as it was.
  public struct Review: Hashable, Sendable {
    /// When.
    public let day: CalendarDate
    /// When it is next to be looked through.
    public let next: CalendarDate
    /// What was found.
    public let note: String
    /// Who recorded it, and when.
    public let mark: StepMark

    /// A review.
    public init(day: CalendarDate, next: CalendarDate, note: String, _ mark: StepMark) {
      self.day = day
      self.next = next
      self.note = note
      self.mark = mark
    }
  }

  /// That the document no longer holds.
  public struct End: Hashable, Sendable {
    /// The first day that it does not hold.
    public let day: CalendarDate
    /// Why.
    public let reason: String
    /// Who recorded it, and when.
    public let mark: StepMark

    /// An end.
    public init(day: CalendarDate, because reason: String, _ mark: StepMark) {
      self.day = day
      self.reason = reason
      self.mark = mark
    }
  }

  /// The key in the book.
  public let id: ID<GoverningDocument>
  /// What it is.
  public let kind: Kind
  /// What it is called.
  public let title: String
  /// Every version, the first first.
  public let versions: [Version]
  /// Every review, the first first.
  public let reviews: [Review]
  /// That it no longer holds.
  public let end: End?
  /// Whether everybody may read it.
  public let isPublic: Bool

  /// A document as the book has it.
  public init(
    id: ID<GoverningDocument>, kind: Kind, title: String, versions: [Version], reviews: [Review] = [], end: End? = nil,
    isPublic: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.versions = versions
    self.reviews = reviews
    self.end = end
    self.isPublic = isPublic
  }

  /// The version that holds on a day: of those that had begun, the one that began last, and of two from the same day the
  /// later recorded. Nil before the first, and when the document has ended.
  public func version(on day: CalendarDate) -> Version? {
    if let end, end.day <= day { return nil }
    return versions.filter { $0.draft.validFrom <= day }.max {
      ($0.draft.validFrom, $0.number) < ($1.draft.validFrom, $1.number)
    }
  }

  /// The versions that have been decided and do not hold yet.
  public func coming(after day: CalendarDate) -> [Version] { versions.filter { $0.draft.validFrom > day } }

  /// When it is next to be looked through, as was said last: with the version that holds, or at a review after it.
  public func reviewOn(as day: CalendarDate) -> CalendarDate? {
    guard let version = version(on: day) else { return nil }
    let later = reviews.last { $0.day >= version.draft.validFrom }
    return later?.next ?? version.draft.reviewOn
  }

  /// Whether the day of its review has passed.
  public func isOverdue(on day: CalendarDate) -> Bool { reviewOn(as: day).map { $0 < day } ?? false }
}

extension GoverningDocument.Kind {
  /// Whether its versions are decided by the board or the members; an agreement is signed.
  public var isDecided: Bool { self != .agreement && self != .processor && self != .other }
}

/// Why a governing document was not recorded.
public enum GoverningRefusal: Error, Hashable, Sendable {
  /// It has no title.
  case titleMissing
  /// A version has neither text nor file.
  case contentMissing
  /// A version is not said to be decided: day and paragraph.
  case decisionMissing(GoverningDocument.Kind)
  /// A version would hold before it was decided.
  case validBeforeDecision(CalendarDate, decided: CalendarDate)
  /// A review is before the version holds, or before the review itself.
  case reviewBeforeValid(CalendarDate)
  /// Points of § 9 are said of what is no förbundsordning.
  case pointsElsewhere
  /// The document has ended.
  case ended(CalendarDate)
  /// There is one of that kind that holds, and only one can.
  case another(GoverningDocument.Kind)
  /// The file is not in the book.
  case fileMissing
  /// A reason is missing.
  case reasonMissing
  /// There is no such document.
  case unknown
  /// It says so already.
  case unchanged
}

extension GoverningDocument.Kind {
  /// Whether an association has one of them at a time.
  public var isSingle: Bool { self != .agreement && self != .processor && self != .other }
}
