import Association
import Counter
import HTTPTypes
import Ledger
import Press

/// One who takes part, by number: entered, shown, and corrected.
enum EditCounterEntry {
  static func showNew(_ asked: CounterAsked, _: Nothing) -> Answer {
    .page(newPage(asked, CounterEntryForm(today: asked.today), faults: []))
  }

  static func saveNew(_ asked: CounterAsked, _: Nothing) throws -> Answer {
    var reading = FormReading(asked.form)
    let facts = CounterEntryForm.read(&reading, asked.form, asked.setup)
    if let facts, !reading.hasFaults {
      do {
        let today = asked.today
        let number = try asked.change { list in try list.enter(facts, today: today) }
        return .see(
          CounterAddresses.list.path(),
          notice: "Inskriven som nummer \(number). Skriv numret i er egen journal; listan vet inte vem det är.")
      } catch let refusal as CounterRefusal {
        reading.add(CounterWords.sentence(refusal))
      }
    }
    return .page(
      newPage(asked, CounterEntryForm(typed: asked.form), faults: reading.faults), status: .unprocessableContent)
  }

  static func show(_ asked: CounterAsked, _ number: Int) -> Answer {
    guard let entry = asked.list.entry(number) else { return .notFound }
    return .page(CounterEntryPage(asked: asked, entry: entry).page)
  }

  static func save(_ asked: CounterAsked, _ number: Int) throws -> Answer {
    guard let entry = asked.list.entry(number) else { return .notFound }
    var reading = FormReading(asked.form)
    let facts = CounterEntryForm.read(&reading, asked.form, asked.setup)
    if let facts, !reading.hasFaults {
      if facts == entry.facts { return .see(CounterAddresses.entry.path(number), notice: "Inget var ändrat.") }
      do {
        let today = asked.today
        try asked.change { list in try list.add(.facts(facts), to: number, today: today) }
        return .see(CounterAddresses.entry.path(number), notice: "Rättelsen är sparad.")
      } catch let refusal as CounterRefusal {
        reading.add(CounterWords.sentence(refusal))
      }
    }
    var page = CounterEntryPage(asked: asked, entry: entry)
    page.correction = CounterEntryForm(typed: asked.form)
    page.faults = reading.faults
    return .page(page.page, status: .unprocessableContent)
  }

  private static func newPage(_ asked: CounterAsked, _ form: CounterEntryForm, faults: [FieldFault]) -> Page {
    Page(
      title: "Ny deltagare", trail: [Page.Link("Pågående", CounterAddresses.list.path())],
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text("Deltagaren blir nummer \(asked.list.nextNumber). Inga namn, inga födelsedagar: bara det som räknas.")),
        FormPart.form(
          to: CounterAddresses.newEntry.path(), asked.visitor,
          each: form.fields(asked.setup, faults: faults) + [FormPart.button("Skriv in")]),
      ]))
  }
}

/// What is said of one who takes part, as it was typed.
struct CounterEntryForm {
  var day: String
  var sex = ""
  var choices: [CountGround: String] = [:]
  var isElsewhere = false
  var planned = ""

  /// The grounds that are asked at the entry.
  static let grounds = CountGround.allCases.filter { $0 != .exitReason }

  init(today: CalendarDate) { day = today.text }

  init(_ facts: CounterFacts) {
    day = facts.day.text
    sex = facts.sex.rawValue
    choices = facts.choices
    isElsewhere = facts.isElsewhere
    planned = facts.plannedExit?.text ?? ""
  }

  init(typed form: Form) {
    day = form.choice("dag")
    sex = form.choice("kon")
    for ground in CounterEntryForm.grounds { choices[ground] = form.choice(CounterEntryForm.field(ground)) }
    isElsewhere = form.has("annan")
    planned = form.choice("planerat")
  }

  static func read(_ reading: inout FormReading, _ form: Form, _ setup: CounterSetup) -> CounterFacts? {
    let day = reading.date("dag", "Dagen")
    let sex = CounterSex(rawValue: form.choice("kon"))
    if sex == nil { reading.add("Kön saknas. Välj i listan; Ej angivet är ett svar.", at: "kon") }
    var choices: [CountGround: String] = [:]
    for ground in grounds {
      let id = form.choice(field(ground))
      guard !id.isEmpty else { continue }
      if setup.choice(ground, id) == nil {
        reading.add(CounterWords.sentence(.unknownChoice(ground)), at: field(ground))
      }
      choices[ground] = id
    }
    let isPlanned = !form.choice("planerat").strippedOfBlanks.isEmpty
    let planned = isPlanned ? reading.date("planerat", "Planerat avslut") : nil
    guard !reading.hasFaults, let day, let sex else { return nil }
    return CounterFacts(day: day, sex: sex, choices: choices, isElsewhere: form.has("annan"), plannedExit: planned)
  }

  func fields(_ setup: CounterSetup, faults: [FieldFault]) -> [HTML] {
    var fields = [
      FormPart.field(
        FormPart.Field(name: "dag", label: "Inskriven", value: day, hint: "Första dagen i insatsen."), faults: faults),
      FormPart.select(
        "kon", "Kön", options: [("", "Välj")] + CounterSex.allCases.map { ($0.rawValue, CounterWords.word($0)) },
        chosen: sex, faults: faults),
    ]
    for ground in CounterEntryForm.grounds {
      guard let choices = setup.choices[ground], !choices.isEmpty else { continue }
      fields.append(
        FormPart.select(
          CounterEntryForm.field(ground), CounterWords.title(ground),
          options: [("", "Vet inte")] + choices.map { ($0.id, $0.title) }, chosen: self.choices[ground] ?? "",
          faults: faults))
    }
    return fields + [
      FormPart.field(
        FormPart.Field(
          name: "planerat", label: "Planerat avslut", value: planned,
          hint: "Kan lämnas tomt. Passeras dagen påminner listan; den räknas inte."), faults: faults),
      FormPart.box("annan", "Är också i en annan av förbundets insatser", isTicked: isElsewhere),
    ]
  }

  /// The field of a ground: its name without the letters that no address has.
  private static func field(_ ground: CountGround) -> String { CounterChoice.id(of: ground.rawValue) }
}
