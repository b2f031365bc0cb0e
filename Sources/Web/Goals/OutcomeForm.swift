import Association
import Press

/// The outcome of a goal as it is typed: the counts themselves, or what they are reckoned from. A percentage cannot be
/// typed.
struct OutcomeForm {
  /// The most outcomes of a goal that a page shows.
  static let countMax = 8
  private static let typed = "skrivs"
  private static let exits = "avslut"
  private static let sexes = [("kvinnor", "kvinnor"), ("man", "män"), ("ej-angivet", "kön ej angivet")]

  var title = ""
  var source = OutcomeForm.typed
  var reasons: Set<ExitReason> = []
  /// The counts as they are typed, by `uppnatt-kvinnor` and so on.
  var counts: [String: String] = [:]

  init() {}

  init(_ outcome: Goal.Outcome) {
    title = outcome.title
    switch outcome.source {
    case .exits(let reasons)?: (source, self.reasons) = (OutcomeForm.exits, reasons)
    case let source?: self.source = OutcomeForm.value(source)
    case nil:
      for (part, tally) in [("uppnatt", outcome.met), ("av", outcome.base)] {
        guard let tally else { continue }
        counts["\(part)-kvinnor"] = "\(tally.women)"
        counts["\(part)-man"] = "\(tally.men)"
        if tally.notStated > 0 { counts["\(part)-ej-angivet"] = "\(tally.notStated)" }
      }
    }
  }

  private static func value(_ source: Goal.Source) -> String {
    switch source {
    case .exits: exits
    case .answers(let survey, let question): "enkat|\(survey)|\(question)"
    case .row(let table, let row, let base): "rad|\(table)|\(row)|\(base)"
    }
  }

  private static func source(_ value: String, _ reasons: Set<ExitReason>) -> Goal.Source? {
    let parts = value.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
    switch (parts.first, parts.count) {
    case (exits, 1): return .exits(reasons)
    case ("enkat", 3): return .answers(survey: parts[1], question: parts[2])
    case ("rad", 4): return .row(table: parts[1], row: parts[2], of: parts[3])
    default: return nil
    }
  }

  /// Whether a form says anything of outcomes.
  static func isSaid(_ form: Form) -> Bool { form.has("utfall-1-kalla") }

  /// Reads the outcomes that were typed; one that says nothing is none.
  static func read(_ form: Form, _ reading: inout FormReading) -> (forms: [OutcomeForm], outcomes: [Goal.Outcome]) {
    var forms: [OutcomeForm] = []
    var outcomes: [Goal.Outcome] = []
    for number in 1...countMax where form.has("utfall-\(number)-kalla") {
      let name = "utfall-\(number)"
      var typed = OutcomeForm()
      typed.title = reading.text("\(name)-rubrik", "Utfallets rubrik", byteCountMax: 200)
      typed.source = form.choice("\(name)-kalla")
      typed.reasons = Set(form.choices("\(name)-orsak").compactMap(ExitReason.init(rawValue:)))
      for (part, _) in parts {
        for (sex, _) in sexes {
          typed.counts["\(part)-\(sex)"] = form.choice("\(name)-\(part)-\(sex)").strippedOfBlanks
        }
      }
      guard !typed.isEmpty else { continue }
      forms.append(typed)
      outcomes.append(typed.outcome(name, &reading))
    }
    return (forms, outcomes)
  }

  private static let parts = [("uppnatt", "Uppnådde målet"), ("av", "Av")]

  private var isEmpty: Bool { title.isEmpty && source == OutcomeForm.typed && counts.values.allSatisfy(\.isEmpty) }

  private func outcome(_ name: String, _ reading: inout FormReading) -> Goal.Outcome {
    if let source = OutcomeForm.source(source, reasons) {
      if case .exits = source, reasons.isEmpty {
        reading.add("Ingen avslutsorsak är vald. Kryssa i dem som räknas som ett steg.", at: "\(name)-kalla")
      }
      if let filled = OutcomeForm.parts.flatMap({ part in OutcomeForm.sexes.map { "\(part.0)-\($0.0)" } })
        .first(where: { !(counts[$0] ?? "").isEmpty })
      {
        reading.add(
          "Utfallet räknas ur årets antal och kan inte också skrivas. Töm antalen, eller välj att de skrivs här.",
          at: "\(name)-\(filled)")
      }
      return Goal.Outcome(title: title, source: source)
    }
    let met = tally("uppnatt", "Uppnådde målet", name, &reading)
    let base = tally("av", "Av", name, &reading)
    if let met, let base {
      let isMore =
        met.total > base.total
        || (base.women + base.men > 0 && met.notStated == 0 && (met.women > base.women || met.men > base.men))
      if isMore {
        reading.add(
          "\(met.total) uppnådde målet av \(base.total), av kvinnorna \(met.women) av \(base.women) och av männen "
            + "\(met.men) av \(base.men). Fler än alla kan inte ha nått det; rätta antalen.",
          at: "\(name)-uppnatt-kvinnor")
      }
    }
    return Goal.Outcome(title: title, met: met, base: base)
  }

