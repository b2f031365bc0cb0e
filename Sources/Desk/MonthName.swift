package import Ledger
import Report

/// A month as it is said: `mars 2025`.
package enum MonthName {
  package static func text(_ month: Month) -> String { "\(name(month)) \(month.year)" }

  /// The month of those numbers, at the head of a row.
  package static func capital(_ year: Int, _ month: Int) -> String {
    Month(year: year, month: month).map { capital($0) } ?? ""
  }

  /// The same at the head of a sentence or a row: `Mars 2025`.
  package static func capital(_ month: Month) -> String {
    let text = text(month)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The month alone: `mars`.
  package static func name(_ month: Month) -> String { Numerals.monthNames[month.month - 1] }
}
