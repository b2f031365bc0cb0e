import Association
import Desk
import HTTPTypes
import Ledger
import Press
import Report
import Statements
import Store

/// What each member takes up of the association's assets and liabilities (LKBR 12:5): all members beside one another, or
/// one member's own slip, to be printed or kept as CSV.
enum ShowConsolidation {
  static func show(_ asked: Asked, _ number: Int) throws -> Answer {
    guard let year = try asked.fiscalYear(number) else { return .notFound }
    let association = try asked.store.association()
    let books = try asked.store.books(of: year)
    let trail = [Page.Link("Räkenskapsåret \(number)", Addresses.year.path(number))]
    let title = "Underlag för sammanställd redovisning \(number)"
    switch ConsolidationSlip.slips(books, mapping: try ReportMaking.mapping(of: association), association: association)
    {
    case .failure(let obstacle):
      let words =
        obstacle == .keyMissing
        ? "Ingen fördelningsnyckel säger hur medlemmarna delar \(number). Lägg in den i förbundets uppgifter först."
        : "Andelarna i fördelningsnyckeln för \(number) blir inte en hel. Rätta nyckeln i förbundets uppgifter först."
      return .page(
        Page(title: title, section: .years, trail: trail, main: tag("p", [.class("empty")], .text(words))))
    case .success(let slip):
      let chosen = slip.members.firstIndex { $0.member.id == asked.query.choice("medlem") }
      if asked.query.has("csv") { return csv(slip, chosen) }
      return .page(page(asked, slip, chosen, title: title, trail: trail))
    }
  }

  /// The member's part: `1/4`, or in per cent where that is exact to a decimal.
  private static func share(_ part: ContributionKey.Part) -> String {
    guard let share = Share(part.numerator, of: part.denominator) else { return "" }
    return "\(part.numerator)/\(part.denominator) (\(Numerals.percentWithDecimal(share)))"
  }

  private static func page(
    _ asked: Asked, _ slip: ConsolidationSlip, _ chosen: Int?, title: String, trail: [Page.Link]
  ) -> Page {
    let number = slip.year.number
    let shown = chosen.map { [$0] } ?? Array(slip.members.indices)
    let columns =
      [MoneyPart.Column("Post"), MoneyPart.Column("Förbundet", isNumber: true)]
      + shown.map { MoneyPart.Column(slip.members[$0].member.name, isNumber: true) }
    let shares =
      [.text("Andel"), .text("1")] + shown.map { HTML.text(share(slip.members[$0].part)) }
    let rows = slip.lines.map { line -> [HTML] in
      [
        line.isSum ? tag("strong", .text(line.title)) : .text(line.title),
        MoneyPart.amount(line.whole, path: Addresses.trialBalance.path(number)),
      ] + shown.map { MoneyPart.amount(line.parts[$0]) }
    }
    let name = chosen.map { slip.members[$0].member.name }
    func path(_ query: [(String, String)]) -> String { Addresses.consolidation.path(number, query: query) }
    let own = chosen.map { [("medlem", slip.members[$0].member.id)] } ?? []
    let links = slip.members.enumerated().map { index, member in
      ListPart.link(member.member.name, path([("medlem", member.member.id)]), isCurrent: index == chosen)
    }
    return Page(
      title: name.map { "\(title): \($0)" } ?? title, section: .years, trail: trail,
      print: Page.PrintHead(period: slip.year.last.text), isWide: true, scripts: ["lists.js"],
      main: .joined([
        tag(
          "p", [.class("lead")],
          .text(
            "Varje medlem tar upp sin andel av förbundets tillgångar och skulder \(slip.year.last.text) i sina sammanställda "
              + "räkenskaper (LKBR 12:5). Andelarna är fördelningsnyckelns och blir tillsammans hela beloppet.")),
        tag(
          "nav", [.class("pages switch"), .label("Medlem")],
          tag("ul", each: [ListPart.link("Alla", path([]), isCurrent: chosen == nil)] + links)),
        tag(
          "p", [.class("toolbar list-tools")],
          tag("a", [.class("button"), .href(.path(path(own + [("csv", "1")])))], .text("Hämta som CSV")),
          tag("button", [.other("type", "button"), .other("data-print", ""), .other("hidden", "")], .text("Skriv ut"))),
        MoneyPart.table("Förbundets balansräkning delad på medlemmarna", columns, rows: [shares] + rows),
        tag(
          "p", [.class("hint")],
          .text(
            "Belopp i kronor och ören. Interna fordringar och skulder mellan medlemmen och förbundet räknas bort av medlemmen."
          )),
      ]))
  }

  private static func csv(_ slip: ConsolidationSlip, _ chosen: Int?) -> Answer {
    let shown = chosen.map { [$0] } ?? Array(slip.members.indices)
    let head = ["Post", "Förbundet"] + shown.map { slip.members[$0].member.name }
    let shares =
      ["Andel", "1/1"] + shown.map { "\(slip.members[$0].part.numerator)/\(slip.members[$0].part.denominator)" }
    let rows = slip.lines.map { line in
      [line.title, CSVPress.decimal(line.whole)] + shown.map { CSVPress.decimal(line.parts[$0]) }
    }
    return .file(
      FileAnswer(
        bytes: CSVPress.csv(of: [head, shares] + rows), name: "sammanstalld-\(slip.year.number).csv",
        mediaType: "text/csv; charset=utf-8"))
  }
}
