public import Ledger

/// What the book shows of what has been done: its years and months, and nothing of what is in them; and how far budgets
/// that are not decided have come.
public struct LedgerFacts: Hashable, Sendable {
  /// A fiscal year of the book.
  public struct Year: Hashable, Sendable {
    /// The year.
    public var year: FiscalYear
    /// Whether nothing more can be recorded in it.
    public var isClosed: Bool
    /// Whether its result has been carried to equity and the next year opened.
    public var isEnded: Bool

    /// A year.
    public init(_ year: FiscalYear, isClosed: Bool = false, isEnded: Bool = false) {
      self.year = year
      self.isClosed = isClosed
      self.isEnded = isEnded
    }
  }

  /// The steps that a year's first budget has taken.
  public struct Budget: Hashable, Sendable {
    /// The budget year.
    public var year: Int
    /// When the members were consulted.
    public var consultedOn: CalendarDate?
    /// From when the proposal lies on the website.
    public var publishedOn: CalendarDate?

    /// A budget's steps.
    public init(year: Int, consultedOn: CalendarDate? = nil, publishedOn: CalendarDate? = nil) {
      self.year = year
      self.consultedOn = consultedOn
      self.publishedOn = publishedOn
    }
  }

  /// The years, first year first.
  public var years: [Year]
  /// The months that are closed one by one.
  public var closedMonths: Set<Month>
  /// The steps of budgets.
  public var budgets: [Budget]
  /// The years whose compensated VAT has all been applied for.
  public var claimedVATYears: Set<Int>

  /// What the book shows.
  public init(
    years: [Year] = [], closedMonths: Set<Month> = [], budgets: [Budget] = [], claimedVATYears: Set<Int> = []
  ) {
    self.years = years.sorted { $0.year < $1.year }
    self.closedMonths = closedMonths
    self.budgets = budgets
    self.claimedVATYears = claimedVATYears
  }

  func budget(_ year: Int) -> Budget? { budgets.last { $0.year == year } }

  func year(_ number: Int) -> Year? { years.first { $0.year.number == number } }

  /// Whether the quarter's three months are closed: each by itself, or by the year.
  func isClosed(quarter: Int, of year: Int) -> Bool {
    (1...3).allSatisfy { place in
      guard let month = Month(year: year, month: (quarter - 1) * 3 + place) else { return false }
      return closedMonths.contains(month)
        || years.contains { ($0.isClosed || $0.isEnded) && $0.year.months.contains(month) }
    }
  }
}
