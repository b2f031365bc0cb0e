public import Ledger

/// Days of an insats's year that nobody has delivered for.
public struct DeliveryGap: Hashable, Sendable {
  /// How long it has been so.
  public enum Age: Hashable, Sendable {
    /// The days are still going on.
    case running
    /// The days are past.
    case missing
    /// The days have been past for longer than a month.
    case late
  }

  /// The first and the last day.
  public let period: ClosedRange<CalendarDate>
  /// How long it has been so.
  public let age: Age

  /// So many days after the last day a delivery is late.
  public static let lateAfterDays = 31

  /// The days of the year on which the insats was there and which no delivery covers, until today.
  public static func gaps(
    of insats: Insats, year: Int, delivered: [ClosedRange<CalendarDate>], today: CalendarDate
  ) -> [DeliveryGap] {
    guard let yearFirst = CalendarDate(year: year, month: 1, day: 1),
      let yearLast = CalendarDate(year: year, month: 12, day: 31)
    else { return [] }
    let end = min(insats.ended ?? yearLast, yearLast)
    var next = max(insats.started ?? yearFirst, yearFirst)
    let last = min(end, today)
    guard next <= last else { return [] }
    var gaps: [DeliveryGap] = []
    func add(_ first: CalendarDate, _ final: CalendarDate) {
      let age: Age =
        final == today && today < end
        ? .running : final.days(until: today) > lateAfterDays ? .late : .missing
      gaps.append(DeliveryGap(period: first...final, age: age))
    }
    for period in delivered.sorted(by: { $0.lowerBound < $1.lowerBound }) where period.overlaps(next...last) {
      if period.lowerBound > next { add(next, period.lowerBound.dayBefore) }
      guard period.upperBound < last else { return gaps }
      next = max(next, period.upperBound.next)
    }
    if next <= last { add(next, last) }
    return gaps
  }
}
