import Association
import Exchange
import HTTPTypes
import Ledger
import Press
import Report
import Store

/// A list of counts of a year: the rows as they are told, a form for one more, and a file with many.
enum ShowCounts {
  static func show(_ asked: Asked, _ place: Pair<Int, String>) throws -> Answer {
    guard let list = FollowUpList(rawValue: place.second), ListGoals.isShown(place.first) else { return .notFound }
    return .page(try page(asked, place.first, list))
  }

  /// The file to be filled in.
  static func template(_ asked: Asked, _ place: Pair<Int, String>) -> Answer {
    guard let list = FollowUpList(rawValue: place.second) else { return .notFound }
    return .file(
      FileAnswer(
        bytes: FollowUpReader.template(list), name: "\(list.rawValue)-mall.csv",
        mediaType: "text/csv; charset=utf-8"))
  }

  static func page(
    _ asked: Asked, _ year: Int, _ list: FollowUpList, faults: [FieldFault] = [], remarks: [Diagnostic] = []
  ) throws -> Page {
    let association = try asked.store.association()
    let rows = association.rows(of: list, year: year)
    let told = FollowUpList.allCases.flatMap { list in
      (year - 6...year + 6).filter { !association.rows(of: list, year: $0).isEmpty }
    }
    let mayWrite = Access.bookkeepers.admits(asked.user)
    let lists = FollowUpList.allCases.map { other in
      ListPart.link(other.title, Addresses.counts.path(Pair(year, other.rawValue)), isCurrent: other == list)
    }
    return Page(
      title: "\(list.title) \(year)", section: .counts, isWide: true,
      main: .joined([
        FormPart.summary(of: faults),
        tag("nav", [.class("pages switch"), .label("Lista")], tag("ul", each: lists)),
        FollowUpPart.years(try asked.store.fiscalYears().map(\.number) + told + [year], year) {
          Addresses.counts.path(Pair($0, list.rawValue))
        },
        tag("p", [.class("lead")], .text(list.lead)),
        tag(
          "p", [.class("hint")],
          .text(
            "Arbetsmaterial: här står antalen som de är skrivna. I årsredovisningen skyddas de små. "),
          tag("a", [.href(.path(Addresses.handbookPage.path("antal.md")))], .text("Handboken om antal"))),
        remarks.isEmpty ? .empty : CountRemarks.html(remarks),
        rows.isEmpty
          ? tag("p", [.class("empty")], .text("Inget är skrivet för \(year)."))
          : CountRows(asked: asked, year: year, list: list, association: association, mayWrite: mayWrite).html(rows),
        mayWrite ? form(asked, year, list, association, faults) + file(asked, year, list, faults) : .empty,
      ]))
  }

  private static func form(
    _ asked: Asked, _ year: Int, _ list: FollowUpList, _ association: Association, _ faults: [FieldFault]
  ) -> HTML {
    let typed = asked.form
    let columns = FollowUpColumn.all(of: list)
    func field(_ column: FollowUpColumn) -> HTML {
      let value = typed.choice(column.name)
      if column.name == "insats" {
        return FormPart.select(
          column.name, column.title, options: [("", "Välj")] + association.insatser.map { ($0.id, $0.name) },
          chosen: value, faults: faults)
      }
      let day = column.name == "fran" ? "\(year)-01-01" : column.name == "till" ? "\(year)-12-31" : ""
      return FormPart.field(
        FormPart.Field(
          name: column.name, label: column.title, value: typed.has(column.name) ? value : day, hint: column.hint,
          isRequired: column.isRequired, inputMode: column.isCount ? "numeric" : "",
          others: list == .consultations && column.name == "var" ? [.other("list", "grupper")] : []), faults: faults)
    }
    // The groups are offered by name; what is counted with a group's name stands on its page.
    let groups = tag(
      "datalist", [.id("grupper")], each: association.groups.map { tag("option", [.other("value", $0.title)]) })
    return tag(
      "section", [.labelled(by: "ny")], tag("h2", [.id("ny")], .text("Lägg till eller rätta")),
      tag(
        "p", [.class("hint")],
        .text("Samma uppgift för samma period en gång till rättar den som står. Historiken har kvar båda.")),
      FormPart.form(
        to: Addresses.counts.path(Pair(year, list.rawValue)), asked.visitor,
        each: columns.map(field) + (list == .consultations ? [groups] : []) + [FormPart.button("Spara")]))
  }

  private static func file(_ asked: Asked, _ year: Int, _ list: FollowUpList, _ faults: [FieldFault]) -> HTML {
    let place = Pair(year, list.rawValue)
    return tag(
      "section", [.labelled(by: "fran-fil")], tag("h2", [.id("fran-fil")], .text("Läs in en fil")),
      tag(
        "p", [.class("hint")], .text("En CSV-fil med rubrikerna i "),
        tag("a", [.href(.path(Addresses.countsTemplate.path(place)))], .text("mallen")),
        .text(", en rad för varje uppgift. Är något fel sparas inget. Samma fil två gånger ändrar ingenting.")),
      FormPart.form(
        to: Addresses.countsFile.path(place), asked.visitor, hasFiles: true,
        each: [
          FormPart.field(
            FormPart.Field(name: "fil", label: "Filen", type: "file", isRequired: true), faults: faults),
          FormPart.button("Läs in"),
        ]))
  }
}

