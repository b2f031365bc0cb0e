public import Ledger

/// Something that somebody has to do, whatever asks for it: a law's day, an agreement, a paper that waits, a question.
///
/// Everything that is due is one of these: the start page, the yearly wheel, the weekly mail and the new director's walk
/// are four ways to show the same list. Where a source says nothing of somebody's task, it stands in none of them.
public struct DueThing: Hashable, Sendable {
  /// What asks for it.
  public enum Source: String, CaseIterable, Sendable {
    /// The yearly wheel: the law's days and the association's own.
    case wheel
    /// A report that an agreement asks for.
    case report
    /// An application on its way.
    case application
    /// An agreement that ends.
    case agreement
    /// A requisition that waits.
    case requisition
    /// A supplier's invoice that waits.
    case invoice
    /// A member's invoice that should have been paid.
    case contribution
    /// Counts to be delivered, or that wait to be looked at.
    case delivery
    /// A survey that opens or closes.
    case survey
    /// A question or a comment.
    case comment
    /// A term on the board that ends.
    case seat
    /// A meeting of the board, and what must be done before it.
    case meeting
    /// A local group's FINSAM plan to be decided, or to be followed up.
    case plan
    /// A control to be made, or a year's plan of them to be decided.
    case control
    /// An obstacle that waits for an answer, or an answer to be read.
    case obstacle
    /// Minutes to be adjusted, and notices of them.
    case minutes
    /// A governing document to be looked through.
    case governing
  }

  /// Where it is done or read about: the office makes the link of it, and knows who reaches the page.
  public enum Place: Hashable, Sendable {
    /// A deadline of a year's wheel, by name.
    case deadline(year: Int, id: String)
    /// A year's wheel.
    case wheel(Int)
    /// A year's budget.
    case budget(Int)
    /// The VAT to be compensated.
    case vat
    /// A year's statement of compensated VAT.
    case vatStatement(Int)
    /// A fiscal year with its months.
    case year(Int)
    /// A year's end.
    case yearEnd(Int)
    /// A year's annual report.
    case annualReport(Int)
    /// When a year's report was decided and signed.
    case reportFacts(Int)
    /// All reports from performers.
    case reports
    /// A report of a case: its period's last day, or `slut`.
    case report(Int64, period: String)
    /// A case, from application to final report.
    case application(Int64)
    /// A requisition.
    case requisition(Int64)
    /// A supplier's invoice.
    case invoice(Int64)
    /// A year's contributions.
    case contributions(Int)
    /// A delivery of counts.
    case delivery(Int64)
    /// A delivery to be made for an insats.
    case newDelivery(insatsID: String)
    /// A survey.
    case survey(Int64)
    /// What a comment is about, as the book names it: `rapport/2025/kapitel/handelser`.
    case thing(String)
    /// All open comments.
    case comments
    /// An obstacle.
    case obstacle(Int64)
    /// The minutes of a meeting of the board.
    case minutes(Int64)
    /// The adjustment of minutes.
    case adjustment(Int64)
    /// The notices of adjusted minutes.
    case notices(Int64)
    /// A governing document.
    case governing(Int64)
    /// The board: its seats and who sits in them.
    case board
    /// A meeting of the board.
    case boardMeeting(Int64)
    /// The decisions that others have taken on the board's behalf.
    case delegated
    /// A local group's FINSAM plan of a year.
    case plan(Int, groupID: String)
    /// A control of a year's plan.
    case control(Int, number: Int)
    /// A year's plan of controls.
    case controlPlan(Int)
  }

  /// Whose it is. A role alone does not say: a performer has their own insatser, and nobody attests twice.
  public enum Doer: Hashable, Sendable {
    /// The office.
    case office
    /// The office, but for the one with that name: nobody attests what they have asked for themselves.
    case officeBut(String)
    /// Those who give the second attest, but for users with these keys.
    case approvers(except: Set<Int64>)
    /// Those who perform the insats, and whoever applied for it.
    case performer(insatsID: String?, applicant: Int64?, name: String)
    /// One user, by key.
    case user(Int64)
    /// All who answer questions, but for the one who asked.
    case answerers(except: String)
    /// The one who asked, where it is an auditor.
    case asker(String)
    /// Those who answer obstacles on the level: the office on every one, the board on its own.
    case lift(Obstacle.Level)
  }

