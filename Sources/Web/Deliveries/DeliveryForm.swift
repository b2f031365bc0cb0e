import Association
import Ledger
import Press
import Report
import Store

/// The form by which a whole delivery is typed, on a phone as well. What was typed is kept as it was.
struct DeliveryForm {
  enum Name {
    static let insats = "insats"
    static let replaces = "rattar"
    static let first = "fran"
    static let last = "till"
    static let calls = "samtal"
    static let remark = "anmarkning"
    /// The button that adds up without delivering.
    static let check = "rakna"
    static let file = "fil"

    static func flow(_ row: Flow.Row) -> String {
      switch row {
      case .carried: "flode-in"
      case .new: "flode-nya"
      case .finished: "flode-slut"
      case .ongoing: "flode-kvar"
      }
    }

    static func row(_ ground: CountGround, _ index: Int) -> String { "\(ground.tableID)-\(index + 1)" }
    static func coverage(_ index: Int) -> String { "bortfall-\(index + 1)" }
    static let volume = "volym"
    static let also = "aven"
    static let asked = "tillfragade"
    static let answered = "svarat"

    static func count(_ name: String, _ sex: Sex) -> String {
      switch sex {
      case .women: name + "-k"
      case .men: name + "-m"
      case .notStated: name + "-e"
      }
    }
    static func id(_ name: String) -> String { name + "-id" }
    static func title(_ name: String) -> String { name + "-rubrik" }
    static func ground(_ name: String) -> String { name + "-grund" }

    /// The field that a fault is shown at.
    static func field(_ fault: DeliveryFault) -> String {
      func count(_ name: String) -> String { Name.count(name, fault.sex ?? .women) }
      return switch fault.part {
      case .insats: ""
      case .period: last
      case .flow(let row): count(flow(row))
      case .ground(let ground): count(row(ground, 0))
      case .row(let ground, let index): fault.sex == nil ? title(row(ground, index)) : count(row(ground, index))
      case .coverage(let index): fault.sex == nil ? title(coverage(index)) : count(coverage(index))
      case .adviceCalls: calls
      case .volume: count(volume)
      case .alsoElsewhere: count(also)
      case .asked: count(asked)
      case .answered: count(answered)
      case .remark: remark
      }
    }
  }

  let desk: DeliveryDesk
  let insats: Insats
  /// What is corrected or answered.
  let replaces: DeliveryCase?
  /// What stands in the fields.
  let typed: Form
  var faults: [FieldFault] = []
  /// What ought to be looked at, and stops nothing.
  var questions: [String] = []

  /// Blank rows for what the usual ones do not have.
  private static let blankCount = 2
  private static let coverageCount = 3

  // What stands in the fields before anything is typed.

  /// The fields of what is corrected, or of the next period with the rows of the last.
  static func start(_ desk: DeliveryDesk, _ insats: Insats, _ replaces: DeliveryCase?, _ cases: [DeliveryCase]) -> Form
  {
    if let replaces { return Form(fields: fields(replaces.delivery, desk.association, isEmpty: false)) }
    let standing = cases.filter { $0.state.place != .replaced }
      .sorted { $0.delivery.period.lowerBound < $1.delivery.period.lowerBound }
    let years = (desk.asked.today.year - 1)...desk.asked.today.year
    let gap = years.lazy.compactMap { year in
      DeliveryGap.gaps(
        of: insats, year: year, delivered: standing.map(\.delivery.period), today: desk.asked.today
      ).first
    }.first
    let today = desk.asked.today
    let period = gap?.period ?? today...today
    var delivery = CountDelivery(insatsID: insats.id, period: period)
    if let last = standing.last(where: { $0.delivery.period.upperBound < period.lowerBound })?.delivery {
      delivery.grounds = last.grounds.mapValues { rows in
        rows.map { CountDelivery.Row(id: $0.id, title: $0.title, tally: .none) }
      }
      if let flow = last.flow {
        delivery.flow = Flow(carried: flow.ongoing, new: .none, finished: .none, ongoing: .none)
      }
    }
    return Form(fields: fields(delivery, desk.association, isEmpty: true))
  }

