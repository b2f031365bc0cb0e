public import Ledger

/// Association: members and their shares, insatser, frames, budget, goals, counts, board. What an association is and
/// decides, apart from its bookkeeping. No person among participants can be said in any of its types.

/// A samordningsförbund (lag 2003:1210) with everything its annual report tells that is not bookkeeping.
///
/// A plain value: read whole from the book or from an association folder, written whole, compared whole.
public struct Association: Hashable, Sendable {
  /// The name, as it stands on the report.
  public var name: String
  /// The organisation number, `222000-2451`.
  public var organisationNumber: String
  /// Where it has its seat, if said.
  public var seat: String
  /// Which chart the bookkeeping follows.
  public var chart: Chart.Standard
  /// Choices that steer the report.
  public var settings: Settings
  /// The members, in the order the report lists them.
  public var members: [Member]
  /// The dated keys by which members pay.
  public var contributionKeys: [ContributionKey]
  /// What is needed to send each member its invoices.
  public var memberBilling: [MemberBilling]
  /// What the association says of itself on its invoices; nil where it has not said it yet.
  public var ownBilling: OwnBilling?
  /// The insatser.
  public var insatser: [Insats]
  /// What the insatser were before: other names, and insatser that they go on from.
  public var insatsOrigins: [InsatsOrigin]
  /// What each insats may cost, per year and receiver.
  public var frames: [Frame]
  /// What performers expect the year to end with.
  public var performerForecasts: [PerformerForecast]
  /// The budgets, each with two plan years.
  public var budgets: [Budget]
  /// The goals and their outcome.
  public var goals: [Goal]
  /// Percentages beside goals that are not reckoned here: the country's, and one's own of years not in the book.
  public var quotedShares: [QuotedShare]
  /// Tables of participants: counts only.
  public var countTables: [CountTable]
  /// Typed tables that accepted deliveries stand in the place of: kept, and not printed.
  public var supersededTables: [CountTable]
  /// What performers' exit reasons are in the words common to all insatser.
  public var exitReasons: [ExitReasonMapping]
  /// Surveys and their answers: counts only.
  public var surveys: [Survey]
  /// What was done to change structures.
  public var activities: [Activity]
  /// How many got better, by what they were measured by.
  public var progressions: [Progression]
  /// Consultation cases and referrals, counted.
  public var caseCounts: [CaseCount]
  /// How many were asked the questions on violence, and answered.
  public var screenings: [ScreeningCount]
  /// The groups in which the parties meet beside the board.
  public var groups: [Group]
  /// What the board has set aside for the local groups, per year.
  public var localAllocations: [LocalAllocation]
  /// The board's seats.
  public var seats: [Seat]
  /// Staff, by function.
  public var staff: [StaffFact]
  /// Meetings held, counted by kind.
  public var meetings: [MeetingCount]
  /// Adopted figures of earlier years.
  public var history: [YearFigures]
  /// Departures from recommendations, with reasons (LKBR 4:3).
  public var deviations: [Deviation]
  /// Adjustments and decisions for the balance requirement.
  public var balanceRequirements: [BalanceRequirement]
  /// What is said of one year's report: dates, diary number, signatures.
  public var reports: [ReportFacts]
  /// Figures quoted from others, with their source.
  public var quotedFigures: [QuotedFigure]
  /// The texts of the report, in Markdown with named figures.
  public var texts: [ReportText]
  /// Answers to findings: why something that a check found may stand.
  public var findingAnswers: [FindingAnswer]
  /// What became of obstacles, year by year, the first first. It follows from what was reported and answered in the book,
  /// whatever is said here.
  public var obstacleYears: [ObstacleYear]
  /// What is said of the deadlines in the yearly wheel.
  public var deadlineFacts: [DeadlineFact]
  /// Which account has which role, where it is not the shipped chart's.
  public var roleAccounts: [RoleAccount]
  /// The association's own mapping from accounts to lines, as it stands in its file; empty where the shipped one is used.
  public var mappingSource: String

