import Counter
import HTTPTypes
import Ledger
import Press

/// What happens to one who takes part: the exit, the questions on violence, and that the entry should not be there.
enum EndCounterEntry {
  static func save(_ asked: CounterAsked, _ number: Int) throws -> Answer {
    guard let entry = asked.list.entry(number) else { return .notFound }
    var reading = FormReading(asked.form)
    let day = reading.date("sista", "Sista dagen")
    let reason = asked.form.choice("orsak")
    if let day, !reading.hasFaults {
      do {
        let exit = CounterExit(day: day, reason: reason.isEmpty ? nil : reason)
        if exit == entry.exit { return .see(CounterAddresses.entry.path(number), notice: "Inget var ändrat.") }
        let today = asked.today
        try asked.change { list in try list.add(.left(exit), to: number, today: today) }
        return .see(
          entry.exit == nil ? CounterAddresses.list.path() : CounterAddresses.entry.path(number),
          notice: "Nummer \(number) är avslutat \(day.text).")
      } catch let refusal as CounterRefusal {
        reading.add(CounterWords.sentence(refusal), at: "sista")
      }
    }
    var page = CounterEntryPage(asked: asked, entry: entry)
    page.exitDay = asked.form.choice("sista")
    page.exitReason = reason
    page.faults = reading.faults
    return .page(page.page, status: .unprocessableContent)
  }

  static func undo(_ asked: CounterAsked, _ number: Int) throws -> Answer {
    try add(.stayed, asked, number, notice: "Avslutet är taget tillbaka: nummer \(number) pågår.")
  }

  static func screen(_ asked: CounterAsked, _ number: Int) throws -> Answer {
    guard let entry = asked.list.entry(number) else { return .notFound }
    var reading = FormReading(asked.form)
    let day = reading.date("fragad", "Dagen då frågorna ställdes")
    if let day, !reading.hasFaults {
      do {
        let deed = CounterEvent.Deed.screened(CounterScreening(day: day, isAnswered: asked.form.has("svarat")))
        return try add(deed, asked, number, notice: "Sparat.")
      } catch let refusal as CounterRefusal {
        reading.add(CounterWords.sentence(refusal), at: "fragad")
      }
    }
    var page = CounterEntryPage(asked: asked, entry: entry)
    page.faults = reading.faults
    return .page(page.page, status: .unprocessableContent)
  }

  static func undoScreening(_ asked: CounterAsked, _ number: Int) throws -> Answer {
    try add(.notScreened, asked, number, notice: "Sparat.")
  }

  static func remove(_ asked: CounterAsked, _ number: Int) throws -> Answer {
    guard let entry = asked.list.entry(number) else { return .notFound }
    guard asked.form.has("sakert") else {
      var page = CounterEntryPage(asked: asked, entry: entry)
      page.faults = [
        FieldFault(field: "sakert", message: "Kryssa i att nummer \(number) ska tas bort, och tryck Ta bort igen.")
      ]
      return .page(page.page, status: .unprocessableContent)
    }
    try asked.change { list in try list.remove(number) }
    return .see(CounterAddresses.list.path(), notice: "Nummer \(number) är borttaget. Inget om det finns kvar i filen.")
  }

  private static func add(
    _ deed: CounterEvent.Deed, _ asked: CounterAsked, _ number: Int, notice: String
  ) throws -> Answer {
    let today = asked.today
    try asked.change { list in try list.add(deed, to: number, today: today) }
    return .see(CounterAddresses.entry.path(number), notice: notice)
  }
}