  private static func fields(
    _ delivery: CountDelivery, _ association: Association, isEmpty: Bool
  ) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = [
      (Name.first, delivery.period.lowerBound.text), (Name.last, delivery.period.upperBound.text),
    ]
    func add(_ name: String, _ tally: Tally?) {
      guard let tally else { return }
      for sex in Sex.allCases where !(isEmpty && tally[sex] == 0) {
        fields.append((Name.count(name, sex), "\(tally[sex])"))
      }
    }
    if let flow = delivery.flow { for row in Flow.Row.allCases { add(Name.flow(row), flow[row]) } }
    for ground in CountGround.allCases {
      let rows = delivery.grounds[ground] ?? []
      let usual = ground.usualRows(of: association).filter { usual in !rows.contains { $0.id == usual.id } }
      // Whoever has rows of their own is not asked for the usual ones as well.
      for (index, row) in (rows.map { ($0.id, $0.title) } + (rows.isEmpty ? usual : [])).enumerated() {
        let name = Name.row(ground, index)
        fields += [(Name.id(name), row.0), (Name.title(name), row.1)]
        if index < rows.count { add(name, rows[index].tally) }
      }
    }
    add(Name.volume, delivery.volume)
    add(Name.also, delivery.alsoElsewhere)
    add(Name.asked, delivery.screening?.asked)
    add(Name.answered, delivery.screening?.answered)
    if let calls = delivery.adviceCalls { fields.append((Name.calls, "\(calls)")) }
    for (index, coverage) in delivery.coverage.enumerated() {
      let name = Name.coverage(index)
      fields += [
        (Name.ground(name), coverage.ground?.rawValue ?? ""), (Name.title(name), coverage.reason),
      ]
      add(name, coverage.tally)
    }
    fields.append((Name.remark, delivery.remark))
    return fields
  }

  // What was typed.

  /// The delivery that was typed; nil where something in it cannot be read.
  static func read(_ form: Form, insatsID: String) -> (delivery: CountDelivery?, faults: [FieldFault]) {
    var reading = FormReading(form)
    let first = reading.date(Name.first, "Första dagen")
    let last = reading.date(Name.last, "Sista dagen")
    if let first, let last, first > last {
      reading.add(
        "Perioden slutar \(last.text), före \(first.text) då den börjar. Byt plats på dagarna.", at: Name.last)
    }
    func tally(_ name: String, _ label: String) -> Tally? {
      var tally = Tally.none
      var isSaid = false
      for sex in Sex.allCases {
        let field = Name.count(name, sex)
        let text = form.choice(field).strippedOfBlanks
        guard !text.isEmpty else { continue }
        isSaid = true
        if let count = Int(typed: text.replacing(" ", with: ""), in: 0...CountDelivery.countMax) {
          tally[sex] = count
        } else {
          reading.add(
            "\(label), \(sex.rawValue): ”\(PersonalNumber.masked(text.excerpt))” är inget antal. Skriv ett helt tal, till exempel 12.",
            at: field)
        }
      }
      return isSaid ? tally : nil
    }
    let rows = Flow.Row.allCases.map { ($0, tally(Name.flow($0), $0.title)) }
    var flow: Flow?
    if rows.contains(where: { $0.1 != nil }) {
      var said = Flow(carried: .none, new: .none, finished: .none, ongoing: .none)
      for (row, tally) in rows { said[row] = tally ?? .none }
      flow = said
    }
    var grounds: [CountGround: [CountDelivery.Row]] = [:]
    for ground in CountGround.allCases {
      var isSaid = false
      var read: [CountDelivery.Row] = []
      for index in 0..<rowCount(form, ground) {
        let name = Name.row(ground, index)
        let count = tally(name, "\(ground.title), rad \(index + 1)")
        let title = reading.text(
          Name.title(name), "\(ground.title), rad \(index + 1)", byteCountMax: CountDelivery.titleByteCountMax)
        var id = reading.text(
          Name.id(name), "\(ground.title), rad \(index + 1)", byteCountMax: CountDelivery.idByteCountMax)
        if id.isEmpty { id = Name.shortName(title) }
        guard let count else { continue }
        isSaid = true
        guard !title.isEmpty else {
          reading.add("\(ground.title), rad \(index + 1): skriv vad raden räknar.", at: Name.title(name))
          continue
        }
        read.append(CountDelivery.Row(id: id, title: title, tally: count))
      }
      if isSaid { grounds[ground] = read }
    }
    var coverage: [CountDelivery.Coverage] = []
    for index in 0..<CountDelivery.coverageCountMax where form.has(Name.title(Name.coverage(index))) {
      let name = Name.coverage(index)
      let count = tally(name, "Bortfall, rad \(index + 1)")
      let reason = reading.text(
        Name.title(name), "Skälet till bortfallet", byteCountMax: CountDelivery.remarkByteCountMax)
      guard let count else {
        if !reason.isEmpty {
          reading.add("Bortfall, rad \(index + 1): skriv hur många det är.", at: Name.count(name, .women))
        }
        continue
      }
      if reason.isEmpty { reading.add("Bortfall, rad \(index + 1): skriv varför.", at: Name.title(name)) }
      coverage.append(
        CountDelivery.Coverage(
          ground: CountGround(rawValue: form.choice(Name.ground(name))), tally: count, reason: reason))
    }
    let volume = tally(Name.volume, "Volym")
    let also = tally(Name.also, "Räknade i en annan insats också")
    let asked = tally(Name.asked, "Tillfrågade om våld")
    let answered = tally(Name.answered, "Svarat om våld")
    var calls: Int?
    let typedCalls = form.choice(Name.calls).strippedOfBlanks
    if !typedCalls.isEmpty {
      calls = Int(typed: typedCalls.replacing(" ", with: ""), in: 0...CountDelivery.countMax)
      if calls == nil {
        reading.add(
          "Rådgivande samtal: ”\(PersonalNumber.masked(typedCalls.excerpt))” är inget antal. Skriv ett helt tal.",
          at: Name.calls)
      }
    }
    let remark = reading.text(
      Name.remark, "Anmärkningen", isLong: true, byteCountMax: CountDelivery.remarkByteCountMax)
    guard let first, let last, first <= last, !reading.hasFaults else { return (nil, reading.faults) }
    return (
      CountDelivery(
        insatsID: insatsID, period: first...last, flow: flow, grounds: grounds, adviceCalls: calls, volume: volume,
        alsoElsewhere: also,
        screening: asked == nil && answered == nil
          ? nil : CountDelivery.Screening(asked: asked ?? .none, answered: answered ?? .none), coverage: coverage,
        remark: remark), []
    )
  }

  private static func rowCount(_ form: Form, _ ground: CountGround) -> Int {
    (0..<CountDelivery.rowCountMax).prefix { form.has(Name.title(Name.row(ground, $0))) }.count
  }

  // The page.

  func page() -> Page {
    Page(
      title: replaces == nil ? "Ny leverans" : "Rätta leverans \(replaces?.id ?? 0)", section: .deliveries,
      trail: [Page.Link("Leveranser", Addresses.deliveries.path())],
      main: .joined([
        tag("p", [.class("lead")], .text(insats.name)), question(), FormPart.summary(of: faults), hints(), form(),
        files(),
      ]))
  }

  private func question() -> HTML {
    guard case .returned(let state)? = replaces?.state else { return .empty }
    return tag("p", [.class("warning")], .text("\(state.mark.by.name) frågar: \(state.question)"))
  }

  private func hints() -> HTML {
    questions.isEmpty
      ? .empty
      : tag(
        "div", [.class("warning")], tag("p", .text("Titta på det här:")),
        tag("ul", each: questions.map { tag("li", .text($0)) }))
  }

  private func form() -> HTML {
    let insatsField = FormPart.hidden(Name.insats, insats.id)
    let replacing = replaces.map { FormPart.hidden(Name.replaces, "\($0.id)") } ?? .empty
    return FormPart.form(
      to: Addresses.newDelivery.path(), desk.asked.visitor,
      each: [
        insatsField, replacing,
        tag(
          "p", [.class("hint")],
          .text("Fyll i antal, aldrig något om en person. Det som inte är räknat lämnas tomt; ingen är 0.")),
        day(Name.first, "Första dagen"), day(Name.last, "Sista dagen"),
        tag("h2", .text("Deltagare")),
        counts(
          "Ingående + nya − avslutade = pågående", Flow.Row.allCases.map { (Name.flow($0), $0.title) }, sum: nil),
      ] + CountGround.allCases.map(groundPart) + [others(), missing()] + [
        FormPart.area(
          Name.remark, "Anmärkning till förbundet", value: typed.choice(Name.remark), hint: "Behövs inte.", rows: 3,
          faults: faults),
        tag(
          "p", [.class("toolbar")], FormPart.button("Lämna leveransen"),
          FormPart.button("Räkna samman", name: Name.check, value: "ja", kind: "secondary")),
      ])
  }

  private func day(_ name: String, _ label: String) -> HTML {
    FormPart.field(FormPart.Field(name: name, label: label, value: typed.choice(name)), faults: faults)
  }

  private func groundPart(_ ground: CountGround) -> HTML {
    let count = DeliveryForm.rowCount(typed, ground)
    let names = (0..<min(count + DeliveryForm.blankCount, CountDelivery.rowCountMax)).map { Name.row(ground, $0) }
    let isOpen = names.contains { name in
      Sex.allCases.contains { !typed.choice(Name.count(name, $0)).isEmpty }
        || faults.contains { $0.field.hasPrefix(name) }
    }
    let whole = ground.whole == .new ? "nya" : "avslutade"
    return tag(
      "details", isOpen ? [.other("open", "")] : [],
      tag("summary", .text("\(ground.title), av de \(whole)")),
      counts("\(ground.title), av de \(whole)", names.map { ($0, "") }, sum: ground.whole))
  }

  private func others() -> HTML {
    let names = [
      (Name.volume, "Deltagare i volyminsats"), (Name.also, "Räknade i en annan av förbundets insatser också"),
      (Name.asked, "Tillfrågade om våld"), (Name.answered, "Svarat på frågorna om våld"),
    ]
    let isOpen =
      !typed.choice(Name.calls).isEmpty || faults.contains { $0.field == Name.calls }
      || names.contains { name, _ in
        Sex.allCases.contains { !typed.choice(Name.count(name, $0)).isEmpty }
          || faults.contains { $0.field.hasPrefix(name) }
      }
    return tag(
      "details", isOpen ? [.other("open", "")] : [], tag("summary", .text("Annat som räknas")),
      counts("Annat som räknas", names, sum: nil),
      FormPart.field(
        FormPart.Field(
          name: Name.calls, label: "Rådgivande samtal utöver deltagarna", value: typed.choice(Name.calls),
          inputMode: "numeric"), faults: faults))
  }

  private func missing() -> HTML {
    let filled = (0..<CountDelivery.coverageCountMax).prefix { typed.has(Name.title(Name.coverage($0))) }.count
    let count = min(max(filled, DeliveryForm.coverageCount), CountDelivery.coverageCountMax)
    let isOpen = (0..<count).contains { index in
      !typed.choice(Name.title(Name.coverage(index))).isEmpty
        || faults.contains { $0.field.hasPrefix(Name.coverage(index)) }
    }
    let options = [("", "hela leveransen")] + CountGround.allCases.map { ($0.rawValue, $0.title.lowercased()) }
    let rows = (0..<count).map { index in
      let name = Name.coverage(index)
      return tag(
        "fieldset", tag("legend", .text("Bortfall \(index + 1)")),
        FormPart.select(
          Name.ground(name), "Saknas i", options: options.map { (value: $0.0, words: $0.1) },
          chosen: typed.choice(Name.ground(name)), faults: faults),
        FormPart.field(
          FormPart.Field(name: Name.title(name), label: "Varför", value: typed.choice(Name.title(name))),
          faults: faults), counts("Hur många som saknas, rad \(index + 1)", [(name, "Antal")], sum: nil))
    }
    return tag(
      "details", isOpen ? [.other("open", "")] : [],
      each: [
        tag("summary", .text("Bortfall: de som inte är med")),
        tag("p", [.class("hint")], .text("Till exempel 7 vars samtycke kom för sent, eller 16 som är anonyma.")),
      ]
        + rows)
  }

  /// A table of counts to fill in: a row each, a field for each sex. A row without a title of its own has a field for it.
  private func counts(_ caption: String, _ rows: [(name: String, title: String)], sum: Flow.Row?) -> HTML {
    var total = Tally.none
    let body = rows.enumerated().map { index, row in
      let own = typed.choice(Name.title(row.name))
      let title = row.title.isEmpty ? own : row.title
      let label = title.isEmpty ? "\(caption), rad \(index + 1)" : title
      for sex in Sex.allCases {
        total[sex] +=
          Int(typed: typed.choice(Name.count(row.name, sex)).strippedOfBlanks, in: 0...CountDelivery.countMax) ?? 0
      }
      return tag(
        "tr",
        each: [tag("th", [.scope(.row)], head(row, title))]
          + Sex.allCases.map { sex in
            tag("td", input(Name.count(row.name, sex), "\(label), \(sex.rawValue)", isCount: true))
          })
    }
    let foot = sum.map { sum in
      tag(
        "tfoot",
        tag(
          "tr",
          each: [tag("th", [.scope(.row)], .text("Summa, \(sum.title.lowercased())"))]
            + Sex.allCases.map { tag("td", [.class("number")], .text("\(total[$0])")) }))
    }
    return tag(
      "table", [.class("list counts")], tag("caption", .text(caption)),
      tag(
        "thead",
        tag(
          "tr", tag("td"), tag("th", [.scope(.column)], .text("Kvinnor")), tag("th", [.scope(.column)], .text("Män")),
          tag("th", [.scope(.column)], .text("Ej angivet")))), tag("tbody", each: body), foot ?? .empty)
  }

  private func head(_ row: (name: String, title: String), _ title: String) -> HTML {
    guard row.title.isEmpty else { return .text(title) }
    let id = typed.choice(Name.id(row.name))
    guard id.isEmpty else {
      return .text(title) + FormPart.hidden(Name.id(row.name), id) + FormPart.hidden(Name.title(row.name), title)
    }
    return input(Name.title(row.name), "Egen rad", isCount: false)
  }

  private func input(_ name: String, _ label: String, isCount: Bool) -> HTML {
    let fault = faults.first { $0.field == name }
    return voidTag(
      "input",
      [
        .id(name), .other("name", name), .other("type", "text"), .other("value", typed.choice(name)),
        .other("autocomplete", "off"), .label(label),
      ] + (isCount ? [.other("inputmode", "numeric"), .other("size", "4")] : [.other("size", "12")])
        + (fault == nil ? [] : [.other("aria-invalid", "true")]))
  }

  private func files() -> HTML {
    let place = Pair(insats.id, "csv")
    let days = [(Name.first, typed.choice(Name.first)), (Name.last, typed.choice(Name.last))]
    return tag("h2", .text("Skicka en fil i stället"))
      + tag(
        "p", .text("Hämta en fil med insatsens rader, fyll i den och skicka den: "),
        tag("a", [.href(.path(Addresses.deliveryTemplate.path(place, query: days)))], .text("CSV")), .text(" eller "),
        tag(
          "a", [.href(.path(Addresses.deliveryTemplate.path(Pair(insats.id, "xlsx"), query: days)))],
          .text("kalkylblad (.xlsx)")), .text(". Filen ur räknelistan (JSON) går också bra."))
      + FormPart.form(
        to: Addresses.deliveryFile.path(), desk.asked.visitor, hasFiles: true,
        each: [
          replaces.map { FormPart.hidden(Name.replaces, "\($0.id)") } ?? .empty,
          FormPart.field(FormPart.Field(name: Name.file, label: "Fil", type: "file"), faults: faults),
          FormPart.button("Skicka filen", kind: "secondary"),
        ])
  }
}

extension DeliveryForm.Name {
  /// A short name made of a title: `annan-kommun`.
  static func shortName(_ title: String) -> String {
    var name = ""
    for scalar in title.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, name.utf8.last != UInt8(ascii: "-") {
        name += "-"
      }
    }
    while name.utf8.last == UInt8(ascii: "-") { name.removeLast() }
    return String(decoding: name.utf8.prefix(CountDelivery.idByteCountMax / 2), as: UTF8.self)
  }
}
