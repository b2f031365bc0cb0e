public import Ledger

/// What the board decided in one paragraph of its minutes, with everything KL 5:66–67 asks the minutes to tell of it.
public struct BoardDecision: Hashable, Sendable {
  /// What came of the item.
  public enum Outcome: String, CaseIterable, Sendable {
    /// The proposal was adopted.
    case adopted = "bifall"
    /// It was rejected.
    case rejected = "avslag"
    /// It was sent back to be prepared better.
    case referred = "återremiss"
    /// It was left to a later meeting.
    case tabled = "bordläggning"
    /// The board was informed, and decided nothing else.
    case noted = "noterades"
  }

  /// How somebody voted.
  public enum Vote: String, CaseIterable, Sendable {
    /// Ja.
    case yes = "ja"
    /// Nej.
    case no = "nej"
    /// Avstår (KL 4:25).
    case abstain = "avstår"
  }

  /// A vote that was asked for. It is open, but for elections (KL 5:54).
  public struct Ballot: Hashable, Sendable {
    /// How they voted.
    public enum Votes: Hashable, Sendable {
      /// Each by name, by seat.
      case open([Int: Vote])
      /// Counted only; `lotSaysYes` where lots were drawn.
      case closed(yes: Int, no: Int, abstain: Int, lotSaysYes: Bool?)
    }

    /// What a yes is a yes to.
    public var yesMeans: String
    /// What a no is a yes to.
    public var noMeans: String
    /// What comes of the item where yes wins.
    public var ifYes: Outcome
    /// What comes of it where no wins.
    public var ifNo: Outcome
    /// How they voted.
    public var votes: Votes

    /// A ballot.
    public init(
      yesMeans: String, noMeans: String, ifYes: Outcome = .adopted, ifNo: Outcome = .rejected, votes: Votes
    ) {
      self.yesMeans = yesMeans
      self.noMeans = noMeans
      self.ifYes = ifYes
      self.ifNo = ifNo
      self.votes = votes
    }

    /// So many yes, no, and abstaining.
    public var tally: (yes: Int, no: Int, abstain: Int) {
      switch votes {
      case .open(let votes):
        (
          votes.values.count { $0 == .yes }, votes.values.count { $0 == .no }, votes.values.count { $0 == .abstain }
        )
      case .closed(let yes, let no, let abstain, _): (yes, no, abstain)
      }
    }

    /// Whether yes wins: by simple majority (KL 5:55), at equal numbers by the chair's vote or by lot (KL 5:56). Nil where
    /// neither has decided it.
    public func yesWins(chair: Int) -> Bool? {
      let (yes, no, _) = tally
      if yes != no { return yes > no }
      switch votes {
      case .open(let votes): return votes[chair].flatMap { $0 == .abstain ? nil : $0 == .yes }
      case .closed(_, _, _, let lot): return lot
      }
    }
  }

  /// What is said of a decision when it is recorded; what may be wrong.
  public struct Draft: Hashable, Sendable {
    /// The number of the paragraph.
    public var paragraph: Int
    /// Which item of the agenda.
    public var item: Int
    /// What was decided, Markdown.
    public var wording: String
    /// Proposals that were put and not withdrawn, and by whom (KL 5:67).
    public var proposals: String
    /// In which order the chair put them (KL 5:67).
    public var propositions: String
    /// What came of it, where no vote was asked for; with a ballot the ballot says.
    public var outcome: Outcome
    /// The vote, where one was asked for.
    public var ballot: Ballot?
    /// Those who took no part in a decision without a vote (KL 4:25), by seat.
    public var abstaining: Set<Int>
    /// Who chaired while it was handled; nil for the chair of the meeting.
    public var chair: Int?

    /// A draft.
    public init(
      paragraph: Int, item: Int, wording: String, proposals: String = "", propositions: String = "",
      outcome: Outcome = .adopted, ballot: Ballot? = nil, abstaining: Set<Int> = [], chair: Int? = nil
    ) {
      self.paragraph = paragraph
      self.item = item
      self.wording = wording
      self.proposals = proposals
      self.propositions = propositions
      self.outcome = outcome
      self.ballot = ballot
      self.abstaining = abstaining
      self.chair = chair
    }
  }

  /// That somebody who took part was against it, notified before the meeting ended (KL 4:27).
  public struct Reservation: Hashable, Sendable {
    /// Whose.
    public let seat: Int
    /// Why; may be empty.
    public let words: String

