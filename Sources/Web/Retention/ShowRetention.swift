import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// The plan for documents: which there are, where they are kept and how long, and what has been destroyed.
enum ShowRetention {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer { .page(try page(asked)) }

  static func page(_ asked: Asked, faults: [FieldFault] = []) throws -> Page {
    let all = try asked.store.retentionPlans()
    let shown = OrderPart.shown(all, asked)
    let inForce = all.inForce(on: asked.today)
    return Page(
      title: "Dokumenthantering", section: .retention,
      print: Page.PrintHead(period: shown.map { "Version \($0.version)" } ?? ""), isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        shown.map { OrderPart.lead($0, asked) }
          ?? tag("p", [.class("empty")], .text("Ingen dokumenthanteringsplan är införd.")),
        shown.map { RetentionPage.table($0.content) } ?? .empty,
        tag(
          "p", [.class("hint")],
          .text(
            "Planen gäller papper, filer och system utanför boken. Det som står i boken tas aldrig bort: bokföring, underlag, beslut "
              + "och historik finns kvar så länge boken finns, och räkenskapsinformation bevaras i minst sju år efter utgången av det "
              + "kalenderår då räkenskapsåret avslutades (LKBR 3:13).")),
        Access.director.admits(asked.user)
          ? tag(
            "p",
            tag(
              "a", [.class("button primary"), .href(.path(Addresses.newRetentionPlan.path()))],
              .text(all.isEmpty ? "För in planen" : "För in en ny version"))) : .empty,
        register(try asked.store.destructions()),
        Access.bookkeepers.admits(asked.user) ? inForce.map { form(asked, $0.content, faults) } ?? .empty : .empty,
        OrderPart.versions(all, shown: shown, Addresses.retention),
        tag(
          "p", [.class("hint")],
          MoneyPart.link("Handboken om dokumenthantering", Addresses.handbookPage.path("dokumenthantering.md"))),
      ]))
  }

  private static func register(_ destructions: [Destruction]) -> HTML {
    guard !destructions.isEmpty else { return .empty }
    return tag("h2", .text("Förstörda handlingar"))
      + MoneyPart.table(
        "Förstörda handlingar",
        [
          MoneyPart.Column("Handlingstyp"), MoneyPart.Column("Till och med år"), MoneyPart.Column("Vad"),
          MoneyPart.Column("Beslut"), MoneyPart.Column("Förstörda"), MoneyPart.Column("Av"), MoneyPart.Column("Hur"),
        ],
        rows: destructions.reversed().map { one in
          [
            .text(one.title), .text("\(one.lastYear)"), .text(one.words),
            .text("\(one.decidedOn.text) \(one.paragraph)"), .text(one.day.text), .text(one.by), .text(one.method),
          ]
        })
  }

  private static func form(_ asked: Asked, _ plan: RetentionPlan, _ faults: [FieldFault]) -> HTML {
    let kinds = plan.kinds.filter { $0.keeping != .preserved }
    guard !kinds.isEmpty else { return .empty }
    let form = asked.form
    func field(_ name: String, _ label: String, _ hint: String = "") -> HTML {
      FormPart.field(
        FormPart.Field(name: name, label: label, value: form.choice(name), hint: hint), faults: faults)
    }
    return tag(
      "section", [.labelled(by: "forstorda")],
      tag("h2", [.id("forstorda")], .text("Anteckna att handlingar är förstörda")),
      FormPart.form(
        to: Addresses.destructions.path(), asked.visitor,
        each: [
          FormPart.select(
            "typ", "Handlingstyp",
            options: [("", "Välj")] + kinds.map { ($0.title, "\($0.title), \(RetentionPage.words($0.keeping))") },
            chosen: form.choice("typ"), faults: faults),
          field("sista-ar", "Till och med år", "Det senaste kalenderår som handlingarna hör till"),
          field("vad", "Vad", "Till exempel pärm 3 och 4. Skriv inga namn."),
          field("dag", "Beslutet om gallring togs den", "2025-03-14"), field("paragraf", "Paragraf", "§ 12"),
          field("forstorda-den", "Förstörda den"), field("av", "Av", "En funktion, till exempel förbundschefen"),
          field("hur", "Hur", "Till exempel dokumentförstörare eller radering hos leverantören"),
          FormPart.button("Anteckna"),
        ]))
  }
}

/// Records that documents outside the book were destroyed.
enum RecordDestruction {
  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    var reading = FormReading(asked.form)
    let title = asked.form.choice("typ")
    if title.isEmpty { reading.add("Handlingstypen är inte vald. Välj en i listan.", at: "typ") }
    let year = Int(typed: asked.form.choice("sista-ar").strippedOfBlanks, in: 1900...2150)
    if year == nil { reading.add("Året är inte skrivet med fyra siffror, till exempel 2017.", at: "sista-ar") }
    let words = reading.text("vad", "Vad", byteCountMax: 500)
    let decided = reading.date("dag", "Beslutsdagen", year: asked.today.year)
    let paragraph = reading.text("paragraf", "Paragrafen", isRequired: true, byteCountMax: 60)
    try DecisionChoice.check(&reading, asked, decided, paragraph, at: "paragraf")
    let day = reading.date("forstorda-den", "Dagen", year: asked.today.year)
    let by = reading.text("av", "Vem", isRequired: true, byteCountMax: 100)
    let method = reading.text("hur", "Hur", isRequired: true, byteCountMax: 200)
    var faults = reading.faults
    if let year, let decided, let day, faults.isEmpty {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.destroyed(
            title, lastYear: year, words: words, decidedOn: decided, paragraph: paragraph, day: day, by: by,
            method: method)
        }
        return .see(Addresses.retention.path(), notice: "Förstöringen är antecknad.")
      } catch {
        faults = [try MoneyFault.of(error)]
      }
    }
    return .page(try ShowRetention.page(asked, faults: faults), status: .unprocessableContent)
  }
}

