import Association
import Ledger
import Store

extension DueBook {
  /// From this month on, the coming year's plan is asked for.
  static let controlPlanMonth = 11

  /// The controls of the plans that hold, until each has been made, and the coming year's plan towards the end of the
  /// year, where the association has had a plan: it is decided before the year that it is for.
  static func controls(_ book: DueBook) throws -> [DueThing] {
    let years = try book.store.controlYears()
    let near = (book.today.year - 1...book.today.year)
    let planned = try years.filter(near.contains).flatMap { number -> [DueThing] in
      let year = try book.store.controlYear(number)
      return (year.standing?.controls ?? []).filter { year.results(of: $0.number).isEmpty }.map { control in
        DueThing(
          .control, "Kontrollera: \(control.risk)", detail: "Intern kontroll \(number). \(control.responsible)",
          day: control.due, place: .control(number, number: control.number))
      }
    }
    let next = book.today.year + 1
    guard !years.isEmpty, book.today.month >= controlPlanMonth, try book.store.controlYear(next).standing == nil
    else { return planned }
    return planned + [
      DueThing(
        .control, "Besluta planen för intern kontroll \(next)", detail: "Styrelsen beslutar den före årsskiftet",
        day: CalendarDate(year: book.today.year, month: 12, day: 31), place: .controlPlan(next))
    ]
  }
}
