public import Ledger

/// A meeting of the board in the book.
///
/// Each stage is a type with the steps that lead on from it and no others: no decision can be recorded of a meeting that
/// is not open, and a meeting that is closed is as it was.
public struct BoardMeeting: Hashable, Sendable {
  /// How far a meeting has come.
  public enum Stage: Hashable, Sendable {
    /// It is planned.
    case planned(Planned)
    /// The members have been called to it.
    case called(Called)
    /// It goes on.
    case opened(Opened)
    /// It has ended.
    case closed(Closed)
    /// It was not held.
    case cancelled(Cancelled)
  }

  /// How far it has come, as one word.
  public enum Place: String, CaseIterable, Sendable {
    /// Planerat.
    case planned
    /// Kallat.
    case called
    /// Öppnat.
    case opened
    /// Avslutat.
    case closed
    /// Inställt.
    case cancelled
  }

  /// What was done, in the order that it was done.
  public enum Event: Hashable, Sendable {
    /// It was planned, or planned anew.
    case planned(MeetingPlan)
    /// The call was sent on a day.
    case called(on: CalendarDate)
    /// It was opened.
    case opened(Opening)
    /// It was said who is there.
    case attended(Attendance)
    /// A decision was recorded.
    case decided(BoardDecision.Draft, consultedOn: CalendarDate?)
    /// What was recorded wrong was struck out, because.
    case struck(paragraph: Int, because: String)
    /// A reservation was notified.
    case reserved(paragraph: Int, BoardDecision.Reservation)
    /// It was closed at a time of day, `15.10`.
    case closed(at: String)
    /// It was called off, because.
    case cancelled(because: String)
  }

  /// What is said when a meeting is opened.
  public struct Opening: Hashable, Sendable {
    /// The seats of the board on the day.
    public var seats: [MeetingSeat]
    /// How many members the board has, by its förbundsordning: those of the seats, and seats that nobody holds.
    public var memberCount: Int
    /// The number of the meeting's first paragraph.
    public var firstParagraph: Int
    /// Who is there.
    public var attendance: Attendance

    /// An opening.
    public init(seats: [MeetingSeat], memberCount: Int, firstParagraph: Int, attendance: Attendance) {
      self.seats = seats
      self.memberCount = memberCount
      self.firstParagraph = firstParagraph
      self.attendance = attendance
    }
  }

  /// Planned.
  public struct Planned: Hashable, Sendable {
    /// The plan.
    public let plan: MeetingPlan

    /// A meeting that has just been planned.
    public init(_ plan: MeetingPlan) throws(MeetingRefusal) {
      try plan.check()
      self.plan = plan
    }

    /// The call is sent.
    public func called(on day: CalendarDate) throws(MeetingRefusal) -> Called {
      guard !plan.agenda.isEmpty else { throw .agendaEmpty }
      guard day <= plan.day else { throw .calledLate(called: day, meeting: plan.day) }
      return Called(plan: plan, calledOn: day)
    }
  }

  /// Called.
  public struct Called: Hashable, Sendable {
    /// The plan as it stands.
    public let plan: MeetingPlan
    /// When the call was sent.
    public let calledOn: CalendarDate

    /// Planned anew: an agenda that grew after the call, another place.
    public func planned(_ plan: MeetingPlan) throws(MeetingRefusal) -> Called {
      try plan.check()
      guard !plan.agenda.isEmpty else { throw .agendaEmpty }
      guard calledOn <= plan.day else { throw .calledLate(called: calledOn, meeting: plan.day) }
      return Called(plan: plan, calledOn: calledOn)
    }

    /// It is opened.
    public func opened(_ opening: Opening) throws(MeetingRefusal) -> Opened {
      let members = opening.seats.count { !$0.isSubstitute }
      guard members > 0 else { throw .noSeats(plan.day) }
      guard opening.memberCount >= members else {
        throw .memberCountTooSmall(said: opening.memberCount, seats: members)
      }
      guard opening.firstParagraph >= 1 else { throw .paragraphMissing }
      guard opening.seats.map(\.number) == Array(1...opening.seats.count) else { throw .seatsUnnumbered }
      let opened = Opened(
        plan: plan, calledOn: calledOn, seats: opening.seats, memberCount: opening.memberCount,
        firstParagraph: opening.firstParagraph, attendance: opening.attendance, decisions: [])
      return try opened.attended(opening.attendance)
    }
  }

  /// Opened.
  public struct Opened: Hashable, Sendable {
    /// The plan as it stands.
    public private(set) var plan: MeetingPlan
    /// When the call was sent.
    public let calledOn: CalendarDate
    /// The seats of the board on the day.
    public let seats: [MeetingSeat]
    /// How many members the board has.
    public let memberCount: Int
    /// The number of the meeting's first paragraph.
    public let firstParagraph: Int
    /// Who is there.
    public private(set) var attendance: Attendance
    /// What has been decided, by paragraph.
    public private(set) var decisions: [BoardDecision]

