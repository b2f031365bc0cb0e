public import Ledger

/// A seat on the board. Signatures are by function, never by employer (domain 2.8).
public struct Seat: Hashable, Sendable {
  /// The function: Ordförande, Vice ordförande, Ledamot, Ersättare.
  public var function: String
  /// The name, where the association prints names; else empty.
  public var name: String
  /// The member that appointed.
  public var memberID: String
  /// First day of the term, if said.
  public var from: CalendarDate?
  /// Last day of the term, if said.
  public var until: CalendarDate?
  /// In which order a substitute is called to serve, from 1 (lag 2003:1210 § 12); nil where it is not said.
  public var substituteOrder: Int?
  /// The mail address of the user of the office who sits in it; empty where there is none.
  public var account: String

  /// A seat.
  public init(
    function: String, name: String = "", memberID: String, from: CalendarDate? = nil, until: CalendarDate? = nil,
    substituteOrder: Int? = nil, account: String = ""
  ) {
    self.function = function
    self.name = name
    self.memberID = memberID
    self.from = from
    self.until = until
    self.substituteOrder = substituteOrder
    self.account = account
  }
}

/// Staff of one function in one year.
public struct StaffFact: Hashable, Sendable {
  /// The calendar year.
  public var year: Int
  /// The function: förbundschef, processledare.
  public var function: String
  /// Who employs: the association itself is `förbundet`; else a member's id.
  public var employer: String
  /// How many, by sex.
  public var headcount: Tally
  /// Their extent together, in per cent of full time.
  public var fullTimePercent: Int

  /// A staff fact.
  public init(year: Int, function: String, employer: String, headcount: Tally, fullTimePercent: Int) {
    self.year = year
    self.function = function
    self.employer = employer
    self.headcount = headcount
    self.fullTimePercent = fullTimePercent
  }
}

/// How many meetings of a kind were held in a year.
public struct MeetingCount: Hashable, Sendable {
  /// A short name by which the figure is named, `moten.<id>`.
  public var id: String
  /// The calendar year.
  public var year: Int
  /// What met: styrelsen, beredningsgruppen.
  public var title: String
  /// How many times.
  public var count: Int

  /// The short name of the board's own meetings.
  public static let boardID = "styrelsen"

  /// A count of meetings.
  public init(id: String, year: Int, title: String, count: Int) {
    self.id = id
    self.year = year
    self.title = title
    self.count = count
  }
}

/// The adopted figures of an earlier year, for the overview of years that are not in the book.
public struct YearFigures: Hashable, Sendable {
  /// The calendar year.
  public var year: Int
  /// Verksamhetens intäkter.
  public var income: Money
  /// Verksamhetens kostnader with depreciation and financial items, negative, so that income + costs = result.
  public var costs: Money
  /// Årets resultat, positive for a surplus.
  public var result: Money
  /// Equity at year end, if known, positive.
  public var equity: Money?
  /// Total assets at year end, if known.
  public var assets: Money?
  /// Soliditet in per mille as adopted, for a year whose balance sheet is not at hand.
  public var solidityPermille: Int?
  /// Number of employees, if known.
  public var employees: Int?

  /// A year's adopted figures.
  public init(
    year: Int, income: Money, costs: Money, result: Money, equity: Money? = nil, assets: Money? = nil,
    solidityPermille: Int? = nil, employees: Int? = nil
  ) {
    self.year = year
    self.income = income
    self.costs = costs
    self.result = result
    self.equity = equity
    self.assets = assets
    self.solidityPermille = solidityPermille
    self.employees = employees
  }
}

/// A departure from a recommendation and why (LKBR 4:3).
public struct Deviation: Hashable, Sendable {
  /// The calendar year.
  public var year: Int
  /// Which recommendation.
  public var recommendation: String
  /// What is done instead and why, Markdown.
  public var reason: String
  /// The board's decision on it; empty where it was not the board's.
  public var decision: Decision

  /// A deviation.
  public init(year: Int, recommendation: String, reason: String, decision: Decision = Decision()) {
    self.year = year
    self.recommendation = recommendation
    self.reason = reason
    self.decision = decision
  }
}

