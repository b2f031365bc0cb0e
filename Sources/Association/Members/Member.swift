public import Ledger

/// A member of the association.
public struct Member: Hashable, Sendable {
  /// What kind of party it is, which decides its part of the money (lag 2003:1210 § 5).
  public enum Kind: String, CaseIterable, Sendable {
    /// Försäkringskassan or Arbetsförmedlingen; Försäkringskassan pays the state's half.
    case state = "stat"
    /// A region.
    case region = "region"
    /// A municipality.
    case municipality = "kommun"
  }

  /// A short name by which other facts point to it, and its object number in dimension `party`.
  public var id: String
  /// The name.
  public var name: String
  /// Which kind.
  public var kind: Kind
  /// Since when, if said.
  public var joined: CalendarDate?
  /// Until when, if it has left.
  public var left: CalendarDate?

  /// A member.
  public init(id: String, name: String, kind: Kind, joined: CalendarDate? = nil, left: CalendarDate? = nil) {
    self.id = id
    self.name = name
    self.kind = kind
    self.joined = joined
    self.left = left
  }
}

/// How the members share the contribution from a day on: the state a half, the region a quarter, the municipalities
/// a quarter by agreed parts (lag 2003:1210 § 5).
public struct ContributionKey: Hashable, Sendable {
  /// One member's part of the whole.
  public struct Part: Hashable, Sendable {
    /// Which member.
    public var memberID: String
    /// The numerator of its part.
    public var numerator: Int64
    /// The denominator of its part.
    public var denominator: Int64

    /// A part.
    public init(memberID: String, numerator: Int64, denominator: Int64) {
      self.memberID = memberID
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// The number of inhabitants by which municipalities share their part, as it was said: kept besides the parts, so that
  /// what was typed can be read and reckoned again.
  public struct Population: Hashable, Sendable {
    /// One municipality's inhabitants.
    public struct Count: Hashable, Sendable {
      /// Which member.
      public var memberID: String
      /// How many inhabitants.
      public var inhabitants: Int

      /// A number of inhabitants.
      public init(memberID: String, inhabitants: Int) {
        self.memberID = memberID
        self.inhabitants = inhabitants
      }
    }

    /// At the end of which year they were counted.
    public var year: Int
    /// By whom: `SCB, folkmängd 31 december`.
    public var source: String
    /// How many in each.
    public var counts: [Count]

    /// Numbers of inhabitants.
    public init(year: Int, source: String, counts: [Count]) {
      self.year = year
      self.source = source
      self.counts = counts
    }
  }

  /// From which day it holds.
  public var validFrom: CalendarDate
  /// The parts. They need not add up to one: that is checked and said, never forced.
  public var parts: [Part]
  /// Which member carries the rounding difference; empty where nobody does, and what rounding leaves is not called.
  public var roundingMemberID: String
  /// The unit in which contributions are called, in öre (100 for whole kronor).
  public var unitOre: Int64
  /// Where it is decided.
  public var decision: Decision
  /// The inhabitants that the municipalities' parts were reckoned from, where they were.
  public var population: Population?

  /// A key.
  public init(
    validFrom: CalendarDate, parts: [Part], roundingMemberID: String, unitOre: Int64 = 100,
    decision: Decision = Decision(), population: Population? = nil
  ) {
    self.validFrom = validFrom
    self.parts = parts
    self.roundingMemberID = roundingMemberID
    self.unitOre = unitOre
    self.decision = decision
    self.population = population
  }
}
