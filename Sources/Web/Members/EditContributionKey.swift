import Association
import HTTPTypes
import Ledger
import Press
import Store

/// A contribution key: made and changed by saying how each kind of member shares its part.
enum EditContributionKey {
  static func showNew(_ asked: Asked, _: Nothing) throws -> Answer {
    let association = try asked.store.association()
    // What holds now is what is changed least.
    let latest = association.contributionKeys.max { $0.validFrom < $1.validFrom }
    var form = latest.map { KeyForm($0, association) } ?? KeyForm(association)
    form.values["fran"] = ""
    form.values["beslutsdag"] = ""
    form.values["paragraf"] = ""
    return .page(page(asked, association, nil, form, faults: []))
  }

  static func show(_ asked: Asked, _ text: String) throws -> Answer {
    let association = try asked.store.association()
    guard let key = find(text, association) else { return .notFound }
    return .page(page(asked, association, key, KeyForm(key, association), faults: []))
  }

  static func saveNew(_ asked: Asked, _: Nothing) throws -> Answer { try save(asked, over: nil) }

  static func save(_ asked: Asked, _ text: String) throws -> Answer {
    guard let key = find(text, try asked.store.association()) else { return .notFound }
    return try save(asked, over: key)
  }

  private static func find(_ text: String, _ association: Association) -> ContributionKey? {
    association.contributionKeys.first { $0.validFrom.text == text }
  }

  private static func save(_ asked: Asked, over old: ContributionKey?) throws -> Answer {
    let association = try asked.store.association()
    var reading = FormReading(asked.form)
    let read = KeyForm.read(&reading, asked.form, association)
    if let read, read.validFrom != old?.validFrom,
      association.contributionKeys.contains(where: { $0.validFrom == read.validFrom })
    {
      reading.add(
        "Det finns redan en nyckel från \(read.validFrom.text). Ändra den, eller välj en annan dag.", at: "fran")
    }
    if let read {
      try DecisionChoice.check(&reading, asked, read.decision.date, read.decision.paragraph, at: "paragraf")
    }
    guard let read, !reading.hasFaults else {
      return .page(
        page(asked, association, old, KeyForm(typed: asked.form), faults: reading.faults), status: .unprocessableContent
      )
    }
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      if let index = association.contributionKeys.firstIndex(where: { $0.validFrom == old?.validFrom }) {
        association.contributionKeys[index] = read
      } else {
        association.contributionKeys.append(read)
      }
      try writing.record(association)
    }
    return .see(
      Addresses.contributionKey.path(read.validFrom.text), notice: "Nyckeln från \(read.validFrom.text) är sparad.")
  }

  private static func page(
    _ asked: Asked, _ association: Association, _ key: ContributionKey?, _ form: KeyForm, faults: [FieldFault]
  ) -> Page {
    Page(
      title: key.map { "Fördelningsnyckel från \($0.validFrom.text)" } ?? "Ny fördelningsnyckel", section: .members,
      trail: MemberWords.trail(
        WorkingYear.of(asked), Page.Link("Fördelningsnycklar", Addresses.contributionKeys.path())),
      main: .joined([
        FormPart.summary(of: faults), key.map { parts($0, association) } ?? .empty,
        Access.bookkeepers.admits(asked.user)
          ? tag("h2", .text(key == nil ? "Så delas bidraget" : "Ändra"))
            + FormPart.form(
              to: key.map { Addresses.contributionKey.path($0.validFrom.text) } ?? Addresses.newContributionKey.path(),
              asked.visitor, each: form.fields(association, faults: faults) + [FormPart.button("Spara nyckeln")])
          : .empty,
      ]))
  }

  private static func parts(_ key: ContributionKey, _ association: Association) -> HTML {
    let rows = key.parts.map { part in
      tag(
        "tr",
        tag(
          "th", [.scope(.row)],
          tag(
            "a", [.href(.path(Addresses.member.path(part.memberID)))],
            .text(MemberWords.name(part.memberID, in: association)))),
        MoneyPart.cell("Del av det hela", .text(MemberWords.part(part))),
        MoneyPart.cell(
          "Invånare",
          .text(key.population?.counts.first { $0.memberID == part.memberID }.map { "\($0.inhabitants)" } ?? "")))
    }
    let carrier =
      key.roundingMemberID.isEmpty
      ? "Ingen bär avrundningen: det som den lämnar debiteras inte."
      : "\(MemberWords.name(key.roundingMemberID, in: association)) bär avrundningen."
    let source =
      key.population.map {
        " Invånarna är räknade \($0.year) (\($0.source.isEmpty ? "källan är inte angiven" : $0.source))."
      } ?? ""
    let decision = MemberWords.decision(key.decision)
    return .joined([
      MemberTable.table(
        "Medlemmarnas delar", [("Medlem", false), ("Del av det hela", false), ("Invånare", false)], rows: rows),
      tag(
        "p",
        .text(
          "Bidragen avrundas till \(MemberWords.unit(key.unitOre)). \(carrier)\(source)"
            + (decision.isEmpty ? " Beslutet är inte angivet." : " Beslut: \(decision)."))),
      key.isWhole
        ? .empty
        : tag(
          "p", [.class("warning")], .text("Delarna blir inte en hel. Kontrollera dem: det som fattas debiteras ingen.")),
    ])
  }
}

