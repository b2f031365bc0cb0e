public import Ledger

/// Why something about a meeting of the board was not done, as facts.
public enum MeetingRefusal: Error, Hashable, Sendable {
  /// The book has no such meeting.
  case unknown
  /// The step does not follow on how far the meeting has come.
  case doesNotFollow(BoardMeeting.Place)
  /// A meeting has a number from 1.
  case numberMissing
  /// Another meeting of the year has the number.
  case numberTaken(Int, year: Int)
  /// The time is none: `09.00`.
  case timeMalformed(String)
  /// An item has no title.
  case titleMissing(item: Int)
  /// There is nothing to call to.
  case agendaEmpty
  /// The call was sent after the meeting.
  case calledLate(called: CalendarDate, meeting: CalendarDate)
  /// The meeting is on a later day.
  case notTheDay(CalendarDate)
  /// Another meeting is open: it is closed first.
  case anotherIsOpen(number: Int, day: CalendarDate)
  /// No seat of the board is held on the day.
  case noSeats(CalendarDate)
  /// Fewer members than there are seats of members.
  case memberCountTooSmall(said: Int, seats: Int)
  /// The seats are not numbered from 1.
  case seatsUnnumbered
  /// A decision to take part from afar has a day, a paragraph and says to what extent (§ 19 a).
  case remoteExtentMissing
  /// The board decided it after the meeting.
  case remoteDecidedLater(decided: CalendarDate, meeting: CalendarDate)
  /// Somebody takes part from afar, and the board has not decided that one may (§ 19 a).
  case remoteUndecided(Int)
  /// Somebody takes part by sound alone, and there are no special reasons (§ 19 a).
  case soundWithoutReasons(Int)
  /// There is no such seat.
  case seatUnknown(Int)
  /// There is no such item.
  case itemUnknown(Int)
  /// A seat is there twice.
  case presentTwice(Int)
  /// Somebody comes after they have gone.
  case stretchBackwards(Int)
  /// Somebody is disqualified twice in an item.
  case disqualifiedTwice(Int, item: Int)
  /// Only a substitute serves in the place of another, and of a member.
  case notASubstitute(Int, for: Int)
  /// A substitute serves in two places, or two in one.
  case servesTwice(Int)
  /// A substitute serves in the place of somebody who is there.
  case replacedWhilePresent(Int, by: Int, item: Int)
  /// Who chairs is not there, or no member of the board.
  case chairAbsent
  /// Adjusters are at most two, and not the chair.
  case adjustersWrong
  /// An adjuster serves at no item.
  case adjusterNotServing(Int)
  /// Nobody has been chosen to adjust the minutes (KL 5:69).
  case adjustersMissing
  /// Nobody keeps the minutes.
  case secretaryMissing
  /// Those who took a decision were others.
  case decidedByOthers(paragraph: Int, item: Int)
  /// The day and number of an open meeting stay.
  case openedMeetingMoved
  /// An item of an open meeting stays.
  case itemTakenAway
  /// An item that is decided stays what it is.
  case itemDecided(Int)
  /// A paragraph has a number from 1.
  case paragraphMissing
  /// The number comes before the meeting's first.
  case paragraphBefore(Int, first: Int)
  /// The paragraph stands for another decision of the year.
  case paragraphTaken(Int, year: Int)
  /// Meetings of earlier days have come to a later number.
  case paragraphBehind(Int, last: Int)
  /// A number is left out.
  case paragraphSkipped(Int)
  /// The meeting has no such paragraph.
  case paragraphUnknown(Int)
  /// What was decided is not said.
  case wordingMissing(paragraph: Int)
  /// Not more than half of the members serve (KL 6:27 by § 19).
  case noQuorum(item: Int, serving: Int, members: Int)
  /// Who chairs does not serve at the item.
  case chairNotServing(item: Int)
  /// Somebody votes, or abstains, who does not serve.
  case votesUnserving(Int)
  /// Everybody abstained; the chair must vote where it is needed (KL 4:25).
  case nobodyTookPart(item: Int)
  /// It is not said what yes and no mean (KL 5:53).
  case ballotUnexplained
  /// Who abstains in a vote says so in the vote.
  case abstainsInBallot
  /// A vote is closed in elections (KL 5:54).
  case electionIsClosed
  /// A vote is open but in elections (KL 5:54).
  case voteIsOpen
  /// Somebody who serves has neither voted nor abstained.
  case voteMissing(Int)
  /// So many votes, and so many who serve.
  case votesDoNotAddUp(votes: Int, serving: Int)
  /// The votes are equal and the chair has not voted (KL 4:25, 5:56).
  case chairMustVote(votes: Int)
  /// The votes are equal in an election and no lots were drawn (KL 5:56).
  case lotMissing
  /// Lots are drawn where votes are equal.
  case lotNotNeeded
  /// A budget is decided at a public meeting (§ 19).
  case budgetNotPublic(year: Int)
  /// A budget is decided after consultation (§ 23).
  case budgetNotConsulted(year: Int)
  /// The members were consulted after the day of the decision (§ 23).
  case budgetConsultedLater(year: Int, consulted: CalendarDate, decided: CalendarDate)
  /// Who reserves themselves took no part (KL 4:27).
  case reservedWithoutPart(Int, paragraph: Int)
  /// They have reserved themselves already.
  case reservedAlready(Int, paragraph: Int)
  /// It must be said why.
  case reasonMissing
  /// A delegated decision says when, who, on which ground and what (§ 10).
  case delegationIncomplete
  /// A delegated decision was taken after today.
  case delegationLater(CalendarDate)
}
