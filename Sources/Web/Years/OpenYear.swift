import Desk
import HTTPTypes
import Ledger
import Store

/// Opens the year after the last one, or a first one.
enum OpenYear {
  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let states = try asked.store.yearStates()
    var reading = FormReading(asked.form)
    let typed = reading.text("ar", "Kalenderår", isRequired: true)
    guard !reading.hasFaults else { return page(states, asked, typed, reading.faults) }
    guard let year = year(Int(typed: typed, in: TypedRange.year) ?? 0, after: states) else {
      let words = "Kalenderår är ”\(typed)”. Skriv det med fyra siffror, till exempel \(asked.today.year)."
      return page(states, asked, typed, [FieldFault(field: "ar", message: words)])
    }
    // Two may press the same button; the later finds the year there.
    guard !states.contains(where: { $0.year == year }) else {
      return .see(Addresses.year.path(year.number), notice: "Räkenskapsåret \(year.number) finns redan.")
    }
    do {
      try asked.store.openFiscalYear(year, by: asked.actor, at: asked.now)
    } catch {
      guard let failure = Words.failure(for: error), failure.kind == .input else { throw error }
      return page(states, asked, typed, [FieldFault(field: "ar", message: failure.message)])
    }
    return .see(Addresses.year.path(year.number), notice: "Räkenskapsåret \(year.text) är öppnat.")
  }

  /// The year of that number. The one after the last is as long as it, whatever its months are.
  private static func year(_ number: Int, after states: [YearState]) -> FiscalYear? {
    let next = states.last?.year.following
    return next?.number == number ? next : FiscalYear(calendarYear: number)
  }

  private static func page(
    _ states: [YearState], _ asked: Asked, _ typed: String, _ faults: [FieldFault]
  ) -> Answer {
    .page(
      YearListPage(states: states, asked: asked, typed: typed, faults: faults).page, status: .unprocessableContent)
  }
}