/// A key as it was typed.
struct KeyForm {
  var values: [String: String] = [:]

  init(_ association: Association) {
    values["delning"] = "delar"
    values["enhet"] = "100"
    let state = association.members.first { $0.kind == .state && $0.left == nil }
    values["staten"] = state?.id ?? ""
    for region in association.members where region.kind == .region && region.left == nil {
      values["vikt-\(region.id)"] = "1"
    }
  }

  init(_ key: ContributionKey, _ association: Association) {
    values["fran"] = key.validFrom.text
    values["delning"] = key.population == nil ? "delar" : "invanare"
    values["enhet"] = "\(key.unitOre)"
    values["avrundning"] = key.roundingMemberID
    values["beslutsdag"] = key.decision.date?.text ?? ""
    values["paragraf"] = key.decision.paragraph
    values["invanarar"] = key.population.map { "\($0.year)" } ?? ""
    values["kalla"] = key.population?.source ?? ""
    for kind in [Member.Kind.region, .municipality] {
      let own = key.parts.filter { part in association.members.contains { $0.id == part.memberID && $0.kind == kind } }
      let whole = own.map(\.denominator).max() ?? 1
      for part in own where part.denominator > 0 {
        values["vikt-\(part.memberID)"] = "\(part.numerator * (whole / part.denominator))"
      }
    }
    for count in key.population?.counts ?? [] { values["vikt-\(count.memberID)"] = "\(count.inhabitants)" }
    values["staten"] =
      key.parts.first { part in association.members.contains { $0.id == part.memberID && $0.kind == .state } }?.memberID
      ?? ""
  }

  init(typed form: Form) { for pair in form.pairs { values[pair.name] = pair.value } }

  static func read(
    _ reading: inout FormReading, _ form: Form, _ association: Association
  ) -> ContributionKey? {
    let validFrom = reading.date("fran", "Dagen då nyckeln börjar gälla")
    let state = association.members.first { $0.id == form.choice("staten") && $0.kind == .state }
    if state == nil { reading.add("Välj vem som betalar statens hälft.", at: "staten") }
    let byInhabitants = form.choice("delning") == "invanare"
    let regions = weights(&reading, form, association, .region, isWhole: false)
    let municipalities = weights(&reading, form, association, .municipality, isWhole: byInhabitants)
    if municipalities.isEmpty {
      reading.add("Ingen kommun har någon del. Minst en kommun ska betala (3 och 5 §§).", at: "delning")
    }
    var population: ContributionKey.Population?
    let source = reading.text("kalla", "Källan", byteCountMax: 200)
    if byInhabitants {
      if let year = Int(typed: form.choice("invanarar").strippedOfBlanks, in: 1990...2150) {
        population = ContributionKey.Population(
          year: year, source: source,
          counts: municipalities.map { .init(memberID: $0.memberID, inhabitants: Int($0.weight)) })
      } else {
        reading.add("Året som invånarna är räknade saknas. Skriv det med fyra siffror.", at: "invanarar")
      }
      if source.isEmpty {
        reading.add("Källan saknas. Skriv var antalet invånare är hämtat, till exempel SCB.", at: "kalla")
      }
    }
    let unit = Int64(typed: form.choice("enhet"), in: 1...100_000_000) ?? 100
    let carrier = form.choice("avrundning")
    let day = form.choice("beslutsdag").strippedOfBlanks.isEmpty ? nil : reading.date("beslutsdag", "Beslutsdagen")
    let paragraph = reading.text("paragraf", "Paragrafen", byteCountMax: 60)
    guard !reading.hasFaults, let validFrom, let state else { return nil }
    let division = KeyDivision(
      state: [KeyDivision.Weight(memberID: state.id, weight: 1)], regions: regions, municipalities: municipalities)
    let parts = division.parts
    return ContributionKey(
      validFrom: validFrom, parts: parts,
      roundingMemberID: parts.contains { $0.memberID == carrier } ? carrier : "", unitOre: unit,
      decision: Decision(date: day, paragraph: paragraph), population: population)
  }

