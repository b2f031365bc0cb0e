public import Ledger

extension Store.Writing {
  /// Opens a fiscal year in the book; nothing is recorded where it is there already.
  public func openFiscalYear(_ year: FiscalYear) throws {
    guard posting.years.find(year) == nil else { return }
    _ = try act(.openYear, subject: year.text) { try self.posting.years.declare(year, in: $0) }
  }

  /// Closes a month: nothing can be dated in it from now on, in whatever way it comes in.
  public func close(_ month: Month) throws {
    try lock(month, closing: true, because: "")
  }

  /// Opens a closed month again, and says why.
  public func reopen(_ month: Month, because reason: String) throws {
    guard reason.hasContent else { throw Store.Refusal.reasonMissing }
    try lock(month, closing: false, because: reason)
  }

  private func lock(_ month: Month, closing: Bool, because reason: String) throws {
    let entry = posting.years.entries.first { $0.year.months.contains(month) }
    guard let entry else {
      guard let day = CalendarDate(year: month.year, month: month.month, day: 1) else { return }
      throw Store.Refusal.dateOutsideYears(day)
    }
    guard !entry.isClosed else { throw Store.Refusal.yearClosed(entry.year) }
    let isClosed = posting.years.closedMonths.contains(month.yyyymm)
    guard isClosed != closing else {
      throw closing ? Store.Refusal.periodClosed(month) : Store.Refusal.periodNotClosed(month)
    }
    _ = try act(closing ? .closeMonth : .reopenMonth, subject: month.text) {
      try $0.record(
        "period_lock", .integer(try self.posting.keys.next("period_lock")), .integer(entry.id),
        .integer(month.yyyymm), .integer(closing ? 1 : 0), .text(reason), .integer($0.sequence))
    }
    try posting.years.reload()
  }

  /// Closes a year without ending it.
  public func close(_ year: FiscalYear) throws {
    let entry = try posting.years.entry(year)
    guard !entry.isClosed else { throw Store.Refusal.yearClosed(year) }
    _ = try act(.closeYear, subject: year.text) { try self.lock(entry, closing: true, because: "", in: $0) }
    try posting.years.reload()
  }

  /// Opens a closed year again, and says why. A year that has been ended is corrected in the next.
  public func reopen(_ year: FiscalYear, because reason: String) throws {
    guard reason.hasContent else { throw Store.Refusal.reasonMissing }
    let entry = try posting.years.entry(year)
    guard !entry.isEnded else { throw Store.Refusal.yearEnded(year) }
    guard entry.isClosed else { throw Store.Refusal.yearNotClosed(year) }
    _ = try act(.reopenYear, subject: year.text) { try self.lock(entry, closing: false, because: reason, in: $0) }
    try posting.years.reload()
  }

  func lock(_ entry: YearLedger.Entry, closing: Bool, because reason: String, in act: Act) throws {
    try act.record(
      "year_lock", .integer(try posting.keys.next("year_lock")), .integer(entry.id), .integer(closing ? 1 : 0),
      .text(reason), .integer(act.sequence))
  }
}

extension Store {
  /// The book's fiscal years, first year first.
  public func fiscalYears() throws(Refusal) -> [FiscalYear] {
    try read { try YearLedger($0).entries.map(\.year) }
  }

  /// Whether the year is closed.
  public func isClosed(_ year: FiscalYear) throws(Refusal) -> Bool {
    try read { try YearLedger($0).entry(year).isClosed }
  }

  /// The months that are closed, in order.
  public func closedMonths() throws(Refusal) -> [Month] {
    try read { try YearLedger($0).closedMonths.compactMap { Month(year: $0 / 100, month: $0 % 100) }.sorted() }
  }

  /// Opens a fiscal year in the book; nothing is recorded where it is there already.
  public func openFiscalYear(_ year: FiscalYear, by actor: Actor, at moment: Moment) throws(Refusal) {
    try act(by: actor, at: moment) { try $0.openFiscalYear(year) }
  }

  /// Closes a month: nothing can be dated in it from now on, in whatever way it comes in.
  public func close(_ month: Month, by actor: Actor, at moment: Moment) throws(Refusal) {
    try act(by: actor, at: moment) { try $0.close(month) }
  }

  /// Opens a closed month again, and says why.
  public func reopen(_ month: Month, because reason: String, by actor: Actor, at moment: Moment) throws(Refusal) {
    try act(by: actor, at: moment) { try $0.reopen(month, because: reason) }
  }

  /// Closes a year without ending it.
  public func close(_ year: FiscalYear, by actor: Actor, at moment: Moment) throws(Refusal) {
    try act(by: actor, at: moment) { try $0.close(year) }
  }

  /// Opens a closed year again, and says why. A year that has been ended is corrected in the next.
  public func reopen(
    _ year: FiscalYear, because reason: String, by actor: Actor, at moment: Moment
  ) throws(Refusal) {
    try act(by: actor, at: moment) { try $0.reopen(year, because: reason) }
  }
}
