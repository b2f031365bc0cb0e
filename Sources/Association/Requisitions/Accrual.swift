public import Ledger

/// What a performer says that a year ended with: its whole cost, whatever has been asked for so far.
public struct FinalCost: Hashable, Sendable {
  /// The calendar year.
  public var year: Int
  /// Which insats.
  public var insatsID: String
  /// Which member is to be paid.
  public var receiverID: String
  /// What the whole year cost.
  public var amount: Money
  /// What there is to say of it.
  public var note: String

  /// A final cost.
  public init(year: Int, insatsID: String, receiverID: String, amount: Money, note: String = "") {
    self.year = year
    self.insatsID = insatsID
    self.receiverID = receiverID
    self.amount = amount
    self.note = note
  }
}

/// One row of a year-end accrual, skulder samverkansinsatser: what a party has used and is not booked.
public struct AccrualRow: Hashable, Sendable {
  /// From what it follows.
  public enum Ground: String, Hashable, Sendable {
    /// The performer has said what the year cost.
    case statement = "utförarens besked"
    /// Requisitions that wait.
    case requisitions = "rekvisitioner som väntar"
  }

  /// Which insats.
  public var insatsID: String
  /// Which member is owed.
  public var receiverID: String
  /// What the ledger has as cost of the year before it.
  public var booked: Money
  /// How much is accrued.
  public var amount: Money
  /// From what.
  public var ground: Ground

  /// A row.
  public init(insatsID: String, receiverID: String, booked: Money, amount: Money, ground: Ground) {
    self.insatsID = insatsID
    self.receiverID = receiverID
    self.booked = booked
    self.amount = amount
    self.ground = ground
  }
}

/// What the year's end leaves of a frame: granted, not drawn, and back in the association's equity (domain 5.2, step 10).
public struct FrameReturn: Hashable, Sendable {
  /// Which frame.
  public var key: FrameKey
  /// What was granted.
  public var granted: Money
  /// What the year cost, with what is accrued.
  public var outcome: Money

  /// What goes back.
  public init(key: FrameKey, granted: Money, outcome: Money) {
    self.key = key
    self.granted = granted
    self.outcome = outcome
  }

  /// The part that goes back; nought where more was used.
  public var returned: Money { max(granted - outcome, .zero) }
  /// The part that went over; nought where it did not.
  public var over: Money { max(outcome - granted, .zero) }
}

/// A proposal for a year's accrual: from what performers have said that the year cost, and else from the requisitions that
/// wait. What has been booked already is no part of it.
public struct AccrualPlan: Hashable, Sendable {
  /// Who an amount concerns.
  public struct Place: Hashable, Comparable, Sendable {
    /// Which insats.
    public let insatsID: String
    /// Which member.
    public let receiverID: String

    /// A receiver's part of an insats.
    public init(insatsID: String, receiverID: String) {
      self.insatsID = insatsID
      self.receiverID = receiverID
    }

    /// By insats, then by receiver.
    public static func < (left: Place, right: Place) -> Bool {
      left.insatsID == right.insatsID ? left.receiverID < right.receiverID : left.insatsID < right.insatsID
    }
  }

  /// The year.
  public let year: Int
  /// What is accrued, in the association's order of insatser.
  public let rows: [AccrualRow]
  /// What goes back of each frame when that is booked.
  public let returns: [FrameReturn]

  /// The proposal. `booked` is the year's cost by the ledger, `accrued` what of it an accrual stands for already and no
  /// requisition has settled; `pending` is asked for and not booked.
  public init(
    year: Int, association: Association, booked: [Place: Money], accrued: [Place: Money], pending: [Place: Money],
    finalCosts: [FinalCost]
  ) {
    self.year = year
    let said = Dictionary(
      finalCosts.filter { $0.year == year }.map {
        (Place(insatsID: $0.insatsID, receiverID: $0.receiverID), $0.amount)
      }
    ) { $1 }
    var rows: [AccrualRow] = []
    for place in AccrualPlan.inOrder(Set(said.keys).union(pending.keys), association) {
      let cost = booked[place] ?? .zero
      let amount: Money
      if let whole = said[place] {
        amount = whole - cost
      } else {
        amount = (pending[place] ?? .zero) - (accrued[place] ?? .zero)
      }
      guard amount > .zero else { continue }
      rows.append(
        AccrualRow(
          insatsID: place.insatsID, receiverID: place.receiverID, booked: cost, amount: amount,
          ground: said[place] == nil ? .requisitions : .statement))
    }
    self.rows = rows
    let frames = YearFrames(association, year: year)
    var outcome: [FrameKey: Money] = [:]
    for (place, amount) in booked { outcome[frames.key(place.insatsID, place.receiverID), default: .zero] += amount }
    for row in rows { outcome[frames.key(row.insatsID, row.receiverID), default: .zero] += row.amount }
    returns = frames.keys.map {
      FrameReturn(key: $0, granted: frames.granted($0) ?? .zero, outcome: outcome[$0] ?? .zero)
    }
  }

  /// All that is accrued.
  public var total: Money { rows.map(\.amount).sum() }

  private static func inOrder(_ places: Set<Place>, _ association: Association) -> [Place] {
    let order = Dictionary(association.insatser.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return places.sorted { left, right in
      let (first, second) = (order[left.insatsID] ?? .max, order[right.insatsID] ?? .max)
      return first == second ? left < right : first < second
    }
  }
}