/// What the reader said of a file of counts: each fault with its line and column.
enum CountRemarks {
  static func html(_ remarks: [Diagnostic]) -> HTML {
    let shown = remarks.prefix(200).map { remark in
      let place =
        remark.place.line == 0
        ? ""
        : remark.place.column == 0
          ? "Rad \(remark.place.line): " : "Rad \(remark.place.line), tecken \(remark.place.column): "
      return tag("li", .text(place + remark.message))
    }
    let left = remarks.count - shown.count
    return tag(
      "section", [.labelled(by: "om-filen")],
      tag("h2", [.id("om-filen")], .text("Filen har fel, och inget av den är sparat")), tag("ul", each: Array(shown)),
      left > 0 ? tag("p", [.class("quiet")], .text("… och \(Numerals.whole(Int64(left))) till.")) : .empty)
  }
}

/// The rows of a list as they are told.
struct CountRows {
  let asked: Asked
  let year: Int
  let list: FollowUpList
  let association: Association
  let mayWrite: Bool

  func html(_ rows: [FollowUpRow]) -> HTML {
    MoneyPart.table(
      "\(list.title) \(year)", columns + (mayWrite ? [MoneyPart.Column("")] : []),
      rows: rows.map { cells($0) + (mayWrite ? [removal($0)] : []) },
      sums: sums(rows).map { $0 + (mayWrite ? [.empty] : []) } ?? [])
  }

  private var columns: [MoneyPart.Column] {
    switch list {
    case .progression:
      [
        MoneyPart.Column("Insats"), MoneyPart.Column("Period"), MoneyPart.Column("Verktyg"),
        MoneyPart.Column("Indikator"), MoneyPart.Column("Mätta"), MoneyPart.Column("Bättre"),
        MoneyPart.Column("Oförändrat"), MoneyPart.Column("Sämre"),
      ]
    case .consultations:
      [
        MoneyPart.Column("Team"), MoneyPart.Column("Period"), MoneyPart.Column("Skäl"),
        MoneyPart.Column("Antal", isNumber: true),
      ]
    case .referrals:
      [
        MoneyPart.Column("Kommun"), MoneyPart.Column("Period"), MoneyPart.Column("Avsändare"),
        MoneyPart.Column("Antal", isNumber: true),
      ]
    case .screening:
      [
        MoneyPart.Column("Insats"), MoneyPart.Column("Period"), MoneyPart.Column("Tillfrågade"),
        MoneyPart.Column("Svarat"),
      ]
    }
  }

  private func insats(_ id: String) -> HTML { .text(association.insatser.first { $0.id == id }?.name ?? id) }

  private func cells(_ row: FollowUpRow) -> [HTML] {
    let period = HTML.text(FollowUpPart.period(row.period))
    func tally(_ tally: Tally) -> HTML { .text(FollowUpPart.tally(tally)) }
    switch row {
    case .progression(let row):
      return [
        insats(row.insatsID), period, .text(row.instrument), .text(row.indicator), tally(row.measured),
        tally(row.better), tally(row.same), tally(row.worse),
      ]
    case .cases(let row):
      return [
        place(row), period, .text(row.ground), .text(Numerals.whole(Int64(row.count))),
      ]
    case .screening(let row): return [insats(row.insatsID), period, tally(row.asked), tally(row.answered)]
    }
  }

  /// The team or municipality; a team that is one of the groups leads to its page.
  private func place(_ row: CaseCount) -> HTML {
    guard let group = association.groups.first(where: { $0.id == row.groupID }) else {
      return .text(row.place.isEmpty ? "–" : row.place)
    }
    return MoneyPart.link(group.title, Addresses.group.path(group.id))
  }

  /// The sum of cases, where each is told once.
  private func sums(_ rows: [FollowUpRow]) -> [HTML]? {
    let counts = rows.compactMap { row -> CaseCount? in if case .cases(let cases) = row { cases } else { nil } }
    guard !counts.isEmpty, counts.allSatisfy({ !$0.place.isEmpty }) || counts.allSatisfy({ !$0.ground.isEmpty }) else {
      return nil
    }
    return [
      .text("Summa"), .empty, .empty, .text(Numerals.whole(Int64(counts.map(\.count).reduce(0, +)))),
    ]
  }

  private func removal(_ row: FollowUpRow) -> HTML {
    FormPart.form(
      to: Addresses.countsRemoval.path(Pair(year, list.rawValue)), asked.visitor,
      each: [
        FormPart.hidden("rad", SaveCounts.digest(of: row)),
        tag(
          "button",
          [
            .class("secondary"), .other("type", "submit"),
            .label(
              "Ta bort \(row.subject.filter { !$0.isEmpty }.joined(separator: ", ")), \(FollowUpPart.period(row.period))"
            ),
          ],
          .text("Ta bort")),
      ])
  }
}
