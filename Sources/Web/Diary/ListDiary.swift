import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// The register of a year, the latest entry first: narrowed by words, direction, and what is open; as a file too.
enum ListDiary {
  enum Name {
    static let words = "ord"
    static let direction = "riktning"
    static let open = "oppna"
    static let marked = "sekretess"
    static let page = "sida"
    static let prefix = "serie"
    static let kind = "slag"
    static let key = "nyckel"
  }

  /// How many stand on a page.
  static let pageRowCount = 100
  /// The most that a file holds.
  static let fileRowCountMax = 100_000

  /// The menu leads to the year that it is.
  static func thisYear(_ asked: Asked, _: Nothing) -> Answer { .see(Addresses.diaryYear.path(asked.today.year)) }

  static func show(_ asked: Asked, _ year: Int) throws -> Answer { .page(try page(asked, year, faults: [])) }

  /// Chooses the letters of the numbers that are given from now on.
  static func choosePrefix(_ asked: Asked, _: Nothing) throws -> Answer {
    var reading = FormReading(asked.form)
    let prefix = reading.text(Name.prefix, "Serien", isRequired: true, byteCountMax: 20).uppercased()
    if !reading.hasFaults {
      do {
        try asked.store.together(by: asked.actor, at: asked.now) { try $0.chooseDiaryPrefix(prefix) }
        return .see(
          Addresses.diaryYear.path(asked.today.year), notice: "Nya nummer börjar med \(prefix). De som finns står kvar."
        )
      } catch let refusal as DiaryRefusal {
        reading.add(Words.sentence(refusal), at: Name.prefix)
      }
    }
    return .page(try page(asked, asked.today.year, faults: reading.faults), status: .unprocessableContent)
  }

  static func file(_ asked: Asked, _ year: Int) throws -> Answer {
    let sight = DiarySight.of(asked)
    let filter = DiaryFilter(year: year)
    let found = try asked.store.diaryPage(filter, seenBy: sight, limit: fileRowCountMax)
    let lines = found.lines.reversed().map { line -> [String] in
      let content = line.content
      return [
        line.number.text, line.day.text, content.map { DiaryWords.words($0.direction) } ?? "", content?.party ?? "",
        content?.subject ?? DiaryWords.withheld, line.isMarked ? "Ja" : "", content?.isClosed == true ? "Avslutad" : "",
      ]
    }
    return .file(
      FileAnswer(
        bytes: CSVPress.csv(
          of: [["Diarienummer", "Dag", "Riktning", "Avsändare eller mottagare", "Ärende", "Sekretess", "Läge"]] + lines),
        name: "diarium-\(year).csv", mediaType: "text/csv; charset=utf-8"))
  }

  private static func page(_ asked: Asked, _ year: Int, faults: [FieldFault]) throws -> Page {
    var reading = FormReading(asked.query)
    let words = reading.text(Name.words, "Orden", byteCountMax: 200)
    let sight = DiarySight.of(asked)
    var filter = DiaryFilter(
      year: year, direction: DiaryDirection(rawValue: asked.query.choice(Name.direction)),
      words: reading.hasFaults ? "" : words, isOpenOnly: asked.query.has(Name.open),
      isMarkedOnly: asked.query.has(Name.marked))
    // A number is that entry, whichever year is shown.
    if DiaryNumber(filter.words) != nil { filter.year = nil }
    if let kind = DiaryLink.Kind(rawValue: asked.query.choice(Name.kind)), !asked.query.choice(Name.key).isEmpty {
      filter.link = DiaryLink(kind: kind, key: asked.query.choice(Name.key))
      filter.year = nil
    }
    let number = Int(typed: asked.query.choice(Name.page), in: TypedRange.page) ?? 1
    let found = try asked.store.diaryPage(
      filter, seenBy: sight, offset: (number - 1) * pageRowCount, limit: pageRowCount)
    let pageCount = max((found.count + pageRowCount - 1) / pageRowCount, 1)
    let years = Set(try asked.store.diaryYears() + [year, asked.today.year]).sorted(by: >)
    func path(page: Int) -> String {
      Addresses.diaryYear.path(
        year,
        query: [
          (Name.words, words), (Name.direction, filter.direction?.rawValue ?? ""),
          (Name.open, filter.isOpenOnly ? "ja" : ""), (Name.marked, filter.isMarkedOnly ? "ja" : ""),
          (Name.kind, filter.link?.kind.rawValue ?? ""), (Name.key, filter.link?.key ?? ""),
          (Name.page, page > 1 ? "\(page)" : ""),
        ])
    }
    return Page(
      title: "Diarium \(year)", section: .diary, print: Page.PrintHead(period: "\(year)", unit: "Diariets register"),
      isWide: true, scripts: ["lists.js"],
      main: .joined([
        FormPart.summary(of: reading.faults + faults),
        tag(
          "nav", [.class("pages switch"), .label("År")],
          tag(
            "ul",
            each: years.map {
              ListPart.link("\($0)", Addresses.diaryYear.path($0), isCurrent: $0 == year)
            })),
        tools(asked, year), form(asked, year, filter, words, reading.faults), table(found.lines, found.count, filter),
        ListPart.pages(current: number, count: pageCount, path: path),
        Access.director.admits(asked.user) ? try series(asked, faults) : .empty,
      ]))
  }

