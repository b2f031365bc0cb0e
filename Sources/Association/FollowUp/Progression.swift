public import Ledger

/// How those who were measured at least twice in a period have changed by one indicator: counts of an insats, never
/// anything of a person (domain 8.4).
public struct Progression: Hashable, Sendable {
  /// Which insats.
  public var insatsID: String
  /// The first and the last day of the period, of one calendar year.
  public var period: ClosedRange<CalendarDate>
  /// With what they were measured, `SKAPA`; empty where not said.
  public var instrument: String
  /// What was measured, in the association's words.
  public var indicator: String
  /// Bättre.
  public var better: Tally
  /// Oförändrat.
  public var same: Tally
  /// Sämre.
  public var worse: Tally

  /// A progression.
  public init(
    insatsID: String, period: ClosedRange<CalendarDate>, instrument: String = "", indicator: String, better: Tally,
    same: Tally, worse: Tally
  ) {
    self.insatsID = insatsID
    self.period = period
    self.instrument = instrument
    self.indicator = indicator
    self.better = better
    self.same = same
    self.worse = worse
  }

  /// Mätta minst två gånger: better, same and worse are all of them.
  public var measured: Tally { better + same + worse }

  /// The calendar year.
  public var year: Int { period.lowerBound.year }
}

/// Cases counted in a period: consultation cases by team and reason, referrals by municipality and sender.
public struct CaseCount: Hashable, Sendable {
  /// What is counted.
  public enum Kind: String, CaseIterable, Sendable {
    /// Konsultationsärenden hos ett team eller en lokal samverkansgrupp.
    case consultation = "konsultation"
    /// Remisser till insatserna.
    case referral = "remiss"
  }

  /// What is counted.
  public var kind: Kind
  /// The first and the last day of the period, of one calendar year.
  public var period: ClosedRange<CalendarDate>
  /// Which team or group, or which municipality; empty where not said.
  public var place: String
  /// For which reason, or from which sender; empty where not said.
  public var ground: String
  /// How many.
  public var count: Int
  /// Which of the association's groups the team is; empty where it is none of them.
  public var groupID: String

  /// Cases.
  public init(
    kind: Kind, period: ClosedRange<CalendarDate>, place: String, ground: String = "", count: Int, groupID: String = ""
  ) {
    self.kind = kind
    self.period = period
    self.place = place
    self.ground = ground
    self.count = count
    self.groupID = groupID
  }

  /// The calendar year.
  public var year: Int { period.lowerBound.year }
}

/// How many in an insats were asked the questions on violence in a period, and how many answered: never what.
public struct ScreeningCount: Hashable, Sendable {
  /// Which insats.
  public var insatsID: String
  /// The first and the last day of the period, of one calendar year.
  public var period: ClosedRange<CalendarDate>
  /// Tillfrågade.
  public var asked: Tally
  /// Svarat; no more than were asked.
  public var answered: Tally

  /// A screening.
  public init(insatsID: String, period: ClosedRange<CalendarDate>, asked: Tally, answered: Tally) {
    self.insatsID = insatsID
    self.period = period
    self.asked = asked
    self.answered = answered
  }

  /// The calendar year.
  public var year: Int { period.lowerBound.year }
}