    init(
      plan: MeetingPlan, calledOn: CalendarDate, seats: [MeetingSeat], memberCount: Int, firstParagraph: Int,
      attendance: Attendance, decisions: [BoardDecision]
    ) {
      self.plan = plan
      self.calledOn = calledOn
      self.seats = seats
      self.memberCount = memberCount
      self.firstParagraph = firstParagraph
      self.attendance = attendance
      self.decisions = decisions
    }

    /// The seat of that number.
    public func seat(_ number: Int) -> MeetingSeat? { seats.first { $0.number == number } }

    /// The seats that serve while an item is handled.
    public func serving(at item: Int) -> [Int] { attendance.serving(at: item, of: seats) }

    /// So many must serve for anything to be decided: more than half of the members (KL 6:27).
    public var quorum: Int { memberCount / 2 + 1 }

    /// Whether enough serve for an item to be decided.
    public func hasQuorum(at item: Int) -> Bool { serving(at: item).count * 2 > memberCount }

    /// The next paragraph: the first number, from the meeting's first on, that stands for nothing.
    public var nextParagraph: Int {
      let taken = Set(decisions.map(\.paragraph))
      var number = firstParagraph
      while taken.contains(number) { number += 1 }
      return number
    }

    /// The agenda changed while the meeting goes on: items are added at its end, and none of those there is taken away.
    public func planned(_ plan: MeetingPlan) throws(MeetingRefusal) -> Opened {
      try plan.check()
      guard plan.day == self.plan.day, plan.number == self.plan.number else { throw .openedMeetingMoved }
      guard plan.agenda.count >= self.plan.agenda.count else { throw .itemTakenAway }
      for decision in decisions where plan.agenda[decision.said.item - 1].kind != decision.kind {
        throw .itemDecided(decision.said.item)
      }
      guard plan.isPublic || !decisions.contains(where: { $0.consultedOn != nil }) else { throw .openedMeetingMoved }
      try attendance.check(seats: seats, itemCount: plan.agenda.count, remote: plan.remote)
      var next = self
      next.plan = plan
      return next
    }

    /// It is said anew who is there. Whoever a recorded decision was taken by was there when it was.
    public func attended(_ attendance: Attendance) throws(MeetingRefusal) -> Opened {
      try attendance.check(seats: seats, itemCount: plan.agenda.count, remote: plan.remote)
      for decision in decisions {
        guard attendance.serving(at: decision.said.item, of: seats) == decision.serving else {
          throw .decidedByOthers(paragraph: decision.paragraph, item: decision.said.item)
        }
      }
      var next = self
      next.attendance = attendance
      return next
    }

    /// A decision is recorded; refused where the law forbids it.
    public func decided(
      _ draft: BoardDecision.Draft, consultedOn: CalendarDate?
    ) throws(MeetingRefusal) -> Opened {
      guard plan.agenda.indices.contains(draft.item - 1) else { throw .itemUnknown(draft.item) }
      guard draft.paragraph >= firstParagraph else {
        throw .paragraphBefore(draft.paragraph, first: firstParagraph)
      }
      guard !decisions.contains(where: { $0.paragraph == draft.paragraph }) else {
        throw .paragraphTaken(draft.paragraph, year: plan.day.year)
      }
      let decision = try BoardDecision(
        draft, day: plan.day, kind: plan.agenda[draft.item - 1].kind, serving: serving(at: draft.item),
        memberCount: memberCount, chair: attendance.chair, isPublic: plan.isPublic, consultedOn: consultedOn)
      var next = self
      next.decisions = (decisions + [decision]).sorted { $0.paragraph < $1.paragraph }
      return next
    }

    /// What was recorded wrong is struck out; its number is free again.
    public func struck(_ paragraph: Int, because reason: String) throws(MeetingRefusal) -> Opened {
      guard decisions.contains(where: { $0.paragraph == paragraph }) else { throw .paragraphUnknown(paragraph) }
      guard reason.hasWords else { throw .reasonMissing }
      var next = self
      next.decisions = decisions.filter { $0.paragraph != paragraph }
      return next
    }

    /// A reservation, by somebody who took part.
    public func reserved(
      _ paragraph: Int, _ reservation: BoardDecision.Reservation
    ) throws(MeetingRefusal) -> Opened {
      guard let index = decisions.firstIndex(where: { $0.paragraph == paragraph }) else {
        throw .paragraphUnknown(paragraph)
      }
      let decision = decisions[index]
      guard decision.takingPart.contains(reservation.seat) else {
        throw .reservedWithoutPart(reservation.seat, paragraph: paragraph)
      }
      guard !decision.reservations.contains(where: { $0.seat == reservation.seat }) else {
        throw .reservedAlready(reservation.seat, paragraph: paragraph)
      }
      var next = self
      next.decisions[index].reservations.append(reservation)
      return next
    }

