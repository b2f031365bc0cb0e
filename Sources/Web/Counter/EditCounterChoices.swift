import Association
import Counter
import HTTPTypes
import Ledger
import Press

/// What can be chosen of each ground, and of own exit reasons which common one each is.
enum EditCounterChoices {
  /// How many empty rows there are to write new choices in.
  private static let emptyRowCount = 3

  static func list(_ asked: CounterAsked, _: Nothing) -> Answer {
    let items = CountGround.allCases.map { ground in
      let titles = asked.setup.choices[ground]?.map(\.title) ?? []
      return tag(
        "li", MoneyPart.link(CounterWords.title(ground), CounterAddresses.choice.path(slug(ground))),
        .text(titles.isEmpty ? ": frågas inte" : ": \(titles.joined(separator: ", "))"))
    }
    return .page(
      Page(
        title: "Val i listan",
        main: .joined([
          tag("p", [.class("lead")], .text("Det som kan väljas för en deltagare, och som leveransen räknar.")),
          tag("ul", each: items),
        ])))
  }

  static func show(_ asked: CounterAsked, _ slug: String) -> Answer {
    guard let ground = ground(slug) else { return .notFound }
    return .page(page(asked, ground, asked.setup.choices[ground] ?? [], faults: []))
  }

  static func save(_ asked: CounterAsked, _ slug: String) throws -> Answer {
    guard let ground = ground(slug) else { return .notFound }
    var reading = FormReading(asked.form)
    let titles = reading.texts("ord", "Raden", byteCountMax: 200)
    let ids = asked.form.choices("kort")
    let commons = asked.form.choices("gemensam")
    var choices: [CounterChoice] = []
    for (index, title) in titles.enumerated() where !title.isEmpty {
      let old = index < ids.count ? ids[index] : ""
      let common = index < commons.count ? ExitReason(rawValue: commons[index]) : nil
      let known = asked.setup.choice(ground, old).map { CounterChoice(id: $0.id, title: title, common: common) }
      guard let choice = known ?? CounterChoice(typed: title, common: common) else {
        reading.add(
          "Rad \(index + 1) är ”\(title.excerpt)”. Skriv ord, eller förbundets kortnamn och ord: KHAMN = Karlshamn.",
          at: "ord-\(index + 1)")
        choices.append(CounterChoice(id: "", title: title, common: common))
        continue
      }
      if choices.contains(where: { $0.id == choice.id }) {
        reading.add(
          "Rad \(index + 1), ”\(title.excerpt)”, liknar en rad ovanför. Ta bort en av dem.", at: "ord-\(index + 1)")
      }
      if ground == .exitReason, common == nil {
        reading.add(
          "Rad \(index + 1), ”\(title.excerpt)”, säger inte vilken gemensam orsak den är. Välj i listan.",
          at: "gemensam-\(index + 1)")
      }
      choices.append(choice)
    }
    if choices.count > 60 { reading.add("\(choices.count) rader är fler än de 60 som får plats. Slå ihop några.") }
    if ground == .exitReason, choices.isEmpty { reading.add("Minst en avslutsorsak behövs. Skriv en.", at: "ord-1") }
    if !reading.hasFaults {
      do {
        try asked.change { [choices] list in
          var setup = list.setup
          setup.choices[ground] = choices
          try list.change(setup)
        }
        return .see(CounterAddresses.choices.path(), notice: "\(CounterWords.title(ground)): sparat.")
      } catch let refusal as CounterRefusal {
        reading.add(CounterWords.sentence(refusal))
      }
    }
    return .page(page(asked, ground, choices, faults: reading.faults), status: .unprocessableContent)
  }

  private static func page(
    _ asked: CounterAsked, _ ground: CountGround, _ choices: [CounterChoice], faults: [FieldFault]
  ) -> Page {
    let empty = (0..<emptyRowCount).map { _ in CounterChoice(id: "", title: "") }
    let rows = (choices + empty).enumerated().map { row(ground, $0 + 1, $1, faults) }
    return Page(
      title: CounterWords.title(ground), trail: [Page.Link("Val i listan", CounterAddresses.choices.path())],
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p",
          .text(
            ground == .exitReason
              ? "Era egna orsaker. Välj för var och en vilken gemensam orsak den är; förbundet räknar stegen på den."
              : "En rad är ett val. Byt ord fritt; töm en rad för att ta bort den. Utan rader frågas det inte. Har förbundet ett kortnamn för "
                + "raden, skriv det först: KHAMN = Karlshamn.")),
        FormPart.form(
          to: CounterAddresses.choice.path(slug(ground)), asked.visitor, each: rows + [FormPart.button("Spara")]),
      ]))
  }

  private static func row(
    _ ground: CountGround, _ number: Int, _ choice: CounterChoice, _ faults: [FieldFault]
  ) -> HTML {
    let (word, common) = ("ord-\(number)", "gemensam-\(number)")
    func fault(_ id: String) -> HTML {
      faults.first { $0.field == id }.map { tag("p", [.class("fault")], .text($0.message)) } ?? .empty
    }
    let field = tag(
      "div", [.class("field")], tag("label", [.other("for", word)], .text("Rad \(number)")), fault(word),
      voidTag(
        "input",
        [
          .id(word), .other("name", "ord"), .other("type", "text"), .other("value", choice.title),
          .other("autocomplete", "off"),
        ]))
    guard ground == .exitReason else { return FormPart.hidden("kort", choice.id) + field }
    let options = [("", "Välj")] + ExitReason.allCases.map { ($0.rawValue, $0.title) }
    return FormPart.hidden("kort", choice.id)
      + tag(
        "div", [.class("filter")], field,
        tag(
          "div", [.class("field")], tag("label", [.other("for", common)], .text("Rad \(number): gemensam orsak")),
          fault(common),
          tag(
            "select", [.id(common), .other("name", "gemensam")],
            each: options.map { value, words in
              tag(
                "option",
                [.other("value", value)] + (value == choice.common?.rawValue ?? "" ? [.other("selected", "")] : []),
                .text(words))
            })))
  }

  private static func slug(_ ground: CountGround) -> String { CounterChoice.id(of: ground.rawValue) }
  private static func ground(_ slug: String) -> CountGround? { CountGround.allCases.first { self.slug($0) == slug } }
}
