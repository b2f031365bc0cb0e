public import Ledger

/// A version of a governing order, as the board decided it: attestordning, delegationsordning, dokumenthanteringsplan.
/// It holds from its day until the next one's, and is never changed: what was done under it is judged by it.
public struct OrderVersion<Content: Hashable & Sendable>: Hashable, Sendable {
  /// Its key in the book.
  public let id: Int64
  /// Its number among the versions of its kind, from 1.
  public let version: Int
  /// The day that the board decided it.
  public let decidedOn: CalendarDate
  /// The paragraph of the minutes, `§ 45`.
  public let paragraph: String
  /// The first day that it holds.
  public let validFrom: CalendarDate
  /// What it says.
  public let content: Content

  /// A version as the book keeps it.
  public init(
    id: Int64, version: Int, decidedOn: CalendarDate, paragraph: String, validFrom: CalendarDate, content: Content
  ) {
    self.id = id
    self.version = version
    self.decidedOn = decidedOn
    self.paragraph = paragraph
    self.validFrom = validFrom
    self.content = content
  }

  /// The decision as a figure points to it.
  public var decision: Decision { Decision(date: decidedOn, paragraph: paragraph) }

  /// Which version it is, without what it says.
  public var name: OrderName {
    OrderName(version: version, decidedOn: decidedOn, paragraph: paragraph, validFrom: validFrom)
  }
}

/// Which version of an order: what a refusal names.
public struct OrderName: Hashable, Sendable {
  /// Its number, from 1.
  public let version: Int
  /// When the board decided it.
  public let decidedOn: CalendarDate
  /// The paragraph of the minutes.
  public let paragraph: String
  /// The first day that it holds.
  public let validFrom: CalendarDate

  /// A name.
  public init(version: Int, decidedOn: CalendarDate, paragraph: String, validFrom: CalendarDate) {
    self.version = version
    self.decidedOn = decidedOn
    self.paragraph = paragraph
    self.validFrom = validFrom
  }
}

extension Sequence {
  /// The version that holds on a day; nil before the first.
  public func inForce<Content>(on day: CalendarDate) -> OrderVersion<Content>?
  where Element == OrderVersion<Content> {
    self.filter { $0.validFrom <= day }.max { $0.validFrom < $1.validFrom }
  }
}

/// The decision on a version that is to be recorded: what is asked of it before it is one.
public struct OrderDecision: Hashable, Sendable {
  /// The day that the board decided.
  public let decidedOn: CalendarDate
  /// The paragraph of the minutes.
  public let paragraph: String
  /// The first day that the version holds.
  public let validFrom: CalendarDate

  /// A decision by the board on a version that replaces the last. No order holds before it is decided, and none before
  /// the one that it replaces: what was done under that is not judged anew.
  public init(
    decidedOn: CalendarDate, paragraph: String, validFrom: CalendarDate, after last: OrderName?
  ) throws(OrderRefusal) {
    guard paragraph.hasWords else { throw .paragraphMissing }
    guard validFrom >= decidedOn else { throw .validBeforeDecided(decidedOn: decidedOn, validFrom: validFrom) }
    if let last, validFrom <= last.validFrom { throw .notAfter(last) }
    self.decidedOn = decidedOn
    self.paragraph = paragraph
    self.validFrom = validFrom
  }
}

/// Why an order cannot be recorded, or why it does not let something be done; the words stand in Desk.
public enum OrderRefusal: Error, Hashable, Sendable {
  /// The board's paragraph is missing.
  case paragraphMissing
  /// It would hold before it is decided.
  case validBeforeDecided(decidedOn: CalendarDate, validFrom: CalendarDate)
  /// It would hold before the one that it replaces, or on its first day.
  case notAfter(OrderName)
  /// It says nothing.
  case empty
  /// A point does not say all that it must.
  case pointIncomplete(Int)
  /// Two points are the same.
  case pointTwice(Int, Int)
  /// An amount is nought or less.
  case limitNotPositive(Int)
  /// An interval of accounts ends before it begins.
  case accountsBackwards(Int)
  /// An attest order says nobody who gives that attest.
  case attestMissing(Attest)
  /// A point delegates what may not be delegated: goals, direction, scope or quality (10 §).
  case undelegable(String, word: String)
  /// A point delegates statements on decisions that have been appealed (10 §).
  case appealDelegated(String)

  /// Nobody is signed in, so nobody can be held to the order.
  case nobodyNamed(OrderName)
  /// The order does not name them for that attest.
  case mayNotAttest(Attest, OrderName)
  /// The order names them, but up to less.
  case overLimit(Attest, OrderName, limit: Money, amount: Money)
  /// The order names them, but for other costs.
  case otherCosts(Attest, OrderName, CostKind)
  /// The same person has given the attest before.
  case samePerson(Attest, OrderName)
  /// The delegation order has no such point.
  case pointUnknown(String, OrderName)
  /// No delegation order holds that day.
  case noOrder(on: CalendarDate)
  /// The point is for less.
  case overDelegation(String, OrderName, limit: Money, amount: Money)
}
