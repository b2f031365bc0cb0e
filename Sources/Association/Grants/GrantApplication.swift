public import Ledger

/// An amount for one year and one receiver: asked for in an application, granted in a decision.
public struct GrantAmount: Hashable, Sendable {
  /// The calendar year.
  public var year: Int
  /// Which member is to draw it; empty where all receivers share it.
  public var receiverID: String
  /// How much.
  public var amount: Money

  /// An amount.
  public init(year: Int, receiverID: String = "", amount: Money) {
    self.year = year
    self.receiverID = receiverID
    self.amount = amount
  }
}

/// What a party asks the association to finance (ansökan): by a member, for a need that several parties share (lag
/// 2003:1210 §§ 2 and 7). It may be wrong; `Grant.Applied` is an application that may stand.
public struct GrantApplication: Hashable, Sendable {
  /// What the insats is to be called.
  public var name: String
  /// The direction.
  public var kind: Insats.Kind
  /// The member that applies and is to run it (huvudman).
  public var ownerID: String
  /// The members that apply with it, the owner not among them.
  public var partyIDs: [String]
  /// Which need it answers, and how one knows.
  public var need: String
  /// Where the parties' cooperation fails today.
  public var gap: String
  /// What it is for.
  public var purpose: String
  /// For whom.
  public var targetGroup: String
  /// What it is expected to lead to.
  public var effects: String
  /// The insats that it goes on from, by id; empty where it is new.
  public var continuesID: String
  /// What it would cost, per year and receiver.
  public var amounts: [GrantAmount]

  /// An application.
  public init(
    name: String, kind: Insats.Kind, ownerID: String, partyIDs: [String] = [], need: String = "", gap: String = "",
    purpose: String = "", targetGroup: String = "", effects: String = "", continuesID: String = "",
    amounts: [GrantAmount]
  ) {
    self.name = name
    self.kind = kind
    self.ownerID = ownerID
    self.partyIDs = partyIDs
    self.need = need
    self.gap = gap
    self.purpose = purpose
    self.targetGroup = targetGroup
    self.effects = effects
    self.continuesID = continuesID
    self.amounts = amounts
  }

  /// What may stand, but should be looked at.
  public enum Warning: Hashable, Sendable {
    /// Nobody applies with the owner, though an insats is to be the parties' joint concern.
    case alone
    /// It asks for more years than a decision usually covers.
    case years(Int)
    /// The receiver is neither the owner nor one of those that apply.
    case receiverOutside(String)
  }

  /// What should be looked at.
  public var warnings: [Warning] {
    var warnings: [Warning] = partyIDs.isEmpty ? [.alone] : []
    if let years = amounts.yearsTooMany { warnings.append(.years(years)) }
    let named = Set(partyIDs + [ownerID, ""])
    let outside = Set(amounts.map(\.receiverID)).subtracting(named).sorted()
    return warnings + outside.map { .receiverOutside($0) }
  }
}

extension [GrantAmount] {
  /// The most years that one decision usually covers: then the need is looked at anew (an association's own rule that
  /// others share; no law says it).
  public static let yearCountUsual = 3

  /// How many years they span, where that is more than usual.
  public var yearsTooMany: Int? {
    guard let first = map(\.year).min(), let last = map(\.year).max() else { return nil }
    let count = last - first + 1
    return count > Self.yearCountUsual ? count : nil
  }

  /// All of them together.
  public var sum: Money { map(\.amount).sum() }

  /// Refuses what is for no member, stands twice or is less than nothing.
  func check(members: [Member]?) throws(Grant.Refusal) {
    var seen: Set<String> = []
    for amount in self {
      guard amount.amount >= .zero else { throw .belowNought(year: amount.year, receiverID: amount.receiverID) }
      guard seen.insert("\(amount.year) \(amount.receiverID)").inserted else {
        throw .amountTwice(year: amount.year, receiverID: amount.receiverID)
      }
      if let members, !amount.receiverID.isEmpty, !members.contains(where: { $0.id == amount.receiverID }) {
        throw .notAMember(amount.receiverID)
      }
    }
  }
}
