import Association
import HTTPTypes
import Ledger
import Press
import Report
import Statements
import Store

/// The association's own choices: how the cap for equity is reckoned, with every earlier choice and who made it.
enum EditSettings {
  enum Name {
    static let base = "underlag"
    static let low = "andel-under"
    static let high = "andel-over"
    static let step = "trappsteg"
    static let digest = "avtryck"
  }

  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let settings = try asked.store.association().settings
    return .page(try page(asked, settings, typed: typed(settings), faults: []))
  }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let present = try asked.store.association().settings
    var reading = FormReading(asked.form)
    var settings = present
    if let base = Settings.CapBase(rawValue: asked.form.choice(Name.base)) {
      settings.capBase = base
    } else {
      reading.add("Underlaget är inte valt. Välj i listan.", at: Name.base)
    }
    if let low = permille(Name.low, "Andelen upp till trappsteget", &reading, asked) { settings.capLowPermille = low }
    if let high = permille(Name.high, "Andelen över trappsteget", &reading, asked) { settings.capHighPermille = high }
    let text = asked.form.choice(Name.step).strippedOfBlanks
    if case .amount(let step) = AmountExpression.evaluate(text), step > .zero {
      settings.capStep = step
    } else {
      reading.add("Trappsteget är ”\(text)”. Skriv ett belopp i kronor, till exempel 7 000 000.", at: Name.step)
    }
    var form = [Name.base, Name.low, Name.high, Name.step].reduce(into: [:]) { $0[$1] = asked.form.choice($1) }
    form[Name.digest] = digest(present)
    if asked.form.choice(Name.digest) != digest(present), settings != present {
      reading.add(
        "Någon har ändrat inställningarna medan du skrev. Nu gäller: \(SettingsWords.cap(present)). Spara igen, så gäller ditt."
      )
    }
    guard !reading.hasFaults else {
      return .page(try page(asked, present, typed: form, faults: reading.faults), status: .unprocessableContent)
    }
    let kept = settings
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      association.settings.capBase = kept.capBase
      association.settings.capLowPermille = kept.capLowPermille
      association.settings.capHighPermille = kept.capHighPermille
      association.settings.capStep = kept.capStep
      try writing.record(association)
    }
    return .see(
      Addresses.settings.path(), notice: kept == present ? "Inget var ändrat." : "Inställningarna är sparade.")
  }

  private static func digest(_ settings: Settings) -> String { Secret.digest(of: "\(settings)") }

  private static func typed(_ settings: Settings) -> [String: String] {
    [
      Name.base: settings.capBase.rawValue, Name.low: SettingsWords.percent(settings.capLowPermille),
      Name.high: SettingsWords.percent(settings.capHighPermille), Name.step: BudgetWords.field(settings.capStep),
      Name.digest: digest(settings),
    ]
  }

  /// Per cent with at most one decimal, as per mille.
  private static func permille(
    _ field: String, _ label: String, _ reading: inout FormReading, _ asked: Asked
  ) -> Int? {
    let text = asked.form.choice(field).strippedOfBlanks.replacing("%", with: "")
    // A share of a hundred kronor, to the tenth of a krona, is the same number.
    if case .amount(let amount) = AmountExpression.evaluate(text), amount >= .zero, amount <= Money(kronor: 100),
      amount.ore % 10 == 0
    {
      return Int(amount.ore / 10)
    }
    reading.add(
      "\(label) är ”\(text)”. Skriv procent mellan 0 och 100 med högst en decimal, till exempel 20.", at: field)
    return nil
  }

  private static func page(
    _ asked: Asked, _ settings: Settings, typed: [String: String], faults: [FieldFault]
  ) throws -> Page {
    let mayWrite = Access.director.admits(asked.user)
    func field(_ name: String, _ label: String, _ hint: String) -> HTML {
      FormPart.field(FormPart.Field(name: name, label: label, value: typed[name] ?? "", hint: hint), faults: faults)
    }
    let editor = FormPart.form(
      to: Addresses.settings.path(), asked.visitor,
      each: [
        FormPart.hidden(Name.digest, typed[Name.digest] ?? ""),
        tag(
          "fieldset", tag("legend", .text("Taket för eget kapital")),
          FormPart.select(
            Name.base, "Taket räknas på",
            options: [
              (Settings.CapBase.income.rawValue, "verksamhetens intäkter"),
              (Settings.CapBase.contributions.rawValue, "medlemsbidragen"),
            ], chosen: typed[Name.base] ?? "", faults: faults),
          field(Name.low, "Andel upp till trappsteget, procent", "Nationella rådets rekommendation från 2013: 20."),
          field(Name.high, "Andel över trappsteget, procent", "Rekommendationen: 15."),
          field(Name.step, "Trappsteget, kronor", "Rekommendationen: 7 000 000.")), FormPart.button("Spara"),
      ])
    return Page(
      title: "Inställningar", section: .settings,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Det rekommenderade taket för eget kapital är \(SettingsWords.cap(settings)). Det styr prognosen, budgeten, målen och årsredovisningen."
          )),
        mayWrite
          ? editor : tag("p", [.class("hint")], .text("Förbundschefen kan ändra inställningarna.")),
        try history(asked),
      ]))
  }

  private static func history(_ asked: Asked) throws -> HTML {
    let store = asked.store
    let lines = try store.history(of: .settings)
    let rows = try lines.compactMap { line -> HTML? in
      guard let settings = try store.association(asOf: line.sequence)?.settings else { return nil }
      let when = SwedishTime.text(line.moment)
      return tag(
        "tr",
        tag(
          "th", [.scope(.row)],
          Access.insiders.admits(asked.user)
            ? tag("a", [.href(.path(Addresses.historyLine.path(line.sequence)))], .text(when)) : .text(when)),
        tag("td", .text(line.actor.name)), tag("td", .text(SettingsWords.cap(settings))))
    }
    return tag("h2", .text("Vad som har gällt"))
      + ListPart.scroll(
        "Inställningarna över tid",
        tag(
          "table", [.class("list")], tag("caption", [.class("unseen")], .text("Taket som det har valts, senast först")),
          tag(
            "thead", tag("tr", each: ["När", "Vem", "Taket"].map { tag("th", [.scope(.column)], .text($0)) })),
          tag("tbody", each: rows)))
  }
}

/// The association's choices in words.
enum SettingsWords {
  static func percent(_ permille: Int) -> String { GoalWords.percent(permille).replacing(" %", with: "") }

  /// `20 % av verksamhetens intäkter upp till 7 000 000 kr och 15 % av det som är över`.
  static func cap(_ settings: Settings) -> String {
    let base = settings.capBase == .income ? "verksamhetens intäkter" : "medlemsbidragen"
    return "\(GoalWords.percent(settings.capLowPermille)) av \(base) upp till \(Numerals.kronor(settings.capStep)) och "
      + "\(GoalWords.percent(settings.capHighPermille)) av det som är över"
  }
}
