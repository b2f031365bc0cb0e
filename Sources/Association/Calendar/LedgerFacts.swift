public import Ledger

/// What the bookkeeping shows of what has been done: its years and months, and nothing of what is in them.
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

  /// The years, first year first.
  public var years: [Year]
  /// The months that are closed one by one.
  public var closedMonths: Set<Month>

  /// What the bookkeeping shows.
  public init(years: [Year] = [], closedMonths: Set<Month> = []) {
    self.years = years.sorted { $0.year < $1.year }
    self.closedMonths = closedMonths
  }

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
