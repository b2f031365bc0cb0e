import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// A control of a year's plan: what it is, what it has shown, and its place in the proposal.
enum SaveControl {
  static func show(_ asked: Asked, _ place: Pair<Int, Int>) throws -> Answer {
    let year = try asked.store.controlYear(place.first)
    guard let control = find(place.second, in: year) else { return .notFound }
    return .page(page(asked, year, control, ControlForm(control)))
  }

  /// The control as it stands in the proposal, else in the plan that holds.
  private static func find(_ number: Int, in year: ControlYear) -> Control? {
    (year.proposal ?? year.standing)?.controls.first { $0.number == number }
      ?? year.standing?.controls.first { $0.number == number }
  }

  /// The controls that the next proposal begins with: the last proposal's, else those of the plan that holds.
  private static func begun(_ year: ControlYear) -> [Control] {
    (year.proposal ?? year.standing)?.controls ?? []
  }

  static func saveNew(_ asked: Asked, _ year: Int) throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    let number = try asked.store.controlYear(year).nextNumber
    let (form, control) = try ControlForm.read(asked.form, number: number, year: year)
    guard let control else {
      return .page(try ShowInternalControl.page(asked, year, new: form), status: .unprocessableContent)
    }
    try propose(asked, year) { $0 + [control] }
    return .see(Addresses.internalControl.path(year), notice: "Kontrollen är sparad i förslaget.")
  }

  static func save(_ asked: Asked, _ place: Pair<Int, Int>) throws -> Answer {
    let year = try asked.store.controlYear(place.first)
    guard let present = find(place.second, in: year) else { return .notFound }
    let (form, control) = try ControlForm.read(asked.form, number: place.second, year: place.first)
    guard let control else {
      return .page(page(asked, year, present, form), status: .unprocessableContent)
    }
    try propose(asked, place.first) { controls in
      controls.contains { $0.number == control.number }
        ? controls.map { $0.number == control.number ? control : $0 } : controls + [control]
    }
    return .see(Addresses.internalControl.path(place.first), notice: "Kontrollen är sparad i förslaget.")
  }

  static func remove(_ asked: Asked, _ place: Pair<Int, Int>) throws -> Answer {
    guard find(place.second, in: try asked.store.controlYear(place.first)) != nil else { return .notFound }
    try propose(asked, place.first) { $0.filter { $0.number != place.second } }
    return .see(
      Addresses.internalControl.path(place.first),
      notice: "Kontrollen är borta ur förslaget. Historiken har kvar den.")
  }

  /// Takes last year's controls over, each with its day a year later, where the year has none.
  static func copy(_ asked: Asked, _ year: Int) throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    let last = try asked.store.controlYear(year - 1)
    let controls = (last.standing ?? last.proposal)?.controls ?? []
    let copies = try controls.enumerated().map { index, control in
      try Control(
        number: index + 1, risk: control.risk, likelihood: control.likelihood, consequence: control.consequence,
        measure: control.measure, frequency: control.frequency, responsible: control.responsible,
        due: control.due.nextYear, year: year)
    }
    let isCopied = try asked.store.together(by: asked.actor, at: asked.now) { writing -> Bool in
      guard try asked.store.controlYear(year).plans.isEmpty, !copies.isEmpty else { return false }
      try writing.propose(copies, for: year)
      return true
    }
    return .see(
      Addresses.internalControl.path(year),
      notice: isCopied
        ? "\(Words.count(copies.count, "kontroll är hämtad", "kontroller är hämtade")) från \(year - 1). Gå igenom riskerna."
        : "Inget hämtades: året har redan kontroller, eller förra året har inga.")
  }

  /// Saves what the proposal becomes of what it was in the book.
  private static func propose(_ asked: Asked, _ year: Int, _ change: ([Control]) -> [Control]) throws {
    try asked.store.together(by: asked.actor, at: asked.now) {
      try $0.propose(change(begun(try asked.store.controlYear(year))), for: year)
    }
  }

  static func page(
    _ asked: Asked, _ year: ControlYear, _ control: Control, _ form: ControlForm, result faults: [FieldFault] = []
  ) -> Page {
    let place = Pair(year.year, control.number)
    let mayWrite = Access.bookkeepers.admits(asked.user)
    let stands = year.standing?.controls.contains { $0.number == control.number } ?? false
    return Page(
      title: control.risk, section: .internalControl,
      trail: [Page.Link("Intern kontroll \(year.year)", Addresses.internalControl.path(year.year))],
      main: .joined([
        FormPart.summary(of: form.faults + faults),
        MoneyPart.facts([
          ("Läge", stands ? ShowInternalControl.badge(year.state(of: control, on: asked.today)) : .text("I förslaget")),
          ("Riskvärde", .text("\(control.value) (\(control.likelihood) × \(control.consequence))")),
          ("Kontroll", .text(control.measure)), ("Hur ofta", .text(control.frequency)),
          ("Ansvarig", .text(control.responsible)), ("Senast", .text(control.due.text)),
        ]),
        results(year, control), stands && mayWrite ? result(asked, place, faults) : .empty,
        mayWrite
          ? tag(
            "details", form.faults.isEmpty ? [] : [.other("open", "")],
            tag("summary", .text("Ändra kontrollen i förslaget")),
            stands
              ? tag("p", [.class("hint")], .text("Ändringen gäller först när styrelsen har beslutat den.")) : .empty,
            FormPart.form(
              to: Addresses.control.path(place), asked.visitor,
              each: form.fields() + [FormPart.button("Spara kontrollen")]),
            FormPart.form(
              to: Addresses.controlRemoval.path(place), asked.visitor,
              each: [FormPart.button("Ta bort ur förslaget", kind: "secondary")])) : .empty,
      ]))
  }

  private static func results(_ year: ControlYear, _ control: Control) -> HTML {
    let results = year.results(of: control.number)
    guard !results.isEmpty else { return .empty }
    return tag("h2", .text("Resultat"))
      + tag(
        "ul", [.class("log")],
        each: results.reversed().map { result in
          tag(
            "li",
            .text(
              "\(result.day.text), \(result.by): \(result.hasDeviation ? "avvikelse" : "utan avvikelse")"
                + (result.words.isEmpty ? "." : ". \(result.words)")
                + (result.remedy.isEmpty ? "" : " Åtgärd: \(result.remedy)")))
        })
  }

  private static func result(_ asked: Asked, _ place: Pair<Int, Int>, _ faults: [FieldFault]) -> HTML {
    let chosen = asked.form.choice("utfall")
    return tag(
      "section", [.labelled(by: "resultat")], tag("h2", [.id("resultat")], .text("För in ett resultat")),
      FormPart.form(
        to: Addresses.controlResult.path(place), asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: "gjord", label: "Kontrollerat den",
              value: asked.form.has("gjord") ? asked.form.choice("gjord") : asked.today.text), faults: faults),
          FormPart.select(
            "utfall", "Utfall", options: [("", "Välj"), ("utan", "Utan avvikelse"), ("avvikelse", "Avvikelse")],
            chosen: chosen, faults: faults),
          FormPart.area(
            "sett", "Vad visade kontrollen?", value: asked.form.choice("sett"),
            hint: "Skriv aldrig namn på deltagare.", rows: 2, faults: faults),
          FormPart.area(
            "atgard", "Åtgärd", value: asked.form.choice("atgard"), hint: "Behövs när något avviker.", rows: 2,
            faults: faults),
          FormPart.button("För in resultatet"),
        ]))
  }
}

