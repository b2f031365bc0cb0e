public import Ledger

/// What is counted beside participants, in four lists of their own.
public enum FollowUpList: String, CaseIterable, Sendable {
  /// Progression.
  case progression
  /// Konsultationsärenden.
  case consultations = "konsultationer"
  /// Remisser.
  case referrals = "remisser"
  /// Våldsscreening.
  case screening = "valdsscreening"
}

/// A row of one of the lists.
public enum FollowUpRow: Hashable, Sendable {
  /// Progression by an indicator.
  case progression(Progression)
  /// Consultation cases or referrals.
  case cases(CaseCount)
  /// Violence screening.
  case screening(ScreeningCount)

  /// Which list it stands in.
  public var list: FollowUpList {
    switch self {
    case .progression: .progression
    case .cases(let cases): cases.kind == .consultation ? .consultations : .referrals
    case .screening: .screening
    }
  }

  /// The first and the last day.
  public var period: ClosedRange<CalendarDate> {
    switch self {
    case .progression(let row): row.period
    case .cases(let row): row.period
    case .screening(let row): row.period
    }
  }

  /// What it counts, apart from the period: two rows of one subject and period say the same thing twice.
  public var subject: [String] {
    switch self {
    case .progression(let row): [row.insatsID, row.instrument, row.indicator]
    case .cases(let row): [row.kind.rawValue, row.place, row.ground]
    case .screening(let row): [row.insatsID]
    }
  }

  /// Whether it takes the other's place: the same subject in the same period.
  public func replaces(_ other: FollowUpRow) -> Bool {
    list == other.list && period == other.period && subject == other.subject
  }

  /// Why it cannot stand beside another; nil where it can.
  public func clash(with other: FollowUpRow) -> FollowUpClash? {
    guard list == other.list, !replaces(other), period.overlaps(other.period) else { return nil }
    if subject == other.subject { return .overlaps(other.period) }
    guard case .cases(let own) = self, case .cases(let cases) = other else { return nil }
    // Told by two grounds at once and by one of them as well, the same cases would be counted twice.
    let isByBoth = !own.place.isEmpty && !own.ground.isEmpty
    let isOtherByBoth = !cases.place.isEmpty && !cases.ground.isEmpty
    guard isByBoth != isOtherByBoth else { return nil }
    let isSamePlace = own.kind == .referral || own.place == cases.place
    return isSamePlace ? .counted(twice: other.period) : nil
  }
}

/// Why a row cannot stand beside another.
public enum FollowUpClash: Error, Hashable, Sendable {
  /// The same is told of a period that overlaps it.
  case overlaps(ClosedRange<CalendarDate>)
  /// The same cases are told in another division.
  case counted(twice: ClosedRange<CalendarDate>)
}

extension Association {
  /// The rows of a list in a year, in the order they were told.
  public func rows(of list: FollowUpList, year: Int) -> [FollowUpRow] {
    let rows: [FollowUpRow] =
      switch list {
      case .progression: progressions.map { .progression($0) }
      case .consultations: caseCounts.filter { $0.kind == .consultation }.map { .cases($0) }
      case .referrals: caseCounts.filter { $0.kind == .referral }.map { .cases($0) }
      case .screening: screenings.map { .screening($0) }
      }
    return rows.filter { $0.period.lowerBound.year == year }
  }

  /// Keeps a row: in the place of the one that says the same, or after the others. The same row again changes nothing.
  public mutating func keep(_ row: FollowUpRow) {
    switch row {
    case .progression(let fact): progressions.keep(fact) { row.replaces(.progression($0)) }
    case .cases(let fact): caseCounts.keep(fact) { row.replaces(.cases($0)) }
    case .screening(let fact): screenings.keep(fact) { row.replaces(.screening($0)) }
    }
  }

  /// Takes a row away.
  public mutating func remove(_ row: FollowUpRow) {
    switch row {
    case .progression(let fact): progressions.removeAll { $0 == fact }
    case .cases(let fact): caseCounts.removeAll { $0 == fact }
    case .screening(let fact): screenings.removeAll { $0 == fact }
    }
  }
}

extension Array {
  fileprivate mutating func keep(_ fact: Element, over isOld: (Element) -> Bool) {
    if let index = firstIndex(where: isOld) { self[index] = fact } else { append(fact) }
  }
}