/// How the plan for documents is shown and typed.
enum RetentionPage {
  static func words(_ keeping: RetentionPlan.Keeping) -> String {
    switch keeping {
    case .preserved: "bevaras"
    case .years(let years): "gallras efter \(years) år"
    }
  }

  static func table(_ plan: RetentionPlan) -> HTML {
    MoneyPart.table(
      "Dokumenthanteringsplan",
      [
        MoneyPart.Column("Handlingstyp"), MoneyPart.Column("Förvaras"), MoneyPart.Column("Hur länge"),
        MoneyPart.Column("Grund"), MoneyPart.Column("Räkenskapsinformation"),
      ],
      rows: plan.kinds.map { kind in
        [
          .text(kind.title), .text(kind.place), .text(words(kind.keeping).firstCapital), .text(kind.ground),
          .text(kind.isAccounting ? "Ja" : "Nej"),
        ]
      })
  }

  static let columns: [EntryGrid.Column] = [
    EntryGrid.Column(name: "typ", label: "Handlingstyp", size: 28),
    EntryGrid.Column(name: "plats", label: "Förvaras", size: 24),
    EntryGrid.Column(name: "ar", label: "År, eller bevaras", size: 9, byteCountMax: 20),
    EntryGrid.Column(name: "grund", label: "Grund", size: 24),
    EntryGrid.Column(
      name: "bokforing", label: "Räkenskapsinformation", choices: [("nej", "Nej"), ("ja", "Ja")]),
  ]

  static func rows(_ plan: RetentionPlan) -> [[String]] {
    plan.kinds.map { kind in
      let years = if case .years(let years) = kind.keeping { "\(years)" } else { "bevaras" }
      return [kind.title, kind.place, years, kind.ground, kind.isAccounting ? "ja" : "nej"]
    }
  }

  /// What most associations have, to begin with.
  static let usual: [[String]] = [
    ["Räkenskapsinformation utanför boken", "Ekonomisystem, pärm", "7", "LKBR 3:13", "ja"],
    ["Protokoll från styrelsen", "Närarkiv", "bevaras", "Arkivlagen", "nej"],
    ["Årsredovisningar och budgetar", "Närarkiv", "bevaras", "Arkivlagen", "nej"],
    ["Avtal och överenskommelser om insatser", "Närarkiv", "bevaras", "Arkivlagen", "nej"],
    ["Kallelser och utskick av rutinkaraktär", "E-post", "2", "Styrelsens beslut", "nej"],
  ]

  static func read(_ reading: inout FormReading, _ form: Form) -> [RetentionPlan.Kind] {
    EntryGrid.read(&reading, form, columns).compactMap { number, cells in
      let keeping: RetentionPlan.Keeping? =
        cells[2].lowercased() == "bevaras" ? .preserved : Int(typed: cells[2], in: 1...200).map { .years($0) }
      guard let keeping else {
        reading.add(
          "Rad \(number) säger ”\(cells[2].excerpt)” om hur länge. Skriv ett antal år, eller bevaras.",
          at: "ar-\(number)")
        return nil
      }
      return RetentionPlan.Kind(
        title: cells[0], place: cells[1], keeping: keeping, ground: cells[3], isAccounting: cells[4] == "ja")
    }
  }
}

/// Records a version of the plan for documents as the board decided it.
enum DecideRetentionPlan {
  static func show(_ asked: Asked, _: Nothing) throws -> Answer {
    let last = try asked.store.retentionPlans().last
    return .page(
      page(
        asked,
        EntryGrid(RetentionPage.columns, rows: last.map { RetentionPage.rows($0.content) } ?? RetentionPage.usual),
        faults: []))
  }

  static func save(_ asked: Asked, _: Nothing) throws -> Answer {
    let grid = EntryGrid(RetentionPage.columns, typed: asked.form)
    if asked.form.has(EntryGrid.more) { return .page(page(asked, grid, faults: [])) }
    var reading = FormReading(asked.form)
    let decided = try OrderPart.decided(&reading, asked)
    let kinds = RetentionPage.read(&reading, asked.form)
    var faults = reading.faults
    if let decided, faults.isEmpty {
      do {
        let plan = try RetentionPlan(kinds)
        let name = try asked.store.together(by: asked.actor, at: asked.now) {
          try $0.decide(plan, on: decided.day, paragraph: decided.paragraph, validFrom: decided.validFrom)
        }
        return .see(
          Addresses.retention.path(),
          notice: "Version \(name.version) är införd och gäller från \(name.validFrom.text).")
      } catch {
        faults = [try MoneyFault.of(error)]
      }
    }
    return .page(page(asked, grid, faults: faults), status: .unprocessableContent)
  }

  private static func page(_ asked: Asked, _ grid: EntryGrid, faults: [FieldFault]) -> Page {
    Page(
      title: "Ny version av dokumenthanteringsplanen", section: .retention,
      trail: [Page.Link("Dokumenthantering", Addresses.retention.path())], isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        tag(
          "p", [.class("lead")],
          .text(
            "Skriv planen som styrelsen beslutade den. Åren räknas efter utgången av det kalenderår som handlingen hör till."
          )),
        FormPart.form(
          to: Addresses.newRetentionPlan.path(), asked.visitor,
          each: OrderPart.fields(asked, faults) + [
            grid.html("Handlingstyper", faults: faults), FormPart.button("För in versionen"),
          ]),
      ]))
  }
}
