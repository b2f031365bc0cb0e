/// What a samordningsförbund must see to every year (domain 1.5), and what its bookkeeping needs on the way.
///
/// Minutes that are to be adjusted within 14 days and announced within two follow a meeting, not the calendar; they
/// are dated by their meeting and stand with it.
public enum Duty: String, CaseIterable, Sendable {
  /// The last quarter of the year before, reconciled and closed.
  case fourthQuarter = "avstamning-kvartal-4"
  /// The year before is ended: its result carried to equity.
  case yearEnd = "bokslut"
  /// The board decides the annual report of the year before.
  case report = "arsredovisning"
  /// The board signs it.
  case signatures = "underskrift"
  /// The board elected after a general election takes office.
  case boardTerm = "mandatperiod"
  /// The auditors' report.
  case audit = "revisionsberattelse"
  case firstQuarter = "avstamning-kvartal-1"
  /// Each member decides on discharge.
  case discharge = "ansvarsfrihet"
  /// The yearly statement of compensated value added tax.
  case vatStatement = "momsuppgift"
  case secondQuarter = "avstamning-kvartal-2"
  /// The report of half to two thirds of the year, where the association has said that it makes one.
  case interimReport = "delarsrapport"
  case thirdQuarter = "avstamning-kvartal-3"
  /// The members are consulted on next year's budget.
  case consultation = "medlemssamrad"
  /// The proposal for it lies on the website.
  case budgetProposal = "budgetforslag"
  /// The board decides it at a public meeting.
  case budget = "budget"
  /// The last day to apply for compensation of value added tax of two years ago.
  case vatApplication = "momsansokan"
  /// Contributions called quarter by quarter, where the association has said when.
  case firstCall = "bidrag-kvartal-1"
  case secondCall = "bidrag-kvartal-2"
  case thirdCall = "bidrag-kvartal-3"
  case fourthCall = "bidrag-kvartal-4"
}

extension Duty {
  /// The year it is about, seen from the year in whose wheel it stands.
  public func concerns(in year: Int) -> Int {
    switch self {
    case .fourthQuarter, .yearEnd, .report, .signatures, .audit, .discharge, .vatStatement: year - 1
    case .vatApplication: year - 2
    case .consultation, .budgetProposal, .budget: year + 1
    case .boardTerm, .firstQuarter, .secondQuarter, .thirdQuarter, .interimReport, .firstCall, .secondCall, .thirdCall,
      .fourthCall:
      year
    }
  }

  /// The quarter whose months are closed, from 1.
  var quarter: Int? {
    switch self {
    case .firstQuarter: 1
    case .secondQuarter: 2
    case .thirdQuarter: 3
    case .fourthQuarter: 4
    default: nil
    }
  }

  /// Whether it stands in the wheel only where the association has said when: the law does not ask for it.
  var isOptional: Bool {
    switch self {
    case .interimReport, .firstCall, .secondCall, .thirdCall, .fourthCall: true
    default: false
    }
  }

  /// Whether it is asked for until it is done, however long ago: later years rest on it, and the book itself shows it.
  var isFollowed: Bool {
    switch self {
    case .yearEnd, .report, .signatures: true
    default: false
    }
  }

  /// The day it falls on where nothing else has been decided: the law's, or where the law names none the usual one.
  var usualDay: (month: Int, day: Int)? {
    switch self {
    case .fourthQuarter: (1, 31)
    case .yearEnd, .report, .signatures: (3, 31)
    case .boardTerm: (4, 1)
    case .audit, .firstQuarter: (4, 30)
    case .discharge, .vatStatement: (6, 30)
    case .secondQuarter: (7, 31)
    case .thirdQuarter: (10, 31)
    case .consultation, .budgetProposal, .budget: (11, 30)
    case .vatApplication: (12, 31)
    case .interimReport, .firstCall, .secondCall, .thirdCall, .fourthCall: nil
    }
  }

  /// Whether it falls on a day of its own every year, without anybody having said so.
  public var hasUsualDay: Bool { usualDay != nil }

  /// Whether the usual day is the law's own.
  var isByLaw: Bool {
    switch self {
    case .report, .boardTerm, .vatStatement, .consultation, .budgetProposal, .budget, .vatApplication: true
    default: false
    }
  }
}
