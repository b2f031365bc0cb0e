public import Association
public import Ledger

/// What a year is going to end with, as far as it can be told at the end of one of its months: per insats and receiver,
/// per kind of income and cost, and equity against its cap month by month.
///
/// What is booked is booked; what is to come is what was expected (the frame, the budget) for the part of the year that
/// remains by last year's rhythm, corrected by how this year has gone so far (Benktander's mean of the two, which trusts
/// the outcome as much as the part of the year that has gone). A performer's own forecast goes before ours.
/// docs/handbok/prognos.md has the formula, and how wrong it has been on generated years.
public struct YearForecast: Hashable, Sendable {
  /// By what rule a part of the forecast is reckoned.
  public enum Rule: String, Hashable, Sendable {
    /// The performer has said what the year will end with.
    case performer = "utförarens prognos"
    /// What was expected, by last year's rhythm and this year's outcome.
    case rhythm = "fjolårets takt"
    /// The same by an even rhythm: last year has nothing to learn from.
    case even = "jämn takt"
    /// What the board has budgeted, no more and no less.
    case budget = "budgeten"
    /// Nothing more comes: it has ended, or nothing was granted.
    case booked = "bokfört"
  }

  /// What one receiver of an insats was granted and will draw.
  public struct FrameLine: Hashable, Sendable {
    /// Which insats; empty for grants that say none.
    public let insatsID: String
    /// Which receiver; empty where the frame is shared, or the ledger says none.
    public let receiverID: String
    /// The year's frame; nil where nothing is granted.
    public let granted: Money?
    /// What the ledger has by the end of the month.
    public let drawn: Money
    /// What the year will end with, with what is tried.
    public let forecast: Money
    /// What is tried, of that.
    public let tried: Money
    /// By what rule.
    public let rule: Rule

    /// What it is reckoned by.
    public var key: FrameKey { FrameKey(insatsID: insatsID, receiverID: receiverID) }
    /// What will be left of the frame: below nought where more is drawn than granted.
    public var left: Money { (granted ?? .zero) - forecast }
    /// Whether more is drawn, or will be, than was granted.
    public var isOverrun: Bool { forecast > (granted ?? .zero) }
  }

  /// Income or costs of one kind. Income, surpluses and financial net are positive; costs are negative.
  public struct ResultLine: Hashable, Sendable {
    /// `medlemsbidrag`, `ovriga-intakter`, `insatser`, `ovriga-kostnader`, `finansnetto`.
    public let id: String
    /// What it is called.
    public let title: String
    /// What the board budgeted, or was granted; nil where it said nothing.
    public let expected: Money?
    /// What the ledger has by the end of the month.
    public let booked: Money
    /// What the year will end with.
    public let forecast: Money
    /// By what rule.
    public let rule: Rule
  }

  /// Equity at the end of a month, as it was or will be.
  public struct MonthPoint: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// Equity then.
    public let equity: Money
    /// Whether it is a forecast: the month is after the last one known.
    public let isForecast: Bool
  }

  /// An amount that is tried: so much more (or less) drawn of an insats in the rest of the year.
  public struct Trial: Hashable, Sendable {
    /// Which insats.
    public var insatsID: String
    /// How much more it draws.
    public var amount: Money

    /// A trial.
    public init(insatsID: String, amount: Money) {
      self.insatsID = insatsID
      self.amount = amount
    }
  }

  /// The month at whose end it is told.
  public let month: Month
  /// The year.
  public let year: FiscalYear
  /// Equity when the year began.
  public let openingEquity: Money
  /// Insats by insats, in the order of the note.
  public let frames: [FrameLine]
  /// The kinds of income and costs.
  public let lines: [ResultLine]
  /// What the cap is reckoned on: the year's income or contributions, by the association's choice.
  public let capBase: Money
  /// The most that equity should be; nil where there is no income to reckon it on.
  public let cap: Money?
  /// Equity at the end of each month.
  public let months: [MonthPoint]

  /// What is tried: so much lower is equity at the end of the year than without it.
  public var tried: Money { frames.map(\.tried).sum() }
  /// The year's result.
  public var result: Money { lines.map(\.forecast).sum() }
  /// Equity at the end of the year.
  public var closingEquity: Money { openingEquity + result }
  /// How much equity will be over its cap: what must be granted, or given back, before the year ends. Nought if not.
  public var overCap: Money { cap.map { max(closingEquity - $0, .zero) } ?? .zero }
  /// The first month at whose end equity is over the cap and stays so to the end of the year; nil if it is not.
  public var overCapSince: Month? {
    guard let cap, overCap > .zero else { return nil }
    let under = months.lastIndex { $0.equity <= cap }
    let index = under.map { $0 + 1 } ?? 0
    return index < months.count ? months[index].month : months.last?.month
  }
}

extension YearForecast {
  /// The forecast at the end of a month of the year, from the year's months so far (those after it are not looked at),
  /// last year's, the association's frames, budget and performers' forecasts, and what is tried. Nil for a month outside
  /// the year.
  public init?(
    at month: Month, thisYear: MonthEnds, lastYear: MonthEnds?, mapping: Mapping, association: Association,
    trials: [Trial] = []
  ) {
    guard let index = thisYear.index(of: month) else { return nil }
    let ground = ForecastGround(
      thisYear: thisYear, lastYear: lastYear, index: index, mapping: mapping, association: association)
    let frames = ground.frameLines(trials: trials)
    let lines = ground.resultLines(frames: frames)
    let isIncomeWhole = association.settings.capBase == .income
    let base = lines.filter { $0.id == "medlemsbidrag" || (isIncomeWhole && $0.id == "ovriga-intakter") }
      .map(\.forecast).sum()
    self.month = month
    self.year = thisYear.year
    self.openingEquity = ground.openingEquity
    self.frames = frames
    self.lines = lines
    self.capBase = base
    self.cap = base > .zero ? equityCapAmount(base: base, settings: association.settings) : nil
    self.months = ground.path(frames: frames, lines: lines)
  }
}