  /// How it stands, seen from a day.
  public enum State: Hashable, Sendable {
    /// It has a day, or had one.
    case dated(Deadline.State)
    /// It has no day, and has waited so many days; `isLong` where that is longer than it should.
    case waiting(days: Int, isLong: Bool)
  }

  /// Whatever has waited longer is said to have waited long, where nothing else is said: two weeks.
  public static let patienceDaysUsual = 14

  /// What asks for it.
  public var source: Source
  /// What is to be done, in words that need no others around them. What somebody has written stands in `detail`, for
  /// titles are sent by mail.
  public var title: String
  /// A line more: what is asked, how much is left, what the law says.
  public var detail: String
  /// The day by which it must be done, or on which it happens; nil for what only waits.
  public var day: CalendarDate?
  /// Since when it waits; nil where its day says all.
  public var since: CalendarDate?
  /// Whose it is.
  public var doer: Doer
  /// Where it is done.
  public var place: Place
  /// Where it is read about, for those who do not do it, or want to know what counts as done.
  public var about: Place?
  /// What makes its day that day, where the yearly wheel says so.
  public var basis: Deadline.Basis?
  /// Whether somebody waits for an answer: that goes first.
  public var isAsked: Bool
  /// Whether it is done, or over: it then stands in the wheel and nowhere else.
  public var isDone: Bool
  /// When it was done, where that is known.
  public var doneOn: CalendarDate?

  /// A thing that is due.
  public init(
    _ source: Source, _ title: String, detail: String = "", day: CalendarDate? = nil, since: CalendarDate? = nil,
    doer: Doer = .office, place: Place, about: Place? = nil, basis: Deadline.Basis? = nil, isAsked: Bool = false,
    isDone: Bool = false, doneOn: CalendarDate? = nil
  ) {
    self.source = source
    self.title = title
    self.detail = detail
    self.day = day
    self.since = since
    self.doer = doer
    self.place = place
    self.about = about
    self.basis = basis
    self.isAsked = isAsked
    self.isDone = isDone
    self.doneOn = doneOn
  }

  /// How it stands on a day.
  public func state(on today: CalendarDate) -> State {
    if isDone { return .dated(.done(on: doneOn)) }
    if let day { return .dated(YearlyWheel.state(of: day, today: today)) }
    let days = max(since?.days(until: today) ?? 0, 0)
    return .waiting(days: days, isLong: days > DueThing.patienceDaysUsual)
  }

  /// Whether its day has passed and it is not done.
  public func isLate(on today: CalendarDate) -> Bool { !isDone && (day.map { $0 < today } ?? false) }

  /// Whether it waits for somebody now, whatever its day: a paper to be read, a question to be answered.
  public var isWaiting: Bool { !isDone && (since != nil || day == nil) }

  /// Whether it is to be seen to within so many days: late, waiting, or with a day not further off than that.
  public func isPresent(on today: CalendarDate, withinDays days: Int) -> Bool {
    isWaiting || (!isDone && (day.map { today.days(until: $0) <= days } ?? true))
  }

  /// The things in the order in which they are seen to: what somebody asks, then by day; what has waited longest first
  /// among those without one, which stand as of today.
  public static func inOrder(_ things: [DueThing], on today: CalendarDate) -> [DueThing] {
    func key(_ thing: DueThing) -> (Int, CalendarDate, CalendarDate) {
      (thing.isAsked ? 0 : 1, thing.day ?? today, thing.since ?? thing.day ?? today)
    }
    return things.enumerated().sorted { left, right in
      let (l, r) = (key(left.element), key(right.element))
      return l == r ? left.offset < right.offset : l < r
    }.map(\.element)
  }
}

extension DueThing {
  /// A deadline of the yearly wheel, done at that place.
  public init(_ deadline: Deadline, place: Place?) {
    let own: Place = deadline.isReports ? .reports : .deadline(year: deadline.year, id: deadline.id)
    let ground =
      switch deadline.basis {
      case .law: deadline.law
      case .custom: "\(deadline.law); dagen är den brukliga"
      case .decision: deadline.note.isEmpty ? "Dagen har förbundet bestämt" : "Bestämt: \(deadline.note)"
      }
    self.init(
      deadline.isReports ? .report : .wheel, deadline.title, detail: ground, day: deadline.day,
      place: place ?? own, about: own, basis: deadline.basis)
    if case .done(let day) = deadline.state { (isDone, doneOn) = (true, day) }
  }
}
