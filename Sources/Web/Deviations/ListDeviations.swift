import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// A departure as it is typed.
struct DeviationForm {
  enum Name {
    static let recommendation = "rekommendation"
    static let reason = "skal"
    static let day = "dag"
    static let paragraph = "paragraf"
    static let digest = "avtryck"
  }

  var recommendation = ""
  var reason = ""
  var day = ""
  var paragraph = ""
  var digest = ""
  var faults: [FieldFault] = []

  init() {}

  init(_ deviation: Deviation) {
    (recommendation, reason) = (deviation.recommendation, deviation.reason)
    (day, paragraph) = (deviation.decision.date?.text ?? "", deviation.decision.paragraph)
    digest = DeviationForm.digest(of: deviation)
  }

  static func digest(of deviation: Deviation) -> String { Secret.digest(of: "\(deviation)") }

  static func read(_ asked: Asked, year: Int) throws -> (form: DeviationForm, deviation: Deviation?) {
    let form = asked.form
    var reading = FormReading(form)
    var typed = DeviationForm()
    typed.recommendation = reading.text(Name.recommendation, "Rekommendationen", isRequired: true, byteCountMax: 300)
    typed.reason = reading.text(Name.reason, "Skälet", isRequired: true, isLong: true, byteCountMax: 5000)
    typed.day = form.choice(Name.day).strippedOfBlanks
    typed.paragraph = reading.text(Name.paragraph, "Paragrafen", byteCountMax: 60)
    typed.digest = form.choice(Name.digest)
    var day: CalendarDate?
    if !typed.day.isEmpty { day = reading.date(Name.day, "Beslutsdagen", year: year) }
    if typed.day.isEmpty != typed.paragraph.isEmpty {
      reading.add(
        "Ett beslut har både dag och paragraf. Fyll i båda, eller lämna båda tomma.",
        at: typed.day.isEmpty ? Name.day : Name.paragraph)
    }
    try DecisionChoice.check(&reading, asked, day, typed.paragraph, at: Name.paragraph)
    typed.faults = reading.faults
    guard !reading.hasFaults else { return (typed, nil) }
    return (
      typed,
      Deviation(
        year: year, recommendation: typed.recommendation, reason: typed.reason,
        decision: Decision(date: day, paragraph: typed.paragraph))
    )
  }

  func fields() -> [HTML] {
    [
      FormPart.hidden(Name.digest, digest),
      FormPart.field(
        FormPart.Field(
          name: Name.recommendation, label: "Rekommendation", value: recommendation,
          hint: "Till exempel RKR R5 Leasing",
          isRequired: true), faults: faults),
      FormPart.area(
        Name.reason, "Vad gör förbundet i stället, och varför?", value: reason, rows: 4, faults: faults),
      FormPart.field(
        FormPart.Field(
          name: Name.day, label: "Styrelsen beslutade den", value: day, hint: "Tomt om styrelsen inte har beslutat."),
        faults: faults),
      FormPart.field(
        FormPart.Field(name: Name.paragraph, label: "Paragraf", value: paragraph, hint: "§ 45"), faults: faults),
    ]
  }
}

