public import Ledger

/// Whose minutes they are.
public enum MinutesKind: String, CaseIterable, Sendable {
  /// The board's.
  case board = "styrelse"
  /// The auditors' own, which are adjusted and announced in the same way (lag 2003:1210, 26 §).
  case auditors = "revision"
}

/// Somebody who is to adjust minutes: the chair, or one whom the meeting has chosen.
public struct MinutesSigner: Hashable, Sendable {
  /// The name, or the function where the association keeps no names.
  public let name: String
  /// Ordförande, Justerare.
  public let function: String
  /// Whether they led the meeting.
  public let isChair: Bool
  /// Whether they were at the meeting.
  public let wasPresent: Bool
  /// Their seat at a meeting of the board; nil in the auditors' minutes.
  public let seat: Int?

  /// A signer.
  public init(name: String, function: String, isChair: Bool, wasPresent: Bool, seat: Int? = nil) {
    self.name = name
    self.function = function
    self.isChair = isChair
    self.wasPresent = wasPresent
    self.seat = seat
  }
}

/// One person's adjustment: a fact of its own.
public struct Adjustment: Hashable, Sendable {
  /// Which of the signers.
  public let position: Int
  /// The day it was done.
  public let day: CalendarDate
  /// Who recorded it, and when: the signer, or the office from a signed paper.
  public let mark: StepMark

  /// An adjustment.
  public init(position: Int, day: CalendarDate, mark: StepMark) {
    self.position = position
    self.day = day
    self.mark = mark
  }
}

/// How far minutes have come. Each state is a type with the steps that lead on from it and no others: what nobody has
/// closed cannot be adjusted, and what is not adjusted cannot be announced.
public enum MinutesState: Hashable, Sendable {
  /// Being written.
  case draft(Draft)
  /// Closed for adjustment; waits for some of the signers.
  case closed(Closed)
  /// Adjusted by all.
  case adjusted(Adjusted)

  /// Being written.
  public struct Draft: Hashable, Sendable {
    /// The day of the meeting.
    public let heldOn: CalendarDate

    /// Minutes of a meeting on that day.
    public init(heldOn: CalendarDate) { self.heldOn = heldOn }

    /// Closes them for adjustment: what stands in them is what the signers adjust. The chair and somebody more, each of
    /// them present at the meeting (KL 5:69 through 6:35), and nothing that the law asks for missing.
    public func closed(
      signers: [MinutesSigner], gaps: [MinutesGap] = [], mark: StepMark
    ) throws(MinutesRefusal) -> Closed {
      if let today = mark.at.dayInSweden, today < heldOn { throw .beforeMeeting(today, heldOn: heldOn) }
      if let absent = signers.first(where: { !$0.wasPresent }) { throw .absent(absent.name) }
      let chairs = signers.filter(\.isChair).count
      guard chairs == 1, signers.count > MinutesRules.adjusterCountMin else {
        throw .tooFewSigners(signers.count - chairs, hasChair: chairs > 0)
      }
      for (index, signer) in signers.enumerated()
      where signers[..<index].contains(where: { $0.name == signer.name && $0.seat == signer.seat }) {
        throw .signerTwice(signer.name)
      }
      let grave = gaps.filter(\.isRequired)
      guard grave.isEmpty else { throw .incomplete(grave) }
      return Closed(heldOn: heldOn, signers: signers, mark: mark, adjustments: [])
    }
  }

  /// Closed for adjustment.
  public struct Closed: Hashable, Sendable {
    /// The day of the meeting.
    public let heldOn: CalendarDate
    /// Who is to adjust them.
    public let signers: [MinutesSigner]
    /// Who closed them, and when.
    public let mark: StepMark
    /// Who has adjusted them.
    public let adjustments: [Adjustment]

    /// Those who have not adjusted them.
    public var waiting: [MinutesSigner] {
      signers.indices.filter { index in !adjustments.contains { $0.position == index } }.map { signers[$0] }
    }

    /// One signer's adjustment; the last one makes the minutes adjusted.
    public func adjusted(
      by position: Int, on day: CalendarDate, mark: StepMark
    ) throws(MinutesRefusal) -> MinutesState {
      guard signers.indices.contains(position) else { throw .notASigner }
      let signer = signers[position]
      guard signer.wasPresent else { throw .absent(signer.name) }
      guard !adjustments.contains(where: { $0.position == position }) else { throw .adjustedBefore(signer.name) }
      guard day >= heldOn else { throw .beforeMeeting(day, heldOn: heldOn) }
      if let today = mark.at.dayInSweden, day > today { throw .ahead(day, today: today) }
      let all = adjustments + [Adjustment(position: position, day: day, mark: mark)]
      let closed = Closed(heldOn: heldOn, signers: signers, mark: self.mark, adjustments: all)
      guard let last = all.map(\.day).max(), all.count == signers.count else { return .closed(closed) }
      return .adjusted(Adjusted(closed: closed, adjustedOn: last))
    }
  }

