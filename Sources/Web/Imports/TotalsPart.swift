import Desk
import Ledger
import Press
import Report

/// The six totals of each year, beside what the book has: what one ticks off against the papers that came with a file.
enum TotalsPart {
  static func html(_ preview: ImportPreview) -> HTML {
    guard !preview.years.isEmpty else { return .empty }
    let hasFaults = preview.obstacles.contains { if case .faults = $0 { true } else { false } }
    let warning =
      hasFaults ? tag("p", .text("Filen har fel. Summorna räknar bara det som gick att läsa.")) : HTML.empty
    return .joined(
      [tag("h2", .text("Sex summor att stämma av")), warning]
        + preview.years.map { table($0, caption: caption($0), heads: heads($0)) })
  }

  /// The same totals of a year as it stands in the book, each with what it says.
  static func html(_ totals: ImportTotals, of year: FiscalYear) -> HTML {
    table(
      ImportPreview.Year(year: year, isOwn: true, isRead: true, file: totals, book: nil),
      caption: "\(year.text), som året står i boken nu", heads: [("Summa", ""), ("I boken", "number")])
  }

  private static func table(
    _ year: ImportPreview.Year, caption: String, heads: [(words: String, kind: StaticString)]
  ) -> HTML {
    tag(
      "div", [.class("scroll"), .tabIndex(0), .role("region"), .label("Summor \(year.year.text)")],
      tag(
        "table", [.class("list import-totals")], tag("caption", .text(caption)),
        tag("thead", tag("tr", each: heads.map { tag("th", [.scope(.column), .class($0.kind)], .text($0.words)) })),
        tag("tbody", each: rows(year))))
  }

  private static func caption(_ year: ImportPreview.Year) -> String {
    let meaning =
      if year.isOwn {
        year.book == nil ? "boken har inte året än" : "boken har redan något av året"
      } else {
        year.isRead ? "jämförelseår, som boken inte har" : "jämförelseår, som boken har; filens siffror läses inte in"
      }
    return "\(year.year.text): \(meaning)"
  }

  private static func heads(_ year: ImportPreview.Year) -> [(words: String, kind: StaticString)] {
    [("Summa", ""), ("I filen", "number")]
      + (year.book == nil ? [] : [("I boken nu", "number"), ("Skillnad", "number")])
  }

  private static func rows(_ year: ImportPreview.Year) -> [HTML] {
    [
      row(
        year, "Ingående tillgångar", "vad förbundet hade när året började (1-konton, ingående balans)", \.openingAssets),
      row(year, "Intäkter", "allt som kommit in under året (3-konton och finansiella intäkter)", \.income),
      row(
        year, "Kostnader", "allt som året har kostat (4- till 8-konton, utom bokslutets överföring av resultatet)",
        \.costs),
      row(year, "Resultat", "intäkter minus kostnader; samma som sista raden i byråns resultatrapport", \.result),
      row(
        year, "Kassa och bank vid årets slut", "konto 1900–1999; ska stämma med kontoutdraget från banken",
        \.closingCash),
      turnover(year),
    ]
  }

  private static func row(
    _ year: ImportPreview.Year, _ title: String, _ meaning: String, _ total: KeyPath<ImportTotals, Money?>
  ) -> HTML {
    let (file, book) = (year.file[keyPath: total], year.book?[keyPath: total])
    return line(
      year, title, meaning, file.map { Numerals.ore($0) }, book.map { Numerals.ore($0) },
      file.flatMap { file in book.map { Money(ore: file.ore &- $0.ore) } })
  }

  private static func turnover(_ year: ImportPreview.Year) -> HTML {
    func words(_ totals: ImportTotals?) -> String? {
      guard let totals, let count = totals.voucherCount, let debit = totals.debit else { return nil }
      return "\(Numerals.whole(Int64(count))) st, \(Numerals.ore(debit))"
    }
    let difference = year.file.debit.flatMap { file in year.book?.debit.map { Money(ore: file.ore &- $0.ore) } }
    return line(
      year, "Verifikationer och omslutning",
      "hur många de är, och summan av all debet; stäm av mot verifikationslistan",
      words(year.file), words(year.book), difference)
  }

  private static func line(
    _ year: ImportPreview.Year, _ title: String, _ meaning: String, _ file: String?, _ book: String?,
    _ difference: Money?
  ) -> HTML {
    var cells = [
      tag("th", [.scope(.row)], .text(title), tag("span", [.class("hint")], .text(meaning))),
      tag("td", [.class("number")], .text(file ?? "framgår inte")),
    ]
    if year.book != nil {
      cells.append(tag("td", [.class("number")], .text(book ?? "–")))
      cells.append(
        tag("td", [.class("number")], .text(difference.map { $0 == .zero ? "ingen" : Numerals.ore($0) } ?? "–")))
    }
    return tag("tr", each: cells)
  }
}
