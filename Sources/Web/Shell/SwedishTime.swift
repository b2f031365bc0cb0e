import Ledger

/// A moment as it is read in Sweden.
enum SwedishTime {
  /// `2026-02-15 kl. 10.07`.
  static func text(_ moment: Moment) -> String {
    let (hour, minute) = moment.clockInSweden
    return "\(day(moment)) kl. \(two(hour)).\(two(minute))"
  }

  /// The day alone: `2026-02-15`.
  static func day(_ moment: Moment) -> String { moment.dayInSweden?.text ?? "okänd dag" }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
