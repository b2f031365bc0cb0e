import HTTPTypes
import Ledger
import Press
import Store

/// One search over all that the visitor may see. A script is given the hits alone, for the dialog.
enum SearchOffice {
  /// The name of the field one writes in.
  static let wordsName = "ord"

  static func show(_ asked: Asked, _: Nothing) async throws -> Answer {
    var reading = FormReading(asked.query)
    let words = reading.text(wordsName, "Det du söker", byteCountMax: 200)
    guard !reading.hasFaults else {
      if asked.isScript { return .piece(SearchPage.refused(reading.faults)) }
      let page = SearchPage(words: asked.query.choice(wordsName).strippedOfBlanks, groups: [], faults: reading.faults)
      return .page(Page(title: "Sök", main: page.html()), status: .unprocessableContent)
    }
    let years = try asked.store.fiscalYears()
    let query = SearchQuery(words, years: years)
    let number = query.year?.number ?? WorkingYear.of(asked)
    let figures = try await figures(
      asked, year: years.last { $0.number == number }, waits: !asked.isScript || query.isEmpty)
    let groups = try OfficeSearch(asked: asked, query: query, year: number, figures: figures).groups()
    if asked.isScript { return .piece(SearchPage.options(groups)) }
    return .page(Page(title: "Sök", main: SearchPage(words: words, groups: groups).html()))
  }

  /// What the figures are called. The dialog asks with no words when it opens, and can wait then; while one types it
  /// takes what is at hand.
  private static func figures(_ asked: Asked, year: FiscalYear?, waits: Bool) async throws -> [FigureTitles.Title] {
    guard let year, Access.readers.admits(asked.user) else { return [] }
    let titles = asked.office.figureTitles
    return waits
      ? try await titles.titles(of: asked.store, year: year) : titles.ready(of: asked.store, year: year)
  }
}
