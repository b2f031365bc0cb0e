public import Ledger

/// What the board has set aside for the local groups' FINSAM plans of a year.
public struct LocalAllocation: Hashable, Sendable {
  /// The calendar year.
  public var year: Int
  /// How much, for all groups together.
  public var amount: Money
  /// Where it is decided.
  public var decision: Decision

  /// What is set aside.
  public init(year: Int, amount: Money, decision: Decision = Decision()) {
    self.year = year
    self.amount = amount
    self.decision = decision
  }
}

/// A group's FINSAM plan of a year, as it stands.
public struct LocalPlan: Hashable, Sendable {
  /// Which group.
  public let groupID: String
  /// The calendar year.
  public let year: Int
  /// How it stands.
  public let state: FinsamPlan.State

  /// A group's plan.
  public init(groupID: String, year: Int, state: FinsamPlan.State) {
    self.groupID = groupID
    self.year = year
    self.state = state
  }
}

/// The FINSAM plans of a year beside what the board has set aside, has granted to their insatser and what of that has
/// been used by the ledger.
public struct PlanYear: Hashable, Sendable {
  /// An insats of a plan.
  public struct Line: Hashable, Sendable {
    /// Which insats; empty before there is one.
    public let insatsID: String
    /// What it is called.
    public let title: String
    /// How much it is planned to take.
    public let planned: Money
    /// What the board has granted it in the year: this plan's part where several plans have the insats.
    public let granted: Money
    /// What of that is used, by the ledger: this plan's part too.
    public let drawn: Money
    /// Whether other plans of the year have the insats, so that what is granted and used is divided between them by what
    /// they plan.
    public let isShared: Bool
  }

  /// A plan.
  public struct Standing: Hashable, Sendable {
    /// Which group.
    public let groupID: String
    /// What the group is called.
    public let title: String
    /// How the plan stands.
    public let state: FinsamPlan.State
    /// Its insatser.
    public let lines: [Line]

    /// What the group may use.
    public var frame: Money { state.content.frame }
    /// What is planned.
    public var planned: Money { lines.map(\.planned).sum() }
    /// What the board has granted to the insatser: so much of the frame is taken.
    public var granted: Money { lines.map(\.granted).sum() }
    /// What is used by the ledger.
    public var drawn: Money { lines.map(\.drawn).sum() }
    /// What of the frame is not granted to an insats; below nought where more is granted than the frame.
    public var remaining: Money { frame - granted }
    /// Whether more is granted than the frame.
    public var isOverdrawn: Bool { remaining < .zero }
  }

  /// The calendar year.
  public let year: Int
  /// What the board has set aside; nil where it has not been said.
  public let allocation: LocalAllocation?
  /// The plans, in the order of the groups.
  public let plans: [Standing]

  /// The plans of a year. `drawn` is what the ledger has for each insats.
  public init(_ association: Association, year: Int, plans: [LocalPlan], drawn: [String: Money] = [:]) {
    self.year = year
    allocation = association.localAllocations.last { $0.year == year }
    let order = Dictionary(association.groups.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let own = plans.filter { $0.year == year }.sorted {
      (order[$0.groupID] ?? .max, $0.groupID) < (order[$1.groupID] ?? .max, $1.groupID)
    }
    let granted = Dictionary(association.frames.filter { $0.year == year }.map { ($0.insatsID, $0.granted) }) {
      $0 + $1
    }
    let weights = Dictionary(
      grouping: own.flatMap { plan in plan.state.content.items.map { (insatsID: $0.insatsID, plan.groupID, $0.amount) }
      },
      by: \.insatsID)
    self.plans = own.map { plan in
      Standing(
        groupID: plan.groupID, title: association.groups.first { $0.id == plan.groupID }?.title ?? plan.groupID,
        state: plan.state,
        lines: plan.state.content.items.map { item in
          let id = item.insatsID
          let sharers = id.isEmpty ? [] : weights[id] ?? []
          let place = sharers.firstIndex { $0.1 == plan.groupID } ?? 0
          let parts = sharers.map(\.2)
          return Line(
            insatsID: id,
            title: association.insatser.first { $0.id == id }?.name ?? (item.title.isEmpty ? id : item.title),
            planned: item.amount, granted: (granted[id] ?? .zero).part(place, of: parts),
            drawn: (drawn[id] ?? .zero).part(place, of: parts), isShared: sharers.count > 1)
        })
    }
  }

  /// The frames of all plans.
  public var frames: Money { plans.map(\.frame).sum() }
  /// Those of the plans that are decided.
  public var decidedFrames: Money { plans.filter { $0.state.decided != nil }.map(\.frame).sum() }
  /// What is set aside and in no plan: below nought where the plans have more than is set aside. Nil where it has not
  /// been said what is set aside.
  public var undistributed: Money? { allocation.map { $0.amount - frames } }
  /// By how much the plans have more than is set aside; nought where they do not.
  public var over: Money { undistributed.map { max(.zero - $0, .zero) } ?? .zero }
  /// What is granted of all plans.
  public var granted: Money { plans.map(\.granted).sum() }
  /// What is used of all plans.
  public var drawn: Money { plans.map(\.drawn).sum() }
}

extension Money {
  /// One of the parts into which the amount is divided by weights, to the öre: the parts together are the amount. Nought
  /// where nothing divides; the first has it all where every weight is nought.
  fileprivate func part(_ place: Int, of weights: [Money]) -> Money {
    guard weights.indices.contains(place) else { return .zero }
    let whole = weights.map(\.ore).reduce(0, +)
    guard weights.count > 1 else { return self }
    guard whole > 0 else { return place == 0 ? self : .zero }
    func through(_ count: Int) -> Int64 {
      let sum = weights.prefix(count).map(\.ore).reduce(0, +)
      return Int64(Int128(ore) * Int128(sum) / Int128(whole))
    }
    return Money(ore: through(place + 1) - through(place))
  }
}
