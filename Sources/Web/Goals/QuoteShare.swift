import Association
import HTTPTypes
import Ledger
import Press
import Store

/// Puts a percentage that is not reckoned here beside a goal: the country's, or one's own of a year that is not in the
/// book. One that no whole numbers give is refused, with those that are nearest.
enum QuoteShare {
  static func save(_ asked: Asked, _ place: Pair<Int, String>) async throws -> Answer {
    guard let goal = SaveGoal.find(try asked.store.association(), place) else { return .notFound }
    let (quote, faults) = QuoteForm.read(asked.form, of: goal)
    guard let quote else { return try await SaveGoal.page(asked, goal, quoteFaults: faults) }
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      if let index = association.quotedShares.firstIndex(where: { quote.replaces($0) }) {
        association.quotedShares[index] = quote
      } else {
        let next = association.quotedShares.firstIndex { $0.year > quote.year } ?? association.quotedShares.count
        association.quotedShares.insert(quote, at: next)
      }
      try writing.record(association)
    }
    return .see(Addresses.goal.path(place), notice: "\(quote.title) \(quote.year) är sparad.")
  }

  static func remove(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard SaveGoal.find(try asked.store.association(), place) != nil else { return .notFound }
    let digest = asked.form.choice("andel")
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      association.quotedShares.removeAll { $0.goalID == place.second && self.digest(of: $0) == digest }
      try writing.record(association)
    }
    return .see(Addresses.goal.path(place), notice: "Andelen är borttagen. Historiken har kvar den.")
  }

  /// What a quoted percentage is known by in a form.
  static func digest(of quote: QuotedShare) -> String { Secret.digest(of: "\(quote)") }
}

/// The form for a percentage that is quoted.
enum QuoteForm {
  static func read(_ form: Form, of goal: Goal) -> (quote: QuotedShare?, faults: [FieldFault]) {
    var reading = FormReading(form)
    let kind = QuotedShare.Kind(rawValue: form.choice("citat-slag"))
    if kind == nil { reading.add("Välj om andelen är en jämförelse eller förbundets egen.", at: "citat-slag") }
    let year = Int(typed: form.choice("citat-ar").strippedOfBlanks, in: 2004...2150)
    if year == nil { reading.add("Året saknas. Skriv det med fyra siffror.", at: "citat-ar") }
    let title = reading.text("citat-vad", "Vems andelen är", isRequired: true, byteCountMax: 100)
    let source = reading.text("citat-kalla", "Källan", isRequired: true, byteCountMax: 300)
    let outcome = Int(typed: form.choice("citat-utfall"), in: 1...99) ?? 1
    let all = percent("alla", "Andelen för alla", isRequired: true, form, &reading)
    let women = percent("kvinnor", "Andelen för kvinnor", form, &reading)
    let men = percent("man", "Andelen för män", form, &reading)
    let base = base(form, &reading)
    guard let kind, let year, let all, !reading.hasFaults else { return (nil, reading.faults) }
    do {
      let quote = try QuotedShare(
        goalID: goal.id, year: year, outcome: outcome, kind: kind, title: title, all: all, women: women, men: men,
        base: base, source: source)
      return (quote, [])
    } catch {
      var field = "citat-alla"
      if case .alone(let group, _, _) = error {
        field = group == .women ? "citat-kvinnor" : group == .men ? "citat-man" : "citat-alla"
      }
      reading.add(error.words, at: field)
      return (nil, reading.faults)
    }
  }

  private static func percent(
    _ name: String, _ label: String, isRequired: Bool = false, _ form: Form, _ reading: inout FormReading
  ) -> PrintedPercent? {
    let text = form.choice("citat-\(name)").strippedOfBlanks
    if text.isEmpty {
      if isRequired {
        reading.add("\(label) saknas. Skriv den som den är tryckt, till exempel 89.", at: "citat-\(name)")
      }
      return nil
    }
    if let percent = PrintedPercent(text) { return percent }
    reading.add("\(label) är ”\(text.excerpt)”. Skriv procent från 0 till 100, till exempel 81,4.", at: "citat-\(name)")
    return nil
  }

  private static func base(_ form: Form, _ reading: inout FormReading) -> Tally? {
    var counts: [String: Int] = [:]
    for (name, label) in [("n", "Antalet svar"), ("n-kvinnor", "Antalet kvinnor"), ("n-man", "Antalet män")] {
      let text = form.choice("citat-\(name)").strippedOfBlanks
      guard !text.isEmpty else { continue }
      guard let count = Int(typed: text.replacing(" ", with: ""), in: 1...10_000_000) else {
        reading.add("\(label) är ”\(text.excerpt)”. Skriv ett antal, till exempel 40.", at: "citat-\(name)")
        continue
      }
      counts[name] = count
    }
    switch (counts["n"], counts["n-kvinnor"], counts["n-man"]) {
    case (nil, nil, nil): return nil
    case (let all?, nil, nil): return Tally(women: 0, men: 0, notStated: all)
    case (let all, let women?, let men?):
      let rest = (all ?? women + men) - women - men
      if rest < 0 {
        reading.add(
          "\(women) kvinnor och \(men) män är fler än \(all ?? 0). Rätta antalen.", at: "citat-n")
      }
      return Tally(women: women, men: men, notStated: max(rest, 0))
    default:
      reading.add("Skriv antalet för både kvinnor och män, eller för ingen av dem.", at: "citat-n-kvinnor")
      return nil
    }
  }