  /// Adjusted by all.
  public struct Adjusted: Hashable, Sendable {
    /// How they were closed, and by whom adjusted.
    public let closed: Closed
    /// The day of the last adjustment.
    public let adjustedOn: CalendarDate
  }

  /// The minutes closed for adjustment, adjusted or not; nil while they are being written.
  public var closed: Closed? {
    switch self {
    case .draft: nil
    case .closed(let closed): closed
    case .adjusted(let adjusted): adjusted.closed
    }
  }

  /// The minutes as adjusted; nil until they are.
  public var adjusted: Adjusted? { if case .adjusted(let adjusted) = self { adjusted } else { nil } }

  /// The day of the meeting.
  public var heldOn: CalendarDate {
    switch self {
    case .draft(let draft): draft.heldOn
    case .closed(let closed): closed.heldOn
    case .adjusted(let adjusted): adjusted.closed.heldOn
    }
  }
}

/// The days that follow a meeting.
public enum MinutesRules {
  /// How many adjust besides the chair, at least. Most choose two; the law leaves it to the board.
  public static let adjusterCountMin = 1
  /// Minutes are adjusted within so many days of the meeting (KL 5:69 through 6:35).
  public static let adjustmentDays = 14
  /// From so many days after the meeting it is told that they are not.
  public static let alarmDays = 12
  /// They are announced within so many days of the adjustment (KL 8:12).
  public static let noticeDays = 2
  /// So long may a decision be appealed, counted from the announcement (KL 13:5): three weeks.
  public static let appealDays = 21

  /// The last day to adjust the minutes of a meeting.
  public static func adjustBy(heldOn: CalendarDate) -> CalendarDate { heldOn.adding(days: adjustmentDays) }

  /// The first day on which it is told that they wait.
  public static func alarm(heldOn: CalendarDate) -> CalendarDate { heldOn.adding(days: alarmDays) }

  /// The last day to announce adjusted minutes: the second after, or the next working day (lag 1930:173).
  public static func announceBy(adjustedOn: CalendarDate) -> CalendarDate {
    SwedishHolidays.workingDay(notBefore: adjustedOn.adding(days: noticeDays))
  }

  /// The last day to appeal what was announced on that day: the same day of the week three weeks later (lag 1930:173,
  /// 1 §), or the next working day (2 §).
  public static func lastAppealDay(postedOn: CalendarDate) -> CalendarDate {
    SwedishHolidays.workingDay(notBefore: postedOn.adding(days: appealDays))
  }

  /// The first day on which a notice may be taken down: the day after the last day to appeal.
  public static func takeDownFrom(postedOn: CalendarDate) -> CalendarDate { lastAppealDay(postedOn: postedOn).next }
}

/// Something that the law asks of minutes (KL 5:65–67) and that is not said.
public struct MinutesGap: Hashable, Sendable {
  /// Where: `§ 45`, or what of the meeting.
  public let place: String
  /// What is missing and what to do, in a sentence.
  public let sentence: String
  /// Where the law asks for it.
  public let law: String
  /// Whether the minutes cannot be closed without it.
  public let isRequired: Bool

  /// Something missing.
  public init(place: String, sentence: String, law: String, isRequired: Bool = true) {
    self.place = place
    self.sentence = sentence
    self.law = law
    self.isRequired = isRequired
  }
}

/// Why a step with minutes was not taken, as facts. Nothing has been stored.
public enum MinutesRefusal: Error, Hashable, Sendable {
  /// The book has no such minutes, or no such meeting.
  case unknown
  /// The meeting has not ended.
  case meetingNotEnded
  /// They are closed for adjustment already.
  case closedBefore
  /// They are not closed for adjustment.
  case notClosed
  /// The law asks for more than stands in them.
  case incomplete([MinutesGap])
  /// So few adjust besides the chair, or nobody is the chair.
  case tooFewSigners(Int, hasChair: Bool)
  /// That person was not at the meeting.
  case absent(String)
  /// That person is not among those who are to adjust them.
  case notASigner
  /// That person has adjusted them.
  case adjustedBefore(String)
  /// The day is before the meeting.
  case beforeMeeting(CalendarDate, heldOn: CalendarDate)
  /// The day has not come.
  case ahead(CalendarDate, today: CalendarDate)
  /// Somebody is among those who are to adjust them twice.
  case signerTwice(String)
  /// They are not adjusted, so there is nothing to announce.
  case notAdjusted
  /// No notice is for that member: only municipalities and regions have notice boards of their own.
  case noNotice
  /// The day is before that of the adjustment.
  case beforeAdjustment(CalendarDate, adjustedOn: CalendarDate)
  /// The notice is up.
  case postedBefore(CalendarDate)
  /// The notice is not up.
  case notPosted
  /// The posting has been confirmed.
  case confirmedBefore
  /// It is not said where the minutes are kept, which the notice must say (KL 8:12).
  case keptAtMissing
  /// Nobody is named who says that it was posted.
  case confirmerMissing
  /// The day is before the day it was posted.
  case beforePosting(CalendarDate, postedOn: CalendarDate)
  /// The link leads to nothing any more.
  case linkUnknown
}
