import Association
import Counter
import Desk
import Ledger
import Press

/// One who takes part: what is known, what has happened, and what can be done.
struct CounterEntryPage {
  let asked: CounterAsked
  let entry: CounterEntry
  var correction: CounterEntryForm?
  /// What was typed of the exit, where it was refused.
  var exitDay: String?
  var exitReason = ""
  var faults: [FieldFault] = []

  private var number: Int { entry.number }
  private var setup: CounterSetup { asked.setup }

  var page: Page {
    Page(
      title: "Nummer \(number)", trail: [Page.Link("Pågående", CounterAddresses.list.path())],
      main: .joined([FormPart.summary(of: faults), facts, exit, screening, corrected, events, removal]))
  }

  private var facts: HTML {
    let pairs: [(String, HTML)] =
      [
        ("Inskriven", .text(entry.facts.day.text)), ("Kön", .text(CounterWords.word(entry.facts.sex))),
      ]
      + CounterEntryForm.grounds.compactMap { ground in
        guard setup.choices[ground]?.isEmpty == false else { return nil }
        return (CounterWords.title(ground), .text(title(ground, entry.facts.choices[ground])))
      } + [
        ("I annan insats", .text(entry.facts.isElsewhere ? "Ja" : "Nej")),
        ("Planerat avslut", .text(entry.facts.plannedExit?.text ?? "")),
        ("Avslutad", .text(entry.exit?.day.text ?? "Pågår")),
        ("Avslutsorsak", .text(entry.exit.map { title(.exitReason, $0.reason) } ?? "")),
        ("Raderas", .text(deletion)),
      ]
    return MoneyPart.facts(pairs.filter { $0.1 != .text("") })
  }

  private var deletion: String {
    guard entry.exit != nil else { return "" }
    return asked.list.deletion(of: entry)?.text ?? "När antalen är levererade"
  }

  private func title(_ ground: CountGround, _ id: String?) -> String {
    id.flatMap { setup.choice(ground, $0)?.title } ?? "Vet inte"
  }

  private var exit: HTML {
    let old = entry.exit
    let form = FormPart.form(
      to: CounterAddresses.exit.path(number), asked.visitor, id: "avsluta",
      each: [
        FormPart.field(
          FormPart.Field(
            name: "sista", label: "Sista dagen", value: exitDay ?? (old?.day ?? asked.today).text), faults: faults),
        FormPart.select(
          "orsak", "Avslutsorsak",
          options: [("", "Vet inte")] + (setup.choices[.exitReason] ?? []).map { ($0.id, $0.title) },
          chosen: exitDay == nil ? old?.reason ?? "" : exitReason, faults: faults),
        FormPart.button(old == nil ? "Avsluta" : "Rätta avslutet"),
      ])
    guard old != nil else { return tag("h2", .text("Avsluta")) + form }
    return tag("h2", .text("Avslutet"))
      + tag(
        "details", faults.isEmpty || exitDay == nil ? [] : [.other("open", "")],
        each: [
          tag("summary", .text("Rätta avslutet")), form,
          FormPart.form(
            to: CounterAddresses.exitUndoing.path(number), asked.visitor,
            each: [FormPart.button("Ta tillbaka avslutet: pågår fortfarande", kind: "secondary")]),
        ])
  }

  private var screening: HTML {
    guard setup.asksScreening else { return .empty }
    let form = FormPart.form(
      to: CounterAddresses.screening.path(number), asked.visitor,
      each: [
        FormPart.field(
          FormPart.Field(
            name: "fragad", label: "Frågorna ställdes", value: (entry.screening?.day ?? asked.today).text),
          faults: faults),
        FormPart.box("svarat", "De besvarades", isTicked: entry.screening?.isAnswered ?? false),
        FormPart.button("Spara", kind: "secondary"),
      ])
    let undo =
      entry.screening == nil
      ? .empty
      : FormPart.form(
        to: CounterAddresses.screeningUndoing.path(number), asked.visitor,
        each: [FormPart.button("De ställdes inte", kind: "secondary")])
    let said = entry.screening.map { "Ställda \($0.day.text), \($0.isAnswered ? "besvarade" : "inte besvarade")." }
    return tag("h2", .text("Frågor om våld"))
      + tag("p", .text((said ?? "Inte ställda.") + " Bara att de ställts och besvarats skrivs, aldrig vad."))
      + tag("details", each: [tag("summary", .text("Skriv att frågorna har ställts")), form, undo])
  }

  private var corrected: HTML {
    tag(
      "details", correction == nil ? [] : [.other("open", "")],
      each: [
        tag("summary", .text("Rätta uppgifterna")),
        FormPart.form(
          to: CounterAddresses.entry.path(number), asked.visitor,
          each: (correction ?? CounterEntryForm(entry.facts)).fields(setup, faults: faults) + [
            FormPart.button("Spara rättelsen")
          ]),
      ])
  }

  private var events: HTML {
    tag("h2", .text("Vad som har hänt"))
      + tag(
        "ol",
        each: entry.events.enumerated().map { index, event in
          tag("li", .text("\(event.written.text): \(words(event.deed, isFirst: index == 0))"))
        })
  }

  private func words(_ deed: CounterEvent.Deed, isFirst: Bool) -> String {
    switch deed {
    case .facts(let facts): isFirst ? "inskriven från \(facts.day.text)" : "uppgifterna rättade"
    case .left(let exit): "avslutad \(exit.day.text), \(title(.exitReason, exit.reason).lowercased())"
    case .stayed: "avslutet taget tillbaka"
    case .screened(let screening): "frågor om våld ställda \(screening.day.text)"
    case .notScreened: "frågor om våld inte ställda"
    }
  }

  private var removal: HTML {
    tag(
      "details", faults.contains { $0.field == "sakert" } ? [.other("open", "")] : [],
      tag("summary", .text("Ta bort nummer \(number)")),
      tag(
        "p",
        .text(
          "För den som aldrig skulle ha skrivits in. Allt om numret försvinner ur filen och räknas inte. Numret används inte igen. "
            + "Har perioden levererats, leverera den på nytt.")),
      FormPart.form(
        to: CounterAddresses.removal.path(number), asked.visitor,
        each: [
          FormPart.box("sakert", "Ja, ta bort nummer \(number)", isTicked: false),
          FormPart.button("Ta bort", kind: "danger"),
        ]))
  }
}