/// A year's departures from recommendations: follow or explain (LKBR 4:3).
enum ListDeviations {
  static func show(_ asked: Asked, _ year: Int) throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    return .page(try page(asked, year, DeviationForm()))
  }

  static func page(_ asked: Asked, _ year: Int, _ form: DeviationForm) throws -> Page {
    let association = try asked.store.association()
    let own = association.deviations.filter { $0.year == year }
    let years = Set(association.deviations.map(\.year)).union(try asked.store.fiscalYears().map(\.number)).union([year])
    let mayWrite = Access.bookkeepers.admits(asked.user)
    return Page(
      title: "Avvikelser \(year)", section: .deviations, print: Page.PrintHead(period: "\(year)"), isWide: true,
      main: .joined([
        FormPart.summary(of: form.faults),
        FollowUpPart.years(Array(years), year) { Addresses.deviations.path($0) },
        tag(
          "p", [.class("lead")],
          .text(
            "Förbundet följer rekommendationerna för kommunal redovisning eller förklarar varför det avviker (LKBR 4:3). Avvikelserna "
              + "står i en not i årsredovisningen, med styrelsens beslut.")),
        own.isEmpty
          ? tag("p", [.class("empty")], .text("Ingen avvikelse är skriven för \(year)."))
          : table(year, own, mayWrite),
        mayWrite && !left(of: association, year).isEmpty
          ? FormPart.form(
            to: Addresses.deviationsCopy.path(year), asked.visitor,
            each: [
              FormPart.button(
                "Hämta \(Words.count(left(of: association, year).count, "avvikelse", "avvikelser")) från \(year - 1)",
                kind: "secondary")
            ]) : .empty,
        mayWrite
          ? tag(
            "section", [.labelled(by: "ny")], tag("h2", [.id("ny")], .text("Ny avvikelse")),
            FormPart.form(
              to: Addresses.deviations.path(year), asked.visitor,
              each: form.fields() + [FormPart.button("Spara avvikelsen")])) : .empty,
        tag(
          "p", [.class("hint")],
          MoneyPart.link("Handboken om avvikelser", Addresses.handbookPage.path("avvikelser.md"))),
      ]))
  }

  private static func table(_ year: Int, _ deviations: [Deviation], _ mayWrite: Bool) -> HTML {
    MoneyPart.table(
      "Avvikelser \(year)",
      [
        MoneyPart.Column("Rekommendation"), MoneyPart.Column("Vad förbundet gör i stället och varför"),
        MoneyPart.Column("Beslut"),
      ],
      rows: deviations.enumerated().map { index, deviation in
        [
          mayWrite
            ? MoneyPart.link(deviation.recommendation, Addresses.deviation.path(Pair(year, index + 1)))
            : .text(deviation.recommendation),
          .text(deviation.reason),
          .text(
            [deviation.decision.date?.text ?? "", deviation.decision.paragraph].joined(separator: " ").strippedOfBlanks),
        ]
      })
  }

  /// Last year's that this year does not have.
  private static func left(of association: Association, _ year: Int) -> [Deviation] {
    let own = Set(association.deviations.filter { $0.year == year }.map(\.recommendation))
    return association.deviations.filter { $0.year == year - 1 && !own.contains($0.recommendation) }
  }

  static func save(_ asked: Asked, _ year: Int) throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    let (form, deviation) = try DeviationForm.read(asked, year: year)
    guard let deviation else { return .page(try page(asked, year, form), status: .unprocessableContent) }
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      association.insert([deviation], year)
      try writing.record(association)
    }
    return .see(Addresses.deviations.path(year), notice: "Avvikelsen är sparad.")
  }

  /// Carries last year's on: what is done and why. The decision was on last year, and is asked for anew.
  static func copy(_ asked: Asked, _ year: Int) throws -> Answer {
    guard ListGoals.isShown(year) else { return .notFound }
    let count = try asked.store.together(by: asked.actor, at: asked.now) { writing -> Int in
      var association = try writing.association()
      let copies = left(of: association, year).map {
        Deviation(year: year, recommendation: $0.recommendation, reason: $0.reason)
      }
      association.insert(copies, year)
      try writing.record(association)
      return copies.count
    }
    return .see(
      Addresses.deviations.path(year),
      notice: count == 0
        ? "Inget hämtades: året har redan förra årets avvikelser."
        : "\(Words.count(count, "avvikelse är hämtad", "avvikelser är hämtade")) från \(year - 1), utan beslut.")
  }
}

/// Changes a departure, or takes it away; the history has what it was.
enum SaveDeviation {
  static func show(_ asked: Asked, _ place: Pair<Int, Int>) throws -> Answer {
    guard let found = find(try asked.store.association(), place) else { return .notFound }
    return .page(page(asked, place, DeviationForm(found.deviation)))
  }

