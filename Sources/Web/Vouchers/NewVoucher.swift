import Ledger
import Store

/// What stands in an empty form: the day and the series that are most likely.
enum NewVoucher {
  static func sketch(_ asked: Asked, days: OpenDays) throws -> Sketch {
    Sketch(
      kind: .draft, series: try asked.store.enteredSeries().first ?? "A",
      date: days.last(through: asked.today)?.text ?? "")
  }
}