  private func tally(_ part: String, _ label: String, _ name: String, _ reading: inout FormReading) -> Tally? {
    var read: [String: Int] = [:]
    for (sex, words) in OutcomeForm.sexes {
      let text = counts["\(part)-\(sex)"] ?? ""
      guard !text.isEmpty else { continue }
      guard let count = Int(typed: text.replacing(" ", with: ""), in: 0...1_000_000) else {
        reading.add(
          "\(label) (\(words)) är ”\(text.excerpt)”. Skriv ett antal, till exempel 97; procenten räknas av programmet.",
          at: "\(name)-\(part)-\(sex)")
        continue
      }
      read[sex] = count
    }
    guard !read.isEmpty else { return nil }
    return Tally(women: read["kvinnor"] ?? 0, men: read["man"] ?? 0, notStated: read["ej-angivet"] ?? 0)
  }

  /// What an outcome can be reckoned from in the goal's year.
  static func options(_ association: Association, year: Int) -> [(value: String, words: String)] {
    var options = [
      (value: typed, words: "Antalen skrivs här"), (value: exits, words: "Årets avslutade, efter avslutsorsak"),
    ]
    for survey in association.surveys where survey.year == year {
      options += survey.questions.map { ("enkat|\(survey.id)|\($0.id)", "Enkät, \(survey.title): \($0.text)") }
    }
    for table in association.countTables where table.year == year {
      let base = table.kind == .parts ? Goal.Source.sum : ""
      options += table.rows.map { row in
        let words = base.isEmpty ? row.title : "\(row.title), av alla"
        return ("rad|\(table.id)|\(row.id)|\(base)", "Antal, \(table.title): \(words)")
      }
      if table.kind == .parts {
        options.append(("rad|\(table.id)|\(Goal.Source.sum)|", "Antal, \(table.title): alla"))
      }
    }
    return options
  }

  /// The fields of the outcome of that number.
  func fields(
    number: Int, _ options: [(value: String, words: String)], faults: [FieldFault]
  ) -> HTML {
    let name = "utfall-\(number)"
    let known = options.contains { $0.value == source } ? options : options + [(source, "Som förut")]
    let boxes = ExitReason.allCases.map { reason in
      FormPart.box(
        "\(name)-orsak", reason.title, isTicked: reasons.contains(reason), value: reason.rawValue,
        id: "\(name)-orsak-\(reason.rawValue)")
    }
    let counts = OutcomeForm.parts.flatMap { part, label in
      OutcomeForm.sexes.map { sex, words in
        FormPart.field(
          FormPart.Field(
            name: "\(name)-\(part)-\(sex)", label: "\(label), \(words)", value: self.counts["\(part)-\(sex)"] ?? "",
            inputMode: "numeric"), faults: faults)
      }
    }
    return tag(
      "fieldset", tag("legend", .text("Utfall \(number)")),
      FormPart.field(
        FormPart.Field(
          name: "\(name)-rubrik", label: "Rubrik för utfall \(number)", value: title,
          hint: "När målet har flera utfall. Kan lämnas tom."), faults: faults),
      FormPart.select(
        "\(name)-kalla", "Antalen till utfall \(number)", options: known, chosen: source,
        hint: "Det som räknas ur årets antal kan inte också skrivas.", faults: faults),
      tag(
        "details", source == OutcomeForm.exits ? [.other("open", "")] : [],
        tag("summary", .text("Avslutsorsaker som räknas som ett steg")),
        tag("fieldset", tag("legend", .text("Avslutsorsaker, utfall \(number)")), .joined(boxes))),
      tag(
        "details", source == OutcomeForm.typed ? [.other("open", "")] : [],
        tag("summary", .text("Antal som skrivs")), .joined(counts)))
  }
}
