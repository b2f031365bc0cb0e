import Association
import Ledger
import Statements
import Store

/// Takes a step with a proposal: consultation, announcement, publication, decision, or that it is thrown away.
enum TakeBudgetStep {
  enum Name {
    static let step = "steg"
    static let consulted = "samrad-dag"
    static let consultedNote = "samrad-not"
    static let announced = "kungord-dag"
    static let meeting = "mote-dag"
    static let published = "utlagt-dag"
    static let address = "utlagt-var"
    static let decided = "beslut-dag"
    static let paragraph = "beslut-paragraf"
    static let note = "beslut-not"
    static let confirmed = "beslut-last"
    static let reason = "kasserat-varfor"
  }

  static func save(_ asked: Asked, _ place: Pair<Int, Int64>) async throws -> Answer {
    guard let desk = try BudgetDesk(asked, place.first),
      let recorded = ShowBudgetProposal.find(desk, place.second)
    else { return .notFound }
    let proposal = recorded.version.proposal
    var reading = FormReading(asked.form)
    let (step, said) = try step(&reading, asked)
    func page(_ faults: [FieldFault], _ warnings: [BudgetWarning] = []) async throws -> Answer {
      try await ShowBudgetProposal.page(desk, recorded, form: BudgetForm(proposal), faults: faults, warnings: warnings)
    }
    guard let step, !reading.hasFaults else { return try await page(reading.faults) }
    if case .decided(let decision, _) = step, let day = decision.date, !asked.form.has(Name.confirmed) {
      // What would be refused is said before what is only to be known.
      if let refused = refusal(of: step, with: recorded.version) {
        return try await page([FieldFault(field: Name.decided, message: refused)])
      }
      let warnings = proposal.warnings(decidedOn: day)
      if !warnings.isEmpty { return try await page([], warnings) }
    }
    do {
      try asked.store.take(step, with: recorded.id, by: asked.actor, at: asked.now)
    } catch {
      guard let words = BudgetRefusal.words(error) else { throw error }
      return try await page([FieldFault(field: "", message: words)])
    }
    if case .decided = step { return .see(Addresses.budget.path(place.first), notice: said) }
    return .see(Addresses.budgetProposal.path(place), notice: said)
  }

  private static func refusal(of step: BudgetStep, with version: BudgetVersion) -> String? {
    do {
      _ = try version.taking(step)
      return nil
    } catch {
      return BudgetRefusal.words(Store.Refusal.notABudgetStep(error))
    }
  }

  /// The step that the form asks for, and what is said when it is taken.
  private static func step(_ reading: inout FormReading, _ asked: Asked) throws -> (
    step: BudgetStep?, said: String
  ) {
    switch asked.form.choice(Name.step) {
    case "samrad":
      let day = past(Name.consulted, "Samrådets dag", &reading, asked)
      let note = reading.text(Name.consultedNote, "Anteckningen", byteCountMax: 1000)
      return (day.map { .consulted(on: $0, note: note) }, "Samrådet är noterat.")
    case "kungorelse":
      let announced = past(Name.announced, "Kungörelsens dag", &reading, asked)
      let day = reading.date(Name.meeting, "Mötets dag")
      guard let announced, let day else { return (nil, "") }
      do {
        return (.announced(try BudgetProposal.Meeting(announcedOn: announced, day: day)), "Kungörelsen är noterad.")
      } catch {
        reading.add(BudgetRefusal.words(Store.Refusal.notABudgetStep(error)) ?? "", at: Name.announced)
        return (nil, "")
      }
    case "utlagt":
      let day = past(Name.published, "Dagen", &reading, asked)
      let address = reading.text(Name.address, "Adressen")
      return (day.map { .published(on: $0, address: address) }, "Det är noterat att förslaget ligger på webbplatsen.")
    case "beslut":
      let day = past(Name.decided, "Beslutets dag", &reading, asked)
      let paragraph = reading.text(Name.paragraph, "Paragrafen", isRequired: true, byteCountMax: 40)
      try DecisionChoice.check(&reading, asked, day, paragraph, at: Name.paragraph)
      let note = reading.text(Name.note, "Anteckningen", isLong: true, byteCountMax: 2000)
      return (
        day.map { .decided(Decision(date: $0, paragraph: paragraph), note: note) },
        "Budgeten är beslutad. Den ändras inte mer, och står i årsredovisningen."
      )
    case "kassera":
      let reason = reading.text(Name.reason, "Skälet", isRequired: true)
      return (.discarded(because: reason), "Förslaget är kasserat. Det går att läsa, men inte att besluta.")
    default:
      reading.add("Steget är inte ett av dem som finns. Öppna sidan på nytt.")
      return (nil, "")
    }
  }

  /// A day that has come: what is noted has happened.
  private static func past(
    _ field: String, _ label: String, _ reading: inout FormReading, _ asked: Asked
  ) -> CalendarDate? {
    guard let day = reading.date(field, label, year: asked.today.year) else { return nil }
    guard day > asked.today else { return day }
    reading.add("\(label) är \(day.text), som inte har varit än. Notera det när det har hänt.", at: field)
    return nil
  }
}
