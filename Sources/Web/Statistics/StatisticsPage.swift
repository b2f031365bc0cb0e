import Association
import Press
import Report
import Statements
import Store

/// The page of the statistics: what is asked for, as tables and pictures whose every figure opens in the appendix.
struct StatisticsPage {
  let asked: Asked
  let statistics: Statistics
  let places: FigurePlaces
  let years: [Int]
  /// One insats, or empty for all.
  let insatsID: String
  /// One ground, or nil for all.
  let subject: Statistics.Subject?

  private var year: Int { statistics.year }
  private var isWhole: Bool { insatsID.isEmpty && subject == nil }

  func page() -> Page {
    Page(
      title: "Statistik \(year)", section: .statistics,
      print: Page.PrintHead(period: "\(year)", unit: "Antal; små antal visas inte"), isWide: true,
      scripts: ["lists.js"],
      main: statistics.isEmpty
        ? switcher() + empty()
        : .joined([
          switcher(), lead(), filter(), tools(), tag("div", [.class("printed")], each: counted() + others()), hint(),
        ]))
  }

  private func switcher() -> HTML {
    guard years.contains(where: { $0 != year }) else { return .empty }
    let links = years.reversed().prefix(10).map {
      ListPart.link("\($0)", Addresses.statistics.path($0), isCurrent: $0 == year)
    }
    return tag(
      "nav", [.class("pages switch"), .label("År")], tag("span", [.class("quiet")], .text("År")),
      tag("ul", each: Array(links)))
  }

  private func empty() -> HTML {
    tag(
      "div", [.class("empty")],
      tag("p", .text("Inget är räknat för \(year): inga leveranser, enkäter, mål eller aktiviteter finns i boken.")))
  }

  private func lead() -> HTML {
    tag(
      "p", [.class("lead")],
      .text(
        "Antal från 1 till \(statistics.threshold - 1) visas som ”färre än \(statistics.threshold)”, och ett streck står "
          + "för tal som skulle röja ett sådant antal. En andel står alltid med antalet den är räknad på."))
  }

  private func filter() -> HTML {
    let insatser = [("", "Alla insatser")] + statistics.insatser.map { ($0.id, $0.name) }
    let used = Set(statistics.tables.map(\.subject))
    let subjects = [("", "Allt")] + Statistics.Subject.all.filter(used.contains).map { ($0.id, $0.title) }
    return tag(
      "form",
      [.class("filter"), .other("method", "get"), .other("action", Addresses.statistics.path(year))],
      FormPart.select(ShowStatistics.Name.insats, "Insats", options: insatser, chosen: insatsID),
      FormPart.select(ShowStatistics.Name.subject, "Grund", options: subjects, chosen: subject?.id ?? ""),
      FormPart.button("Visa", kind: "secondary"),
      isWhole ? .empty : tag("a", [.href(.path(Addresses.statistics.path(year)))], .text("Visa allt")))
  }

  private func tools() -> HTML {
    func file(_ kind: String, _ words: String, _ style: StaticString = "") -> HTML {
      tag("a", [.class(style), .href(.path(Addresses.statisticsFile.path(Pair(year, kind))))], .text(words))
    }
    return tag(
      "p", [.class("toolbar list-tools")], file("pdf", "Hämta bilagan som PDF", "button"),
      tag("button", [.other("type", "button"), .other("data-print", ""), .other("hidden", "")], .text("Skriv ut")),
      tag("a", [.href(.path(Addresses.statisticsAppendix.path(year)))], .text("Visa bilagan")),
      file("csv", "CSV"), file("json", "JSON"), file("html", "Webbsida"),
      Access.insiders.admits(asked.user)
        ? tag("a", [.href(.path(Addresses.handOvers.path(year)))], .text("Uppföljning Finsam")) : .empty)
  }

  /// The tables of counts that are asked for, those of all insatser with their pictures.
  private func counted() -> [HTML] {
    let tables = statistics.tables.filter { table in
      (insatsID.isEmpty || table.insatsID == insatsID) && (subject == nil || table.subject == subject)
    }
    guard !tables.isEmpty else {
      return isWhole ? [] : [tag("p", [.class("empty")], .text("Inget är räknat av det som valts."))]
    }
    var pieces: [HTML] = []
    var place: String?
    for table in tables {
      if table.insatsID != place {
        place = table.insatsID
        let name = statistics.insatser.first { $0.id == table.insatsID }?.name ?? "Alla insatser"
        pieces.append(tag("h2", .text(name)))
      }
      pieces.append(html(table.table(year)))
      if let diagram = table.diagram, table.insatsID.isEmpty || !insatsID.isEmpty {
        pieces.append(DiagramPart(diagram).html())
      }
    }
    return pieces
  }

  /// Goals, surveys, women and men, years, costs and activities: of the whole, or of the insats that is asked for.
  private func others() -> [HTML] {
    guard subject == nil else { return [] }
    var pieces: [HTML] = []
    func add(_ title: String, _ children: [HTML]) {
      if !children.isEmpty { pieces += [tag("h2", .text(title))] + children }
    }
    let surveys = statistics.surveys.filter { insatsID.isEmpty || $0.insatsID == insatsID }
    let series = statistics.series.filter { insatsID.isEmpty || $0.insatsID == insatsID }
    if insatsID.isEmpty { add("Mål", statistics.goalTable.map { [html($0)] } ?? []) }
    add("Enkäter", surveys.map { html($0.table(year)) })
    if insatsID.isEmpty {
      add("Kvinnor och män", statistics.comparisonTable.map { [html($0)] } ?? [])
    }
    add(
      "År för år",
      series.flatMap { series in [html(series.table)] + (series.diagram.map { [DiagramPart($0).html()] } ?? []) })
    if insatsID.isEmpty {
      add("Kostnad per deltagare", statistics.cost.map { [html($0)] } ?? [])
      add("Aktiviteter", statistics.activities.map { [html($0)] } ?? [])
    }
    return pieces
  }

  /// A table whose figures open in the appendix.
  private func html(_ table: Table) -> HTML {
    let appendix = Addresses.statisticsAppendix.path(year)
    return TablePart(
      table,
      link: { figure, printed, _ in
        guard let fragment = places.fragment(of: figure) else { return .text(printed) }
        return tag("a", [.href(.path("\(appendix)#\(fragment)"))], .text(printed))
      }
    ).html()
  }

  private func hint() -> HTML {
    tag(
      "p", [.class("hint")],
      .text(
        "Varje siffra öppnar det den kommer ifrån. Det du hämtar som fil förs in i registret över vad som är utlämnat, så att "
          + "nästa uttag inte röjer det som är dolt här. Läs mer i "),
      tag("a", [.href(.path(Addresses.handbookPage.path("statistik.md")))], .text("handboken om statistik")),
      .text("."))
  }
}
