import Ledger
import Report
import Store

/// What speaks against ending a year now.
enum YearEndObstacle: Hashable {
  /// The year before has neither been ended nor closed.
  case earlierYearOpen(FiscalYear)
  /// The year is not over.
  case notOver(FiscalYear)
  /// Drafts are dated in the year.
  case drafts(Int)
  /// The report has findings of severity error that are neither mended nor answered.
  case findings(Int)
  /// Months are still open; they close with the year.
  case monthsOpen(Int)
  /// The last month is closed, and the voucher of the year end is dated in it.
  case lastMonthClosed(Month)
  /// The next year has other opening balances.
  case openingDiffers([YearEndPlan.Difference])

  /// Whether the year cannot be ended until it is gone.
  var stops: Bool { if case .openingDiffers = self { true } else { false } }

  static func all(_ book: YearBook, plan: YearEndPlan, states: [YearState], errorCount: Int, today: CalendarDate)
    -> [YearEndObstacle]
  {
    var obstacles: [YearEndObstacle] = []
    if !plan.differences.isEmpty { obstacles.append(.openingDiffers(plan.differences)) }
    if let before = states.last(where: { $0.year < book.year }), !before.isClosed, !before.isEnded {
      obstacles.append(.earlierYearOpen(before.year))
    }
    if today <= book.year.last { obstacles.append(.notOver(book.year)) }
    if book.draftCount > 0 { obstacles.append(.drafts(book.draftCount)) }
    if errorCount > 0 { obstacles.append(.findings(errorCount)) }
    if let last = book.year.months.last, book.state.isClosed(last), plan.toCarry != .zero {
      obstacles.append(.lastMonthClosed(last))
    }
    if !book.openMonths.isEmpty { obstacles.append(.monthsOpen(book.openMonths.count)) }
    return obstacles
  }
}
