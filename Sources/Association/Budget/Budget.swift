public import Ledger

/// The budget of a year with two plan years (KL 11:5–6 through lag 2003:1210 § 21).
public struct Budget: Hashable, Sendable {
  /// A line of the budget.
  public struct Line: Hashable, Sendable {
    /// To which group the line is added in the appendix.
    public enum Group: String, CaseIterable, Sendable {
      /// Medlemsintäkter.
      case contributions = "medlemsintäkter"
      /// Övriga intäkter.
      case otherIncome = "övriga-intäkter"
      /// Gemensamma kostnader.
      case commonCosts = "gemensamma-kostnader"
      /// Medlemskostnader: insatser.
      case insatsCosts = "medlemskostnader"
      /// Finansiella poster.
      case financial = "finansiella-poster"
    }

    /// A short name, and the object number in dimension `budgetLine`.
    public var id: String
    /// What the line is called.
    public var title: String
    /// The group.
    public var group: Group
    /// The member it concerns, or empty.
    public var memberID: String
    /// The insats it concerns, or empty.
    public var insatsID: String
    /// The row of the driftredovisning it belongs to (layout `verksamheter`), or empty.
    public var activityID: String
    /// The budget year and the two plan years. Income and cost are both written as positive amounts.
    public var amounts: [Money]

    /// A line. Amounts: the budget year first, then the plan years.
    public init(
      id: String, title: String, group: Group, memberID: String = "", insatsID: String = "", activityID: String = "",
      amounts: [Money]
    ) {
      self.id = id
      self.title = title
      self.group = group
      self.memberID = memberID
      self.insatsID = insatsID
      self.activityID = activityID
      self.amounts = amounts
    }

    /// Whether the line is income.
    public var isIncome: Bool { group == .contributions || group == .otherIncome }
  }

  /// The budget year.
  public var year: Int
  /// 1 for the first version of the year, 2 for a revised one.
  public var version: Int
  /// The board's decision.
  public var decision: Decision
  /// When the members were consulted (lag 2003:1210 § 23).
  public var consultedOn: CalendarDate?
  /// The lines, in the order of the appendix.
  public var lines: [Line]
  /// The equity expected at the beginning of the budget year.
  public var expectedOpeningEquity: Money
  /// The equity expected at the end of the budget year and of each plan year, where the board has stated another than
  /// opening plus result; empty where it follows from the lines.
  public var statedClosingEquity: [Money]

  /// A budget.
  public init(
    year: Int, version: Int = 1, decision: Decision = Decision(), consultedOn: CalendarDate? = nil, lines: [Line],
    expectedOpeningEquity: Money = .zero, statedClosingEquity: [Money] = []
  ) {
    self.year = year
    self.version = version
    self.decision = decision
    self.consultedOn = consultedOn
    self.lines = lines
    self.expectedOpeningEquity = expectedOpeningEquity
    self.statedClosingEquity = statedClosingEquity
  }

  /// The result that the budget plans for the year at that offset (0 the budget year), income less costs,
  /// positive for a surplus.
  public func result(yearOffset: Int = 0) -> Money {
    lines.reduce(Money.zero) { sum, line in
      let amount = yearOffset < line.amounts.count ? line.amounts[yearOffset] : .zero
      return line.isIncome || line.group == .financial ? sum + amount : sum - amount
    }
  }
}