    /// It ends: with the paragraphs unbroken, and somebody to adjust the minutes.
    public func closed(at time: String) throws(MeetingRefusal) -> Closed {
      let numbers = decisions.map(\.paragraph)
      for (offset, number) in numbers.enumerated() where number != firstParagraph + offset {
        throw .paragraphSkipped(firstParagraph + offset)
      }
      guard !attendance.adjusters.isEmpty else { throw .adjustersMissing }
      guard attendance.secretary.hasWords else { throw .secretaryMissing }
      var plan = plan
      plan.time = time
      try plan.check()
      return Closed(meeting: self, endedAt: time)
    }
  }

  /// Closed.
  public struct Closed: Hashable, Sendable {
    /// The meeting as it was when it ended.
    public let meeting: Opened
    /// When it ended, `15.10`.
    public let endedAt: String
  }

  /// Called off.
  public struct Cancelled: Hashable, Sendable {
    /// What was planned.
    public let plan: MeetingPlan
    /// Why.
    public let reason: String
  }

  /// By which it is known.
  public let id: ID<BoardMeeting>
  /// How far it has come.
  public let stage: Stage

  /// A meeting.
  public init(id: ID<BoardMeeting>, stage: Stage) {
    self.id = id
    self.stage = stage
  }

  /// The meeting after that has been done with it.
  public func after(_ event: Event) throws(MeetingRefusal) -> BoardMeeting {
    BoardMeeting(id: id, stage: try stage.after(event))
  }

  /// The plan as it stands.
  public var plan: MeetingPlan { stage.plan }

  /// The day it is held.
  public var day: CalendarDate { plan.day }

  /// How far it has come, as one word.
  public var place: Place { stage.place }

  /// The meeting as it goes on or as it was; nil before it is opened.
  public var held: Opened? {
    switch stage {
    case .opened(let opened): opened
    case .closed(let closed): closed.meeting
    case .planned, .called, .cancelled: nil
    }
  }

  /// What it decided, by paragraph.
  public var decisions: [BoardDecision] { held?.decisions ?? [] }
}

extension BoardMeeting.Stage {
  /// How far it has come, as one word.
  public var place: BoardMeeting.Place {
    switch self {
    case .planned: .planned
    case .called: .called
    case .opened: .opened
    case .closed: .closed
    case .cancelled: .cancelled
    }
  }

  /// The plan as it stands.
  public var plan: MeetingPlan {
    switch self {
    case .planned(let planned): planned.plan
    case .called(let called): called.plan
    case .opened(let opened): opened.plan
    case .closed(let closed): closed.meeting.plan
    case .cancelled(let cancelled): cancelled.plan
    }
  }

  /// The stage that a meeting begins in.
  public init(beginning event: BoardMeeting.Event) throws(MeetingRefusal) {
    guard case .planned(let plan) = event else { throw .doesNotFollow(.planned) }
    self = .planned(try BoardMeeting.Planned(plan))
  }

  /// The stage after that; refused where it does not follow.
  public func after(_ event: BoardMeeting.Event) throws(MeetingRefusal) -> BoardMeeting.Stage {
    switch (self, event) {
    case (.planned, .planned(let plan)): return .planned(try BoardMeeting.Planned(plan))
    case (.planned(let planned), .called(let day)): return .called(try planned.called(on: day))
    case (.called(let called), .planned(let plan)): return .called(try called.planned(plan))
    case (.called(let called), .opened(let opening)): return .opened(try called.opened(opening))
    case (.opened(let opened), .planned(let plan)): return .opened(try opened.planned(plan))
    case (.opened(let opened), .attended(let attendance)): return .opened(try opened.attended(attendance))
    case (.opened(let opened), .decided(let draft, let consulted)):
      return .opened(try opened.decided(draft, consultedOn: consulted))
    case (.opened(let opened), .struck(let paragraph, let reason)):
      return .opened(try opened.struck(paragraph, because: reason))
    case (.opened(let opened), .reserved(let paragraph, let reservation)):
      return .opened(try opened.reserved(paragraph, reservation))
    case (.opened(let opened), .closed(let time)): return .closed(try opened.closed(at: time))
    case (.planned, .cancelled(let reason)), (.called, .cancelled(let reason)):
      guard reason.hasWords else { throw .reasonMissing }
      return .cancelled(BoardMeeting.Cancelled(plan: plan, reason: reason))
    default: throw .doesNotFollow(place)
    }
  }
}
