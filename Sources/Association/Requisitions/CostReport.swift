public import Ledger

/// What the money of a requisition went to: the rows of its cost report (domain 5.2, step 7).
public struct CostReport: Hashable, Sendable {
  /// The kinds of cost that a party tells apart.
  public enum Kind: String, CaseIterable, Sendable {
    /// Salaries with what comes on top of them.
    case staff = "personal"
    /// Rent.
    case premises = "lokaler"
    /// Travel.
    case travel = "resor"
    /// What was bought of others.
    case services = "köpta-tjänster"
    /// The rest.
    case other = "övrigt"

    /// As it is printed.
    public var title: String {
      switch self {
      case .staff: "Personal"
      case .premises: "Lokaler"
      case .travel: "Resor"
      case .services: "Köpta tjänster"
      case .other: "Övrigt"
      }
    }
  }

  /// One kind of cost.
  public struct Row: Hashable, Sendable {
    /// Which kind.
    public var kind: Kind
    /// How much.
    public var amount: Money

    /// A row.
    public init(kind: Kind, amount: Money) {
      self.kind = kind
      self.amount = amount
    }
  }

  /// The rows that say something, in the order of the kinds.
  public var rows: [Row]

  /// A cost report.
  public init(_ rows: [Row]) { self.rows = rows }

  /// All of it.
  public var total: Money { rows.map(\.amount).sum() }
}