  /// The weights of a kind of members; parts with decimals are all multiplied alike, so that they become whole numbers.
  private static func weights(
    _ reading: inout FormReading, _ form: Form, _ association: Association, _ kind: Member.Kind, isWhole: Bool
  ) -> [KeyDivision.Weight] {
    var typed: [(id: String, hundredths: Int64)] = []
    for member in association.members where member.kind == kind {
      let field = "vikt-\(member.id)"
      let text = form.choice(field).strippedOfBlanks
      if text.isEmpty { continue }
      guard case .amount(let number) = AmountExpression.evaluate(text), number >= .zero,
        number.ore <= 10_000_000_000, !isWhole || number.ore % 100 == 0
      else {
        reading.add(
          "\(isWhole ? "Antalet invånare" : "Delen") för \(member.name) är ”\(text.firstWords(30))”. Skriv ett tal, till exempel "
            + (isWhole ? "66 262." : "40."), at: field)
        continue
      }
      if number > .zero { typed.append((member.id, number.ore)) }
    }
    let scale: Int64 = typed.allSatisfy { $0.hundredths % 100 == 0 } ? 100 : 1
    return typed.map { KeyDivision.Weight(memberID: $0.id, weight: $0.hundredths / scale) }
  }

  func fields(_ association: Association, faults: [FieldFault]) -> [HTML] {
    func field(_ name: String, _ label: String, _ hint: String = "") -> HTML {
      FormPart.field(FormPart.Field(name: name, label: label, value: values[name] ?? "", hint: hint), faults: faults)
    }
    func select(_ name: String, _ label: String, _ options: [(value: String, words: String)], hint: String = "") -> HTML
    {
      FormPart.select(name, label, options: options, chosen: values[name] ?? "", hint: hint, faults: faults)
    }
    func members(_ kind: Member.Kind) -> [Member] {
      association.members.filter { $0.kind == kind && ($0.left == nil || !(values["vikt-\($0.id)"] ?? "").isEmpty) }
    }
    let states = members(.state).map { (value: $0.id, words: $0.name) }
    let carriers = association.members.filter { $0.left == nil }.map { (value: $0.id, words: $0.name) }
    return [
      field("fran", "Gäller från", "Till exempel 2026-01-01. Börjar den mitt i ett år delas året på dagarna."),
      select(
        "staten", "Statens hälft betalas av", states, hint: "Försäkringskassan betalar också Arbetsförmedlingens del."),
      tag(
        "fieldset", tag("legend", .text("Regionerna")),
        tag(
          "p", [.class("hint")],
          .text(
            "Flera regioner delar fjärdedelen efter talen. Lämna tomt för en kommun utanför region (5 a §): då betalar kommunerna hälften."
          )),
        .joined(members(.region).map { field("vikt-\($0.id)", $0.name) })),
      tag(
        "fieldset", tag("legend", .text("Kommunerna")),
        select(
          "delning", "Kommunerna delar efter",
          [
            (value: "delar", words: "överenskomna delar, till exempel 40, 20, 20, 10 och 10"),
            (value: "invanare", words: "antal invånare"),
          ]),
        .joined(members(.municipality).map { field("vikt-\($0.id)", $0.name) }),
        field("invanarar", "Invånarna är räknade år", "Bara när kommunerna delar efter invånare"),
        field("kalla", "Källa", "Till exempel SCB, folkmängd 31 december")),
      select(
        "enhet", "Bidragen avrundas till",
        [
          (value: "100", words: "hela kronor"), (value: "1", words: "öre"),
          (value: "100000", words: "hela tusental kronor"),
        ]),
      select(
        "avrundning", "Avrundningen bärs av",
        carriers + [(value: "", words: "Ingen: det som avrundningen lämnar debiteras inte")]),
      field("beslutsdag", "Beslutsdag"), field("paragraf", "Paragraf", "Till exempel § 45"),
    ]
  }
}