  /// An association of that name with nothing else said.
  public init(name: String, organisationNumber: String, chart: Chart.Standard = .bas) {
    self.name = name
    self.organisationNumber = organisationNumber
    self.seat = ""
    self.chart = chart
    self.settings = Settings()
    self.members = []
    self.contributionKeys = []
    self.memberBilling = []
    self.ownBilling = nil
    self.insatser = []
    self.insatsOrigins = []
    self.frames = []
    self.performerForecasts = []
    self.budgets = []
    self.goals = []
    self.quotedShares = []
    self.countTables = []
    self.supersededTables = []
    self.exitReasons = []
    self.surveys = []
    self.activities = []
    self.progressions = []
    self.caseCounts = []
    self.screenings = []
    self.groups = []
    self.localAllocations = []
    self.seats = []
    self.staff = []
    self.meetings = []
    self.history = []
    self.deviations = []
    self.balanceRequirements = []
    self.reports = []
    self.quotedFigures = []
    self.texts = []
    self.findingAnswers = []
    self.obstacleYears = []
    self.deadlineFacts = []
    self.roleAccounts = []
    self.mappingSource = ""
  }
}

/// Choices that steer the report. Each has the value most associations need.
public struct Settings: Hashable, Sendable {
  /// On what the cap for equity is reckoned (domain 3: associations differ).
  public enum CapBase: String, CaseIterable, Sendable {
    /// Verksamhetens intäkter.
    case income = "intäkter"
    /// Medlemsbidragen.
    case contributions = "medlemsbidrag"
  }

  /// How the driftredovisning is laid out.
  public enum OperatingLayout: String, CaseIterable, Sendable {
    /// Nettokostnad, medlemsavgift, resultat, eget kapital, likvida medel; outcome, budget, deviation, last year; tkr.
    case summary = "sammandrag"
    /// The same with the financial items as a row of their own.
    case summaryWithFinancialItems = "sammandrag-finansnetto"
    /// Costs and income, where income holds more than the members' contributions.
    case costsAndIncome = "kostnader-och-intäkter"
    /// One row per activity: income, cost and net, budget net, deviation, last year's three.
    case activities = "verksamheter"
    /// Income, use of equity, projects, other, staff: outcome and budget.
    case fundsAndUses = "medel-och-användning"
  }

  /// The base of the cap.
  public var capBase: CapBase = .income
  /// The share of the base up to the step, in per mille (recommendation of 2013: 20 %).
  public var capLowPermille = 200
  /// The share above the step, in per mille (15 %).
  public var capHighPermille = 150
  /// Where the step is (7 mnkr).
  public var capStep = Money(kronor: 7_000_000)
  /// The layout of the driftredovisning.
  public var operatingLayout: OperatingLayout = .summaryWithFinancialItems
  /// Whether the driftredovisning is printed in thousands of kronor.
  public var operatingInThousands = true
  /// Counts below this are warned of (domain 10.5).
  public var smallCountBelow = 5
  /// How many years the overview spans.
  public var overviewYearCount = 5

  /// The usual choices.
  public init() {}
}

/// A decision of the board, to which a figure can point: `2021-11-19 § 45`.
public struct Decision: Hashable, Sendable {
  /// When it was taken.
  public var date: CalendarDate?
  /// The paragraph of the minutes, `§ 45`; empty where unknown.
  public var paragraph: String

  /// A decision.
  public init(date: CalendarDate? = nil, paragraph: String = "") {
    self.date = date
    self.paragraph = paragraph
  }
}

/// A number split by sex. `notStated` is a group of its own, never added to another.
public struct Tally: Hashable, Sendable {
  /// Kvinnor.
  public var women: Int
  /// Män.
  public var men: Int
  /// Uppgift saknas.
  public var notStated: Int

  /// A tally.
  public init(women: Int, men: Int, notStated: Int = 0) {
    self.women = women
    self.men = men
    self.notStated = notStated
  }

  /// All of them.
  public var total: Int { women + men + notStated }

  /// The sum, sex by sex.
  public static func + (left: Tally, right: Tally) -> Tally {
    Tally(women: left.women + right.women, men: left.men + right.men, notStated: left.notStated + right.notStated)
  }
}