    /// A reservation.
    public init(seat: Int, words: String = "") {
      self.seat = seat
      self.words = words
    }
  }

  /// What was said when it was recorded.
  public let said: Draft
  /// The day of the meeting.
  public let day: CalendarDate
  /// What kind of item it was about.
  public let kind: AgendaItem.Kind
  /// The seats that served, in order.
  public let serving: [Int]
  /// How many members the board has: more than half of them served (KL 6:27).
  public let memberCount: Int
  /// Who chaired.
  public let chair: Int
  /// What came of it.
  public let outcome: Outcome
  /// When the members were consulted, where it is a budget (§ 23).
  public let consultedOn: CalendarDate?
  /// Reservations.
  public internal(set) var reservations: [Reservation]

  /// The number of the paragraph.
  public var paragraph: Int { said.paragraph }
  /// The decision as figures, grants and budgets point to it.
  public var decision: Decision { Decision(date: day, paragraph: "§ \(said.paragraph)") }

  /// Those who took part: who served and did not abstain.
  public var takingPart: [Int] {
    serving.filter { seat in
      guard !said.abstaining.contains(seat) else { return false }
      guard case .open(let votes)? = said.ballot?.votes else { return true }
      return votes[seat] != .abstain
    }
  }

  /// How the seat voted, or that it abstained; nil where nobody asked.
  public func vote(of seat: Int) -> Vote? {
    if said.abstaining.contains(seat) { return .abstain }
    guard case .open(let votes)? = said.ballot?.votes else { return nil }
    return votes[seat]
  }

  init(
    _ draft: Draft, day: CalendarDate, kind: AgendaItem.Kind, serving: [Int], memberCount: Int, chair: Int,
    isPublic: Bool, consultedOn: CalendarDate?
  ) throws(MeetingRefusal) {
    guard draft.wording.hasWords else { throw .wordingMissing(paragraph: draft.paragraph) }
    guard serving.count * 2 > memberCount else {
      throw .noQuorum(item: draft.item, serving: serving.count, members: memberCount)
    }
    let chair = draft.chair ?? chair
    guard serving.contains(chair) else { throw .chairNotServing(item: draft.item) }
    for seat in draft.abstaining.sorted() where !serving.contains(seat) { throw .votesUnserving(seat) }
    guard draft.abstaining.count < serving.count else { throw .nobodyTookPart(item: draft.item) }
    if case .budget(let year) = kind {
      guard isPublic else { throw .budgetNotPublic(year: year) }
      guard let consultedOn else { throw .budgetNotConsulted(year: year) }
      guard consultedOn <= day else { throw .budgetConsultedLater(year: year, consulted: consultedOn, decided: day) }
    }
    self.outcome = try BoardDecision.outcome(draft, kind: kind, serving: serving, chair: chair)
    self.said = draft
    self.day = day
    self.kind = kind
    self.serving = serving
    self.memberCount = memberCount
    self.chair = chair
    if case .budget = kind { self.consultedOn = consultedOn } else { self.consultedOn = nil }
    self.reservations = []
  }

  private static func outcome(
    _ draft: Draft, kind: AgendaItem.Kind, serving: [Int], chair: Int
  ) throws(MeetingRefusal) -> Outcome {
    guard let ballot = draft.ballot else { return draft.outcome }
    guard ballot.yesMeans.hasWords, ballot.noMeans.hasWords else { throw .ballotUnexplained }
    guard draft.abstaining.isEmpty else { throw .abstainsInBallot }
    switch ballot.votes {
    case .open(let votes):
      guard kind != .election else { throw .electionIsClosed }
      for seat in votes.keys.sorted() where !serving.contains(seat) { throw .votesUnserving(seat) }
      for seat in serving where votes[seat] == nil { throw .voteMissing(seat) }
    case .closed(let yes, let no, let abstain, let lot):
      guard kind == .election else { throw .voteIsOpen }
      guard yes >= 0, no >= 0, abstain >= 0, yes + no + abstain == serving.count else {
        throw .votesDoNotAddUp(votes: yes + no + abstain, serving: serving.count)
      }
      guard lot == nil || yes == no else { throw .lotNotNeeded }
    }
    guard ballot.tally.yes + ballot.tally.no > 0 else { throw .nobodyTookPart(item: draft.item) }
    guard let yesWins = ballot.yesWins(chair: chair) else {
      throw kind == .election ? .lotMissing : .chairMustVote(votes: ballot.tally.yes)
    }
    return yesWins ? ballot.ifYes : ballot.ifNo
  }
}
