public import Ledger

/// A local group's FINSAM plan for a year: what it may use and for which insatser, what it is to reach, and what came of
/// it. The group plans; what money is used for is decided by the board or by whom it has delegated it to (lag 2003:1210
/// § 7, § 10), so a plan stands when there is a decision. Each state is a type of its own with the verbs that are
/// possible in it: what is decided is locked, and a change of it is a new version with a decision of its own.
public enum FinsamPlan {
  /// An insats in the plan.
  public struct Item: Hashable, Sendable {
    /// What it is called, before there is an insats; may be empty where there is one.
    public var title: String
    /// Which insats; empty before there is one.
    public var insatsID: String
    /// How much of the frame it is planned to take.
    public var amount: Money

    /// An insats in the plan.
    public init(title: String, insatsID: String = "", amount: Money) {
      self.title = title
      self.insatsID = insatsID
      self.amount = amount
    }
  }

  /// What a plan says.
  public struct Content: Hashable, Sendable {
    /// What the group may use in the year.
    public var frame: Money
    /// What it is to reach and how that is followed up, Markdown.
    public var goals: String
    /// The insatser.
    public var items: [Item]

    /// What a plan says.
    public init(frame: Money, goals: String = "", items: [Item] = []) {
      self.frame = frame
      self.goals = goals
      self.items = items
    }

    /// The insatser together.
    public var planned: Money { items.map(\.amount).sum() }

    /// What may not stand in any state.
    func check(insatser: [Insats]?) throws(Refusal) {
      guard frame > .zero else { throw .noFrame }
      var seen: Set<String> = []
      for (index, item) in items.enumerated() {
        guard !item.title.isEmpty || !item.insatsID.isEmpty else { throw .itemNameless(place: index + 1) }
        guard item.amount >= .zero else { throw .itemBelowNought(place: index + 1) }
        guard !item.insatsID.isEmpty else { continue }
        guard seen.insert(item.insatsID).inserted else { throw .insatsTwice(item.insatsID) }
        if let insatser, !insatser.contains(where: { $0.id == item.insatsID }) {
          throw .unknownInsats(item.insatsID)
        }
      }
    }
  }

  /// What was decided: a version of the plan.
  public struct Version: Hashable, Sendable {
    /// What it says.
    public internal(set) var content: Content
    /// The decision, with its day and paragraph.
    public let decision: Decision
    /// Why it changes the version before; empty for the first.
    public let reason: String
  }

  /// What came of the plan.
  public struct Outcome: Hashable, Sendable {
    /// In words, Markdown.
    public let text: String
    /// When it was written.
    public let day: CalendarDate
  }

  /// Why a step is not taken, as facts; the words stand in `Desk/Words+Groups.swift`.
  public enum Refusal: Error, Hashable, Sendable {
    /// The association has no such group.
    case unknownGroup(String)
    /// A FINSAM plan is a local group's.
    case notALocalGroup(Group.Kind)
    /// The group has a plan for the year.
    case planStands(year: Int)
    /// The book has no such plan.
    case unknownPlan
    /// A plan has a frame.
    case noFrame
    /// An insats has no name.
    case itemNameless(place: Int)
    /// An amount is below nought.
    case itemBelowNought(place: Int)
    /// An insats stands twice.
    case insatsTwice(String)
    /// The association has no such insats.
    case unknownInsats(String)
    /// The insatser are planned to take more than the frame.
    case overFrame(planned: Money, frame: Money)
    /// A decision has a day and a paragraph.
    case decisionMissing
    /// A decision has been taken.
    case decisionAhead(CalendarDate, today: CalendarDate)
    /// A decision that changes another is not older.
    case decisionOlder(CalendarDate, than: CalendarDate)
    /// What is decided is changed for a reason.
    case reasonMissing
    /// A change changes something.
    case nothingChanged
    /// The plan has no insats in that place without an insats of the register.
    case nothingToLink(place: Int)
    /// Follow-up says something.
    case outcomeMissing
    /// The state knows no such step.
    case impossible(Event.Kind, State.Kind)
  }

  /// A plan that is not decided.
  public struct Draft: Hashable, Sendable {
    /// What it says.
    public let content: Content

    /// A plan, or why it may not stand. Without `insatser` who they are is not asked: they were once.
    public init(_ content: Content, insatser: [Insats]?) throws(Refusal) {
      try content.check(insatser: insatser)
      self.content = content
    }

    /// It is decided, and locked.
    public func decided(_ decision: Decision, today: CalendarDate?) throws(Refusal) -> Decided {
      Decided(
        versions: [try content.version(decision, because: "", after: nil, today: today)], outcome: nil)
    }
  }

  /// A plan that is decided.
  public struct Decided: Hashable, Sendable {
    /// The versions, the first first; never none.
    public let versions: [Version]
    /// What came of it, as it was last written; nil before that.
    public let outcome: Outcome?

    fileprivate init(versions: [Version], outcome: Outcome?) {
      self.versions = versions
      self.outcome = outcome
    }

    /// The version that holds.
    public var standing: Version {
      guard let last = versions.last else { preconditionFailure("What is decided has a version.") }
      return last
    }

    /// A new version is begun, for that reason.
    public func changed(_ content: Content, because reason: String, insatser: [Insats]?) throws(Refusal) -> Changing {
      guard !reason.isEmpty else { throw .reasonMissing }
      guard content != standing.content else { throw .nothingChanged }
      try content.check(insatser: insatser)
      return Changing(decided: self, content: content, reason: reason)
    }

    /// An insats that was planned by name is now one of the register: nothing that was decided is another.
    public func linked(place: Int, to insatsID: String, insatser: [Insats]?) throws(Refusal) -> Decided {
      var content = standing.content
      guard content.items.indices.contains(place), content.items[place].insatsID.isEmpty else {
        throw .nothingToLink(place: place + 1)
      }
      content.items[place].insatsID = insatsID
      try content.check(insatser: insatser)
      var versions = versions
      versions[versions.count - 1].content = content
      return Decided(versions: versions, outcome: outcome)
    }

    /// What came of it.
    public func followedUp(_ text: String, on day: CalendarDate) throws(Refusal) -> Decided {
      guard !text.isEmpty else { throw .outcomeMissing }
      return Decided(versions: versions, outcome: Outcome(text: text, day: day))
    }
  }

  /// A decided plan of which a new version is written. Until that is decided the old one holds.
  public struct Changing: Hashable, Sendable {
    /// What holds.
    public let decided: Decided
    /// What the new version says.
    public let content: Content
    /// Why.
    public let reason: String

    /// The new version is decided.
    public func decided(_ decision: Decision, today: CalendarDate?) throws(Refusal) -> Decided {
      let version = try content.version(decision, because: reason, after: decided.standing.decision, today: today)
      return Decided(versions: decided.versions + [version], outcome: decided.outcome)
    }

    /// The new version is thrown away.
    public var dropped: Decided { decided }
  }
}

extension FinsamPlan.Content {
  fileprivate func version(
    _ decision: Decision, because reason: String, after before: Decision?, today: CalendarDate?
  ) throws(FinsamPlan.Refusal) -> FinsamPlan.Version {
    guard let day = decision.date, !decision.paragraph.isEmpty else { throw .decisionMissing }
    if let today, day > today { throw .decisionAhead(day, today: today) }
    if let earlier = before?.date, day < earlier { throw .decisionOlder(day, than: earlier) }
    guard planned <= frame else { throw .overFrame(planned: planned, frame: frame) }
    return FinsamPlan.Version(content: self, decision: decision, reason: reason)
  }
}
