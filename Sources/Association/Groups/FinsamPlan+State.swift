public import Ledger

extension FinsamPlan {
  /// A step, as it is recorded.
  public enum Event: Hashable, Sendable {
    /// The plan is written, or a new version of it, for that reason.
    case saved(Content, because: String)
    /// It is decided.
    case decided(Decision)
    /// The new version is thrown away.
    case dropped
    /// An insats that was planned by name is one of the register; the place is counted from nought.
    case linked(place: Int, to: String)
    /// What came of it, written on that day.
    case followedUp(String, on: CalendarDate)

    /// Which step it is.
    public enum Kind: String, CaseIterable, Sendable {
      /// Skriven.
      case saved
      /// Beslutad.
      case decided
      /// Kasserad ändring.
      case dropped
      /// Kopplad till en insats.
      case linked
      /// Uppföljd.
      case followedUp = "followed-up"
    }

    /// Which step it is.
    public var kind: Kind {
      switch self {
      case .saved: .saved
      case .decided: .decided
      case .dropped: .dropped
      case .linked: .linked
      case .followedUp: .followedUp
      }
    }
  }

  /// The state that a plan is in.
  public enum State: Hashable, Sendable {
    /// Being written.
    case draft(Draft)
    /// Decided and locked.
    case decided(Decided)
    /// Decided, with a new version being written.
    case changing(Changing)

    /// Which state it is.
    public enum Kind: String, CaseIterable, Sendable {
      /// Utkast.
      case draft
      /// Beslutad.
      case decided
      /// Beslutad, ändras.
      case changing
    }

    /// Which state it is.
    public var kind: Kind {
      switch self {
      case .draft: .draft
      case .decided: .decided
      case .changing: .changing
      }
    }

    /// The state that a plan begins in.
    public init(beginning event: Event, insatser: [Insats]? = nil) throws(Refusal) {
      guard case .saved(let content, _) = event else { throw .impossible(event.kind, .draft) }
      self = .draft(try Draft(content, insatser: insatser))
    }

    /// The state after a step, or why the step is not possible. Without `today` and `insatser` what they forbid is not
    /// asked: a step that has been taken was possible then.
    public func after(
      _ event: Event, insatser: [Insats]? = nil, today: CalendarDate? = nil
    ) throws(Refusal) -> State {
      switch (self, event) {
      case (.draft, .saved(let content, _)): .draft(try Draft(content, insatser: insatser))
      case (.draft(let draft), .decided(let decision)): .decided(try draft.decided(decision, today: today))
      case (.decided(let decided), .saved(let content, let reason)):
        .changing(try decided.changed(content, because: reason, insatser: insatser))
      case (.decided(let decided), .linked(let place, let id)):
        .decided(try decided.linked(place: place, to: id, insatser: insatser))
      case (.decided(let decided), .followedUp(let text, let day)): .decided(try decided.followedUp(text, on: day))
      case (.changing(let changing), .saved(let content, let reason)):
        .changing(try changing.decided.changed(content, because: reason, insatser: insatser))
      case (.changing(let changing), .decided(let decision)): .decided(try changing.decided(decision, today: today))
      case (.changing(let changing), .dropped): .decided(changing.dropped)
      default: throw .impossible(event.kind, kind)
      }
    }

    /// What is decided, where something is.
    public var decided: Decided? {
      switch self {
      case .draft: nil
      case .decided(let decided): decided
      case .changing(let changing): changing.decided
      }
    }

    /// What holds: what is decided, else what is written.
    public var content: Content {
      switch self {
      case .draft(let draft): draft.content
      case .decided(let decided): decided.standing.content
      case .changing(let changing): changing.decided.standing.content
      }
    }

    /// What is being written, where something is.
    public var written: Content? {
      switch self {
      case .draft(let draft): draft.content
      case .decided: nil
      case .changing(let changing): changing.content
      }
    }
  }
}
