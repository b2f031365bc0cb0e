import Association
import Counter
import HTTPTypes
import Ledger
import Press

/// Plain counts: advice calls, and those who come to a volume insats. Nobody is behind them.
enum ListCounterExtras {
  static func show(_ asked: CounterAsked, _: Nothing) -> Answer { .page(page(asked, faults: [])) }

  static func save(_ asked: CounterAsked, _: Nothing) throws -> Answer {
    var reading = FormReading(asked.form)
    let isVolume = asked.form.choice("slag") == "volym"
    let dayField = isVolume ? "dag-volym" : "dag-samtal"
    let day = reading.date(dayField, "Dagen")
    let range = 0...10_000
    let kind: CounterExtra.Kind?
    if isVolume {
      let counts = ["kvinnor", "man", "ej-angivet"].map { field in
        asked.form.choice(field).strippedOfBlanks.isEmpty
          ? 0
          : reading.number(field, field == "man" ? "Män" : field == "kvinnor" ? "Kvinnor" : "Ej angivet", in: range)
            ?? 0
      }
      if !reading.hasFaults, counts.allSatisfy({ $0 == 0 }) {
        reading.add("Antalen saknas. Skriv hur många som kom.", at: "kvinnor")
      }
      kind = .volume(Tally(women: counts[0], men: counts[1], notStated: counts[2]))
    } else {
      kind = reading.number("antal", "Antalet samtal", in: 1...10_000).map { .advice($0) }
    }
    if let day, let kind, !reading.hasFaults {
      do {
        let today = asked.today
        try asked.change { list in try list.add(kind, on: day, today: today) }
        return .see(CounterAddresses.extras.path(), notice: "Sparat för \(day.text).")
      } catch let refusal as CounterRefusal {
        reading.add(CounterWords.sentence(refusal), at: dayField)
      }
    }
    return .page(page(asked, faults: reading.faults), status: .unprocessableContent)
  }

  static func remove(_ asked: CounterAsked, _ number: Int) throws -> Answer {
    try asked.change { list in try list.removeExtra(number) }
    return .see(CounterAddresses.extras.path(), notice: "Raden är borttagen.")
  }

  private static func page(_ asked: CounterAsked, faults: [FieldFault]) -> Page {
    let setup = asked.setup
    var parts = [FormPart.summary(of: faults)]
    if setup.countsAdvice {
      parts += [
        tag("h2", .text("Rådgivande samtal")),
        FormPart.form(
          to: CounterAddresses.extras.path(), asked.visitor,
          each: [
            FormPart.hidden("slag", "samtal"), day(asked, "samtal", faults),
            field("antal", "Antal samtal", asked, faults), FormPart.button("Spara samtalen"),
          ]),
      ]
    }
    if setup.countsVolume {
      parts += [
        tag("h2", .text("Volym")),
        FormPart.form(
          to: CounterAddresses.extras.path(), asked.visitor,
          each: [
            FormPart.hidden("slag", "volym"), day(asked, "volym", faults), field("kvinnor", "Kvinnor", asked, faults),
            field("man", "Män", asked, faults), field("ej-angivet", "Ej angivet", asked, faults),
            FormPart.button("Spara antalen"),
          ]),
      ]
    }
    return Page(title: CounterWords.extras(setup), main: .joined(parts + [table(asked)]))
  }

  /// Both forms may stand on the page, so each has a name of its own for the day.
  private static func day(_ asked: CounterAsked, _ kind: String, _ faults: [FieldFault]) -> HTML {
    let typed = asked.form.choice("dag-\(kind)")
    return FormPart.field(
      FormPart.Field(
        name: "dag-\(kind)", label: "Dag", value: typed.isEmpty ? asked.today.text : typed,
        hint: "För en hel månad: månadens sista dag."), faults: faults)
  }

  private static func field(_ name: String, _ label: String, _ asked: CounterAsked, _ faults: [FieldFault]) -> HTML {
    FormPart.field(
      FormPart.Field(name: name, label: label, value: asked.form.choice(name), inputMode: "numeric"), faults: faults)
  }

  private static func table(_ asked: CounterAsked) -> HTML {
    let extras = asked.list.extras.sorted { ($0.day, $0.number) > ($1.day, $1.number) }
    guard !extras.isEmpty else { return tag("p", [.class("empty")], .text("Inget är räknat än.")) }
    return tag("h2", .text("Räknat"))
      + MoneyPart.table(
        "Räknat", ["Dag", "Vad", "Antal", ""].map { MoneyPart.Column($0) },
        rows: extras.map { extra in
          let (words, count) =
            switch extra.kind {
            case .advice(let count): ("Samtal", "\(count)")
            case .volume(let tally): ("Volym", CounterWords.tally(tally))
            }
          return [
            .text(extra.day.text), .text(words), .text(count),
            FormPart.form(
              to: CounterAddresses.extraRemoval.path(extra.number), asked.visitor,
              each: [
                tag(
                  "button",
                  [
                    .class("plain"), .other("type", "submit"),
                    .label("Ta bort \(words.lowercased()) \(extra.day.text)"),
                  ],
                  .text("Ta bort"))
              ]),
          ]
        })
  }
}
