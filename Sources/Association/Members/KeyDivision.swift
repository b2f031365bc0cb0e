public import Ledger

/// How a contribution key is divided (lag 2003:1210 §§ 5 and 5 a), before it is a key: the state a half, the regions a
/// quarter, the municipalities a quarter; a municipality outside a region pays a half.
public struct KeyDivision: Hashable, Sendable {
  /// A member's weight among those of its kind: agreed parts of a hundred, or inhabitants.
  public struct Weight: Hashable, Sendable {
    /// Which member.
    public var memberID: String
    /// The weight; parts with decimals are all multiplied alike.
    public var weight: Int64

    /// A weight.
    public init(memberID: String, weight: Int64) {
      self.memberID = memberID
      self.weight = weight
    }
  }

  /// Who pays the state's half: as a rule Försäkringskassan alone.
  public var state: [Weight]
  /// The regions; none where the area lies outside every region (§ 5 a).
  public var regions: [Weight]
  /// The municipalities.
  public var municipalities: [Weight]

  /// A division.
  public init(state: [Weight], regions: [Weight], municipalities: [Weight]) {
    self.state = state
    self.regions = regions
    self.municipalities = municipalities
  }

  /// Whether the municipalities pay the half that they would else share with a region.
  public var isWithoutRegion: Bool { regions.isEmpty }

  /// The parts of the whole. A member without weight has none.
  public var parts: [ContributionKey.Part] {
    parts(state, of: 2) + parts(regions, of: 4) + parts(municipalities, of: isWithoutRegion ? 2 : 4)
  }

  /// One part in so many of the whole, shared by weight.
  private func parts(_ weights: [Weight], of denominator: Int64) -> [ContributionKey.Part] {
    let said = weights.filter { $0.weight > 0 }
    let sum = said.map(\.weight).reduce(0, +)
    return said.map {
      ContributionKey.Part(memberID: $0.memberID, numerator: $0.weight, denominator: sum * denominator)
    }
  }
}

/// The law's identity in a call: the state a half, the regions a quarter, the municipalities a quarter; reckoned and
/// shown, never forced.
public struct FourParts: Hashable, Sendable {
  /// What the state pays.
  public let state: Money
  /// What the regions pay.
  public let regions: Money
  /// What the municipalities pay.
  public let municipalities: Money
  /// Whether no region takes part, so that the municipalities pay the other half (§ 5 a).
  public let isWithoutRegion: Bool
  /// What nobody pays: the whole less the sum of the amounts.
  public let unshared: Money

  /// The four parts of a call.
  public init(_ call: ContributionCall, members: [Member]) {
    state = call.amount(of: .state, among: members)
    regions = call.amount(of: .region, among: members)
    municipalities = call.amount(of: .municipality, among: members)
    let called = Set(call.shares.map(\.memberID))
    isWithoutRegion = !members.contains { $0.kind == .region && called.contains($0.id) }
    unshared = call.total - call.shares.map(\.amount).sum()
  }

  /// What the regions pay less than half of the state's part, to the öre below; nought where no region takes part.
  public var regionDifference: Money { isWithoutRegion ? .zero : Money(ore: state.ore / 2) - regions }

  /// What the municipalities pay less than half of the state's part, or than all of it where no region takes part.
  public var municipalDifference: Money {
    (isWithoutRegion ? state : Money(ore: state.ore / 2)) - municipalities
  }

  /// Whether the identity holds to the öre.
  public var holds: Bool { regionDifference == .zero && municipalDifference == .zero }
}

/// A key and the days of a year in which it holds.
public struct KeySpan: Hashable, Sendable {
  /// The key.
  public let key: ContributionKey
  /// The first day in the year.
  public let first: CalendarDate
  /// The last.
  public let last: CalendarDate

  /// How many days.
  public var dayCount: Int { first.days(until: last) + 1 }
}

extension Association {
  /// The keys that hold some day of the year, in order, each with its days. The days before the first key of all
  /// belong to that key: an association that begins its book with a year pays for all of it.
  public func keySpans(in year: FiscalYear) -> [KeySpan] {
    let sorted = contributionKeys.filter { $0.validFrom <= year.last }.sorted { $0.validFrom < $1.validFrom }
    let before = sorted.last { $0.validFrom <= year.first }
    let within = sorted.filter { $0.validFrom > year.first }
    let keys = (before.map { [$0] } ?? []) + within
    return keys.indices.map { index in
      let first = index == 0 ? year.first : keys[index].validFrom
      let last = index + 1 < keys.count ? keys[index + 1].validFrom.before ?? year.last : year.last
      return KeySpan(key: keys[index], first: first, last: last)
    }
  }

  /// What each member is asked to pay of a whole for the year. Where the key changes within the year, each key divides
  /// the whole's part of its own days, the last what is left. Nil without a key.
  public func contributionCall(total: Money, year: FiscalYear) -> ContributionCall? {
    let spans = keySpans(in: year)
    guard let last = spans.last else { return nil }
    let days = spans.map(\.dayCount).reduce(0, +)
    var left = total
    var shares: [ContributionCall.Share] = []
    func add(_ call: ContributionCall) {
      for share in call.shares {
        if let index = shares.firstIndex(where: { $0.memberID == share.memberID }) {
          shares[index] = ContributionCall.Share(
            memberID: share.memberID, amount: shares[index].amount + share.amount)
        } else {
          shares.append(share)
        }
      }
    }
    for span in spans.dropLast() {
      let exact = Int64(Int128(total.ore) * Int128(span.dayCount) / Int128(days))
      let unit = max(span.key.unitOre, 1)
      let part = Money(ore: Money(ore: exact).rounded(toUnitsOf: unit) * unit)
      add(ContributionCall(total: part, key: span.key))
      left -= part
    }
    add(ContributionCall(total: left, key: last.key))
    return ContributionCall(total: total, shares: shares)
  }

  /// The same from the state's amount: the whole is that of which it is the state's part. Nil where the state has no
  /// part, or not the same in all of the year's keys.
  public func contributionCall(stateAmount: Money, year: FiscalYear) -> ContributionCall? {
    let totals = keySpans(in: year).map {
      ContributionCall(stateAmount: stateAmount, key: $0.key, members: members)?.total
    }
    guard let first = totals.first, let total = first, totals.allSatisfy({ $0 == total }) else { return nil }
    return contributionCall(total: total, year: year)
  }
}
