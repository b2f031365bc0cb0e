public import Ledger

/// A budget that the board has not decided: what it says now, and how far it has come. Only a proposal can be changed,
/// published and decided; what is decided is a `DecidedBudget`, which nothing can be done with.
public struct BudgetProposal: Hashable, Sendable {
  /// The meeting at which the budget is decided: open to everybody, and announced (lag 2003:1210 § 19 and § 21).
  public struct Meeting: Hashable, Sendable {
    /// The day it was announced.
    public let announcedOn: CalendarDate
    /// The day it is held.
    public let day: CalendarDate

    /// A meeting; refused where it is announced after it was held.
    public init(announcedOn: CalendarDate, day: CalendarDate) throws(Refusal) {
      guard announcedOn <= day else { throw .announcedAfter(announced: announcedOn, meeting: day) }
      self.announcedOn = announcedOn
      self.day = day
    }
  }

  /// That the proposal lies on the website (KL 8:14).
  public struct Publication: Hashable, Sendable {
    /// From which day.
    public let on: CalendarDate
    /// Which revision of it.
    public let revision: Int
    /// Where, as the office noted it; may be empty.
    public let address: String

    /// A publication.
    public init(on: CalendarDate, revision: Int, address: String = "") {
      self.on = on
      self.revision = revision
      self.address = address
    }
  }

  /// Why a step cannot be taken.
  public enum Refusal: Error, Hashable, Sendable {
    /// The version has been decided: it is never changed.
    case decidedAlready(year: Int, version: Int, Decision)
    /// The proposal has been thrown away.
    case discardedAlready(year: Int, version: Int)
    /// The book has no such proposal.
    case unknown
    /// The year has another proposal that is neither decided nor thrown away.
    case anotherStands(year: Int, version: Int)
    /// The members have not been consulted (lag 2003:1210 § 23).
    case notConsulted(year: Int)
    /// The members were consulted after the day of the decision.
    case consultedAfter(consulted: CalendarDate, decided: CalendarDate)
    /// A decision has a day.
    case undated
    /// A decision has a paragraph of the minutes.
    case paragraphMissing
    /// There is nothing to publish or decide.
    case noLines(year: Int)
    /// The meeting was announced after it was held.
    case announcedAfter(announced: CalendarDate, meeting: CalendarDate)
    /// It must be said why a proposal is thrown away.
    case reasonMissing
    /// Somebody else has saved it meanwhile.
    case savedMeanwhile(revision: Int)
  }

  /// The budget year.
  public let year: Int
  /// 1 for the year's first budget, 2 for one that revises it.
  public let version: Int
  /// What it was made from: ”Budget 2022, planår 2023”. Empty where it was begun empty.
  public let origin: String
  /// How many times it has been saved.
  public private(set) var revision: Int
  /// What it says; the decision and the consultation are not in it until it is decided.
  public private(set) var content: Budget
  /// When the members were consulted.
  public private(set) var consultedOn: CalendarDate?
  /// When and for when the meeting was announced.
  public private(set) var meeting: Meeting?
  /// From when it lies on the website; the last time, where it was laid out again.
  public private(set) var publication: Publication?

  /// A proposal as it is begun.
  public init(year: Int, version: Int, origin: String = "", content: Budget) {
    self.year = year
    self.version = version
    self.origin = origin
    self.revision = 1
    self.content = content
    self.content = owned(content)
  }

  /// The content as a proposal of this year and version has it.
  private func owned(_ content: Budget) -> Budget {
    var content = content
    content.year = year
    content.version = version
    content.decision = Decision()
    content.consultedOn = nil
    return content
  }

  /// The proposal saved anew.
  public func saving(_ content: Budget) -> BudgetProposal {
    var next = self
    next.content = owned(content)
    next.revision += 1
    return next
  }

  /// The members have been consulted; said again, the latest word holds.
  public func consulted(on day: CalendarDate) -> BudgetProposal {
    var next = self
    next.consultedOn = day
    return next
  }

  /// The meeting has been announced.
  public func announced(_ meeting: Meeting) -> BudgetProposal {
    var next = self
    next.meeting = meeting
    return next
  }

  /// The proposal has been laid out on the website, as it is now.
  public func published(on day: CalendarDate, address: String = "") throws(Refusal) -> BudgetProposal {
    guard !content.lines.isEmpty else { throw .noLines(year: year) }
    var next = self
    next.publication = Publication(on: day, revision: revision, address: address)
    return next
  }

  /// The board has decided it as it is now: refused without a consultation on or before the day (lag 2003:1210 § 23).
  public func decided(_ decision: Decision, note: String = "") throws(Refusal) -> DecidedBudget {
    guard let day = decision.date else { throw .undated }
    guard !decision.paragraph.isEmpty else { throw .paragraphMissing }
    guard !content.lines.isEmpty else { throw .noLines(year: year) }
    guard let consultedOn else { throw .notConsulted(year: year) }
    guard consultedOn <= day else { throw .consultedAfter(consulted: consultedOn, decided: day) }
    return DecidedBudget(proposal: self, decision: decision, note: note)
  }

  /// The proposal is thrown away: kept to be read, and never decided.
  public func discarded(because reason: String) throws(Refusal) -> DiscardedBudget {
    guard !reason.isEmpty else { throw .reasonMissing }
    return DiscardedBudget(proposal: self, reason: reason)
  }

  /// Whether what lies on the website is what the proposal says now.
  public var isPublishedAsItIs: Bool { publication?.revision == revision }

  /// The last day to decide the budget: 30 November before the year (lag 2003:1210 § 21).
  public static func lastDay(of year: Int) -> CalendarDate? { CalendarDate(year: year - 1, month: 11, day: 30) }
}

/// A budget that the board has decided. It is never changed: another decision is another version.
public struct DecidedBudget: Hashable, Sendable {
  /// What was decided, as it was then.
  public let proposal: BudgetProposal
  /// When, and by which paragraph.
  public let decision: Decision
  /// What was noted of it: why a deficit is planned.
  public let note: String

  fileprivate init(proposal: BudgetProposal, decision: Decision, note: String) {
    self.proposal = proposal
    self.decision = decision
    self.note = note
  }

  /// The budget as the report has it.
  public var budget: Budget {
    var budget = proposal.content
    budget.decision = decision
    budget.consultedOn = proposal.consultedOn
    return budget
  }
}

/// A proposal that was thrown away.
public struct DiscardedBudget: Hashable, Sendable {
  /// What it said.
  public let proposal: BudgetProposal
  /// Why.
  public let reason: String

  fileprivate init(proposal: BudgetProposal, reason: String) {
    self.proposal = proposal
    self.reason = reason
  }
}