  /// The departure in that place of its year, counted from 1, and where it stands among all.
  private static func find(
    _ association: Association, _ place: Pair<Int, Int>
  ) -> (index: Int, deviation: Deviation)? {
    let ofYear = association.deviations.enumerated().filter { $0.element.year == place.first }
    guard ofYear.indices.contains(place.second - 1) else { return nil }
    let found = ofYear[place.second - 1]
    return (found.offset, found.element)
  }

  private static func page(_ asked: Asked, _ place: Pair<Int, Int>, _ form: DeviationForm) -> Page {
    Page(
      title: form.recommendation.isEmpty ? "Avvikelse" : form.recommendation, section: .deviations,
      trail: [Page.Link("Avvikelser \(place.first)", Addresses.deviations.path(place.first))],
      main: .joined([
        FormPart.summary(of: form.faults),
        FormPart.form(
          to: Addresses.deviation.path(place), asked.visitor,
          each: form.fields() + [FormPart.button("Spara avvikelsen")]),
        tag(
          "details", tag("summary", .text("Ta bort avvikelsen")),
          tag("p", .text("Avvikelsen försvinner ur årsredovisningen. Historiken har kvar den.")),
          FormPart.form(
            to: Addresses.deviationRemoval.path(place), asked.visitor,
            each: [
              FormPart.hidden(DeviationForm.Name.digest, form.digest),
              FormPart.button("Ta bort avvikelsen", kind: "secondary"),
            ])),
      ]))
  }

  static func save(_ asked: Asked, _ place: Pair<Int, Int>) throws -> Answer {
    guard let present = find(try asked.store.association(), place)?.deviation else { return .notFound }
    var (form, deviation) = try DeviationForm.read(asked, year: place.first)
    guard let deviation else { return .page(page(asked, place, form), status: .unprocessableContent) }
    guard try change(asked, place, form.digest, to: deviation) != nil else {
      form.digest = DeviationForm.digest(of: present)
      form.faults = [
        FieldFault(
          field: "",
          message:
            "Någon har ändrat avvikelserna medan du skrev. Här stod ”\(present.recommendation)”. Läs igenom, och spara igen om ditt "
            + "ska gälla.")
      ]
      return .page(page(asked, place, form), status: .unprocessableContent)
    }
    return .see(Addresses.deviations.path(place.first), notice: "Avvikelsen är sparad.")
  }

  static func remove(_ asked: Asked, _ place: Pair<Int, Int>) throws -> Answer {
    guard find(try asked.store.association(), place) != nil else { return .notFound }
    let removed = try change(asked, place, asked.form.choice(DeviationForm.Name.digest), to: nil)
    return .see(
      Addresses.deviations.path(place.first),
      notice: removed.map { "\($0.recommendation) är borttagen. Historiken har kvar den." }
        ?? "Inget togs bort: någon har ändrat avvikelserna. Öppna den igen.")
  }

  /// Puts another in its place, or none, where it is still the one that was shown; nil where it is not.
  private static func change(
    _ asked: Asked, _ place: Pair<Int, Int>, _ digest: String, to other: Deviation?
  ) throws -> Deviation? {
    try asked.store.together(by: asked.actor, at: asked.now) { writing in
      var association = try writing.association()
      guard let found = find(association, place), DeviationForm.digest(of: found.deviation) == digest else {
        return nil
      }
      if let other {
        association.deviations[found.index] = other
      } else {
        association.deviations.remove(at: found.index)
      }
      try writing.record(association)
      return found.deviation
    }
  }
}

extension Association {
  /// Puts departures of a year last in it.
  fileprivate mutating func insert(_ new: [Deviation], _ year: Int) {
    let next = deviations.firstIndex { $0.year > year } ?? deviations.count
    deviations.insert(contentsOf: new, at: next)
  }
}