  private static func tools(_ asked: Asked, _ year: Int) -> HTML {
    tag(
      "p", [.class("toolbar list-tools")],
      Access.bookkeepers.admits(asked.user)
        ? tag("a", [.class("button"), .href(.path(Addresses.newDiaryEntry.path()))], .text("Registrera en handling"))
        : .empty,
      tag("a", [.class("button"), .href(.path(Addresses.diaryFile.path(year)))], .text("Hämta som CSV")))
  }

  private static func form(
    _ asked: Asked, _ year: Int, _ filter: DiaryFilter, _ words: String, _ faults: [FieldFault]
  ) -> HTML {
    tag(
      "form",
      [
        .class("filter list-filter"), .other("method", "get"), .other("action", Addresses.diaryYear.path(year)),
        .label("Urval"),
      ],
      FormPart.field(
        FormPart.Field(
          name: Name.words, label: "Sök i diariet", value: words, hint: "Ord i vilken form som helst, eller ett nummer",
          type: "search"), faults: faults),
      FormPart.select(
        Name.direction, "Riktning",
        options: [("", "Alla")] + DiaryDirection.allCases.map { ($0.rawValue, DiaryWords.words($0)) },
        chosen: filter.direction?.rawValue ?? ""),
      FormPart.box(Name.open, "Bara öppna", isTicked: filter.isOpenOnly),
      FormPart.box(Name.marked, "Bara sekretessmarkerade", isTicked: filter.isMarkedOnly),
      tag("div", [.class("field act")], FormPart.button("Visa")))
  }

  static func table(_ lines: [DiaryLine], _ count: Int, _ filter: DiaryFilter) -> HTML {
    guard !lines.isEmpty else {
      let isNarrowed = filter != DiaryFilter(year: filter.year)
      return tag(
        "p", [.class("empty")],
        .text(
          isNarrowed ? "Ingen post passar urvalet." : "Ingenting är diariefört \(filter.year.map { "\($0)" } ?? "")."))
    }
    let rows = lines.map { line -> [HTML] in
      let number = MoneyPart.link(line.number.text, Addresses.diaryEntry.path(DiaryPlace(line.number)))
      guard let content = line.content else {
        return [number, .text(line.day.text), .empty, .empty, .text(DiaryWords.withheld), .empty]
      }
      return [
        number, .text(line.day.text), .text(DiaryWords.words(content.direction)), .text(content.party),
        .text(content.subject),
        .text(
          [line.isMarked ? "Sekretess" : "", content.isClosed ? "Avslutad" : "", content.isPublic ? "Öppen" : ""]
            .filter { !$0.isEmpty }.joined(separator: ", ")),
      ]
    }
    return tag("p", [.class("lead"), .role("status")], .text(Words.count(count, "post", "poster") + "."))
      + MoneyPart.table(
        "Diariets register",
        ["Nummer", "Dag", "Riktning", "Avsändare eller mottagare", "Ärende", "Läge"].map { MoneyPart.Column($0) },
        rows: rows)
  }

  private static func series(_ asked: Asked, _ faults: [FieldFault]) throws -> HTML {
    let typed = asked.form.choice(Name.prefix)
    return tag(
      "details", faults.isEmpty ? [] : [.other("open", "")], tag("summary", .text("Seriens bokstäver")),
      FormPart.form(
        to: Addresses.diarySeries.path(), asked.visitor,
        each: [
          FormPart.field(
            FormPart.Field(
              name: Name.prefix, label: "Diarienummer börjar med",
              value: typed.isEmpty ? try asked.store.diaryPrefix() : typed,
              hint: "En till åtta versaler, till exempel FS. Varje serie börjar på 1 varje år."), faults: faults),
          FormPart.button("Spara"),
        ]))
  }
}