  /// The percentages that stand beside a goal, and the form for one more.
  static func html(_ asked: Asked, _ goal: Goal, _ association: Association, faults: [FieldFault]) -> HTML {
    let mayWrite = Access.bookkeepers.admits(asked.user)
    let quotes = association.quotedShares.filter { $0.goalID == goal.id }
    let place = Pair(goal.year, goal.id)
    let rows = quotes.map { quote -> [HTML] in
      let percents = [quote.all, quote.women, quote.men].map { HTML.text($0.map { "\($0.text) %" } ?? "") }
      let n = quote.base.map { FollowUpPart.tally($0) } ?? ""
      return [.text("\(quote.title) \(quote.year)")] + percents + [.text(n), .text(quote.source)]
        + (mayWrite
          ? [
            FormPart.form(
              to: Addresses.quotedShareRemoval.path(place), asked.visitor,
              each: [
                FormPart.hidden("andel", QuoteShare.digest(of: quote)),
                tag(
                  "button",
                  [.class("secondary"), .other("type", "submit"), .label("Ta bort \(quote.title) \(quote.year)")],
                  .text("Ta bort")),
              ])
          ] : [])
    }
    let columns = ["Vems", "Alla", "Kvinnor", "Män", "Av", "Källa"].map { MoneyPart.Column($0) }
    let table =
      quotes.isEmpty
      ? tag("p", [.class("empty")], .text("Ingen andel är citerad."))
      : MoneyPart.table(
        "Jämförelser och tidigare år", columns + (mayWrite ? [MoneyPart.Column("")] : []), rows: rows)
    return tag(
      "section", [.labelled(by: "jamforelser")], tag("h2", [.id("jamforelser")], .text("Jämförelser och tidigare år")),
      table, mayWrite ? form(asked, goal, faults) : .empty)
  }

  private static func form(_ asked: Asked, _ goal: Goal, _ faults: [FieldFault]) -> HTML {
    let typed = asked.form
    func field(_ name: String, _ label: String, _ hint: String = "", value: String = "") -> HTML {
      FormPart.field(
        FormPart.Field(
          name: "citat-\(name)", label: label,
          value: typed.has("citat-\(name)") ? typed.choice("citat-\(name)") : value,
          hint: hint), faults: faults)
    }
    let outcomes = goal.outcomes.enumerated().map { index, outcome in
      (value: "\(index + 1)", words: outcome.title.isEmpty ? "Utfall \(index + 1)" : outcome.title)
    }
    return tag(
      "details", faults.isEmpty ? [] : [.other("open", "")],
      tag("summary", .text("Lägg till en andel från någon annan")),
      tag(
        "p", [.class("hint")],
        .text(
          "En andel som är tryckt någon annanstans: rikets, eller förbundets egen för ett år som inte finns i boken. Den prövas: "
            + "en andel som inga hela antal kan ge sparas inte.")),
      FormPart.form(
        to: Addresses.quotedShares.path(Pair(goal.year, goal.id)), asked.visitor,
        each: [
          FormPart.select(
            "citat-slag", "Vad den är",
            options: [
              ("jämförelse", "Någon annans, att jämföra med"), ("historik", "Förbundets egen, ett tidigare år"),
            ],
            chosen: typed.choice("citat-slag"), faults: faults),
          field("vad", "Vems andelen är", "Till exempel Riket.", value: "Riket"),
          field("ar", "År", value: "\(goal.year)"),
          outcomes.count > 1
            ? FormPart.select(
              "citat-utfall", "Vilket utfall", options: outcomes, chosen: typed.choice("citat-utfall"), faults: faults)
            : FormPart.hidden("citat-utfall", "1"),
          field("alla", "Andel, alla", "Procent som den är tryckt, till exempel 89 eller 81,4."),
          field("kvinnor", "Andel, kvinnor", "Kan lämnas tom."), field("man", "Andel, män", "Kan lämnas tom."),
          field("n", "Av hur många", "Om det är känt."), field("n-kvinnor", "Av hur många kvinnor", "Om det är känt."),
          field("n-man", "Av hur många män", "Om det är känt."),
          field("kalla", "Källa", "Var den är tryckt."), FormPart.button("Spara andelen"),
        ]))
  }
}
