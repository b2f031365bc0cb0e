public import Ledger

/// A rekvisition: what a party asks to be paid for an insats, with a report of what it went to. A value of this type has
/// a report that adds up and, where it goes over the frame, a reason. What may still be wrong is a `Draft`.
public struct Requisition: Hashable, Sendable {
  /// What a requisition may say before it is known to be right.
  public struct Draft: Hashable, Sendable {
    /// The calendar year whose frame it draws on.
    public var year: Int
    /// Which insats.
    public var insatsID: String
    /// Which member is paid.
    public var receiverID: String
    /// The first month of the period.
    public var firstMonth: Month
    /// The last month of the period.
    public var lastMonth: Month
    /// How much is asked for.
    public var amount: Money
    /// What it went to.
    public var costs: CostReport
    /// Value added tax in the amount: a party has its own input tax back and should ask for none (domain 4.3).
    public var vat: Money
    /// What the party calls it, or wants to say.
    public var note: String
    /// Why more is asked for than is left of the frame; empty where it is not.
    public var overReason: String
    /// The SHA-256 of what was sent with it.
    public var documents: [String]

    /// A draft.
    public init(
      year: Int, insatsID: String, receiverID: String, firstMonth: Month, lastMonth: Month, amount: Money,
      costs: CostReport, vat: Money = .zero, note: String = "", overReason: String = "", documents: [String] = []
    ) {
      self.year = year
      self.insatsID = insatsID
      self.receiverID = receiverID
      self.firstMonth = firstMonth
      self.lastMonth = lastMonth
      self.amount = amount
      self.costs = costs
      self.vat = vat
      self.note = note
      self.overReason = overReason
      self.documents = documents
    }
  }

  /// What it says.
  public let said: Draft
  /// By how much it went over the frame when it was asked for; nought where it did not.
  public let over: Money

  /// The requisition that the draft says, held against the frame as it stands.
  public init(_ draft: Draft, standing: FrameStanding) throws(RequisitionRefusal) {
    try self.init(draft, over: standing.over(after: draft.amount))
    guard over == .zero || overReason.hasWords else {
      throw .overUnexplained(over: over, left: max(standing.left, .zero))
    }
  }

  /// A requisition that was asked for once, as the book has it.
  public init(_ draft: Draft, over: Money) throws(RequisitionRefusal) {
    guard !draft.insatsID.isEmpty, !draft.receiverID.isEmpty else { throw .receiverMissing }
    guard draft.firstMonth <= draft.lastMonth else { throw .periodBackwards }
    guard draft.firstMonth.year == draft.year, draft.lastMonth.year == draft.year else {
      throw .periodOutsideYear(draft.year)
    }
    guard draft.amount > .zero, draft.amount.ore <= Money.oreMax else { throw .amountNotPositive }
    guard draft.costs.rows.allSatisfy({ $0.amount > .zero }) else { throw .amountNotPositive }
    guard draft.costs.total == draft.amount else {
      throw .costsDiffer(amount: draft.amount, costs: draft.costs.total)
    }
    guard draft.vat >= .zero, draft.vat < draft.amount else { throw .vatTooLarge }
    said = draft
    self.over = over
  }

  /// The calendar year whose frame it draws on.
  public var year: Int { said.year }
  /// Which insats.
  public var insatsID: String { said.insatsID }
  /// Which member is paid.
  public var receiverID: String { said.receiverID }
  /// How much is asked for.
  public var amount: Money { said.amount }
  /// Why it went over the frame.
  public var overReason: String { said.overReason }
  /// The objects that its rows in the ledger are sorted by.
  public var objects: ObjectSet { ObjectSet(insats: insatsID, party: receiverID) }
}

/// Why a step is not taken, as facts.
public enum RequisitionRefusal: Error, Hashable, Sendable {
  /// It does not say for which insats, or who is paid.
  case receiverMissing
  /// The period ends before it begins.
  case periodBackwards
  /// The period is not in the year whose frame is drawn on.
  case periodOutsideYear(Int)
  /// Nothing, or less, or more than any amount may be, is asked for.
  case amountNotPositive
  /// The rows of the cost report do not add up to the amount.
  case costsDiffer(amount: Money, costs: Money)
  /// More value added tax than the amount holds.
  case vatTooLarge
  /// More is asked for than is left, and it does not say why.
  case overUnexplained(over: Money, left: Money)
  /// There is none of that number.
  case unknown
  /// The step does not follow on where it is now.
  case doesNotFollow(RequisitionPlace)
  /// Whoever asked for the money may not attest it.
  case ownRequisition
  /// A question or a reason that says nothing.
  case reasonMissing
  /// The cost would take the frame over what was granted, and nobody has said why.
  case frameExceeded(over: Money, year: Int)
  /// It cannot be booked before the year whose frame it draws on.
  case bookedTooEarly(year: Int)
  /// More is settled or released than is left of the year's accrual.
  case accrualTooSmall(left: Money)
  /// A year-end accrual that says nothing.
  case nothingToAccrue
}

extension String {
  /// Whether it says anything: more than blanks.
  var hasWords: Bool { utf8.contains { $0 > 32 } }
}

extension ObjectSet {
  /// The objects of a grant: the insats and the party; what is empty is left out.
  public init(insats: String, party: String) {
    self.init(
      [(Dimension.insats, insats), (Dimension.party, party)].filter { !$0.1.isEmpty }
        .map { ObjectReference(dimension: $0.0, object: $0.1) })
  }
}