/// Records what a control showed.
enum RecordControlResult {
  static func save(_ asked: Asked, _ place: Pair<Int, Int>) throws -> Answer {
    let year = try asked.store.controlYear(place.first)
    guard let control = year.standing?.controls.first(where: { $0.number == place.second }) else { return .notFound }
    var reading = FormReading(asked.form)
    let day = reading.date("gjord", "Dagen", year: asked.today.year)
    let chosen = asked.form.choice("utfall")
    if !["utan", "avvikelse"].contains(chosen) {
      reading.add("Utfallet är inte valt. Välj utan avvikelse eller avvikelse.", at: "utfall")
    }
    let words = reading.text("sett", "Vad kontrollen visade", isLong: true, byteCountMax: 2000)
    let remedy = reading.text("atgard", "Åtgärden", isLong: true, byteCountMax: 2000)
    var faults = reading.faults
    if let day, faults.isEmpty {
      do {
        let result = try ControlResult(
          number: control.number, day: day, hasDeviation: chosen == "avvikelse", words: words, remedy: remedy,
          by: asked.user.name)
        try asked.store.together(by: asked.actor, at: asked.now) { try $0.record(result, in: place.first) }
        return .see(Addresses.internalControl.path(place.first), notice: "Resultatet är infört.")
      } catch let refusal as ControlRefusal {
        faults = [FieldFault(field: "", message: Words.sentence(refusal))]
      }
    }
    return .page(
      SaveControl.page(asked, year, control, ControlForm(control), result: faults), status: .unprocessableContent)
  }
}

extension CalendarDate {
  /// The same day of the next year; of 29 February, the 28th.
  fileprivate var nextYear: CalendarDate {
    CalendarDate(year: year + 1, month: month, day: day) ?? CalendarDate(year: year + 1, month: month, day: 28) ?? self
  }
}
