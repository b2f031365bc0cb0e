public import Ledger

/// Which attest is given of a cost (domain 4.7).
public enum Attest: String, CaseIterable, Hashable, Sendable {
  /// Granskningsattest or mottagningsattest: it was ordered, has come, and costs what was agreed.
  case reception = "mottagning"
  /// Beslutsattest: it is to be paid.
  case decision = "beslut"
  /// Utbetalning: the payment is made.
  case payment = "utbetalning"
}

/// What a cost is of: the account that it is booked on, and the insats; nil where nobody knows it yet or there is none.
public struct CostKind: Hashable, Sendable {
  /// The account.
  public var account: AccountNumber?
  /// The insats.
  public var insatsID: String?

  /// A kind of cost.
  public init(account: AccountNumber?, insatsID: String?) {
    self.account = account
    self.insatsID = insatsID
  }
}

/// Somebody who would attest: the user, what they are in the office, and whether they write for the chair.
public struct Attester: Hashable, Sendable {
  /// The user's key in the book.
  public let user: Int64
  /// What they are in the office; nil for a role that attests nothing.
  public let role: AttestOrder.Role?
  /// Whether the attest is the chair's, given outside the office and noted by the user.
  public let isChair: Bool

  /// Somebody.
  public init(user: Int64, role: AttestOrder.Role?, isChair: Bool = false) {
    self.user = user
    self.role = role
    self.isChair = isChair
  }
}

/// The attestordning: who attests which costs, up to how much. Each point gives a right, and what no point gives nobody
/// has; none takes a right away that another gives.
public struct AttestOrder: Hashable, Sendable {
  /// What somebody who attests is in the office.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// Förbundschef.
    case director
    /// Ekonom.
    case bookkeeper
    /// Styrelseledamot.
    case boardMember = "board-member"
  }

  /// For which costs a point is.
  public enum Scope: Hashable, Sendable {
    /// All.
    case all
    /// Those of an insats.
    case insats(String)
    /// Those on accounts whose first four digits lie in the interval.
    case accounts(ClosedRange<Int>)

    /// Whether a cost of that kind is one of them.
    public func covers(_ kind: CostKind) -> Bool {
      switch self {
      case .all: true
      case .insats(let id): kind.insatsID == id
      case .accounts(let range): kind.account?.group.map { range.contains($0) } ?? false
      }
    }
  }

  /// Who has the right.
  public enum Giver: Hashable, Sendable {
    /// Whoever has the role.
    case role(Role)
    /// A user, by key.
    case user(Int64)
    /// The board's chair, outside the office.
    case chair

    /// Whether that is they.
    public func `is`(_ attester: Attester) -> Bool {
      switch self {
      case .chair: attester.isChair
      case .role(let role): !attester.isChair && attester.role == role
      case .user(let user): !attester.isChair && attester.user == user
      }
    }
  }

  /// A point of the order.
  public struct Point: Hashable, Sendable {
    /// Which attest.
    public var attest: Attest
    /// Of which costs.
    public var scope: Scope
    /// By whom.
    public var giver: Giver
    /// Up to how much with value added tax; nil for any amount.
    public var limit: Money?
    /// For whom they step in, and when; empty for whoever has the right themselves.
    public var substitutesFor: String

    /// A point.
    public init(_ attest: Attest, of scope: Scope = .all, by giver: Giver, upTo limit: Money?, insteadOf: String = "") {
      self.attest = attest
      self.scope = scope
      self.giver = giver
      self.limit = limit
      self.substitutesFor = insteadOf
    }
  }

  /// The points, in the order's own order.
  public let points: [Point]

  /// An order: both attests have somebody, amounts are above nought, and no point stands twice.
  public init(_ points: [Point]) throws(OrderRefusal) {
    guard !points.isEmpty else { throw .empty }
    for (index, point) in points.enumerated() {
      if let limit = point.limit, limit <= .zero { throw .limitNotPositive(index + 1) }
      if case .insats(let id) = point.scope, !id.hasWords { throw .pointIncomplete(index + 1) }
      let same = points[..<index].firstIndex {
        $0.attest == point.attest && $0.scope == point.scope && $0.giver == point.giver
      }
      if let same { throw .pointTwice(same + 1, index + 1) }
    }
    for attest in [Attest.reception, .decision] where !points.contains(where: { $0.attest == attest }) {
      throw .attestMissing(attest)
    }
    self.points = points
  }

  /// Whether the order says anything of that attest: where it says nothing of payments, whoever keeps the books pays.
  public func governs(_ attest: Attest) -> Bool { points.contains { $0.attest == attest } }
}

extension OrderVersion<AttestOrder> {
  /// The place, from 0, of the point by which somebody attests that amount; refused where no point lets them. `kinds` are
  /// what the cost is of: all of them must be covered, each by some point. With none, nobody knows it yet, and a point for
  /// any costs is enough until it is booked.
  public func point(
    for attest: Attest, of amount: Money, kinds: [CostKind] = [], by attester: Attester
  ) throws(OrderRefusal) -> Int {
    let own = content.points.enumerated().filter { $0.element.attest == attest && $0.element.giver.is(attester) }
    guard !own.isEmpty else { throw .mayNotAttest(attest, name) }
    var best: Int?
    for kind in kinds.isEmpty ? [nil] : kinds.map({ Optional($0) }) {
      let fitting = own.filter { one in kind.map { one.element.scope.covers($0) } ?? true }
      guard let first = fitting.max(by: { Self.isLess($0.element.limit, $1.element.limit) }) else {
        throw .otherCosts(attest, name, kind ?? CostKind(account: nil, insatsID: nil))
      }
      if let limit = first.element.limit, limit < amount.magnitude {
        throw .overLimit(attest, name, limit: limit, amount: amount.magnitude)
      }
      best = best ?? first.offset
    }
    return best ?? 0
  }

  /// Whether a limit is less than another; none is the most.
  private static func isLess(_ left: Money?, _ right: Money?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return left < right
  }
}