/// What turns the result into the balanskravsresultat (LKBR 11:10), and what the board has decided beside it.
public struct BalanceRequirement: Hashable, Sendable {
  /// The calendar year.
  public var year: Int
  /// Samtliga realisationsvinster, as a positive amount to take away.
  public var realisedGains: Money
  /// Realisationsvinster enligt undantagsmöjlighet.
  public var exemptGains: Money
  /// Realisationsförluster enligt undantagsmöjlighet.
  public var exemptLosses: Money
  /// Orealiserade vinster (−) och förluster (+) i värdepapper.
  public var unrealised: Money
  /// Återföring av orealiserade vinster och förluster.
  public var unrealisedReversed: Money
  /// Change of the resultatreserv.
  public var reserveChange: Money
  /// Synnerliga skäl: how much the board has decided not to restore; outside the sum (domain 1.10).
  public var exceptionalAmount: Money
  /// The reasons in words.
  public var exceptionalReason: String
  /// The decision; a finding asks for it where an amount is said.
  public var exceptionalDecision: Decision
  /// How and when a negative result shall be restored (LKBR 11:11), Markdown.
  public var restoration: String

  /// A year with no adjustments.
  public init(year: Int) {
    self.year = year
    self.realisedGains = .zero
    self.exemptGains = .zero
    self.exemptLosses = .zero
    self.unrealised = .zero
    self.unrealisedReversed = .zero
    self.reserveChange = .zero
    self.exceptionalAmount = .zero
    self.exceptionalReason = ""
    self.exceptionalDecision = Decision()
    self.restoration = ""
  }
}

/// What is said of one year's report itself.
public struct ReportFacts: Hashable, Sendable {
  /// A line on the signature page.
  public struct Signatory: Hashable, Sendable {
    /// The function.
    public var function: String
    /// The name, where names are printed; else empty.
    public var name: String
    /// For whom an auditor is appointed; empty for the board.
    public var appointedBy: String

    /// A signatory.
    public init(function: String, name: String = "", appointedBy: String = "") {
      self.function = function
      self.name = name
      self.appointedBy = appointedBy
    }
  }

  /// The calendar year reported.
  public var year: Int
  /// The board's decision on the report.
  public var decision: Decision
  /// When the board signed, if it has.
  public var signedOn: CalendarDate?
  /// The diary number; empty where there is none.
  public var diaryNumber: String
  /// Who signs for the board.
  public var signatories: [Signatory]
  /// Who signs as auditor.
  public var auditors: [Signatory]

  /// A year's facts.
  public init(
    year: Int, decision: Decision = Decision(), signedOn: CalendarDate? = nil, diaryNumber: String = "",
    signatories: [Signatory] = [], auditors: [Signatory] = []
  ) {
    self.year = year
    self.decision = decision
    self.signedOn = signedOn
    self.diaryNumber = diaryNumber
    self.signatories = signatories
    self.auditors = auditors
  }
}

/// A figure that somebody else has published: the national average of a survey, the unemployed of a municipality.
/// Typed once, with its source; named in texts as `citat.<id>`.
public struct QuotedFigure: Hashable, Sendable {
  /// A short name.
  public var id: String
  /// The figure as it is printed, with its unit: `89 %`.
  public var text: String
  /// Who has published it, and where.
  public var source: String

  /// A quoted figure.
  public init(id: String, text: String, source: String) {
    self.id = id
    self.text = text
    self.source = source
  }
}

/// A text of the report: the chapter it belongs to and its Markdown, with figures named as `{{arets-resultat}}`.
public struct ReportText: Hashable, Sendable {
  /// The calendar year.
  public var year: Int
  /// The chapter's id, as in the template (`organisation`, `handelser`).
  public var chapterID: String
  /// The Markdown.
  public var markdown: String

  /// A text.
  public init(year: Int, chapterID: String, markdown: String) {
    self.year = year
    self.chapterID = chapterID
    self.markdown = markdown
  }
}

/// Why something that a check has found may stand. Kept, and printed beside the finding.
public struct FindingAnswer: Hashable, Sendable {
  /// The calendar year reported.
  public var year: Int
  /// The check's code.
  public var code: String
  /// The finding's place.
  public var place: String
  /// The reason.
  public var reason: String
  /// Who answered, by function.
  public var by: String
  /// When.
  public var on: CalendarDate

  /// An answer.
  public init(year: Int, code: String, place: String, reason: String, by: String, on: CalendarDate) {
    self.year = year
    self.code = code
    self.place = place
    self.reason = reason
    self.by = by
    self.on = on
  }
}
