import HTTPTypes
import Ledger
import Press
import Store

/// What every list begins with: the year, its objects, and what is asked to be shown.
struct ListRequest {
  let asked: Asked
  let years: [FiscalYear]
  let year: FiscalYear
  let objects: [DeclaredObject]
  let filter: ListFilter
  /// The list's own address for a year.
  let address: Address<Int>
  /// What else the list's address says besides its filter, and keeps.
  var kept: [(String, String)] = []

  /// The request, or nil where the book has no such year.
  init?(_ asked: Asked, _ number: Int, _ address: Address<Int>) throws {
    years = try asked.store.fiscalYears()
    guard let year = years.last(where: { $0.number == number }) else { return nil }
    self.asked = asked
    self.year = year
    self.address = address
    let objects = try asked.store.objects()
    self.objects = objects
    filter = try ListFilter(asked.query, year: year, objects: objects) { try asked.store.accounts() }
  }

  /// The list's own path with the filter as it is, but for what is said here; of another year where one is.
  func path(_ changes: (String, String)..., year other: FiscalYear? = nil) -> String {
    let others = kept.filter { pair in !changes.contains { $0.0 == pair.0 } }
    return address.path((other ?? year).number, query: filter.query(changes) + others)
  }

  /// Whether the list is asked for as CSV; one whose filter makes no sense is told so on the page instead.
  var wantsCSV: Bool { asked.query.choice(ListFilter.Name.form) == "csv" && filter.faults.isEmpty }

  /// The list as CSV, in a file that says what it is of.
  func csv(_ name: String, _ lines: [[String]]) -> Answer {
    .file(
      FileAnswer(
        bytes: CSVPress.csv(of: lines), name: "\(name)-\(filter.first.text)--\(filter.last.text).csv",
        mediaType: "text/csv; charset=utf-8"))
  }

  /// The page around a list.
  func answer(
    _ title: String, section: Page.Section, trail: [Page.Link] = [], scripts: [StaticString] = ["lists.js"], main: HTML
  ) -> Answer {
    .page(
      Page(
        title: title, section: section, trail: trail, print: Page.PrintHead(period: filter.words), isWide: true,
        scripts: scripts, main: main),
      status: filter.faults.isEmpty ? .ok : .unprocessableContent)
  }

  /// What is answered where the book has no such year: a book without any year says how it gets one.
  static func noYear(_ asked: Asked, title: String, section: Page.Section) throws -> Answer {
    guard try asked.store.fiscalYears().isEmpty else { return .notFound }
    let ways = tag(
      "p", .text("Börja med att "), tag("a", [.href(.path(Addresses.imports.path()))], .text("läsa in en SIE-fil")),
      .text(" eller "), tag("a", [.href(.path(Addresses.years.path()))], .text("öppna ett räkenskapsår")), .text("."))
    let words = tag(
      "div", [.class("empty")],
      tag("p", .text("Boken har inget räkenskapsår än, så det finns ingenting att visa.")),
      Access.bookkeepers.admits(asked.user) ? ways : .empty)
    return .page(Page(title: title, section: section, main: words))
  }
}
