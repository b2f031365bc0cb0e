public import Ledger

/// The announcement that minutes are adjusted, on the notice board of one member municipality or region (lag 2003:1210,
/// 19 §, KL 8:12): each time it was put up.
public struct Notice: Hashable, Sendable {
  /// That somebody at the member has said that it is up.
  public struct Confirmation: Hashable, Sendable {
    /// Who, by name or function, as they gave it themselves or the office wrote it down.
    public let by: String
    /// The day they said it.
    public let day: CalendarDate

    /// A confirmation.
    public init(by: String, day: CalendarDate) {
      self.by = by
      self.day = day
    }
  }

  /// A time that it was up.
  public struct Posting: Hashable, Sendable {
    /// The day it was put up.
    public let postedOn: CalendarDate
    /// Who has confirmed it; nil until somebody has.
    public var confirmation: Confirmation?
    /// The day it was taken down; nil while it is up.
    public var takenDownOn: CalendarDate?

    /// Put up on that day.
    public init(postedOn: CalendarDate, confirmation: Confirmation? = nil, takenDownOn: CalendarDate? = nil) {
      self.postedOn = postedOn
      self.confirmation = confirmation
      self.takenDownOn = takenDownOn
    }

    /// The last day to appeal, by this posting.
    public var lastAppealDay: CalendarDate { MinutesRules.lastAppealDay(postedOn: postedOn) }

    /// The first day on which it may be taken down.
    public var takeDownFrom: CalendarDate { lastAppealDay.next }

    /// Whether it was taken down before the time to appeal had run out, so that it has not run out (KL 13:5).
    public var wasTakenDownEarly: Bool { takenDownOn.map { $0 < takeDownFrom } ?? false }
  }

  /// The member on whose board it is.
  public let memberID: String
  /// The postings, first one first: more than one only where one was taken down too early.
  public let postings: [Posting]

  /// A notice, not yet put up.
  public init(memberID: String) { self.init(memberID: memberID, postings: []) }

  private init(memberID: String, postings: [Posting]) {
    self.memberID = memberID
    self.postings = postings
  }

  /// The posting that the time to appeal is counted from; nil where none holds.
  public var standing: Posting? { postings.last.flatMap { $0.wasTakenDownEarly ? nil : $0 } }

  /// Put up, on or after the day of the adjustment; again only where it was taken down too early.
  public func posted(
    on day: CalendarDate, adjustedOn: CalendarDate, today: CalendarDate
  ) throws(MinutesRefusal) -> Notice {
    if let standing { throw .postedBefore(standing.postedOn) }
    guard day >= adjustedOn else { throw .beforeAdjustment(day, adjustedOn: adjustedOn) }
    guard day <= today else { throw .ahead(day, today: today) }
    if let before = postings.last?.takenDownOn, day < before { throw .beforePosting(day, postedOn: before) }
    return Notice(memberID: memberID, postings: postings + [Posting(postedOn: day)])
  }

  /// The notice with a posting that a book has kept, step by step as it was recorded.
  public func repeating(_ posting: Posting, adjustedOn: CalendarDate) throws(MinutesRefusal) -> Notice {
    let last = [posting.postedOn, posting.confirmation?.day, posting.takenDownOn].compactMap { $0 }.max()
    let today = last ?? posting.postedOn
    var notice = try posted(on: posting.postedOn, adjustedOn: adjustedOn, today: today)
    if let said = posting.confirmation { notice = try notice.confirmed(by: said.by, on: said.day, today: today) }
    if let day = posting.takenDownOn { notice = try notice.takenDown(on: day, today: today) }
    return notice
  }

  /// Confirmed by somebody at the member.
  public func confirmed(by name: String, on day: CalendarDate, today: CalendarDate) throws(MinutesRefusal) -> Notice {
    guard var posting = standing else { throw .notPosted }
    guard posting.confirmation == nil else { throw .confirmedBefore }
    guard name.hasWords else { throw .confirmerMissing }
    guard day >= posting.postedOn else { throw .beforePosting(day, postedOn: posting.postedOn) }
    guard day <= today else { throw .ahead(day, today: today) }
    posting.confirmation = Confirmation(by: name, day: day)
    return Notice(memberID: memberID, postings: postings.dropLast() + [posting])
  }

  /// Taken down. Too early is no refusal, for it has happened: then the notice must be put up anew.
  public func takenDown(on day: CalendarDate, today: CalendarDate) throws(MinutesRefusal) -> Notice {
    guard var posting = standing, posting.takenDownOn == nil else { throw .notPosted }
    guard day >= posting.postedOn else { throw .beforePosting(day, postedOn: posting.postedOn) }
    guard day <= today else { throw .ahead(day, today: today) }
    posting.takenDownOn = day
    return Notice(memberID: memberID, postings: postings.dropLast() + [posting])
  }
}

/// When what was decided gains force (laga kraft), if nobody appeals.
public enum GainsForce: Hashable, Sendable {
  /// The minutes are not adjusted.
  case notAdjusted
  /// These members' notices are not up, or were taken down too early.
  case waiting(memberIDs: [String])
  /// The day after the last day to appeal, counted from the latest posting.
  case on(CalendarDate, latestPosting: CalendarDate)

  /// By those notices, one for each member that has a board of its own.
  public init(adjusted: MinutesState.Adjusted?, notices: [Notice]) {
    guard adjusted != nil else {
      self = .notAdjusted
      return
    }
    let waiting = notices.filter { $0.standing == nil }.map(\.memberID)
    guard waiting.isEmpty, let latest = notices.compactMap({ $0.standing?.postedOn }).max() else {
      self = .waiting(memberIDs: waiting)
      return
    }
    self = .on(MinutesRules.lastAppealDay(postedOn: latest).next, latestPosting: latest)
  }

  /// The day, where it is known.
  public var day: CalendarDate? { if case .on(let day, _) = self { day } else { nil } }
}

extension Association {
  /// The members on whose boards minutes adjusted that day are announced: each municipality and region that was a member
  /// then (lag 2003:1210, 19 §). The state's authorities have none.
  public func noticeMembers(on day: CalendarDate) -> [Member] {
    members.filter { member in
      member.kind != .state && member.joined.map { $0 <= day } ?? true && member.left.map { $0 > day } ?? true
    }
  }
}
